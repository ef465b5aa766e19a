#include "gateway/jobs/address_rule.h"

#include <arpa/inet.h>
#include <curl/curl.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <memory>
#include <span>

namespace tollgate {

namespace {

struct Range4 {
    std::uint32_t network;
    int bits;
    AddressClass is;
};

constexpr std::uint32_t ip(std::uint32_t a, std::uint32_t b, std::uint32_t c, std::uint32_t d) {
    return (a << 24U) | (b << 16U) | (c << 8U) | d;
}

/// The first that fits holds.
constexpr std::array kRanges4{
    Range4{ip(0, 0, 0, 0), 8, AddressClass::Forbidden},
    Range4{ip(169, 254, 0, 0), 16, AddressClass::Forbidden},
    Range4{ip(100, 100, 100, 200), 32, AddressClass::Forbidden},
    Range4{ip(168, 63, 129, 16), 32, AddressClass::Forbidden},
    Range4{ip(192, 0, 0, 192), 32, AddressClass::Forbidden},
    Range4{ip(224, 0, 0, 0), 4, AddressClass::Forbidden},
    Range4{ip(240, 0, 0, 0), 4, AddressClass::Forbidden},
    Range4{ip(127, 0, 0, 0), 8, AddressClass::Private},
    Range4{ip(10, 0, 0, 0), 8, AddressClass::Private},
    Range4{ip(172, 16, 0, 0), 12, AddressClass::Private},
    Range4{ip(192, 168, 0, 0), 16, AddressClass::Private},
    Range4{ip(100, 64, 0, 0), 10, AddressClass::Private},
    Range4{ip(192, 0, 0, 0), 24, AddressClass::Private},
    Range4{ip(192, 0, 2, 0), 24, AddressClass::Private},
    Range4{ip(198, 18, 0, 0), 15, AddressClass::Private},
    Range4{ip(198, 51, 100, 0), 24, AddressClass::Private},
    Range4{ip(203, 0, 113, 0), 24, AddressClass::Private},
};

AddressClass classOf4(std::uint32_t address) {
    for (const Range4& range : kRanges4) {
        const std::uint32_t mask = ~std::uint32_t{0} << static_cast<unsigned>(32 - range.bits);
        if ((address & mask) == range.network)
            return range.is;
    }
    return AddressClass::Public;
}

using Bytes6 = std::array<std::uint8_t, 16>;

bool begins(const Bytes6& address, std::span<const std::uint8_t> prefix) {
    return std::equal(prefix.begin(), prefix.end(), address.begin());
}

std::uint32_t word(const Bytes6& address, std::size_t at) {
    return ip(address[at], address[at + 1], address[at + 2], address[at + 3]);
}

constexpr std::array<std::uint8_t, 12> kMapped{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};
constexpr std::array<std::uint8_t, 12> kTranslated{0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff}; // RFC 2765
constexpr std::array<std::uint8_t, 12> kCompatible{};
constexpr std::array<std::uint8_t, 12> kNat64{0x00, 0x64, 0xff, 0x9b};
constexpr std::array<std::uint8_t, 6> kLocalNat64{0x00, 0x64, 0xff, 0x9b, 0x00, 0x01};
constexpr std::array<std::uint8_t, 4> kTeredo{0x20, 0x01, 0x00, 0x00};
constexpr std::array<std::uint8_t, 4> kDocumentation{0x20, 0x01, 0x0d, 0xb8};
constexpr Bytes6 kLoopback6{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};
// AWS' metadata service and its credentials for pods, and GCP's metadata service.
constexpr std::array kMetadata6{Bytes6{0xfd, 0x00, 0x0e, 0xc2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x02, 0x54},
                                Bytes6{0xfd, 0x00, 0x0e, 0xc2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x00, 0x23},
                                Bytes6{0xfd, 0x20, 0x00, 0xce, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x02, 0x54}};

AddressClass classOf6(const Bytes6& address) {
    const bool metadata = std::ranges::find(kMetadata6, address) != kMetadata6.end();
    if (address == Bytes6{} || metadata || address[0] == 0xff)
        return AddressClass::Forbidden;
    if (address == kLoopback6)
        return AddressClass::Private;
    // Addresses that are another way to write an IPv4 one, or lead to it.
    if (begins(address, kMapped) || begins(address, kTranslated) || begins(address, kCompatible) ||
        begins(address, kNat64))
        return classOf4(word(address, 12));
    if (address[0] == 0x20 && address[1] == 0x02) // 6to4, RFC 3056
        return classOf4(word(address, 2));
    if (begins(address, kTeredo)) // hides its IPv4 address
        return AddressClass::Forbidden;
    if (address[0] == 0xfe && (address[1] & 0xc0U) == 0x80)
        return AddressClass::Forbidden; // link-local
    const bool unique = (address[0] & 0xfeU) == 0xfc;
    const bool site = address[0] == 0xfe && (address[1] & 0xc0U) == 0xc0;
    if (unique || site || begins(address, kLocalNat64) || begins(address, kDocumentation))
        return AddressClass::Private;
    return AddressClass::Public;
}

struct UrlPart {
    char* text = nullptr;
    UrlPart() = default;
    UrlPart(const UrlPart&) = delete;
    UrlPart& operator=(const UrlPart&) = delete;
    ~UrlPart() { curl_free(text); }
    std::string_view view() const { return text != nullptr ? std::string_view(text) : std::string_view(); }
};

/// Public where it is a name.
AddressClass classOfHost(std::string host) {
    if (host.size() > 2 && host.front() == '[')
        host = host.substr(1, host.size() - 2);
    if (const std::size_t zone = host.find('%'); zone != std::string::npos)
        host.resize(zone);
    in_addr four{};
    if (::inet_pton(AF_INET, host.c_str(), &four) == 1)
        return classOf4(ntohl(four.s_addr));
    Bytes6 six{};
    if (::inet_pton(AF_INET6, host.c_str(), six.data()) == 1)
        return classOf6(six);
    while (host.ends_with('.'))
        host.pop_back();
    const bool local = host == "localhost" || host.ends_with(".localhost"); // RFC 6761
    return local ? AddressClass::Private : AddressClass::Public;
}

} // namespace

AddressClass classOf(const sockaddr& address) {
    // Copied out: a sockaddr is only a view of what it really is.
    if (address.sa_family == AF_INET) {
        sockaddr_in four{};
        std::memcpy(&four, &address, sizeof four);
        return classOf4(ntohl(four.sin_addr.s_addr));
    }
    if (address.sa_family == AF_INET6) {
        sockaddr_in6 six{};
        std::memcpy(&six, &address, sizeof six);
        Bytes6 bytes{};
        std::memcpy(bytes.data(), &six.sin6_addr, bytes.size());
        return classOf6(bytes);
    }
    return AddressClass::Forbidden;
}

std::string textOf(const sockaddr& address) {
    std::array<char, INET6_ADDRSTRLEN> text{};
    if (address.sa_family == AF_INET) {
        sockaddr_in four{};
        std::memcpy(&four, &address, sizeof four);
        ::inet_ntop(AF_INET, &four.sin_addr, text.data(), text.size());
    } else if (address.sa_family == AF_INET6) {
        sockaddr_in6 six{};
        std::memcpy(&six, &address, sizeof six);
        ::inet_ntop(AF_INET6, &six.sin6_addr, text.data(), text.size());
    }
    return text.data();
}

std::string receiverOf(std::string_view url) {
    const std::unique_ptr<CURLU, decltype(&curl_url_cleanup)> parsed(curl_url(), curl_url_cleanup);
    UrlPart host;
    if (curl_url_set(parsed.get(), CURLUPART_URL, std::string(url).c_str(), 0) == CURLUE_OK)
        curl_url_get(parsed.get(), CURLUPART_HOST, &host.text, 0);
    UrlPart port;
    curl_url_get(parsed.get(), CURLUPART_PORT, &port.text, CURLU_NO_DEFAULT_PORT);
    std::string name(host.view().empty() ? url : host.view());
    std::ranges::transform(name, name.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    while (name.ends_with('.'))
        name.pop_back();
    if (!port.view().empty())
        name.append(":").append(port.view());
    return name;
}

std::string webhookUrlMistake(std::string_view url, bool allowPrivate) {
    const std::unique_ptr<CURLU, decltype(&curl_url_cleanup)> parsed(curl_url(), curl_url_cleanup);
    // libcurl's own reading, the one that is used to connect; it also spells addresses out.
    const bool clean = url.find_first_of(std::string_view(" \t\r\n\0", 5)) == std::string_view::npos;
    if (!clean || url.size() > 2048 ||
        curl_url_set(parsed.get(), CURLUPART_URL, std::string(url).c_str(), 0) != CURLUE_OK)
        return "must be an http or https URL.";
    UrlPart scheme;
    UrlPart host;
    UrlPart user;
    curl_url_get(parsed.get(), CURLUPART_SCHEME, &scheme.text, 0);
    curl_url_get(parsed.get(), CURLUPART_HOST, &host.text, 0);
    curl_url_get(parsed.get(), CURLUPART_USER, &user.text, 0);
    if (scheme.view() != "http" && scheme.view() != "https")
        return "must be an http or https URL.";
    if (!user.view().empty())
        return "must not hold a user name or password.";
    std::string name(host.view());
    std::ranges::transform(name, name.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    if (isAllowed(classOfHost(std::move(name)), allowPrivate))
        return {};
    return "leads to an address that webhooks may not go to.";
}

} // namespace tollgate
