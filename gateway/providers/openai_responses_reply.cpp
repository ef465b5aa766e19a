#include "gateway/providers/openai_responses_reply.h"

#include "gateway/providers/custom_tools.h"
#include "gateway/providers/encode_common.h"
#include "gateway/providers/reply_json.h"

#include <boost/json.hpp>
#include <simdjson.h>

#include <algorithm>
#include <map>

namespace tollgate {

namespace {

using reply::converted;
using reply::integer;
using reply::parseObject;
using reply::text;
using simdjson::SUCCESS;
using simdjson::dom::element;

/// Cached tokens are counted inside input_tokens, reasoning inside output_tokens.
Usage usageOf(element object, element response) {
    Usage usage;
    usage.tier = serviceTierNamed(text(response, "service_tier"));
    element details;
    if (object["input_tokens_details"].get(details) == SUCCESS && details.is_object()) {
        usage.cacheRead = integer(details, "cached_tokens");
        usage.cacheWrite5m = integer(details, "cache_write_tokens");
    }
    if (object["output_tokens_details"].get(details) == SUCCESS && details.is_object())
        usage.reasoning = integer(details, "reasoning_tokens");
    usage.inputUncached =
        std::max<std::int64_t>(0, integer(object, "input_tokens") - usage.cacheRead - usage.cacheWrite5m);
    usage.outputText = std::max<std::int64_t>(0, integer(object, "output_tokens") - usage.reasoning);
    return usage;
}

/// {"type":"url_citation","url",…} → {"type":"url_citation","url_citation":{"url",…}}.
event::Citation citationOf(element annotation) {
    boost::json::value original = converted(annotation);
    boost::json::object nested;
    if (const boost::json::object* flat = original.if_object()) {
        const boost::json::value* type = flat->if_contains("type");
        if (type != nullptr && type->is_string()) {
            boost::json::object members;
            for (const auto& [name, value] : *flat) {
                if (name != "type")
                    members[name] = value;
            }
            nested["type"] = *type;
            nested[std::string_view(type->get_string())] = std::move(members);
        }
    }
    return {std::move(nested), std::move(original), Origin::OpenAi};
}

/// "mcp__files__" and "read" → "mcp__files__read": the dialect names tools of a namespace so.
std::string flatName(element item) {
    std::string flat(text(item, "namespace"));
    if (!flat.empty() && !flat.ends_with("__"))
        flat += "__";
    return flat.append(text(item, "name"));
}

class OpenAiResponsesReplyDecoder final : public ReplyDecoder {
public:
    explicit OpenAiResponsesReplyDecoder(ReplyHints hints)
        : m_hints(std::move(hints)) {}

    void body(std::string_view bytes, std::vector<ChatEvent>& events) override {
        element root;
        if (!parseObject(bytes, root)) {
            m_malformed = true;
            return;
        }
        if (readError(root, "error"))
            return;
        simdjson::dom::array output;
        if (root["output"].get(output) != SUCCESS) {
            m_malformed = true;
            return;
        }
        start(root, events);
        readOutput(output, events);
        finish(root, events);
    }

    void event(std::string_view name, std::string_view data, std::vector<ChatEvent>& events) override {
        if (data == "[DONE]") { // some compatible servers say it, too
            m_done = true;
            if (!m_finished)
                m_error = "The upstream's stream ended without response.completed.";
            return;
        }
        // The longest of all, and nothing in it that response.created did not say.
        if (name == "response.in_progress" && m_started)
            return;
        element root;
        if (!parseObject(data, root)) {
            m_malformed = true;
            return;
        }
        const std::string_view type = text(root, "type");
        if (type.ends_with(".delta"))
            readDelta(type, root, events);
        else
            readEvent(type, root, events);
    }

    bool finished() const override { return m_finished; }
    bool sawTerminator() const override { return m_done; }
    bool malformed() const override { return m_malformed; }
    const std::string& streamError() const override { return m_error; }
    std::string_view finalReply() const override { return m_final; }

private:
    /// What of an item has come in deltas, so that servers that send only whole items are understood, too.
    struct Seen {
        bool text = false;
        bool begun = false; ///< some of its text is out
        Phase phase = Phase::Unsaid;
        bool refusal = false;
        bool reasoning = false;
        bool arguments = false;
        FreeTextArguments freeText;
        std::int64_t summary = 0; ///< the part that is going on
    };

    Seen& seen(element root) { return m_seen[integer(root, "output_index")]; }

    void start(element response, std::vector<ChatEvent>& events) {
        if (!std::exchange(m_started, true))
            events.emplace_back(
                event::Start{std::string(text(response, "id")), std::string(text(response, "model"))});
    }

