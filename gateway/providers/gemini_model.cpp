#include "gateway/providers/gemini_model.h"

#include <array>

namespace tollgate {

namespace {

constexpr std::string_view kModels = "models/";
constexpr int kNewest = 1'000;

bool contains(std::string_view text, std::string_view word) {
    return text.find(word) != std::string_view::npos;
}

int digit(std::string_view text, std::size_t at) {
    return at < text.size() && text[at] >= '0' && text[at] <= '9' ? text[at] - '0' : -1;
}

/// "gemini-2.5-flash" → 25, "gemini-3-pro" → 30; names without a number are the newest.
int versionOf(std::string_view name) {
    constexpr std::string_view kFamily = "gemini-";
    constexpr std::array<std::string_view, 2> kFirst{"gemini-pro", "gemini-pro-vision"};
    if (name.starts_with("gemma") || name.starts_with("learnlm") || name == kFirst[0] || name == kFirst[1])
        return 0;
    if (!name.starts_with(kFamily))
        return kNewest;
    name.remove_prefix(kFamily.size());
    const int major = digit(name, 0);
    if (major < 0)
        return kNewest;
    const int minor = name.size() > 1 && name[1] == '.' ? digit(name, 2) : 0;
    return major * 10 + (minor < 0 ? 0 : minor);
}

} // namespace

GeminiModel::GeminiModel(std::string_view name) {
    if (name.starts_with(kModels))
        name.remove_prefix(kModels.size());
    m_version = versionOf(name);
    m_gemma = name.starts_with("gemma");
    m_pro = contains(name, "-pro");
    m_lite = contains(name, "-lite");
}

std::string geminiResourceName(std::string_view model) {
    const bool whole = model.starts_with(kModels) || model.starts_with("tunedModels/");
    return whole ? std::string(model) : std::string(kModels) + std::string(model);
}

} // namespace tollgate
