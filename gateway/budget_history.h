#pragma once
// The ledger as budgets want to read it. Control thread.

#include "gateway/ledger/ledger.h"
#include "gateway/ledger/ledger_reader.h"
#include "gateway/policy/budget_book.h"

#include <memory>

namespace tollgate {

/// Waits until all that was appended is in the database, then holds one view of it. What cannot be read is
/// said loudly in the log, and budgets then begin at zero.
std::unique_ptr<SpendingHistory> openSpendingHistory(Ledger& ledger, LedgerReader& reader);

} // namespace tollgate
