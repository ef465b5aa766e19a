// GET /usage.
#include "gateway/ledger/ledger_connection.h"
#include "gateway/ledger/ledger_reader.h"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include <algorithm>
#include <array>
#include <iterator>
#include <limits>
#include <map>
#include <unordered_map>
#include <utility>

namespace tollgate {

namespace json = boost::json;

namespace {

constexpr std::size_t kMaxGroups = 10'000;

/// Either of the time or of the dimensions.
struct GroupField {
    std::string_view name;
    std::string (*ofTime)(std::int64_t startMs);
    std::string (*ofDimension)(const Dimension&);
};

template <std::string Dimension::*name>
std::string nameOf(const Dimension& who) {
    return who.*name;
}

constexpr std::array kGroupFields{
    GroupField{"hour", [](std::int64_t at) { return toRfc3339(floorDiv(at, kMsPerHour) * kMsPerHour); },
               nullptr},
    GroupField{"day", [](std::int64_t at) { return utcDay(at); }, nullptr},
    GroupField{"month", [](std::int64_t at) { return utcDay(at).substr(0, 7); }, nullptr},
    GroupField{"user", nullptr, nameOf<&Dimension::user>},
    GroupField{"project", nullptr, nameOf<&Dimension::project>},
    GroupField{"key", nullptr, nameOf<&Dimension::keyId>},
    GroupField{"provider", nullptr, nameOf<&Dimension::provider>},
    GroupField{"model", nullptr, nameOf<&Dimension::model>},
    GroupField{"alias", nullptr, nameOf<&Dimension::alias>},
    GroupField{"flag", nullptr, nameOf<&Dimension::flag>},
    GroupField{"arm", nullptr, nameOf<&Dimension::arm>},
    GroupField{"prompt_flag", nullptr, nameOf<&Dimension::promptFlag>},
    GroupField{"prompt", nullptr, nameOf<&Dimension::prompt>},
    GroupField{"prompt_version", nullptr, nameOf<&Dimension::promptVersion>},
    GroupField{"status", nullptr, [](const Dimension& who) { return std::to_string(who.status); }},
};

using GroupFields = std::vector<const GroupField*>;

Answer<GroupFields> groupFields(const std::vector<std::string>& names) {
    GroupFields fields;
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

struct GroupSums {
    Totals totals;
    HistogramSum latency;
};

void putSums(json::object& row, const GroupSums& sums) {
    const Totals& totals = sums.totals;
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
    row["p50_ms"] = msOrNull(sums.latency.percentile(0.5));
    row["p95_ms"] = msOrNull(sums.latency.percentile(0.95));
}

/// Sums by group. There are few different times and few different sets of names, and a row is one of each: so
/// they become text once and not for every row.
class UsageGroups {
public:
    using Key = std::vector<std::string>; ///< in the order of the fields

    explicit UsageGroups(const GroupFields& fields)
        : m_fields(fields) {}

    void take(const Dimension& who, std::int64_t atMs, const SumRow& row) {
        const std::int64_t hour = floorDiv(atMs, kMsPerHour);
        if (hour != m_hour) {
            m_hour = hour;
            m_time = m_times.add(key(
                [&](const GroupField& field) { return field.ofTime ? field.ofTime(atMs) : std::string(); }));
        }
        const auto [known, isNew] = m_whoOf.try_emplace(&who);
        if (isNew)
            known->second = m_whos.add(key([&](const GroupField& field) {
                return field.ofDimension ? field.ofDimension(who) : std::string();
            }));
        const std::pair<std::size_t, std::size_t> place{m_time, known->second};
        auto group = m_groups.find(place);
        if (group == m_groups.end()) {
            m_truncated = m_groups.size() >= kMaxGroups;
            if (m_truncated)
                return;
            group = m_groups.try_emplace(place).first;
        }
        group->second.totals += row.totals;
        group->second.latency.add(row.latency);
    }

    bool truncated() const { return m_truncated; }
    std::map<Key, const GroupSums*> sorted() const {
        std::map<Key, const GroupSums*> groups;
        for (const auto& [place, sums] : m_groups) {
            Key whole = m_times.keys[place.first];
            const Key& who = m_whos.keys[place.second];
            for (std::size_t at = 0; at < whole.size(); ++at)
                whole[at] += who[at]; // one of the two is empty
            groups.emplace(std::move(whole), &sums);
        }
        return groups;
    }

private:
    struct Numbered {
        std::map<Key, std::size_t> numbers;
        std::vector<Key> keys;

        std::size_t add(const Key& key) {
            const auto [found, isNew] = numbers.emplace(key, keys.size());
            if (isNew)
                keys.push_back(key);
            return found->second;
        }
    };

    template <typename Value>
    Key key(Value value) const {
        Key key;
        for (const GroupField* field : m_fields)
            key.push_back(value(*field));
        return key;
    }

    const GroupFields& m_fields;
    Numbered m_times;
    Numbered m_whos;
    std::unordered_map<const Dimension*, std::size_t> m_whoOf;
    std::int64_t m_hour = std::numeric_limits<std::int64_t>::min();
    std::size_t m_time = 0;
    std::map<std::pair<std::size_t, std::size_t>, GroupSums> m_groups;
    bool m_truncated = false;
};

using SortedGroups = std::map<UsageGroups::Key, const GroupSums*>;

/// The cursor is the last row's values, so that a page goes on behind them whatever has been added since.
std::string cursorAt(const UsageGroups::Key& values) {
    json::array list;
    for (const std::string& value : values)
        list.emplace_back(value);
    return json::serialize(list);
}

std::optional<UsageGroups::Key> keyOfCursor(std::string_view cursor, std::size_t fieldCount) {
    boost::system::error_code error;
    const json::value parsed = json::parse(cursor, error);
    if (error || !parsed.is_array() || parsed.get_array().size() != fieldCount)
        return std::nullopt;
    UsageGroups::Key key;
    for (const json::value& value : parsed.get_array()) {
        if (!value.is_string())
            return std::nullopt;
        key.emplace_back(value.get_string());
    }
    return key;
}

/// Leaves one page; the cursor of the next one, if there is more.
json::value cutPage(SortedGroups& groups, const std::optional<UsageGroups::Key>& after,
                    const std::optional<int>& limit) {
    if (after)
        groups.erase(groups.begin(), groups.upper_bound(*after));
    if (!limit || groups.size() <= static_cast<std::size_t>(*limit))
        return nullptr;
    const auto end = std::next(groups.begin(), *limit);
    json::value next(cursorAt(std::prev(end)->first));
    groups.erase(end, groups.end());
    return next;
}

json::object rowOf(const GroupFields& fields, const UsageGroups::Key& values, const GroupSums& sums,
                   const ConfigSnapshot* names) {
    json::object row;
    for (std::size_t index = 0; index < values.size(); ++index) {
        const std::string_view name = fields[index]->name;
        if (name == "status")
            row[name] = std::stoll(values[index]);
        else
            row[name] = values[index].empty() ? json::value() : json::value(values[index]);
        if (name == "key") {
            const ClientKey* known = names ? ConfigSnapshot::find(names->keys, values[index]) : nullptr;
            row["key_name"] = known ? json::value(known->name) : json::value();
        }
    }
    putSums(row, sums);
    return row;
}

} // namespace

Answer<json::object> LedgerReader::usage(const UsageQuery& query) {
    const auto fields = groupFields(query.groupBy);
    if (!fields)
        return tl::unexpected(fields.error());
    std::optional<UsageGroups::Key> after;
    if (!query.cursor.empty()) {
        after = keyOfCursor(query.cursor, fields->size());
        if (!after)
            return tl::unexpected(QueryError{"cursor is not one that this list gave out", "cursor"});
    }
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

    UsageGroups groups(*fields);
    const auto scanned =
        m_connection->scan(range, *filter, [&](const Dimension& who, std::int64_t at, const SumRow& row) {
            groups.take(who, at, row);
        });
    if (!scanned)
        return tl::unexpected(scanned.error());
    auto sorted = groups.sorted();
    static const GroupSums kNothing;
    if (fields->empty() && sorted.empty())
        sorted.emplace(UsageGroups::Key(), &kNothing); // nothing happened is an answer, too

    json::value next = cutPage(sorted, after, query.limit);

    const SnapshotPtr names = config();
    json::array rows;
    for (const auto& [values, sums] : sorted)
        rows.push_back(rowOf(*fields, values, *sums, names.get()));
    json::object answer{
        {"data", std::move(rows)}, {"next_cursor", std::move(next)}, {"description", filter->describe()}};
    if (groups.truncated())
        answer["truncated"] = true;
    return answer;
}

} // namespace tollgate
