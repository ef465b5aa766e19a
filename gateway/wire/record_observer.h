#pragma once
// Whoever wants to see each request once it is over.

#include "gateway/wire/request_record.h"

namespace tollgate {

class RecordObserver {
public:
    virtual ~RecordObserver() = default;
    /// In the ledger's thread, once per record, in no particular order. Must not block: the ledger waits.
    virtual void recorded(const RequestRecord& record) = 0;
};

} // namespace tollgate
