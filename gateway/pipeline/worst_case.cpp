#include "gateway/pipeline/worst_case.h"

#include <algorithm>
#include <limits>

namespace tollgate {

namespace {

constexpr std::int64_t kUnknownReply = 4'096;   ///< when nobody says, and nothing was learnt yet
constexpr std::int64_t kBytesPerDenseToken = 2; ///< English has four, numbers and other scripts fewer

/// A hundred pages, each as text and as a picture (platform.claude.com/docs, "PDF support": 1,500 to 3,000
/// tokens of text a page).
constexpr std::int64_t kLongestDocument = 460'000;
/// 32 tokens a second (ai.google.dev/gemini-api/docs/tokens), of speech at 8 kbit/s in base64.
constexpr std::int64_t kBytesPerSoundToken = 32;

/// The most tokens one picture may be billed as.
std::int64_t worstPicture(ProviderKind kind, std::string_view model) {
    switch (kind) {
    case ProviderKind::Anthropic:
    case ProviderKind::Bedrock:
        return 5'000; // platform.claude.com/docs, "Vision": 2,576 px on the long edge, 4,784 tokens
    case ProviderKind::Gemini:
        return 4'500; // tiles of 258 tokens; ultra high media resolution is 2,240
    case ProviderKind::OpenAi:
    case ProviderKind::AzureOpenAi:
    case ProviderKind::OpenAiCompatible:
    case ProviderKind::Simulated:
        break;
    }
    // platform.openai.com/docs/guides/images-vision: 2,833 and eight tiles of 5,667; patches elsewhere, of
    // which open models take as many (Qwen2-VL: 16,384).
    return model.starts_with("gpt-4o-mini") ? 48'169 : 16'384;
}

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

std::int64_t worstPromptTokens(const RequestEnvelope& envelope, const Provider* provider,
                               std::string_view model) {
    const Attachments& attached = envelope.attached;
    const std::int64_t pictures = repeated(
        worstPicture(provider == nullptr ? ProviderKind::OpenAi : provider->kind, model), attached.images);
    const std::int64_t documents =
        std::min(static_cast<std::int64_t>(attached.documentBytes) / kBytesPerDenseToken,
                 repeated(kLongestDocument, attached.documents));
    return static_cast<std::int64_t>(envelope.promptBytes) / kBytesPerDenseToken + kFramingTokens +
           (attached.images > 0 ? pictures : 0) + (attached.documents > 0 ? documents : 0) +
           static_cast<std::int64_t>(attached.soundBytes) / kBytesPerSoundToken;
}

} // namespace tollgate
