#include "gateway/pipeline/mirror.h"

#include "gateway/providers/provider_adapter.h"
#include "gateway/routing/flag_lookup.h"
#include "gateway/routing/reference.h"

#include <algorithm>

namespace tollgate {

namespace {

/// FNV-1a: spreads ids that differ in a few characters over all hundredths of a percent.
std::uint64_t hashOf(std::string_view text) {
    std::uint64_t hash = 14'695'981'039'346'656'037U;
    for (const char c : text)
        hash = (hash ^ static_cast<unsigned char>(c)) * 1'099'511'628'211U;
    return hash ^ (hash >> 32U);
}

} // namespace

const Flag* Mirror::chosen(const ConfigSnapshot& snapshot, const RequestRecord& record) {
    if (snapshot.flags.empty() || record.alias.empty())
        return nullptr;
    const Flag* flag = mirrorOf(snapshot, record.alias);
    constexpr double kParts = 10'000;
    if (flag == nullptr || static_cast<double>(hashOf(record.id) % 10'000) >= flag->percent * kParts / 100)
        return nullptr;
    return flag;
}

bool Mirror::isOpen(const ConfigSnapshot& snapshot, const Target& target, Operation operation) {
    const Provider* provider = ConfigSnapshot::find(snapshot.providers, target.provider);
    if (provider == nullptr || !provider->enabled || killSwitchOf(snapshot, target) != nullptr ||
        !m_services.health.available(target.reference()))
        return false;
    if (provider->kind != ProviderKind::Simulated) {
        const ProviderAdapter* adapter = adapterFor(provider->kind);
        if (adapter == nullptr || !adapter->serves(operation))
            return false;
    }
    // A copy takes none of the places that callers have there, so it must hardly be felt.
    return !provider->maxParallel || std::ranges::none_of(m_running, [&](const auto& one) {
        return one.first->provider() == target.provider;
    });
}

bool Mirror::mayStart(const ConfigSnapshot& snapshot, const Flag& flag, Operation operation) {
    if (m_running.size() < kMaxRunning && isOpen(snapshot, splitReference(flag.target), operation))
        return true;
    m_services.mirrors.dropped(flag.key);
    return false;
}

void Mirror::start(MirrorJob job, Money worst) {
    // It is nobody's request, but it is money all the same: of the whole and of the provider.
    const Target target = splitReference(job.flag->target);
    const BudgetSubjects payer{{}, {}, {}, target.provider, job.record.atMs};
    BudgetVerdict verdict = m_services.budgets.reserve(payer, worst);
    if (verdict.refusal) {
        m_services.mirrors.dropped(job.flag->key);
        return;
    }
    if (!m_services.mirrors.reserve(*job.flag, worst)) {
        m_services.budgets.settle(verdict.reservation, payer, Money{});
        return;
    }
    job.reserved = worst;
    job.promise = std::move(verdict.reservation);
    auto call = std::make_unique<MirrorCall>(m_services, m_upstream, std::move(job));
    MirrorCall* started = call.get();
    m_running.emplace(started, std::move(call));
    started->start([this](MirrorCall* done) { m_running.erase(done); });
}

} // namespace tollgate
