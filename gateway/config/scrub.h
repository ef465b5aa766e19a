#pragma once
// Some upstreams repeat in their error the key they refuse. What they say must not travel on with it.

#include "gateway/config/snapshot.h"

#include <string>

namespace tollgate {

/// The text with every credential of the provider replaced by "[key]". Null credentials change nothing.
std::string withoutSecrets(std::string text, const Credentials* credentials);

} // namespace tollgate
