#include "gateway/routing/capability.h"

#include <algorithm>

namespace tollgate {

std::string incapability(const ConfigSnapshot& snapshot, const Target& target, const RouteRequest& request) {
    const Model* model = ConfigSnapshot::find(snapshot.models, target.reference());
    if (model == nullptr)
        return {};
    if (model->contextWindow && request.promptTokens + request.maxOutputTokens > *model->contextWindow)
        return "its context window holds " + std::to_string(*model->contextWindow) + " tokens";
    const auto lacks = [&](const char* name) {
        return !model->capabilities.empty() &&
               std::ranges::find(model->capabilities, name) == model->capabilities.end();
    };
    if (request.needsEmbeddings && lacks("embeddings"))
        return "it makes no embeddings";
    if (request.needsTools && lacks("tools"))
        return "it has no tools";
    return request.needsVision && lacks("vision") ? "it cannot see images" : std::string();
}

} // namespace tollgate
