#include "gateway/config/codec_parts.h"

#include <boost/json/serialize.hpp>
#include <openssl/sha.h>

#include <algorithm>
#include <array>

namespace tollgate {

namespace {

constexpr std::size_t kMaxPromptBytes = 1024 * 1024;

std::optional<std::string> versionMistake(std::string_view text) {
    const std::string_view number = text.substr(1);
    const bool digits = !number.empty() && number.size() <= 9 && number.front() != '0' &&
                        std::ranges::all_of(number, [](char c) { return c >= '0' && c <= '9'; });
    if (text.front() != 'v' || !digits)
        return "must be v1, v2, …";
    return std::nullopt;
}

void readVersion(FieldReader& in, PromptVersion& out) {
    in.text("system", out.system, {false, kMaxPromptBytes, nullptr});
    in.text("template", out.templateText, {false, kMaxPromptBytes, nullptr});
    in.text("model", out.model, {false, 320, wordMistake});
    if (out.model && out.model->empty())
        out.model.reset();
    in.number("temperature", out.temperature, 0, 2);
    in.integer("max_tokens", out.maxTokens, 1, 1'000'000'000);
    in.text("note", out.note, {false, 4096, nullptr});
    in.time("created_at", out.createdAtMs);
    in.readOnly({"hash"});
}

} // namespace

std::string promptHash(const PromptVersion& version) {
    const boost::json::object said{{"system", version.system},
                                   {"template", version.templateText},
                                   {"model", valueOrNull(version.model)},
                                   {"temperature", valueOrNull(version.temperature)},
                                   {"max_tokens", valueOrNull(version.maxTokens)}};
    const std::string text = boost::json::serialize(said);
    std::array<unsigned char, SHA256_DIGEST_LENGTH> digest{};
    SHA256(reinterpret_cast<const unsigned char*>(text.data()), text.size(), digest.data());
    constexpr std::string_view kHex = "0123456789abcdef";
    std::string hash;
    for (std::size_t i = 0; i < 6; ++i) {
        hash += kHex[digest[i] >> 4U];
        hash += kHex[digest[i] & 15U];
    }
    return hash;
}

Parsed<PromptVersion> promptVersionFromJson(const boost::json::object& json) {
    FieldReader in(json);
    PromptVersion version;
    readVersion(in, version);
    in.text("version", version.version, {false, 10, versionMistake});
    version.hash = promptHash(version);
    return in.finish(std::move(version));
}

Parsed<Prompt> promptFromJson(const boost::json::object& json) {
    FieldReader in(json);
    Prompt prompt;
    in.text("name", prompt.name, kWord);
    in.text("default", prompt.defaultVersion, {false, 32, nullptr});
    if (in.has("versions")) {
        in.each("versions", [&prompt](FieldReader& item) {
            PromptVersion version;
            item.text("version", version.version, {false, 10, versionMistake});
            if (version.version.empty())
                version.version = "v" + std::to_string(prompt.versions.size() + 1);
            readVersion(item, version);
            version.hash = promptHash(version);
            const auto same = [&](const PromptVersion& other) { return other.version == version.version; };
            if (std::ranges::any_of(prompt.versions, same))
                item.fail("version", "is there twice");
            prompt.versions.push_back(std::move(version));
        });
        if (prompt.versions.empty())
            in.fail("versions", "needs at least one version");
    } else if (in.has("system") || in.has("template")) {
        PromptVersion first;
        first.version = "v1";
        readVersion(in, first);
        first.hash = promptHash(first);
        prompt.versions.push_back(std::move(first));
    } else {
        in.fail("versions", "is required (or system and template for a first version)");
    }
    if (prompt.defaultVersion.empty() && !prompt.versions.empty())
        prompt.defaultVersion = prompt.versions.front().version;
    const auto isDefault = [&](const PromptVersion& v) { return v.version == prompt.defaultVersion; };
    if (std::ranges::none_of(prompt.versions, isDefault))
        in.fail("default", "names no version of this prompt");
    return in.finish(std::move(prompt));
}

boost::json::object toJson(const PromptVersion& version) {
    return {{"version", version.version},
            {"system", version.system},
            {"template", version.templateText},
            {"model", valueOrNull(version.model)},
            {"temperature", valueOrNull(version.temperature)},
            {"max_tokens", valueOrNull(version.maxTokens)},
            {"hash", version.hash},
            {"created_at",
             version.createdAtMs == 0 ? boost::json::value(nullptr) : timeOrNull(version.createdAtMs)},
            {"note", version.note}};
}

boost::json::object toJson(const Prompt& prompt) {
    boost::json::array versions;
    for (const PromptVersion& version : prompt.versions)
        versions.push_back(toJson(version));
    return {{"name", prompt.name}, {"default", prompt.defaultVersion}, {"versions", std::move(versions)}};
}

} // namespace tollgate
