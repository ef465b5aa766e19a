#include "gateway/providers/gemini_contents.h"

#include "gateway/providers/encode_common.h"
#include "gateway/providers/gemini_calls.h"
#include "gateway/wire/json_text.h"

#include <boost/json.hpp>

#include <algorithm>
#include <map>
#include <vector>

namespace tollgate {

namespace json = boost::json;

namespace {

using Kind = ContentPart::Kind;

json::object textPart(std::string_view text) {
    json::object part;
    part["text"] = text;
    return part;
}

struct Call {
    std::string name; ///< as sent
    std::size_t number = 0;
};

/// Of a turn that has not been answered yet.
struct OpenCall {
    std::string id;
    std::string name; ///< as sent
    std::size_t number = 0;
};

struct Result {
    std::size_t call = 0; ///< its number
    json::object part;
};

class ContentWriter {
public:
    ContentWriter(const CallTarget& target, TranslationLog& log, ReplyHints& hints)
        : m_target(target)
        , m_model(target.model)
        , m_log(log)
        , m_hints(hints) {}

    tl::expected<GeminiContents, Error> write(const ChatRequest& request) {
        for (std::size_t i = 0; i < request.messages.size() && !m_failure; ++i) {
            m_at = "messages[" + std::to_string(i) + "]";
            const Message& message = request.messages[i];
            if (message.role == Role::System || message.role == Role::Developer)
                system(message);
            else if (message.role == Role::Assistant)
                assistant(message);
            else
                user(message);
        }
        flushResults(true);
        if (m_failure)
            return tl::unexpected(*std::move(m_failure));
        settleStart();
        settleEnd();
        return std::move(m_result);
    }

private:
    void system(const Message& message) {
        if (!m_result.contents.empty())
            m_log.synthesised(m_at, "instructions are sent in front of the conversation");
        for (const ContentPart& part : message.parts) {
            note(part);
            if (part.kind != Kind::Text)
                m_log.dropped(m_at + ".content", "Gemini takes only text as instructions");
            else if (!part.text.empty())
                m_result.system.push_back(textPart(part.text));
        }
    }

    void user(const Message& message) {
        nameless(message);
        json::array rest;
        for (const ContentPart& part : message.parts) {
            note(part);
            if (part.kind == Kind::ToolResult)
                toolResult(part);
            else
                content(part, rest);
        }
        if (!rest.empty())
            flushResults(true);
        append("user", std::move(rest));
    }

    /// In the order of their calls: without ids Gemini tells two calls of one tool by nothing else, and
    /// callers give results as they come in. Pictures follow when the results of all calls are in.
    void flushResults(bool answersAreOver) {
        if (answersAreOver)
            answerOpenCalls();
        std::ranges::stable_sort(m_results, {}, &Result::call);
        json::array results;
        for (Result& result : m_results)
            results.push_back(std::move(result.part));
        m_results.clear();
        append("user", std::move(results));
        if (m_shown.empty())
            return;
        m_shown.insert(m_shown.begin(), textPart("Attached to the results of the tools above:"));
        append("user", std::move(m_shown));
        m_shown = json::array();
    }

    /// "Please ensure that the number of function response parts is equal to the number of function call
    /// parts of the function call turn."
    void answerOpenCalls() {
        for (const OpenCall& call : m_open) {
            json::object response;
            if (tellsId(call.id))
                response["id"] = call.id;
            response["name"] = call.name;
            json::object error;
            error["error"] = "No result was given.";
            response["response"] = std::move(error);
            json::object part;
            part["functionResponse"] = std::move(response);
            m_results.push_back({call.number, std::move(part)});
            m_log.synthesised("messages", "a call without a result is answered with an error");
        }
        m_open.clear();
    }

    void assistant(const Message& message) {
        flushResults(!m_results.empty());
        nameless(message);
        json::array parts;
        bool signedCall = endsWithSignedCall();
        for (const ContentPart& part : message.parts) {
            note(part);
            if (part.kind == Kind::ToolCall)
                toolCall(part, parts, signedCall);
            else if (part.kind == Kind::Reasoning)
                reasoning(part, parts);
            else
                content(part, parts);
        }
        append("model", std::move(parts));
    }

