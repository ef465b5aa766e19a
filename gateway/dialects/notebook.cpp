// The notebook's own dialect: POST /chat {"message"} → model, ok, latency_ms, cost_usd, prompt_version,
// answer, daily_cost_usd.

#include "gateway/dialects/dialect.h"
#include "gateway/dialects/reply_fold.h"
#include "gateway/wire/json_text.h"

#include <boost/json.hpp>

#include <cmath>

namespace tollgate {

namespace json = boost::json;

namespace {

double rounded(Money money, double scale) {
    return std::round(money.usd() * scale) / scale;
}

class NotebookEncoder final : public ReplyEncoder {
public:
    void add(const ChatEvent& event) override { m_fold.add(event); }
    std::string takeBytes() override { return {}; }
    std::string end(const ReplyFacts&) override { return {}; }

    std::string body(const ReplyFacts& facts) override {
        json::object reply{{"model", facts.provider + ":" + facts.model},
                           {"ok", !facts.fallback},
                           {"latency_ms", facts.latencyMs}};
        // Six places (contract, "Gateway"); the ledger keeps all nine.
        reply["cost_usd"] = facts.cost ? json::value(rounded(*facts.cost, 1e6)) : json::value(nullptr);
        reply["prompt_version"] = facts.promptVersion;
        reply["answer"] = m_fold.first().text();
        reply["daily_cost_usd"] = rounded(facts.spentToday, 1e6);
        return toJsonText(reply);
    }

private:
    ReplyFold m_fold;
};

class NotebookDialect final : public Dialect {
public:
    std::string_view name() const override { return "notebook"; }
    WireFormat wireFormat() const override { return WireFormat::None; }

    tl::expected<RequestEnvelope, Error> inspect(const HttpRequest& request) const override {
        auto message = readMessage(request);
        if (!message)
            return tl::unexpected(std::move(message.error()));
        RequestEnvelope envelope;
        envelope.promptBytes = message->size();
        return envelope;
    }

    tl::expected<ChatRequest, Error> decode(const HttpRequest& request) const override {
        auto text = readMessage(request);
        if (!text)
            return tl::unexpected(std::move(text.error()));
        ChatRequest chat;
        Message message;
        message.parts.emplace_back().text = std::move(*text);
        chat.messages.push_back(std::move(message));
        return chat;
    }

    /// No upstream speaks this dialect, so nothing is ever passed on.
    std::string rewritten(const HttpRequest& request, const RequestEnvelope&, const Rewrite&) const override {
        return request.body;
    }

    std::unique_ptr<ReplyEncoder> encoder(const RequestEnvelope&, const ReplyFacts&,
                                          const ChatRequest&) const override {
        return std::make_unique<NotebookEncoder>();
    }

    std::string errorBody(const Error& error, std::string_view) const override {
        return toJsonText(json::object{{"error", error.message}});
    }
    std::string streamError(const Error& error, std::string_view requestId) const override {
        return errorBody(error, requestId);
    }

private:
    static tl::expected<std::string, Error> readMessage(const HttpRequest& request) {
        Error error;
        error.code = ErrorCode::InvalidRequest;
        boost::system::error_code failure;
        const json::value root = json::parse(request.body, failure);
        if (failure || !root.is_object()) {
            error.message = "The body must be a JSON object.";
            return tl::unexpected(std::move(error));
        }
        const json::value* message = root.as_object().if_contains("message");
        if (message == nullptr || !message->is_string()) {
            error.param = "message";
            error.message = "message must be a string.";
            return tl::unexpected(std::move(error));
        }
        return std::string(message->as_string());
    }
};

} // namespace

const Dialect& notebookDialect() {
    static const NotebookDialect dialect;
    return dialect;
}

} // namespace tollgate
