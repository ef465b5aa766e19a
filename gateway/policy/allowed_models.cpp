#include "gateway/policy/allowed_models.h"

#include <algorithm>

namespace tollgate {

bool keyAllows(const ClientKey* key, std::string_view name) {
    if (key == nullptr || key->allowedModels.empty())
        return true;
    return std::ranges::any_of(key->allowedModels, [&](std::string_view pattern) {
        return pattern.ends_with('*') ? name.starts_with(pattern.substr(0, pattern.size() - 1))
                                      : name == pattern;
    });
}

} // namespace tollgate
