// New versions of a prompt, and what a version says with its variables filled in.
#include "gateway/admin/admin_core.h"
#include "gateway/config/codec_parts.h"
#include "gateway/prompts/prompt_template.h"

#include <algorithm>

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

int newestNumber(const Prompt& prompt) {
    int newest = 0;
    for (const PromptVersion& version : prompt.versions)
        newest = std::max(newest, std::stoi(version.version.substr(1)));
    return newest;
}

Outcome<AdminResponse> addVersion(AdminCore& core, const Call& call) {
    auto prompt = promptOf(core, call);
    const auto body = prompt ? bodyObject(call.request) : Outcome<boost::json::object>();
    if (!prompt || !body)
        return tl::unexpected(prompt ? body.error() : prompt.error());
    auto version = promptVersionFromJson(*body);
    if (!version)
        return tl::unexpected(invalid(version.error()));
    if (auto mistake = templateMistake(version->system))
        return tl::unexpected(invalid("system", "is no template: " + *mistake));
    if (auto mistake = templateMistake(version->templateText))
        return tl::unexpected(invalid("template", "is no template: " + *mistake));
    version->version = "v" + std::to_string(newestNumber(*prompt) + 1);
    version->createdAtMs = core.context().clock.unixMs();
    prompt->versions.push_back(*version);

    const boost::json::object document = toJson(*prompt);
    const auto stored = core.write(core.type(ResourceKind::Prompt), {document, prompt->name},
                                   call.request.actor, "add_version");
    if (!stored)
        return tl::unexpected(stored.error());
    return jsonResponse(201, toJson(*version));
}

const PromptVersion* versionOf(const Prompt& prompt, const std::string& name) {
    const auto it = std::ranges::find(prompt.versions, name, &PromptVersion::version);
    return it == prompt.versions.end() ? nullptr : &*it;
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
        versionOf(*prompt, read->version.empty() ? prompt->defaultVersion : read->version);
    if (version == nullptr)
        return tl::unexpected(invalid("version", "names no version of this prompt"));
    const auto rendered = renderPrompt(*version, read->variables);
    if (!rendered)
        return tl::unexpected(invalid("variables", rendered.error()));

    boost::json::array messages;
    if (!rendered->system.empty())
        messages.push_back({{"role", "system"}, {"content", rendered->system}});
    messages.push_back({{"role", "user"}, {"content", rendered->user}});
    return jsonResponse(200, {{"version", version->version},
                              {"messages", std::move(messages)},
                              {"model", valueOrNull(version->model)},
                              {"temperature", valueOrNull(version->temperature)},
                              {"max_tokens", valueOrNull(version->maxTokens)},
                              {"hash", version->hash}});
}

} // namespace

void addPromptRoutes(RouteTable& table, AdminCore& core) {
    table.add("POST", "/prompts/{name}/versions",
              {"Add a version", "prompts", "PromptVersion", "PromptVersion", 201},
              [&core](const Call& call) { return addVersion(core, call); });
    table.add("POST", "/prompts/{name}/render",
              {"Fill in a version's variables", "prompts", "RenderRequest", "RenderedPrompt"},
              [&core](const Call& call) { return render(core, call); });
}

} // namespace tollgate
