#pragma once
// One consistent state of the configuration. Control builds the next one; a request keeps the one it began
// with.

#include "gateway/config/resources.h"

#include <atomic>
#include <memory>
#include <string_view>
#include <unordered_map>

namespace tollgate {

struct StringHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};
template <typename T>
using ByName = std::unordered_map<std::string, T, StringHash, std::equal_to<>>;

/// Where provider credentials come from once they are unsealed: values for the data path only, never printed.
struct Credentials {
    std::vector<std::string> apiKeys;
    ByName<std::string> fields; ///< other kinds of credentials, by field name
};

struct ConfigSnapshot {
    std::int64_t version = 0;
    ByName<Provider> providers;
    ByName<Credentials> credentials; ///< by provider name
    ByName<Model> models;            ///< by "provider/model"
    ByName<Alias> aliases;
    ByName<Project> projects;
    ByName<ClientKey> keys; ///< by id
    std::unordered_multimap<std::string, std::string, StringHash, std::equal_to<>> keyIdsByPrefix;
    ByName<Budget> budgets; ///< by id
    ByName<Flag> flags;     ///< by key
    ByName<Prompt> prompts;
    Settings settings;

    template <typename T>
    static const T* find(const ByName<T>& map, std::string_view name) {
        const auto it = map.find(name);
        return it == map.end() ? nullptr : &it->second;
    }
};

using SnapshotPtr = std::shared_ptr<const ConfigSnapshot>;

/// The published snapshot. Thread-safe: any thread reads, control writes.
class SnapshotCell {
public:
    SnapshotCell()
        : m_current(std::make_shared<const ConfigSnapshot>()) {}
    SnapshotPtr load() const { return m_current.load(std::memory_order_acquire); }
    void store(SnapshotPtr next) { m_current.store(std::move(next), std::memory_order_release); }

private:
    std::atomic<SnapshotPtr> m_current;
};

} // namespace tollgate
