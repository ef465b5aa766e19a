#pragma once
// Token buckets added up Anthropic's way: input_tokens leaves out what the cache read or wrote, output_tokens
// holds the thinking too (platform.claude.com/docs/en/api/messages, usage).

#include "gateway/wire/usage.h"

#include <boost/json/object.hpp>

namespace tollgate {

/// Every count is a number, also where it is 0: strict clients fail on missing ones.
boost::json::object anthropicUsage(const Usage& usage);

} // namespace tollgate
