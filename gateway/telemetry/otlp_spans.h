#pragma once
// A request record as OTLP spans: one SERVER span for the request, one CLIENT span for each attempt. Prompts
// and answers are never in them.

#include "gateway/telemetry/gen_ai.h"
#include "gateway/telemetry/otlp_pen.h"
#include "gateway/wire/request_record.h"

#include <string>
#include <string_view>

namespace tollgate {

/// Not thread-safe. What all requests of a kind say alike is made once and kept.
class OtlpSpanWriter {
public:
    /// Appends them as JSON objects, each followed by a comma; returns how many: 0 of a trace that is not
    /// sampled.
    int append(std::string& out, const RequestRecord& record, const GenAiProviders& providers,
               double sampleRatio);
    /// The providers have changed.
    void forget();

    static constexpr std::size_t kMostKinds = 1'000; ///< beyond them they are made anew

private:
    using Kinds = ByName<std::string>;
    const std::string& requestKind(const RequestRecord& record);
    const std::string& attemptKind(const RequestRecord& record, const AttemptRecord& attempt,
                                   const GenAiProviders& providers);
    const std::string* known(const Kinds& kinds) const;
    std::string& made(Kinds& kinds);

    Kinds m_requests;
    Kinds m_attempts;
    std::string m_key; ///< scratch
    OtlpPen m_pen;     ///< the spans of one request
};

/// Whether an attempt failed, and as what: error.type. Empty: it did not.
std::string_view errorTypeOf(const AttemptRecord& attempt, std::string& storage);

} // namespace tollgate
