#pragma once
// Pieces that several resources share: limits, targets, names, addresses.

#include "gateway/config/field_reader.h"

#include <boost/json/value.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace tollgate {

/// A provider's name: one word of visible ASCII without '/' and ':', because a model reference is cut there.
std::optional<std::string> providerNameMistake(std::string_view text);
/// A name that goes into response headers and metrics labels: visible ASCII, no space.
std::optional<std::string> wordMistake(std::string_view text);
/// A name for people: any UTF-8 without control characters, slashes or blanks at its ends.
std::optional<std::string> nameMistake(std::string_view text);
/// An http or https address with a host, without credentials, query or fragment.
std::optional<std::string> urlMistake(std::string_view text);
/// "provider/model" (or the seed's "provider:model").
std::optional<std::string> modelReferenceMistake(std::string_view text);

/// A tag or a region as callers write it into X-Tollgate-Tags: a word without a comma.
std::optional<std::string> tagMistake(std::string_view text);

inline constexpr TextRule kTag{true, 64, tagMistake};
inline constexpr TextRule kProviderName{true, 64, providerNameMistake};
inline constexpr TextRule kWord{true, 128, wordMistake};
inline constexpr TextRule kName{true, 128, nameMistake};
inline constexpr TextRule kModelName{true, 256, wordMistake};

void readLimits(FieldReader& in, Limits& out);
boost::json::object limitsToJson(const Limits& limits);

void readTargets(FieldReader& in, std::string_view key, std::vector<Target>& out);

boost::json::value textOrNull(std::string_view text);
boost::json::value timeOrNull(std::optional<std::int64_t> ms);

template <typename T>
boost::json::value valueOrNull(const std::optional<T>& value) {
    return value ? boost::json::value(*value) : boost::json::value(nullptr);
}
boost::json::array toJsonList(const std::vector<std::string>& texts);

} // namespace tollgate
