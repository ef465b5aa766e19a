#include "gateway/server/http_head.h"

#include <array>
#include <cstring>

namespace tollgate {

namespace {

constexpr Refusal bad(std::string_view message) {
    return {400, "bad_request", message, {}};
}

constexpr std::array<bool, 256> makeTokenTable() {
    std::array<bool, 256> table{};
    for (char c = 'a'; c <= 'z'; ++c)
        table[static_cast<unsigned char>(c)] = true;
    for (char c = 'A'; c <= 'Z'; ++c)
        table[static_cast<unsigned char>(c)] = true;
    for (char c = '0'; c <= '9'; ++c)
        table[static_cast<unsigned char>(c)] = true;
    for (const char c : {'!', '#', '$', '%', '&', '\'', '*', '+', '-', '.', '^', '_', '`', '|', '~'})
        table[static_cast<unsigned char>(c)] = true;
    return table;
}
constexpr auto kToken = makeTokenTable(); // RFC 9110 §5.6.2

constexpr char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

bool isToken(std::string_view text) {
    for (const char c : text) {
        if (!kToken[static_cast<unsigned char>(c)])
            return false;
    }
    return !text.empty();
}

bool hasControls(std::string_view text) {
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if ((byte < 0x20 && c != '\t') || byte == 0x7f)
            return true;
    }
    return false;
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t'))
        text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t'))
        text.remove_suffix(1);
    return text;
}

/// Calls use(token) for each member of a comma-separated list.
template <typename Use>
void forEachMember(std::string_view list, Use use) {
    while (!list.empty()) {
        const std::size_t comma = list.find(',');
        const std::string_view member = trimmed(list.substr(0, comma));
        if (!member.empty())
            use(member);
        if (comma == std::string_view::npos)
            break;
        list.remove_prefix(comma + 1);
    }
}

Refusal parseTarget(std::string_view target, RequestHead& head) {
    if (target.empty() || hasControls(target) || target.find(' ') != std::string_view::npos)
        return bad("the request target is malformed");
    if (target.front() != '/') {
        if (target == "*" && head.method == "OPTIONS") {
            head.path = target;
            return {};
        }
        constexpr std::string_view kScheme = "http://";
        if (!equalsIgnoringCase(target.substr(0, kScheme.size()), kScheme))
            return bad("the request target must be a path");
        target.remove_prefix(kScheme.size());
        const std::size_t end = target.find_first_of("/?");
        head.authority = target.substr(0, end);
        if (head.authority.empty())
            return bad("the request target names no host");
        target = end == std::string_view::npos ? std::string_view("/") : target.substr(end);
        if (target.front() == '?') {
            head.path = "/";
            head.query = target.substr(1);
            return {};
        }
    }
    const std::size_t question = target.find('?');
    head.path = target.substr(0, question);
    if (question != std::string_view::npos)
        head.query = target.substr(question + 1);
    return {};
}

Refusal parseRequestLine(std::string_view line, RequestHead& head) {
    const std::size_t first = line.find(' ');
    const std::size_t last = line.rfind(' ');
    if (first == std::string_view::npos || last == first)
        return bad("the request line is malformed");
    head.method = line.substr(0, first);
    if (!isToken(head.method))
        return bad("the method is malformed");
    const std::string_view version = line.substr(last + 1);
    if (version.size() != 8 || !version.starts_with("HTTP/") || version[6] != '.')
        return bad("the request line does not end in an HTTP version");
    if (version != "HTTP/1.1" && version != "HTTP/1.0")
        return {505, "http_version_not_supported", "only HTTP/1.1 and HTTP/1.0 are spoken here", {}};
    head.minorVersion = version[7] - '0';
    head.keepAlive = head.minorVersion == 1;
    return parseTarget(line.substr(first + 1, last - first - 1), head);
}

Refusal takeContentLength(std::string_view value, RequestHead& head) {
    if (head.contentLength >= 0)
        return bad("content-length is given twice");
    if (value.empty() || value.size() > 18)
        return bad("content-length is not a sensible number");
    std::int64_t length = 0;
    for (const char c : value) {
        if (c < '0' || c > '9')
            return bad("content-length is not a sensible number");
        length = length * 10 + (c - '0');
    }
    head.contentLength = length;
    return {};
}

Refusal takeTransferEncoding(std::string_view value, RequestHead& head) {
    if (head.chunked)
        return bad("transfer-encoding is given twice");
    if (!equalsIgnoringCase(value, "chunked"))
        return {501, "not_implemented", "the only transfer-encoding accepted is chunked", {}};
    head.chunked = true;
    return {};
}

void takeConnection(std::string_view value, RequestHead& head) {
    forEachMember(value, [&head](std::string_view member) {
        if (equalsIgnoringCase(member, "close"))
            head.keepAlive = false;
        else if (equalsIgnoringCase(member, "keep-alive") && head.minorVersion == 0)
            head.keepAlive = true;
    });
}

/// The fields the edge itself has a use for. Told apart by length first: most fields are not among them.
Refusal takeKnown(std::string_view name, std::string_view value, RequestHead& head) {
    switch (name.size()) {
    case 4:
        if (equalsIgnoringCase(name, "host")) {
            ++head.hostCount;
            head.host = value;
        }
        break;
    case 6:
        if (equalsIgnoringCase(name, "origin")) {
            if (!head.origin.empty())
                return bad("origin is given twice");
            head.origin = value.empty() ? std::string_view("null") : value;
        } else if (equalsIgnoringCase(name, "expect")) {
            if (!equalsIgnoringCase(value, "100-continue"))
                return {
                    417, "expectation_failed", "the only expectation that can be met is 100-continue", {}};
            head.expectContinue = true;
        }
        break;
    case 10:
        if (equalsIgnoringCase(name, "connection"))
            takeConnection(value, head);
        break;
    case 12:
        if (equalsIgnoringCase(name, "content-type"))
            head.contentType = value;
        break;
    case 16:
        if (equalsIgnoringCase(name, "content-encoding"))
            head.contentEncoding = value;
        break;
    case 14:
        if (equalsIgnoringCase(name, "content-length"))
            return takeContentLength(value, head);
        if (equalsIgnoringCase(name, "sec-fetch-site"))
            head.fetchSite = value;
        break;
    case 17:
        if (equalsIgnoringCase(name, "transfer-encoding"))
            return takeTransferEncoding(value, head);
        break;
    case 29:
        if (equalsIgnoringCase(name, "access-control-request-method"))
            head.preflightMethod = value;
        break;
    case 30:
        if (equalsIgnoringCase(name, "access-control-request-headers"))
            head.preflightHeaders = value;
        break;
    case 38:
        if (equalsIgnoringCase(name, "access-control-request-private-network"))
            head.preflightPrivateNetwork = equalsIgnoringCase(value, "true");
        break;
    default:
        break;
    }
    return {};
}

Refusal parseField(std::string_view line, RequestHead& head) {
    if (line.front() == ' ' || line.front() == '\t')
        return bad("a header field is folded over two lines");
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos || !isToken(line.substr(0, colon)))
        return bad("a header field's name is malformed");
    const std::string_view name = line.substr(0, colon);
    const std::string_view value = trimmed(line.substr(colon + 1));
    if (hasControls(value))
        return bad("a header field's value holds control characters");
    if (head.fields.size() == kMaxHeadFields)
        return {431, "headers_too_large", "the request has more than 200 header fields", {}};
    head.fields.push_back({name, value});
    return takeKnown(name, value, head);
}

} // namespace

