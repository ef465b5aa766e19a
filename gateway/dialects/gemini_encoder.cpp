#include "gateway/dialects/gemini_encoder.h"

#include "gateway/dialects/gemini_seal.h"
#include "gateway/dialects/reply_fold.h"
#include "gateway/wire/json_text.h"

#include <boost/json.hpp>

#include <map>

namespace tollgate {

namespace json = boost::json;

namespace {

json::object textPart(std::string_view text, bool thought = false) {
    json::object part;
    part["text"] = text;
    if (thought)
        part["thought"] = true;
    return part;
}

/// A call is told whole: its arguments are an object here.
json::object callPart(std::string_view id, std::string_view name, std::string_view arguments,
                      std::string_view signature) {
    boost::system::error_code failure;
    json::value value = parsedJson(arguments.empty() ? "{}" : arguments, failure);
    if (failure || !value.is_object()) { // the model wrote no JSON: its text is kept
        json::object wrapped;
        wrapped["input"] = arguments;
        value = std::move(wrapped);
    }
    json::object call;
    call["id"] = id;
    call["name"] = name;
    call["args"] = std::move(value);
    json::object part;
    part["functionCall"] = std::move(call);
    if (!signature.empty())
        part["thoughtSignature"] = signature;
    return part;
}

/// What another upstream signed stands in a thought without words.
json::object proofPart(const event::ReasoningSignature& proof) {
    if (proof.origin == Origin::Gemini) {
        json::object part = textPart("");
        part["thoughtSignature"] = proof.signature;
        return part;
    }
    json::object part = textPart("", true);
    part["thoughtSignature"] = sealedForGemini({proof.origin, false, proof.id, proof.signature});
    return part;
}

json::string_view reasonName(FinishReason reason) {
    switch (reason) {
    case FinishReason::Length:
        return "MAX_TOKENS";
    case FinishReason::ContentFilter:
    case FinishReason::Refusal:
        return "SAFETY";
    case FinishReason::Stop:
    case FinishReason::StopSequence:
    case FinishReason::ToolCalls:
    case FinishReason::Pause:
        break;
    }
    return "STOP";
}

/// promptTokenCount holds what came from the cache, candidatesTokenCount leaves thoughts out.
json::object usageObject(const Usage& usage) {
    json::object object;
    object["promptTokenCount"] = usage.inputTotal();
    object["candidatesTokenCount"] = usage.outputTotal() - usage.reasoning;
    object["totalTokenCount"] = usage.total();
    if (usage.cached() > 0)
        object["cachedContentTokenCount"] = usage.cached();
    if (usage.reasoning > 0)
        object["thoughtsTokenCount"] = usage.reasoning;
    return object;
}

json::object probability(const json::object& token) {
    json::object object;
    if (const json::value* text = token.if_contains("token"))
        object["token"] = *text;
    if (const json::value* value = token.if_contains("logprob"))
        object["logProbability"] = *value;
    return object;
}

/// OpenAI's {"content":[{"token","logprob","top_logprobs"}]}.
json::value logprobsResult(const json::value& logprobs) {
    const json::object* object = logprobs.if_object();
    const json::value* content = object != nullptr ? object->if_contains("content") : nullptr;
    if (content == nullptr || !content->is_array())
        return nullptr;
    json::array chosen;
    json::array top;
    for (const json::value& token : content->get_array()) {
        if (!token.is_object())
            continue;
        chosen.push_back(probability(token.get_object()));
        json::array others;
        const json::value* alternatives = token.get_object().if_contains("top_logprobs");
        if (alternatives != nullptr && alternatives->is_array()) {
            for (const json::value& one : alternatives->get_array()) {
                if (one.is_object())
                    others.push_back(probability(one.get_object()));
            }
        }
        json::object step;
        step["candidates"] = std::move(others);
        top.push_back(std::move(step));
    }
    json::object result;
    result["chosenCandidates"] = std::move(chosen);
    result["topCandidates"] = std::move(top);
    return result;
}

json::array sourcesOf(const ReplyChoice& choice) {
    json::array sources;
    for (const ReplyBlock& block : choice.blocks) {
        for (const event::Citation& citation : block.citations) {
            const json::object* value = citation.value.if_object();
            const json::value* place = value != nullptr ? value->if_contains("url_citation") : nullptr;
            if (place == nullptr || !place->is_object())
                continue;
            json::object source;
            for (const auto& [ours, theirs] :
                 {std::pair("start_index", "startIndex"), std::pair("end_index", "endIndex"),
                  std::pair("url", "uri"), std::pair("title", "title")}) {
                if (const json::value* known = place->get_object().if_contains(ours))
                    source[theirs] = *known;
            }
            sources.push_back(std::move(source));
        }
    }
    return sources;
}

class GeminiEncoder final : public ReplyEncoder {
public:
    GeminiEncoder(const RequestEnvelope& envelope, const ReplyFacts& facts, const ChatRequest& request)
        : m_streaming(envelope.stream)
        , m_array(envelope.wantsArray)
        , m_thoughts(!request.reasoning.summary.empty())
        , m_facts(facts) {}

    void add(const ChatEvent& event) override {
        m_fold.add(event);
        if (const auto* block = std::get_if<event::OpaqueBlock>(&event))
            m_lost = m_lost || block->origin != Origin::Gemini;
        if (m_streaming)
            std::visit([this](const auto& e) { stream(e); }, event);
    }

    std::string takeBytes() override { return std::exchange(m_bytes, {}); }

    std::string end(const ReplyFacts&) override {
        sendCalls();
        m_fold.finish();
        json::array candidates;
        for (std::size_t i = 0; i < m_fold.choices.size(); ++i)
            candidates.push_back(ending(i, json::array()));
        send(std::move(candidates), true);
        return takeBytes();
    }

