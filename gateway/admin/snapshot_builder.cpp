#include "gateway/admin/snapshot_builder.h"

#include "gateway/admin/credentials.h"
#include "gateway/config/catalogue.h"
#include "gateway/config/codec.h"
#include "gateway/config/otlp_secrets.h"
#include "gateway/config/price_versions.h"

#include <algorithm>
#include <map>

namespace tollgate {

namespace {

template <typename T>
Parsed<void> take(ByName<T>& map, const std::string& id, Parsed<T> parsed) {
    return std::move(parsed).map([&](T value) { map.insert_or_assign(id, std::move(value)); });
}

Parsed<void> place(ConfigSnapshot& snapshot, const StoredResource& stored) {
    const boost::json::object& document = stored.document;
    switch (stored.kind) {
    case ResourceKind::Provider:
        return take(snapshot.providers, stored.id, providerFromJson(document));
    case ResourceKind::Model:
        return take(snapshot.models, stored.id, modelFromJson(document));
    case ResourceKind::Alias:
        return take(snapshot.aliases, stored.id, aliasFromJson(document));
    case ResourceKind::Project:
        return take(snapshot.projects, stored.id, projectFromJson(document));
    case ResourceKind::Key:
        return take(snapshot.keys, stored.id, keyFromStoredJson(document));
    case ResourceKind::Budget:
        return take(snapshot.budgets, stored.id, budgetFromJson(document));
    case ResourceKind::Flag:
        return take(snapshot.flags, stored.id, flagFromStoredJson(document));
    case ResourceKind::Prompt:
        return take(snapshot.prompts, stored.id, promptFromJson(document));
    case ResourceKind::Settings:
        return settingsFromJson(document).map(
            [&snapshot](Settings settings) { snapshot.settings = std::move(settings); });
    }
    return {};
}

void unsealAll(const std::vector<SealedCredential>& sealed, const SecretBox* box, LoadedSnapshot& out) {
    std::map<std::string, std::vector<SealedCredential>> byProvider;
    for (const SealedCredential& credential : sealed)
        byProvider[credential.provider].push_back(credential);
    for (const auto& [provider, parts] : byProvider) {
        auto credentials =
            box == nullptr
                ? tl::expected<Credentials, std::string>(tl::unexpected(std::string("no master key")))
                : unsealCredentials(*box, parts);
        if (credentials)
            out.snapshot.credentials.emplace(provider, *std::move(credentials));
        else
            out.warnings.push_back((provider == kOtlpSecrets ? "the headers of otlp_endpoint"
                                                             : "the credentials of provider " + provider) +
                                   " cannot be used: " + credentials.error());
    }
}

} // namespace

std::string modelId(std::string_view provider, std::string_view model) {
    return std::string(provider) + "/" + std::string(model);
}

tl::expected<LoadedSnapshot, std::string> loadSnapshot(ResourceRepository& repository, const SecretBox* box) {
    const auto resources = repository.resources();
    if (!resources)
        return tl::unexpected(resources.error());
    LoadedSnapshot loaded;
    for (const StoredResource& stored : *resources) {
        if (const auto placed = place(loaded.snapshot, stored); !placed) {
            return tl::unexpected("the stored " + std::string(toString(stored.kind)) + " " + stored.id +
                                  ": " + placed.error().param + " " + placed.error().message);
        }
    }
    const auto sealed = repository.credentials();
    if (!sealed)
        return tl::unexpected(sealed.error());
    unsealAll(*sealed, box, loaded);
    const auto version = repository.version();
    if (!version)
        return tl::unexpected(version.error());
    loaded.snapshot.version = *version;
    completeSnapshot(loaded.snapshot);
    return loaded;
}

std::int64_t rotatePrices(ConfigSnapshot& snapshot, std::int64_t nowMs) {
    std::int64_t next = 0;
    for (auto& [id, model] : snapshot.models) {
        if (model.otherVersions.empty())
            continue;
        model = asOf(std::move(model), nowMs);
        const std::int64_t change = nextPriceChange(model, nowMs);
        if (change != 0 && (next == 0 || change < next))
            next = change;
    }
    return next;
}

void completeSnapshot(ConfigSnapshot& snapshot) {
    std::erase_if(snapshot.models, [](const auto& entry) { return isBuiltIn(entry.second); });
    for (const auto& [name, provider] : snapshot.providers) {
        for (Model& model : builtInModels(provider))
            snapshot.models.try_emplace(modelId(model.provider, model.model), std::move(model));
    }
    snapshot.keyIdsByPrefix.clear();
    for (const auto& [id, key] : snapshot.keys) {
        snapshot.keyIdsByPrefix.emplace(key.prefix, id);
        if (key.retired && key.retired->prefix != key.prefix)
            snapshot.keyIdsByPrefix.emplace(key.retired->prefix, id);
    }
}

} // namespace tollgate
