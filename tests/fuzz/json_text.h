#pragma once
// What callers and upstreams are sent is JSON: asked of every text by the targets that write some.

#include <boost/json.hpp>

#include <string_view>

/// Nested as deep as a foreign document may make it.
inline bool isObject(std::string_view text) {
    boost::system::error_code failure;
    boost::json::parse_options options;
    options.max_depth = 2'048;
    const boost::json::value value = boost::json::parse({text.data(), text.size()}, failure, {}, options);
    return !failure && value.is_object();
}
