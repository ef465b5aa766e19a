#pragma once
// Which models a virtual key may use.

#include "gateway/config/resources.h"

#include <string_view>

namespace tollgate {

/// `name` is an alias or provider/model. A pattern may end in `*`; no patterns mean everything. A null key
/// (anonymous on loopback) may use everything.
bool keyAllows(const ClientKey* key, std::string_view name);

} // namespace tollgate
