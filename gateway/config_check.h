#pragma once
// `tollgated --check-config FILE`: whether a start with that file would succeed on an empty installation.
// Nothing is kept, no secret is written anywhere.

#include <tl/expected.hpp>

#include <string>

namespace tollgate {

/// What the file would make, for people, in one line; or what is wrong, with line and field. Main thread,
/// blocking.
tl::expected<std::string, std::string> checkConfigFile(const std::string& file);

/// A configuration in YAML as JSON text, not judged any further; or what is wrong. Any thread.
tl::expected<std::string, std::string> configAsJson(std::string yaml);

} // namespace tollgate
