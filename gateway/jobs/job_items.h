#pragma once
// What a batch's caller handed in, item by item. Values, no I/O.

#include "gateway/jobs/job_request.h"

namespace tollgate {

struct BatchItem {
    std::string customId; ///< its place where it was given none
    DeferredRequest request;
};

inline constexpr std::size_t kMostBatchItems = 100'000;

/// The items of {"items":[{"custom_id","body","url"}]}, or of {"prompts":[…]} and what is common to them.
/// What is in `body` is used up. The error names what was sent: items[3].url, prompts[3].
tl::expected<std::vector<BatchItem>, Error> itemsOf(boost::json::object& body, const HttpHeaders& headers,
                                                    const std::string& defaultModel);

/// As the pipeline takes X-Tollgate-Timeout-Ms; nothing: it is fine, or not there.
std::optional<Error> timeoutMistake(std::string_view header);

} // namespace tollgate
