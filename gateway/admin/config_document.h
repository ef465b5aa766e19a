#pragma once
// The whole configuration as one document: written out, and applied as one change.

#include "gateway/admin/admin_core.h"

#include <boost/json/object.hpp>

#include <functional>
#include <string>
#include <string_view>

namespace tollgate {

/// GET /config: every list, no secrets, nothing that is only true here.
boost::json::object exportConfig(const AdminCore& core);

struct ConfigApplied {
    boost::json::array changes;       ///< {"kind","id","action","before","after"}
    std::int64_t unchanged = 0;       ///< entries that were there exactly so
    std::int64_t version = 0;         ///< of the configuration, afterwards
    boost::json::array generatedKeys; ///< {"name","path"}: secrets written to files
};

/// The body of a request: JSON, or YAML by its content type.
Outcome<boost::json::object> configDocumentOf(const AdminRequest& request);

/// Applies the document as one transaction, or says what it would change. Every entry of a list is the whole
/// resource, as in a PUT; a list that is absent is left alone, and so is what a list does not name unless
/// `prune` is set. Settings are merged. The error's param begins with the list:
/// "aliases[0].targets[1].weight". `prompts` may also be the mapping of a prompts.yaml.
Outcome<ConfigApplied> applyConfig(AdminCore& core, boost::json::object document, bool dryRun,
                                   std::string_view actor);
/// The same, other requests in between; cancelled it has changed nothing. `done` is called once, unless the
/// service ends before.
void applyConfigInSlices(AdminCore& core, boost::json::object document, bool dryRun, std::string actor,
                         const WorkPtr& work, std::function<void(Outcome<ConfigApplied>)> done);

} // namespace tollgate
