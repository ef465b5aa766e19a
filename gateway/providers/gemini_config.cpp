#include "gateway/providers/gemini_config.h"

#include "gateway/providers/encode_common.h"
#include "gateway/providers/gemini_schema.h"

#include <boost/json.hpp>

#include <algorithm>
#include <array>
#include <limits>

namespace tollgate {

namespace json = boost::json;

namespace {

constexpr std::size_t kMostStops = 5;
constexpr std::int64_t kMostCandidates = 8;
constexpr std::int64_t kMostLogprobs = 20;
constexpr double kPenaltyBound = 2; ///< exclusive

template <typename T>
void addOptional(json::object& config, const char* name, const std::optional<T>& value) {
    if (value)
        config[name] = *value;
}

void addStops(json::object& config, const ChatRequest& request, TranslationLog& log) {
    std::vector<std::string> stops;
    std::ranges::copy_if(request.stop, std::back_inserter(stops),
                         [](const std::string& stop) { return !stop.empty(); });
    if (stops.size() > kMostStops) {
        stops.resize(kMostStops);
        log.clamped("stop", "at most 5 stop sequences are taken");
    }
    if (!stops.empty())
        config["stopSequences"] = json::value_from(stops);
}

void addSampling(json::object& config, const ChatRequest& request, const GeminiModel& model,
                 TranslationLog& log) {
    json::object wanted;
    addOptional(wanted, "temperature", request.temperature);
    addOptional(wanted, "topP", request.topP);
    addOptional(wanted, "topK", request.topK);
    for (const auto& member : wanted) {
        if (!model.strict()) {
            config[member.key()] = member.value();
            continue;
        }
        const std::string_view key = member.key();
        const std::string_view param = key == "topP" ? "top_p" : key == "topK" ? "top_k" : key;
        json::object passed;
        log.unsupported(passed, param, member.value(), "this model samples in its own way");
        if (!passed.empty())
            config[key] = member.value();
    }
}

void addCandidates(json::object& config, const ChatRequest& request, const GeminiModel& model,
                   TranslationLog& log) {
    if (request.n.value_or(1) <= 1)
        return;
    json::object passed;
    if (model.strict())
        log.unsupported(passed, "n", *request.n, "this model gives one answer at a time");
    if (model.strict() && passed.empty())
        return;
    if (*request.n > kMostCandidates)
        log.clamped("n", "at most 8 candidates are answered");
    config["candidateCount"] = std::min(*request.n, kMostCandidates);
}

/// 2.5 answers "Penalty is not enabled for models/gemini-2.5-…" with 400.
void addPenalties(json::object& config, const ChatRequest& request, const GeminiModel& model,
                  json::object& body, TranslationLog& log) {
    if (model.is25()) {
        constexpr std::array<std::string_view, 2> kPenalties{"presence_penalty", "frequency_penalty"};
        reportUnsupported(body, request, kPenalties, "Gemini 2.5", log);
        return;
    }
    const auto add = [&](const char* name, const char* param, const std::optional<double>& value) {
        if (!value)
            return;
        if (*value >= kPenaltyBound)
            log.clamped(param, "penalties are below 2");
        config[name] = std::min(*value, kPenaltyBound - 0.01);
    };
    add("presencePenalty", "presence_penalty", request.presencePenalty);
    add("frequencyPenalty", "frequency_penalty", request.frequencyPenalty);
}

void addSeed(json::object& config, const ChatRequest& request, TranslationLog& log) {
    if (!request.seed)
        return;
    using Limits = std::numeric_limits<std::int32_t>;
    if (*request.seed < Limits::min() || *request.seed > Limits::max())
        log.clamped("seed", "seeds have 32 bits; the lower ones are sent");
    config["seed"] = static_cast<std::int32_t>(*request.seed & 0xFFFFFFFF);
}

void addLogprobs(json::object& config, const ChatRequest& request, TranslationLog& log) {
    if (!request.logprobs.value_or(false))
        return;
    config["responseLogprobs"] = true;
    if (!request.topLogprobs)
        return;
    if (*request.topLogprobs > kMostLogprobs)
        log.clamped("top_logprobs", "at most 20 are told");
    config["logprobs"] = std::min(*request.topLogprobs, kMostLogprobs);
}

bool hasFunctions(const ChatRequest& request) {
    return std::ranges::any_of(
        request.tools, [](const ToolDefinition& tool) { return tool.kind != ToolDefinition::Kind::Server; });
}

void addFormat(json::object& config, const ChatRequest& request, const GeminiModel& model,
               json::array& system, TranslationLog& log) {
    const ResponseFormat& format = request.format;
    if (format.kind == ResponseFormat::Kind::Text)
        return;
    const bool hasSchema = format.kind == ResponseFormat::Kind::JsonSchema && !format.schema.is_null();
    // "Function calling with a response mime type: 'application/json' is unsupported", before Gemini 3.
    if (hasFunctions(request) && !model.is3()) {
        std::string text = "When you answer without calling a function, answer with one JSON object only, "
                           "without any text around it";
        text += hasSchema ? ". It must match this JSON schema: " + json::serialize(format.schema) : ".";
        json::object part;
        part["text"] = text;
        system.push_back(std::move(part));
        log.synthesised("response_format", "an instruction: this model has either functions or JSON answers");
        return;
    }
    config["responseMimeType"] = "application/json";
    if (!hasSchema)
        return;
    config[model.old() ? "responseSchema" : "responseJsonSchema"] =
        notedGeminiSchema(format.schema, model, "response_format", log);
}

// --- thinking (ai.google.dev/gemini-api/docs/thinking: levels and budgets per model) ---

std::string levelOf(std::string_view effort, const GeminiModel& model, TranslationLog& log) {
    if (effort == "xhigh" || effort == "max") {
        log.clamped("reasoning_effort", "the highest level here is high");
        return "HIGH";
    }
    if (effort == "none")
        log.clamped("reasoning_effort", "this model always thinks; it is asked to think little");
    if (effort == "none" || effort == "minimal") {
        if (model.hasMinimal())
            return "MINIMAL";
        if (effort == "minimal")
            log.clamped("reasoning_effort", "the lowest level here is low");
        return "LOW";
    }
    if (effort == "medium" && !model.hasMedium()) {
        log.clamped("reasoning_effort", "this model knows only low and high");
        return "HIGH";
    }
    if (effort == "low")
        return "LOW";
    return effort == "high" ? "HIGH" : "MEDIUM";
}

std::int64_t clampedBudget(std::int64_t wanted, const GeminiModel& model, TranslationLog& log) {
    const std::int64_t most = model.isPro() ? 32'768 : 24'576;
    const std::int64_t least = model.isPro() ? 128 : model.isLite() ? 512 : 1;
    if (wanted == 0 && !model.isPro())
        return 0;
    const std::int64_t budget = std::clamp(wanted, least, most);
    if (wanted == 0)
        log.clamped("thinking", "this model always thinks; it is asked to think little");
    else if (budget != wanted)
        log.clamped("thinking", "this model thinks with " + std::to_string(least) + " to " +
                                    std::to_string(most) + " tokens");
    return budget;
}

json::object thinkingOf(const ReasoningWish& wish, const GeminiModel& model, TranslationLog& log) {
    const bool off = wish.mode == ReasoningWish::Mode::Off || wish.effort == "none";
    json::object thinking;
    if (model.is25()) {
        if (off)
            thinking["thinkingBudget"] = clampedBudget(0, model, log);
        else if (wish.budget)
            thinking["thinkingBudget"] = clampedBudget(*wish.budget, model, log);
        else if (!wish.effort.empty())
            thinking["thinkingBudget"] =
                std::min<std::int64_t>(budgetOfEffort(wish.effort), model.isPro() ? 32'768 : 24'576);
        else
            thinking["thinkingBudget"] = -1; // as much as it finds right
    } else if (off) {
        thinking["thinkingLevel"] = levelOf("none", model, log);
    } else if (!wish.effort.empty() || wish.budget) {
        thinking["thinkingLevel"] =
            levelOf(wish.effort.empty() ? effortOfBudget(*wish.budget) : wish.effort, model, log);
    }
    if (!off)
        thinking["includeThoughts"] = true;
    return thinking;
}

void addThinking(json::object& config, const ChatRequest& request, const GeminiModel& model,
                 TranslationLog& log) {
    const ReasoningWish& wish = request.reasoning;
    if (wish.mode == ReasoningWish::Mode::Unset && wish.effort.empty() && !wish.budget)
        return;
    if (!model.old())
        config["thinkingConfig"] = thinkingOf(wish, model, log);
    else if (wish.mode != ReasoningWish::Mode::Off && wish.effort != "none")
        log.dropped("thinking", "this model does not reason");
}

/// A low detail is a resolution for the whole request here; the others are what Gemini does anyway.
void addResolution(json::object& config, const ChatRequest& request, TranslationLog& log) {
    std::size_t images = 0;
    std::size_t low = 0;
    for (const Message& message : request.messages) {
        for (const ContentPart& part : message.parts) {
            if (part.kind == ContentPart::Kind::Image) {
                ++images;
                low += part.detail == "low" ? 1U : 0U;
            }
        }
    }
    if (low == 0)
        return;
    if (low == images)
        config["mediaResolution"] = "MEDIA_RESOLUTION_LOW";
    else
        log.dropped("detail", "all images of a request have the same resolution");
}

} // namespace

json::object geminiConfig(const ChatRequest& request, const GeminiModel& model, json::object& body,
                          json::array& system, TranslationLog& log) {
    json::object config;
    addSampling(config, request, model, log);
    addOptional(config, "maxOutputTokens", request.maxTokens);
    addStops(config, request, log);
    addCandidates(config, request, model, log);
    addSeed(config, request, log);
    addPenalties(config, request, model, body, log);
    addLogprobs(config, request, log);
    addFormat(config, request, model, system, log);
    addThinking(config, request, model, log);
    addResolution(config, request, log);
    return config;
}

json::value notedGeminiSchema(const json::value& schema, const GeminiModel& model, const std::string& param,
                              TranslationLog& log) {
    std::set<std::string> lost;
    json::value taken =
        geminiSchema(schema, model.old() ? GeminiSchemaKind::OpenApi : GeminiSchemaKind::JsonSchema, lost);
    std::string words;
    for (const std::string& keyword : lost)
        words += (words.empty() ? "" : ", ") + keyword;
    if (!words.empty())
        log.dropped(param, "of the schema, Gemini does not take: " + words);
    return taken;
}

} // namespace tollgate
