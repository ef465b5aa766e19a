// Counts of tokens: Anthropic's {"input_tokens": n} (platform.claude.com/docs/en/api/messages-count-tokens)
// and Bedrock's {"inputTokens": n}
// (docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_CountTokens.html).

#include "gateway/providers/anthropic_reply.h"
#include "gateway/providers/bedrock_reply.h"

#include <simdjson.h>

#include <algorithm>

namespace tollgate {

namespace {

using simdjson::SUCCESS;

class CountDecoder final : public ReplyDecoder {
public:
    explicit CountDecoder(const char* member)
        : m_member(member) {}

    void body(std::string_view bytes, std::vector<ChatEvent>& events) override {
        simdjson::dom::parser parser;
        simdjson::dom::element root;
        std::int64_t tokens = 0;
        if (parser.parse(bytes.data(), bytes.size()).get(root) != SUCCESS || !root.is_object() ||
            root[m_member].get(tokens) != SUCCESS) {
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
    const char* m_member;
    std::string m_streamError;
    bool m_finished = false;
    bool m_malformed = false;
};

} // namespace

std::unique_ptr<ReplyDecoder> makeAnthropicCountDecoder() {
    return std::make_unique<CountDecoder>("input_tokens");
}

std::unique_ptr<ReplyDecoder> makeBedrockCountDecoder() {
    return std::make_unique<CountDecoder>("inputTokens");
}

} // namespace tollgate
