#include "ui/pages/playground/replay_gemini.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

namespace tollgate::ui {
namespace {

QString camelName(const QString& name) {
    QString camel;
    bool capital = false;
    for (const QChar c : name) {
        if (c != u'_')
            camel += capital ? c.toUpper() : c;
        capital = c == u'_';
    }
    return camel;
}

/// The members under their names in camelCase, without those that are null.
QJsonObject camelObject(const QJsonValue& value) {
    QJsonObject camel;
    const QJsonObject object = value.toObject();
    for (auto member = object.begin(); member != object.end(); ++member)
        if (!member.value().isNull())
            camel.insert(camelName(member.key()), member.value());
    return camel;
}

QString indented(const QJsonDocument& document) {
    return QString::fromUtf8(document.toJson()).trimmed();
}

QString compact(const QJsonValue& value) {
    return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
}

QJsonArray partsOf(const QJsonValue& content) {
    const QJsonValue parts = content.toObject().value(u"parts");
    return parts.isObject() ? QJsonArray{parts} : parts.toArray();
}

QString wordsOf(const QJsonValue& content) {
    if (content.isString())
        return content.toString();
    QStringList texts;
    for (const QJsonValue& part : partsOf(content))
        if (part.toObject().value(u"text").isString())
            texts << part.toObject().value(u"text").toString();
    return texts.join(u"\n\n"_qs);
}

/// Types are written in capitals there (OpenAPI): "STRING".
QJsonValue plainSchema(const QJsonValue& value) {
    if (value.isArray()) {
        QJsonArray list;
        for (const QJsonValue& element : value.toArray())
            list.append(plainSchema(element));
        return list;
    }
    if (!value.isObject())
        return value;
    QJsonObject schema = value.toObject();
    for (auto member = schema.begin(); member != schema.end(); ++member)
        member.value() = member.key() == u"type"_qs && member.value().isString()
                             ? QJsonValue(member.value().toString().toLower())
                             : plainSchema(member.value());
    return schema;
}

class Reader {
public:
    Reader(PlayPrompt& prompt, QStringList& leftOut)
        : m_prompt(prompt)
        , m_leftOut(leftOut) {}

    bool read(const QJsonObject& body) {
        const QJsonValue contents = body.value(u"contents");
        QJsonArray turns = contents.isObject() ? QJsonArray{contents} : contents.toArray();
        if (contents.isString())
            turns = {QJsonObject{{u"parts"_qs, QJsonArray{QJsonObject{{u"text"_qs, contents}}}}}};
        if (turns.isEmpty())
            return false;
        for (auto member = body.begin(); member != body.end(); ++member)
            take(member.key(), member.value());
        readTurns(turns);
        if (!m_more.isEmpty())
            m_prompt.more = indented(QJsonDocument(m_more));
        return true;
    }

private:
    void take(const QString& name, const QJsonValue& value) {
        if (name == u"systemInstruction"_qs)
            m_prompt.system = wordsOf(value);
        else if (name == u"generationConfig"_qs)
            readConfig(camelObject(value));
        else if (name == u"tools"_qs)
            readTools(value.isObject() ? QJsonArray{value} : value.toArray());
        else if (name != u"contents"_qs && name != u"model"_qs)
            leave(name);
    }
    void leave(const QString& name) {
        if (!m_leftOut.contains(name))
            m_leftOut << name;
    }

