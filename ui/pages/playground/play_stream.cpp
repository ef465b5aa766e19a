#include "ui/pages/playground/play_stream.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace tollgate::ui {
namespace {

constexpr qsizetype kLongestLine = 4 * 1024 * 1024;
constexpr int kMostTools = 64;

QString errorText(const QJsonValue& error) {
    return error.isObject() ? error.toObject().value(u"message").toString() : error.toString();
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

void PlayStream::usage(const QJsonObject& usage) {
    if (usage.contains(u"prompt_tokens"))
        m_input = usage.value(u"prompt_tokens").toInteger();
    if (usage.contains(u"completion_tokens"))
        m_output = usage.value(u"completion_tokens").toInteger();
}

bool PlayStream::event(const QJsonObject& event) {
    bool news = false;
    if (event.contains(u"error")) {
        m_error = errorText(event.value(u"error"));
        news = true;
    }
    if (event.value(u"usage").isObject())
        usage(event.value(u"usage").toObject());
    const QJsonObject choice = event.value(u"choices").toArray().at(0).toObject();
    const QString finish = choice.value(u"finish_reason").toString();
    if (!finish.isEmpty())
        m_finish = finish;
    news = message(choice.value(u"delta").toObject()) || news;
    return message(choice.value(u"message").toObject()) || news;
}

bool PlayStream::message(const QJsonObject& message) {
    const QString content = message.value(u"content").toString();
    m_text += content.left(kMostText - qMin(kMostText, m_text.size()));
    const QJsonArray calls = message.value(u"tool_calls").toArray();
    for (int i = 0; i < calls.size(); ++i) {
        const QJsonObject call = calls.at(i).toObject();
        const int index = call.value(u"index").toInt(i);
        if (index < 0 || index >= kMostTools)
            continue;
        while (m_tools.size() <= index)
            m_tools.append(PlayToolCall());
        const QJsonObject function = call.value(u"function").toObject();
        m_tools[index].name += function.value(u"name").toString();
        m_tools[index].arguments += function.value(u"arguments").toString();
    }
    return !content.isEmpty() || !calls.isEmpty();
}

void PlayStream::whole(const QByteArray& body) {
    event(QJsonDocument::fromJson(body).object());
    m_done = true;
}

} // namespace tollgate::ui
