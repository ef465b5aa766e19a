#pragma once
// Judging the members of a request body, and finding where they stand in it.

#include "gateway/dialects/dialect.h"
#include "gateway/dialects/json_scan.h"

#include <tl/expected.hpp>

#include <functional>
#include <span>
#include <string>
#include <string_view>

namespace tollgate {

using Check = tl::expected<void, Error>;

/// 400 that names the field.
Error invalidField(std::string param, std::string message);

/// The body as a JSON object. Valid until the next call of JsonScan::parse in this thread.
tl::expected<simdjson::dom::element, Error> parseBody(std::string_view body);

/// What the model reads of any JSON value, without the punctuation.
std::size_t textBytes(simdjson::dom::element value);

/// An absent or null member is fine and leaves `value` alone.
template <typename T>
Check optionalField(simdjson::dom::element root, const char* name, const char* wanted, T& value) {
    simdjson::dom::element found;
    if (root[name].get(found) != simdjson::SUCCESS || found.is_null())
        return {};
    if (found.get(value) != simdjson::SUCCESS)
        return tl::unexpected(invalidField(name, std::string(name) + " must be " + wanted + "."));
    return {};
}

/// An absent, null or right number; bounds are inclusive.
Check checkNumber(simdjson::dom::element root, const char* name, double lowest, double highest);

inline constexpr std::int64_t kMostTokens = 1'000'000'000; ///< far more than any model writes

/// Of an answer: at least 1, and small enough that no sum made of it can overflow.
Check readMaxTokens(simdjson::dom::element root, const char* name, RequestEnvelope& envelope);

/// user, metadata.user_id, safety_identifier: the contract's order.
Check readUserField(simdjson::dom::element root, RequestEnvelope& envelope);

/// `service_tier`, as far as it changes the price: "auto", unknown words and nonsense are the provider's to
/// judge.
ServiceTier serviceAskedFor(simdjson::dom::element root);
/// Notes when a `cache_control` asks for an hour (Anthropic, "Prompt caching": ttl).
void noteCacheWish(simdjson::dom::element wish, RequestEnvelope& envelope);

/// Tells the place of every member of the body's object, in order, and refuses bodies that hold one of
/// `actedOn` twice: of those the upstream may read the other one.
Check locateMembers(std::string_view body, std::span<const std::string_view> actedOn,
                    const std::function<void(std::string_view key, BodySpan place)>& found);

} // namespace tollgate
