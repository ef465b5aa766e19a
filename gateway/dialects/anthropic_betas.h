#pragma once
// The betas of Anthropic's API that a caller opts in to: header anthropic-beta, several values apart by
// commas, or several headers (platform.claude.com/docs/en/api/beta-headers). Callers of any dialect may send
// it.

#include "gateway/wire/http.h"

#include <string>
#include <vector>

namespace tollgate {

/// In the caller's order, each once.
std::vector<std::string> anthropicBetas(const HttpHeaders& headers);

} // namespace tollgate