bool equalsIgnoringCase(std::string_view a, std::string_view lowerB) {
    if (a.size() != lowerB.size())
        return false;
    for (std::size_t i = 0; i < a.size(); ++i) {
        if (lower(a[i]) != lowerB[i])
            return false;
    }
    return true;
}

Refusal parseHead(std::string_view bytes, RequestHead& head) {
    std::vector<HeadField> fields = std::move(head.fields);
    fields.clear();
    head = RequestHead();
    head.fields = std::move(fields);

    bool requestLine = true;
    while (true) {
        const std::size_t end = bytes.find('\n');
        if (end == std::string_view::npos)
            return bad("the request head is not complete");
        if (end == 0 || bytes[end - 1] != '\r')
            return bad("a line of the request head does not end in CR LF");
        const std::string_view line = bytes.substr(0, end - 1);
        bytes.remove_prefix(end + 1);
        if (line.empty())
            break;
        if (const Refusal refusal = requestLine ? parseRequestLine(line, head) : parseField(line, head))
            return refusal;
        requestLine = false;
    }
    if (requestLine)
        return bad("the request line is missing");
    if (head.chunked && head.contentLength >= 0)
        return bad("both content-length and transfer-encoding are given");
    if (head.chunked && head.minorVersion == 0)
        return bad("HTTP/1.0 knows no transfer-encoding");
    return {};
}

} // namespace tollgate
