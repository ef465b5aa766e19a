#pragma once
// What protects this gateway, point by point, read from how it runs right now: GET /security/self-check.

#include "gateway/config/snapshot.h"
#include "gateway/server/access_policy.h"
#include "gateway/server/listen_address.h"

#include <boost/json/array.hpp>

#include <optional>
#include <string>

namespace tollgate {

struct SecurityFacts {
    const ConfigSnapshot& config;
    const AccessPolicy& access;
    std::string dataDirectory;
    std::optional<ListenAddress> address; ///< nothing: not listening
    std::string secretStore;              ///< "keychain", "file", "environment", "memory"
    std::string secretNote;               ///< why it is not the keychain
};

/// `[{"id","title","state":"ok"|"warning"|"off","detail"}]`. Looks at files, so not for the data path.
boost::json::array securityChecks(const SecurityFacts& facts);

} // namespace tollgate
