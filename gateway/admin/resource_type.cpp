#include "gateway/admin/resource_type.h"

#include "gateway/config/merge_patch.h"

namespace tollgate {

void ResourceType::patch(boost::json::value& document, const boost::json::object& patch) const {
    mergePatch(document, patch);
}

std::string ResourceType::identify(const ConfigSnapshot& world, const boost::json::object& given,
                                   const std::vector<std::string>& /*taken*/) const {
    const auto* name = given.if_contains(m_identity);
    if (name == nullptr || !name->is_string())
        return {};
    std::string id(name->get_string());
    return contains(world, id) ? id : std::string();
}

Outcome<Stored> storeAudited(const ResourceType& type, ConfigDraft& draft, const StoreRequest& request) {
    boost::json::value before;
    if (!request.id.empty())
        before = type.declare(draft.world(), request.id);
    auto stored = type.store(draft, request);
    if (stored) {
        ResourceChange& change = draft.changes().back();
        change.before = std::move(before);
        change.after = type.declare(draft.world(), stored->id);
    }
    return stored;
}

void removeAudited(const ResourceType& type, ConfigDraft& draft, const std::string& id) {
    boost::json::value before = type.declare(draft.world(), id);
    const std::size_t first = draft.changes().size();
    type.remove(draft, id);
    draft.changes()[first].before = std::move(before);
}

std::vector<std::unique_ptr<ResourceType>> makeResourceTypes(const AdminContext& context) {
    std::vector<std::unique_ptr<ResourceType>> types;
    types.push_back(makeProviderType(context));
    types.push_back(makeModelType(context));
    types.push_back(makeAliasType());
    types.push_back(makeProjectType());
    types.push_back(makeKeyType(context));
    types.push_back(makeBudgetType(context));
    types.push_back(makePromptType(context));
    types.push_back(makeFlagType(context));
    return types;
}

} // namespace tollgate
