#include "ui/pages/traffic/request_detail.h"

#include "ui/models/gateway_words.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace tollgate::ui {

namespace {

std::optional<double> number(const QJsonValue& value) {
    return value.isDouble() ? std::optional(value.toDouble()) : std::nullopt;
}

std::optional<QString> maybeText(const QJsonValue& value) {
    return value.isString() ? std::optional(value.toString()) : std::nullopt;
}

HeaderList headers(const QJsonArray& array) {
    HeaderList list;
    for (const QJsonValue& value : array) {
        const QJsonArray pair = value.toArray();
        list.append({pair.at(0).toString(), pair.at(1).toString()});
    }
    return list;
}

QList<TimelinePart> timeline(const QJsonArray& array) {
    QList<TimelinePart> parts;
    for (const QJsonValue& value : array) {
        const QJsonObject part = value.toObject();
        parts.append({gatewaySentence(part.value(QLatin1String("label")).toString()),
                      part.value(QLatin1String("start_ms")).toDouble(),
                      part.value(QLatin1String("duration_ms")).toDouble(),
                      part.value(QLatin1String("kind")).toString()});
    }
    return parts;
}

QStringList decisionTexts(const QJsonArray& array) {
    QStringList texts;
    for (const QJsonValue& value : array)
        texts << gatewaySentence(value.toObject().value(QLatin1String("text")).toString());
    return texts;
}

/// "temperature: dropped \u2014 the model does not take it"
QStringList translationTexts(const QJsonArray& array) {
    QStringList texts;
    for (const QJsonValue& value : array) {
        const QJsonObject note = value.toObject();
        QString text = note.value(QLatin1String("param")).toString() % u": " %
                       gatewayWord(note.value(QLatin1String("action")).toString());
        const QString reason = note.value(QLatin1String("reason")).toString();
        if (!reason.isEmpty())
            text += u" \u2014 " % gatewaySentence(reason);
        texts << text;
    }
    return texts;
}

QList<CostLine> costLines(const QJsonArray& array) {
    QList<CostLine> lines;
    for (const QJsonValue& value : array) {
        const QJsonObject line = value.toObject();
        lines.append(
            {line.value(QLatin1String("bucket")).toString(), line.value(QLatin1String("tokens")).toInteger(),
             number(line.value(QLatin1String("usd_per_mtok"))), number(line.value(QLatin1String("cost_usd"))),
             line.value(QLatin1String("source")).toString()});
    }
    return lines;
}

} // namespace

RequestDetail RequestDetail::fromJson(const QJsonObject& object, const QByteArray& json) {
    const auto list = [&object](QLatin1String name) { return object.value(name).toArray(); };
    TextPool pool;
    RequestDetail detail;
    detail.row = RequestRow::fromJson(object, pool);
    detail.method = object.value(QLatin1String("method")).toString(QStringLiteral("POST"));
    detail.timeline = ui::timeline(list(QLatin1String("timeline")));
    detail.decision = decisionTexts(list(QLatin1String("decision")));
    detail.translation = translationTexts(list(QLatin1String("translation")));
    detail.costLines = ui::costLines(list(QLatin1String("cost_lines")));
    detail.releasedUsd = number(object.value(QLatin1String("released_usd")));
    detail.requestHeaders = headers(list(QLatin1String("request_headers")));
    detail.responseHeaders = headers(list(QLatin1String("response_headers")));
    detail.requestBody = maybeText(object.value(QLatin1String("request_body")));
    detail.responseBody = maybeText(object.value(QLatin1String("response_body")));
    for (const QJsonValue& time : list(QLatin1String("event_ms")))
        detail.eventMs << time.toInteger();
    detail.json = json;
    return detail;
}

QString readableJson(const QString& text) {
    if (QJsonDocument::fromJson(text.toUtf8()).isNull())
        return text;
    // Indents the text itself: writing a parsed document anew would sort its keys, and their order matters to
    // models.
    QString out;
    int depth = 0;
    bool quoted = false;
    const auto newLine = [&out, &depth] { out += u'\n' % QString(depth * 2, u' '); };
    for (qsizetype at = 0; at < text.size(); ++at) {
        const QChar c = text[at];
        if (quoted) {
            out += c;
            if (c == u'\\' && at + 1 < text.size())
                out += text[++at];
            quoted = c != u'"';
        } else if (c == u'{' || c == u'[') {
            out += c;
            ++depth;
            qsizetype next = at + 1;
            while (next < text.size() && text[next].isSpace())
                ++next;
            if (next < text.size() && text[next] != u'}' && text[next] != u']')
                newLine();
        } else if (c == u'}' || c == u']') {
            --depth;
            if (!out.endsWith(u'{') && !out.endsWith(u'['))
                newLine();
            out += c;
        } else if (c == u',') {
            out += c;
            newLine();
        } else if (c == u':') {
            out += QStringLiteral(": ");
        } else if (!c.isSpace()) {
            quoted = c == u'"';
            out += c;
        }
    }
    return out;
}

} // namespace tollgate::ui
