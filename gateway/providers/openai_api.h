#pragma once
// Which of OpenAI's two APIs a request is put to. Chat Completions, as most servers know it, unless the model
// wants such a request at /responses (openai_models.h), or the provider's `options.api` says otherwise:
// "auto", "chat", "responses", or an object of these by model name, "*" standing for all others.
//
// Text completions are sent on where they are served: `options.completions` says so, else OpenAI's text
// models and most servers of the compatible kind do. Everything else is asked as a chat.

#include "gateway/providers/provider_adapter.h"

namespace tollgate {

enum class OpenAiApi { Chat, Responses };

OpenAiApi openAiApiFor(const ChatRequest& request, const CallTarget& target);

/// The fate of a caller's own body, told without reading all of it.
OwnWords openAiOwnWords(WireFormat format, const CallTarget& target, bool hasTools);

/// options.api makes every model of the provider speak Responses.
bool speaksOnlyResponses(const Provider& provider);

/// Of a tool that OpenAI runs itself; only Responses has them.
bool isOpenAiHosted(const ToolDefinition& tool);

} // namespace tollgate
