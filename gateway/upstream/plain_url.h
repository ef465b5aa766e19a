#pragma once
// Which URLs are simple enough to be sent without libcurl's help.

#include <optional>
#include <string_view>

namespace tollgate {

/// Parts of the URL they were read from.
struct PlainUrl {
    std::string_view authority; ///< host, and the port when the URL has one
    std::string_view host;      ///< what the Host header says: without the port when that is HTTP's own
    std::string_view target;    ///< path and query; empty stands for "/"
};

/// Of "http://" URLs without user, fragment, dot segments, blanks or anything beyond ASCII; none for others.
std::optional<PlainUrl> plainUrl(std::string_view url);

} // namespace tollgate
