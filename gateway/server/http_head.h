#pragma once
// The head of an HTTP/1 request, checked strictly (RFC 9112): what is ambiguous between two parsers is
// refused, because that is what request smuggling lives on. No I/O, no allocation: everything points into the
// bytes given.

#include <cstdint>
#include <string_view>
#include <vector>

namespace tollgate {

/// Why a request is refused at the edge, before anyone else has seen it.
struct Refusal {
    int status = 0;           ///< 0: not refused
    std::string_view code;    ///< for programs, e.g. "request_too_large"
    std::string_view message; ///< for people; static text
    std::string_view subject; ///< what it is about, from the request; quoted after the message
    explicit operator bool() const { return status != 0; }
};

struct HeadField {
    std::string_view name; ///< as sent
    std::string_view value;
};

struct RequestHead {
    std::string_view method;
    std::string_view path;
    std::string_view query;
    std::string_view authority; ///< of an absolute target, else empty
    int minorVersion = 1;
    std::vector<HeadField> fields; ///< keeps its capacity from one request to the next

    std::int64_t contentLength = -1; ///< -1: none given
    bool chunked = false;
    bool keepAlive = true;
    bool expectContinue = false;
    int hostCount = 0;
    std::string_view host;
    std::string_view origin;
    std::string_view fetchSite;
    std::string_view contentType;
    std::string_view contentEncoding;
    std::string_view preflightMethod;  ///< access-control-request-method
    std::string_view preflightHeaders; ///< access-control-request-headers
    bool preflightPrivateNetwork = false;
};

constexpr std::size_t kMaxHeadFields = 200;

/// Parses a whole head, from the first byte of the request line to the empty line included.
Refusal parseHead(std::string_view bytes, RequestHead& head);

/// ASCII only, as HTTP's names are.
bool equalsIgnoringCase(std::string_view a, std::string_view lowerB);

} // namespace tollgate
