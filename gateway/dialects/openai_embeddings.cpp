// OpenAI embeddings (platform.openai.com/docs/api-reference/embeddings): floats, or base64 of little-endian
// floats.

#include "gateway/dialects/json_read.h"
#include "gateway/dialects/openai_dialect.h"
#include "gateway/dialects/reply_fold.h"

#include <boost/json.hpp>

#include <algorithm>
#include <array>
#include <bit>
#include <openssl/evp.h>

namespace tollgate {

namespace json = boost::json;

namespace {

using simdjson::dom::element;

constexpr std::int64_t kMostInputs = 2048; ///< of one request, OpenAI's limit
constexpr std::int64_t kMostDimensions = 65'536;
constexpr std::array<std::string_view, 5> kActedOn{"model", "input", "user", "metadata", "safety_identifier"};
constexpr std::array<std::string_view, 5> kKnown{"model", "input", "user", "dimensions", "encoding_format"};

bool isTokens(element list) {
    simdjson::dom::array items;
    return list.get(items) == simdjson::SUCCESS &&
           std::all_of(items.begin(), items.end(), [](element item) { return item.is_int64(); });
}

Check readInput(element root, RequestEnvelope& envelope) {
    const auto wrong = [] {
        return tl::unexpected(invalidField(
            "input", "input must be a string, an array of strings, or arrays of token ids, and not empty."));
    };
    element input;
    if (root["input"].get(input) != simdjson::SUCCESS)
        return wrong();
    envelope.promptBytes = textBytes(input);
    if (input.is_string())
        return envelope.promptBytes == 0 ? Check(wrong()) : Check();
    simdjson::dom::array items;
    if (input.get(items) != simdjson::SUCCESS || items.size() == 0)
        return wrong();
    if (isTokens(input))
        return {};
    if (items.size() > kMostInputs)
        return tl::unexpected(
            invalidField("input", "input holds more than " + std::to_string(kMostInputs) + " entries."));
    for (element item : items) {
        if (!item.is_string() && !isTokens(item))
            return wrong();
    }
    return {};
}

Check readMembers(element root, RequestEnvelope& envelope) {
    std::string_view model;
    if (auto read = optionalField(root, "model", "a string", model); !read)
        return read;
    envelope.model = model;
    if (auto read = readInput(root, envelope); !read)
        return read;
    std::string_view format = "float";
    if (auto read = optionalField(root, "encoding_format", "a string", format); !read)
        return read;
    if (format != "float" && format != "base64")
        return tl::unexpected(invalidField("encoding_format", "encoding_format must be float or base64."));
    std::int64_t dimensions = 1;
    if (auto read = optionalField(root, "dimensions", "an integer", dimensions); !read)
        return read;
    if (dimensions < 1 || dimensions > kMostDimensions)
        return tl::unexpected(invalidField("dimensions", "dimensions must lie between 1 and 65536."));
    envelope.maxTokens = 0; // nothing is written
    return readUserField(root, envelope);
}

std::string base64Of(const std::vector<float>& values) {
    std::string bytes;
    bytes.reserve(values.size() * 4);
    for (const float value : values) {
        auto bits = std::bit_cast<std::uint32_t>(value);
        for (int i = 0; i < 4; ++i, bits >>= 8U)
            bytes += static_cast<char>(bits & 0xFFU);
    }
    std::string text((bytes.size() + 2) / 3 * 4 + 1, '\0');
    const int length =
        EVP_EncodeBlock(reinterpret_cast<unsigned char*>(text.data()),
                        reinterpret_cast<const unsigned char*>(bytes.data()), static_cast<int>(bytes.size()));
    text.resize(static_cast<std::size_t>(length));
    return text;
}

class EmbeddingsEncoder final : public ReplyEncoder {
public:
    explicit EmbeddingsEncoder(bool base64)
        : m_base64(base64) {}

    void add(const ChatEvent& event) override { m_fold.add(event); }
    std::string takeBytes() override { return {}; }
    std::string end(const ReplyFacts&) override { return {}; }

    std::string body(const ReplyFacts& facts) override {
        std::ranges::stable_sort(m_fold.embeddings, {}, &event::Embedding::index);
        json::array data;
        for (const event::Embedding& one : m_fold.embeddings) {
            json::object entry{{"object", "embedding"}};
            entry["index"] = one.index;
            entry["embedding"] =
                m_base64 ? json::value(base64Of(one.values)) : json::value(json::value_from(one.values));
            data.push_back(std::move(entry));
        }
        json::object reply{{"object", "list"}};
        reply["data"] = std::move(data);
        reply["model"] = m_fold.model.empty() ? facts.model : m_fold.model;
        json::object usage;
        usage["prompt_tokens"] = m_fold.usage.inputTotal();
        usage["total_tokens"] = m_fold.usage.total();
        reply["usage"] = std::move(usage);
        return json::serialize(reply);
    }

private:
    const bool m_base64;
    ReplyFold m_fold;
};

std::vector<std::int64_t> tokensOf(const json::array& list) {
    std::vector<std::int64_t> tokens;
    for (const json::value& one : list)
        tokens.push_back(one.is_int64() ? one.as_int64() : 0);
    return tokens;
}

void readTexts(const json::value& input, EmbeddingInput& embedding) {
    if (input.is_string()) {
        embedding.texts.emplace_back(input.as_string());
        return;
    }
    const json::array& list = input.as_array();
    if (!list.empty() && list.front().is_int64()) {
        embedding.tokens.push_back(tokensOf(list));
        return;
    }
    for (const json::value& one : list) {
        if (one.is_string())
            embedding.texts.emplace_back(one.as_string());
        else if (one.is_array())
            embedding.tokens.push_back(tokensOf(one.as_array()));
    }
}

class OpenAiEmbeddingsDialect final : public OpenAiDialect {
public:
    std::string_view name() const override { return "openai_embeddings"; }
    WireFormat wireFormat() const override { return WireFormat::OpenAiEmbeddings; }
    Operation operation() const override { return Operation::Embeddings; }

    tl::expected<ChatRequest, Error> decode(const HttpRequest& request) const override {
        const auto root = parseObject(request.body);
        if (!root)
            return tl::unexpected(root.error());
        ChatRequest chat;
        chat.operation = Operation::Embeddings;
        readTexts(root->at("input"), chat.embedding);
        if (!chat.embedding.tokens.empty() && !chat.embedding.texts.empty())
            return tl::unexpected(invalidField("input", "input mixes texts and token ids."));
        chat.embedding.dimensions = integerOf(*root, "dimensions");
        chat.embedding.base64 = textOf(*root, "encoding_format") == "base64";
        chat.user = textOf(*root, "user");
        for (const auto& [name, value] : *root) {
            if (std::ranges::find(kKnown, std::string_view(name)) == kKnown.end() && !value.is_null())
                chat.extras.push_back({std::string(name), value});
        }
        return chat;
    }

    std::unique_ptr<ReplyEncoder> encoder(const RequestEnvelope&, const ReplyFacts&,
                                          const ChatRequest& request) const override {
        return std::make_unique<EmbeddingsEncoder>(request.embedding.base64);
    }

protected:
    Check read(element root, RequestEnvelope& envelope) const override { return readMembers(root, envelope); }
    std::span<const std::string_view> actedOn() const override { return kActedOn; }
};

} // namespace

const Dialect& openAiEmbeddingsDialect() {
    static const OpenAiEmbeddingsDialect dialect;
    return dialect;
}

} // namespace tollgate
