// OpenAI's legacy text completions (platform.openai.com/docs/api-reference/completions). The reply also
// answers a top-level "content", the text of the first choice.

#include "gateway/dialects/body_edit.h"
#include "gateway/dialects/json_read.h"
#include "gateway/dialects/openai_chat_encoder.h"
#include "gateway/dialects/openai_dialect.h"
#include "gateway/dialects/openai_usage.h"
#include "gateway/dialects/reply_fold.h"

#include <boost/json.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace tollgate {

namespace json = boost::json;

namespace {

using simdjson::dom::element;

constexpr std::array<std::string_view, 9> kActedOn{"model",      "prompt", "stream",   "stream_options",
                                                   "max_tokens", "n",      "metadata", "safety_identifier",
                                                   "user"};
constexpr std::array<std::string_view, 14> kKnown{
    "logprobs", "model",       "prompt", "stream", "stream_options", "max_tokens",       "n",
    "user",     "temperature", "top_p",  "seed",   "logit_bias",     "presence_penalty", "frequency_penalty"};

Check readPrompt(element root, RequestEnvelope& envelope) {
    element prompt;
    if (root["prompt"].get(prompt) != simdjson::SUCCESS || prompt.is_null())
        return tl::unexpected(invalidField("prompt", "prompt is missing."));
    if (!prompt.is_string() && !prompt.is_array())
        return tl::unexpected(invalidField("prompt", "prompt must be a string or an array."));
    envelope.promptBytes = textBytes(prompt);
    return {};
}

Check readMembers(element root, RequestEnvelope& envelope) {
    std::string_view model;
    if (auto read = optionalField(root, "model", "a string", model); !read)
        return read;
    envelope.model = model;
    if (auto read = readPrompt(root, envelope); !read)
        return read;
    if (auto read = optionalField(root, "stream", "true or false", envelope.stream); !read)
        return read;
    if (element include; root["stream_options"]["include_usage"].get(include) == simdjson::SUCCESS &&
                         include.get(envelope.includeUsage) != simdjson::SUCCESS)
        return tl::unexpected(invalidField("stream_options.include_usage",
                                           "stream_options.include_usage must be true or false."));
    if (auto read = readMaxTokens(root, "max_tokens", envelope); !read)
        return read;
    if (auto read = optionalField(root, "n", "an integer", envelope.choices); !read)
        return read;
    if (envelope.choices < 1 || envelope.choices > 128)
        return tl::unexpected(invalidField("n", "n must lie between 1 and 128."));
    if (auto read = checkNumber(root, "temperature", 0, 2); !read)
        return read;
    return readUserField(root, envelope);
}

/// One text; everything else only OpenAI's own completions can take.
tl::expected<std::string, Error> onlyPrompt(const json::object& root) {
    const json::value& prompt = root.at("prompt");
    if (prompt.is_string())
        return std::string(prompt.as_string());
    const json::array& list = prompt.as_array();
    if (list.size() == 1 && list.front().is_string())
        return std::string(list.front().as_string());
    return tl::unexpected(
        invalidField("prompt", "This model takes one text as its prompt, neither several nor token ids."));
}

/// {"content":[{"token","logprob","top_logprobs":[…]}]} of Chat Completions in the older form: lists side by
/// side. `offset`: of the text, in characters; moves on.
json::value olderLogprobs(const json::value& value, std::int64_t& offset) {
    const json::object* object = value.if_object();
    const json::array* content = object != nullptr ? arrayOf(*object, "content") : nullptr;
    if (content == nullptr || content->empty())
        return nullptr;
    json::array tokens;
    json::array logprobs;
    json::array tops;
    json::array offsets;
    for (const json::value& one : *content) {
        const json::object* entry = one.if_object();
        if (entry == nullptr)
            continue;
        const std::string token = textOf(*entry, "token");
        tokens.emplace_back(token);
        logprobs.push_back(entry->contains("logprob") ? entry->at("logprob") : json::value(nullptr));
        json::object top;
        const json::array* others = arrayOf(*entry, "top_logprobs");
        for (const json::value& other : others != nullptr ? *others : json::array()) {
            if (const json::object* known = other.if_object(); known != nullptr && known->contains("logprob"))
                top[textOf(*known, "token")] = known->at("logprob");
        }
        tops.push_back(std::move(top));
        offsets.emplace_back(offset);
        offset += std::ranges::count_if(token, [](unsigned char c) { return (c & 0xC0U) != 0x80U; });
    }
    json::object older;
    older["tokens"] = std::move(tokens);
    older["token_logprobs"] = std::move(logprobs);
    older["top_logprobs"] = std::move(tops);
    older["text_offset"] = std::move(offsets);
    return older;
}

class CompletionsEncoder final : public ReplyEncoder {
public:
    CompletionsEncoder(const RequestEnvelope& envelope, ReplyFacts facts)
        : m_includeUsage(envelope.includeUsage)
        , m_facts(std::move(facts)) {}

    void add(const ChatEvent& event) override {
        m_fold.add(event);
        if (const auto* text = std::get_if<event::TextDelta>(&event)) {
            if (!m_said.insert(text->choice).second && text->begins)
                send(kBetweenMessages, text->choice);
            send(text->text, text->choice);
        } else if (const auto* refusal = std::get_if<event::RefusalDelta>(&event)) {
            send(refusal->text, 0); // it has no place of its own
        } else if (const auto* logprobs = std::get_if<event::Logprobs>(&event)) {
            send({}, logprobs->choice, nullptr, olderLogprobs(logprobs->value, m_offsets[logprobs->choice]));
        } else if (const auto* finish = std::get_if<event::Finish>(&event)) {
            send({}, finish->choice, json::string_view(openAiFinishReason(finish->reason)));
        }
    }

