#include "gateway/providers/adapters.h"

namespace tollgate {

const ProviderAdapter* adapterFor(ProviderKind kind) {
    switch (kind) {
    case ProviderKind::OpenAi:
    case ProviderKind::OpenAiCompatible:
        return &openAiAdapter();
    case ProviderKind::Anthropic:
        return &anthropicAdapter();
    case ProviderKind::AzureOpenAi:
        return &azureAdapter();
    case ProviderKind::Gemini:
        return &geminiAdapter();
    case ProviderKind::Bedrock:
        return &bedrockAdapter();
    case ProviderKind::Simulated:
        break;
    }
    return nullptr;
}

} // namespace tollgate
