#pragma once
// Which path is spoken in which dialect: what the edge serves and what route/explain takes.

#include "gateway/dialects/dialect.h"

#include <span>
#include <string_view>

namespace tollgate {

struct DialectRoute {
    std::string_view path;
    const Dialect& (*dialect)();
    std::string_view method = "POST";
};

std::span<const DialectRoute> dialectRoutes();

/// Null: nothing is asked of a model there.
const Dialect* dialectAt(std::string_view path);

} // namespace tollgate
