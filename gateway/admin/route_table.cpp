#include "gateway/admin/route_table.h"

#include "gateway/wire/url_text.h"

#include <optional>

namespace tollgate {

namespace {

std::vector<std::string_view> segmentsOf(std::string_view path) {
    std::vector<std::string_view> segments;
    if (path.starts_with('/'))
        path.remove_prefix(1);
    if (path.ends_with('/'))
        path.remove_suffix(1);
    while (!path.empty()) {
        const std::size_t end = path.find('/');
        segments.push_back(path.substr(0, end));
        path.remove_prefix(end == std::string_view::npos ? path.size() : end + 1);
    }
    return segments;
}

using Params = std::map<std::string, std::string, std::less<>>;

std::optional<Params> matched(std::string_view pattern, const std::vector<std::string_view>& path) {
    Params params;
    const auto wanted = segmentsOf(pattern);
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        if (i >= path.size())
            return std::nullopt;
        if (!wanted[i].starts_with('{')) {
            if (wanted[i] != path[i])
                return std::nullopt;
            continue;
        }
        const std::string_view name = wanted[i].substr(1, wanted[i].size() - 2);
        std::string value = urlDecoded(path[i]);
        if (!name.ends_with("...")) {
            params.emplace(name, std::move(value));
            continue;
        }
        for (std::size_t rest = i + 1; rest < path.size(); ++rest)
            value += "/" + urlDecoded(path[rest]);
        params.emplace(name.substr(0, name.size() - 3), std::move(value));
        return params;
    }
    if (wanted.size() != path.size())
        return std::nullopt;
    return params;
}

} // namespace

void RouteTable::add(std::string method, std::string pattern, RouteDoc doc, Handler handler) {
    addLater(std::move(method), std::move(pattern), std::move(doc),
             [handler = std::move(handler)](const Call& call, const Reply& reply) {
                 Outcome<AdminResponse> outcome = handler(call);
                 reply(outcome ? *std::move(outcome) : errorResponse(outcome.error()));
             });
}

void RouteTable::addLater(std::string method, std::string pattern, RouteDoc doc,
                          std::function<void(const Call&, const Reply&)> handler) {
    m_routes.push_back({std::move(method), std::move(pattern), std::move(doc), std::move(handler)});
}

void RouteTable::dispatch(const AdminRequest& request, const Reply& reply) const {
    const auto path = segmentsOf(request.path);
    std::string allowed;
    for (const Route& route : m_routes) {
        auto params = matched(route.pattern, path);
        if (!params)
            continue;
        if (route.method == request.method) {
            route.handle(Call{request, *std::move(params), QueryParams(request.query)}, reply);
            return;
        }
        allowed += (allowed.empty() ? "" : ", ") + route.method;
    }
    if (allowed.empty())
        reply(errorResponse(notFound("there is no " + request.path + " in the admin API")));
    else
        reply(errorResponse({405, "method_not_allowed", "takes only " + allowed, {}}));
}

} // namespace tollgate
