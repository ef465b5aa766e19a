#include "gateway/wire/error.h"

#include <array>

namespace tollgate {

namespace {

struct Row {
    ErrorCode code;
    int status;
    std::string_view openAiCode;
    std::string_view openAiType;
    std::string_view anthropicType;
};

constexpr std::array kRows{
    Row{ErrorCode::InvalidApiKey, 401, "invalid_api_key", "authentication_error", "authentication_error"},
    Row{ErrorCode::ModelNotAllowed, 403, "model_not_allowed", "permission_error", "permission_error"},
    Row{ErrorCode::ModelNotFound, 404, "model_not_found", "invalid_request_error", "not_found_error"},
    Row{ErrorCode::InvalidRequest, 400, "invalid_request", "invalid_request_error", "invalid_request_error"},
    Row{ErrorCode::RequestTooLarge, 413, "request_too_large", "invalid_request_error", "request_too_large"},
    Row{ErrorCode::RateLimited, 429, "rate_limit_exceeded", "rate_limit_error", "rate_limit_error"},
    Row{ErrorCode::BudgetExceeded, 402, "budget_exceeded", "insufficient_quota", "invalid_request_error"},
    Row{ErrorCode::UpstreamRejected, 400, "upstream_error", "invalid_request_error", "invalid_request_error"},
    Row{ErrorCode::UpstreamError, 502, "upstream_error", "api_error", "api_error"},
    Row{ErrorCode::NoHealthyTarget, 503, "no_healthy_target", "api_error", "overloaded_error"},
    Row{ErrorCode::UpstreamTimeout, 504, "upstream_timeout", "api_error", "timeout_error"},
    Row{ErrorCode::NotFound, 404, "not_found", "invalid_request_error", "not_found_error"},
    Row{ErrorCode::MethodNotAllowed, 405, "method_not_allowed", "invalid_request_error",
        "invalid_request_error"},
    Row{ErrorCode::Unavailable, 503, "unavailable", "api_error", "overloaded_error"},
    Row{ErrorCode::LedgerUnavailable, 503, "ledger_unavailable", "api_error", "overloaded_error"},
    Row{ErrorCode::StorageFull, 507, "storage_full", "insufficient_quota", "api_error"},
    Row{ErrorCode::Internal, 500, "internal_error", "api_error", "api_error"},
};

const Row& rowOf(ErrorCode code) {
    for (const Row& row : kRows) {
        if (row.code == code)
            return row;
    }
    return kRows.back();
}

} // namespace

int Error::httpStatus() const {
    if (code == ErrorCode::UpstreamRejected && upstreamStatus != 0)
        return upstreamStatus;
    return rowOf(code).status;
}

std::string_view Error::openAiCode() const {
    return rowOf(code).openAiCode;
}

std::string_view Error::openAiType() const {
    return rowOf(code).openAiType;
}

std::string_view Error::anthropicType() const {
    // platform.claude.com/docs/en/api/errors: some statuses have a type of their own.
    if (code == ErrorCode::UpstreamRejected && upstreamStatus == 404)
        return "not_found_error";
    if (code == ErrorCode::UpstreamRejected && upstreamStatus == 413)
        return "request_too_large";
    return rowOf(code).anthropicType;
}

} // namespace tollgate
