#pragma once
// Turns an errand into the ledger record it would have left: route taken, attempts, decision, usage, cost.

#include "app/demo/demo_world.h"
#include "gateway/config/snapshot.h"
#include "gateway/wire/request_record.h"
#include "gateway/wire/trace_id.h"

#include <cstdint>
#include <string>
#include <vector>

namespace tollgate::demo {

/// A request before it is played.
struct Draft {
    std::int64_t atMs = 0;
    Errand errand = Errand::Chat;
    const Person* person = nullptr;
    double inputTokens = 0;
    double outputTokens = 0;
    bool scalable = false; ///< its size may be fitted to the day's spending
    std::uint64_t seed = 0;
};

/// What was wrong with the world at that moment: chances that an attempt fails.
struct Weather {
    double anthropic = 0.004;
    double vllm = 0.004;
    bool vllmCircuitOpen = false;
};

class RequestMaker {
public:
    explicit RequestMaker(ConfigSnapshot world);

    /// `scale` stretches the input of a scalable draft.
    RequestRecord make(const Draft& draft, double scale, const Weather& weather, std::string id) const;
    /// What make() would charge, without the rest of it.
    Money estimate(const Draft& draft, double scale) const;
    const ConfigSnapshot& world() const { return m_world; }

private:
    struct Play;
    void choose(Play& play) const;
    void attempt(Play& play) const;
    void answer(Play& play, const Target& target) const;
    void refuse(Play& play, int status, RequestOutcome outcome, const char* code, std::string error) const;
    Usage usageOf(const Draft& draft, double scale, Random& random) const;

    ConfigSnapshot m_world;
};

} // namespace tollgate::demo
