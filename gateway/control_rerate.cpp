// Re-rating and retention: the ledger's thread changes history, and then budgets begin again from it.
#include "gateway/budget_history.h"
#include "gateway/control.h"

namespace tollgate {

void Control::rerate(const RerateQuery& query, const std::function<void(const RerateResult&)>& done) {
    m_house.ledger.rerate(
        query, m_house.snapshots.load(), [this, query, done, admin = m_admins](const RerateResult& result) {
            // From the ledger's thread, which ends before this object does.
            QMetaObject::invokeMethod(
                this,
                [this, query, done, admin, result] {
                    if (!m_admin || m_admins != admin)
                        return; // closed meanwhile, or another one after a repair
                    if (!query.dryRun && result.total.changed > 0)
                        m_house.budgets.configure(
                            *m_house.snapshots.load(),
                            [this] { return openSpendingHistory(m_house.ledger, *m_reader); },
                            BudgetBook::Counters::Reread);
                    done(result);
                },
                Qt::QueuedConnection);
        });
}

void Control::runRetention(const WorkPtr& work, const std::function<void(const RetentionResult&)>& done) {
    m_house.ledger.applyRetention(work, [this, done, admin = m_admins](const RetentionResult& result) {
        // From the ledger's thread, as above.
        QMetaObject::invokeMethod(
            this,
            [this, done, admin, result] {
                if (m_admin && m_admins == admin)
                    done(result);
            },
            Qt::QueuedConnection);
    });
}

} // namespace tollgate
