#pragma once
// What the health board remembers of one target. Everything below is read and written under its mutex.

#include "gateway/config/resources.h"

#include <array>
#include <cstdint>
#include <deque>
#include <mutex>
#include <string>

namespace tollgate {

enum class Circuit { Closed, Open, HalfOpen };

struct TargetState {
    explicit TargetState(std::string target)
        : name(std::move(target)) {}

    const std::string name;
    mutable std::mutex mutex;

    // The breaker.
    Circuit circuit = Circuit::Closed;
    /// Grows whenever the circuit opens or is reset: the outcome of an attempt that began under another
    /// generation says nothing about this one.
    std::uint64_t generation = 0;
    std::deque<std::int64_t> failureTimes; ///< within the breaker's window
    std::int64_t retryAtMs = 0;
    std::int64_t restUntilMs = 0;
    std::int64_t cooldownMs = 0;
    bool probing = false; ///< a half-open circuit has let its one probe through
    int successes = 0;    ///< of probes, since it is half open

    // What was seen.
    std::string lastError;
    std::int64_t checkedAtMs = 0;
    bool checkFailed = false;
    int running = 0;

    /// An open circuit whose cool-down is over lets probes in. Only an attempt makes it so, because that is
    /// what others are told about; who merely looks asks this.
    Circuit circuitAt(std::int64_t nowMs) const {
        return circuit == Circuit::Open && nowMs >= retryAtMs ? Circuit::HalfOpen : circuit;
    }
    bool availableAt(std::int64_t nowMs) const;
    void mature(std::int64_t nowMs);
    void open(std::int64_t nowMs, const Settings::Breaker& rules);
    void close();
    void forget(); ///< everything that was seen, but not who is running
    /// True when this failure opened the circuit.
    bool failed(std::int64_t nowMs, const Settings::Breaker& rules, bool probe);

    void count(std::int64_t nowMs, bool failure);
    void tookMs(std::int64_t nowMs, double wholeMs, double firstByteMs);
    std::int64_t requestsAt(std::int64_t nowMs) const { return sumAt(nowMs, &Minute::requests); }
    std::int64_t failuresAt(std::int64_t nowMs) const { return sumAt(nowMs, &Minute::failures); }
    double p95() const; ///< of the last successes; -1: none yet
    double wholeMs() const { return m_wholeMs; }
    /// As wholeMs() or the average time to the first byte, but it fades while nothing new is seen, so that a
    /// target that was slow once is tried again; -1: never seen.
    double fadedMs(std::int64_t nowMs, bool firstByte) const;
    /// 1 for a target in its usual shape, down to kScoreFloor for one that fails or has become slow.
    double scoreAt(std::int64_t nowMs) const;

    static constexpr double kScoreFloor = 0.1;

private:
    struct Minute {
        std::int64_t number = -1;
        std::int64_t requests = 0;
        std::int64_t failures = 0;
    };
    std::int64_t sumAt(std::int64_t nowMs, std::int64_t Minute::*field) const;

    static constexpr std::size_t kLatencies = 128;
    static constexpr std::size_t kMinutes = 5;
    std::array<Minute, kMinutes> m_minutes{};
    std::array<float, kLatencies> m_latencies{};
    std::size_t m_latencyCount = 0;
    std::int64_t m_latencyAtMs = 0;
    double m_wholeMs = -1;     ///< moving average
    double m_firstByteMs = -1; ///< the same of streams
    double m_usualMs = -1;     ///< a slow moving average: what to expect of it
};

} // namespace tollgate
