#include "gateway/ledger/arm_stats.h"

#include "gateway/ledger/ledger_row.h"

namespace tollgate {

void addArm(ArmCells& arms, std::string_view arm, std::string_view failedArm, const RollupCell& cell) {
    const std::string_view given = failedArm.empty() ? arm : failedArm;
    if (given.empty())
        return;
    auto found = arms.find(given);
    if (found == arms.end())
        found = arms.emplace(std::string(given), RollupCell{}).first;
    if (failedArm.empty()) {
        found->second.merge(cell);
        return;
    }
    // What the other arm cost and how long it took says nothing about this one.
    Totals& totals = found->second.totals;
    totals.requests += cell.totals.requests;
    totals.errors += cell.totals.requests;
    totals.unpriced += cell.totals.requests;
    totals.savedByFallback += cell.totals.requests - cell.totals.errors;
}

std::vector<ArmStats::Watch> ArmStats::watch(const std::vector<Watch>& flags) {
    std::vector<Watch> begun;
    std::map<std::string, Watched, std::less<>> next;
    const std::scoped_lock lock(m_mutex);
    for (const Watch& one : flags) {
        const auto known = m_flags.find(one.flag);
        if (known != m_flags.end() && known->second.sinceMs == one.sinceMs) {
            next.insert(m_flags.extract(known));
        } else {
            next.insert_or_assign(one.flag, Watched{one.sinceMs, {}});
            begun.push_back(one);
        }
    }
    m_flags = std::move(next);
    return begun;
}

void ArmStats::seed(std::string_view flag, const ArmCells& arms) {
    const std::scoped_lock lock(m_mutex);
    const auto watched = m_flags.find(flag);
    if (watched == m_flags.end())
        return;
    for (const auto& [arm, cell] : arms)
        watched->second.arms[arm].merge(cell);
}

void ArmStats::record(const RequestRecord& record) {
    const bool inCanary = !record.flag.empty() && (!record.arm.empty() || !record.failedArm.empty());
    if ((!inCanary && record.promptFlag.empty()) || isMirror(record))
        return;
    RollupCell cell;
    cell.add(record);
    const std::scoped_lock lock(m_mutex);
    const auto count = [&](const std::string& flag, std::string_view arm, std::string_view failedArm) {
        const auto watched = m_flags.find(flag);
        if (watched != m_flags.end() && record.atMs >= watched->second.sinceMs)
            addArm(watched->second.arms, arm, failedArm, cell);
    };
    if (inCanary)
        count(record.flag, record.arm, record.failedArm);
    if (!record.promptFlag.empty()) // the arm of an experiment with prompts is the version
        count(record.promptFlag, record.promptVersion, {});
}

ArmCells ArmStats::of(std::string_view flag) const {
    const std::scoped_lock lock(m_mutex);
    const auto watched = m_flags.find(flag);
    return watched == m_flags.end() ? ArmCells{} : watched->second.arms;
}

} // namespace tollgate
