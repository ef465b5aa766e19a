// New versions of a prompt, what a version says with its variables filled in, and prompts.yaml in and out.
#include "gateway/admin/admin_core.h"
#include "gateway/admin/config_document.h"
#include "gateway/admin/config_text.h"
#include "gateway/admin/prompt_import.h"
#include "gateway/config/codec_parts.h"
#include "gateway/prompts/prompt_template.h"

namespace tollgate {

namespace {

Outcome<Prompt> promptOf(const AdminCore& core, const Call& call) {
    const SnapshotPtr world = core.world();
    const std::string& name = call.param("name");
    const auto* prompt = ConfigSnapshot::find(world->prompts, name);
    if (prompt == nullptr)
        return tl::unexpected(notFound("there is no prompt " + name));
    return *prompt;
}

std::optional<ApiError> templateFault(const PromptVersion& version) {
    if (auto mistake = templateMistake(version.system))
        return invalid("system", "is no template: " + *mistake);
    if (auto mistake = templateMistake(version.templateText))
        return invalid("template", "is no template: " + *mistake);
    return std::nullopt;
}

Outcome<AdminResponse> addVersion(AdminCore& core, const Call& call) {
    auto prompt = promptOf(core, call);
    const auto body = prompt ? bodyObject(call.request) : Outcome<boost::json::object>();
    if (!prompt || !body)
        return tl::unexpected(prompt ? body.error() : prompt.error());
    auto version = promptVersionFromJson(*body);
    if (!version)
        return tl::unexpected(invalid(version.error()));
    if (auto fault = templateFault(*version))
        return tl::unexpected(*std::move(fault));
    if (version->version.empty())
        version->version = nextVersion(*prompt);
    else if (findVersion(*prompt, version->version) != nullptr)
        return tl::unexpected(conflict("version " + version->version + " is there already", "version"));
    version->createdAtMs = core.context().clock.unixMs();
    prompt->versions.push_back(*version);

    const boost::json::object document = toJson(*prompt);
    const auto stored = core.write(core.type(ResourceKind::Prompt), {document, prompt->name},
                                   call.request.actor, "add_version");
    if (!stored)
        return tl::unexpected(stored.error());
    return jsonResponse(201, toJson(*version));
}

boost::json::array variablesJson(const PromptVersion& version) {
    boost::json::array list;
    for (const TemplateVariable& variable : promptVariables(version)) {
        boost::json::object one;
        one["name"] = variable.name;
        one["section"] = variable.section;
        one["required"] = variable.required;
        list.push_back(std::move(one));
    }
    return list;
}

boost::json::object renderedJson(const PromptVersion& version, const RenderedPrompt& rendered) {
    boost::json::array messages;
    const auto say = [&messages](std::string_view role, const std::string& content) {
        boost::json::object message;
        message["role"] = role;
        message["content"] = content;
        messages.push_back(std::move(message));
    };
    if (!rendered.system.empty())
        say("system", rendered.system);
    if (!rendered.user.empty() || rendered.system.empty())
        say("user", rendered.user);
    return {{"version", textOrNull(version.version)},       {"messages", std::move(messages)},
            {"model", valueOrNull(version.model)},          {"temperature", valueOrNull(version.temperature)},
            {"max_tokens", valueOrNull(version.maxTokens)}, {"hash", version.hash},
            {"variables", variablesJson(version)}};
}

Outcome<AdminResponse> render(const AdminCore& core, const Call& call) {
    const auto prompt = promptOf(core, call);
    const auto body = prompt ? bodyObject(call.request, true) : Outcome<boost::json::object>();
    if (!prompt || !body)
        return tl::unexpected(prompt ? body.error() : prompt.error());
    struct Wanted {
        std::string version;
        boost::json::object variables;
    } wanted;
    FieldReader in(*body);
    in.text("version", wanted.version, {false, 32, nullptr});
    in.object("variables", wanted.variables);
    const auto read = in.finish(wanted);
    if (!read)
        return tl::unexpected(invalid(read.error()));
    const PromptVersion* version =
        findVersion(*prompt, read->version.empty() ? prompt->defaultVersion : read->version);
    if (version == nullptr)
        return tl::unexpected(invalid("version", "names no version of this prompt"));
    const auto rendered = renderComplete(*prompt, *version, read->variables);
    if (!rendered)
        return tl::unexpected(invalid(rendered.error()));
    return jsonResponse(200, renderedJson(*version, *rendered));
}

/// What is not stored yet: what is missing is said beside the text, not instead of it.
Outcome<AdminResponse> renderDraft(const Call& call) {
    auto body = bodyObject(call.request);
    if (!body)
        return tl::unexpected(body.error());
    boost::json::object variables;
    if (const auto* given = body->if_contains("variables"); given != nullptr && !given->is_null()) {
        if (!given->is_object())
            return tl::unexpected(invalid("variables", "must be an object"));
        variables = given->get_object();
    }
    body->erase("variables");
    const auto version = promptVersionFromJson(*body);
    if (!version)
        return tl::unexpected(invalid(version.error()));
    if (auto fault = templateFault(*version))
        return tl::unexpected(*std::move(fault));
    const auto rendered = renderPrompt(*version, variables);
    if (!rendered)
        return tl::unexpected(invalid(rendered.error()));
    boost::json::object answer = renderedJson(*version, *rendered);
    answer["missing"] = toJsonList(rendered->mistakes.missing);
    answer["not_text"] = toJsonList(rendered->mistakes.notText);
    answer["unknown"] = toJsonList(rendered->mistakes.unknown);
    return jsonResponse(200, answer);
}

Outcome<AdminResponse> exportFile(const AdminCore& core, const Call& call) {
    const std::string format = call.query.value("format");
    const std::vector<PromptFileEntry> entries = promptFileOf(*core.world());
    if (format == "json")
        return jsonResponse(200, promptFileJson(entries));
    if (!format.empty() && format != "yaml")
        return tl::unexpected(invalid("format", "must be yaml or json"));
    return AdminResponse{200, "application/yaml", writePromptFile(entries)};
}

Outcome<boost::json::object> fileIn(const AdminRequest& request) {
    auto document = configDocumentOf(request);
    if (document && document->size() == 1 && document->contains("yaml")) {
        const boost::json::value& text = document->at("yaml");
        auto parsed = text.is_string() ? parseConfigText(text.get_string())
                                       : tl::expected<boost::json::object, TextError>(boost::json::object());
        if (!parsed)
            return tl::unexpected(invalid("yaml", "line " + std::to_string(parsed.error().line) + ": " +
                                                      parsed.error().message));
        document = *std::move(parsed);
    }
    if (!document)
        return document;
    const auto* prompts = document->if_contains("prompts");
    if (prompts == nullptr || !prompts->is_object() || document->size() != 1)
        return tl::unexpected(
            invalid("prompts", "must be the only field, a mapping of names as in prompts.yaml"));
    return prompts->get_object();
}

Outcome<AdminResponse> importFile(AdminCore& core, const Call& call) {
    const auto dryRun = call.query.flag("dry_run", false);
    const auto prompts = dryRun ? fileIn(call.request) : Outcome<boost::json::object>();
    if (!dryRun || !prompts)
        return tl::unexpected(dryRun ? prompts.error() : dryRun.error());
    const auto steps = planPromptFile(*core.world(), *prompts, core.context().clock.unixMs());
    if (!steps)
        return tl::unexpected(invalid(steps.error()));
    boost::json::array list;
    boost::json::array said;
    std::int64_t unchanged = 0;
    for (const PromptFileStep& step : *steps) {
        if (step.action == PromptFileStep::Action::Unchanged) {
            ++unchanged;
            continue;
        }
        said.push_back(toJson(step));
        list.push_back(toJson(step.prompt));
    }
    boost::json::value document = boost::json::object{{"prompts", std::move(list)}};
    escapeVariables(document); // a ${NAME} in a template is the template's own
    const auto applied = applyConfig(core, std::move(document.get_object()), *dryRun, call.request.actor);
    if (!applied)
        return tl::unexpected(applied.error());
    return jsonResponse(200, {{"dry_run", *dryRun},
                              {"prompts", std::move(said)},
                              {"unchanged", unchanged},
                              {"config_version", applied->version}});
}

} // namespace

void addPromptRoutes(RouteTable& table, AdminCore& core) {
    RouteDoc exportDoc{"Every prompt's default version as a prompts.yaml", "prompts", {}, "PromptFile"};
    exportDoc.query = {{"format", "yaml (unasked) or json"}};
    table.add("GET", "/prompts/export", exportDoc,
              [&core](const Call& call) { return exportFile(core, call); });
    RouteDoc importDoc{"Take prompts from a prompts.yaml (or the same as JSON): new content becomes a "
                       "version and the default",
                       "prompts", "PromptFile", "PromptsImported"};
    importDoc.query = {{"dry_run", "true shows what would change and changes nothing"}};
    table.add("POST", "/prompts/import", importDoc,
              [&core](const Call& call) { return importFile(core, call); });
    table.add(
        "POST", "/prompts/render",
        {"Fill in the variables of texts that are not stored", "prompts", "RenderDraft", "RenderedDraft"},
        [](const Call& call) { return renderDraft(call); });
    table.add("POST", "/prompts/{name}/versions",
              {"Add a version", "prompts", "PromptVersion", "PromptVersion", 201},
              [&core](const Call& call) { return addVersion(core, call); });
    table.add("POST", "/prompts/{name}/render",
              {"Fill in a version's variables", "prompts", "RenderRequest", "RenderedPrompt"},
              [&core](const Call& call) { return render(core, call); });
}

} // namespace tollgate
