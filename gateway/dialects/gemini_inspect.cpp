#include "gateway/dialects/gemini_inspect.h"

#include "gateway/dialects/field_checks.h"
#include "gateway/dialects/gemini_path.h"

#include <array>

namespace tollgate {

namespace {

using simdjson::SUCCESS;
using simdjson::dom::element;

constexpr std::int64_t kMostCandidates = 8;

tl::unexpected<Error> refused(std::string param, std::string message) {
    return tl::unexpected(invalidField(std::move(param), std::move(message)));
}

/// By either of its two names; false when absent or null.
bool given(element object, const char* camelName, element& value) {
    if (object[camelName].get(value) != SUCCESS && object[geminiSnakeName(camelName)].get(value) != SUCCESS)
        return false;
    return !value.is_null();
}

std::string_view textOf(element object, const char* camelName) {
    element value;
    std::string_view text;
    return given(object, camelName, value) && value.get(text) == SUCCESS ? text : std::string_view{};
}

Check checkData(element data, const std::string& at, RequestEnvelope& envelope) {
    const std::string_view type = textOf(data, "mimeType");
    const std::size_t bytes = textOf(data, "data").size();
    if (type.empty() || bytes == 0)
        return refused(at, at + " needs a mimeType and data.");
    if (type.starts_with("image/")) {
        envelope.hasImages = true;
        ++envelope.attached.images;
    } else if (type.starts_with("audio/")) {
        envelope.hasAudio = true;
        envelope.attached.soundBytes += bytes;
    } else {
        ++envelope.attached.documents;
        envelope.attached.documentBytes += bytes;
    }
    return {};
}

Check checkFile(element file, const std::string& at, RequestEnvelope& envelope) {
    if (textOf(file, "fileUri").empty())
        return refused(at + ".fileUri", at + " needs a fileUri.");
    const std::string_view type = textOf(file, "mimeType");
    envelope.hasImages = envelope.hasImages || type.starts_with("image/");
    envelope.hasAudio = envelope.hasAudio || type.starts_with("audio/");
    ++envelope.attached.images;
    return {};
}

/// Everything in a part is one of the members of a union; what has no name here is only weighed.
Check checkPart(element part, const std::string& at, RequestEnvelope& envelope) {
    if (!part.is_object())
        return refused(at, at + " must be an object.");
    element value;
    if (given(part, "text", value)) {
        std::string_view text;
        if (value.get(text) != SUCCESS)
            return refused(at + ".text", at + ".text must be a string.");
        envelope.promptBytes += text.size();
        return {};
    }
    if (given(part, "inlineData", value))
        return checkData(value, at + ".inlineData", envelope);
    if (given(part, "fileData", value))
        return checkFile(value, at + ".fileData", envelope);
    for (const char* name : {"functionCall", "functionResponse"}) {
        if (given(part, name, value) && textOf(value, "name").empty())
            return refused(at + "." + name + ".name", at + "." + name + " needs a name.");
    }
    envelope.promptBytes += textBytes(part);
    return {};
}

Check checkContent(element content, const std::string& at, RequestEnvelope& envelope) {
    element role;
    element parts;
    if (!content.is_object())
        return refused(at, at + " must be an object.");
    if (given(content, "role", role)) {
        const std::string_view name = textOf(content, "role");
        if (name != "user" && name != "model" && name != "function" && name != "system")
            return refused(at + ".role", at + ".role must be user or model.");
    }
    simdjson::dom::array all;
    if (!given(content, "parts", parts))
        return refused(at + ".parts", at + " needs parts.");
    if (parts.is_object()) // of a repeated field the one value is taken, too
        return checkPart(parts, at + ".parts", envelope);
    if (parts.get(all) != SUCCESS)
        return refused(at + ".parts", at + ".parts must be an array.");
    std::size_t index = 0;
    for (element part : all) {
        if (auto fine = checkPart(part, at + ".parts[" + std::to_string(index++) + "]", envelope); !fine)
            return fine;
    }
    return {};
}

Check checkContents(element root, RequestEnvelope& envelope) {
    element contents;
    if (!given(root, "contents", contents))
        return refused("contents", "contents is required.");
    if (contents.is_object())
        return checkContent(contents, "contents", envelope);
    simdjson::dom::array all;
    if (contents.get(all) != SUCCESS || all.size() == 0)
        return refused("contents", "contents must be an array that is not empty.");
    std::size_t index = 0;
    for (element content : all) {
        if (auto fine = checkContent(content, "contents[" + std::to_string(index++) + "]", envelope); !fine)
            return fine;
    }
    return {};
}

Check checkSystem(element root, RequestEnvelope& envelope) {
    element system;
    if (!given(root, "systemInstruction", system))
        return {};
    if (system.is_string()) { // what older SDKs send
        envelope.promptBytes += textBytes(system);
        return {};
    }
    return checkContent(system, "systemInstruction", envelope);
}

Check checkTools(element root, RequestEnvelope& envelope) {
    element tools;
    if (!given(root, "tools", tools))
        return {};
    simdjson::dom::array all;
    if (tools.get(all) != SUCCESS)
        return refused("tools", "tools must be an array.");
    std::size_t index = 0;
    for (element tool : all) {
        if (!tool.is_object())
            return refused("tools[" + std::to_string(index) + "]", "Each of tools must be an object.");
        ++index;
    }
    envelope.hasTools = index > 0;
    envelope.promptBytes += textBytes(tools);
    return {};
}

/// `name` names it in messages; the config may use either spelling.
Check checkNumberOf(element config, const char* name, double lowest, double highest) {
    if (config[name].error() == SUCCESS)
        return checkNumber(config, name, lowest, highest);
    return checkNumber(config, geminiSnakeName(name).c_str(), lowest, highest);
}

Check within(Check fine) {
    if (!fine)
        fine.error().param.insert(0, "generationConfig.");
    return fine;
}

Check checkConfig(element root, RequestEnvelope& envelope) {
    element config;
    if (!given(root, "generationConfig", config))
        return {};
    if (!config.is_object())
        return refused("generationConfig", "generationConfig must be an object.");
    for (const char* name : {"maxOutputTokens", "max_output_tokens"}) {
        if (auto fine = readMaxTokens(config, name, envelope); !fine)
            return within(std::move(fine));
    }
    if (auto fine = checkNumberOf(config, "temperature", 0, 2); !fine)
        return within(std::move(fine));
    if (auto fine = checkNumberOf(config, "topP", 0, 1); !fine)
        return within(std::move(fine));
    if (auto fine = checkNumberOf(config, "candidateCount", 1, kMostCandidates); !fine)
        return within(std::move(fine));
    element value;
    if (given(config, "candidateCount", value) && value.get(envelope.choices) != SUCCESS)
        return refused("generationConfig.candidateCount", "candidateCount must be a whole number.");
    for (const char* name : {"responseSchema", "responseJsonSchema"}) {
        if (given(config, name, value))
            envelope.promptBytes += textBytes(value);
    }
    return {};
}

/// Members that the gateway acts on.
constexpr std::array<std::string_view, 8> kActedOn{
    "contents",           "systemInstruction", "tools",      "generationConfig",
    "system_instruction", "generation_config", "toolConfig", "tool_config"};

Check locate(std::string_view body, RequestEnvelope& envelope) {
    envelope.objectStart = body.find('{') + 1;
    bool camel = false;
    bool snake = false;
    auto located = locateMembers(body, kActedOn, [&](std::string_view key, BodySpan place) {
        if (key == "systemInstruction" || key == "system_instruction") {
            (key == "systemInstruction" ? camel : snake) = true;
            envelope.systemValue = place;
        }
    });
    if (located && camel && snake)
        return refused("systemInstruction", "systemInstruction is there twice.");
    return located;
}

} // namespace

tl::expected<RequestEnvelope, Error> inspectGemini(const HttpRequest& request) {
    const auto body = parseBody(request.body);
    if (!body)
        return tl::unexpected(body.error());
    const auto path = geminiPath(request.path);
    RequestEnvelope envelope;
    envelope.model = path ? path->model : std::string();
    envelope.stream = path && path->method == "streamGenerateContent" && !geminiWantsArray(request);
    envelope.wantsArray = geminiWantsArray(request);
    element root = *body;
    if (element whole;
        path && path->method == "countTokens" && given(root, "generateContentRequest", whole)) {
        if (!whole.is_object())
            return refused("generateContentRequest", "generateContentRequest must be an object.");
        root = whole;
    }
    for (const auto& step : {checkContents, checkSystem, checkTools, checkConfig}) {
        if (auto fine = step(root, envelope); !fine)
            return tl::unexpected(std::move(fine.error()));
    }
    if (auto fine = locate(request.body, envelope); !fine)
        return tl::unexpected(std::move(fine.error()));
    return envelope;
}

} // namespace tollgate
