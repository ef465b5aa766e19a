#include "gateway/routing/target_state.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace tollgate {

namespace {

constexpr std::int64_t kMinuteMs = 60'000;
constexpr double kEwmaWeight = 0.2;
constexpr double kUsualWeight = 0.02;
constexpr double kFadeHalfLifeMs = 30'000;
/// Successes that are taken for granted, so that one failure of a quiet target is not all that is known.
constexpr double kCredit = 5;
constexpr double kMuchSlower = 2;     ///< times its usual latency …
constexpr double kNoticeableMs = 200; ///< … and by at least so much

void average(double& value, double ms, double weight) {
    value = value < 0 ? ms : value + weight * (ms - value);
}

} // namespace

bool TargetState::availableAt(std::int64_t nowMs) const {
    const Circuit now = circuitAt(nowMs);
    const bool probed = probing && circuit == Circuit::HalfOpen;
    return nowMs >= restUntilMs && (now == Circuit::Closed || (now == Circuit::HalfOpen && !probed));
}

void TargetState::mature(std::int64_t nowMs) {
    if (circuit != circuitAt(nowMs)) {
        circuit = Circuit::HalfOpen;
        probing = false;
        successes = 0;
    }
}

void TargetState::open(std::int64_t nowMs, const Settings::Breaker& rules) {
    const std::int64_t first = rules.cooldownSeconds * 1000LL;
    const std::int64_t longest = rules.maxCooldownSeconds * 1000LL;
    cooldownMs = cooldownMs == 0 ? first : std::min(cooldownMs * 2, std::max(longest, first));
    circuit = Circuit::Open;
    ++generation;
    retryAtMs = nowMs + cooldownMs;
    failureTimes.clear();
    probing = false;
}

void TargetState::close() {
    circuit = Circuit::Closed;
    cooldownMs = 0;
    retryAtMs = 0;
    probing = false;
    successes = 0;
    failureTimes.clear();
}

void TargetState::forget() {
    close();
    ++generation;
    restUntilMs = 0;
    checkFailed = false;
    m_minutes = {};
    m_usualMs = m_wholeMs;
}

bool TargetState::failed(std::int64_t nowMs, const Settings::Breaker& rules, bool probe) {
    if (circuit == Circuit::HalfOpen && probe) {
        open(nowMs, rules);
        return true;
    }
    if (circuit != Circuit::Closed)
        return false;
    failureTimes.push_back(nowMs);
    while (!failureTimes.empty() && failureTimes.front() <= nowMs - rules.windowSeconds * 1000LL)
        failureTimes.pop_front();
    if (static_cast<int>(failureTimes.size()) < rules.failures)
        return false;
    open(nowMs, rules);
    return true;
}

void TargetState::count(std::int64_t nowMs, bool failure) {
    const std::int64_t number = nowMs / kMinuteMs;
    Minute& minute = m_minutes[static_cast<std::size_t>(number) % kMinutes];
    if (minute.number != number)
        minute = {number, 0, 0};
    ++minute.requests;
    minute.failures += failure ? 1 : 0;
    checkedAtMs = nowMs;
}

std::int64_t TargetState::sumAt(std::int64_t nowMs, std::int64_t Minute::*field) const {
    std::int64_t sum = 0;
    for (const Minute& minute : m_minutes) {
        if (minute.number > nowMs / kMinuteMs - static_cast<std::int64_t>(kMinutes))
            sum += minute.*field;
    }
    return sum;
}

void TargetState::tookMs(std::int64_t nowMs, double wholeMs, double firstByteMs) {
    m_latencies[m_latencyCount++ % kLatencies] = static_cast<float>(wholeMs);
    average(m_wholeMs, wholeMs, kEwmaWeight);
    average(m_usualMs, wholeMs, kUsualWeight);
    if (firstByteMs >= 0)
        average(m_firstByteMs, firstByteMs, kEwmaWeight);
    m_latencyAtMs = nowMs;
}

double TargetState::p95() const {
    const std::size_t n = std::min(m_latencyCount, kLatencies);
    if (n == 0)
        return -1;
    std::vector<float> sorted(m_latencies.begin(), m_latencies.begin() + static_cast<std::ptrdiff_t>(n));
    std::ranges::sort(sorted);
    return static_cast<double>(sorted[(n - 1) * 95 / 100]);
}

double TargetState::fadedMs(std::int64_t nowMs, bool firstByte) const {
    const double seen = firstByte && m_firstByteMs >= 0 ? m_firstByteMs : m_wholeMs;
    const std::int64_t age = nowMs - m_latencyAtMs;
    return seen < 0 || age <= 0 ? seen : seen * std::exp2(-static_cast<double>(age) / kFadeHalfLifeMs);
}

double TargetState::scoreAt(std::int64_t nowMs) const {
    if (checkFailed)
        return kScoreFloor;
    double score = 1;
    if (const auto failures = static_cast<double>(failuresAt(nowMs)); failures > 0) {
        const auto requests = static_cast<double>(requestsAt(nowMs));
        score = (requests - failures + kCredit) / (requests + kCredit);
    }
    if (m_wholeMs > m_usualMs * kMuchSlower && m_wholeMs - m_usualMs > kNoticeableMs)
        score *= m_usualMs * kMuchSlower / m_wholeMs;
    return std::max(score, kScoreFloor);
}

} // namespace tollgate
