// Aliases and projects.
#include "gateway/admin/references.h"
#include "gateway/admin/resource_type.h"

namespace tollgate {

namespace {

class AliasType final : public TypedResource<Alias> {
public:
    AliasType()
        : TypedResource(ResourceKind::Alias, "aliases", "alias") {}

    std::string itemPattern() const override { return "/aliases/{alias...}"; }
    std::optional<std::string> usedBy(const ConfigSnapshot& world, const std::string& id) const override {
        return userOfAlias(world, id);
    }

protected:
    Parsed<Alias> parse(const boost::json::object& json) const override { return aliasFromJson(json); }

    std::optional<FieldError> referencesOf(const ConfigSnapshot& world, const Alias& alias) const override {
        const auto look = [&](const std::vector<Target>& targets,
                              const std::string& list) -> std::optional<FieldError> {
            for (std::size_t i = 0; i < targets.size(); ++i) {
                auto mistake = missingProvider(world, targets[i].provider,
                                               list + "[" + std::to_string(i) + "].provider");
                if (mistake)
                    return mistake;
            }
            return std::nullopt;
        };
        if (auto mistake = look(alias.targets, "targets"))
            return mistake;
        return look(alias.fallbacks, "fallbacks");
    }
};

class ProjectType final : public TypedResource<Project> {
public:
    ProjectType()
        : TypedResource(ResourceKind::Project, "projects", "name") {}

    std::optional<std::string> usedBy(const ConfigSnapshot& world, const std::string& id) const override {
        return userOfProject(world, id);
    }

protected:
    Parsed<Project> parse(const boost::json::object& json) const override { return projectFromJson(json); }
};

} // namespace

std::unique_ptr<ResourceType> makeAliasType() {
    return std::make_unique<AliasType>();
}

std::unique_ptr<ResourceType> makeProjectType() {
    return std::make_unique<ProjectType>();
}

} // namespace tollgate
