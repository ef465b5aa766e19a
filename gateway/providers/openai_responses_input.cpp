#include "gateway/providers/openai_responses_input.h"

#include "gateway/providers/custom_tools.h"
#include "gateway/providers/encode_common.h"
#include "gateway/providers/openai_messages.h"

#include <boost/json.hpp>

#include <algorithm>
#include <set>

namespace tollgate {

namespace json = boost::json;

namespace {

using Kind = ContentPart::Kind;

constexpr std::size_t kLongestCallId = 64; ///< "… call_id: string too long. Expected … maximum length 64"

json::object item(json::string_view type) {
    json::object object;
    object["type"] = type;
    return object;
}

json::object textPart(json::string_view type, json::string_view text) {
    json::object part = item(type);
    part["text"] = text;
    return part;
}

json::value plainIfAlone(json::array parts, json::string_view type) {
    if (parts.size() == 1 && parts.front().at("type") == type)
        return std::move(parts.front().as_object()["text"]);
    return parts;
}

bool isText(const ContentPart& part) {
    return part.kind == Kind::Text;
}

class InputWriter {
public:
    InputWriter(const ChatRequest& request, TranslationLog& log, ReplyHints& hints)
        : m_request(request)
        , m_log(log)
        , m_hints(hints)
        , m_customTools(customToolNames(request)) {}

    tl::expected<ResponsesInput, Error> write() {
        std::size_t next = leadingInstructions();
        for (; next < m_request.messages.size() && !m_failure; ++next) {
            m_at = "messages[" + std::to_string(next) + "]";
            const Message& message = m_request.messages[next];
            if (!message.name.empty())
                m_log.dropped(m_at + ".name", "messages have no names here");
            if (message.role == Role::Assistant)
                assistant(message);
            else
                others(message);
        }
        if (m_failure)
            return tl::unexpected(*m_failure);
        closeCalls();
        if (m_result.items.empty()) // somebody has to say something
            addMessage("system", json::value(std::exchange(m_result.instructions, {})));
        return std::move(m_result);
    }

private:
    /// Not answered yet.
    struct OpenCall {
        std::string id;
        std::string sent;
        std::string at;
        bool custom = false;
    };

    /// Answers how many messages they were.
    std::size_t leadingInstructions() {
        std::size_t count = 0;
        for (const Message& message : m_request.messages) {
            if (message.role != Role::System || !std::ranges::all_of(message.parts, isText))
                break;
            for (const ContentPart& part : message.parts) {
                if (!m_result.instructions.empty() && !part.text.empty())
                    m_result.instructions += "\n\n";
                m_result.instructions += part.text;
            }
            ++count;
        }
        return count;
    }

    static json::string_view roleName(Role role) {
        if (role == Role::System)
            return "system";
        return role == Role::Developer ? "developer" : "user";
    }

    void addMessage(json::string_view role, json::value content, Phase phase = Phase::Unsaid) {
        json::object message = item("message");
        message["role"] = role;
        message["content"] = std::move(content);
        if (phase != Phase::Unsaid)
            message["phase"] = json::string_view(phaseName(phase));
        m_result.items.push_back(std::move(message));
    }

    /// System, user and tool messages: results of tools are items of their own, before the rest.
    void others(const Message& message) {
        json::array parts;
        for (const ContentPart& part : message.parts) {
            if (part.kind == Kind::ToolResult)
                toolResult(part);
            else if (!asItem(part))
                content(part, parts);
        }
        if (parts.empty())
            return;
        closeCalls();
        addMessage(roleName(message.role), plainIfAlone(std::move(parts), "input_text"));
    }

