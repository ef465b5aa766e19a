#pragma once
// The formats a body can have on the wire. Where caller and upstream use the same one, bytes pass through.

namespace tollgate {

enum class WireFormat {
    None, ///< of our own (the notebook), or one that no caller speaks (Converse)
    OpenAiChat,
    OpenAiResponses,
    OpenAiCompletions,
    OpenAiEmbeddings,
    AnthropicMessages,
    AnthropicCountTokens,
    Gemini, ///< generateContent and countTokens
};

/// What is asked of a model. Everything but Chat needs targets that can do it.
enum class Operation { Chat, Embeddings, CountTokens };

} // namespace tollgate
