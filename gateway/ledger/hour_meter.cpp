#include "gateway/ledger/hour_meter.h"

#include <algorithm>
#include <utility>

namespace tollgate {

HourMeter::Share& HourMeter::Share::operator=(Share&& other) noexcept {
    if (this != &other) {
        if (m_meter != nullptr)
            end(0);
        m_meter = std::exchange(other.m_meter, nullptr);
        m_target = std::exchange(other.m_target, nullptr);
        m_beganAt = std::exchange(other.m_beganAt, 0);
        m_us = std::exchange(other.m_us, 0);
    }
    return *this;
}

HourMeter::Share::~Share() {
    if (m_meter != nullptr)
        end(0); // no later than the last event there
}

std::int64_t HourMeter::Share::end(std::int64_t nowNs) {
    if (m_meter == nullptr)
        return m_us;
    const std::scoped_lock lock(m_meter->m_mutex);
    advance(*m_target, nowNs);
    m_us = (m_target->partNs - m_beganAt) / 1000;
    --m_target->running;
    // What was not divided among more is divided among fewer, or was less than a nanosecond each.
    m_target->restNs = std::min(m_target->restNs, std::max<std::int64_t>(m_target->running - 1, 0));
    m_meter = nullptr;
    return m_us;
}

HourMeter::Share HourMeter::begin(std::string_view target, std::int64_t nowNs) {
    const std::scoped_lock lock(m_mutex);
    auto found = m_targets.find(target);
    if (found == m_targets.end())
        found = m_targets.emplace(std::string(target), Target{}).first;
    Target& state = found->second;
    advance(state, nowNs);
    ++state.running;
    Share share;
    share.m_meter = this;
    share.m_target = &state;
    share.m_beganAt = state.partNs;
    return share;
}

void HourMeter::advance(Target& target, std::int64_t nowNs) {
    if (nowNs <= target.lastNs)
        return; // another thread's clock was read a little later
    if (target.running > 0) {
        const std::int64_t passed = nowNs - target.lastNs + target.restNs;
        target.partNs += passed / target.running;
        target.restNs = passed % target.running;
    }
    target.lastNs = nowNs;
}

} // namespace tollgate
