#pragma once
// Prometheus metrics with the contract's names. Label values are bounded: beyond a cap they fall into
// "other".

#include "gateway/wire/request_record.h"

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tollgate {

/// Thread-safe.
class Metrics {
public:
    Metrics();
    ~Metrics();
    Metrics(const Metrics&) = delete;
    Metrics& operator=(const Metrics&) = delete;

    /// The data path: a look-up and a handful of atomic additions.
    void record(const RequestRecord& record);

    // Gauges, set about once a second by the control thread.
    void setActiveRequests(std::int64_t count);
    void setLedgerLag(std::int64_t records);
    /// Whether it can be written, and how many records it has lost since the start.
    void setLedgerState(bool writable, std::int64_t lost);
    void setCircuitState(std::string_view provider, int state); ///< 0 closed, 1 half-open, 2 open
    void setBudgetUsed(std::string_view budget, double ratio);
    /// Spent this month by user, dearest first; replaces what was there.
    void setUserMonthlyCosts(const std::vector<std::pair<std::string, double>>& costs);

    /// Text exposition format 0.0.4.
    std::string exposition() const;

    static constexpr std::size_t kMaxSeries = 1'000;
    static constexpr std::size_t kMaxUsers = 200;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace tollgate
