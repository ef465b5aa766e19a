#include "gateway/dialects/openai_responses_decode.h"

#include "gateway/dialects/field_checks.h"
#include "gateway/dialects/json_read.h"
#include "gateway/dialects/openai_responses_items.h"
#include "gateway/dialects/openai_responses_store.h"
#include "gateway/dialects/openai_responses_tools.h"

#include <boost/json.hpp>

#include <algorithm>
#include <array>

namespace tollgate {

namespace json = boost::json;

namespace {

/// Every member that has a place in ChatRequest, or that the gateway itself obeys.
constexpr std::array<std::string_view, 23> kKnown{"model",
                                                  "input",
                                                  "instructions",
                                                  "tools",
                                                  "tool_choice",
                                                  "parallel_tool_calls",
                                                  "max_output_tokens",
                                                  "temperature",
                                                  "top_p",
                                                  "top_logprobs",
                                                  "text",
                                                  "reasoning",
                                                  "include",
                                                  "service_tier",
                                                  "user",
                                                  "metadata",
                                                  "truncation",
                                                  "stream",
                                                  "store",
                                                  "previous_response_id",
                                                  "background",
                                                  "conversation",
                                                  "stop"};

/// {"format":{"type","name","schema","strict"},"verbosity"}: flat, unlike Chat Completions.
void readText(const json::object& root, ChatRequest& request) {
    const json::object* text = objectOf(root, "text");
    if (text == nullptr)
        return;
    request.verbosity = textOf(*text, "verbosity");
    const json::object* format = objectOf(*text, "format");
    if (format == nullptr)
        return;
    const std::string type = textOf(*format, "type");
    if (type == "json_object")
        request.format.kind = ResponseFormat::Kind::JsonObject;
    if (type != "json_schema")
        return;
    request.format.kind = ResponseFormat::Kind::JsonSchema;
    request.format.name = textOf(*format, "name");
    request.format.description = textOf(*format, "description");
    if (const json::value* schema = valueOf(*format, "schema"))
        request.format.schema = *schema;
    request.format.strict = boolOf(*format, "strict");
}

void readReasoningWish(const json::object& root, ChatRequest& request) {
    const json::object* wish = objectOf(root, "reasoning");
    if (wish == nullptr)
        return;
    request.reasoning.effort = textOf(*wish, "effort");
    request.reasoning.summary = textOf(*wish, "summary");
    if (request.reasoning.summary.empty())
        request.reasoning.summary = textOf(*wish, "generate_summary"); // its older name
    if (!request.reasoning.effort.empty())
        request.reasoning.mode =
            request.reasoning.effort == "none" ? ReasoningWish::Mode::Off : ReasoningWish::Mode::On;
}

/// What else may be shown of the reply. Results of tools that OpenAI runs are nobody else's to show.
void readInclude(const json::object& root, ChatRequest& request) {
    const json::array* include = arrayOf(root, "include");
    json::array others;
    for (const json::value& one : include != nullptr ? *include : json::array()) {
        if (one == "reasoning.encrypted_content")
            request.reasoning.wantsEncrypted = true;
        else if (one == "message.output_text.logprobs")
            request.logprobs = true;
        else if (one.is_string())
            others.push_back(one);
    }
    if (!others.empty())
        request.extras.push_back({"include", std::move(others)});
}

void readSampling(const json::object& root, ChatRequest& request) {
    request.maxTokens = integerOf(root, "max_output_tokens");
    request.temperature = numberOf(root, "temperature");
    request.topP = numberOf(root, "top_p");
    request.topLogprobs = integerOf(root, "top_logprobs");
    if (request.topLogprobs.value_or(0) > 0)
        request.logprobs = true;
    else
        request.topLogprobs.reset();
    request.parallelToolCalls = boolOf(root, "parallel_tool_calls");
    request.serviceTier = textOf(root, "service_tier");
    request.user = textOf(root, "user");
    request.stream = boolOf(root, "stream").value_or(false);
    if (const json::value* metadata = valueOf(root, "metadata"))
        request.metadata = *metadata;
    // Not OpenAI's, but several servers of this API have it.
    if (const json::value* stop = valueOf(root, "stop")) {
        if (stop->is_string())
            request.stop.emplace_back(stop->get_string());
        const json::array* list = stop->if_array();
        for (const json::value& one : list != nullptr ? *list : json::array()) {
            if (one.is_string())
                request.stop.emplace_back(one.get_string());
        }
    }
}

void readExtras(const json::object& root, ChatRequest& request) {
    if (textOf(root, "truncation") == "auto") // "disabled" is what every other provider does anyway
        request.extras.push_back({"truncation", "auto"});
    for (const auto& [name, value] : root) {
        if (std::ranges::find(kKnown, std::string_view(name)) == kKnown.end() && !value.is_null())
            request.extras.push_back({std::string(name), value});
    }
}

tl::expected<void, Error> readInput(const json::object& root, ChatRequest& request) {
    if (std::string instructions = textOf(root, "instructions"); !instructions.empty()) {
        Message& message = request.messages.emplace_back();
        message.role = Role::System;
        message.parts.emplace_back().text = std::move(instructions);
    }
    const json::value* input = valueOf(root, "input");
    if (input == nullptr)
        return {};
    if (input->is_string()) {
        request.messages.emplace_back().parts.emplace_back().text = input->get_string();
    } else if (const json::array* items = input->if_array()) {
        auto decoded = decodeResponsesItems(*items);
        if (!decoded)
            return tl::unexpected(std::move(decoded.error()));
        std::ranges::move(decoded->messages, std::back_inserter(request.messages));
        std::ranges::move(decoded->tools, std::back_inserter(request.tools));
    }
    return {};
}

} // namespace

tl::expected<ChatRequest, Error> decodeOpenAiResponses(std::string_view body) {
    const auto root = parseObject(body);
    if (!root)
        return tl::unexpected(root.error());
    // What must be said and cannot: a conversation nobody looked up, a prompt that OpenAI keeps.
    if (const std::string previous = textOf(*root, "previous_response_id"); !previous.empty())
        return tl::unexpected(unknownPreviousResponse(previous));
    if (valueOf(*root, "prompt") != nullptr)
        return tl::unexpected(invalidField(
            "prompt", "Prompts kept at OpenAI cannot be used with this model; send their text."));
    ChatRequest request;
    request.model = textOf(*root, "model");
    if (const json::array* tools = arrayOf(*root, "tools"))
        readResponsesTools(*tools, request.tools);
    if (auto read = readInput(*root, request); !read)
        return tl::unexpected(std::move(read.error()));
    if (const json::value* choice = valueOf(*root, "tool_choice"))
        readResponsesToolChoice(*choice, request);
    readSampling(*root, request);
    readText(*root, request);
    readReasoningWish(*root, request);
    readInclude(*root, request);
    readExtras(*root, request);
    return request;
}

} // namespace tollgate
