#include "gateway/routing/capability.h"

#include <algorithm>
#include <array>

namespace tollgate {

namespace {

/// The host of "http://HOST:PORT/…", without brackets.
std::string_view hostOf(std::string_view url) {
    const std::size_t scheme = url.find("://");
    if (scheme != std::string_view::npos)
        url.remove_prefix(scheme + 3);
    url = url.substr(0, url.find('/'));
    if (url.starts_with('['))
        return url.substr(1, url.find(']') - 1);
    return url.substr(0, url.find(':'));
}

/// Loopback, the private ranges of RFC 1918 and RFC 4193, names that only a local network knows.
bool isNearby(std::string_view host) {
    constexpr std::array<std::string_view, 6> kBeginnings{"127.", "10.", "192.168.", "169.254.", "fd", "fc"};
    const bool address = host.find_first_not_of("0123456789.") == std::string_view::npos ||
                         host.find(':') != std::string_view::npos;
    if (host == "localhost" || host == "::1" || host.ends_with(".local") || host.ends_with(".internal"))
        return true;
    if (!address)
        return host.find('.') == std::string_view::npos; // a container's or a machine's bare name
    if (host.starts_with("172.")) {
        const std::string_view second = host.substr(4, host.find('.', 4) - 4);
        return second.size() == 2 && second >= "16" && second <= "31";
    }
    return std::ranges::any_of(kBeginnings, [&](std::string_view begin) { return host.starts_with(begin); });
}

} // namespace

std::string incapability(const Model* model, const RouteRequest& request) {
    if (model == nullptr)
        return {};
    if (model->contextWindow && request.promptTokens + request.maxOutputTokens > *model->contextWindow)
        return "its context window holds " + std::to_string(*model->contextWindow) + " tokens";
    const auto lacks = [&](std::string_view name) {
        return !model->capabilities.empty() &&
               std::ranges::find(model->capabilities, name) == model->capabilities.end();
    };
    if (request.needsEmbeddings && lacks("embeddings"))
        return "it makes no embeddings";
    if (request.needsTools && lacks("tools"))
        return "it has no tools";
    return request.needsVision && lacks("vision") ? "it cannot see images" : std::string();
}

bool isLocal(const Provider& provider, const Model* model, const RouteOptions& options) {
    if (std::ranges::find(options.localProviders, provider.name) != options.localProviders.end())
        return true;
    if (model != nullptr && model->usdPerHour)
        return true;
    return provider.kind == ProviderKind::OpenAiCompatible && isNearby(hostOf(provider.baseUrl));
}

} // namespace tollgate
