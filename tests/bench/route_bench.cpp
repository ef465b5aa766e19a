// What planning a route costs: one alias with two targets and a fallback, priced and with traffic behind
// them.
//
//   route_bench [PLANS]           prints nanoseconds and allocations per plan for every strategy

#include "gateway/routing/router.h"

#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <new>
#include <string>

namespace {
std::atomic<long> allocations{0};
}

// Not inlined: the compiler would take the free() of what it sees coming from new for a mistake.
[[gnu::noinline]] void* operator new(std::size_t size) {
    allocations.fetch_add(1, std::memory_order_relaxed);
    if (void* memory = std::malloc(size))
        return memory;
    throw std::bad_alloc();
}
[[gnu::noinline]] void operator delete(void* memory) noexcept {
    std::free(memory);
}
[[gnu::noinline]] void operator delete(void* memory, std::size_t) noexcept {
    std::free(memory);
}

using namespace tollgate;

namespace {

ConfigSnapshot world() {
    ConfigSnapshot snapshot;
    for (const char* name : {"openai", "azure-eu", "anthropic"}) {
        snapshot.providers[name].name = name;
        Model& model = snapshot.models[std::string(name) + "/gpt-4o-mini"];
        model.provider = name;
        model.model = "gpt-4o-mini";
        model.input = TokenPrice::fromUsdPerMtok(0.15);
        model.output = TokenPrice::fromUsdPerMtok(0.6);
        model.contextWindow = 128'000;
        model.capabilities = {"chat", "streaming", "tools", "vision", "json_schema"};
    }
    for (const Strategy strategy : {Strategy::Simple, Strategy::Weighted, Strategy::LeastLatency,
                                    Strategy::LeastCost, Strategy::Auto}) {
        Alias& alias = snapshot.aliases["alias-" + std::to_string(static_cast<int>(strategy))];
        alias.alias = "alias-" + std::to_string(static_cast<int>(strategy));
        alias.strategy = strategy;
        alias.targets = {{"openai", "gpt-4o-mini", 3}, {"azure-eu", "gpt-4o-mini", 1}};
        alias.fallbacks = {{"anthropic", "gpt-4o-mini"}};
    }
    return snapshot;
}

} // namespace

int main(int argc, char** argv) {
    const long plans = argc > 1 ? std::atol(argv[1]) : 200'000;
    const ConfigSnapshot snapshot = world();
    HealthBoard health(Clock::system());
    Router router(health);
    for (int i = 0; i < 200; ++i) {
        health.succeeded("openai/gpt-4o-mini", 100 + i % 7);
        health.succeeded("azure-eu/gpt-4o-mini", 120 + i % 5);
    }
    constexpr const char* kNames[] = {"simple", "weighted", "least_latency", "least_cost", "auto"};
    for (int strategy = 0; strategy < 5; ++strategy) {
        const std::string name = "alias-" + std::to_string(strategy);
        RouteRequest request;
        request.model = name;
        request.subject = {"alice", "checkout", "key_1"};
        request.promptTokens = 400;
        std::size_t seen = 0;
        const auto run = [&](long count) {
            for (long i = 0; i < count; ++i)
                seen += router.plan(snapshot, request)->candidates.size();
        };
        run(plans / 10);
        const long before = allocations.load();
        const auto start = std::chrono::steady_clock::now();
        run(plans);
        const std::chrono::duration<double, std::nano> spent = std::chrono::steady_clock::now() - start;
        std::printf("%-14s %6.0f ns  %5.1f allocations per plan (%zu candidates)\n", kNames[strategy],
                    spent.count() / static_cast<double>(plans),
                    static_cast<double>(allocations.load() - before) / static_cast<double>(plans),
                    seen / static_cast<std::size_t>(plans + plans / 10));
    }
    return 0;
}
