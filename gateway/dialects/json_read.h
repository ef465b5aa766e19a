#pragma once
// Reading Boost.JSON objects whose members may be absent or of the wrong type.

#include "gateway/wire/chat_request.h"
#include "gateway/wire/error.h"

#include <boost/json/object.hpp>
#include <tl/expected.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tollgate {

/// Members that are absent, null or of another type read as empty.
std::string textOf(const boost::json::object& object, std::string_view name);
std::optional<double> numberOf(const boost::json::object& object, std::string_view name);
/// Exact: seeds use all 64 bits.
std::optional<std::int64_t> integerOf(const boost::json::object& object, std::string_view name);
std::optional<bool> boolOf(const boost::json::object& object, std::string_view name);
const boost::json::object* objectOf(const boost::json::object& object, std::string_view name);
const boost::json::array* arrayOf(const boost::json::object& object, std::string_view name);
/// Null when absent or null.
const boost::json::value* valueOf(const boost::json::object& object, std::string_view name);

/// "stop": a text or a list of texts.
void readStop(const boost::json::object& root, ChatRequest& request);

/// The whole body; as deep as inspect() takes. Error: InvalidRequest.
tl::expected<boost::json::object, Error> parseObject(std::string_view body);

/// Tool arguments: empty stands for {}. Error: InvalidRequest naming `param` when it is not a JSON object.
tl::expected<std::string, Error> checkedArguments(std::string arguments, const std::string& param);

} // namespace tollgate
