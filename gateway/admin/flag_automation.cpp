#include "gateway/admin/flag_automation.h"

#include "gateway/ledger/guardrails.h"
#include "gateway/wire/json_text.h"

#include <QLoggingCategory>

#include <algorithm>
#include <utility>

namespace tollgate {

namespace {

Q_LOGGING_CATEGORY(lcFlags, "tollgate.flags")

constexpr std::int64_t kComplainEveryMs = 60'000;

bool isWatched(const Flag& flag) {
    return flag.type == FlagType::Canary || (flag.type == FlagType::Prompt && flag.guardrails);
}

bool hasStepsLeft(const Flag& flag) {
    return flag.ramp && flag.rolloutPercent < flag.ramp->maxPercent;
}

} // namespace

void rollBack(Flag& flag) {
    switch (flag.type) {
    case FlagType::Canary:
        flag.rolloutPercent = 0;
        flag.ramp.reset();
        std::erase_if(flag.rules, [](const FlagRule& rule) { return rule.serve == "canary"; });
        break;
    case FlagType::Prompt:
        flag.weights = {{flag.defaultVersion, 100}};
        std::erase_if(flag.rules, [&](const FlagRule& rule) { return rule.serve != flag.defaultVersion; });
        break;
    case FlagType::KillSwitch:
        flag.enabled = false;
        break;
    case FlagType::Mirror:
        flag.percent = 0;
        break;
    }
}

Outcome<std::int64_t> intervene(AdminCore& core, Flag changed, std::string_view actor,
                                std::string_view action, std::string reason) {
    const SnapshotPtr world = core.world();
    const Flag* before = ConfigSnapshot::find(world->flags, changed.key);
    if (before == nullptr)
        return tl::unexpected(notFound("there is no flag " + changed.key));
    changed.changedAtMs = core.context().clock.unixMs();
    FlagIntervention kept;
    kept.atMs = changed.changedAtMs;
    kept.by = actor;
    kept.reason = std::move(reason);
    kept.declared = before->intervention ? before->intervention->declared : toJson(*before);
    changed.intervention = std::move(kept);

    ConfigDraft draft(*world);
    const std::string key = changed.key;
    draft.put(std::move(changed));
    ResourceChange& change = draft.changes().back();
    const Flag& after = draft.world().flags.find(key)->second;
    change.action = action;
    change.before = toJson(*before);
    boost::json::object told = toJson(after);
    told["reason"] = after.intervention->reason;
    change.after = std::move(told);
    return core.commit(draft, actor);
}

void FlagAutomation::follow() {
    const SnapshotPtr world = m_core.world();
    const bool first = !std::exchange(m_seeded, true);
    if (first)
        seedMirrors(*world);
    ArmStats* arms = m_core.context().arms;
    if (arms == nullptr)
        return;
    std::vector<ArmStats::Watch> wanted;
    for (const auto& [key, flag] : world->flags) {
        if (isWatched(flag))
            wanted.push_back({key, flag.changedAtMs});
    }
    const auto begun = arms->watch(wanted);
    if (!first)
        return; // what begins now has no past
    for (const ArmStats::Watch& one : begun) {
        const auto past = m_core.context().ledger.arms(world->flags.find(one.flag)->second, one.sinceMs);
        if (past)
            arms->seed(one.flag, *past);
        else
            qCWarning(lcFlags, "flag %s counts from zero: %s", one.flag.c_str(),
                      past.error().message.c_str());
    }
}

void FlagAutomation::seedMirrors(const ConfigSnapshot& world) {
    const AdminContext& context = m_core.context();
    const std::int64_t midnight = context.clock.unixMs() / kMsPerDay * kMsPerDay;
    for (const auto& [key, flag] : world.flags) {
        if (flag.type != FlagType::Mirror || context.mirrors == nullptr)
            continue;
        const auto today = context.ledger.arms(flag, midnight);
        if (!today)
            qCWarning(lcFlags, "mirror %s spends from zero: %s", key.c_str(), today.error().message.c_str());
        else if (const auto copies = today->find("mirror"); copies != today->end())
            context.mirrors->seed(key, copies->second.totals.cost);
    }
}

void FlagAutomation::tick() {
    const std::int64_t now = m_core.context().clock.unixMs();
    // A wall clock that was set back must not stop the checks.
    if (m_core.context().arms == nullptr || (now >= m_checkedMs && now - m_checkedMs < kCheckEveryMs))
        return;
    m_checkedMs = now;
    const SnapshotPtr world = m_core.world();
    for (const auto& [key, flag] : world->flags) {
        if (isWatched(flag) && flag.enabled && (flag.guardrails || hasStepsLeft(flag)))
            check(flag, now);
    }
}

void FlagAutomation::check(const Flag& flag, std::int64_t nowMs) {
    RailVerdict verdict{RailState::Satisfied, "no guardrails"};
    if (flag.guardrails) {
        const ArmCells arms = m_core.context().arms->of(flag.key);
        verdict = flag.type == FlagType::Prompt ? judgeVersions(*flag.guardrails, arms, flag.defaultVersion)
                                                : judge(*flag.guardrails, arms);
    }
    if (verdict.state == RailState::Broken) {
        guard(flag, verdict.reason);
        return;
    }
    if (!hasStepsLeft(flag) ||
        static_cast<double>(nowMs - flag.changedAtMs) < flag.ramp->everyMinutes * 60'000)
        return;
    // Nobody is served by a canary at 0 %: there is nothing to judge before its first step.
    if (verdict.state == RailState::Satisfied || flag.rolloutPercent == 0)
        step(flag, verdict.reason);
}

void FlagAutomation::guard(const Flag& flag, const std::string& reason) {
    Flag changed = flag;
    rollBack(changed);
    const bool anyone = toJson(changed) != toJson(flag);
    if (!anyone)
        return; // what was counted came before; there is nobody left to send back
    if (const auto done = intervene(m_core, std::move(changed), "guardrail", "rollback", reason); !done)
        complain(flag, "cannot be rolled back", done.error());
    else
        qCWarning(lcFlags, "flag %s was rolled back: %s", flag.key.c_str(), reason.c_str());
}

void FlagAutomation::step(const Flag& flag, const std::string& why) {
    Flag changed = flag;
    changed.rolloutPercent = std::min(flag.rolloutPercent + flag.ramp->stepPercent, flag.ramp->maxPercent);
    const std::string reason =
        toJsonText(flag.rolloutPercent) + " % → " + toJsonText(changed.rolloutPercent) + " %: " + why;
    if (const auto done = intervene(m_core, std::move(changed), "ramp", "ramp", reason); !done)
        complain(flag, "cannot take its next step", done.error());
    else
        qCInfo(lcFlags, "flag %s goes on, %s", flag.key.c_str(), reason.c_str());
}

/// The next check tries again; the log hears of it once a minute.
void FlagAutomation::complain(const Flag& flag, const std::string& what, const ApiError& error) {
    const std::int64_t now = m_core.context().clock.unixMs();
    if (m_complainedMs != 0 && now - m_complainedMs < kComplainEveryMs)
        return;
    m_complainedMs = now;
    qCCritical(lcFlags, "flag %s %s: %s", flag.key.c_str(), what.c_str(), error.message.c_str());
}

} // namespace tollgate
