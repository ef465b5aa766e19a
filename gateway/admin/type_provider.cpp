// Providers: credentials are write-only, health comes beside.
#include "gateway/admin/credentials.h"
#include "gateway/admin/provider_health.h"
#include "gateway/admin/references.h"
#include "gateway/admin/resource_type.h"
#include "gateway/config/merge_patch.h"

namespace tollgate {

namespace {

class ProviderType final : public TypedResource<Provider> {
public:
    explicit ProviderType(const AdminContext& context)
        : TypedResource(ResourceKind::Provider, "providers", "name")
        , m_context(context) {}

    boost::json::object declare(const ConfigSnapshot& world, const std::string& id) const override {
        boost::json::object json = toJson(at(world, id));
        json.emplace("credentials", maskedCredentials(credentialsOf(world, id)));
        return json;
    }

    boost::json::object show(const ConfigSnapshot& world, const std::string& id) const override {
        boost::json::object json = declare(world, id);
        boost::json::object health = healthJson(m_context.health.providerHealth(id), at(world, id).enabled);
        const Credentials credentials = credentialsOf(world, id);
        health["credentials"] =
            credentialsJson(credentials, m_context.health.credentials().health(id, credentials));
        json.emplace("health", std::move(health));
        return json;
    }

    boost::json::object exported(const ConfigSnapshot& world, const std::string& id) const override {
        return toJson(at(world, id));
    }

    Outcome<Stored> store(ConfigDraft& draft, const StoreRequest& request) const override {
        auto stored = TypedResource::store(draft, request);
        const auto* given = request.given.if_contains("credentials");
        if (!stored || given == nullptr || given->is_null())
            return stored; // not mentioned: kept
        const Credentials current = credentialsOf(draft.world(), stored->id);
        auto credentials = credentialsFromJson(*given, at(draft.world(), stored->id).kind, current);
        if (!credentials)
            return tl::unexpected(invalid(credentials.error()));
        if (sameCredentials(*credentials, current))
            return stored;
        if (m_context.secrets == nullptr)
            return tl::unexpected(unavailable("credentials cannot be stored: " + m_context.secretNote));
        draft.setCredentials(stored->id, *std::move(credentials), *m_context.secrets);
        stored->changed = true;
        return stored;
    }

    void patch(boost::json::value& document, const boost::json::object& patch) const override {
        mergePatch(document, patch);
        const auto* credentials = patch.if_contains("credentials");
        if (credentials == nullptr)
            return;
        boost::json::value& merged = document.get_object()["credentials"];
        if (credentials->is_null())
            merged = boost::json::object(); // taken away, not left alone
        if (!credentials->is_object() || !merged.is_object())
            return;
        // One key replaces several and the other way round.
        const auto& said = credentials->get_object();
        if (said.contains("api_key") && !said.contains("api_keys"))
            merged.get_object().erase("api_keys");
        if (said.contains("api_keys") && !said.contains("api_key"))
            merged.get_object().erase("api_key");
    }

    void remove(ConfigDraft& draft, const std::string& id) const override {
        std::vector<std::string> prices;
        for (const auto& [key, model] : draft.world().models) {
            if (model.provider == id)
                prices.push_back(key);
        }
        TypedResource::remove(draft, id);
        for (const std::string& price : prices)
            draft.remove<Model>(price, false);
    }

    std::optional<std::string> usedBy(const ConfigSnapshot& world, const std::string& id) const override {
        return userOfProvider(world, id);
    }

protected:
    Parsed<Provider> parse(const boost::json::object& json) const override { return providerFromJson(json); }

private:
    static Credentials credentialsOf(const ConfigSnapshot& world, const std::string& id) {
        const auto* found = ConfigSnapshot::find(world.credentials, id);
        return found == nullptr ? Credentials() : *found;
    }

    const AdminContext& m_context;
};

} // namespace

std::unique_ptr<ResourceType> makeProviderType(const AdminContext& context) {
    return std::make_unique<ProviderType>(context);
}

} // namespace tollgate