    void readDelta(std::string_view type, element root, std::vector<ChatEvent>& events) {
        const std::string_view delta = text(root, "delta");
        if (type == "response.output_text.delta") {
            Seen& item = seen(root);
            item.text = true;
            if (!delta.empty())
                events.emplace_back(textDelta(delta, item));
            addLogprobs(root, events);
        } else if (type == "response.function_call_arguments.delta") {
            const auto call = m_calls.find(indexOf(root));
            if (call == m_calls.end())
                return; // the whole item tells them again
            seen(root).arguments = true;
            if (!delta.empty())
                events.emplace_back(event::ToolArgumentsDelta{call->second, std::string(delta)});
        } else if (type == "response.custom_tool_call_input.delta") {
            const auto call = m_calls.find(indexOf(root));
            if (call == m_calls.end() || delta.empty())
                return;
            Seen& item = seen(root);
            item.arguments = true;
            events.emplace_back(event::ToolArgumentsDelta{call->second, item.freeText.add(delta)});
        } else if (type == "response.refusal.delta") {
            seen(root).refusal = true;
            events.emplace_back(event::RefusalDelta{std::string(delta)});
        } else if (type == "response.reasoning_summary_text.delta" ||
                   type == "response.reasoning_text.delta") {
            Seen& item = seen(root);
            const bool first = !std::exchange(item.reasoning, true);
            const std::int64_t part = integer(root, "summary_index");
            if (std::exchange(item.summary, part) != part && !first)
                events.emplace_back(event::ReasoningDelta{"\n\n"});
            events.emplace_back(event::ReasoningDelta{std::string(delta)});
        }
    }

    static event::TextDelta textDelta(std::string_view words, Seen& item) {
        return {std::string(words), 0, !std::exchange(item.begun, true), item.phase};
    }

    void readEvent(std::string_view type, element root, std::vector<ChatEvent>& events) {
        element inner;
        if (type == "response.output_text.annotation.added") {
            if (root["annotation"].get(inner) == SUCCESS && inner.is_object())
                events.emplace_back(citationOf(inner));
        } else if (type == "response.output_item.added") {
            if (root["item"].get(inner) != SUCCESS)
                return;
            seen(root).phase = phaseNamed(text(inner, "phase"));
            openItem(inner, indexOf(root), events);
        } else if (type == "response.output_item.done") {
            if (root["item"].get(inner) == SUCCESS)
                closeItem(inner, indexOf(root), seen(root), events);
        } else if (type == "response.created" || type == "response.in_progress" ||
                   type == "response.queued") {
            if (root["response"].get(inner) == SUCCESS)
                start(inner, events);
        } else if (type == "response.completed" || type == "response.incomplete" ||
                   type == "response.failed" || type == "response.cancelled") {
            m_done = true;
            if (root["response"].get(inner) != SUCCESS || !inner.is_object()) {
                m_malformed = true;
                return;
            }
            start(inner, events);
            finish(inner, events);
        } else if (type == "error" || root["error"].is_object()) {
            m_done = true;
            if (!readError(root, "error"))
                m_error = text(root, "message").empty() ? "The upstream reported an error."
                                                        : std::string(text(root, "message"));
        }
    }

    bool readError(element object, const char* name) {
        element error;
        if (object[name].get(error) != SUCCESS || error.is_null())
            return false;
        std::string_view message;
        if (error.is_object())
            message = text(error, "message");
        else if (error.get(message) != SUCCESS)
            message = {};
        m_error = message.empty() ? "The upstream reported an error." : std::string(message);
        return true;
    }

    static int indexOf(element root) {
        constexpr std::int64_t kMostItems = 1'000'000;
        return static_cast<int>(std::min(integer(root, "output_index"), kMostItems));
    }

    void openItem(element item, int index, std::vector<ChatEvent>& events) {
        const std::string_view type = text(item, "type");
        const auto number = static_cast<int>(m_calls.size()); // calls are counted apart from other items
        if ((type != "function_call" && type != "custom_tool_call") || !m_calls.emplace(index, number).second)
            return;
        event::ToolCallStart call;
        call.index = number;
        call.id = text(item, "call_id");
        if (call.id.empty())
            call.id = text(item, "id");
        call.name = callersToolName(flatName(item), m_hints);
        events.emplace_back(std::move(call));
    }

