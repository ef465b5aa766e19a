#pragma once
// What the one who runs the gateway should know right now and could otherwise miss: GET /status and every
// tick carry it, the console shows it until it is over.

#include <boost/json/array.hpp>

#include <cstdint>
#include <string>

namespace tollgate {

struct NoticeFacts {
    bool ledgerWritable = true;
    std::string ledgerError;
    std::int64_t waiting = 0; ///< records that only memory or the journal holds
    std::int64_t lost = 0;    ///< records gone for good since the start
    bool refuses = false;     ///< settings.on_ledger_failure
    std::string repair;       ///< of a damaged database; empty: there was none
    bool repairFailed = false;
    std::string reachableAt; ///< the address, when other machines can reach it
};

/// `[{"id","level":"warning"|"error","text"}]`, the worst first.
boost::json::array noticesFor(const NoticeFacts& facts);

} // namespace tollgate
