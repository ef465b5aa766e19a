// GET /usage.
#include "gateway/ledger/ledger_connection.h"
#include "gateway/ledger/ledger_reader.h"

#include <algorithm>
#include <array>
#include <map>

namespace tollgate {

namespace json = boost::json;

namespace {

constexpr std::size_t kMaxGroups = 10'000;

struct GroupField {
    std::string_view name;
    std::string (*value)(const Dimension&, std::int64_t startMs);
};

constexpr std::array kGroupFields{
    GroupField{"hour", [](const Dimension&,
                          std::int64_t at) { return toRfc3339(floorDiv(at, kMsPerHour) * kMsPerHour); }},
    GroupField{"day", [](const Dimension&, std::int64_t at) { return utcDay(at); }},
    GroupField{"month", [](const Dimension&, std::int64_t at) { return utcDay(at).substr(0, 7); }},
    GroupField{"user", [](const Dimension& who, std::int64_t) { return who.user; }},
    GroupField{"project", [](const Dimension& who, std::int64_t) { return who.project; }},
    GroupField{"key", [](const Dimension& who, std::int64_t) { return who.keyId; }},
    GroupField{"provider", [](const Dimension& who, std::int64_t) { return who.provider; }},
    GroupField{"model", [](const Dimension& who, std::int64_t) { return who.model; }},
    GroupField{"alias", [](const Dimension& who, std::int64_t) { return who.alias; }},
    GroupField{"flag", [](const Dimension& who, std::int64_t) { return who.flag; }},
    GroupField{"arm", [](const Dimension& who, std::int64_t) { return who.arm; }},
    GroupField{"prompt_version", [](const Dimension& who, std::int64_t) { return who.promptVersion; }},
    GroupField{"status", [](const Dimension& who, std::int64_t) { return std::to_string(who.status); }},
};

Answer<std::vector<const GroupField*>> groupFields(const std::vector<std::string>& names) {
    std::vector<const GroupField*> fields;
    for (const std::string& name : names) {
        const auto* field = std::find_if(kGroupFields.begin(), kGroupFields.end(),
                                         [&](const GroupField& candidate) { return candidate.name == name; });
        if (field == kGroupFields.end()) {
            std::string allowed;
            for (const GroupField& candidate : kGroupFields)
                allowed.append(allowed.empty() ? "" : " ").append(candidate.name);
            std::string message = "cannot group by “";
            message.append(name).append("”; any of: ").append(allowed);
            return tl::unexpected(QueryError{std::move(message), "group_by"});
        }
        if (std::find(fields.begin(), fields.end(), field) == fields.end())
            fields.push_back(field);
    }
    return fields;
}

json::value msOrNull(const std::optional<std::int64_t>& us) {
    return us ? json::value(static_cast<double>(*us) / 1000.0) : json::value();
}

void putSums(json::object& row, const RollupCell& cell) {
    const Totals& totals = cell.totals;
    row["requests"] = totals.requests;
    row["errors"] = totals.errors;
    row["saved_by_fallback"] = totals.savedByFallback;
    row["input_tokens"] = totals.inputTokens;
    row["cache_read_tokens"] = totals.cacheReadTokens;
    row["cache_write_tokens"] = totals.cacheWriteTokens;
    row["output_tokens"] = totals.outputTokens;
    row["reasoning_tokens"] = totals.reasoningTokens;
    const bool priced = totals.unpriced < totals.requests || totals.requests == 0;
    row["cost_usd"] = priced ? json::value(totals.cost.usd()) : json::value();
    row["unpriced_requests"] = totals.unpriced;
    row["estimated"] = totals.estimated > 0;
    row["p50_ms"] = msOrNull(cell.latency.percentile(0.5));
    row["p95_ms"] = msOrNull(cell.latency.percentile(0.95));
}

} // namespace

Answer<json::object> LedgerReader::usage(const UsageQuery& query) {
    const auto fields = groupFields(query.groupBy);
    if (!fields)
        return tl::unexpected(fields.error());
    const auto filter = parseFilter(query.filter);
    if (!filter)
        return tl::unexpected(filter.error());
    ScanRange range{query.fromMs, query.toMs, kMsPerDay, true};
    range.onlyLatency = true;
    const auto asked = [&](std::string_view name) {
        return std::any_of(fields->begin(), fields->end(),
                           [&](const auto* field) { return field->name == name; });
    };
    if (asked("hour"))
        range.resolutionMs = kMsPerHour;
    range.mirrors =
        asked("flag") || asked("arm") || std::ranges::any_of(filter->terms(), [](const FilterTerm& term) {
            return term.field == FilterField::Flag || term.field == FilterField::Arm;
        });

    std::map<std::vector<std::string>, RollupCell> groups;
    bool truncated = false;
    std::vector<std::string> key(fields->size());
    const auto scanned = m_connection->scan(
        range, *filter, [&](const Dimension& who, std::int64_t at, const RollupCell& cell) {
            for (std::size_t index = 0; index < key.size(); ++index)
                key[index] = (*fields)[index]->value(who, at);
            auto group = groups.find(key);
            if (group == groups.end()) {
                if (groups.size() >= kMaxGroups) {
                    truncated = true;
                    return;
                }
                group = groups.emplace(key, RollupCell{}).first;
            }
            group->second.merge(cell);
        });
    if (!scanned)
        return tl::unexpected(scanned.error());
    if (fields->empty() && groups.empty())
        groups.emplace(); // nothing happened is an answer, too

    const SnapshotPtr names = config();
    json::array rows;
    for (const auto& [values, cell] : groups) {
        json::object row;
        for (std::size_t index = 0; index < values.size(); ++index) {
            const std::string_view name = (*fields)[index]->name;
            if (name == "status")
                row[name] = std::stoll(values[index]);
            else
                row[name] = values[index].empty() ? json::value() : json::value(values[index]);
            if (name == "key") {
                const ClientKey* known = names ? ConfigSnapshot::find(names->keys, values[index]) : nullptr;
                row["key_name"] = known ? json::value(known->name) : json::value();
            }
        }
        putSums(row, cell);
        rows.push_back(std::move(row));
    }
    json::object answer{
        {"data", std::move(rows)}, {"next_cursor", nullptr}, {"description", filter->describe()}};
    if (truncated)
        answer["truncated"] = true;
    return answer;
}

} // namespace tollgate