    /// The order of thoughts, words and calls is kept: a thought belongs to what follows it.
    void assistant(const Message& message) {
        json::array parts;
        json::array thoughts;
        Phase phase = Phase::Unsaid;
        const auto flush = [&] {
            std::ranges::move(thoughts, std::back_inserter(m_result.items));
            thoughts.clear();
        };
        const auto flushWords = [&] {
            if (parts.empty())
                return;
            flush();
            addMessage("assistant", plainIfAlone(std::exchange(parts, {}), "output_text"), phase);
        };
        for (const ContentPart& part : message.parts) {
            if (part.kind == Kind::Reasoning) {
                flushWords();
                thought(part, thoughts);
            } else if (part.kind == Kind::ToolCall) {
                flushWords();
                flush();
                m_result.items.push_back(toolCall(part));
            } else if (part.kind == Kind::Opaque) {
                flushWords();
                flush();
                asItem(part);
            } else {
                if (part.phase != phase)
                    flushWords();
                phase = part.phase;
                said(part, parts);
            }
        }
        flushWords();
        // "Item of type 'reasoning' was provided without its required following item."
        if (!thoughts.empty())
            m_log.dropped(m_at + ".thinking", "nothing follows it that it could belong to");
    }

    void said(const ContentPart& part, json::array& parts) {
        if (part.kind == Kind::Refusal) {
            json::object refusal = item("refusal");
            refusal["refusal"] = part.text;
            parts.push_back(std::move(refusal));
        } else if (part.kind == Kind::Text) {
            if (!part.text.empty())
                parts.push_back(textPart("output_text", part.text));
        } else {
            m_log.dropped(m_at + ".content", "a model's own turn holds only text here");
        }
    }

    /// Without its id: what is not kept at OpenAI must not be looked for there (vercel/ai#12869).
    void thought(const ContentPart& part, json::array& thoughts) {
        if (part.origin != Origin::OpenAi || part.signature.empty()) {
            m_log.dropped(m_at + ".thinking", "this provider reads only its own reasoning");
            return;
        }
        json::object reasoning = item("reasoning");
        json::array summary;
        if (!part.text.empty())
            summary.push_back(textPart("summary_text", part.text));
        reasoning["summary"] = std::move(summary);
        reasoning["encrypted_content"] = part.signature;
        thoughts.push_back(std::move(reasoning));
    }

    json::object toolCall(const ContentPart& part) {
        const bool custom = m_customTools.contains(part.name);
        json::object call = item(custom ? "custom_tool_call" : "function_call");
        m_open.push_back({part.id, unusedCallId(part.id), m_at, custom});
        call["call_id"] = m_open.back().sent;
        call["name"] = sentToolName(part.name, kOpenAiToolName, m_hints);
        if (custom)
            call["input"] = freeTextOf(part.arguments);
        else
            call["arguments"] = part.arguments.empty() ? "{}" : part.arguments;
        return call;
    }

    void toolResult(const ContentPart& part) {
        const auto call = std::ranges::find(m_open, part.id, &OpenCall::id);
        if (call == m_open.end()) {
            m_log.dropped(m_at + ".content", "the result of a tool that was not called before it");
            return;
        }
        json::object result = resultOf(*call);
        m_open.erase(call);
        // There is no field for failure.
        const std::string_view before = part.isError ? "Error: " : "";
        if (std::ranges::all_of(part.parts, isText)) {
            result["output"] = std::string(before) + part.resultText();
        } else {
            json::array output;
            if (part.isError)
                output.push_back(textPart("input_text", before));
            for (const ContentPart& inner : part.parts)
                content(inner, output);
            result["output"] = std::move(output);
        }
        m_result.items.push_back(std::move(result));
    }

    static json::object resultOf(const OpenCall& call) {
        json::object result = item(call.custom ? "custom_tool_call_output" : "function_call_output");
        result["call_id"] = call.sent;
        return result;
    }

    /// "No tool output found for function call …" otherwise.
    void closeCalls() {
        for (const OpenCall& call : std::exchange(m_open, {})) {
            json::object result = resultOf(call);
            result["output"] = "Error: No result was given.";
            m_result.items.push_back(std::move(result));
            m_log.synthesised(call.at + ".tool_calls", "a call without a result is answered with an error");
        }
    }

