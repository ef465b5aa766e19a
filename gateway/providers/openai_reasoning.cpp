#include "gateway/providers/openai_reasoning.h"

#include "gateway/providers/encode_common.h"
#include "gateway/providers/openai_models.h"

#include <algorithm>
#include <array>

namespace tollgate {

namespace {

constexpr std::array<std::string_view, 7> kRising{"none", "minimal", "low", "medium", "high", "xhigh", "max"};

/// The nearest one that the model takes.
std::string fitted(const std::string& wanted, const OpenAiModel& model, TranslationLog& log) {
    const auto efforts = model.efforts;
    if (std::ranges::find(efforts, wanted) != efforts.end())
        return wanted;
    const auto rank = [](std::string_view effort) {
        return std::ranges::find(kRising, effort) - kRising.begin();
    };
    // Upwards first: who asked for minimal thinking did not ask for none.
    auto chosen =
        std::ranges::find_if(efforts, [&](std::string_view effort) { return rank(effort) > rank(wanted); });
    if (chosen == efforts.end())
        chosen = efforts.end() - 1;
    log.clamped("thinking", "the nearest effort that this model takes is " + std::string(*chosen));
    return std::string(*chosen);
}

/// Chat Completions calls functions only without reasoning: 5.2 to 5.4 want no word of it, what followed
/// reasons unless told not to.
std::string effortNextToFunctions(const std::string& wanted, const OpenAiModel& model, TranslationLog& log) {
    if (!wanted.empty() && wanted != "none")
        log.dropped("thinking", "this model does not reason where it calls functions in Chat Completions");
    else if (wanted.empty() && model.version >= 55)
        log.clamped("thinking", "this model calls functions in Chat Completions only without reasoning");
    return model.version >= 55 ? "none" : std::string();
}

/// Efforts of servers and models nobody knows by name.
std::string unknownsEffort(std::string effort, TranslationLog& log) {
    if (effort == "max") {
        log.clamped("thinking", "the highest effort here is xhigh");
        return "xhigh";
    }
    return effort;
}

bool isUnknown(const OpenAiModel& model, const CallTarget& target) {
    return target.provider.kind == ProviderKind::OpenAiCompatible || !model.reasons;
}

bool picksByItself(const OpenAiModel& model, const std::string& effort) {
    // From 5.1 to 5.4 nobody reasons who is not asked to.
    const bool byDefault = model.version <= 50 || model.version >= 55 || model.cannotBeStill;
    return effort.empty() ? byDefault : effort != "none";
}

} // namespace

bool isReasoningModel(const CallTarget& target) {
    const bool known =
        target.catalogue != nullptr && std::ranges::find(target.catalogue->capabilities, "reasoning") !=
                                           target.catalogue->capabilities.end();
    return known || target.model.starts_with("gpt-oss") || openAiModelNamed(target.model).reasons;
}

std::string wantedEffort(const ReasoningWish& wish) {
    if (!wish.effort.empty())
        return wish.effort;
    if (wish.mode == ReasoningWish::Mode::On)
        return wish.budget ? effortOfBudget(*wish.budget) : "medium";
    return wish.mode == ReasoningWish::Mode::Adaptive ? "medium" : std::string();
}

OpenAiReasoning openAiReasoning(const ReasoningWish& wish, const CallTarget& target, bool callsFunctions,
                                TranslationLog& log) {
    OpenAiReasoning plan;
    plan.effort = wantedEffort(wish);
    if (!isReasoningModel(target)) {
        if (!plan.effort.empty() && plan.effort != "none")
            log.dropped("thinking", "this model does not reason");
        return {};
    }
    const OpenAiModel model = openAiModelNamed(target.model);
    if (isUnknown(model, target))
        return {unknownsEffort(std::move(plan.effort), log), false};
    if (callsFunctions && model.functions != ChatFunctions::Always)
        plan.effort = effortNextToFunctions(plan.effort, model, log);
    else if (!plan.effort.empty())
        plan.effort = fitted(plan.effort, model, log);
    plan.fixedSampling = picksByItself(model, plan.effort);
    return plan;
}

OpenAiReasoning openAiResponsesReasoning(const ReasoningWish& wish, const CallTarget& target,
                                         TranslationLog& log) {
    OpenAiReasoning plan;
    plan.effort = wish.mode == ReasoningWish::Mode::Off ? "none" : wantedEffort(wish);
    if (!isReasoningModel(target)) {
        if (!plan.effort.empty() && plan.effort != "none")
            log.dropped("thinking", "this model does not reason");
        return {};
    }
    const OpenAiModel model = openAiModelNamed(target.model);
    if (isUnknown(model, target))
        return {unknownsEffort(std::move(plan.effort), log), false};
    if (!plan.effort.empty())
        plan.effort = fitted(plan.effort, model, log);
    plan.fixedSampling = picksByItself(model, plan.effort);
    return plan;
}

} // namespace tollgate
