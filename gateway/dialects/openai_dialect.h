#pragma once
// What OpenAI's older dialects (chat, text completions, embeddings) do the same way.

#include "gateway/dialects/dialect.h"
#include "gateway/dialects/field_checks.h"

#include <span>
#include <string_view>

namespace tollgate {

class OpenAiDialect : public Dialect {
public:
    tl::expected<RequestEnvelope, Error> inspect(const HttpRequest& request) const override;
    std::string rewritten(const HttpRequest& request, const RequestEnvelope& envelope,
                          const Rewrite& rewrite) const override;
    std::string errorBody(const Error& error, std::string_view requestId) const override;
    std::string streamError(const Error& error, std::string_view requestId) const override;

protected:
    /// Judges the members and fills in what they say.
    virtual Check read(simdjson::dom::element root, RequestEnvelope& envelope) const = 0;
    /// Top-level members that the gateway acts on; none of them may be there twice.
    virtual std::span<const std::string_view> actedOn() const = 0;
};

} // namespace tollgate