    std::string body(const ReplyFacts& facts) override {
        m_facts.model = facts.model;
        m_facts.replyId = facts.replyId;
        m_fold.finish();
        json::array candidates;
        for (std::size_t i = 0; i < m_fold.choices.size(); ++i)
            candidates.push_back(ending(i, partsOf(m_fold.choices[i])));
        const std::string whole = json::serialize(frame(std::move(candidates), true));
        return m_array ? "[" + whole + "]" : whole;
    }

    std::vector<TranslationNote> notes() const override {
        if (!m_lost)
            return {};
        return {{"dropped", "content", "a block that only its own provider's callers can be shown"}};
    }

private:
    struct Call {
        int choice = 0;
        std::string id;
        std::string name;
        std::string arguments;
        std::string signature;
    };

    json::array partsOf(const ReplyChoice& choice) const {
        json::array parts;
        for (const ReplyBlock& block : choice.blocks) {
            switch (block.kind) {
            case ReplyBlock::Kind::Text:
            case ReplyBlock::Kind::Refusal:
                parts.push_back(textPart(block.text));
                break;
            case ReplyBlock::Kind::Reasoning:
                if (m_thoughts && !block.text.empty())
                    parts.push_back(textPart(block.text, true));
                if (!block.signature.empty())
                    parts.push_back(proofPart({block.signature, block.origin, block.redacted, block.id}));
                break;
            case ReplyBlock::Kind::ToolCall:
                parts.push_back(callPart(block.id, block.name, block.arguments, block.signature));
                break;
            case ReplyBlock::Kind::Opaque:
                if (block.origin == Origin::Gemini)
                    parts.push_back(block.opaque);
                break;
            }
        }
        return parts;
    }

    json::object candidate(std::size_t index, json::array parts) const {
        json::object content;
        content["parts"] = std::move(parts);
        content["role"] = "model";
        json::object object;
        object["content"] = std::move(content);
        object["index"] = index;
        return object;
    }

    json::object ending(std::size_t index, json::array parts) const {
        const ReplyChoice& choice = m_fold.choices[index];
        json::object object = candidate(index, std::move(parts));
        object["finishReason"] = reasonName(choice.finishOr(FinishReason::Stop));
        if (json::array sources = sourcesOf(choice); !sources.empty()) {
            json::object metadata;
            metadata["citationSources"] = std::move(sources);
            object["citationMetadata"] = std::move(metadata);
        }
        if (json::value logprobs = logprobsResult(choice.logprobs); !logprobs.is_null())
            object["logprobsResult"] = std::move(logprobs);
        return object;
    }

    json::object frame(json::array candidates, bool last) const {
        json::object object;
        object["candidates"] = std::move(candidates);
        if (last)
            object["usageMetadata"] = usageObject(m_fold.usage);
        object["modelVersion"] = m_fold.model.empty() ? m_facts.model : m_fold.model;
        object["responseId"] = m_fold.id.empty() ? m_facts.replyId : m_fold.id;
        return object;
    }

    void send(json::array candidates, bool last = false) {
        m_bytes += "data: ";
        m_bytes += json::serialize(frame(std::move(candidates), last));
        m_bytes += "\r\n\r\n";
    }

    void sendPart(json::value part, int choice = 0) {
        sendCalls();
        const auto index = static_cast<std::size_t>(choice < 0 ? 0 : choice);
        send(json::array{candidate(index, json::array{std::move(part)})});
    }

    /// Whatever comes next, their arguments are complete.
    void sendCalls() {
        for (auto& [index, call] : std::exchange(m_calls, {})) {
            json::array parts;
            parts.push_back(callPart(call.id, call.name, call.arguments, call.signature));
            send(json::array{candidate(static_cast<std::size_t>(call.choice), std::move(parts))});
        }
    }

    void stream(const event::TextDelta& e) {
        const bool apart = e.begins && m_said;
        m_said = true;
        sendPart(textPart(apart ? std::string(kBetweenMessages) + e.text : e.text), e.choice);
    }
    void stream(const event::ReasoningDelta& e) {
        if (m_thoughts)
            sendPart(textPart(e.text, true));
    }
    void stream(const event::ReasoningSignature& e) { sendPart(proofPart(e)); }
    void stream(const event::RefusalDelta& e) { sendPart(textPart(e.text)); }
    void stream(const event::ToolCallStart& e) {
        m_calls.emplace(e.index, Call{e.choice, e.id, e.name, {}, e.signature});
    }
    void stream(const event::ToolArgumentsDelta& e) {
        if (const auto call = m_calls.find(e.index); call != m_calls.end())
            call->second.arguments += e.json;
    }
    void stream(const event::OpaqueBlock& e) {
        if (e.origin == Origin::Gemini)
            sendPart(e.block);
    }
    void stream(const event::Finish&) { sendCalls(); }
    template <typename Other>
    void stream(const Other&) {} // told at the end

    const bool m_streaming;
    const bool m_array;
    const bool m_thoughts; ///< the caller asked to see them
    ReplyFacts m_facts;
    ReplyFold m_fold;
    std::map<int, Call> m_calls; ///< by index; not sent yet
    bool m_said = false;
    bool m_lost = false;
    std::string m_bytes;
};

} // namespace

std::unique_ptr<ReplyEncoder> makeGeminiEncoder(const RequestEnvelope& envelope, const ReplyFacts& facts,
                                                const ChatRequest& request) {
    return std::make_unique<GeminiEncoder>(envelope, facts, request);
}

} // namespace tollgate
