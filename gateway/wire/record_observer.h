#pragma once
// Whoever wants to see each request once it is over.

#include "gateway/wire/request_record.h"

#include <span>

namespace tollgate {

class RecordObserver {
public:
    virtual ~RecordObserver() = default;
    using Records = std::span<const RequestRecord* const>;
    /// In the ledger's thread, some at a time, each once, in no particular order. Must not block: the ledger
    /// waits.
    virtual void recorded(Records records) = 0;
};

} // namespace tollgate
