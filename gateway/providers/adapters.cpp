#include "gateway/providers/adapters.h"

namespace tollgate {

const ProviderAdapter* adapterFor(ProviderKind kind) {
    switch (kind) {
    case ProviderKind::OpenAi:
    case ProviderKind::OpenAiCompatible:
        return &openAiAdapter();
    case ProviderKind::Anthropic:
    case ProviderKind::AzureOpenAi:
    case ProviderKind::Gemini:
    case ProviderKind::Bedrock:
    case ProviderKind::Simulated:
        break;
    }
    return nullptr;
}

} // namespace tollgate
