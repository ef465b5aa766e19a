// What the control thread does when the database turns out to be damaged, and against losing the
// configuration with it.
#include "gateway/control.h"

#include "gateway/store/config_backup.h"
#include "gateway/store/database_rescue.h"

#include <QDebug>
#include <QPointer>

namespace tollgate {

namespace {

constexpr std::int64_t kTryAgainTicks = 30;

} // namespace

void Control::backUpConfiguration() {
    const std::int64_t version = m_house.snapshots.load()->version;
    if (m_database == nullptr || version == m_backedUpVersion)
        return;
    m_backedUpVersion = version; // one try each, however it ends: a full disk is told elsewhere
    if (const auto done = writeConfigBackup(*m_database, configBackupPath(m_dataDirectory)); !done) {
        m_damageSeen = m_damageSeen || saysCorrupt(done.error());
        qWarning("the configuration has no new backup: %s", done.error().c_str());
    }
}

void Control::repairIfDamaged() {
    const bool damaged = m_damageSeen || !m_repairFailure.empty() || m_house.ledger.health().corrupt ||
                         (m_reader != nullptr && m_reader->sawDamage());
    if (!damaged || (m_repairedAtTick != 0 && m_ticks - m_repairedAtTick < kTryAgainTicks))
        return;
    m_repairedAtTick = m_ticks + 1;
    repair();
}

/// Requests go on meanwhile: they need the snapshot and the journal, not the database.
void Control::repair() {
    qCritical("the database is damaged; it is put aside and made anew");
    m_house.ledger.detach();
    m_anomalies.reset();
    m_admin.reset();
    m_reader.reset();
    m_repository.reset();
    m_database.reset();
    const auto failed = [this](const std::string& why) {
        m_repairFailure = "The database is damaged and cannot be made anew: " + why;
        qCritical("%s", m_repairFailure.c_str());
    };
    m_damageSeen = false;
    auto repaired = repairDatabase(m_dataDirectory, m_house.clock, "found while it was in use");
    if (!repaired)
        failed(repaired.error());
    if (const auto opened = openStore(); !opened)
        return failed(opened.error());
    const bool refill = repaired && *repaired && (*repaired)->refill;
    if (const auto attached = m_house.ledger.attach(refill); !attached)
        return failed(attached.error());
    if (const auto opened = openAdmin(); !opened)
        return failed(opened.error());
    if (!repaired)
        return; // the damaged one serves as far as it does, until the next try
    m_repairFailure.clear();
    m_repair = std::move(*repaired);
    if (m_repair)
        qCritical("%s", m_repair->text.c_str());
}

void Control::handle(const AdminRequest& request, const std::function<void(AdminResponse)>& reply) {
    if (m_admin == nullptr) {
        AdminResponse response;
        response.status = 503;
        response.body = R"({"error":{"type":"api_error","code":"unavailable","message":)"
                        R"("The database is damaged and being replaced.","param":null}})";
        return reply(std::move(response));
    }
    m_admin->handle(request, [self = QPointer<Control>(this), reply](AdminResponse response) {
        if (self != nullptr && response.status >= 500 && saysCorrupt(response.body))
            self->m_damageSeen = true;
        reply(std::move(response));
    });
}

} // namespace tollgate