    void readConfig(const QJsonObject& config) {
        static const QHash<QString, QString> kNames{{u"topP"_qs, u"top_p"_qs},
                                                    {u"stopSequences"_qs, u"stop"_qs},
                                                    {u"seed"_qs, u"seed"_qs},
                                                    {u"candidateCount"_qs, u"n"_qs},
                                                    {u"presencePenalty"_qs, u"presence_penalty"_qs},
                                                    {u"frequencyPenalty"_qs, u"frequency_penalty"_qs}};
        const bool json = config.value(u"responseMimeType") == u"application/json"_qs;
        for (auto member = config.begin(); member != config.end(); ++member) {
            const QString& name = member.key();
            if (name == u"temperature"_qs)
                m_prompt.temperature = member.value().toDouble();
            else if (name == u"maxOutputTokens"_qs)
                m_prompt.maxTokens = member.value().toInt();
            else if (kNames.contains(name))
                m_more.insert(kNames.value(name), member.value());
            else if (name == u"responseSchema"_qs || name == u"responseJsonSchema"_qs)
                putFormat(plainSchema(member.value()));
            else if (name != u"responseMimeType"_qs || (!json && member.value() != u"text/plain"_qs))
                leave(name);
        }
        if (json && !m_more.contains(u"response_format"))
            m_more.insert(u"response_format"_qs, QJsonObject{{u"type"_qs, u"json_object"_qs}});
    }
    void putFormat(const QJsonValue& schema) {
        const QJsonObject format{{u"name"_qs, u"response"_qs}, {u"schema"_qs, schema}};
        m_more.insert(u"response_format"_qs,
                      QJsonObject{{u"type"_qs, u"json_schema"_qs}, {u"json_schema"_qs, format}});
    }

    void readTools(const QJsonArray& tools) {
        QJsonArray functions;
        for (const QJsonValue& value : tools) {
            const QJsonObject tool = camelObject(value);
            for (const QString& name : tool.keys())
                if (name != u"functionDeclarations"_qs)
                    leave(name);
            for (const QJsonValue& declared : tool.value(u"functionDeclarations").toArray())
                functions.append(functionOf(camelObject(declared)));
        }
        if (!functions.isEmpty())
            m_prompt.tools = indented(QJsonDocument(functions));
    }
    static QJsonObject functionOf(const QJsonObject& declared) {
        QJsonObject function{{u"name"_qs, declared.value(u"name")}};
        if (declared.contains(u"description"))
            function.insert(u"description"_qs, declared.value(u"description"));
        if (declared.contains(u"parametersJsonSchema"))
            function.insert(u"parameters"_qs, declared.value(u"parametersJsonSchema"));
        else if (declared.contains(u"parameters"))
            function.insert(u"parameters"_qs, plainSchema(declared.value(u"parameters")));
        return {{u"type"_qs, u"function"_qs}, {u"function"_qs, function}};
    }

    /// What one turn holds, in the order in which Chat Completions tells it.
    struct Turn {
        bool model = false;
        QString text;
        QList<PlayImage> images;
        QJsonArray calls;
        QJsonArray results; ///< messages of their own
    };

