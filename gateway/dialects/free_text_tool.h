#pragma once
// Tools of free text (OpenAI's custom tools) as they are described to models that know only functions.

#include <boost/json/object.hpp>

#include <string>

namespace tollgate {

/// The description of {"name","description","format"}, and behind it the grammar: models that cannot be held
/// to it can at least be told of it. Takes the format of Responses and that of Chat Completions.
std::string withGrammar(const boost::json::object& tool);

} // namespace tollgate
