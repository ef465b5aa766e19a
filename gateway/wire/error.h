#pragma once
// Why a request was refused or failed, before any dialect has put words to it. Statuses and codes: the
// contract's table.

#include <cstdint>
#include <string>
#include <string_view>

namespace tollgate {

enum class ErrorCode {
    InvalidApiKey,
    ModelNotAllowed,
    ModelNotFound,
    InvalidRequest,
    RequestTooLarge,
    RateLimited,
    BudgetExceeded,
    UpstreamRejected, ///< the caller's fault as the upstream sees it: 400, 404, 413, 422
    UpstreamError,
    NoHealthyTarget,
    UpstreamTimeout,
    NotFound, ///< no such route
    MethodNotAllowed,
    Unavailable,       ///< the gateway itself: starting, stopping
    LedgerUnavailable, ///< it cannot write its ledger and is told to refuse then
    StorageFull,       ///< as much of this is kept as may be
    Internal,
};

struct Error {
    ErrorCode code = ErrorCode::Internal;
    std::string message;
    std::string param = {}; ///< the field at fault, or empty
    int upstreamStatus = 0; ///< of UpstreamRejected
    std::int64_t retryAfterMs = -1;
    std::string type = {};    ///< more detail for BudgetExceeded: the budget's id
    std::string details = {}; ///< Anthropic's error.details, a JSON object as text; empty: none

    int httpStatus() const;
    /// OpenAI's `code`: "invalid_api_key", "budget_exceeded", …
    std::string_view openAiCode() const;
    /// OpenAI's `type`: "invalid_request_error", "authentication_error", "rate_limit_error", …
    std::string_view openAiType() const;
    /// Anthropic's `error.type`.
    std::string_view anthropicType() const;
};

} // namespace tollgate
