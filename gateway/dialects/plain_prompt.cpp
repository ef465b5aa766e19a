// Two dialects for clients that know no model's API: one prompt in, pieces of text out, as server-sent events
// or as messages of a WebSocket. Only the first choice's text is told; what else a model does has no words
// here.

#include "gateway/dialects/dialect.h"
#include "gateway/dialects/field_checks.h"
#include "gateway/dialects/openai_errors.h"
#include "gateway/wire/json_text.h"
#include "gateway/wire/url_text.h"

#include <boost/json.hpp>

#include <charconv>

namespace tollgate {

namespace json = boost::json;

namespace {

struct PlainPrompt {
    std::string text;
    RequestEnvelope envelope;
};
using PromptOutcome = tl::expected<PlainPrompt, Error>;

/// What both dialects write around the pieces.
struct PlainWords {
    std::string_view beforePiece;
    std::string_view afterPiece;
    std::string_view end;
    std::string_view beforeError; ///< in front of the error's members
    std::string_view afterError;
};

constexpr PlainWords kEventWords{R"(data: {"content":)", ",\"done\":false}\n\n",
                                 "data: {\"content\":\"\",\"done\":true}\n\n", "data: ", "\n\n"};
constexpr PlainWords kMessageWords{R"({"type":"chunk","content":)", "}\n", "{\"type\":\"done\"}\n", "", "\n"};

class PlainEncoder final : public ReplyEncoder {
public:
    explicit PlainEncoder(const PlainWords& words)
        : m_words(words) {}

    void add(const ChatEvent& event) override {
        if (const auto* text = std::get_if<event::TextDelta>(&event); text != nullptr && text->choice == 0)
            piece(text->text);
        else if (const auto* refusal = std::get_if<event::RefusalDelta>(&event))
            piece(refusal->text);
    }
    std::string takeBytes() override { return std::exchange(m_out, {}); }
    std::string end(const ReplyFacts&) override { return std::string(m_words.end); }
    /// Nobody is answered in one piece here.
    std::string body(const ReplyFacts&) override { return takeBytes(); }

private:
    void piece(std::string_view text) {
        if (text.empty())
            return;
        m_out.append(m_words.beforePiece).append(toJsonText(json::value(text))).append(m_words.afterPiece);
    }

    const PlainWords& m_words;
    std::string m_out;
};

class PlainDialect : public Dialect {
public:
    WireFormat wireFormat() const override { return WireFormat::None; }

    tl::expected<RequestEnvelope, Error> inspect(const HttpRequest& request) const override {
        auto prompt = checked(request);
        if (!prompt)
            return tl::unexpected(std::move(prompt.error()));
        return std::move(prompt->envelope);
    }

    tl::expected<ChatRequest, Error> decode(const HttpRequest& request) const override {
        auto prompt = checked(request);
        if (!prompt)
            return tl::unexpected(std::move(prompt.error()));
        ChatRequest chat;
        chat.stream = true;
        chat.maxTokens = prompt->envelope.maxTokens;
        Message message;
        message.parts.emplace_back().text = std::move(prompt->text);
        chat.messages.push_back(std::move(message));
        return chat;
    }

    /// No upstream speaks this dialect, so nothing is ever passed on.
    std::string rewritten(const HttpRequest& request, const RequestEnvelope&, const Rewrite&) const override {
        return request.body;
    }

    std::unique_ptr<ReplyEncoder> encoder(const RequestEnvelope&, const ReplyFacts&,
                                          const ChatRequest&) const override {
        return std::make_unique<PlainEncoder>(words());
    }

    std::string streamError(const Error& error, std::string_view requestId) const override {
        return std::string(words().beforeError) + errorBody(error, requestId) +
               std::string(words().afterError);
    }

protected:
    virtual PromptOutcome read(const HttpRequest& request) const = 0;
    virtual const PlainWords& words() const = 0;

private:
    PromptOutcome checked(const HttpRequest& request) const {
        auto prompt = read(request);
        if (prompt && prompt->text.empty())
            return tl::unexpected(invalidField("prompt", "prompt must be a text that is not empty."));
        if (prompt) {
            prompt->envelope.promptBytes = prompt->text.size();
            prompt->envelope.stream = true;
        }
        return prompt;
    }
};

class PromptStreamDialect final : public PlainDialect {
public:
    std::string_view name() const override { return "stream"; }
    std::string errorBody(const Error& error, std::string_view) const override {
        return openAiErrorBody(error);
    }

private:
    const PlainWords& words() const override { return kEventWords; }

    PromptOutcome read(const HttpRequest& request) const override {
        PlainPrompt prompt;
        std::string most;
        eachQueryParam(request.query, [&](const std::string& name, std::string value) {
            if (name == "prompt")
                prompt.text = std::move(value);
            else if (name == "model")
                prompt.envelope.model = std::move(value);
            else if (name == "user")
                prompt.envelope.user = std::move(value);
            else if (name == "max_tokens")
                most = std::move(value);
        });
        using Field = std::pair<const char*, std::string_view>;
        for (const auto& [name, text] : {Field("prompt", prompt.text), Field("model", prompt.envelope.model),
                                         Field("user", prompt.envelope.user)}) {
            if (!simdjson::validate_utf8(text.data(), text.size()))
                return tl::unexpected(invalidField(name, std::string(name) + " must be UTF-8."));
        }
        if (most.empty())
            return prompt;
        std::int64_t tokens = 0;
        const auto [end, failure] = std::from_chars(most.data(), most.data() + most.size(), tokens);
        if (failure != std::errc{} || end != most.data() + most.size() || tokens < 1 || tokens > kMostTokens)
            return tl::unexpected(invalidField("max_tokens", "max_tokens must be a whole number from 1."));
        prompt.envelope.maxTokens = tokens;
        return prompt;
    }
};

class PromptSocketDialect final : public PlainDialect {
public:
    std::string_view name() const override { return "websocket"; }
    std::string errorBody(const Error& error, std::string_view requestId) const override {
        json::value body = json::parse(openAiErrorBody(error));
        json::object message;
        message["type"] = "error";
        message["request_id"] = requestId;
        message["error"] = std::move(body.as_object()["error"]);
        return toJsonText(message);
    }

private:
    const PlainWords& words() const override { return kMessageWords; }

    PromptOutcome read(const HttpRequest& request) const override {
        const auto root = parseBody(request.body);
        if (!root)
            return tl::unexpected(root.error());
        PlainPrompt prompt;
        std::string_view text;
        std::string_view model;
        if (auto fine = optionalField(*root, "prompt", "a string", text); !fine)
            return tl::unexpected(std::move(fine.error()));
        if (auto fine = optionalField(*root, "model", "a string", model); !fine)
            return tl::unexpected(std::move(fine.error()));
        if (auto fine = readMaxTokens(*root, "max_tokens", prompt.envelope); !fine)
            return tl::unexpected(std::move(fine.error()));
        if (auto fine = readUserField(*root, prompt.envelope); !fine)
            return tl::unexpected(std::move(fine.error()));
        prompt.text = text;
        prompt.envelope.model = model;
        return prompt;
    }
};

} // namespace

const Dialect& promptStreamDialect() {
    static const PromptStreamDialect dialect;
    return dialect;
}

const Dialect& promptSocketDialect() {
    static const PromptSocketDialect dialect;
    return dialect;
}

} // namespace tollgate
