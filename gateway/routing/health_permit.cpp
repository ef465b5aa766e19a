#include "gateway/routing/health_board.h"

#include <utility>

namespace tollgate {

void giveBack(TargetState& state, const HealthGrant& grant) {
    if (grant.counted)
        --state.running;
    if (grant.probe)
        state.probing = false;
}

HealthPermit& HealthPermit::operator=(HealthPermit&& other) noexcept {
    if (this == &other)
        return *this;
    release();
    m_board = other.m_board;
    m_state = std::exchange(other.m_state, nullptr);
    m_grant = other.m_grant;
    return *this;
}

void HealthPermit::answering() {
    if (!m_state || !m_grant.probe)
        return;
    const std::scoped_lock lock(m_state->mutex);
    m_state->probing = false;
}

void HealthPermit::succeeded(double latencyMs, double firstByteMs) {
    if (const auto state = std::exchange(m_state, nullptr))
        m_board->noteSuccess(*state, m_grant, latencyMs, firstByteMs);
}

void HealthPermit::failed(std::string_view error) {
    if (const auto state = std::exchange(m_state, nullptr))
        m_board->noteFailure(*state, m_grant, error);
}

void HealthPermit::noted(std::string_view error) {
    if (const auto state = std::exchange(m_state, nullptr))
        m_board->noteOther(*state, m_grant, error);
}

void HealthPermit::release() {
    if (const auto state = std::exchange(m_state, nullptr)) {
        const std::scoped_lock lock(state->mutex);
        giveBack(*state, m_grant);
    }
}

} // namespace tollgate
