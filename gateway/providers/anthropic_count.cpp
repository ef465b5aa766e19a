// Counts of tokens, {"input_tokens": n} (platform.claude.com/docs/en/api/messages-count-tokens).

#include "gateway/providers/anthropic_reply.h"

#include <simdjson.h>

#include <algorithm>

namespace tollgate {

namespace {

using simdjson::SUCCESS;

class AnthropicCountDecoder final : public ReplyDecoder {
public:
    void body(std::string_view bytes, std::vector<ChatEvent>& events) override {
        simdjson::dom::parser parser;
        simdjson::dom::element root;
        std::int64_t tokens = 0;
        if (parser.parse(bytes.data(), bytes.size()).get(root) != SUCCESS || !root.is_object() ||
            root["input_tokens"].get(tokens) != SUCCESS) {
            m_malformed = true;
            return;
        }
        m_finished = true;
        events.emplace_back(event::TokenCount{std::max<std::int64_t>(0, tokens)});
        events.emplace_back(event::Finish{});
    }
    void event(std::string_view, std::string_view, std::vector<ChatEvent>&) override { m_malformed = true; }
    bool finished() const override { return m_finished; }
    bool sawTerminator() const override { return m_finished; }
    bool malformed() const override { return m_malformed; }
    const std::string& streamError() const override { return m_streamError; }

private:
    std::string m_streamError;
    bool m_finished = false;
    bool m_malformed = false;
};

} // namespace

std::unique_ptr<ReplyDecoder> makeAnthropicCountDecoder() {
    return std::make_unique<AnthropicCountDecoder>();
}

} // namespace tollgate
