// Gemini's embeddings (ai.google.dev/api/embeddings) and token counts (ai.google.dev/api/tokens): one object,
// never a stream.

#include "gateway/providers/gemini_metadata.h"
#include "gateway/providers/gemini_reply.h"

#include <boost/json.hpp>
#include <simdjson.h>

namespace tollgate {

namespace {

using simdjson::SUCCESS;
using simdjson::dom::element;

class WholeReplyDecoder : public ReplyDecoder {
public:
    void body(std::string_view bytes, std::vector<ChatEvent>& events) override {
        simdjson::dom::parser parser;
        element root;
        if (parser.parse(bytes.data(), bytes.size()).get(root) != SUCCESS || !root.is_object() ||
            !read(root, events)) {
            m_malformed = true;
            return;
        }
        m_finished = true;
        events.emplace_back(event::Finish{});
    }
    void event(std::string_view, std::string_view, std::vector<ChatEvent>&) override { m_malformed = true; }
    bool finished() const override { return m_finished; }
    bool sawTerminator() const override { return false; }
    bool malformed() const override { return m_malformed; }
    const std::string& streamError() const override { return m_noError; }

protected:
    virtual bool read(element root, std::vector<ChatEvent>& events) = 0;

private:
    bool m_finished = false;
    bool m_malformed = false;
    std::string m_noError;
};

/// {"embedding":{"values"}} of one input, {"embeddings":[{"values"}]} of several.
class EmbeddingDecoder final : public WholeReplyDecoder {
    bool read(element root, std::vector<ChatEvent>& events) override {
        events.emplace_back(event::Start{});
        element one;
        if (simdjson::dom::array all; root["embeddings"].get(all) == SUCCESS) {
            for (element each : all) {
                if (!add(each, events))
                    return false;
            }
        } else if (root["embedding"].get(one) != SUCCESS || !add(one, events)) {
            return false;
        }
        if (element metadata; root["usageMetadata"].get(metadata) == SUCCESS && metadata.is_object())
            events.emplace_back(event::UsageReport{geminiUsage(metadata)});
        return true;
    }

    bool add(element one, std::vector<ChatEvent>& events) {
        simdjson::dom::array values;
        if (one["values"].get(values) != SUCCESS)
            return false;
        event::Embedding embedding;
        embedding.index = m_next++;
        embedding.values.reserve(values.size());
        for (element value : values) {
            double number = 0;
            if (value.get(number) != SUCCESS)
                return false;
            embedding.values.push_back(static_cast<float>(number));
        }
        events.emplace_back(std::move(embedding));
        return true;
    }

    int m_next = 0;
};

class TokenCountDecoder final : public WholeReplyDecoder {
    bool read(element root, std::vector<ChatEvent>& events) override {
        std::int64_t total = 0;
        if (root["totalTokens"].get(total) != SUCCESS || total < 0)
            return false;
        events.emplace_back(event::TokenCount{total});
        return true;
    }
};

} // namespace

std::unique_ptr<ReplyDecoder> makeGeminiEmbeddingDecoder() {
    return std::make_unique<EmbeddingDecoder>();
}

std::unique_ptr<ReplyDecoder> makeGeminiTokenCountDecoder() {
    return std::make_unique<TokenCountDecoder>();
}

} // namespace tollgate
