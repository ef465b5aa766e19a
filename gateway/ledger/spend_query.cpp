// What budgets want to know when they are new, and keys: what was spent, and when it was used.
#include "gateway/ledger/ledger_connection.h"
#include "gateway/ledger/ledger_reader.h"

#include <algorithm>
#include <array>
#include <map>
#include <unordered_map>
#include <utility>

namespace tollgate {

namespace {

constexpr std::size_t kIdsPerQuery = 500;
constexpr std::size_t kScopes = 5;

/// Who wants to know of one span, by scope and subject.
class Askers {
public:
    void add(const SpendSpan& span, Spend& answer) { of(span.scope)[span.subject].push_back(&answer); }

    void take(const Dimension& who, const Totals& totals) {
        charge(BudgetScope::Global, {}, totals);
        charge(BudgetScope::Provider, who.provider, totals);
        charge(BudgetScope::Project, who.project, totals);
        charge(BudgetScope::Key, who.keyId, totals);
        charge(BudgetScope::User, who.user, totals);
    }

private:
    using BySubject = std::unordered_map<std::string, std::vector<Spend*>>;
    BySubject& of(BudgetScope scope) { return m_scopes[static_cast<std::size_t>(scope)]; }

    void charge(BudgetScope scope, const std::string& subject, const Totals& totals) {
        const auto found = of(scope).find(subject);
        if (found == of(scope).end())
            return;
        for (Spend* answer : found->second) {
            answer->cost += totals.cost;
            answer->unpriced += totals.unpriced;
        }
    }

    std::array<BySubject, kScopes> m_scopes;
};

} // namespace

Answer<void> LedgerReader::beginView() {
    return m_connection->beginRead();
}
void LedgerReader::endView() {
    m_connection->endRead();
}

Answer<std::vector<Spend>> LedgerReader::spend(const std::vector<SpendSpan>& spans) {
    std::vector<Spend> answers(spans.size());
    std::map<std::pair<std::int64_t, std::int64_t>, Askers> bySpan;
    for (std::size_t i = 0; i < spans.size(); ++i)
        bySpan[{spans[i].fromMs, spans[i].toMs}].add(spans[i], answers[i]);
    for (auto& entry : bySpan) {
        const auto& span = entry.first;
        Askers& askers = entry.second;
        const auto scanned = m_connection->scan(
            ScanRange{span.first, span.second, kMsPerDay, false}, SqlCondition(),
            [&](const Dimension& who, std::int64_t, const SumRow& cell) { askers.take(who, cell.totals); });
        if (!scanned)
            return tl::unexpected(scanned.error());
    }
    return answers;
}

Answer<std::vector<std::string>> LedgerReader::present(const std::vector<std::string>& requestIds) {
    std::vector<std::string> found;
    for (std::size_t begin = 0; begin < requestIds.size(); begin += kIdsPerQuery) {
        const std::size_t end = std::min(begin + kIdsPerQuery, requestIds.size());
        std::string sql = "SELECT id FROM requests WHERE id IN (?";
        for (std::size_t i = begin + 1; i < end; ++i)
            sql += ",?";
        const std::vector<SqlValue> ids(requestIds.begin() + static_cast<std::ptrdiff_t>(begin),
                                        requestIds.begin() + static_cast<std::ptrdiff_t>(end));
        const auto read =
            m_connection->each(sql + ")", ids, [&](SqliteRow& row) { found.push_back(row.text()); });
        if (!read)
            return tl::unexpected(read.error());
    }
    return found;
}

Answer<LastUses> LedgerReader::lastUsed(const std::string& keyId) {
    // The newest request of a dimension set is one step in an index, so the length of the ledger is no
    // matter.
    std::string sql = "SELECT d.key_id, (SELECT max(r.at_ms) FROM requests r WHERE r.dim = d.id) "
                      "FROM ledger_dims d WHERE ";
    sql += keyId.empty() ? "d.key_id <> ''" : "d.key_id = ?";
    LastUses uses;
    const auto values = keyId.empty() ? std::vector<SqlValue>() : std::vector<SqlValue>{keyId};
    const auto read = m_connection->each(sql, values, [&](SqliteRow& row) {
        std::string key = row.text();
        if (const auto atMs = row.numberOrNull()) {
            std::int64_t& latest = uses[std::move(key)];
            latest = std::max(latest, *atMs);
        }
    });
    if (!read)
        return tl::unexpected(read.error());
    return uses;
}

} // namespace tollgate
