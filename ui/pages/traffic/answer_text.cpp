#include "ui/pages/traffic/answer_text.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <QStringList>

namespace tollgate::ui {

namespace {

/// Text of a content field: plain, or a list of parts of which some are text or a refusal.
QString contentText(const QJsonValue& content) {
    if (content.isString())
        return content.toString();
    QString text;
    for (const QJsonValue& part : content.toArray()) {
        const QJsonObject object = part.toObject();
        text += object.value(u"text").toString() + object.value(u"refusal").toString();
    }
    return text;
}

/// Collects the words of one reply, whether it came whole or event by event.
class Words {
public:
    void add(const QJsonObject& object) {
        if (object.value(u"choices").isArray())
            return addChoices(object.value(u"choices").toArray());
        if (object.value(u"candidates").isArray())
            return addCandidates(object.value(u"candidates").toArray());
        if (object.value(u"object") == u"response"_qs)
            return addOutput(object.value(u"output").toArray());
        if (object.value(u"type").isString())
            return addTyped(object.value(u"type").toString(), object);
        if (object.value(u"answer").isString()) // the notebook's /chat
            m_choices[0] += object.value(u"answer").toString();
        else if (object.value(u"done").isBool()) // GET /v1/stream
            m_choices[0] += object.value(u"content").toString();
    }
    QString whole() const {
        QStringList texts;
        for (const QString& text : m_choices)
            if (!text.isEmpty())
                texts << text;
        return texts.join(u"\n\n"_qs);
    }

private:
    /// Chat completions; `text` of text completions.
    void addChoices(const QJsonArray& choices) {
        for (const QJsonValue& value : choices) {
            const QJsonObject choice = value.toObject();
            QString& text = m_choices[choice.value(u"index").toInt()];
            for (const QString& name : {u"message"_qs, u"delta"_qs}) {
                const QJsonObject message = choice.value(name).toObject();
                text += contentText(message.value(u"content")) + message.value(u"refusal").toString();
            }
            text += choice.value(u"text").toString();
        }
    }
    /// Gemini: a part that is marked as a thought is no answer.
    void addCandidates(const QJsonArray& candidates) {
        for (const QJsonValue& value : candidates) {
            const QJsonObject candidate = value.toObject();
            const QJsonArray parts = candidate.value(u"content").toObject().value(u"parts").toArray();
            for (const QJsonValue& part : parts)
                if (!part.toObject().value(u"thought").toBool())
                    m_choices[candidate.value(u"index").toInt()] += part.toObject().value(u"text").toString();
        }
    }
    /// Responses, whole: reasoning and calls are items of their own.
    void addOutput(const QJsonArray& items) {
        for (const QJsonValue& item : items)
            if (item.toObject().value(u"type") == u"message"_qs)
                m_choices[0] += contentText(item.toObject().value(u"content"));
    }
    /// Events of Responses and of Messages, a whole message, a piece of the socket. What repeats the pieces
    /// at the end ("response.output_text.done", "response.completed") is not taken again.
    void addTyped(const QString& type, const QJsonObject& object) {
        QString& text = m_choices[0];
        if (type == u"response.output_text.delta"_qs || type == u"response.refusal.delta"_qs)
            text += object.value(u"delta").toString();
        else if (type == u"content_block_start"_qs)
            text += object.value(u"content_block").toObject().value(u"text").toString();
        else if (type == u"content_block_delta"_qs)
            text += object.value(u"delta").toObject().value(u"text").toString();
        else if (type == u"message"_qs || type == u"chunk"_qs)
            text += contentText(object.value(u"content"));
    }

    QMap<int, QString> m_choices; ///< by their index
};

} // namespace

QString answerText(const QString& responseBody) {
    Words words;
    const QJsonDocument whole = QJsonDocument::fromJson(responseBody.toUtf8());
    if (whole.isObject()) {
        words.add(whole.object());
        return words.whole();
    }
    for (const QJsonValue& piece : whole.array())
        words.add(piece.toObject());
    if (whole.isArray())
        return words.whole();
    for (const QString& line : responseBody.split(u'\n')) {
        const bool event = line.startsWith(u"data:"_qs);
        if (event || line.startsWith(u'{'))
            words.add(QJsonDocument::fromJson(line.mid(event ? 5 : 0).trimmed().toUtf8()).object());
    }
    return words.whole();
}

} // namespace tollgate::ui
