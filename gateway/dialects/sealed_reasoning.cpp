#include "gateway/dialects/sealed_reasoning.h"

#include "gateway/dialects/json_read.h"
#include "gateway/wire/base64_text.h"

#include <boost/json.hpp>

#include <array>
#include <utility>

namespace tollgate {

namespace json = boost::json;

namespace {

constexpr std::array kOrigins{
    std::pair{Origin::OpenAi, std::string_view("openai")},
    std::pair{Origin::Anthropic, std::string_view("anthropic")},
    std::pair{Origin::Gemini, std::string_view("gemini")},
    std::pair{Origin::Bedrock, std::string_view("bedrock")},
};

} // namespace

std::string sealReasoning(const SealedReasoning& sealed) {
    if (sealed.origin == Origin::OpenAi && sealed.callId.empty())
        return sealed.signature;
    json::object object;
    for (const auto& [origin, name] : kOrigins) {
        if (origin == sealed.origin)
            object["origin"] = name;
    }
    if (sealed.redacted)
        object["redacted"] = true;
    object["signature"] = sealed.signature;
    if (!sealed.callId.empty())
        object["call"] = sealed.callId;
    return std::string(kSealPrefix) + base64Encoded(json::serialize(object));
}

SealedReasoning unsealReasoning(std::string_view encryptedContent) {
    SealedReasoning sealed;
    if (!encryptedContent.starts_with(kSealPrefix)) {
        sealed.origin = Origin::OpenAi;
        sealed.signature = encryptedContent;
        return sealed;
    }
    const auto text = base64Decoded(encryptedContent.substr(kSealPrefix.size()));
    const auto object = text ? parseObject(*text) : tl::unexpected(Error{});
    if (!object)
        return sealed;
    const std::string from = textOf(*object, "origin");
    for (const auto& [origin, name] : kOrigins) {
        if (name == from)
            sealed.origin = origin;
    }
    sealed.redacted = boolOf(*object, "redacted").value_or(false);
    sealed.signature = textOf(*object, "signature");
    sealed.callId = textOf(*object, "call");
    return sealed;
}

} // namespace tollgate
