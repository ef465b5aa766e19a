#include "gateway/ledger/window_stats.h"

#include <algorithm>
#include <limits>

namespace tollgate {

namespace {

constexpr std::int64_t kSecondMs = 1000;

void addRow(SpanStats& span, const Dimension& who, const SumRow& row) {
    span.totals += row.totals;
    span.latency.mergeSerialised(row.latency);
    span.ttft.mergeSerialised(row.ttft);
    span.overhead.mergeSerialised(row.overhead);
    if (!who.provider.empty() && !row.latency.empty())
        span.latencyByProvider[who.provider].mergeSerialised(row.latency);
}

Answer<void> fromDatabase(LedgerConnection& connection, WindowStats& stats, const std::string& project) {
    SqlCondition condition;
    if (!project.empty())
        condition = {"d.project = ?", {project}};
    const std::int64_t bucketMs = stats.window.bucketMs;
    ScanRange range{stats.fromMs, std::nullopt, bucketMs >= kMsPerDay ? kMsPerDay : kMsPerHour, true};
    auto scanned =
        connection.scan(range, condition, [&](const Dimension& who, std::int64_t at, const SumRow& row) {
            const std::int64_t index = (at - stats.fromMs) / bucketMs;
            // A caller's clock may run ahead; its requests are of now.
            const auto last = static_cast<std::int64_t>(stats.buckets.size()) - 1;
            addRow(stats.buckets[static_cast<std::size_t>(std::clamp<std::int64_t>(index, 0, last))], who,
                   row);
        });
    if (!scanned)
        return scanned;
    stats.previousMs = std::max((stats.toMs - stats.fromMs) / kMsPerHour, std::int64_t{1}) * kMsPerHour;
    range.fromMs = stats.fromMs - stats.previousMs;
    range.toMs = stats.fromMs;
    return connection.scan(range, condition, [&](const Dimension& who, std::int64_t, const SumRow& row) {
        addRow(stats.previous, who, row);
    });
}

} // namespace

Answer<Window> windowOf(const std::string& name) {
    static const Window kWindows[] = {
        {"15m", 30 * kSecondMs, 30, true}, {"1h", 60 * kSecondMs, 60, true}, {"24h", kMsPerHour, 24, false},
        {"7d", 3 * kMsPerHour, 56, false}, {"30d", kMsPerDay, 30, false},
    };
    for (const Window& window : kWindows) {
        if (window.name == name)
            return window;
    }
    return tl::unexpected(QueryError{"window is one of 15m, 1h, 24h, 7d, 30d", "window"});
}

Answer<WindowStats> windowStats(LedgerConnection& connection, const LiveStats* live, const Window& window,
                                const std::string& project, std::int64_t nowMs) {
    WindowStats stats;
    stats.window = window;
    stats.fromMs = window.fromMs(nowMs);
    stats.toMs = nowMs;
    stats.buckets.resize(static_cast<std::size_t>(window.buckets));
    stats.firstEverMs = std::numeric_limits<std::int64_t>::max();
    const auto first = connection.each("SELECT min(bucket) FROM rollup_hour", {}, [&](SqliteRow& row) {
        if (const auto hour = row.numberOrNull())
            stats.firstEverMs = *hour * kMsPerHour;
    });
    if (!first)
        return tl::unexpected(first.error());

    if (window.live && live) {
        stats.buckets = live->buckets(stats.fromMs, window.bucketMs, window.buckets, project);
        stats.previousMs = window.spanMs();
        stats.previous = live->buckets(stats.fromMs - stats.previousMs, stats.previousMs, 1, project).front();
    } else if (auto read = fromDatabase(connection, stats, project); !read) {
        return tl::unexpected(read.error());
    }
    for (const SpanStats& bucket : stats.buckets)
        stats.total.merge(bucket);
    return stats;
}

} // namespace tollgate
