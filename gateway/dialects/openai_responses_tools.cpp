#include "gateway/dialects/openai_responses_tools.h"

#include "gateway/dialects/free_text_tool.h"
#include "gateway/dialects/json_read.h"

#include <boost/json.hpp>

#include <algorithm>

namespace tollgate {

namespace json = boost::json;

namespace {

/// The tool's own name; not the flattened one.
std::string declaredName(const ToolDefinition& tool) {
    const json::object* raw = tool.raw.if_object();
    const json::object* inner = raw != nullptr ? objectOf(*raw, "tool") : nullptr;
    return inner != nullptr ? textOf(*inner, "name") : tool.name;
}

/// Kept in `raw` of a tool that came in a namespace, beside the tool itself; null: it did not.
const json::object* namespaceOf(const ToolDefinition& tool) {
    const json::object* raw = tool.raw.if_object();
    return raw != nullptr && raw->contains("tool") ? objectOf(*raw, "namespace") : nullptr;
}

bool isLocalShell(const ToolDefinition& tool) {
    const json::object* raw = tool.raw.if_object();
    return tool.kind == ToolDefinition::Kind::Function && raw != nullptr &&
           textOf(*raw, "type") == "local_shell";
}

/// The local_shell_call's action (…/responses/object, local_shell_call).
json::value localShellSchema() {
    return json::parse(R"({"type":"object","properties":{)"
                       R"("command":{"type":"array","items":{"type":"string"},)"
                       R"("description":"The command and its arguments."},)"
                       R"("env":{"type":"object","additionalProperties":{"type":"string"}},)"
                       R"("timeout_ms":{"type":"integer"},"working_directory":{"type":"string"}},)"
                       R"("required":["command"]})");
}

ToolDefinition toolOf(const json::object& object) {
    ToolDefinition tool;
    const std::string type = textOf(object, "type");
    tool.name = textOf(object, "name");
    tool.description = textOf(object, "description");
    if (type == "function") {
        if (const json::value* schema = valueOf(object, "parameters"))
            tool.schema = *schema;
        tool.strict = boolOf(object, "strict");
    } else if (type == "custom") {
        tool.kind = ToolDefinition::Kind::Custom;
        tool.description = withGrammar(object);
        tool.raw = object;
    } else if (type == "local_shell") { // the caller runs it, as any function
        tool.name = type;
        tool.description = "Runs a command on the user's machine and returns its output.";
        tool.schema = localShellSchema();
        tool.raw = object;
    } else {
        tool.kind = ToolDefinition::Kind::Server;
        tool.name = type;
        tool.raw = object;
    }
    return tool;
}

void readNamespace(const json::object& object, std::vector<ToolDefinition>& known) {
    const json::array* members = arrayOf(object, "tools");
    const std::string name = textOf(object, "name");
    json::object about;
    about["name"] = name;
    about["description"] = textOf(object, "description");
    for (const json::value& one : members != nullptr ? *members : json::array()) {
        const json::object* member = one.if_object();
        if (member == nullptr)
            continue;
        ToolDefinition tool = toolOf(*member);
        tool.name = flatToolName(name, tool.name);
        json::object raw;
        raw["namespace"] = about;
        raw["tool"] = *member;
        tool.raw = std::move(raw);
        known.push_back(std::move(tool));
    }
}

bool isAllowed(const ToolDefinition& tool, const json::array& allowed) {
    return std::ranges::any_of(allowed, [&](const json::value& one) {
        const json::object* object = one.if_object();
        if (object == nullptr)
            return false;
        const std::string name = textOf(*object, "name");
        if (tool.kind == ToolDefinition::Kind::Server || isLocalShell(tool))
            return textOf(*object, "type") == tool.name;
        const json::object* space = namespaceOf(tool);
        return name == tool.name || name == declaredName(tool) ||
               (space != nullptr && textOf(*object, "type") == "namespace" && name == textOf(*space, "name"));
    });
}

json::object echoedFunction(const ToolDefinition& tool) {
    json::object object;
    object["type"] = "function";
    object["name"] = tool.name;
    object["description"] = tool.description.empty() ? json::value(nullptr) : json::value(tool.description);
    object["parameters"] = tool.schema;
    object["strict"] = tool.strict ? json::value(*tool.strict) : json::value(nullptr);
    return object;
}

} // namespace

std::string flatToolName(std::string_view nameSpace, std::string_view name) {
    std::string flat(nameSpace);
    if (!flat.empty() && !flat.ends_with("__"))
        flat += "__";
    return flat.append(name);
}

void readResponsesTools(const json::array& tools, std::vector<ToolDefinition>& known) {
    for (const json::value& one : tools) {
        const json::object* object = one.if_object();
        if (object == nullptr)
            continue;
        if (textOf(*object, "type") == "namespace")
            readNamespace(*object, known);
        else
            known.push_back(toolOf(*object));
    }
}

void readResponsesToolChoice(const json::value& choice, ChatRequest& request) {
    using Mode = ToolChoice::Mode;
    const auto modeOf = [](std::string_view mode) {
        return mode == "none" ? Mode::None : mode == "required" ? Mode::Required : Mode::Auto;
    };
    if (choice.is_string()) {
        request.toolChoice.mode = modeOf(std::string_view(choice.get_string()));
        return;
    }
    const json::object* object = choice.if_object();
    if (object == nullptr)
        return;
    const std::string type = textOf(*object, "type");
    if (type == "allowed_tools") {
        request.toolChoice.mode = modeOf(textOf(*object, "mode"));
        if (const json::array* allowed = arrayOf(*object, "tools"))
            std::erase_if(request.tools,
                          [&](const ToolDefinition& tool) { return !isAllowed(tool, *allowed); });
        return;
    }
    request.toolChoice.mode = Mode::Named;
    const bool named = type == "function" || type == "custom";
    request.toolChoice.name =
        named ? flatToolName(textOf(*object, "namespace"), textOf(*object, "name")) : type;
}

json::array echoedTools(const ChatRequest& request) {
    json::array tools;
    for (const ToolDefinition& tool : request.tools) {
        const json::object* space = namespaceOf(tool);
        if (space == nullptr) {
            tools.push_back(tool.raw.is_object() ? tool.raw : json::value(echoedFunction(tool)));
            continue;
        }
        const bool goesOn = !tools.empty() && tools.back().at("type") == "namespace" &&
                            tools.back().at("name") == space->at("name");
        if (!goesOn) {
            json::object object;
            object["type"] = "namespace";
            object["name"] = space->at("name");
            object["description"] = space->at("description");
            object["tools"] = json::array();
            tools.push_back(std::move(object));
        }
        tools.back().at("tools").as_array().push_back(tool.raw.at("tool"));
    }
    return tools;
}

json::value echoedToolChoice(const ChatRequest& request) {
    switch (request.toolChoice.mode) {
    case ToolChoice::Mode::Unset:
    case ToolChoice::Mode::Auto:
        break;
    case ToolChoice::Mode::None:
        return "none";
    case ToolChoice::Mode::Required:
        return "required";
    case ToolChoice::Mode::Named: {
        json::object choice;
        const auto tool = std::ranges::find(request.tools, request.toolChoice.name, &ToolDefinition::name);
        const bool known = tool != request.tools.end();
        if (known && tool->kind == ToolDefinition::Kind::Server) {
            choice["type"] = request.toolChoice.name;
            return choice;
        }
        choice["type"] = known && tool->kind == ToolDefinition::Kind::Custom ? "custom" : "function";
        choice["name"] = known ? declaredName(*tool) : request.toolChoice.name;
        return choice;
    }
    }
    return "auto";
}

CallerTools::CallerTools(const ChatRequest& request) {
    for (const ToolDefinition& tool : request.tools) {
        const json::object* space = namespaceOf(tool);
        CallerTool::Kind kind = CallerTool::Kind::Function;
        if (tool.kind == ToolDefinition::Kind::Custom)
            kind = CallerTool::Kind::Custom;
        else if (isLocalShell(tool))
            kind = CallerTool::Kind::LocalShell;
        if (space != nullptr || kind != CallerTool::Kind::Function)
            m_tools[tool.name] = {kind, declaredName(tool),
                                  space != nullptr ? textOf(*space, "name") : std::string()};
    }
}

CallerTool CallerTools::find(std::string_view flatName) const {
    const auto found = m_tools.find(flatName);
    return found != m_tools.end() ? found->second
                                  : CallerTool{CallerTool::Kind::Function, std::string(flatName), {}};
}

} // namespace tollgate
