#include "gateway/providers/sigv4.h"

#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <map>
#include <vector>

namespace tollgate {

namespace {

constexpr std::string_view kAlgorithm = "AWS4-HMAC-SHA256";

const unsigned char* bytesOf(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

std::string hexOf(std::string_view bytes) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string hex;
    hex.reserve(bytes.size() * 2);
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        hex += kDigits[byte >> 4U];
        hex += kDigits[byte & 0xFU];
    }
    return hex;
}

std::string sha256(std::string_view text) {
    std::string digest(32, '\0');
    EVP_Digest(text.data(), text.size(), reinterpret_cast<unsigned char*>(digest.data()), nullptr,
               EVP_sha256(), nullptr);
    return digest;
}

std::string hmac(std::string_view key, std::string_view text) {
    std::string digest(32, '\0');
    unsigned int size = 0;
    HMAC(EVP_sha256(), key.data(), static_cast<int>(key.size()), bytesOf(text), text.size(),
         reinterpret_cast<unsigned char*>(digest.data()), &size);
    return digest;
}

/// 20150830T123600Z
std::string stampOf(std::int64_t unixMs) {
    using namespace std::chrono;
    const sys_seconds moment{floor<seconds>(milliseconds(unixMs))};
    const sys_days day = floor<days>(moment);
    const year_month_day date(day);
    const hh_mm_ss time(moment - day);
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%04d%02u%02uT%02d%02d%02dZ", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                  static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count()),
                  static_cast<int>(time.seconds().count()));
    return text.data();
}

bool isPlain(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '.' || c == '_' || c == '~';
}

std::string encoded(std::string_view text, bool keepSlashes) {
    constexpr std::string_view kDigits = "0123456789ABCDEF";
    std::string out;
    out.reserve(text.size());
    for (const char c : text) {
        if (isPlain(c) || (keepSlashes && c == '/')) {
            out += c;
            continue;
        }
        const auto byte = static_cast<unsigned char>(c);
        out += '%';
        out += kDigits[byte >> 4U];
        out += kDigits[byte & 0xFU];
    }
    return out;
}

/// After scheme and host: "/path?query".
std::string_view targetOf(std::string_view url) {
    const std::size_t scheme = url.find("://");
    const std::size_t host = scheme == std::string_view::npos ? 0 : scheme + 3;
    const std::size_t path = url.find_first_of("/?", host);
    return path == std::string_view::npos ? std::string_view() : url.substr(path);
}

/// The parameters are encoded already; they are sorted, and those without a value get an equals sign.
std::string canonicalQuery(std::string_view query) {
    std::vector<std::string> parameters;
    while (!query.empty()) {
        const std::size_t end = std::min(query.find('&'), query.size());
        std::string parameter(query.substr(0, end));
        query.remove_prefix(std::min(end + 1, query.size()));
        if (parameter.find('=') == std::string::npos)
            parameter += '=';
        parameters.push_back(std::move(parameter));
    }
    std::ranges::sort(parameters);
    std::string joined;
    for (const std::string& parameter : parameters)
        joined.append(joined.empty() ? "" : "&").append(parameter);
    return joined;
}

struct SignedHeaders {
    std::string block; ///< "name:value\n" for each
    std::string names; ///< joined by semicolons
};

SignedHeaders signedHeaders(const ProviderRequest& request) {
    std::map<std::string, std::string> chosen{{"host", std::string(hostOf(request.url))}};
    for (const auto& [name, value] : request.headers.entries()) {
        if (name == "content-type" || name.starts_with("x-amz-"))
            chosen[name] = value;
    }
    SignedHeaders result;
    for (const auto& [name, value] : chosen) {
        result.block.append(name).append(":").append(value).append("\n");
        result.names.append(result.names.empty() ? "" : ";").append(name);
    }
    return result;
}

std::string canonicalRequest(const ProviderRequest& request, const SignedHeaders& headers) {
    const std::string_view target = targetOf(request.url);
    const std::size_t mark = std::min(target.find('?'), target.size());
    const std::string_view path = target.substr(0, mark);
    const std::string_view query = mark < target.size() ? target.substr(mark + 1) : std::string_view();
    std::string text = request.method + "\n";
    text += (path.empty() ? "/" : encoded(path, true)) + "\n";
    text += canonicalQuery(query) + "\n";
    text += headers.block + "\n";
    text += headers.names + "\n";
    text += hexOf(sha256(request.body));
    return text;
}

} // namespace

void signRequest(ProviderRequest& request, const AwsKeys& keys, std::string_view region,
                 std::string_view service, std::int64_t unixMs) {
    const std::string stamp = stampOf(unixMs);
    const std::string day = stamp.substr(0, 8);
    request.headers.add("x-amz-date", stamp);
    if (!keys.sessionToken.empty())
        request.headers.add("x-amz-security-token", std::string(keys.sessionToken));

    const SignedHeaders headers = signedHeaders(request);
    const std::string scope = day + "/" + std::string(region) + "/" + std::string(service) + "/aws4_request";
    const std::string toSign = std::string(kAlgorithm) + "\n" + stamp + "\n" + scope + "\n" +
                               hexOf(sha256(canonicalRequest(request, headers)));
    std::string key = "AWS4" + std::string(keys.secretAccessKey);
    for (const std::string_view step :
         {std::string_view(day), region, service, std::string_view("aws4_request")})
        key = hmac(key, step);
    request.headers.add("authorization", std::string(kAlgorithm) +
                                             " Credential=" + std::string(keys.accessKeyId) + "/" + scope +
                                             ", SignedHeaders=" + headers.names +
                                             ", Signature=" + hexOf(hmac(key, toSign)));
}

std::string percentEncoded(std::string_view text) {
    return encoded(text, false);
}

std::string_view hostOf(std::string_view url) {
    const std::size_t scheme = url.find("://");
    const bool secure = url.starts_with("https:");
    if (scheme != std::string_view::npos)
        url.remove_prefix(scheme + 3);
    url = url.substr(0, url.find_first_of("/?#"));
    if (const std::size_t user = url.rfind('@'); user != std::string_view::npos)
        url.remove_prefix(user + 1);
    const std::string_view usual = secure ? ":443" : ":80";
    if (url.ends_with(usual))
        url.remove_suffix(usual.size());
    return url;
}

} // namespace tollgate
