#include "gateway/providers/openai_messages.h"

#include "gateway/providers/custom_tools.h"
#include "gateway/providers/encode_common.h"

#include <boost/json.hpp>

namespace tollgate {

namespace json = boost::json;

namespace {

using Kind = ContentPart::Kind;

json::object textPart(std::string_view text) {
    return {{"type", "text"}, {"text", text}};
}

class MessageWriter {
public:
    MessageWriter(const ChatRequest& request, const CallTarget& target, TranslationLog& log,
                  ReplyHints& hints)
        : m_request(request)
        , m_compatible(target.provider.kind == ProviderKind::OpenAiCompatible)
        , m_knowsDevelopers(target.provider.kind == ProviderKind::OpenAi)
        , m_log(log)
        , m_hints(hints) {
        if (takesCustomToolsInChat(target))
            m_customTools = customToolNames(request);
    }

    tl::expected<json::array, Error> write() {
        for (std::size_t i = 0; i < m_request.messages.size() && !m_failure; ++i) {
            m_at = "messages[" + std::to_string(i) + "]";
            const Message& message = m_request.messages[i];
            if (message.role == Role::Assistant)
                assistant(message);
            else
                others(message);
        }
        flushToolImages();
        if (m_failure)
            return tl::unexpected(*m_failure);
        return std::move(m_messages);
    }

private:
    json::string_view roleName(Role role) const {
        switch (role) {
        case Role::System:
            return "system";
        case Role::Developer: // servers of the compatible kind, and Azure's general API version, know only
                              // the older word
            return m_knowsDevelopers ? "developer" : "system";
        case Role::Assistant:
            return "assistant";
        case Role::User:
        case Role::Tool:
            break;
        }
        return "user";
    }

    /// System, user and tool messages: results of tools come first, each as a message of its own.
    void others(const Message& message) {
        json::array parts;
        for (const ContentPart& part : message.parts) {
            if (part.kind == Kind::ToolResult)
                toolResult(part);
            else
                content(part, parts);
        }
        if (parts.empty())
            return;
        flushToolImages();
        json::object object{{"role", roleName(message.role)}};
        if (!message.name.empty())
            object["name"] = message.name;
        object["content"] = plainIfAlone(std::move(parts));
        m_messages.push_back(std::move(object));
    }

    void assistant(const Message& message) {
        flushToolImages();
        json::array parts;
        json::array calls;
        std::string reasoning;
        for (const ContentPart& part : message.parts) {
            if (part.kind == Kind::ToolCall)
                calls.push_back(toolCall(part));
            else if (part.kind == Kind::Reasoning)
                reasoning += part.text;
            else
                content(part, parts);
        }
        json::object object{{"role", "assistant"}};
        if (!message.name.empty())
            object["name"] = message.name;
        object["content"] = parts.empty() ? json::value(nullptr) : plainIfAlone(std::move(parts));
        // DeepSeek and Kimi want the reasoning of a turn that called tools back; OpenAI has no place for it.
        if (!reasoning.empty() && m_compatible && !calls.empty())
            object["reasoning_content"] = reasoning;
        else if (!reasoning.empty())
            m_log.dropped(m_at + ".thinking", "this provider takes no reasoning back");
        if (!calls.empty())
            object["tool_calls"] = std::move(calls);
        else if (object["content"].is_null())
            return; // a turn that only thought says nothing to others
        m_messages.push_back(std::move(object));
    }

    json::object customCall(const ContentPart& part) {
        json::object custom;
        custom["name"] = sentToolName(part.name, kOpenAiToolName, m_hints);
        custom["input"] = freeTextOf(part.arguments);
        json::object call{{"id", part.id}, {"type", "custom"}};
        call["custom"] = std::move(custom);
        return call;
    }

    json::object toolCall(const ContentPart& part) {
        if (m_customTools.contains(part.name))
            return customCall(part);
        json::object call{{"id", part.id}, {"type", "function"}};
        json::object function;
        function["name"] = sentToolName(part.name, kOpenAiToolName, m_hints);
        function["arguments"] = part.arguments.empty() ? "{}" : part.arguments;
        call["function"] = std::move(function);
        if (!part.signature.empty() && part.origin == Origin::Gemini && m_compatible)
            call["extra_content"] = {{"google", {{"thought_signature", part.signature}}}};
        return call;
    }

