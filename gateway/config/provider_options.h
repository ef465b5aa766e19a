#pragma once
// Options that any kind of provider knows.

#include "gateway/config/resources.h"

#include <string>

namespace tollgate {

/// options.ca_file: PEM certificates to trust for this provider instead of the system's; empty: the system's.
inline std::string caFileOf(const Provider& provider) {
    const auto* file = provider.options.if_contains("ca_file");
    return file != nullptr && file->is_string() ? std::string(file->get_string()) : std::string();
}

} // namespace tollgate
