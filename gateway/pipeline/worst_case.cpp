#include "gateway/pipeline/worst_case.h"

#include <algorithm>
#include <limits>

namespace tollgate {

namespace {

constexpr std::int64_t kFramingTokens = 16;     ///< what a provider adds around the messages
constexpr std::int64_t kUnknownReply = 4'096;   ///< when nobody says, and nothing was learnt yet
constexpr std::int64_t kBytesPerDenseToken = 2; ///< English has four, numbers and other scripts fewer

std::int64_t repeated(std::int64_t tokens, std::int64_t times) {
    constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();
    return times > 0 && tokens > kMost / times ? kMost : tokens * times;
}

} // namespace

std::int64_t worstReplyTokens(const Model& model, const RequestEnvelope& envelope,
                              const ReplyBounds& bounds) {
    const std::int64_t nobodyKnows = bounds.usual.value_or(kUnknownReply);
    std::int64_t tokens = model.maxOutputTokens.value_or(nobodyKnows);
    if (envelope.maxTokens || bounds.asked > 0)
        tokens = std::max(envelope.maxTokens.value_or(0), bounds.asked);
    if (model.maxOutputTokens)
        tokens = std::min(tokens, *model.maxOutputTokens);
    return repeated(std::max<std::int64_t>(tokens, 0), envelope.choices);
}

std::int64_t worstPromptTokens(const RequestEnvelope& envelope) {
    return static_cast<std::int64_t>(envelope.promptBytes) / kBytesPerDenseToken + kFramingTokens;
}

} // namespace tollgate
