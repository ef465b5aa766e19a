#include "ui/pages/playground/play_stream.h"

#include <QJsonDocument>

namespace tollgate::ui {
namespace {

constexpr qsizetype kLongestLine = 4 * 1024 * 1024;
constexpr int kMostTools = 64;

QString errorText(const QJsonValue& error) {
    return error.isObject() ? error.toObject().value(u"message").toString() : error.toString();
}

QByteArray compact(const QJsonObject& object) {
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace

bool PlayStream::feed(const QByteArray& bytes) {
    m_rest += bytes;
    bool news = false;
    qsizetype at = 0;
    for (qsizetype end = m_rest.indexOf('\n'); end >= 0; end = m_rest.indexOf('\n', at)) {
        QByteArray one = m_rest.mid(at, end - at);
        if (one.endsWith('\r'))
            one.chop(1);
        news = line(one) || news;
        at = end + 1;
    }
    m_rest.remove(0, at);
    if (m_rest.size() > kLongestLine)
        m_rest.clear();
    return news;
}

bool PlayStream::line(const QByteArray& line) {
    if (line.startsWith(": tollgate ")) {
        comment(line.mid(11));
        return true;
    }
    if (!line.startsWith("data:"))
        return false;
    const QByteArray data = line.mid(5).trimmed();
    if (data == "[DONE]") {
        m_done = true;
        return true;
    }
    return event(QJsonDocument::fromJson(data).object());
}

void PlayStream::comment(const QByteArray& words) {
    for (const QByteArray& word : words.split(' ')) {
        const qsizetype equals = word.indexOf('=');
        const QByteArray name = word.left(equals);
        bool number = false;
        const double value = word.mid(equals + 1).toDouble(&number);
        if (!number)
            continue;
        if (name == "cost_usd")
            m_cost = value;
        else if (name == "tokens_in")
            m_input = static_cast<qint64>(value);
        else if (name == "tokens_out")
            m_output = static_cast<qint64>(value);
    }
}

/// Chat says prompt and completion, the others input and output; Messages keeps what came from the cache
/// apart.
void PlayStream::usage(const QJsonObject& usage) {
    for (const QString& name : {u"prompt_tokens"_qs, u"input_tokens"_qs})
        if (usage.contains(name))
            m_input = usage.value(name).toInteger() + usage.value(u"cache_read_input_tokens").toInteger() +
                      usage.value(u"cache_creation_input_tokens").toInteger();
    for (const QString& name : {u"completion_tokens"_qs, u"output_tokens"_qs})
        if (usage.contains(name))
            m_output = usage.value(name).toInteger();
}

bool PlayStream::say(const QString& text) {
    m_text += text.left(kMostText - qMin(kMostText, m_text.size()));
    return !text.isEmpty();
}

bool PlayStream::event(const QJsonObject& event) {
    bool news = false;
    if (event.value(u"error").isObject() || event.value(u"error").isString()) {
        m_error = errorText(event.value(u"error"));
        news = true;
    }
    if (event.value(u"usage").isObject())
        usage(event.value(u"usage").toObject());
    switch (m_dialect) {
    case PlayDialect::Responses:
        return responsesEvent(event) || news;
    case PlayDialect::Messages:
        return messagesEvent(event) || news;
    case PlayDialect::Chat:
        break;
    }
    return chatEvent(event) || news;
}

bool PlayStream::chatEvent(const QJsonObject& event) {
    const QJsonObject choice = event.value(u"choices").toArray().at(0).toObject();
    const QString finish = choice.value(u"finish_reason").toString();
    if (!finish.isEmpty())
        m_finish = finish;
    const bool news = chatMessage(choice.value(u"delta").toObject());
    return chatMessage(choice.value(u"message").toObject()) || news;
}

bool PlayStream::chatMessage(const QJsonObject& message) {
    const bool words = say(message.value(u"content").toString());
    const bool refusal = say(message.value(u"refusal").toString());
    const QJsonArray calls = message.value(u"tool_calls").toArray();
    for (int i = 0; i < calls.size(); ++i) {
        const QJsonObject call = calls.at(i).toObject();
        const int index = call.value(u"index").toInt(i);
        if (index < 0 || index >= kMostTools)
            continue;
        while (m_tools.size() <= index)
            m_tools.append(PlayToolCall());
        const QJsonObject function = call.value(u"function").toObject();
        if (m_tools.at(index).id.isEmpty())
            m_tools[index].id = call.value(u"id").toString();
        m_tools[index].name += function.value(u"name").toString();
        m_tools[index].arguments += function.value(u"arguments").toString();
    }
    return words || refusal || !calls.isEmpty();
}

void PlayStream::whole(const QByteArray& body) {
    event(QJsonDocument::fromJson(body).object());
    m_done = true;
}

QList<QByteArray> PlayStream::turn() const {
    QList<QByteArray> elements;
    if (m_dialect == PlayDialect::Responses) {
        for (const QJsonValue& item : m_elements)
            elements << compact(item.toObject());
        return elements;
    }
    QJsonObject message{{u"role"_qs, u"assistant"_qs}};
    if (m_dialect == PlayDialect::Messages) {
        if (m_elements.isEmpty())
            return {};
        message.insert(u"content"_qs, m_elements);
        return {compact(message)};
    }
    message.insert(u"content"_qs, m_text.isEmpty() ? QJsonValue() : QJsonValue(m_text));
    QJsonArray calls;
    for (const PlayToolCall& call : m_tools)
        calls.append(QJsonObject{
            {u"id"_qs, call.id},
            {u"type"_qs, u"function"_qs},
            {u"function"_qs, QJsonObject{{u"name"_qs, call.name}, {u"arguments"_qs, call.arguments}}}});
    if (!calls.isEmpty())
        message.insert(u"tool_calls"_qs, calls);
    return {compact(message)};
}

QList<QByteArray> PlayStream::results(PlayDialect dialect, const QList<PlayToolResult>& results) {
    QList<QByteArray> elements;
    QJsonArray blocks;
    for (const PlayToolResult& result : results) {
        if (dialect == PlayDialect::Chat) {
            elements << compact({{u"role"_qs, u"tool"_qs},
                                 {u"tool_call_id"_qs, result.call.id},
                                 {u"content"_qs, result.text}});
        } else if (dialect == PlayDialect::Responses) {
            elements << compact({{u"type"_qs, u"function_call_output"_qs},
                                 {u"call_id"_qs, result.call.id},
                                 {u"output"_qs, result.text}});
        } else {
            QJsonObject block{{u"type"_qs, u"tool_result"_qs},
                              {u"tool_use_id"_qs, result.call.id},
                              {u"content"_qs, result.text}};
            if (result.isError)
                block.insert(u"is_error"_qs, true);
            blocks.append(block);
        }
    }
    if (!blocks.isEmpty())
        elements << compact({{u"role"_qs, u"user"_qs}, {u"content"_qs, blocks}});
    return elements;
}

} // namespace tollgate::ui
