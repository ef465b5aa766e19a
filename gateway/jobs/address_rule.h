#pragma once
// Where webhooks may go (SSRF): judged by the address that is connected to, not by the name in the URL.
//
// Ranges: IANA special-purpose registries (RFC 6890 and successors). Metadata services: 169.254.169.254 (AWS,
// GCP, Azure, …), fd00:ec2::254 (AWS), fd20:ce::254 (GCP), 100.100.100.200 (Alibaba), 168.63.129.16 (Azure),
// 192.0.0.192 (Oracle).

#include <string>
#include <string_view>

struct sockaddr;

namespace tollgate {

enum class AddressClass {
    Public,
    Private,  ///< loopback, private and shared networks: with settings.webhook_allow_private
    Forbidden ///< link-local, metadata, multicast, no address at all: never
};

AddressClass classOf(const sockaddr& address);
/// "10.0.0.1"; for messages.
std::string textOf(const sockaddr& address);

inline bool isAllowed(AddressClass which, bool allowPrivate) {
    return which == AddressClass::Public || (which == AddressClass::Private && allowPrivate);
}

/// The host of a URL that was accepted, in lower case, and its port where that is not the scheme's own: who
/// is called, whatever the path or spelling.
std::string receiverOf(std::string_view url);

/// What is wrong with a webhook's URL as far as it shows without asking DNS; empty: nothing. Addresses
/// written oddly (2130706433, 0x7f.1, [::ffff:7f00:1]) are what they mean.
std::string webhookUrlMistake(std::string_view url, bool allowPrivate);

} // namespace tollgate
