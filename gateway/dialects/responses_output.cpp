// Items in general, reasoning and messages. Calls are in responses_output_calls.cpp.
#include "gateway/dialects/responses_output.h"

#include "gateway/dialects/body_edit.h"
#include "gateway/dialects/json_read.h"
#include "gateway/dialects/sealed_reasoning.h"

#include <boost/json.hpp>

namespace tollgate {

namespace json = boost::json;

namespace {

/// Chat Completions nests what is flat here.
json::object flatAnnotation(const json::object& value, std::size_t textSoFar) {
    const std::string type = textOf(value, "type");
    const json::object* nested = objectOf(value, type);
    json::object flat;
    flat["type"] = type;
    for (const auto& [name, member] : nested != nullptr ? *nested : value)
        flat[name] = member;
    if (type == "url_citation") { // all of these are required
        if (!flat.contains("start_index"))
            flat["start_index"] = 0;
        if (!flat.contains("end_index"))
            flat["end_index"] = textSoFar;
        for (const char* name : {"url", "title"}) {
            if (!flat.contains(name) || !flat.at(name).is_string())
                flat[name] = "";
        }
    }
    return flat;
}

std::string summaryPart(std::string_view text) {
    return R"({"type":"summary_text","text":)" + quotedJson(text) + "}";
}

} // namespace

void ResponsesOutput::openItem(std::string_view prefix) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    const auto number = static_cast<unsigned>(m_count);
    m_id = std::string(prefix) + m_base + kDigits[(number >> 4U) & 0xFU] + kDigits[number & 0xFU];
    if (number > 0xFFU)
        m_id += std::to_string(number);
    m_where = "\"item_id\":" + quotedJson(m_id) + ",\"output_index\":" + std::to_string(m_count);
    ++m_count;
}

void ResponsesOutput::sendHere(std::string_view type, const std::string& members) {
    if (m_events.streaming())
        m_events.send(type, members.empty() ? m_where : m_where + "," + members);
}

void ResponsesOutput::finishItem(std::string_view item) {
    if (!m_items.empty())
        m_items += ',';
    m_items += item;
    m_events.send("response.output_item.done",
                  "\"output_index\":" + std::to_string(m_count - 1) + ",\"item\":" + std::string(item));
}

void ResponsesOutput::openReasoning(std::string_view id) {
    close(false);
    openItem("rs_");
    if (!id.empty()) {
        m_id = id;
        m_where = "\"item_id\":" + quotedJson(m_id) + ",\"output_index\":" + std::to_string(m_count - 1);
    }
    m_open = Open::Reasoning;
    m_events.send("response.output_item.added", "\"output_index\":" + std::to_string(m_count - 1) +
                                                    ",\"item\":{\"id\":" + quotedJson(m_id) +
                                                    R"(,"type":"reasoning","summary":[]})");
}

void ResponsesOutput::reasoning(std::string_view delta) {
    if (delta.empty())
        return;
    if (m_open != Open::Reasoning)
        openReasoning();
    if (!m_summaryOpen) {
        m_summaryOpen = true;
        sendHere("response.reasoning_summary_part.added", "\"summary_index\":0,\"part\":" + summaryPart({}));
    }
    m_text += delta;
    if (m_events.streaming())
        sendHere("response.reasoning_summary_text.delta",
                 "\"summary_index\":0,\"delta\":" + quotedJson(delta));
}

/// The seal is always written down, asked for or not, signed or not: whoever answers next wants the signature
/// back, and only the caller has it; and it tells such items from OpenAI's own, which OpenAI alone can look
/// up by their ids.
void ResponsesOutput::closeReasoning(const SealedReasoning& sealed) {
    std::string summary;
    if (m_summaryOpen) {
        summary = summaryPart(m_text);
        sendHere("response.reasoning_summary_text.done",
                 "\"summary_index\":0,\"text\":" + quotedJson(m_text));
        sendHere("response.reasoning_summary_part.done", "\"summary_index\":0,\"part\":" + summary);
    }
    const std::string item = "{\"id\":" + quotedJson(m_id) + R"(,"type":"reasoning","summary":[)" + summary +
                             R"(],"encrypted_content":)" + quotedJson(sealReasoning(sealed)) + "}";
    m_open = Open::Nothing;
    m_summaryOpen = false;
    m_text.clear();
    finishItem(item);
}

void ResponsesOutput::signature(const event::ReasoningSignature& e) {
    if (e.redacted || m_open != Open::Reasoning)
        openReasoning(e.origin == Origin::OpenAi ? e.id : std::string());
    closeReasoning({e.origin, e.redacted, e.signature, {}});
}

void ResponsesOutput::openPart(Part part) {
    if (m_open != Open::Message) {
        close(false);
        openItem("msg_");
        m_open = Open::Message;
        m_events.send("response.output_item.added", "\"output_index\":" + std::to_string(m_count - 1) +
                                                        ",\"item\":" + messageItem("in_progress", {}));
    }
    if (m_part == part)
        return;
    closePart();
    m_part = part;
    sendHere("response.content_part.added",
             "\"content_index\":" + std::to_string(m_contentIndex) + ",\"part\":" +
                 (part == Part::Text ? R"({"type":"output_text","annotations":[],"logprobs":[],"text":""})"
                                     : R"({"type":"refusal","refusal":""})"));
}

