#include "gateway/providers/gemini_model.h"

namespace tollgate {

namespace {

constexpr std::string_view kModels = "models/";

bool contains(std::string_view text, std::string_view word) {
    return text.find(word) != std::string_view::npos;
}

} // namespace

GeminiModel::GeminiModel(std::string_view name)
    : pro(contains(name, "-pro"))
    , lite(contains(name, "-lite")) {
    if (name.starts_with(kModels))
        name.remove_prefix(kModels.size());
    old = name.starts_with("gemini-1") || name.starts_with("gemini-2.0") || name.starts_with("gemma") ||
          name.starts_with("learnlm") || name == "gemini-pro" || name == "gemini-pro-vision";
    generation25 = name.starts_with("gemini-2.5");
    twoLevels = name.starts_with("gemini-3-pro");
}

std::string geminiResourceName(std::string_view model) {
    const bool whole = model.starts_with(kModels) || model.starts_with("tunedModels/");
    return whole ? std::string(model) : std::string(kModels) + std::string(model);
}

} // namespace tollgate
