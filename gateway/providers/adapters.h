#pragma once
// One adapter per kind of provider that is reached over HTTP.

#include "gateway/providers/provider_adapter.h"

namespace tollgate {

const ProviderAdapter& openAiAdapter(); ///< openai and openai_compatible
const ProviderAdapter& anthropicAdapter();
const ProviderAdapter& azureAdapter();
const ProviderAdapter& bedrockAdapter();
const ProviderAdapter& geminiAdapter();

} // namespace tollgate
