#pragma once
// The fields of the query language: their names, what their values look like, where they stand in SQL.

#include "gateway/ledger/filter.h"

#include <span>

namespace tollgate {

enum class FilterKind { Text, Word, Outcome, Status, Duration, Money, Count, Yes, Time };

struct FilterFieldInfo {
    FilterField field;
    std::string_view name;
    FilterKind kind;
    bool dimension;          ///< rollups are kept by it
    std::string_view column; ///< empty where one column does not do
    std::string_view label;  ///< in plain words
    std::string_view example;
};

std::span<const FilterFieldInfo> filterFields();
const FilterFieldInfo& filterField(FilterField field);

/// Reads one value of that kind; the error is the message alone.
tl::expected<FilterValue, std::string> parseFilterValue(const FilterFieldInfo& info, std::string_view typed,
                                                        bool quoted, std::int64_t nowMs);

} // namespace tollgate
