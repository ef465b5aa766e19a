#pragma once
// A change of the configuration before it is made: the next world, to be checked as a whole, and the list of
// what has to be written to get there.

#include "gateway/config/codec.h"
#include "gateway/config/price_versions.h"
#include "gateway/config/snapshot.h"
#include "gateway/secrets/secret_box.h"
#include "gateway/store/resource_repository.h"

#include <string>
#include <vector>

namespace tollgate {

/// How each kind of resource is named, kept and written.
template <typename T>
struct ResourceTraits;

template <>
struct ResourceTraits<Provider> {
    static constexpr ResourceKind kKind = ResourceKind::Provider;
    static constexpr auto kMap = &ConfigSnapshot::providers;
    static std::string id(const Provider& provider) { return provider.name; }
};
template <>
struct ResourceTraits<Model> {
    static constexpr ResourceKind kKind = ResourceKind::Model;
    static constexpr auto kMap = &ConfigSnapshot::models;
    static std::string id(const Model& model) { return model.provider + "/" + model.model; }
};
template <>
struct ResourceTraits<Alias> {
    static constexpr ResourceKind kKind = ResourceKind::Alias;
    static constexpr auto kMap = &ConfigSnapshot::aliases;
    static std::string id(const Alias& alias) { return alias.alias; }
};
template <>
struct ResourceTraits<Project> {
    static constexpr ResourceKind kKind = ResourceKind::Project;
    static constexpr auto kMap = &ConfigSnapshot::projects;
    static std::string id(const Project& project) { return project.name; }
};
template <>
struct ResourceTraits<ClientKey> {
    static constexpr ResourceKind kKind = ResourceKind::Key;
    static constexpr auto kMap = &ConfigSnapshot::keys;
    static std::string id(const ClientKey& key) { return key.id; }
};
template <>
struct ResourceTraits<Budget> {
    static constexpr ResourceKind kKind = ResourceKind::Budget;
    static constexpr auto kMap = &ConfigSnapshot::budgets;
    static std::string id(const Budget& budget) { return budget.id; }
};
template <>
struct ResourceTraits<Flag> {
    static constexpr ResourceKind kKind = ResourceKind::Flag;
    static constexpr auto kMap = &ConfigSnapshot::flags;
    static std::string id(const Flag& flag) { return flag.key; }
};
template <>
struct ResourceTraits<Prompt> {
    static constexpr ResourceKind kKind = ResourceKind::Prompt;
    static constexpr auto kMap = &ConfigSnapshot::prompts;
    static std::string id(const Prompt& prompt) { return prompt.name; }
};

inline boost::json::object storedJson(const ClientKey& key) {
    return toStoredJson(key);
}
inline boost::json::object storedJson(const Flag& flag) {
    return toStoredJson(flag);
}
/// Whatever version holds when it is written: the same versions are the same document.
inline boost::json::object storedJson(const Model& model) {
    return toJson(canonical(model));
}
template <typename T>
boost::json::object storedJson(const T& value) {
    return toJson(value);
}

class ConfigDraft {
public:
    explicit ConfigDraft(const ConfigSnapshot& base)
        : m_world(base) {}

    const ConfigSnapshot& world() const { return m_world; }
    std::vector<ResourceChange>& changes() { return m_changes; }

    /// Adds the resource or replaces the one of the same id. False: it is there already, exactly so.
    template <typename T>
    bool put(T value) {
        auto& map = m_world.*ResourceTraits<T>::kMap;
        ResourceChange change;
        change.kind = ResourceTraits<T>::kKind;
        change.id = ResourceTraits<T>::id(value);
        change.document = storedJson(value);
        const auto it = map.find(change.id);
        const bool created = it == map.end();
        const bool changed = created || storedJson(it->second) != *change.document;
        change.action = created ? "create" : "update";
        map.insert_or_assign(change.id, std::move(value));
        m_changes.push_back(std::move(change));
        return changed;
    }
    bool putSettings(Settings settings);

    /// Credentials of the provider that was put last.
    void setCredentials(const std::string& provider, Credentials credentials, const SecretBox& box);

    template <typename T>
    void remove(const std::string& id, bool audited = true) {
        (m_world.*ResourceTraits<T>::kMap).erase(id);
        if constexpr (std::is_same_v<T, Provider>)
            m_world.credentials.erase(id);
        ResourceChange change;
        change.kind = ResourceTraits<T>::kKind;
        change.id = id;
        change.action = "delete";
        change.audited = audited;
        m_changes.push_back(std::move(change));
    }

    /// The next snapshot; the draft is used up.
    ConfigSnapshot take(std::int64_t version);

private:
    ConfigSnapshot m_world;
    std::vector<ResourceChange> m_changes;
};

} // namespace tollgate
