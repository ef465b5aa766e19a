#include "gateway/server/response_text.h"

#include <charconv>
#include <cstdio>
#include <ctime>

namespace tollgate {

namespace {

constexpr std::size_t kSubjectShown = 100;

void appendNumber(std::string& out, std::size_t number) {
    std::array<char, 24> digits{};
    const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), number);
    static_cast<void>(error);
    out.append(digits.data(), end);
}

bool isConnectionsOwn(std::string_view name) {
    switch (name.size()) {
    case 4:
        return name == "date";
    case 10:
        return name == "connection" || name == "keep-alive";
    case 14:
        return name == "content-length";
    case 17:
        return name == "transfer-encoding";
    default:
        return false;
    }
}

bool isClean(std::string_view text) {
    for (const char c : text) {
        if (c == '\r' || c == '\n' || c == '\0')
            return false;
    }
    return true;
}

void appendEscaped(std::string& out, std::string_view text) {
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (byte < 0x20 || byte >= 0x7f) {
            out += '?'; // may be anything but valid UTF-8
        } else {
            out += c;
        }
    }
}

std::string_view anthropicType(int status) {
    switch (status) {
    case 403:
        return "permission_error";
    case 404:
        return "not_found_error";
    case 413:
        return "request_too_large";
    case 503:
        return "overloaded_error";
    default:
        return status >= 500 ? "api_error" : "invalid_request_error";
    }
}

/// google.rpc.Code, as of github.com/googleapis/googleapis, google/rpc/code.proto.
std::string_view googleStatus(int status) {
    switch (status) {
    case 403:
        return "PERMISSION_DENIED";
    case 404:
        return "NOT_FOUND";
    case 503:
        return "UNAVAILABLE";
    default:
        return status >= 500 ? "INTERNAL" : "INVALID_ARGUMENT";
    }
}

} // namespace

std::string_view HttpDate::now() {
    const std::int64_t second = m_clock.unixMs() / 1000;
    if (second != m_second) {
        m_second = second;
        const std::time_t time = static_cast<std::time_t>(second);
        std::tm utc{};
        gmtime_r(&time, &utc);
        // Not strftime: its names follow the locale.
        static constexpr const char* kDays[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
        static constexpr const char* kMonths[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                  "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
        std::snprintf(m_text.data(), m_text.size(), "%s, %02d %s %04d %02d:%02d:%02d GMT", kDays[utc.tm_wday],
                      utc.tm_mday, kMonths[utc.tm_mon], (utc.tm_year + 1900) % 10000, utc.tm_hour, utc.tm_min,
                      utc.tm_sec);
    }
    return m_text.data();
}

void appendResponseHead(std::string& out, int status, const HttpHeaders& headers,
                        const ResponseShape& shape) {
    out += "HTTP/1.1 ";
    appendNumber(out, static_cast<std::size_t>(status));
    out += ' ';
    out += reasonPhrase(status);
    out += "\r\n";
    for (const auto& [name, value] : headers.entries()) {
        if (isConnectionsOwn(name) || !isClean(name) || !isClean(value))
            continue;
        out.append(name).append(": ").append(value).append("\r\n");
    }
    if (!shape.corsOrigin.empty()) {
        out.append("access-control-allow-origin: ").append(shape.corsOrigin);
        out += "\r\naccess-control-expose-headers: *\r\nvary: origin\r\n";
    }
    out.append("date: ").append(shape.date).append("\r\n");
    const bool bodiless = status == 204 || status == 304 || status < 200;
    if (shape.framing == BodyFraming::Chunked) {
        out += "transfer-encoding: chunked\r\n";
    } else if (shape.framing == BodyFraming::Length && !bodiless) {
        out += "content-length: ";
        appendNumber(out, shape.contentLength);
        out += "\r\n";
    }
    if (!shape.keepAlive)
        out += "connection: close\r\n";
    else if (shape.minorVersion == 0)
        out += "connection: keep-alive\r\n";
    out += "\r\n";
}

std::string refusalBody(const Refusal& refusal, std::string_view path, std::string_view requestId) {
    std::string message;
    appendEscaped(message, refusal.message);
    if (!refusal.subject.empty()) {
        message += " \\\"";
        appendEscaped(message, refusal.subject.substr(0, kSubjectShown));
        message += "\\\"";
    }
    std::string body;
    if (path.starts_with("/v1/messages")) {
        body.append(R"({"type":"error","error":{"type":")").append(anthropicType(refusal.status));
        body.append(R"(","message":")").append(message).append("\"}");
        if (!requestId.empty())
            body.append(R"(,"request_id":")").append(requestId).append("\"");
        return body + "}";
    }
    if (path.starts_with("/v1beta/")) {
        body.append(R"({"error":{"code":)").append(std::to_string(refusal.status));
        body.append(R"(,"message":")").append(message);
        return body.append(R"(","status":")").append(googleStatus(refusal.status)).append(R"("}})");
    }
    body.append(R"({"error":{"message":")").append(message).append(R"(","type":")");
    body.append(refusal.status >= 500 ? "server_error" : "invalid_request_error");
    body.append(R"(","code":")").append(refusal.code).append(R"(","param":null}})");
    return body;
}

std::string_view reasonPhrase(int status) {
    switch (status) {
    case 200:
        return "OK";
    case 201:
        return "Created";
    case 202:
        return "Accepted";
    case 204:
        return "No Content";
    case 304:
        return "Not Modified";
    case 400:
        return "Bad Request";
    case 401:
        return "Unauthorized";
    case 402:
        return "Payment Required";
    case 403:
        return "Forbidden";
    case 404:
        return "Not Found";
    case 405:
        return "Method Not Allowed";
    case 408:
        return "Request Timeout";
    case 409:
        return "Conflict";
    case 412:
        return "Precondition Failed";
    case 413:
        return "Content Too Large";
    case 415:
        return "Unsupported Media Type";
    case 417:
        return "Expectation Failed";
    case 421:
        return "Misdirected Request";
    case 422:
        return "Unprocessable Content";
    case 428:
        return "Precondition Required";
    case 429:
        return "Too Many Requests";
    case 431:
        return "Request Header Fields Too Large";
    case 500:
        return "Internal Server Error";
    case 501:
        return "Not Implemented";
    case 502:
        return "Bad Gateway";
    case 503:
        return "Service Unavailable";
    case 504:
        return "Gateway Timeout";
    case 505:
        return "HTTP Version Not Supported";
    case 529:
        return "Overloaded";
    default:
        return status < 300   ? "OK"
               : status < 400 ? "Redirect"
               : status < 500 ? "Client Error"
                              : "Server Error";
    }
}

} // namespace tollgate
