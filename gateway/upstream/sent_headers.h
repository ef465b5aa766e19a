#pragma once
// Which of a request's headers are sent, the same in every lane.

#include "gateway/wire/http.h"
#include "gateway/wire/utf8.h"

#include <string_view>

namespace tollgate {

/// Names that belong to the connection; given by a caller they would contradict what it does.
inline bool isConnectionsOwn(std::string_view name) {
    return name == "host" || name == "content-length" || name == "transfer-encoding" ||
           name == "connection" || name == "expect" || name == "keep-alive" || name == "te" ||
           name == "upgrade" || name == "trailer";
}

/// Whether it stays within its line.
inline bool isClean(std::string_view text) {
    return plainEnd(text, 0) == text.size() || // as nearly all are; looked at eight bytes at a time
           text.find_first_of(std::string_view("\r\n\0", 3)) == std::string_view::npos;
}

/// Calls line(name, value) for each header to send. One that would break out of its line is left away, and
/// without a word about encodings the answer is asked for as it is.
template <typename Line>
void forEachSentHeader(const HttpHeaders& headers, Line&& line) {
    bool encodingGiven = false;
    for (const auto& [name, value] : headers.entries()) {
        if (name.empty() || isConnectionsOwn(name) || !isClean(name) || !isClean(value))
            continue;
        encodingGiven = encodingGiven || name == "accept-encoding";
        line(std::string_view(name), std::string_view(value));
    }
    if (!encodingGiven)
        line(std::string_view("accept-encoding"), std::string_view("identity"));
}

} // namespace tollgate
