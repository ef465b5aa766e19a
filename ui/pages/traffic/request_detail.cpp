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

/// Text of a content field: plain, or a list of parts of which some are text.
QString contentText(const QJsonValue& content) {
    if (content.isString())
        return content.toString();
    QString text;
    for (const QJsonValue& part : content.toArray())
        text += part.toObject().value(QLatin1String("text")).toString();
    return text;
}

/// What one JSON object of a reply adds to the answer: chat completions, responses, messages, and the plain
/// /chat.
QString wordsOf(const QJsonObject& object) {
    QString text;
    for (const QJsonValue& value : object.value(QLatin1String("choices")).toArray()) {
        const QJsonObject choice = value.toObject();
        text +=
            contentText(choice.value(QLatin1String("message")).toObject().value(QLatin1String("content")));
        text += contentText(choice.value(QLatin1String("delta")).toObject().value(QLatin1String("content")));
        text += choice.value(QLatin1String("text")).toString();
    }
    const QJsonValue delta = object.value(QLatin1String("delta"));
    text += delta.isString() ? delta.toString() : delta.toObject().value(QLatin1String("text")).toString();
    if (object.value(QLatin1String("role")) == QLatin1String("assistant"))
        text += contentText(object.value(QLatin1String("content")));
    for (const QJsonValue& item : object.value(QLatin1String("output")).toArray())
        text += contentText(item.toObject().value(QLatin1String("content")));
    if (text.isEmpty())
        text = object.value(QLatin1String("text")).toString();
    return text;
}

QString shellQuoted(QString text) {
    text.replace(u'\'', QStringLiteral("'\\''"));
    return u'\'' % text % u'\'';
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

QString answerText(const QString& responseBody) {
    const QJsonDocument whole = QJsonDocument::fromJson(responseBody.toUtf8());
    if (whole.isObject())
        return wordsOf(whole.object());
    QString answer;
    for (const QString& line : responseBody.split(u'\n')) {
        if (!line.startsWith(QLatin1String("data:")))
            continue;
        const QJsonDocument event = QJsonDocument::fromJson(line.mid(5).trimmed().toUtf8());
        if (event.isObject())
            answer += wordsOf(event.object());
    }
    return answer;
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

QString curlCommand(const RequestDetail& detail, const QString& gateway) {
    QString body;
    if (detail.requestBody) {
        body = *detail.requestBody;
    } else {
        const QJsonObject message{{QStringLiteral("role"), QStringLiteral("user")},
                                  {QStringLiteral("content"), QStringLiteral("Hello")}};
        const QString model =
            detail.row.requestedModel.isEmpty() ? detail.row.alias : detail.row.requestedModel;
        QJsonObject object{{QStringLiteral("model"), model},
                           {QStringLiteral("messages"), QJsonArray{message}}};
        if (detail.row.streaming)
            object.insert(QStringLiteral("stream"), true);
        body = QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
    }
    const QString url = gateway % detail.row.route;
    QString command = u"curl -sS -X " % detail.method % u' ' % shellQuoted(url);
    if (detail.row.streaming)
        command += u" -N";
    command += u" \\\n  -H \"Authorization: Bearer $TOLLGATE_KEY\" \\\n  -H 'Content-Type: application/json'";
    return command % u" \\\n  -d " % shellQuoted(body);
}

} // namespace tollgate::ui
