#pragma once
// Which path is spoken in which dialect: what the edge serves and what route/explain takes.

#include "gateway/dialects/dialect.h"

#include <span>
#include <string_view>

namespace tollgate {

struct DialectRoute {
    std::string_view path; ///< of POST
    const Dialect& (*dialect)();
};

std::span<const DialectRoute> dialectRoutes();

/// Null: nothing is asked of a model there.
const Dialect* dialectAt(std::string_view path);

} // namespace tollgate
