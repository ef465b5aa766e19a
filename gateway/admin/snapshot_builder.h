#pragma once
// From what is stored to what the gateway works with.

#include "gateway/config/snapshot.h"
#include "gateway/secrets/secret_box.h"
#include "gateway/store/resource_repository.h"

#include <tl/expected.hpp>

#include <string>
#include <vector>

namespace tollgate {

struct LoadedSnapshot {
    ConfigSnapshot snapshot;
    std::vector<std::string>
        warnings; ///< credentials that cannot be unsealed, by provider; to be said loudly
};

/// Reads everything. Without a box (the keychain is locked) providers come without credentials. The error
/// names the resource that cannot be read.
tl::expected<LoadedSnapshot, std::string> loadSnapshot(ResourceRepository& repository, const SecretBox* box);

/// Brings what is derived up to date after a change: catalogue rows of the providers, the index of key
/// prefixes.
void completeSnapshot(ConfigSnapshot& snapshot);

/// Makes the version of that instant every model's own. Returns when the next one is to begin; 0: never.
std::int64_t rotatePrices(ConfigSnapshot& snapshot, std::int64_t nowMs);

/// "provider/model".
std::string modelId(std::string_view provider, std::string_view model);

} // namespace tollgate
