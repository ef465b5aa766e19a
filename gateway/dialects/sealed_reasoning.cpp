#include "gateway/dialects/sealed_reasoning.h"

#include "gateway/dialects/json_read.h"

#include <boost/json.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <utility>

namespace tollgate {

namespace json = boost::json;

namespace {

constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

constexpr std::array kOrigins{
    std::pair{Origin::OpenAi, std::string_view("openai")},
    std::pair{Origin::Anthropic, std::string_view("anthropic")},
    std::pair{Origin::Gemini, std::string_view("gemini")},
    std::pair{Origin::Bedrock, std::string_view("bedrock")},
};

/// RFC 4648 §4.
std::string toBase64(std::string_view bytes) {
    std::string text;
    text.reserve((bytes.size() + 2) / 3 * 4);
    std::uint32_t bits = 0;
    int pending = 0;
    for (const char byte : bytes) {
        bits = (bits << 8U) | static_cast<unsigned char>(byte);
        for (pending += 8; pending >= 6; pending -= 6)
            text += kDigits[(bits >> static_cast<unsigned>(pending - 6)) & 0x3FU];
    }
    if (pending > 0)
        text += kDigits[(bits << static_cast<unsigned>(6 - pending)) & 0x3FU];
    text.resize((text.size() + 3) / 4 * 4, '=');
    return text;
}

std::optional<std::string> fromBase64(std::string_view text) {
    while (text.ends_with('='))
        text.remove_suffix(1);
    std::string bytes;
    bytes.reserve(text.size() * 3 / 4);
    std::uint32_t bits = 0;
    int pending = 0;
    for (const char digit : text) {
        const std::size_t value = kDigits.find(digit);
        if (value == std::string_view::npos)
            return std::nullopt;
        bits = (bits << 6U) | static_cast<std::uint32_t>(value);
        pending += 6;
        if (pending >= 8) {
            pending -= 8;
            bytes += static_cast<char>((bits >> static_cast<unsigned>(pending)) & 0xFFU);
        }
    }
    return bytes;
}

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
    return std::string(kSealPrefix) + toBase64(json::serialize(object));
}

SealedReasoning unsealReasoning(std::string_view encryptedContent) {
    SealedReasoning sealed;
    if (!encryptedContent.starts_with(kSealPrefix)) {
        sealed.origin = Origin::OpenAi;
        sealed.signature = encryptedContent;
        return sealed;
    }
    const auto text = fromBase64(encryptedContent.substr(kSealPrefix.size()));
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
