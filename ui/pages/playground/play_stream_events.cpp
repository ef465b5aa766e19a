// Events of Responses and Messages; framing and Chat Completions are in play_stream.cpp.

#include "ui/pages/playground/play_stream.h"

#include <QJsonDocument>

namespace tollgate::ui {
namespace {
constexpr int kMostElements = 256;
} // namespace

bool PlayStream::responsesEvent(const QJsonObject& event) {
    const QString type = event.value(u"type").toString();
    if (type == u"response.output_text.delta"_qs || type == u"response.refusal.delta"_qs)
        return say(event.value(u"delta").toString());
    if (type == u"response.output_item.done"_qs)
        return responsesItem(event.value(u"item").toObject());
    if (type == u"error"_qs) { // its message stands beside its type
        m_error = event.value(u"message").toString(m_error);
        return true;
    }
    if (type == u"response.completed"_qs || type == u"response.incomplete"_qs ||
        type == u"response.failed"_qs) {
        responsesOutput(event.value(u"response").toObject());
        m_done = true;
        return true;
    }
    if (event.value(u"object") == u"response"_qs) {
        for (const QJsonValue& item : event.value(u"output").toArray()) {
            for (const QJsonValue& part : item.toObject().value(u"content").toArray())
                if (item.toObject().value(u"type") == u"message"_qs) {
                    say(part.toObject().value(u"text").toString());
                    say(part.toObject().value(u"refusal").toString());
                }
            responsesItem(item.toObject());
        }
        responsesOutput(event);
        return true;
    }
    return false;
}

void PlayStream::responsesOutput(const QJsonObject& response) {
    m_finish = response.value(u"status").toString();
    const QString why = response.value(u"incomplete_details").toObject().value(u"reason").toString();
    if (!why.isEmpty())
        m_finish = why;
    if (response.value(u"usage").isObject())
        usage(response.value(u"usage").toObject());
    const QString error = response.value(u"error").toObject().value(u"message").toString();
    if (!error.isEmpty())
        m_error = error;
}

bool PlayStream::responsesItem(const QJsonObject& item) {
    if (m_elements.size() >= kMostElements || item.isEmpty())
        return false;
    m_elements.append(item);
    if (item.value(u"type") != u"function_call"_qs)
        return false;
    m_tools.append({item.value(u"call_id").toString(), item.value(u"name").toString(),
                    item.value(u"arguments").toString()});
    return true;
}

bool PlayStream::messagesEvent(const QJsonObject& event) {
    const QString type = event.value(u"type").toString();
    if (type == u"message_start"_qs) {
        usage(event.value(u"message").toObject().value(u"usage").toObject());
        return false;
    }
    if (type == u"content_block_start"_qs) {
        if (event.value(u"index").toInt() != m_elements.size() || m_elements.size() >= kMostElements)
            return false;
        m_open = {};
        return messagesBlock(event.value(u"content_block").toObject());
    }
    if (type == u"content_block_delta"_qs)
        return messagesDelta(event.value(u"index").toInt(), event.value(u"delta").toObject());
    if (type == u"content_block_stop"_qs) {
        endBlock();
        return false;
    }
    if (type == u"message_delta"_qs) {
        m_finish = event.value(u"delta").toObject().value(u"stop_reason").toString(m_finish);
        return false;
    }
    if (type == u"message_stop"_qs) {
        m_done = true;
        return true;
    }
    if (type != u"message"_qs)
        return false;
    m_finish = event.value(u"stop_reason").toString();
    for (const QJsonValue& block : event.value(u"content").toArray())
        messagesBlock(block.toObject());
    return true;
}

bool PlayStream::messagesBlock(const QJsonObject& block) {
    m_elements.append(block);
    const bool words = say(block.value(u"text").toString());
    if (block.value(u"type") != u"tool_use"_qs)
        return words;
    const QJsonObject input = block.value(u"input").toObject();
    m_tools.append({block.value(u"id").toString(), block.value(u"name").toString(),
                    input.isEmpty()
                        ? QString()
                        : QString::fromUtf8(QJsonDocument(input).toJson(QJsonDocument::Compact))});
    return true;
}

bool PlayStream::messagesDelta(int index, const QJsonObject& delta) {
    if (index < 0 || index != m_elements.size() - 1) // blocks come one after the other
        return false;
    const auto grow = [&delta](QString& whole, const QString& name) {
        const QString part = delta.value(name).toString();
        whole += part.left(kMostText - qMin(kMostText, whole.size()));
        return part;
    };
    const QString type = delta.value(u"type").toString();
    if (type == u"text_delta"_qs)
        return say(grow(m_open.text, u"text"_qs));
    if (type == u"thinking_delta"_qs)
        grow(m_open.thinking, u"thinking"_qs);
    else if (type == u"signature_delta"_qs)
        grow(m_open.signature, u"signature"_qs);
    if (type != u"input_json_delta"_qs || m_tools.isEmpty())
        return false;
    grow(m_open.input, u"partial_json"_qs);
    m_tools.last().arguments = m_open.input;
    return true;
}

/// A block is whole only now: written once, not with every piece of it.
void PlayStream::endBlock() {
    if (m_elements.isEmpty())
        return;
    QJsonObject block = m_elements.last().toObject();
    const auto put = [&block](const QString& name, const QString& more) {
        if (!more.isEmpty())
            block.insert(name, QString(block.value(name).toString() + more));
    };
    put(u"text"_qs, m_open.text);
    put(u"thinking"_qs, m_open.thinking);
    put(u"signature"_qs, m_open.signature);
    if (!m_open.input.isEmpty())
        block.insert(u"input"_qs, QJsonDocument::fromJson(m_open.input.toUtf8()).object());
    m_elements.replace(m_elements.size() - 1, block);
    m_open = {};
}

} // namespace tollgate::ui
