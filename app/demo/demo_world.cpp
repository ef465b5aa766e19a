#include "app/demo/demo_world.h"

#include "app/demo/demo.h"
#include "gateway/config/codec.h"

#include <boost/json/parse.hpp>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <numbers>

namespace tollgate::demo {

namespace {

constexpr std::uint64_t kSeed = 20'261'122;

constexpr std::array<ErrandInfo, kErrands> kErrandInfos{{
    {Errand::Chat, 0.690, "chat-default", 260, 110, false},
    {Errand::Auto, 0.070, "auto", 9'000, 520, true},
    {Errand::Long, 0.030, "claude-long", 30'000, 700, true},
    {Errand::Search, 0.090, "search-fast", 420, 70, false},
    {Errand::Embed, 0.045, "embed", 1'800, 0, false},
    {Errand::Support, 0.040, "support-bot", 700, 180, false},
    {Errand::AzureOnly, 0.006, "azure-only", 900, 200, true},
    {Errand::Summarise, 0.014, "summarise", 6'000, 300, true},
    {Errand::Notebook, 0.009, "chat-default", 60, 45, false},
    {Errand::Sandbox, 0.004, "openai/gpt-4o", 400, 250, false},
    {Errand::Experiment, 0.002, "gemini/gemini-exp", 500, 150, false},
}};

constexpr std::array<ErrandInfo, kErrands> kLightErrandInfos{{
    {Errand::Chat, 0.720, "chat-default", 90, 60, false},
    {Errand::Auto, 0.070, "auto", 350, 60, false},
    {Errand::Long, 0.010, "claude-long", 520, 70, false},
    {Errand::Search, 0.100, "search-fast", 120, 40, false},
    {Errand::Embed, 0, "embed", 1'800, 0, false},
    {Errand::Support, 0.060, "support-bot", 200, 60, false},
    {Errand::AzureOnly, 0.006, "azure-only", 200, 50, false},
    {Errand::Summarise, 0.014, "summarise", 300, 60, false},
    {Errand::Notebook, 0.014, "chat-default", 40, 40, false},
    {Errand::Sandbox, 0.004, "openai/gpt-4o", 80, 50, false},
    {Errand::Experiment, 0.002, "gemini/gemini-exp", 120, 40, false},
}};

// Weights in the order of Errand. In the canary by rule (alice, qa-*) or by bucket (bob) are 15.4 of 100
// chats.
constexpr Person kPeople[] = {
    //                              chat auto long srch embd supp azur summ note sand exp
    {"alice", "checkout-bot", {6.0, 15, 45, 0, 0, 0, 60, 0, 0, 0, 0}},
    {"nightly-eval", "ci", {6.0, 65, 0, 0, 0, 0, 0, 0, 0, 0, 0}},
    {"bob", "support", {5.0, 0, 25, 0, 0, 10, 0, 50, 0, 0, 0}},
    {"carol", "support", {14.0, 0, 18, 0, 0, 35, 0, 10, 0, 0, 0}},
    {"dave", "search", {12.0, 8, 4, 35, 40, 0, 0, 0, 0, 0, 40}},
    {"erin", "search", {10.0, 6, 2, 33, 60, 0, 0, 0, 0, 0, 0}},
    {"intern", "sandbox", {0.3, 0, 0, 0, 0, 0, 0, 0, 10, 100, 0}},
    {"qa-1", "checkout-bot", {2.4, 0, 0, 0, 0, 0, 0, 0, 20, 0, 0}},
    {"qa-2", "ci", {2.0, 2, 0, 0, 0, 0, 0, 0, 20, 0, 0}},
    {"frank", "checkout-bot", {8.7, 0, 0, 0, 0, 0, 20, 0, 0, 0, 0}},
    {"grace", "checkout-bot", {7.0, 0, 3, 0, 0, 0, 0, 20, 0, 0, 0}},
    {"heidi", "support", {6.0, 0, 0, 0, 0, 30, 0, 0, 0, 0, 0}},
    {"ivan", "support", {5.0, 0, 0, 0, 0, 0, 20, 20, 0, 0, 0}},
    {"judy", "support", {4.0, 0, 3, 0, 0, 25, 0, 0, 0, 0, 0}},
    {"ken", "search", {3.0, 0, 0, 16, 0, 0, 0, 0, 0, 0, 60}},
    {"lena", "search", {3.0, 0, 0, 16, 0, 0, 0, 0, 0, 0, 0}},
    {"mia", "sandbox", {2.0, 4, 0, 0, 0, 0, 0, 0, 10, 0, 0}},
    {"noah", "ci", {2.0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}},
    {"olga", "checkout-bot", {1.0, 0, 0, 0, 0, 0, 0, 0, 20, 0, 0}},
    {"paul", "sandbox", {0.6, 0, 0, 0, 0, 0, 0, 0, 20, 0, 0}},
};

constexpr ProjectKey kKeys[] = {
    {"checkout-bot", "key_demo_checkout", "checkout-bot"},
    {"support", "key_demo_support", "support-desk"},
    {"search", "key_demo_search", "search-backend"},
    {"ci", "key_demo_ci", "ci"},
    {"sandbox", "key_demo_sandbox", "sandbox"},
};

/// The document is part of the program: what cannot be read is a mistake in it.
template <typename T, typename Read, typename Put>
void readAll(const boost::json::object& document, const char* list, Read read, Put put) {
    for (const boost::json::value& value : document.at(list).as_array()) {
        auto parsed = read(value.as_object());
        if (!parsed)
            std::abort();
        put(std::move(*parsed));
    }
}

Errand draw(Random& random, const std::array<ErrandInfo, kErrands>& infos) {
    double at = uniform(random);
    for (const ErrandInfo& info : infos) {
        at -= info.share;
        if (at < 0)
            return info.errand;
    }
    return Errand::Chat;
}

std::uint64_t mixed(std::uint64_t value) { // splitmix64
    value += 0x9E3779B97F4A7C15ULL;
    value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9ULL;
    value = (value ^ (value >> 27)) * 0x94D049BB133111EBULL;
    return value ^ (value >> 31);
}

} // namespace

const ErrandInfo& errandInfo(Errand errand) {
    return kErrandInfos[static_cast<std::size_t>(errand)];
}

const ErrandInfo& lightErrandInfo(Errand errand) {
    return kLightErrandInfos[static_cast<std::size_t>(errand)];
}

std::span<const Person> people() {
    return kPeople;
}

std::span<const ProjectKey> projectKeys() {
    return kKeys;
}

const ProjectKey& keyOf(std::string_view project) {
    return *std::find_if(std::begin(kKeys), std::end(kKeys) - 1,
                         [project](const ProjectKey& key) { return key.project == project; });
}

double uniform(Random& random) {
    return static_cast<double>(random() >> 11) * 0x1.0p-53;
}

bool chance(Random& random, double probability) {
    return uniform(random) < probability;
}

double normal(Random& random) { // Box–Muller
    const double radius = std::sqrt(-2 * std::log(1 - uniform(random)));
    return radius * std::cos(2 * std::numbers::pi * uniform(random));
}

double logNormal(Random& random, double median, double sigma) {
    return median * std::exp(sigma * normal(random));
}

std::int64_t poisson(Random& random, double mean) {
    if (mean <= 0)
        return 0;
    if (mean > 50)
        return std::max<std::int64_t>(0, std::llround(mean + std::sqrt(mean) * normal(random)));
    const double limit = std::exp(-mean);
    std::int64_t count = 0;
    for (double product = uniform(random); product > limit; product *= uniform(random))
        ++count;
    return count;
}

Errand drawErrand(Random& random) {
    return draw(random, kErrandInfos);
}

Errand drawLightErrand(Random& random) {
    return draw(random, kLightErrandInfos);
}

const Person& drawPerson(Random& random, Errand errand) {
    const auto index = static_cast<std::size_t>(errand);
    double total = 0;
    for (const Person& person : kPeople)
        total += person.weights[index];
    double at = uniform(random) * total;
    for (const Person& person : kPeople) {
        at -= person.weights[index];
        if (at < 0)
            return person;
    }
    return kPeople[0];
}

Random randomFor(std::uint64_t purpose, std::int64_t place) {
    return Random(mixed(kSeed ^ mixed(purpose) ^ mixed(static_cast<std::uint64_t>(place))));
}

ConfigSnapshot demoSnapshot() {
    ConfigSnapshot snapshot;
    const boost::json::value document =
        boost::json::parse(boost::json::string_view(demoConfiguration().data(), demoConfiguration().size()));
    const boost::json::object& lists = document.as_object();
    readAll<Model>(lists, "models", modelFromJson, [&](Model model) {
        std::string name = model.provider + "/" + model.model;
        snapshot.models.emplace(std::move(name), std::move(model));
    });
    readAll<Flag>(lists, "flags", flagFromJson, [&](Flag flag) {
        std::string name = flag.key;
        snapshot.flags.emplace(std::move(name), std::move(flag));
    });
    readAll<Alias>(lists, "aliases", aliasFromJson, [&](Alias alias) {
        std::string name = alias.alias;
        snapshot.aliases.emplace(std::move(name), std::move(alias));
    });
    readAll<Budget>(lists, "budgets", budgetFromJson, [&](Budget budget) {
        std::string name = budget.id;
        snapshot.budgets.emplace(std::move(name), std::move(budget));
    });
    return snapshot;
}

} // namespace tollgate::demo
