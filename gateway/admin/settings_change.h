#pragma once
// Settings as they are read and written: a merge patch, with the headers of `otlp_endpoint` as secrets beside
// it.

#include "gateway/admin/admin_context.h"
#include "gateway/admin/config_draft.h"

#include <boost/json/object.hpp>

namespace tollgate {

/// With every header's value masked.
boost::json::object shownSettings(const ConfigSnapshot& world);

/// Puts the patched settings into the draft, with what the audit log says of them; false: they are so
/// already. A header whose value is masked stays as it is, one that is null goes.
Outcome<bool> patchSettings(const AdminContext& context, ConfigDraft& draft,
                            const boost::json::object& patch);

} // namespace tollgate