    void closeItem(element item, int index, Seen& seen, std::vector<ChatEvent>& events) {
        const std::string_view type = text(item, "type");
        if (type == "message") {
            if (seen.phase == Phase::Unsaid)
                seen.phase = phaseNamed(text(item, "phase"));
            readMessage(item, seen, events);
        } else if (type == "reasoning") {
            readReasoning(item, seen, events);
        } else if (type == "function_call") {
            openItem(item, index, events);
            if (const std::string_view arguments = text(item, "arguments");
                !seen.arguments && !arguments.empty())
                events.emplace_back(event::ToolArgumentsDelta{m_calls[index], std::string(arguments)});
        } else if (type == "custom_tool_call") {
            openItem(item, index, events);
            std::string arguments;
            if (const std::string_view input = text(item, "input"); !seen.arguments && !input.empty())
                arguments = seen.freeText.add(input);
            arguments += seen.freeText.end();
            events.emplace_back(event::ToolArgumentsDelta{m_calls[index], std::move(arguments)});
        } else if (!type.empty()) { // what OpenAI's own tools did
            events.emplace_back(event::OpaqueBlock{converted(item), Origin::OpenAi});
        }
    }

    void readMessage(element item, Seen& seen, std::vector<ChatEvent>& events) {
        simdjson::dom::array parts;
        if (item["content"].get(parts) != SUCCESS)
            return;
        for (element part : parts) {
            if (const std::string_view refusal = text(part, "refusal"); !refusal.empty()) {
                m_refused = true;
                if (!seen.refusal)
                    events.emplace_back(event::RefusalDelta{std::string(refusal)});
            }
            if (seen.text)
                continue;
            if (const std::string_view words = text(part, "text"); !words.empty())
                events.emplace_back(textDelta(words, seen));
            addLogprobs(part, events);
            simdjson::dom::array annotations;
            if (part["annotations"].get(annotations) != SUCCESS)
                continue;
            for (element annotation : annotations) {
                if (annotation.is_object())
                    events.emplace_back(citationOf(annotation));
            }
        }
    }

    static void addLogprobs(element object, std::vector<ChatEvent>& events) {
        element list;
        if (object["logprobs"].get(list) != SUCCESS || !list.is_array() || list.get_array().size() == 0)
            return;
        boost::json::object value;
        value["content"] = converted(list);
        events.emplace_back(event::Logprobs{std::move(value)});
    }

    static void readReasoning(element item, const Seen& seen, std::vector<ChatEvent>& events) {
        bool readable = seen.reasoning;
        for (const char* list : {"summary", "content"}) {
            simdjson::dom::array parts;
            if (seen.reasoning || item[list].get(parts) != SUCCESS)
                continue;
            for (element part : parts) {
                const std::string_view words = text(part, "text");
                if (words.empty())
                    continue;
                if (std::exchange(readable, true))
                    events.emplace_back(event::ReasoningDelta{"\n\n"});
                events.emplace_back(event::ReasoningDelta{std::string(words)});
            }
        }
        const std::string_view encrypted = text(item, "encrypted_content");
        if (!encrypted.empty())
            events.emplace_back(event::ReasoningSignature{std::string(encrypted), Origin::OpenAi, !readable,
                                                          std::string(text(item, "id"))});
    }

    void readOutput(simdjson::dom::array output, std::vector<ChatEvent>& events) {
        int index = 0;
        for (element item : output) {
            Seen nothing;
            closeItem(item, index++, nothing, events);
        }
    }

    void finish(element response, std::vector<ChatEvent>& events) {
        if (element usage; response["usage"].get(usage) == SUCCESS && usage.is_object())
            events.emplace_back(event::UsageReport{usageOf(usage, response)});
        const std::string_view status = text(response, "status");
        if (readError(response, "error"))
            return;
        if (status == "failed" || status == "cancelled" || status == "queued" || status == "in_progress") {
            m_error = "The upstream's response ended as \"" + std::string(status) + "\".";
            return;
        }
        if (std::exchange(m_finished, true))
            return;
        m_final = simdjson::minify(response);
        event::Finish finish;
        if (status == "incomplete") {
            element details;
            const bool told = response["incomplete_details"].get(details) == SUCCESS && details.is_object();
            finish.reason = told && text(details, "reason") == "content_filter" ? FinishReason::ContentFilter
                                                                                : FinishReason::Length;
        } else if (!m_calls.empty()) {
            finish.reason = FinishReason::ToolCalls;
        } else if (m_refused) {
            finish.reason = FinishReason::Refusal;
        }
        events.emplace_back(std::move(finish));
    }

    const ReplyHints m_hints;
    std::map<std::int64_t, Seen> m_seen; ///< by output index
    std::map<int, int> m_calls;          ///< output index → number of the call
    std::string m_error;
    std::string m_final;
    bool m_started = false;
    bool m_refused = false;
    bool m_finished = false;
    bool m_done = false;
    bool m_malformed = false;
};

} // namespace

std::unique_ptr<ReplyDecoder> makeOpenAiResponsesReplyDecoder(ReplyHints hints) {
    return std::make_unique<OpenAiResponsesReplyDecoder>(std::move(hints));
}

} // namespace tollgate
