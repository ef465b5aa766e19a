#pragma once
// Writes what the edge says: status line, header fields, error bodies. No I/O.

#include "gateway/server/http_head.h"
#include "gateway/wire/clock.h"
#include "gateway/wire/http.h"

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace tollgate {

/// The date header's value, made anew once a second.
class HttpDate {
public:
    explicit HttpDate(const Clock& clock)
        : m_clock(clock) {}
    std::string_view now();

private:
    const Clock& m_clock;
    std::int64_t m_second = -1;
    std::array<char, 32> m_text{};
};

/// How the body's end is marked.
enum class BodyFraming { Length, Chunked, UntilClose };

struct ResponseShape {
    BodyFraming framing = BodyFraming::Length;
    std::size_t contentLength = 0;
    int minorVersion = 1; ///< of the request
    bool keepAlive = true;
    std::string_view corsOrigin; ///< empty when no allowed origin asks
    std::string_view date;
};

/// Appends a whole head. The connection's own fields (content-length, transfer-encoding, connection,
/// keep-alive, date) are not taken from headers, nor is anything that holds a line break.
void appendResponseHead(std::string& out, int status, const HttpHeaders& headers, const ResponseShape& shape);

/// JSON in the dialect of the path: Anthropic's under /v1/messages, which names the request, Google's under
/// /v1beta/, else OpenAI's.
std::string refusalBody(const Refusal& refusal, std::string_view path, std::string_view requestId = {});

std::string_view reasonPhrase(int status);

} // namespace tollgate
