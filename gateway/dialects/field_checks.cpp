#include "gateway/dialects/field_checks.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace tollgate {

namespace {

using simdjson::dom::element;
namespace od = simdjson::ondemand;

BodySpan spanOf(std::string_view token, const char* base) {
    while (!token.empty() &&
           (token.back() == ' ' || token.back() == '\n' || token.back() == '\r' || token.back() == '\t'))
        token.remove_suffix(1);
    return {static_cast<std::size_t>(token.data() - base), token.size()};
}

/// The whole text of a value, nested ones included.
bool wholeText(od::value& value, std::string_view& text) {
    od::json_type type{};
    if (value.type().get(type) != simdjson::SUCCESS)
        return false;
    if (type == od::json_type::object) {
        od::object object;
        return value.get_object().get(object) == simdjson::SUCCESS &&
               object.raw_json().get(text) == simdjson::SUCCESS;
    }
    if (type == od::json_type::array) {
        od::array array;
        return value.get_array().get(array) == simdjson::SUCCESS &&
               array.raw_json().get(text) == simdjson::SUCCESS;
    }
    text = value.raw_json_token();
    return true;
}

} // namespace

Error invalidField(std::string param, std::string message) {
    Error error;
    error.code = ErrorCode::InvalidRequest;
    error.param = std::move(param);
    error.message = std::move(message);
    return error;
}

tl::expected<element, Error> parseBody(std::string_view body) {
    element root;
    if (const auto failure = JsonScan::parse(body).get(root); failure != simdjson::SUCCESS)
        return tl::unexpected(invalidField({}, std::string("The body is not valid JSON: ") +
                                                   simdjson::error_message(failure) + "."));
    if (!root.is_object())
        return tl::unexpected(invalidField({}, "The body must be a JSON object."));
    return root;
}

std::size_t textBytes(element value) {
    std::size_t bytes = 0;
    if (std::string_view text; value.get(text) == simdjson::SUCCESS) {
        bytes = text.size();
    } else if (simdjson::dom::array items; value.get(items) == simdjson::SUCCESS) {
        for (element item : items)
            bytes += textBytes(item);
    } else if (simdjson::dom::object members; value.get(members) == simdjson::SUCCESS) {
        for (const auto& member : members)
            bytes += member.key.size() + textBytes(member.value);
    } else {
        bytes = sizeof "true";
    }
    return bytes;
}

Check checkNumber(element root, const char* name, double lowest, double highest) {
    double value = lowest;
    if (auto read = optionalField(root, name, "a number", value); !read)
        return read;
    if (value < lowest || value > highest) {
        const auto shown = [](double bound) { return std::to_string(static_cast<int>(bound)); };
        return tl::unexpected(invalidField(name, std::string(name) + " must lie between " + shown(lowest) +
                                                     " and " + shown(highest) + "."));
    }
    return {};
}

Check readMaxTokens(element root, const char* name, RequestEnvelope& envelope) {
    std::int64_t tokens = 0;
    if (auto read = optionalField(root, name, "an integer", tokens); !read)
        return read;
    if (tokens < 0 || (tokens == 0 && root[name].error() == simdjson::SUCCESS && !root[name].is_null()))
        return tl::unexpected(invalidField(name, std::string(name) + " must be at least 1."));
    if (tokens > kMostTokens)
        return tl::unexpected(
            invalidField(name, std::string(name) + " must be at most " + std::to_string(kMostTokens) + "."));
    // Where two names for it are both given servers differ in which they obey; the larger is what may be
    // spent.
    if (tokens > 0)
        envelope.maxTokens = std::max(envelope.maxTokens.value_or(0), tokens);
    return {};
}

Check readUserField(element root, RequestEnvelope& envelope) {
    std::string_view text;
    if (auto read = optionalField(root, "user", "a string", text); !read)
        return read;
    element metadata;
    if (text.empty() && root["metadata"].get(metadata) == simdjson::SUCCESS && metadata.is_object()) {
        if (metadata["user_id"].get(text) != simdjson::SUCCESS)
            text = {};
    }
    if (text.empty()) {
        if (auto read = optionalField(root, "safety_identifier", "a string", text); !read)
            return read;
    }
    envelope.user = text;
    return {};
}

ServiceTier serviceAskedFor(element root) {
    std::string_view name;
    if (root["service_tier"].get(name) != simdjson::SUCCESS)
        return ServiceTier::Unsaid;
    const ServiceTier tier = serviceTierNamed(name);
    return tier == ServiceTier::Other ? ServiceTier::Unsaid : tier;
}

void noteCacheWish(element wish, RequestEnvelope& envelope) {
    std::string_view kept;
    if (wish.is_object() && wish["ttl"].get(kept) == simdjson::SUCCESS && kept == "1h")
        envelope.longCache = true;
}

Check locateMembers(std::string_view body, std::span<const std::string_view> actedOn,
                    const std::function<void(std::string_view key, BodySpan place)>& found) {
    const auto malformed = [] { return tl::unexpected(invalidField({}, "The body is not valid JSON.")); };
    od::document document;
    od::object root;
    if (JsonScan::locate(body).get(document) != simdjson::SUCCESS ||
        document.get_object().get(root) != simdjson::SUCCESS)
        return malformed();
    const char* base = JsonScan::padded();
    std::uint64_t seen = 0;
    for (auto field : root) {
        std::string_view key;
        od::value value;
        if (field.unescaped_key().get(key) != simdjson::SUCCESS ||
            field.value().get(value) != simdjson::SUCCESS)
            return malformed();
        const auto known = std::ranges::find(actedOn, key);
        if (known == actedOn.end())
            continue;
        const std::uint64_t bit = std::uint64_t{1} << static_cast<unsigned>(known - actedOn.begin());
        if ((std::exchange(seen, seen | bit) & bit) != 0)
            return tl::unexpected(invalidField(std::string(key), std::string(key) + " is there twice."));
        std::string_view text;
        if (!wholeText(value, text))
            return malformed();
        found(key, spanOf(text, base));
    }
    return {};
}

} // namespace tollgate
