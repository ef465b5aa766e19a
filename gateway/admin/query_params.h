#pragma once
// The query part of a request, decoded.

#include "gateway/admin/admin_types.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace tollgate {

class QueryParams {
public:
    explicit QueryParams(std::string_view query);

    /// The last value given, or empty.
    std::string value(std::string_view name) const;
    bool contains(std::string_view name) const { return m_values.find(name) != m_values.end(); }
    /// "true"/"1"/"" (given without a value) and "false"/"0"; 422 otherwise.
    Outcome<bool> flag(std::string_view name, bool fallback) const;
    /// `limit`: 1 to 1000, 100 when it is not given; 422 otherwise.
    Outcome<int> limit() const;
    /// A time in RFC 3339; nothing when it is not given; 422 when it is no time.
    Outcome<std::optional<std::int64_t>> time(std::string_view name) const;

private:
    std::map<std::string, std::string, std::less<>> m_values;
};

/// Cursors of lists are the last id, made opaque.
std::string cursorOf(std::string_view lastId);
Outcome<std::string> idOfCursor(std::string_view cursor);

} // namespace tollgate
