#include "gateway/upstream/plain_url.h"

#include <algorithm>

namespace tollgate {

namespace {

constexpr std::string_view kScheme = "http://";

bool isHostCharacter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
           c == '-' || c == '_';
}

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

bool isTargetCharacter(char c) {
    return c > ' ' && c < '\x7F' && c != '#' && c != '\\' && c != '"' && c != '<' && c != '>' && c != '`' &&
           c != '{' && c != '}' && c != '|' && c != '^';
}

} // namespace

std::optional<PlainUrl> plainUrl(std::string_view url) {
    if (!url.starts_with(kScheme))
        return std::nullopt;
    url.remove_prefix(kScheme.size());
    const std::size_t end = std::min(url.find_first_of("/?"), url.size());
    const std::string_view authority = url.substr(0, end);
    const std::string_view target = url.substr(end);
    const std::size_t colon = std::min(authority.find(':'), authority.size());
    const std::string_view host = authority.substr(0, colon);
    const std::string_view port = authority.substr(std::min(colon + 1, authority.size()));
    if (host.empty() || !std::all_of(host.begin(), host.end(), isHostCharacter))
        return std::nullopt;
    if (colon < authority.size() &&
        (port.empty() || port.size() > 5 || !std::all_of(port.begin(), port.end(), isDigit)))
        return std::nullopt;
    if (target.starts_with('?') || target.find("/.") != std::string_view::npos ||
        !std::all_of(target.begin(), target.end(), isTargetCharacter))
        return std::nullopt;
    return PlainUrl{authority, port == "80" ? host : authority, target};
}

} // namespace tollgate