    void toolResult(const ContentPart& part) {
        std::string text = part.resultText();
        if (part.isError)
            text.insert(0, "Error: "); // there is no field for it
        for (const ContentPart& inner : part.parts) {
            // Only a user may show pictures here; they follow when all results are in.
            if (inner.kind == Kind::Image || inner.kind == Kind::Document) {
                if (m_toolImages.empty())
                    m_toolImages.push_back(textPart("Attached to the results of the tools above:"));
                content(inner, m_toolImages);
                m_log.synthesised(m_at, "pictures in a tool's result are sent as a message of the user");
            } else if (inner.kind == Kind::Opaque) {
                m_log.dropped(m_at + ".content", "a block that only its own provider can read");
            }
        }
        json::object object{{"role", "tool"}, {"tool_call_id", part.id}};
        object["content"] = text;
        m_messages.push_back(std::move(object));
    }

    void flushToolImages() {
        if (m_toolImages.empty())
            return;
        json::object object{{"role", "user"}};
        object["content"] = std::move(m_toolImages);
        m_messages.push_back(std::move(object));
        m_toolImages = json::array();
    }

    void content(const ContentPart& part, json::array& parts) {
        switch (part.kind) {
        case Kind::Text:
            parts.push_back(textPart(part.text));
            break;
        case Kind::Refusal:
            parts.push_back({{"type", "refusal"}, {"refusal", part.text}});
            break;
        case Kind::Image:
            image(part, parts);
            break;
        case Kind::Document:
            document(part, parts);
            break;
        case Kind::Audio:
            audio(part, parts);
            break;
        case Kind::Opaque:
            m_log.dropped(m_at + ".content", "a block that only its own provider can read");
            break;
        case Kind::Reasoning:
        case Kind::ToolCall:
        case Kind::ToolResult:
            break;
        }
    }

    void image(const ContentPart& part, json::array& parts) {
        if (part.url.empty()) {
            refuse("an image kept at another provider has no address that can be sent on");
            return;
        }
        json::object image{{"url", part.url}};
        if (!part.detail.empty())
            image["detail"] = part.detail;
        json::object object{{"type", "image_url"}};
        object["image_url"] = std::move(image);
        parts.push_back(std::move(object));
    }

    void document(const ContentPart& part, json::array& parts) {
        if (!part.text.empty()) { // a text file needs no attachment
            parts.push_back(textPart(part.name.empty() ? part.text : part.name + "\n\n" + part.text));
            return;
        }
        json::object file;
        if (!part.fileId.empty()) {
            file["file_id"] = part.fileId;
        } else if (parseDataUri(part.url)) {
            file["filename"] = part.name.empty() ? "document.pdf" : part.name;
            file["file_data"] = part.url;
        } else {
            refuse("documents by address are not taken; send the file itself");
            return;
        }
        json::object object{{"type", "file"}};
        object["file"] = std::move(file);
        parts.push_back(std::move(object));
    }

    void audio(const ContentPart& part, json::array& parts) {
        const DataUri data = parseDataUri(part.url);
        if (!data) {
            refuse("audio by address is not taken; send the recording itself");
            return;
        }
        json::object input;
        input["data"] = json::string_view(data.base64);
        input["format"] = json::string_view(data.mediaType.substr(data.mediaType.find('/') + 1));
        json::object object{{"type", "input_audio"}};
        object["input_audio"] = std::move(input);
        parts.push_back(std::move(object));
    }

    static json::value plainIfAlone(json::array parts) {
        if (parts.size() == 1 && parts.front().at("type") == "text")
            return std::move(parts.front().as_object()["text"]);
        return parts;
    }

    void refuse(std::string reason) {
        if (!m_failure)
            m_failure = cannotSay(m_at + ".content", std::move(reason));
    }

    const ChatRequest& m_request;
    const bool m_compatible;
    const bool m_knowsDevelopers;
    TranslationLog& m_log;
    ReplyHints& m_hints;
    std::set<std::string, std::less<>> m_customTools; ///< that are sent as such
    std::string m_at;
    json::array m_messages;
    json::array m_toolImages;
    std::optional<Error> m_failure;
};

} // namespace

tl::expected<json::array, Error> openAiMessages(const ChatRequest& request, const CallTarget& target,
                                                TranslationLog& log, ReplyHints& hints) {
    return MessageWriter(request, target, log, hints).write();
}

} // namespace tollgate
