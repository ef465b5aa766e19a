// What a mirror flag takes along: a copy of the request, made when its caller has the answer.

#include "gateway/ledger/ledger_row.h"
#include "gateway/pipeline/call.h"
#include "gateway/pipeline/mirror.h"
#include "gateway/pipeline/route_request.h"
#include "gateway/routing/reference.h"

namespace tollgate {

/// Notes what the copy's row needs while the request's own record is still here. Only what a target answered
/// is copied: there is nothing to compare otherwise.
void ChatCall::considerMirror() {
    if (m_record.outcome != RequestOutcome::Ok || m_record.attempts.empty() || m_cached.answering ||
        m_dialect.operation() == Operation::CountTokens)
        return;
    const Flag* flag = Mirror::chosen(*m_snapshot, m_record);
    if (flag == nullptr)
        return;
    m_mirrorRecord = std::make_unique<RequestRecord>();
    RequestRecord& row = *m_mirrorRecord;
    row.traceId = m_record.traceId;
    row.route = m_record.route;
    row.dialect = m_record.dialect;
    row.user.clear(); // nobody asked for it
    row.requestedModel = m_record.requestedModel;
    row.alias = m_record.alias;
    row.flag = flag->key;
    row.arm = kMirrorArm;
    row.prompt = m_record.prompt;
    row.promptVersion = m_record.promptVersion;
    row.note = "mirror";
    row.decision.push_back(
        {"flag.mirror", "flag " + flag->key + ": copy of request " + m_record.id + " → " + flag->target});
}

void ChatCall::sendMirror() {
    if (!m_mirrorRecord)
        return;
    RequestRecord row = std::move(*m_mirrorRecord);
    m_mirrorRecord.reset();
    const Flag& flag = *ConfigSnapshot::find(m_snapshot->flags, row.flag);
    if (!m_context.mirror.mayStart(*m_snapshot, flag, m_dialect.operation()) || !decoded())
        return;
    row.atMs = m_services.clock.unixMs();
    row.id = m_context.ids.next(row.atMs);
    Candidate target;
    target.target = splitReference(flag.target);
    target.model = ConfigSnapshot::find(m_snapshot->models, target.target.reference());
    const Money worst = worstCostAt(target, m_envelope, {}, m_services.clock.unixMs());
    m_context.mirror.start({m_snapshot, &flag, std::move(row), *std::exchange(m_chat, {}), {}}, worst);
}

} // namespace tollgate
