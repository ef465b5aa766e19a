#include "gateway/admin/credentials.h"

#include "gateway/config/field_reader.h"
#include "gateway/secrets/mask.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace tollgate {

namespace {

constexpr std::string_view kKeyPrefix = "api_key.";
constexpr std::array<std::string_view, 3> kBedrockFields{"access_key_id", "secret_access_key",
                                                         "session_token"};

/// Anything else would not survive a header line, or would add one to it.
std::optional<std::string> secretMistake(std::string_view text) {
    if (isMasked(text) || std::ranges::all_of(text, [](char c) { return c > ' ' && c < '\x7f'; }))
        return std::nullopt;
    return "must be visible ASCII characters without blanks";
}
constexpr TextRule kSecret{false, 8192, secretMistake};

/// The value behind a mask, or the text itself.
std::optional<std::string> unmasked(const std::string& text, const std::vector<std::string>& current,
                                    std::size_t likely) {
    if (!isMasked(text))
        return text;
    if (likely < current.size() && maskSecret(current[likely]) == text)
        return current[likely];
    for (const std::string& secret : current) {
        if (maskSecret(secret) == text)
            return secret;
    }
    return std::nullopt;
}

void readApiKeys(FieldReader& in, const Credentials& current, Credentials& out) {
    constexpr const char* kStale = "is masked and stands for no key that is stored";
    std::string single;
    in.text("api_key", single, kSecret);
    if (!single.empty()) {
        if (auto secret = unmasked(single, current.apiKeys, 0))
            out.apiKeys.push_back(*std::move(secret));
        else
            in.fail("api_key", kStale);
    }
    std::vector<std::string> several;
    TextRule rule = kSecret;
    rule.required = true;
    in.texts("api_keys", several, rule);
    for (std::size_t i = 0; i < several.size(); ++i) {
        if (auto secret = unmasked(several[i], current.apiKeys, i))
            out.apiKeys.push_back(*std::move(secret));
        else
            in.fail("api_keys[" + std::to_string(i) + "]", kStale);
    }
}

void readBedrock(FieldReader& in, const Credentials& current, Credentials& out) {
    for (const std::string_view field : kBedrockFields) {
        std::string text;
        in.text(field, text, kSecret);
        if (text.empty())
            continue;
        const auto it = current.fields.find(field);
        const std::vector<std::string> known =
            it == current.fields.end() ? std::vector<std::string>() : std::vector<std::string>{it->second};
        if (auto secret = unmasked(text, known, 0))
            out.fields.emplace(field, *std::move(secret));
        else
            in.fail(field, "is masked and stands for no value that is stored");
    }
    const bool id = out.fields.contains("access_key_id");
    const bool secret = out.fields.contains("secret_access_key");
    if (id != secret)
        in.fail(id ? "secret_access_key" : "access_key_id", "is required together with the other one");
}

} // namespace

Parsed<Credentials> credentialsFromJson(const boost::json::value& given, ProviderKind kind,
                                        const Credentials& current) {
    const boost::json::object provider{{"credentials", given}};
    FieldReader in(provider);
    Credentials result;
    in.nested("credentials", [&](FieldReader& fields) {
        readApiKeys(fields, current, result);
        if (kind == ProviderKind::Bedrock)
            readBedrock(fields, current, result);
    });
    return in.finish(std::move(result));
}

boost::json::object maskedCredentials(const Credentials& credentials) {
    boost::json::object shown;
    if (credentials.apiKeys.size() == 1)
        shown.emplace("api_key", maskSecret(credentials.apiKeys.front()));
    if (credentials.apiKeys.size() > 1) {
        boost::json::array keys;
        for (const std::string& key : credentials.apiKeys)
            keys.emplace_back(maskSecret(key));
        shown.emplace("api_keys", std::move(keys));
    }
    for (const std::string_view field : kBedrockFields) {
        if (const auto it = credentials.fields.find(field); it != credentials.fields.end())
            shown.emplace(field, maskSecret(it->second));
    }
    return shown;
}

bool sameCredentials(const Credentials& a, const Credentials& b) {
    return a.apiKeys == b.apiKeys && a.fields == b.fields;
}

std::vector<SealedCredential> sealCredentials(const SecretBox& box, const std::string& provider,
                                              const Credentials& credentials) {
    std::vector<SealedCredential> sealed;
    const auto add = [&](const std::string& field, const std::string& secret) {
        sealed.push_back({provider, field, box.seal(secret, provider, field)});
    };
    for (std::size_t i = 0; i < credentials.apiKeys.size(); ++i)
        add(std::string(kKeyPrefix) + std::to_string(i), credentials.apiKeys[i]);
    for (const auto& [field, secret] : credentials.fields)
        add(field, secret);
    return sealed;
}

tl::expected<Credentials, std::string> unsealCredentials(const SecretBox& box,
                                                         std::span<const SealedCredential> sealed) {
    Credentials credentials;
    std::map<int, std::string> keys; // "api_key.10" comes after "api_key.9"
    for (const SealedCredential& item : sealed) {
        auto secret = box.open(item.sealed, item.provider, item.field);
        if (!secret)
            return tl::unexpected(item.field + ": " + secret.error());
        if (!item.field.starts_with(kKeyPrefix)) {
            credentials.fields.emplace(item.field, *std::move(secret));
            continue;
        }
        int index = 0;
        std::from_chars(item.field.data() + kKeyPrefix.size(), item.field.data() + item.field.size(), index);
        keys.emplace(index, *std::move(secret));
    }
    for (auto& [index, secret] : keys)
        credentials.apiKeys.push_back(std::move(secret));
    return credentials;
}

} // namespace tollgate
