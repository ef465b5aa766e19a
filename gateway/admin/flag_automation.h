#pragma once
// What happens to flags without anyone asking: guardrails roll a canary or an
// experiment with prompts back, ramps widen a canary step by step.
// Each is an ordinary write, audited as "guardrail" or "ramp" with its reason.

#include "gateway/admin/admin_core.h"

#include <string>

namespace tollgate {

/// Everyone back to what was there before the flag; the audit log keeps what it said.
void rollBack(Flag& flag);

/// Writes a change of a flag that nobody declared, with its reason, as one audited transaction.
Outcome<std::int64_t> intervene(AdminCore& core, Flag changed, std::string_view actor,
                                std::string_view action, std::string reason);

/// Control thread.
class FlagAutomation {
public:
    static constexpr std::int64_t kCheckEveryMs = 5'000;

    explicit FlagAutomation(AdminCore& core)
        : m_core(core) {}

    /// To be called after every change of the configuration, the first time before the first request: what
    /// the ledger holds since the flags' last changes is read then.
    void follow();
    /// Once a second or so; looks at the flags every kCheckEveryMs.
    void tick();

private:
    void seedMirrors(const ConfigSnapshot& world);
    void check(const Flag& flag, std::int64_t nowMs);
    void guard(const Flag& flag, const std::string& reason);
    void step(const Flag& flag, const std::string& why);
    void complain(const Flag& flag, const std::string& what, const ApiError& error);

    AdminCore& m_core;
    bool m_seeded = false;
    std::int64_t m_checkedMs = 0;
    std::int64_t m_complainedMs = 0;
};

} // namespace tollgate
