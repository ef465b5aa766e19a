#pragma once
// One export: POST {endpoint}{path} with a JSON body, and what the answer means
// (opentelemetry.io/docs/specs/otlp, "OTLP/HTTP Response"). Redirects are not followed; the headers, which
// may hold credentials, are never repeated in an error.

#include "gateway/upstream/upstream_client.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tollgate {

using OtlpHeaders = std::vector<std::pair<std::string, std::string>>;

struct OtlpVerdict {
    bool ok = false;
    bool retry = false;             ///< the same may succeed later
    std::int64_t retryAfterMs = -1; ///< as the collector asked; -1: it did not
    std::int64_t rejected = 0;      ///< of an export that was taken but for these
    std::int64_t latencyUs = 0;
    std::string error; ///< for people; may stand beside ok where some were rejected
    std::string body;  ///< what was sent, to be sent again or to be written over
};

/// Lives in its client's thread. Destroying it gives the export up, without a word.
class OtlpPost final : public UpstreamListener {
public:
    using Done = std::function<void(OtlpVerdict)>; ///< called once; the post may be destroyed in it

    OtlpPost(UpstreamClient& client, const std::string& endpoint, std::string_view path,
             const OtlpHeaders& headers, std::string body, Done done);

    void upstreamHeaders(int status, const HttpHeaders& headers) override;
    void upstreamBody(std::string_view bytes) override;
    void upstreamDone(const UpstreamResult& result) override;

private:
    OtlpVerdict verdict(const UpstreamResult& result) const;
    std::string answerText() const;

    const std::string m_url;
    const OtlpHeaders m_headers;
    const Done m_done;
    int m_status = 0;
    std::string m_retryAfter;
    std::string m_answer;
    std::unique_ptr<UpstreamCall> m_call;
};

/// The text without the values of these headers.
std::string withoutHeaderValues(std::string text, const OtlpHeaders& headers);

} // namespace tollgate
