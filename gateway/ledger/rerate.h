#pragma once
// Pricing history again: with the prices that the catalogue now has for the time of each request. Sums, rows
// and receipts change together; running it again changes nothing more.

#include "gateway/wire/money.h"
#include "gateway/wire/work_progress.h"

#include <cstdint>
#include <limits>
#include <string>
#include <vector>

namespace tollgate {

struct RerateQuery {
    std::int64_t fromMs = 0; ///< inclusive
    std::int64_t toMs = std::numeric_limits<std::int64_t>::max();
    std::string provider; ///< empty: every one
    std::string model;    ///< empty: every one
    bool dryRun = true;
    WorkPtr work = {}; ///< may be null; `done` and `total` are rows
};

struct RerateSums {
    std::int64_t rows = 0;     ///< that used something and were looked at
    std::int64_t changed = 0;  ///< whose cost is another one
    std::int64_t unpriced = 0; ///< for which no price is known: they stay as they are
    Money oldCost;
    Money newCost;

    RerateSums& operator+=(const RerateSums& other) {
        rows += other.rows;
        changed += other.changed;
        unpriced += other.unpriced;
        oldCost += other.oldCost;
        newCost += other.newCost;
        return *this;
    }
};

struct RerateModel {
    std::string provider;
    std::string model;
    RerateSums sums;
};

struct RerateResult {
    RerateSums total;
    std::vector<RerateModel> models; ///< by name
    std::string error;               ///< what stopped it; what was done until then stays done
    bool cancelled = false;          ///< somebody stopped it; the same
};

} // namespace tollgate
