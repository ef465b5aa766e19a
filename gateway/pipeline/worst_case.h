#pragma once
// How many tokens a request may come to at most: what budgets reserve. Spending never passes a hard limit
// while these hold, so each is the worst that is plausible, not the usual.

#include "gateway/config/resources.h"
#include "gateway/dialects/dialect.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace tollgate {

constexpr std::int64_t kFramingTokens = 16; ///< what a provider adds around the messages

/// What else is known of the reply besides the caller's own limit.
struct ReplyBounds {
    /// Learnt (OutputLengths), for where neither the caller nor the catalogue says: only then may a reply
    /// cost more than was reserved.
    std::optional<std::int64_t> usual;
    std::int64_t asked = 0; ///< as it goes up, thoughts included; 0: not known yet
};

/// All replies together: the caller's limit, or what goes up, and never more than the model writes at all.
std::int64_t worstReplyTokens(const Model& model, const RequestEnvelope& envelope,
                              const ReplyBounds& bounds = {});

/// The prompt, where it is written as densely as text gets, with its pictures, files and sound as that kind
/// of provider counts them. `provider` null: as any may.
std::int64_t worstPromptTokens(const RequestEnvelope& envelope, const Provider* provider,
                               std::string_view model);

} // namespace tollgate
