#pragma once
// W3C Trace Context (w3.org/TR/trace-context) of a request: which trace it belongs to, whose span it is a
// child of, and whether it is sampled. Everything follows from the headers and the request's own id, so the
// data path keeps nothing for it: whoever writes the spans later comes to the same ids.

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tollgate {

/// The parts of a traceparent header; views into it.
struct Traceparent {
    std::string_view traceId;  ///< 32 lower case hex digits
    std::string_view parentId; ///< 16
    bool sampled = false;
};
/// Nothing: the header is malformed, and no trace goes on (section 3.2).
std::optional<Traceparent> parseTraceparent(std::string_view header);

template <std::size_t N>
struct HexText {
    std::array<char, N> digits{};
    std::string_view view() const { return {digits.data(), N}; }
};
using TraceIdText = HexText<32>;
using SpanIdText = HexText<16>;

struct TraceContext {
    TraceIdText traceId;
    std::string_view parentId; ///< of the caller's span, a view into its header; empty: the trace begins here
    bool sampled = true;
};

/// `traceparent`: the caller's header, or empty. `traceId`: what the ledger calls the trace. Without a header
/// a ULID, a UUID or 32 hex digits keep their 128 bits, other names are hashed; of such traces `sampleRatio`
/// are sampled, always the same ones.
TraceContext traceContextOf(std::string_view traceparent, std::string_view traceId, double sampleRatio);

/// Ids of a request's spans: of the request itself (0) and of its attempts (1…).
class SpanIds {
public:
    explicit SpanIds(std::string_view requestId);
    SpanIdText of(std::size_t attempt) const;

private:
    std::uint64_t m_base = 0;
};
inline SpanIdText spanIdOf(std::string_view requestId, std::size_t attempt) {
    return SpanIds(requestId).of(attempt);
}

/// The header that goes on to whoever is asked next.
std::string traceparentFor(const TraceContext& context, const SpanIdText& span);

} // namespace tollgate
