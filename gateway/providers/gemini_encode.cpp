#include "gateway/providers/gemini_encode.h"

#include "gateway/providers/custom_tools.h"
#include "gateway/providers/encode_common.h"
#include "gateway/providers/gemini_calls.h"
#include "gateway/providers/gemini_config.h"
#include "gateway/providers/gemini_contents.h"
#include "gateway/wire/json_text.h"

#include <boost/json.hpp>

#include <algorithm>
#include <array>

namespace tollgate {

namespace json = boost::json;

namespace {

constexpr std::string_view kBatchStart = R"({"requests":)";

/// What Gemini runs itself under another name; empty: nothing of the kind.
std::string_view ownToolFor(std::string_view type) {
    if (type.starts_with("web_search"))
        return "googleSearch";
    if (type.starts_with("web_fetch"))
        return "urlContext";
    return type.starts_with("code_interpreter") || type.starts_with("code_execution") ? "codeExecution"
                                                                                      : std::string_view{};
}

json::object declaration(const ToolDefinition& tool, const std::string& at, const GeminiModel& model,
                         TranslationLog& log, ReplyHints& hints) {
    reportFreeText(tool, at, log);
    if (tool.strict.value_or(false))
        log.dropped(at + ".strict", "Gemini has no such parameter");
    if (tool.cache)
        log.dropped("cache_control", "Gemini caches by itself");
    json::object function;
    function["name"] = geminiToolName(tool.name, hints);
    function["description"] = tool.description; // required
    json::value schema = notedGeminiSchema(toolSchema(tool), model, at + ".parameters", log);
    // "For function with no parameters, this can be left unset"; an empty object is refused by older models.
    const json::value* properties =
        schema.is_object() ? schema.get_object().if_contains("properties") : nullptr;
    const bool isEmpty =
        schema.is_object() && schema.get_object().contains("type") &&
        (properties == nullptr || (properties->is_object() && properties->get_object().empty())) &&
        !schema.get_object().contains("anyOf") && !schema.get_object().contains("oneOf");
    if (!isEmpty)
        function[model.old() ? "parameters" : "parametersJsonSchema"] = std::move(schema);
    return function;
}

/// AUTO, ANY, NONE (ai.google.dev/gemini-api/docs/function-calling#function_calling_modes).
void addToolChoice(json::object& body, const ChatRequest& request, ReplyHints& hints) {
    json::object calling;
    switch (request.toolChoice.mode) {
    case ToolChoice::Mode::Unset:
        return;
    case ToolChoice::Mode::Auto:
        calling["mode"] = "AUTO";
        break;
    case ToolChoice::Mode::None:
        calling["mode"] = "NONE";
        break;
    case ToolChoice::Mode::Required:
        calling["mode"] = "ANY";
        break;
    case ToolChoice::Mode::Named: {
        calling["mode"] = "ANY";
        json::array names;
        names.emplace_back(geminiToolName(request.toolChoice.name, hints));
        calling["allowedFunctionNames"] = std::move(names);
        break;
    }
    }
    json::object config;
    config["functionCallingConfig"] = std::move(calling);
    body["toolConfig"] = std::move(config);
}

void addTools(json::object& body, const ChatRequest& request, const GeminiModel& model, TranslationLog& log,
              ReplyHints& hints) {
    json::array functions;
    json::array tools;
    const bool hasFunctions = std::ranges::any_of(
        request.tools, [](const ToolDefinition& tool) { return tool.kind != ToolDefinition::Kind::Server; });
    for (std::size_t i = 0; i < request.tools.size(); ++i) {
        const ToolDefinition& tool = request.tools[i];
        const std::string at = "tools[" + std::to_string(i) + "]";
        if (tool.kind != ToolDefinition::Kind::Server) {
            functions.push_back(declaration(tool, at, model, log, hints));
            continue;
        }
        const std::string_view own = ownToolFor(tool.name);
        if (own.empty() || model.old()) {
            log.unsupported(at, "\"" + tool.name + "\" is run by another provider");
        } else if (hasFunctions) { // "Tool use with function calling is unsupported"
            log.unsupported(at, "Gemini runs its own tools or calls functions, not both");
        } else {
            log.synthesised(at, "Gemini's own " + std::string(own) + " stands for it, without its options");
            json::object object;
            object[own] = json::object();
            tools.push_back(std::move(object));
        }
    }
    if (!functions.empty()) {
        json::object declared;
        declared["functionDeclarations"] = std::move(functions);
        tools.push_back(std::move(declared));
    }
    if (tools.empty())
        return;
    body["tools"] = std::move(tools);
    if (!hasFunctions)
        return;
    addToolChoice(body, request, hints);
    if (request.parallelToolCalls && !*request.parallelToolCalls)
        log.unsupported("parallel_tool_calls", "Gemini decides itself how many functions it calls");
}

/// ServiceTier of the same API: standard, flex, priority.
void addServiceTier(json::object& body, const ChatRequest& request, TranslationLog& log) {
    const std::string& tier = request.serviceTier;
    if (tier == "flex" || tier == "priority")
        body["serviceTier"] = tier;
    else if (!tier.empty() && tier != "auto" && tier != "default" && tier != "standard_only")
        log.dropped("service_tier", "Gemini has no tier of that name");
}

/// What is said the same way to generateContent and countTokens.
tl::expected<json::object, Error> conversation(const ChatRequest& request, const CallTarget& target,
                                               TranslationLog& log, ReplyHints& hints, bool counting) {
    const GeminiModel model(target.model);
    auto written = geminiContents(request, target, log, hints);
    if (!written)
        return tl::unexpected(std::move(written.error()));
    json::object body;
    if (counting)
        body["model"] = geminiResourceName(target.model);
    json::object passed;
    json::object config = geminiConfig(request, model, passed, written->system, log);
    if (model.isGemma() && !written->system.empty()) {
        log.synthesised("messages", "instructions are sent as the user's first words: Gemma takes no others");
        json::array& first = written->contents.front().get_object()["parts"].get_array();
        first.insert(first.begin(), written->system.begin(), written->system.end());
    } else if (!written->system.empty()) {
        json::object instruction;
        instruction["parts"] = std::move(written->system);
        body["systemInstruction"] = std::move(instruction);
    }
    body["contents"] = std::move(written->contents);
    addTools(body, request, model, log, hints);
    if (!config.empty())
        body["generationConfig"] = std::move(config);
    for (auto& member : passed)
        body[member.key()] = member.value();
    return body;
}

} // namespace

tl::expected<EncodedCall, Error> encodeGeminiChat(const ChatRequest& request, const CallTarget& target,
                                                  TranslationLog& log) {
    EncodedCall call;
    auto body = conversation(request, target, log, call.hints, false);
    if (!body)
        return tl::unexpected(std::move(body.error()));
    addServiceTier(*body, request, log);
    constexpr std::array<std::string_view, 4> kUnknown{"logit_bias", "verbosity", "user", "metadata"};
    reportUnsupported(*body, request, kUnknown, "Gemini", log);
    handleExtras(*body, request, log);
    reportPhases(request, log);
    call.body = toJsonText(*body);
    return call;
}

tl::expected<EncodedCall, Error> encodeGeminiTokenCount(const ChatRequest& request, const CallTarget& target,
                                                        TranslationLog& log) {
    EncodedCall call;
    auto inner = conversation(request, target, log, call.hints, true);
    if (!inner)
        return tl::unexpected(std::move(inner.error()));
    json::object body;
    body["generateContentRequest"] = *std::move(inner);
    handleExtras(body, request, log);
    call.body = toJsonText(body);
    return call;
}

tl::expected<EncodedCall, Error> encodeGeminiEmbeddings(const ChatRequest& request, const CallTarget& target,
                                                        TranslationLog& log) {
    const EmbeddingInput& input = request.embedding;
    if (!input.tokens.empty())
        return tl::unexpected(cannotSay("input", "token ids mean something only to the model they are of"));
    if (input.texts.empty())
        return tl::unexpected(cannotSay("input", "there is nothing to embed"));
    const auto one = [&](const std::string& text) {
        json::object part;
        part["text"] = text;
        json::array parts;
        parts.push_back(std::move(part));
        json::object content;
        content["parts"] = std::move(parts);
        json::object object;
        object["model"] = geminiResourceName(target.model);
        object["content"] = std::move(content);
        if (input.dimensions)
            object["outputDimensionality"] = *input.dimensions;
        return object;
    };
    json::object body;
    if (input.texts.size() == 1) {
        body = one(input.texts.front());
    } else {
        json::array requests;
        for (const std::string& text : input.texts)
            requests.push_back(one(text));
        body["requests"] = std::move(requests);
    }
    constexpr std::array<std::string_view, 1> kUnknown{"user"};
    reportUnsupported(body, request, kUnknown, "Gemini", log);
    handleExtras(body, request, log);
    EncodedCall call;
    call.body = toJsonText(body);
    return call;
}

bool isGeminiBatch(std::string_view body) {
    return body.starts_with(kBatchStart);
}

} // namespace tollgate