void ResponsesOutput::closePart() {
    if (m_part == Part::None)
        return;
    const std::string index = "\"content_index\":" + std::to_string(m_contentIndex++);
    const std::string text = quotedJson(m_text);
    std::string whole;
    if (m_part == Part::Text) {
        const std::string logprobs = json::serialize(m_logprobs);
        whole = R"({"type":"output_text","annotations":)" + json::serialize(m_annotations) +
                ",\"logprobs\":" + logprobs + ",\"text\":" + text + "}";
        sendHere("response.output_text.done", index + ",\"text\":" + text + ",\"logprobs\":" + logprobs);
    } else {
        whole = R"({"type":"refusal","refusal":)" + text + "}";
        sendHere("response.refusal.done", index + ",\"refusal\":" + text);
    }
    sendHere("response.content_part.done", index + ",\"part\":" + whole);
    if (!m_parts.empty())
        m_parts += ',';
    m_parts += whole;
    m_part = Part::None;
    m_text.clear();
    m_annotations.clear();
    m_logprobs.clear();
}

void ResponsesOutput::closeMessage(bool incomplete) {
    closePart();
    m_open = Open::Nothing;
    m_contentIndex = 0;
    finishItem(messageItem(incomplete ? "incomplete" : "completed", std::exchange(m_parts, {})));
    m_phase = Phase::Unsaid;
}

std::string ResponsesOutput::messageItem(std::string_view status, std::string_view content) const {
    std::string item = "{\"id\":" + quotedJson(m_id) + R"(,"type":"message","status":")";
    item.append(status).append(R"(","role":"assistant","content":[)").append(content).append("]");
    if (m_phase != Phase::Unsaid)
        item.append(R"(,"phase":")").append(phaseName(m_phase)).append("\"");
    return item + "}";
}

void ResponsesOutput::beginMessage(Phase phase) {
    close(false);
    m_phase = phase;
}

void ResponsesOutput::sendText(std::string_view delta, const json::value& logprobs) {
    openPart(Part::Text);
    m_text += delta;
    if (const json::array* list = logprobs.if_array())
        m_logprobs.insert(m_logprobs.end(), list->begin(), list->end());
    if (m_events.streaming())
        sendHere("response.output_text.delta",
                 "\"content_index\":" + std::to_string(m_contentIndex) + ",\"delta\":" + quotedJson(delta) +
                     ",\"logprobs\":" + (logprobs.is_array() ? json::serialize(logprobs) : "[]"));
}

void ResponsesOutput::flush() {
    if (!m_held.empty())
        sendText(std::exchange(m_held, {}), nullptr);
}

void ResponsesOutput::text(std::string_view delta) {
    if (delta.empty())
        return;
    flush();
    if (m_wantsLogprobs)
        m_held = delta;
    else
        sendText(delta, nullptr);
}

void ResponsesOutput::logprobs(const json::value& value) {
    const json::object* object = value.if_object();
    const json::array* content = object != nullptr ? arrayOf(*object, "content") : nullptr;
    if (content == nullptr || content->empty())
        return;
    if (!m_held.empty())
        sendText(std::exchange(m_held, {}), *content);
    else if (m_part == Part::Text)
        m_logprobs.insert(m_logprobs.end(), content->begin(), content->end());
}

void ResponsesOutput::refusal(std::string_view delta) {
    if (delta.empty())
        return;
    flush();
    openPart(Part::Refusal);
    m_hasRefusal = true;
    m_text += delta;
    if (m_events.streaming())
        sendHere("response.refusal.delta",
                 "\"content_index\":" + std::to_string(m_contentIndex) + ",\"delta\":" + quotedJson(delta));
}

void ResponsesOutput::citation(const event::Citation& e) {
    flush();
    const json::object* value = e.value.if_object();
    if (value == nullptr || m_part != Part::Text) {
        dropped("citations", "this citation has no place in a Responses message");
        return;
    }
    json::object annotation = flatAnnotation(*value, m_text.size());
    if (m_events.streaming())
        sendHere("response.output_text.annotation.added",
                 "\"content_index\":" + std::to_string(m_contentIndex) + ",\"annotation_index\":" +
                     std::to_string(m_annotations.size()) + ",\"annotation\":" + json::serialize(annotation));
    m_annotations.push_back(std::move(annotation));
}

/// OpenAI's own items go on as they are; nobody here can read those of others.
void ResponsesOutput::opaque(const event::OpaqueBlock& e) {
    if (e.origin != Origin::OpenAi || !e.block.is_object()) {
        dropped("output", "a block that only callers of its provider's own format can be shown");
        return;
    }
    close(false);
    ++m_count;
    const std::string item = json::serialize(e.block);
    m_events.send("response.output_item.added",
                  "\"output_index\":" + std::to_string(m_count - 1) + ",\"item\":" + item);
    finishItem(item);
}

void ResponsesOutput::close(bool incomplete) {
    flush();
    switch (m_open) {
    case Open::Nothing:
        break;
    case Open::Reasoning:
        closeReasoning(SealedReasoning{});
        break;
    case Open::Message:
        closeMessage(incomplete);
        break;
    case Open::Calls:
        advanceCalls(true);
        finishCall(m_calls.front(), incomplete);
        m_calls.clear();
        m_open = Open::Nothing;
        break;
    }
}

void ResponsesOutput::dropped(std::string param, std::string reason) {
    TranslationNote note{"dropped", std::move(param), std::move(reason)};
    if (std::ranges::find(m_notes, note) == m_notes.end())
        m_notes.push_back(std::move(note));
}

} // namespace tollgate
