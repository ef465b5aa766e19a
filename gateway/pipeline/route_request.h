#pragma once
// From what a caller sent to what the router and the budgets need to know.

#include "gateway/dialects/dialect.h"
#include "gateway/ledger/pricing.h"
#include "gateway/pipeline/worst_case.h"
#include "gateway/routing/router.h"

namespace tollgate {

/// Decodes the body when it is asked.
class ChatTask final : public TaskReader {
public:
    /// Both must outlive it.
    ChatTask(const Dialect& dialect, const HttpRequest& request)
        : m_dialect(dialect)
        , m_request(request) {}
    TaskSigns read() const override;

private:
    const Dialect& m_dialect;
    const HttpRequest& m_request;
};

/// `model` and `subject` must outlive the result.
RouteRequest routeRequestFor(const Dialect& dialect, const RequestEnvelope& envelope, std::string_view model,
                             const FlagSubject& subject, const Settings& settings);

/// X-Model wins over the body's model; a dialect without models falls to the default alias.
std::string modelNameOf(const Dialect& dialect, const HttpRequest& request, const RequestEnvelope& envelope,
                        const Settings& settings);

/// Of prompt bytes, on the dear side: English runs at four bytes a token.
std::int64_t estimatedPromptTokens(const RequestEnvelope& envelope);

/// The most this request can plausibly cost at that target, by the prices that hold at `atMs`.
Money worstCostAt(const Candidate& candidate, const RequestEnvelope& envelope, const ReplyBounds& bounds = {},
                  std::int64_t atMs = PricedWhen::kPublished);

} // namespace tollgate
