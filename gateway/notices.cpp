#include "gateway/notices.h"

#include <boost/json/object.hpp>

#include <string_view>

namespace tollgate {

namespace {

void add(boost::json::array& notices, std::string_view id, std::string_view level, std::string_view text) {
    boost::json::object notice;
    notice["id"] = id;
    notice["level"] = level;
    notice["text"] = text;
    notices.push_back(std::move(notice));
}

} // namespace

boost::json::array noticesFor(const NoticeFacts& facts) {
    boost::json::array notices;
    if (!facts.ledgerWritable) {
        add(notices, "ledger_failing", "error",
            "The ledger cannot be written: " + facts.ledgerError + ". " +
                (facts.refuses ? "Requests are refused until it can."
                               : "Requests are served; " + std::to_string(facts.waiting) +
                                     " records wait to be written."));
    }
    if (facts.lost > 0) {
        add(notices, "ledger_lost", "error",
            std::to_string(facts.lost) + " requests were served and could not be recorded.");
    }
    if (!facts.repair.empty())
        add(notices, "database_repaired", facts.repairFailed ? "error" : "warning", facts.repair);
    if (!facts.reachableAt.empty())
        add(notices, "reachable_by_others", "warning",
            "Other machines can reach this gateway at " + facts.reachableAt +
                ". Every request needs a client key, whatever the settings say.");
    return notices;
}

} // namespace tollgate
