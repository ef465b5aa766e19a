// Prompts: a version that is there never changes and never goes; new ones are added.
#include "gateway/admin/references.h"
#include "gateway/admin/resource_type.h"
#include "gateway/prompts/prompt_template.h"

namespace tollgate {

namespace {

std::optional<FieldError> templateFault(const Prompt& prompt) {
    for (std::size_t i = 0; i < prompt.versions.size(); ++i) {
        const std::string where = "versions[" + std::to_string(i) + "].";
        if (auto mistake = templateMistake(prompt.versions[i].system))
            return FieldError{where + "system", "is no template: " + *mistake};
        if (auto mistake = templateMistake(prompt.versions[i].templateText))
            return FieldError{where + "template", "is no template: " + *mistake};
    }
    return std::nullopt;
}

int numberOf(const PromptVersion& version) {
    return std::stoi(version.version.substr(1)); // the codec lets only v1, v2, … through
}

class PromptType final : public TypedResource<Prompt> {
public:
    explicit PromptType(const AdminContext& context)
        : TypedResource(ResourceKind::Prompt, "prompts", "name")
        , m_context(context) {}

    Outcome<Stored> store(ConfigDraft& draft, const StoreRequest& request) const override {
        boost::json::object given = request.given;
        const Prompt* old = request.id.empty() ? nullptr : &at(draft.world(), request.id);
        if (old != nullptr) {
            if (auto mistake = keepVersions(given, *old))
                return tl::unexpected(invalid(*mistake));
        }
        return TypedResource::store(draft, {given, request.id, request.declarative});
    }

    std::optional<std::string> usedBy(const ConfigSnapshot& world, const std::string& id) const override {
        return userOfPrompt(world, id);
    }

protected:
    Parsed<Prompt> parse(const boost::json::object& json) const override {
        Parsed<Prompt> prompt = promptFromJson(json);
        if (!prompt)
            return prompt;
        if (prompt->name == "export") // GET /prompts/export is the whole file
            return tl::unexpected(FieldError{"name", "means something else in the admin API"});
        if (auto mistake = templateFault(*prompt))
            return tl::unexpected(*mistake);
        for (PromptVersion& version : prompt->versions) {
            if (version.createdAtMs == 0)
                version.createdAtMs = m_context.clock.unixMs();
        }
        std::ranges::sort(prompt->versions, {}, numberOf);
        return prompt;
    }

private:
    /// Completes what was sent by the versions that are there, and refuses to change one of them.
    static std::optional<FieldError> keepVersions(boost::json::object& given, const Prompt& old) {
        if (!given.contains("default"))
            given.emplace("default", old.defaultVersion);
        if (!given.contains("versions") || given.at("versions").is_null()) {
            if (given.contains("system") || given.contains("template"))
                return FieldError{"versions", "cannot be changed; add a version instead"};
            given["versions"] = boost::json::array();
        }
        boost::json::value& list = given["versions"];
        if (!list.is_array())
            return std::nullopt; // the codec says what is wrong
        for (const PromptVersion& version : old.versions) {
            bool sent = false;
            for (std::size_t i = 0; i < list.get_array().size(); ++i) {
                boost::json::value& item = list.get_array()[i];
                const auto* name = item.is_object() ? item.get_object().if_contains("version") : nullptr;
                if (name == nullptr || *name != boost::json::value(version.version))
                    continue;
                const auto parsed = promptVersionFromJson(item.get_object());
                if (!parsed)
                    return FieldError{"versions[" + std::to_string(i) + "]." + parsed.error().param,
                                      parsed.error().message};
                if (parsed->hash != version.hash)
                    return FieldError{"versions[" + std::to_string(i) + "]",
                                      "cannot be changed; add a version instead"};
                item = toJson(version);
                sent = true;
            }
            if (!sent)
                list.get_array().push_back(toJson(version));
        }
        return std::nullopt;
    }

    const AdminContext& m_context;
};

} // namespace

std::unique_ptr<ResourceType> makePromptType(const AdminContext& context) {
    return std::make_unique<PromptType>(context);
}

} // namespace tollgate
