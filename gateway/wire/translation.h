#pragma once
// The receipt of a translation: what the other side's format could not say, and what became of it.

#include "gateway/wire/error.h"

#include <boost/json/object.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tollgate {

/// Something the translation dropped, clamped or synthesised.
struct TranslationNote {
    std::string action; ///< "dropped", "clamped", "synthesised", "passed"
    std::string param;  ///< in the caller's words: "seed", "messages[2].content[0]"
    std::string reason;
    friend bool operator==(const TranslationNote&, const TranslationNote&) = default;
};

/// What an alias wants done with parameters that a target has no word for.
enum class UnsupportedParams { Drop, Reject, Pass };

/// Collects the notes of one attempt. Not thread-safe.
class TranslationLog {
public:
    explicit TranslationLog(UnsupportedParams policy = UnsupportedParams::Drop)
        : m_policy(policy) {}

    void dropped(std::string param, std::string reason);
    void clamped(std::string param, std::string reason);
    void synthesised(std::string param, std::string reason);

    /// A whole request parameter the target has no word for: left out, written into `body` under the caller's
    /// name, or the reason to refuse the request, by the policy.
    void unsupported(boost::json::object& body, std::string_view param, boost::json::value value,
                     std::string reason);
    /// The same where nothing can be passed on.
    void unsupported(std::string_view param, std::string reason);

    /// The first parameter that may not be lost, as the caller's 400.
    const std::optional<Error>& refusal() const { return m_refusal; }
    std::vector<TranslationNote> take() { return std::move(m_notes); }
    const std::vector<TranslationNote>& notes() const { return m_notes; }

private:
    void add(const char* action, std::string param, std::string reason);

    UnsupportedParams m_policy;
    std::vector<TranslationNote> m_notes;
    std::optional<Error> m_refusal;
};

/// "dropped=seed,logprobs; clamped=temperature", for x-tollgate-params; empty: nothing was lost.
std::string summaryOf(const std::vector<TranslationNote>& notes);

} // namespace tollgate
