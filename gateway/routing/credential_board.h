#pragma once
// Several keys of one provider: used in turn, and which of them rest. In memory only; keys are remembered by
// a hash of theirs, so that a replaced one starts afresh.

#include "gateway/config/snapshot.h"
#include "gateway/wire/clock.h"

#include <atomic>
#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tollgate {

struct CredentialHealth {
    enum class State { Ready, Resting, Refused };
    State state = State::Ready;
    std::int64_t retryAtMs = 0; ///< of one that is not ready
};
std::string_view toString(CredentialHealth::State state);

/// Thread-safe. A 429 lets a key rest for the target that said so, because upstreams limit by model; a 401
/// or 403 lets it rest for the whole provider. A single key never rests here: its target does.
class CredentialBoard {
public:
    explicit CredentialBoard(const Clock& clock)
        : m_clock(clock) {}

    /// The next key in turn that does not rest. Where all were refused, the one that waited longest, so that
    /// a repaired account is noticed; where one of them only waits for its limit: nothing.
    std::optional<std::size_t> pick(std::string_view provider, std::string_view model,
                                    const Credentials& credentials);
    /// When a key will be there again; 0: one is. Changes nothing.
    std::int64_t retryAtMs(std::string_view provider, std::string_view model,
                           const Credentials& credentials) const;

    void limited(std::string_view provider, std::string_view model, std::string_view key,
                 std::int64_t untilMs);
    void refused(std::string_view provider, std::string_view key);
    void accepted(std::string_view provider, std::string_view key); ///< takes back refused()
    void reset(std::string_view provider);

    /// One for each key, in their order.
    std::vector<CredentialHealth> health(std::string_view provider, const Credentials& credentials) const;

    static constexpr std::int64_t kRefusedRestMs = 5 * 60'000;

private:
    struct Rest {
        std::size_t key = 0; ///< hash
        std::string model;   ///< empty: refused, whatever the model
        std::int64_t untilMs = 0;
    };
    struct Keys {
        std::size_t turn = 0;
        std::vector<Rest> rests;
    };
    struct Waits {
        std::int64_t limitedMs = 0; ///< 0: not
        std::int64_t refusedMs = 0;
    };
    static Waits waitsOf(const Keys* keys, std::size_t key, std::string_view model, std::int64_t now);
    const Keys* find(std::string_view provider) const;
    void rest(std::string_view provider, Rest rest);

    const Clock& m_clock;
    std::atomic<bool> m_anyRest{false}; ///< ever: a house without trouble pays nothing for this
    mutable std::mutex m_mutex;
    ByName<Keys> m_providers;
};

} // namespace tollgate
