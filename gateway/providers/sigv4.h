#pragma once
// AWS Signature Version 4
// (docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html), for services that
// take the path encoded once more, which is all but S3.

#include "gateway/providers/provider_adapter.h"

#include <string>
#include <string_view>

namespace tollgate {

struct AwsKeys {
    std::string_view accessKeyId;
    std::string_view secretAccessKey;
    std::string_view sessionToken = {}; ///< of temporary keys
};

/// Adds x-amz-date, with temporary keys x-amz-security-token, and authorization. What is signed: method, path
/// and query as the URL has them, the host as HTTP clients name it (a usual port left out), content-type and
/// x-amz-* headers, the body.
void signRequest(ProviderRequest& request, const AwsKeys& keys, std::string_view region,
                 std::string_view service, std::int64_t unixMs);

/// RFC 3986: all but letters, digits, - . _ ~
std::string percentEncoded(std::string_view text);

/// Host of a URL with its port, unless that is the scheme's own.
std::string_view hostOf(std::string_view url);

} // namespace tollgate
