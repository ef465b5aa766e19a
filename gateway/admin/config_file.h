#pragma once
// A configuration file: applied at the start, or only judged.

#include "gateway/admin/config_document.h"

namespace tollgate {

/// The error begins with the place: "FILE:LINE: aliases[0].targets: …".
tl::expected<ConfigApplied, std::string> applyConfigText(AdminCore& core, std::string_view text,
                                                         const std::string& fileName, bool dryRun);

} // namespace tollgate
