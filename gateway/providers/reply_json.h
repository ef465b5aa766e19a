#pragma once
// What every reader of replies does with JSON: parse without allocating anew for each event, and read members
// that may be absent or of another type.

#include <boost/json/value.hpp>
#include <simdjson.h>

#include <cstdint>
#include <string_view>

namespace tollgate::reply {

/// An object or an array. What was read before in this thread is gone; `bytes` need not stay.
bool parse(std::string_view bytes, simdjson::dom::element& root);
/// The same for an object.
bool parseObject(std::string_view bytes, simdjson::dom::element& root);

/// Empty when it is absent or no text; valid until the next parse.
std::string_view text(simdjson::dom::element object, const char* name);
/// Not negative; 0 when it is absent or no integer.
std::int64_t integer(simdjson::dom::element object, const char* name);
/// An object member, or false.
bool inside(simdjson::dom::element object, const char* name, simdjson::dom::element& member);

/// The same value in the vocabulary's JSON.
boost::json::value converted(simdjson::dom::element value);

} // namespace tollgate::reply
