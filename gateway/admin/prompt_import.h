#pragma once
// prompts.yaml into the configuration, and out of it.

#include "gateway/admin/admin_types.h"
#include "gateway/config/snapshot.h"
#include "gateway/prompts/prompt_file.h"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include <string>
#include <vector>

namespace tollgate {

/// What the mapping of a prompts.yaml would do to that configuration, entry by entry.
tl::expected<std::vector<PromptFileStep>, FieldError>
planPromptFile(const ConfigSnapshot& world, const boost::json::object& prompts, std::int64_t nowMs);

/// In a configuration document `prompts` may be a prompts.yaml's mapping instead of a list: then the list
/// takes its place.
std::optional<FieldError> takePromptMapping(const ConfigSnapshot& world, boost::json::object& document,
                                            std::int64_t nowMs);

/// The default version of every prompt.
std::vector<PromptFileEntry> promptFileOf(const ConfigSnapshot& world);

/// For people: what it does, and both texts.
boost::json::object toJson(const PromptFileStep& step);

} // namespace tollgate
