#include "gateway/providers/encode_common.h"

#include <boost/json.hpp>

#include <algorithm>
#include <array>

namespace tollgate {

namespace json = boost::json;

namespace {

/// They steer bookkeeping and caching, not the answer.
constexpr std::array<std::string_view, 9> kHints{"context_management",
                                                 "store",
                                                 "metadata",
                                                 "prompt_cache_key",
                                                 "prompt_cache_retention",
                                                 "safety_identifier",
                                                 "client_metadata",
                                                 "stream_options",
                                                 "betas"};

json::value valueOfParam(const ChatRequest& request, std::string_view name) {
    const auto number = [](const auto& value) { return value ? json::value(*value) : json::value(nullptr); };
    const auto text = [](const std::string& value) {
        return value.empty() ? json::value(nullptr) : json::value(value);
    };
    if (name == "seed")
        return number(request.seed);
    if (name == "n")
        return request.n.value_or(1) > 1 ? json::value(*request.n) : json::value(nullptr);
    if (name == "logprobs")
        return request.logprobs.value_or(false) ? json::value(true) : json::value(nullptr);
    if (name == "top_logprobs")
        return number(request.topLogprobs);
    if (name == "logit_bias")
        return request.logitBias;
    if (name == "presence_penalty")
        return request.presencePenalty.value_or(0) != 0 ? number(request.presencePenalty)
                                                        : json::value(nullptr);
    if (name == "frequency_penalty")
        return request.frequencyPenalty.value_or(0) != 0 ? number(request.frequencyPenalty)
                                                         : json::value(nullptr);
    if (name == "top_k")
        return number(request.topK);
    if (name == "service_tier")
        return text(request.serviceTier == "auto" ? std::string() : request.serviceTier);
    if (name == "verbosity")
        return text(request.verbosity);
    if (name == "user")
        return text(request.user);
    if (name == "metadata")
        return request.metadata;
    if (name == "parallel_tool_calls")
        return number(request.parallelToolCalls);
    return nullptr;
}

std::uint64_t fnv1a(std::string_view text) {
    std::uint64_t hash = 0xcbf29ce484222325U;
    for (const char c : text) {
        hash ^= static_cast<unsigned char>(c);
        hash *= 0x100000001b3U;
    }
    return hash;
}

bool isSafe(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
}

} // namespace

void handleExtras(json::object& body, const ChatRequest& request, TranslationLog& log) {
    for (const ExtraParam& extra : request.extras)
        handleExtra(body, extra, log);
    reportBetas(request, log);
}

void reportBetas(const ChatRequest& request, TranslationLog& log) {
    if (!request.betas.empty())
        log.dropped("anthropic-beta", "this model knows none of Anthropic's betas");
}

void reportPhases(const ChatRequest& request, TranslationLog& log) {
    const bool any = std::ranges::any_of(request.messages, [](const Message& message) {
        return std::ranges::any_of(message.parts,
                                   [](const ContentPart& part) { return part.phase != Phase::Unsaid; });
    });
    if (any)
        log.dropped("phase", "this API does not tell comments of the model from its answer");
}

void handleExtra(json::object& body, const ExtraParam& extra, TranslationLog& log) {
    // A name with a path is a detail of something that was sent; there is no place to pass it on to.
    if (std::ranges::find(kHints, extra.name) != kHints.end() ||
        extra.name.find_first_of(".[") != std::string::npos)
        log.dropped(extra.name, "this provider has no such parameter");
    else
        log.unsupported(body, extra.name, extra.value, "this provider has no such parameter");
}

void reportUnsupported(json::object& body, const ChatRequest& request,
                       std::span<const std::string_view> names, std::string_view who, TranslationLog& log) {
    for (const std::string_view name : names) {
        json::value value = valueOfParam(request, name);
        if (value.is_null())
            continue;
        std::string reason = std::string(who) + " has no such parameter";
        if (name == "user" || name == "metadata" || name == "service_tier")
            log.dropped(std::string(name), std::move(reason));
        else
            log.unsupported(body, name, std::move(value), std::move(reason));
    }
}

json::object toolSchema(const ToolDefinition& tool) {
    if (tool.kind == ToolDefinition::Kind::Custom) {
        json::object input{{"type", "string"}};
        json::object properties;
        properties["input"] = std::move(input);
        json::object schema{{"type", "object"}};
        schema["properties"] = std::move(properties);
        schema["required"] = json::array{"input"};
        return schema;
    }
    json::object schema = tool.schema.is_object() ? tool.schema.get_object() : json::object();
    // Arguments are an object or nothing; several APIs take no list of types here.
    const json::array* types = schema.contains("type") ? schema["type"].if_array() : nullptr;
    const bool mayBeObject = types != nullptr && std::ranges::find(*types, "object") != types->end();
    if (!schema.contains("type") || mayBeObject)
        schema["type"] = "object";
    if (schema["type"] == "object" && !schema.contains("properties"))
        schema["properties"] = json::object();
    return schema;
}

std::string safeIdentifier(std::string_view text, std::size_t longest) {
    if (!text.empty() && text.size() <= longest && std::ranges::all_of(text, isSafe))
        return std::string(text);
    constexpr std::size_t kTail = 9; // an underscore and eight digits
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string safe(text.substr(0, longest - std::min(longest, kTail)));
    std::ranges::replace_if(
        safe, [](char c) { return !isSafe(c); }, '_');
    safe += '_';
    std::uint64_t hash = fnv1a(text);
    for (int i = 0; i < 8; ++i, hash >>= 4U)
        safe += kDigits[hash & 0xFU];
    return safe;
}

std::string sentToolName(std::string_view name, std::size_t longest, ReplyHints& hints) {
    std::string sent = safeIdentifier(name, longest);
    if (sent != name && std::ranges::find(hints.toolNames, sent, [](const auto& pair) {
                            return pair.first;
                        }) == hints.toolNames.end())
        hints.toolNames.emplace_back(sent, std::string(name));
    return sent;
}

std::string callersToolName(std::string_view sent, const ReplyHints& hints) {
    for (const auto& [changed, original] : hints.toolNames) {
        if (changed == sent)
            return original;
    }
    return std::string(sent);
}

Error cannotSay(std::string param, std::string reason) {
    Error error;
    error.code = ErrorCode::InvalidRequest;
    error.message = param + " cannot be sent to this model: " + std::move(reason);
    error.param = std::move(param);
    return error;
}

std::string effortOfBudget(std::int64_t tokens) {
    if (tokens < 4'096)
        return "low";
    return tokens < 16'384 ? "medium" : "high";
}

std::int64_t budgetOfEffort(std::string_view effort) {
    if (effort == "none")
        return 0;
    if (effort == "minimal")
        return 1'024;
    if (effort == "low")
        return 2'048;
    if (effort == "high")
        return 16'384;
    return effort == "xhigh" || effort == "max" ? 32'768 : 8'192;
}

} // namespace tollgate
