#pragma once
// A shape's fields, one a line, as a JSON schema:
//   name type[?]        type: string, integer, number, boolean, object, any, or another shape; [] makes a
//   list name "a|b|c"        one of these texts
// `?` allows null, `!` requires the field in a request.

#include <boost/json/object.hpp>

#include <string>
#include <string_view>

namespace tollgate {

boost::json::object typeSchema(std::string type);
boost::json::object shapeSchema(std::string_view fields);

} // namespace tollgate
