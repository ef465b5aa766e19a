#include "gateway/providers/custom_tools.h"

#include "gateway/providers/openai_models.h"

#include <boost/json.hpp>

#include <utility>

namespace tollgate {

namespace json = boost::json;

namespace {

constexpr int kFirstVersion = 50;

const json::object* inside(const json::object* object, std::string_view name) {
    const json::value* found = object != nullptr ? object->if_contains(name) : nullptr;
    return found != nullptr ? found->if_object() : nullptr;
}

/// The caller's own words: {"custom":{…}} of Chat Completions, {"tool":{…}} of one that stood in a namespace,
/// or flat. Null: there are none.
const json::object* wordsOf(const ToolDefinition& tool) {
    const json::object* raw = tool.raw.if_object();
    for (const char* name : {"custom", "tool"}) {
        if (const json::object* inner = inside(raw, name))
            raw = inner;
    }
    return raw;
}

/// {"type":"grammar","syntax","definition"}; Chat Completions has all but the type in an object "grammar".
json::object flatFormat(const json::object& words) {
    const json::object* format = inside(&words, "format");
    if (format == nullptr)
        return {};
    const json::object* grammar = inside(format, "grammar");
    if (grammar == nullptr)
        return *format;
    json::object flat = *grammar;
    flat["type"] = "grammar";
    return flat;
}

json::object nestedFormat(json::object flat) {
    const json::value* type = flat.if_contains("type");
    if (type == nullptr || *type != "grammar")
        return flat;
    flat.stable_erase(flat.find("type"));
    json::object nested;
    nested["type"] = "grammar";
    nested["grammar"] = std::move(flat);
    return nested;
}

/// Name, description and format, without the type.
json::object described(const ToolDefinition& tool, const std::string& name, bool nested) {
    json::object object;
    object["name"] = name;
    const json::object* words = wordsOf(tool);
    if (words == nullptr)
        return object;
    const json::value* description = words->if_contains("description");
    if (description != nullptr && description->is_string())
        object["description"] = *description;
    if (json::object format = flatFormat(*words); !format.empty())
        object["format"] = nested ? nestedFormat(std::move(format)) : std::move(format);
    return object;
}

} // namespace

bool takesCustomToolsInChat(const CallTarget& target) {
    return target.provider.kind == ProviderKind::OpenAi &&
           openAiModelNamed(target.model).version >= kFirstVersion;
}

json::object customToolForChat(const ToolDefinition& tool, const std::string& name) {
    json::object object;
    object["type"] = "custom";
    object["custom"] = described(tool, name, true);
    return object;
}

json::object customToolForResponses(const ToolDefinition& tool, const std::string& name) {
    json::object object;
    object["type"] = "custom";
    for (auto& [key, value] : described(tool, name, false))
        object[key] = std::move(value);
    return object;
}

void reportFreeText(const ToolDefinition& tool, const std::string& at, TranslationLog& log) {
    if (tool.kind != ToolDefinition::Kind::Custom)
        return;
    log.synthesised(at, "a tool of free text is sent as a function of one text");
    const json::object* words = wordsOf(tool);
    const json::object format = words != nullptr ? flatFormat(*words) : json::object();
    if (const json::value* type = format.if_contains("type"); type != nullptr && *type == "grammar")
        log.dropped(at + ".format", "the model is told of the grammar, and not held to it");
}

std::set<std::string, std::less<>> customToolNames(const ChatRequest& request) {
    std::set<std::string, std::less<>> names;
    for (const ToolDefinition& tool : request.tools) {
        if (tool.kind == ToolDefinition::Kind::Custom)
            names.insert(tool.name);
    }
    return names;
}

std::string freeTextOf(const std::string& arguments) {
    boost::system::error_code failure;
    const json::value value = json::parse(arguments, failure);
    const json::value* input =
        !failure && value.is_object() ? value.get_object().if_contains("input") : nullptr;
    return input != nullptr && input->is_string() ? std::string(input->get_string()) : arguments;
}

std::string FreeTextArguments::add(std::string_view text) {
    std::string quoted = json::serialize(json::string_view(text));
    quoted.pop_back();
    return std::exchange(m_begun, true) ? quoted.substr(1) : "{\"input\":" + quoted;
}

std::string FreeTextArguments::end() const {
    return m_begun ? "\"}" : "{\"input\":\"\"}";
}

} // namespace tollgate