    std::string takeBytes() override { return std::exchange(m_bytes, {}); }

    std::string end(const ReplyFacts&) override {
        if (m_includeUsage) {
            json::object chunk = frame();
            chunk["choices"] = json::array();
            chunk["usage"] = openAiUsage(m_fold.usage);
            m_bytes += "data: " + json::serialize(chunk) + "\n\n";
        }
        m_bytes += "data: [DONE]\n\n";
        return takeBytes();
    }

    std::string body(const ReplyFacts&) override {
        json::object reply = frame();
        json::array choices;
        for (std::size_t i = 0; i < m_fold.choices.size(); ++i) {
            const ReplyChoice& choice = m_fold.choices[i];
            std::int64_t offset = 0;
            choices.push_back(
                choiceObject(textOfChoice(choice), static_cast<int>(i),
                             json::string_view(openAiFinishReason(choice.finishOr(FinishReason::Stop))),
                             olderLogprobs(choice.logprobs, offset)));
        }
        reply["choices"] = std::move(choices);
        reply["usage"] = openAiUsage(m_fold.usage);
        reply["content"] = textOfChoice(m_fold.first());
        return json::serialize(reply);
    }

private:
    json::object frame() const {
        json::object object;
        object["id"] = m_fold.id.empty() ? "cmpl-" + m_facts.replyId : m_fold.id;
        object["object"] = "text_completion";
        object["created"] = m_facts.createdSeconds;
        object["model"] = m_fold.model.empty() ? m_facts.model : m_fold.model;
        return object;
    }

    static std::string textOfChoice(const ReplyChoice& choice) {
        return choice.text() + choice.text(ReplyBlock::Kind::Refusal);
    }

    static json::object choiceObject(std::string_view text, int index, json::value finish,
                                     json::value logprobs) {
        json::object choice;
        choice["text"] = text;
        choice["index"] = index;
        choice["logprobs"] = std::move(logprobs);
        choice["finish_reason"] = std::move(finish);
        return choice;
    }

    void send(std::string_view text, int index, json::value finish = nullptr,
              json::value logprobs = nullptr) {
        json::object chunk = frame();
        json::array choices;
        choices.push_back(choiceObject(text, index, std::move(finish), std::move(logprobs)));
        chunk["choices"] = std::move(choices);
        m_bytes += "data: " + json::serialize(chunk) + "\n\n";
    }

    const bool m_includeUsage;
    const ReplyFacts m_facts;
    ReplyFold m_fold;
    std::set<int> m_said;                  ///< choices that have text
    std::map<int, std::int64_t> m_offsets; ///< of the text whose logprobs come next
    std::string m_bytes;
};

class OpenAiCompletionsDialect final : public OpenAiDialect {
public:
    std::string_view name() const override { return "openai_completions"; }
    WireFormat wireFormat() const override { return WireFormat::OpenAiCompletions; }

    tl::expected<ChatRequest, Error> decode(const HttpRequest& request) const override {
        const auto root = parseObject(request.body);
        if (!root)
            return tl::unexpected(root.error());
        auto prompt = onlyPrompt(*root);
        if (!prompt)
            return tl::unexpected(std::move(prompt.error()));
        ChatRequest chat;
        Message& message = chat.messages.emplace_back();
        message.parts.emplace_back().text = *std::move(prompt);
        chat.maxTokens = integerOf(*root, "max_tokens");
        chat.temperature = numberOf(*root, "temperature");
        chat.topP = numberOf(*root, "top_p");
        chat.seed = integerOf(*root, "seed");
        chat.presencePenalty = numberOf(*root, "presence_penalty");
        chat.frequencyPenalty = numberOf(*root, "frequency_penalty");
        chat.n = integerOf(*root, "n");
        chat.user = textOf(*root, "user");
        if (const json::value* bias = valueOf(*root, "logit_bias"))
            chat.logitBias = *bias;
        if (const auto most = integerOf(*root, "logprobs")) {
            chat.logprobs = true;
            chat.topLogprobs = most;
        }
        readStop(*root, chat);
        for (const auto& [name, value] : *root) {
            const std::string_view key(name);
            if (key != "stop" && std::ranges::find(kKnown, key) == kKnown.end() && !value.is_null())
                chat.extras.push_back({std::string(name), value});
        }
        return chat;
    }

    std::unique_ptr<ReplyEncoder> encoder(const RequestEnvelope& envelope, const ReplyFacts& facts,
                                          const ChatRequest&) const override {
        return std::make_unique<CompletionsEncoder>(envelope, facts);
    }

    std::string_view missingEnd() const override { return "data: [DONE]\n\n"; }

    std::string touchedUp(std::string_view bytes, const RequestEnvelope&) const override {
        element root;
        std::string_view text;
        if (JsonScan::parse(bytes).get(root) != simdjson::SUCCESS ||
            root["content"].error() == simdjson::SUCCESS ||
            root["choices"].at(0)["text"].get(text) != simdjson::SUCCESS)
            return {};
        BodyEdits edits(bytes);
        edits.insert(bytes.find('{') + 1, R"("content":)" + quotedJson(text) + ",");
        return edits.applied();
    }

protected:
    Check read(element root, RequestEnvelope& envelope) const override { return readMembers(root, envelope); }
    std::span<const std::string_view> actedOn() const override { return kActedOn; }
};

} // namespace

const Dialect& openAiCompletionsDialect() {
    static const OpenAiCompletionsDialect dialect;
    return dialect;
}

} // namespace tollgate