    /// Newer models want every result paired with its call by an id, whoever gave it; older ones hear only of
    /// ids they gave themselves.
    bool tellsId(std::string_view id) const {
        return m_model.pairsIds() ? !id.empty() : !isForeignToGemini(id);
    }

    /// Two messages of one assistant become one turn; the first call of a turn carries its signature.
    bool endsWithSignedCall() const {
        if (m_result.contents.empty() || m_result.contents.back().at("role") != "model")
            return false;
        return std::ranges::any_of(
            m_result.contents.back().at("parts").get_array(),
            [](const json::value& part) { return part.get_object().contains("functionCall"); });
    }

    void toolCall(const ContentPart& part, json::array& parts, bool& signedCall) {
        json::object call;
        const std::string name = geminiToolName(part.name, m_hints);
        if (tellsId(part.id))
            call["id"] = part.id;
        call["name"] = name;
        boost::system::error_code failure;
        json::value arguments = parsedJson(part.arguments.empty() ? "{}" : part.arguments, failure);
        if (failure || !arguments.is_object()) {
            m_failure =
                cannotSay(m_at + ".tool_calls", "the arguments of " + part.name + " are no JSON object");
            return;
        }
        call["args"] = std::move(arguments);
        json::object object;
        object["functionCall"] = std::move(call);
        if (!part.signature.empty() && part.origin == Origin::Gemini) {
            object["thoughtSignature"] = part.signature;
        } else if (m_model.is3() && !signedCall) {
            object["thoughtSignature"] = kGeminiNoSignature;
            m_log.synthesised(m_at + ".tool_calls", "Gemini did not sign this call; it is told so");
        }
        signedCall = true;
        m_open.push_back({part.id, name, m_made});
        if (!part.id.empty())
            m_calls[part.id] = {name, m_made};
        ++m_made;
        parts.push_back(std::move(object));
    }

    void reasoning(const ContentPart& part, json::array& parts) {
        if (part.origin != Origin::Gemini || part.signature.empty()) {
            m_log.dropped(m_at + ".thinking", "Gemini takes back only thoughts that it signed");
            return;
        }
        if (!part.text.empty() && !part.redacted) {
            json::object thought = textPart(part.text);
            thought["thought"] = true;
            thought["thoughtSignature"] = part.signature;
            parts.push_back(std::move(thought));
            return;
        }
        // The signature of the text before it.
        if (!parts.empty() && parts.back().get_object().contains("text") &&
            !parts.back().get_object().contains("thoughtSignature")) {
            parts.back().get_object()["thoughtSignature"] = part.signature;
            return;
        }
        json::object bare = textPart("");
        bare["thoughtSignature"] = part.signature;
        parts.push_back(std::move(bare));
    }

    void toolResult(const ContentPart& part) {
        const auto call = m_calls.find(part.id);
        if (call == m_calls.end() && part.name.empty()) {
            m_failure = cannotSay(m_at + ".tool_call_id", "no call before it has the id \"" + part.id + "\"");
            return;
        }
        const auto open = std::ranges::find(m_open, part.id, &OpenCall::id);
        if (call != m_calls.end() && open == m_open.end()) {
            m_log.dropped(m_at, "its call has been answered before");
            return;
        }
        if (open != m_open.end())
            m_open.erase(open);
        json::object response;
        if (tellsId(part.id))
            response["id"] = part.id;
        response["name"] = call == m_calls.end() ? geminiToolName(part.name, m_hints) : call->second.name;
        response["response"] = geminiToolResponse(part);
        json::array media;
        for (const ContentPart& inner : part.parts) {
            if (inner.kind != Kind::Text)
                content(inner, media);
        }
        if (!media.empty())
            showMedia(std::move(media), response);
        Result& result = m_results.emplace_back();
        result.call = call == m_calls.end() ? m_made : call->second.number;
        result.part["functionResponse"] = std::move(response);
    }

