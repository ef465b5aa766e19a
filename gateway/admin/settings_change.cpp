#include "gateway/admin/settings_change.h"

#include "gateway/config/codec.h"
#include "gateway/config/merge_patch.h"
#include "gateway/config/otlp_secrets.h"
#include "gateway/secrets/mask.h"

#include <algorithm>
#include <array>

namespace tollgate {

namespace {

constexpr std::string_view kHeaders = "otlp_headers";
constexpr std::size_t kMostHeaders = 16;
constexpr std::size_t kLongestValue = 8192;
/// What an export says by itself, or what belongs to the connection.
constexpr std::array<std::string_view, 7> kOurs{
    "host",       "content-type", "content-length",   "content-encoding",
    "connection", "user-agent",   "transfer-encoding"};

using Secrets = ByName<std::string>;

const Secrets& secretsOf(const ConfigSnapshot& world) {
    static const Secrets kNone;
    const auto* found = ConfigSnapshot::find(world.credentials, kOtlpSecrets);
    return found == nullptr ? kNone : found->fields;
}

/// RFC 9110, section 5.6.2, in lower case.
bool isHeaderName(std::string_view name) {
    return !name.empty() && name.size() <= 128 && std::ranges::all_of(name, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
               std::string_view("!#$%&'*+-.^_`|~").find(c) != std::string_view::npos;
    });
}

bool isHeaderValue(std::string_view value) {
    return value.size() <= kLongestValue &&
           std::ranges::all_of(value, [](char c) { return c >= ' ' && c < '\x7f'; });
}

std::string lowerCase(std::string_view text) {
    std::string lower(text);
    std::ranges::transform(lower, lower.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return lower;
}

std::optional<ApiError> setHeader(Secrets& headers, const std::string& name,
                                  const boost::json::value& value) {
    const std::string path = std::string(kHeaders) + "." + name;
    if (value.is_null()) {
        headers.erase(name);
        return std::nullopt;
    }
    if (!isHeaderName(name) || std::ranges::find(kOurs, name) != kOurs.end())
        return invalid(path, "is no header that can be set");
    const auto* text = value.if_string();
    if (text == nullptr || text->empty())
        return invalid(path, "must be a text; null takes the header away");
    const std::string given(*text);
    if (isMasked(given)) {
        const auto known = headers.find(name);
        if (known == headers.end() || maskSecret(known->second) != given)
            return invalid(path, "is masked and stands for no value that is stored");
        return std::nullopt;
    }
    if (!isHeaderValue(given))
        return invalid(path, "must be visible ASCII characters and blanks");
    headers.insert_or_assign(name, given);
    return std::nullopt;
}

/// Nothing given: as they are.
Outcome<Secrets> patchedHeaders(const Secrets& current, const boost::json::value* patch) {
    Secrets headers = current;
    if (patch == nullptr)
        return headers;
    if (patch->is_null())
        return Secrets();
    const auto* given = patch->if_object();
    if (given == nullptr)
        return tl::unexpected(invalid(std::string(kHeaders), "must be an object of header names and values"));
    for (const auto& [name, value] : *given) {
        if (auto mistake = setHeader(headers, lowerCase(name), value))
            return tl::unexpected(*std::move(mistake));
    }
    if (headers.size() > kMostHeaders)
        return tl::unexpected(
            invalid(std::string(kHeaders), "must hold at most " + std::to_string(kMostHeaders) + " headers"));
    return headers;
}

} // namespace

boost::json::object shownSettings(const ConfigSnapshot& world) {
    boost::json::object json = toJson(world.settings);
    boost::json::object headers;
    for (const auto& [name, value] : secretsOf(world))
        headers.emplace(name, maskSecret(value));
    json.emplace(kHeaders, std::move(headers));
    return json;
}

Outcome<bool> patchSettings(const AdminContext& context, ConfigDraft& draft,
                            const boost::json::object& patch) {
    const boost::json::object before = shownSettings(draft.world());
    boost::json::object plain = patch;
    plain.erase(kHeaders);
    boost::json::value document = toJson(draft.world().settings);
    mergePatch(document, plain);
    auto parsed = settingsFromJson(document.get_object());
    if (!parsed)
        return tl::unexpected(invalid(parsed.error()));
    const Secrets current = secretsOf(draft.world());
    auto headers = patchedHeaders(current, patch.if_contains(kHeaders));
    if (!headers)
        return tl::unexpected(headers.error());
    const bool changed = draft.putSettings(*std::move(parsed));
    const bool otherHeaders = *headers != current;
    if (otherHeaders) {
        if (context.secrets == nullptr)
            return tl::unexpected(unavailable("headers cannot be stored: " + context.secretNote));
        draft.setCredentials(std::string(kOtlpSecrets), {{}, *std::move(headers)}, *context.secrets);
    }
    draft.changes().back().before = before;
    draft.changes().back().after = shownSettings(draft.world());
    return changed || otherHeaders;
}

} // namespace tollgate
