// What admission costs: rate limits of key and project, then every budget that applies, and all of it given
// back, with 10,000 keys, 100 projects and 1,000 budgets in all scopes.
//
//   admission_bench [--json] [ROUNDS]     prints microseconds per admission with one thread and with two

#include "gateway/policy/budget_book.h"
#include "gateway/policy/rate_limiter.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <random>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include <ctime>

using namespace tollgate;

namespace {

constexpr int kKeys = 10'000;
constexpr int kProjects = 100;
constexpr int kBudgets = 1'000;
constexpr int kUsers = 5'000;

struct World {
    ConfigSnapshot snapshot;
    std::vector<const ClientKey*> keys;
    std::vector<std::string> users;
};

void addBudget(ConfigSnapshot& snapshot, BudgetScope scope, std::string subject) {
    Budget budget;
    budget.id = "bud_" + std::to_string(snapshot.budgets.size());
    budget.scope = scope;
    budget.subject = std::move(subject);
    budget.period = static_cast<BudgetPeriod>(snapshot.budgets.size() % 4);
    budget.limit = Money::fromUsd(1e6);
    budget.action = BudgetAction::Block;
    snapshot.budgets.emplace(budget.id, budget);
}

void fill(World& world) {
    ConfigSnapshot& snapshot = world.snapshot;
    const Limits plenty{1'000'000'000, 1'000'000'000'000, 100'000};
    for (int i = 0; i < kProjects; ++i) {
        Project& project = snapshot.projects["project-" + std::to_string(i)];
        project.name = "project-" + std::to_string(i);
        project.limits = plenty;
    }
    for (int i = 0; i < kKeys; ++i) {
        const std::string id = "key_" + std::to_string(1'000'000'000 + i);
        ClientKey& key = snapshot.keys[id];
        key.id = id;
        key.project = "project-" + std::to_string(i % kProjects);
        key.limits = plenty;
    }
    for (const auto& [id, key] : snapshot.keys)
        world.keys.push_back(&key);
    for (int i = 0; i < kUsers; ++i)
        world.users.push_back("user-" + std::to_string(i) + "@example.com");
    addBudget(snapshot, BudgetScope::Global, {});
    addBudget(snapshot, BudgetScope::Global, {});
    for (const char* provider : {"openai", "anthropic", "azure-eu"})
        addBudget(snapshot, BudgetScope::Provider, provider);
    for (int i = 0; i < kProjects; ++i)
        addBudget(snapshot, BudgetScope::Project, "project-" + std::to_string(i));
    for (int i = 0; i < 400; ++i)
        addBudget(snapshot, BudgetScope::User, world.users[static_cast<std::size_t>(i)]);
    while (snapshot.budgets.size() < kBudgets)
        addBudget(snapshot, BudgetScope::Key, world.keys[snapshot.budgets.size()]->id);
}

struct Cost {
    double admitUs = 0; ///< admit() and reserve()
    double wholeUs = 0; ///< and settle(), finish(), recorded()
    double cpuUs = 0;   ///< of the whole, of this thread: what waiting for others leaves out
};

double threadCpuUs() {
    timespec now{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e6 + static_cast<double>(now.tv_nsec) / 1e3;
}

double sinceUs(std::chrono::steady_clock::time_point begin, int rounds) {
    return std::chrono::duration<double, std::micro>(std::chrono::steady_clock::now() - begin).count() /
           rounds;
}

/// In batches of admissions that run at the same time, as they do behind slow upstreams.
Cost run(const World& world, RateLimiter& limiter, BudgetBook& budgets, int rounds, unsigned seed) {
    constexpr int kRunning = 100;
    std::minstd_rand random(seed);
    std::vector<RateTicket> tickets(kRunning);
    std::vector<BudgetReservation> promises(kRunning);
    std::vector<BudgetSubjects> payers(kRunning);
    double admitUs = 0;
    const double cpu = threadCpuUs();
    const auto begin = std::chrono::steady_clock::now();
    for (int batch = 0; batch < rounds / kRunning; ++batch) {
        const auto admitting = std::chrono::steady_clock::now();
        for (std::size_t i = 0; i < kRunning; ++i) {
            const ClientKey& key = *world.keys[random() % world.keys.size()];
            const Project& project = *ConfigSnapshot::find(world.snapshot.projects, key.project);
            const std::array<LimitedSubject, 2> limited{
                {{LimitScope::Key, key.id, &key.limits},
                 {LimitScope::Project, project.name, &project.limits}}};
            auto admitted = limiter.admit(limited, 500);
            payers[i] = {key.project, key.id, world.users[random() % world.users.size()], "openai", 0};
            auto reserved = budgets.reserve(payers[i], Money{1'000'000});
            if (admitted.refusal || reserved.refusal)
                std::abort();
            tickets[i] = std::move(admitted.ticket);
            promises[i] = std::move(reserved.reservation);
        }
        admitUs += sinceUs(admitting, 1);
        for (std::size_t i = 0; i < kRunning; ++i) {
            budgets.settle(promises[i], payers[i], Money{100});
            limiter.finish(tickets[i], 420);
            BudgetBook::recorded(promises[i]);
        }
    }
    return {admitUs / rounds, sinceUs(begin, rounds), (threadCpuUs() - cpu) / rounds};
}

} // namespace

int main(int argc, char** argv) {
    bool json = false;
    int rounds = 500'000;
    for (int i = 1; i < argc; ++i) {
        if (std::string_view(argv[i]) == "--json")
            json = true;
        else
            rounds = std::max(1'000, std::atoi(argv[i]));
    }
    World world;
    fill(world);
    RateLimiter limiter(Clock::system());
    BudgetBook budgets(Clock::system());
    budgets.configure(world.snapshot, {});
    run(world, limiter, budgets, rounds / 5, 7); // warms up
    const Cost one = run(world, limiter, budgets, rounds, 1);
    Cost two;
    {
        std::array<Cost, 2> each;
        std::thread other([&] { each[1] = run(world, limiter, budgets, rounds, 2); });
        each[0] = run(world, limiter, budgets, rounds, 3);
        other.join();
        two = {std::max(each[0].admitUs, each[1].admitUs), std::max(each[0].wholeUs, each[1].wholeUs),
               std::max(each[0].cpuUs, each[1].cpuUs)};
    }
    if (json) {
        std::printf("[{\"threads\":1,\"admitUs\":%.3f,\"wholeUs\":%.3f,\"cpuUs\":%.3f},"
                    "{\"threads\":2,\"admitUs\":%.3f,\"wholeUs\":%.3f,\"cpuUs\":%.3f}]\n",
                    one.admitUs, one.wholeUs, one.cpuUs, two.admitUs, two.wholeUs, two.cpuUs);
        return 0;
    }
    std::printf("%d keys, %d projects, %d budgets\n", kKeys, kProjects, kBudgets);
    const auto show = [](const char* name, const Cost& cost) {
        std::printf("%s %.2f us per admission, %.2f us with settlement, %.2f us of CPU\n", name, cost.admitUs,
                    cost.wholeUs, cost.cpuUs);
    };
    show("1 thread: ", one);
    show("2 threads:", two);
    return 0;
}
