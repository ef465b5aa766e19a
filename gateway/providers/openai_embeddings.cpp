// OpenAI's list of embeddings (platform.openai.com/docs/api-reference/embeddings/object).

#include "gateway/providers/openai_reply.h"

#include <boost/json.hpp>

#include <algorithm>
#include <bit>
#include <openssl/evp.h>

namespace tollgate {

namespace json = boost::json;

namespace {

/// Little-endian floats, as OpenAI writes encoding_format "base64".
std::vector<float> floatsOf(json::string_view base64) {
    std::string bytes(base64.size() / 4 * 3 + 3, '\0');
    const int decoded = EVP_DecodeBlock(reinterpret_cast<unsigned char*>(bytes.data()),
                                        reinterpret_cast<const unsigned char*>(base64.data()),
                                        static_cast<int>(base64.size()));
    const auto length = static_cast<std::size_t>(std::max(decoded, 0));
    std::vector<float> values;
    for (std::size_t i = 0; i + 4 <= length; i += 4) {
        std::uint32_t bits = 0;
        for (std::size_t k = 4; k-- > 0;)
            bits = bits << 8U | static_cast<unsigned char>(bytes[i + k]);
        values.push_back(std::bit_cast<float>(bits));
    }
    return values;
}

class EmbeddingDecoder final : public ReplyDecoder {
public:
    void body(std::string_view bytes, std::vector<ChatEvent>& events) override {
        boost::system::error_code failure;
        const json::value root = json::parse({bytes.data(), bytes.size()}, failure);
        const json::object* object = failure ? nullptr : root.if_object();
        const json::value* data = object != nullptr ? object->if_contains("data") : nullptr;
        if (data == nullptr || !data->is_array()) {
            m_malformed = true;
            return;
        }
        const json::value* model = object->if_contains("model");
        events.emplace_back(
            event::Start{{}, model != nullptr && model->is_string() ? std::string(model->as_string()) : ""});
        for (const json::value& one : data->as_array())
            read(one, events);
        Usage usage;
        if (const json::value* told = object->if_contains("usage"); told != nullptr && told->is_object()) {
            const json::value* tokens = told->as_object().if_contains("prompt_tokens");
            if (tokens != nullptr && tokens->is_int64())
                usage.inputUncached = tokens->as_int64();
            events.emplace_back(event::UsageReport{usage});
        }
        events.emplace_back(event::Finish{});
    }
    void event(std::string_view, std::string_view, std::vector<ChatEvent>&) override { m_malformed = true; }
    bool finished() const override { return true; }
    bool sawTerminator() const override { return false; }
    bool malformed() const override { return m_malformed; }
    const std::string& streamError() const override { return m_noError; }

private:
    void read(const json::value& one, std::vector<ChatEvent>& events) {
        const json::object* object = one.if_object();
        const json::value* values = object != nullptr ? object->if_contains("embedding") : nullptr;
        if (values == nullptr)
            return;
        event::Embedding embedding;
        const json::value* index = object->if_contains("index");
        embedding.index =
            index != nullptr && index->is_int64() ? static_cast<int>(index->as_int64()) : m_next;
        ++m_next;
        if (values->is_string()) {
            embedding.values = floatsOf(values->as_string());
        } else if (const json::array* numbers = values->if_array()) {
            for (const json::value& number : *numbers)
                embedding.values.push_back(number.is_number() ? number.to_number<float>() : 0.0F);
        }
        events.emplace_back(std::move(embedding));
    }

    int m_next = 0;
    bool m_malformed = false;
    std::string m_noError;
};

} // namespace

std::unique_ptr<ReplyDecoder> makeOpenAiEmbeddingDecoder() {
    return std::make_unique<EmbeddingDecoder>();
}

} // namespace tollgate