    /// Gemini 3 takes bytes inside a result (ai.google.dev/gemini-api/docs/function-calling, "multimodal
    /// function responses"); everything else stands next to it.
    void showMedia(json::array media, json::object& response) {
        json::array inside;
        for (json::value& one : media) {
            const bool fits = m_model.is3() && one.get_object().contains("inlineData");
            (fits ? inside : m_shown).push_back(std::move(one));
        }
        if (!inside.empty())
            response["parts"] = std::move(inside);
        if (!m_shown.empty())
            m_log.synthesised(m_at, "pictures in a tool's result are sent next to it");
    }

    void content(const ContentPart& part, json::array& parts) {
        switch (part.kind) {
        case Kind::Text:
        case Kind::Refusal:
            if (!part.text.empty())
                parts.push_back(textPart(part.text));
            break;
        case Kind::Document:
            if (!part.text.empty()) {
                parts.push_back(textPart(part.name.empty() ? part.text : part.name + "\n\n" + part.text));
                break;
            }
            if (!part.name.empty())
                m_log.dropped(m_at + ".content", "Gemini takes no names of documents");
            media(part, parts);
            break;
        case Kind::Image:
        case Kind::Audio:
            media(part, parts);
            break;
        case Kind::Opaque:
            if (part.origin == Origin::Gemini && part.opaque.is_object())
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

    void media(const ContentPart& part, json::array& parts) {
        json::value written = geminiMedia(part, m_target, m_model);
        if (written.is_null()) {
            m_failure = cannotSay(m_at + ".content",
                                  part.fileId.empty()
                                      ? "this model takes files only as data, not by address"
                                      : "a file kept at another provider has no address that can be sent on");
            return;
        }
        parts.push_back(std::move(written));
    }

    void note(const ContentPart& part) {
        if (part.cache)
            m_log.dropped("cache_control", "Gemini caches by itself");
    }

    void nameless(const Message& message) {
        if (!message.name.empty())
            m_log.dropped(m_at + ".name", "Gemini has no names of speakers");
    }

    /// Turns must alternate: what the same side says next belongs to its last turn.
    void append(json::string_view role, json::array parts) {
        if (parts.empty())
            return;
        if (m_result.contents.empty() || m_result.contents.back().at("role") != role) {
            json::object turn;
            turn["role"] = role;
            turn["parts"] = std::move(parts);
            m_result.contents.push_back(std::move(turn));
            return;
        }
        json::array& known = m_result.contents.back().get_object()["parts"].get_array();
        for (json::value& part : parts)
            known.push_back(std::move(part));
    }

    /// A conversation begins with the user, and there must be one.
    void settleStart() {
        json::object turn;
        turn["role"] = "user";
        if (m_result.contents.empty()) {
            m_log.synthesised("messages", "instructions alone are sent as the user's words");
            turn["parts"] = m_result.system.empty() ? json::array{textPart(" ")} : std::move(m_result.system);
            m_result.system = json::array();
        } else if (m_result.contents.front().at("role") == "model") {
            m_log.synthesised("messages",
                              "a user's turn in front: the conversation began with the assistant");
            turn["parts"] = json::array{textPart(" ")};
        } else {
            return;
        }
        m_result.contents.insert(m_result.contents.begin(), std::move(turn));
    }

    /// "Requests ending with a model turn are not supported."
    void settleEnd() {
        if (!m_model.strict() || m_result.contents.back().at("role") != "model")
            return;
        m_log.synthesised("messages",
                          "a user's turn at the end: this model takes no beginnings of its answer");
        append("user", json::array{textPart("Continue.")});
    }

    const CallTarget& m_target;
    const GeminiModel m_model;
    TranslationLog& m_log;
    ReplyHints& m_hints;
    std::string m_at;
    std::map<std::string, Call> m_calls; ///< by id
    std::vector<Result> m_results;       ///< waiting for the last of them
    std::vector<OpenCall> m_open;
    std::size_t m_made = 0; ///< calls so far
    json::array m_shown;    ///< their pictures
    GeminiContents m_result;
    std::optional<Error> m_failure;
};

} // namespace

tl::expected<GeminiContents, Error> geminiContents(const ChatRequest& request, const CallTarget& target,
                                                   TranslationLog& log, ReplyHints& hints) {
    return ContentWriter(target, log, hints).write(request);
}

} // namespace tollgate