    /// Callers repeat ids: functions from before there were tools have only their names.
    std::string unusedCallId(const std::string& id) {
        const auto safe = [](const std::string& text) {
            return !text.empty() && text.size() <= kLongestCallId ? text
                                                                  : safeIdentifier(text, kLongestCallId);
        };
        std::string sent = safe(id);
        for (int i = 2; !m_usedIds.insert(sent).second; ++i)
            sent = safe(id + "#" + std::to_string(i));
        return sent;
    }

    /// What OpenAI's own tools did goes back as it came. False: it is no item, but a part of a message.
    bool asItem(const ContentPart& part) {
        const json::object* object = part.kind == Kind::Opaque ? part.opaque.if_object() : nullptr;
        if (object == nullptr)
            return false;
        const json::value* type = object->if_contains("type");
        const bool known = part.origin == Origin::OpenAi && type != nullptr && type->is_string();
        if (known && type->get_string().starts_with("input_"))
            return false;
        if (known)
            m_result.items.push_back(*object);
        else
            m_log.dropped(m_at + ".content", "a block that only its own provider can read");
        return true;
    }

    void content(const ContentPart& part, json::array& parts) {
        switch (part.kind) {
        case Kind::Text:
        case Kind::Refusal:
            parts.push_back(textPart("input_text", part.text));
            break;
        case Kind::Image:
            image(part, parts);
            break;
        case Kind::Document:
            document(part, parts);
            break;
        case Kind::Audio:
            refuse("recordings are not taken in Responses");
            break;
        case Kind::Opaque:
            if (part.origin == Origin::OpenAi && part.opaque.is_object())
                parts.push_back(part.opaque);
            else
                m_log.dropped(m_at + ".content", "a block that only its own provider can read");
            break;
        case Kind::Reasoning:
        case Kind::ToolCall:
        case Kind::ToolResult:
            break;
        }
    }

    void image(const ContentPart& part, json::array& parts) {
        json::object image = item("input_image");
        if (!part.url.empty()) {
            image["image_url"] = part.url;
        } else if (part.fileId.starts_with("file-")) { // other providers' ids look otherwise
            image["file_id"] = part.fileId;
        } else {
            refuse("an image kept at another provider has no address that can be sent on");
            return;
        }
        image["detail"] = part.detail.empty() ? "auto" : part.detail;
        parts.push_back(std::move(image));
    }

    void document(const ContentPart& part, json::array& parts) {
        if (!part.text.empty()) { // a text file needs no attachment
            parts.push_back(
                textPart("input_text", part.name.empty() ? part.text : part.name + "\n\n" + part.text));
            return;
        }
        json::object file = item("input_file");
        if (!part.fileId.empty()) {
            file["file_id"] = part.fileId;
        } else if (parseDataUri(part.url)) {
            file["filename"] = part.name.empty() ? "document.pdf" : part.name;
            file["file_data"] = part.url;
        } else {
            file["file_url"] = part.url;
        }
        parts.push_back(std::move(file));
    }

    void refuse(std::string reason) {
        if (!m_failure)
            m_failure = cannotSay(m_at + ".content", std::move(reason));
    }

    const ChatRequest& m_request;
    TranslationLog& m_log;
    ReplyHints& m_hints;
    const std::set<std::string, std::less<>> m_customTools;
    std::set<std::string, std::less<>> m_usedIds;
    std::vector<OpenCall> m_open;
    std::string m_at;
    ResponsesInput m_result;
    std::optional<Error> m_failure;
};

} // namespace

tl::expected<ResponsesInput, Error> openAiResponsesInput(const ChatRequest& request, TranslationLog& log,
                                                         ReplyHints& hints) {
    return InputWriter(request, log, hints).write();
}

} // namespace tollgate
