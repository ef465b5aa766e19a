#pragma once
// Secrets of virtual keys: made here once, kept only as bcrypt.

#include <string>
#include <string_view>

namespace tollgate {

/// "tg-" and 43 base-62 characters (256 bits) of the system's entropy.
std::string makeKeySecret();

/// bcrypt ($2b$, cost 10) through libxcrypt. Slow on purpose: never on a worker thread.
std::string hashKeySecret(const std::string& secret);
bool verifyKeySecret(const std::string& secret, const std::string& hash);

} // namespace tollgate