    void readTurns(const QJsonArray& turns) {
        QJsonArray earlier;
        for (qsizetype at = 0; at < turns.size(); ++at) {
            const Turn turn = readTurn(turns.at(at));
            for (const QJsonValue& result : turn.results)
                earlier.append(result);
            const bool words = !turn.text.isEmpty() || !turn.images.isEmpty();
            if (at + 1 == turns.size() && !turn.model) {
                m_prompt.user = turn.text;
                m_prompt.images = turn.images;
            } else if (words || !turn.calls.isEmpty()) {
                earlier.append(messageOf(turn));
            }
        }
        if (!earlier.isEmpty())
            m_prompt.earlier = indented(QJsonDocument(earlier));
    }
    Turn readTurn(const QJsonValue& value) {
        Turn turn;
        turn.model = value.toObject().value(u"role") == u"model"_qs;
        for (const QJsonValue& part : partsOf(value))
            readPart(camelObject(part), turn);
        return turn;
    }
    void readPart(const QJsonObject& part, Turn& turn) {
        const QString number = QString::number(turn.images.size() + 1);
        if (part.value(u"thought").toBool())
            return leave(u"thought"_qs);
        if (part.contains(u"text")) {
            const QString text = part.value(u"text").toString();
            turn.text += (turn.text.isEmpty() || text.isEmpty() ? QString() : u"\n\n"_qs) + text;
        } else if (part.contains(u"inlineData")) {
            const QJsonObject data = camelObject(part.value(u"inlineData"));
            const QByteArray bytes = QByteArray::fromBase64(data.value(u"data").toString().toLatin1());
            if (imageMime(bytes).isEmpty())
                return leave(data.value(u"mimeType").toString(u"inlineData"_qs));
            turn.images.append({number, imageMime(bytes), bytes, {}});
        } else if (part.contains(u"fileData")) {
            const QJsonObject file = camelObject(part.value(u"fileData"));
            if (!file.value(u"mimeType").toString().startsWith(u"image/"_qs))
                return leave(u"fileData"_qs);
            turn.images.append({number, {}, {}, file.value(u"fileUri").toString()});
        } else if (part.contains(u"functionCall")) {
            readCall(camelObject(part.value(u"functionCall")), turn);
        } else if (part.contains(u"functionResponse")) {
            readResult(camelObject(part.value(u"functionResponse")), turn);
        } else {
            for (const QString& name : part.keys())
                leave(name);
        }
    }
    void readCall(const QJsonObject& call, Turn& turn) {
        const QString name = call.value(u"name").toString();
        const QString id = call.value(u"id").toString(u"call_%1"_qs.arg(++m_calls));
        m_open.append({name, id});
        const QJsonObject function{{u"name"_qs, name}, {u"arguments"_qs, compact(call.value(u"args"))}};
        turn.calls.append(
            QJsonObject{{u"id"_qs, id}, {u"type"_qs, u"function"_qs}, {u"function"_qs, function}});
    }
    /// Results name the function; only newer clients send an id, too. Those of one name come in order.
    void readResult(const QJsonObject& result, Turn& turn) {
        const QString name = result.value(u"name").toString();
        QString id = result.value(u"id").toString();
        for (qsizetype at = 0; id.isEmpty() && at < m_open.size(); ++at)
            if (m_open.at(at).first == name)
                id = m_open.takeAt(at).second;
        turn.results.append(QJsonObject{{u"role"_qs, u"tool"_qs},
                                        {u"tool_call_id"_qs, id.isEmpty() ? name : id},
                                        {u"content"_qs, compact(result.value(u"response"))}});
    }
    static QJsonObject messageOf(const Turn& turn) {
        QJsonObject message{{u"role"_qs, turn.model ? u"assistant"_qs : u"user"_qs}};
        QJsonValue content = turn.text.isEmpty() ? QJsonValue() : QJsonValue(turn.text);
        if (!turn.images.isEmpty()) {
            QJsonArray parts;
            if (!turn.text.isEmpty())
                parts.append(QJsonObject{{u"type"_qs, u"text"_qs}, {u"text"_qs, turn.text}});
            for (const PlayImage& image : turn.images)
                parts.append(imagePart(PlayDialect::Chat, image));
            content = parts;
        }
        message.insert(u"content"_qs, content);
        if (!turn.calls.isEmpty())
            message.insert(u"tool_calls"_qs, turn.calls);
        return message;
    }

    PlayPrompt& m_prompt;
    QStringList& m_leftOut;
    QJsonObject m_more;
    QList<QPair<QString, QString>> m_open; ///< name and id of calls whose result has not come
    int m_calls = 0;
};

} // namespace

bool fillFromGemini(const QByteArray& body, PlayPrompt& prompt, QStringList& leftOut) {
    QJsonObject object = camelObject(QJsonDocument::fromJson(body).object());
    // countTokens may carry a whole request.
    if (object.value(u"generateContentRequest").isObject())
        object = camelObject(object.value(u"generateContentRequest"));
    PlayPrompt filled = prompt;
    QStringList left;
    if (!Reader(filled, left).read(object))
        return false;
    prompt = filled;
    leftOut = left;
    return true;
}

} // namespace tollgate::ui
