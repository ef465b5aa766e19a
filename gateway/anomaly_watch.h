#pragma once
// Tells of users who spend far above their own habit: an event `anomaly` and a line in the log, once per user
// and day. Control thread.

#include "gateway/ledger/ledger_reader.h"
#include "gateway/wire/clock.h"
#include "gateway/wire/event_sink.h"

#include <set>
#include <string>

namespace tollgate {

class AnomalyWatch {
public:
    AnomalyWatch(LedgerReader& ledger, EventSink& events, const Clock& clock)
        : m_ledger(ledger)
        , m_events(events)
        , m_clock(clock) {}

    /// May be asked at any time; looks at most once a minute. What is there at the first look was told by the
    /// process before this one: spending goes on only while a gateway runs.
    void look();

private:
    LedgerReader& m_ledger;
    EventSink& m_events;
    const Clock& m_clock;
    bool m_looked = false;
    std::int64_t m_lookedAtMs = 0;
    std::int64_t m_day = 0;
    std::set<std::string> m_told; ///< of the day
};

} // namespace tollgate
