#pragma once
// What deletions took and nobody could type again: a key's hash, a provider's credentials. A deleted key or
// credential stops at once and is gone from the database; for ten minutes it lies here, in memory only, so
// that POST …/restore can bring it back with its secret. Then, and when the process ends, it is gone for
// good. No client has to stay alive for that: a deletion that waits in a console would be none if the console
// goes. Control thread. Times are milliseconds of the injected clock.

#include "gateway/config/snapshot.h"
#include "gateway/store/resource_repository.h"

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace tollgate {

class UndoBin {
public:
    static constexpr std::int64_t kKeptMs = 10 * 60 * 1'000;
    static constexpr std::size_t kMost = 256; ///< the oldest go first

    struct Entry {
        ResourceKind kind = ResourceKind::Key;
        std::string id;
        std::int64_t untilMs = 0;
        ClientKey key;
        Provider provider;
        std::vector<Model> models; ///< prices that went with the provider
        Credentials credentials;
        bool whole = true; ///< false: of a provider that is still there, only its credentials went
    };

    /// `before` is the configuration that the changes were made in.
    void keep(const std::vector<ResourceChange>& changes, const ConfigSnapshot& before, std::int64_t nowMs);
    /// The latest of it; null: nothing is kept (any more).
    const Entry* find(ResourceKind kind, std::string_view id, std::int64_t nowMs);
    void forget(ResourceKind kind, std::string_view id);
    void expire(std::int64_t nowMs);

private:
    std::deque<Entry> m_entries; ///< oldest first
};

} // namespace tollgate
