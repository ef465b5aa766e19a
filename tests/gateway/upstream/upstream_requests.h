#pragma once
// What the tests of the HTTP client ask for.

#include "gateway/upstream/upstream_client.h"

#include <string>
#include <utility>

namespace tollgate {

inline UpstreamRequest get(const std::string& url) {
    UpstreamRequest request;
    request.method = "GET";
    request.url = url;
    return request;
}

inline UpstreamRequest post(const std::string& url, std::string body) {
    UpstreamRequest request;
    request.url = url;
    request.headers.add("content-type", "application/json");
    request.body = std::move(body);
    return request;
}

} // namespace tollgate
