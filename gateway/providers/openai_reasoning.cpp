#include "gateway/providers/openai_reasoning.h"

#include "gateway/providers/encode_common.h"

#include <algorithm>
#include <array>
#include <span>

namespace tollgate {

namespace {

constexpr std::array<std::string_view, 7> kEfforts{"none", "minimal", "low", "medium",
                                                   "high", "xhigh",   "max"};
constexpr std::array<std::string_view, 6> kLatestEfforts{"none", "low", "medium", "high", "xhigh", "max"};

/// What its name tells of a model of OpenAI's own.
struct Family {
    bool isKnown = false; ///< a reasoning model of theirs
    int version = 0;      ///< 54 is GPT-5.4; 0: the o series
};

int digit(std::string_view text, std::size_t at) {
    return at < text.size() && text[at] >= '0' && text[at] <= '9' ? text[at] - '0' : -1;
}

Family familyOf(std::string_view name) {
    constexpr std::string_view kGpt = "gpt-";
    constexpr int kFirst = 5;
    for (const std::string_view series : {"o1", "o3", "o4"}) {
        if (name.starts_with(series))
            return {true, 0};
    }
    // The chat variants answer at once.
    if (!name.starts_with(kGpt) || name.find("-chat") != std::string_view::npos)
        return {};
    name.remove_prefix(kGpt.size());
    const int major = digit(name, 0);
    if (major < kFirst)
        return {};
    const int minor = name.size() > 1 && name[1] == '.' ? digit(name, 2) : 0;
    return {true, major * 10 + std::max(minor, 0)};
}

std::span<const std::string_view> effortsOf(const Family& family) {
    const std::span<const std::string_view> all(kEfforts);
    const std::span<const std::string_view> latest(kLatestEfforts);
    if (family.version == 0)
        return all.subspan(2, 3); // low, medium, high
    if (family.version == 50)
        return all.subspan(1, 4); // minimal to high
    if (family.version == 51)
        return latest.first(4); // none to high
    return family.version < 60 ? latest.first(5) : latest;
}

/// The nearest one that the model takes.
std::string fitted(const std::string& wanted, const Family& family, TranslationLog& log) {
    const auto efforts = effortsOf(family);
    if (std::ranges::find(efforts, wanted) != efforts.end())
        return wanted;
    const auto rank = [](std::string_view effort) {
        return std::ranges::find(kEfforts, effort) - kEfforts.begin();
    };
    // Upwards first: who asked for minimal thinking did not ask for none.
    auto chosen =
        std::ranges::find_if(efforts, [&](std::string_view effort) { return rank(effort) > rank(wanted); });
    if (chosen == efforts.end())
        chosen = efforts.end() - 1;
    log.clamped("thinking", "the nearest effort that this model takes is " + std::string(*chosen));
    return std::string(*chosen);
}

bool isReasoningModel(const CallTarget& target) {
    const bool known =
        target.catalogue != nullptr && std::ranges::find(target.catalogue->capabilities, "reasoning") !=
                                           target.catalogue->capabilities.end();
    return known || target.model.starts_with("gpt-oss") || familyOf(target.model).isKnown;
}

std::string wantedEffort(const ReasoningWish& wish) {
    if (!wish.effort.empty())
        return wish.effort;
    if (wish.mode == ReasoningWish::Mode::On)
        return wish.budget ? effortOfBudget(*wish.budget) : "medium";
    return wish.mode == ReasoningWish::Mode::Adaptive ? "medium" : std::string();
}

/// Chat Completions calls functions only without reasoning: 5.2 to 5.4 want no word of it, what followed
/// reasons unless told not to.
std::string effortNextToFunctions(const std::string& wanted, const Family& family, TranslationLog& log) {
    if (!wanted.empty() && wanted != "none")
        log.dropped("thinking", "this model does not reason where it calls functions in Chat Completions");
    else if (wanted.empty() && family.version >= 55)
        log.clamped("thinking", "this model calls functions in Chat Completions only without reasoning");
    return family.version >= 55 ? "none" : std::string();
}

} // namespace

OpenAiReasoning openAiReasoning(const ReasoningWish& wish, const CallTarget& target, bool callsFunctions,
                                TranslationLog& log) {
    OpenAiReasoning plan;
    plan.effort = wantedEffort(wish);
    if (!isReasoningModel(target)) {
        if (!plan.effort.empty() && plan.effort != "none")
            log.dropped("thinking", "this model does not reason");
        return {};
    }
    const Family family = familyOf(target.model);
    if (target.provider.kind == ProviderKind::OpenAiCompatible || !family.isKnown) {
        if (plan.effort == "max") {
            plan.effort = "xhigh";
            log.clamped("thinking", "the highest effort here is xhigh");
        }
        return plan;
    }
    if (callsFunctions && family.version >= 52)
        plan.effort = effortNextToFunctions(plan.effort, family, log);
    else if (!plan.effort.empty())
        plan.effort = fitted(plan.effort, family, log);
    // From 5.1 to 5.4 nobody reasons who is not asked to.
    const bool byDefault = family.version <= 50 || family.version >= 55;
    plan.fixedSampling = plan.effort.empty() ? byDefault : plan.effort != "none";
    return plan;
}

} // namespace tollgate
