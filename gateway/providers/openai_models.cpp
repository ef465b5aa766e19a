#include "gateway/providers/openai_models.h"

#include <algorithm>
#include <array>

namespace tollgate {

namespace {

constexpr std::array<std::string_view, 7> kEfforts{"none", "minimal", "low", "medium",
                                                   "high", "xhigh",   "max"};
constexpr std::array<std::string_view, 6> kLatestEfforts{"none", "low", "medium", "high", "xhigh", "max"};
constexpr int kFirstMajor = 5;

bool has(std::string_view name, std::string_view part) {
    return name.find(part) != std::string_view::npos;
}

int digit(std::string_view text, std::size_t at) {
    return at < text.size() && text[at] >= '0' && text[at] <= '9' ? text[at] - '0' : -1;
}

/// "gpt-5.4-mini" → 54; 0: another name.
int versionOf(std::string_view name) {
    constexpr std::string_view kGpt = "gpt-";
    if (!name.starts_with(kGpt))
        return 0;
    name.remove_prefix(kGpt.size());
    const int major = digit(name, 0);
    if (major < kFirstMajor)
        return 0;
    const int minor = name.size() > 1 && name[1] == '.' ? digit(name, 2) : 0;
    return major * 10 + std::max(minor, 0);
}

bool isOfSeriesO(std::string_view name) {
    return name.starts_with("o1") || name.starts_with("o3") || name.starts_with("o4");
}

/// "This is a chat model and not supported in the v1/completions endpoint": all of theirs but the text models
/// that are left (platform.openai.com/docs/models: gpt-3.5-turbo-instruct, davinci-002, babbage-002), and
/// fine-tuned ones of either kind.
bool isChatModel(std::string_view name) {
    if (name.starts_with("ft:"))
        name.remove_prefix(3);
    const bool theirs = name.starts_with("gpt-") || name.starts_with("chatgpt-") || isOfSeriesO(name) ||
                        name.starts_with("codex-") || name.starts_with("computer-use-preview");
    return theirs && !has(name, "-instruct") && !has(name, "-base") && !name.starts_with("gpt-oss");
}

std::span<const std::string_view> effortsOf(const OpenAiModel& model, std::string_view name) {
    const std::span<const std::string_view> all(kEfforts);
    const std::span<const std::string_view> latest(kLatestEfforts);
    if (model.version == 0)
        return all.subspan(2, 3); // low, medium, high
    if (has(name, "-pro"))        // gpt-5-pro thinks hard or not at all
        return model.version == 50 ? all.subspan(4, 1) : all.subspan(3, 3);
    if (has(name, "-codex"))
        return latest.subspan(1, model.version < 52 ? 3 : 4);
    if (model.version == 50)
        return all.subspan(1, 4); // minimal to high
    if (model.version == 51)
        return latest.first(4); // none to high
    if (model.cannotBeStill)
        return latest.subspan(1);
    return model.version < 60 ? latest.first(5) : latest;
}

ChatFunctions functionsOf(const OpenAiModel& model) {
    if (model.cannotBeStill)
        return ChatFunctions::Never;
    if (model.version < 52)
        return ChatFunctions::Always;
    return model.version < 55 ? ChatFunctions::UnlessAskedToReason : ChatFunctions::WhenToldNotToReason;
}

} // namespace

OpenAiModel openAiModelNamed(std::string_view name) {
    OpenAiModel model;
    const bool large = name.starts_with("codex-") || name.starts_with("computer-use-preview");
    model.chats = isChatModel(name);
    // The chat variants answer at once.
    model.version = has(name, "-chat") ? 0 : versionOf(name);
    model.reasons = model.version > 0 || isOfSeriesO(name) || name.starts_with("codex-");
    model.onlyResponses =
        large || (model.reasons && (has(name, "-pro") || has(name, "-codex") || has(name, "-deep-research")));
    if (!model.reasons)
        return model;
    const bool astra = model.version >= 60 && has(name, "-astra");
    const bool laterSol = model.version > 60 && has(name, "-sol");
    model.cannotBeStill = astra || laterSol || (model.version > 0 && model.onlyResponses);
    model.functions = functionsOf(model);
    model.efforts = effortsOf(model, name);
    return model;
}

} // namespace tollgate
