#include "ui/pages/traffic/curl_command.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace tollgate::ui {

namespace {

constexpr int kSampleTokens = 256; ///< Messages requires a limit

QString shellQuoted(QString text) {
    text.replace(u'\'', QStringLiteral("'\\''"));
    return u'\'' % text % u'\'';
}

QString modelOf(const RequestRow& row) {
    if (!row.requestedModel.isEmpty())
        return row.requestedModel;
    return row.alias.isEmpty() ? row.target() : row.alias;
}

QJsonObject said(const QString& name, const QJsonValue& value) {
    return {{u"role"_qs, u"user"_qs}, {name, value}};
}

/// A short body as the request's dialect has it.
QJsonObject sampleBody(const RequestRow& row) {
    const QString hello = u"Hello"_qs;
    const QString& dialect = row.dialect;
    if (dialect.startsWith(u"gemini_"_qs)) { // the path names the model and says whether it streams
        const QJsonArray parts{QJsonObject{{u"text"_qs, hello}}};
        return {{u"contents"_qs, QJsonArray{said(u"parts"_qs, parts)}}};
    }
    if (dialect == u"notebook"_qs)
        return {{u"message"_qs, hello}};
    QJsonObject body;
    if (const QString model = modelOf(row); !model.isEmpty())
        body.insert(u"model"_qs, model);
    if (row.route.startsWith(u"/v1/prompts/"_qs))
        body.insert(u"variables"_qs, QJsonObject{{u"message"_qs, hello}});
    else if (dialect == u"openai_responses"_qs || dialect == u"openai_embeddings"_qs)
        body.insert(u"input"_qs, hello);
    else if (dialect == u"openai_completions"_qs)
        body.insert(u"prompt"_qs, hello);
    else
        body.insert(u"messages"_qs, QJsonArray{said(u"content"_qs, hello)});
    if (dialect == u"anthropic_messages"_qs)
        body.insert(u"max_tokens"_qs, kSampleTokens);
    if (row.streaming)
        body.insert(u"stream"_qs, true);
    return body;
}

/// GET /v1/stream: everything stands in the query, which the ledger does not keep.
QString promptStream(const RequestDetail& detail, const QString& gateway) {
    const QJsonObject kept =
        QJsonDocument::fromJson(detail.requestBody.value_or(QString()).toUtf8()).object();
    QString command = u"curl -sS -N -G " % shellQuoted(gateway % u"/v1/stream") %
                      u" \\\n  -H \"Authorization: Bearer $TOLLGATE_KEY\"";
    const auto add = [&command](const QString& name, const QString& value) {
        if (!value.isEmpty())
            command += u" \\\n  --data-urlencode " % shellQuoted(name % u'=' % value);
    };
    add(u"prompt"_qs, kept.value(u"prompt").toString(u"Hello"_qs));
    add(u"model"_qs, kept.isEmpty() ? modelOf(detail.row) : kept.value(u"model").toString());
    add(u"user"_qs, kept.value(u"user").toString());
    if (kept.value(u"max_tokens").isDouble())
        add(u"max_tokens"_qs, QString::number(kept.value(u"max_tokens").toInteger()));
    return command;
}

} // namespace

QString curlCommand(const RequestDetail& detail, const QString& gateway) {
    if (detail.row.dialect == u"stream"_qs || detail.row.dialect == u"websocket"_qs)
        return promptStream(detail, gateway);
    const QString body =
        detail.requestBody
            ? *detail.requestBody
            : QString::fromUtf8(QJsonDocument(sampleBody(detail.row)).toJson(QJsonDocument::Compact));
    QString command = u"curl -sS -X " % detail.method % u' ' % shellQuoted(gateway % detail.row.route);
    if (detail.row.streaming)
        command += u" -N";
    command += u" \\\n  -H \"Authorization: Bearer $TOLLGATE_KEY\" \\\n  -H 'Content-Type: application/json'";
    return command % u" \\\n  -d " % shellQuoted(body);
}

} // namespace tollgate::ui
