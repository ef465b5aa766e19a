#pragma once
// Who asks for what in the demo: the same people and habits in the history and in the live traffic.

#include "gateway/config/snapshot.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <random>
#include <span>
#include <string_view>

namespace tollgate::demo {

/// What a request is about.
enum class Errand {
    Chat,      ///< alias chat-default, under the canary
    Auto,      ///< alias auto: the local model where it can, else gpt-4o
    Long,      ///< alias claude-long: documents
    Search,    ///< alias search-fast
    Embed,     ///< alias embed
    Support,   ///< alias support-bot
    AzureOnly, ///< an alias without a way out
    Summarise, ///< alias summarise
    Notebook,  ///< POST /chat
    Sandbox,   ///< openai/gpt-4o, named directly
    Experiment ///< gemini/gemini-exp: nobody knows its price
};
inline constexpr std::size_t kErrands = 11;

struct ErrandInfo {
    Errand errand;
    double share;           ///< of all requests
    std::string_view model; ///< what the caller asks for
    double inputTokens;     ///< median
    double outputTokens;    ///< median; 0: none
    bool heavy;             ///< its size is what a day's spending depends on
};
const ErrandInfo& errandInfo(Errand errand);
/// The same errands as the live traffic runs them: smaller, and the large ones seldom.
const ErrandInfo& lightErrandInfo(Errand errand);

struct Person {
    std::string_view name;
    std::string_view project;
    std::array<double, kErrands> weights; ///< per errand, in the order of Errand
};
std::span<const Person> people();

struct ProjectKey {
    std::string_view project;
    std::string_view keyId;
    std::string_view keyName; ///< the file DATA_DIR/keys/<name> holds its secret
};
std::span<const ProjectKey> projectKeys();
const ProjectKey& keyOf(std::string_view project);

using Random = std::mt19937_64;

// Drawn by hand: the library's distributions differ between standard libraries, the demo must not.
double uniform(Random& random); ///< [0, 1)
bool chance(Random& random, double probability);
double normal(Random& random);
double logNormal(Random& random, double median, double sigma);
std::int64_t poisson(Random& random, double mean);

Errand drawErrand(Random& random);
Errand drawLightErrand(Random& random);
const Person& drawPerson(Random& random, Errand errand);
/// A generator for one purpose and one place in time, whatever was drawn elsewhere.
Random randomFor(std::uint64_t purpose, std::int64_t place);

/// The demo's configuration as the gateway would read it: models, aliases, flags.
ConfigSnapshot demoSnapshot();

} // namespace tollgate::demo
