#include "gateway/dialects/token_count_encoder.h"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>

namespace tollgate {

namespace {

class TokenCountEncoder final : public ReplyEncoder {
public:
    explicit TokenCountEncoder(std::string_view member)
        : m_member(member) {}

    void add(const ChatEvent& event) override {
        if (const auto* count = std::get_if<event::TokenCount>(&event))
            m_tokens = count->inputTokens;
    }
    std::string takeBytes() override { return {}; }
    std::string end(const ReplyFacts&) override { return {}; }
    std::string body(const ReplyFacts& facts) override {
        std::string body = "{\"";
        body.append(m_member).append("\":");
        return body.append(std::to_string(m_tokens.value_or(facts.promptTokens))).append("}");
    }

private:
    std::string_view m_member;
    std::optional<std::int64_t> m_tokens;
};

} // namespace

std::unique_ptr<ReplyEncoder> makeTokenCountEncoder(std::string_view member) {
    return std::make_unique<TokenCountEncoder>(member);
}

} // namespace tollgate
