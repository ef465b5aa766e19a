#pragma once
// A request record as text: one line of the journal, and the detail kept beside the database row. Both are
// read back by the same names they are written by.

#include "gateway/wire/request_record.h"

#include <boost/json/object.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace tollgate {

/// Attempts, decision, cost lines, translation, headers and bodies as a JSON object.
std::string detailJson(const RequestRecord& record);
/// The whole record as one line with its newline; `detail` is what detailJson() said.
std::string journalLine(const RequestRecord& record, std::string_view detail);

/// Nothing when the line is torn or is no record.
std::optional<RequestRecord> recordFromLine(std::string_view line);
/// Fills in what detailJson() wrote; false when the text is not that.
bool readDetail(std::string_view json, RequestRecord& record);

/// A request header out of what detailJson() wrote, without reading the rest; empty: none.
std::string requestHeaderIn(std::string_view detail, std::string_view name);

std::optional<RequestOutcome> outcomeFromString(std::string_view text);

/// The same detail with other cost lines, and when it got them.
std::string detailWithCost(std::string_view detail, const std::vector<CostLine>& lines, std::int64_t atMs);

} // namespace tollgate
