#pragma once
// The declarative configuration, one struct per resource of the admin contract. Plain values, no behaviour;
// JSON and validation are in codec.h. Everything here is immutable once it is part of a ConfigSnapshot.

#include "gateway/config/prices.h"
#include "gateway/wire/money.h"
#include "gateway/wire/translation.h"

#include <boost/json/object.hpp>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace tollgate {

struct Limits {
    std::optional<std::int64_t> rpm;
    std::optional<std::int64_t> tpm;
    std::optional<std::int64_t> maxParallel;
    friend bool operator==(const Limits&, const Limits&) = default;
};

enum class ProviderKind { OpenAi, Anthropic, AzureOpenAi, Gemini, Bedrock, OpenAiCompatible, Simulated };

/// options of kind `simulated`.
struct SimulatedOptions {
    double meanLatencyMs = 120;
    double pTimeout = 0.02;
    double pError = 0;
    double pLongTail = 0.05;
    double tokensPerSecond = 80;
    std::uint64_t seed = 7;
    std::string reply = "[{provider}:{model}] Answer to: {prompt:120}";
};

struct Provider {
    std::string name;
    ProviderKind kind = ProviderKind::OpenAi;
    std::string baseUrl; ///< without a trailing slash
    bool enabled = true;
    struct Timeouts {
        int connectMs = 5'000;
        int firstByteMs = 60'000;
        int idleMs = 60'000;
        int totalMs = 600'000;
    } timeouts;
    int maxRetries = 2;
    std::optional<std::int64_t> maxParallel;
    Limits limits; ///< what it may be asked for; of two caps on running requests the smaller one counts
    boost::json::object options; ///< as given
    SimulatedOptions simulated;  ///< read from options when kind is simulated
};

/// Its own prices are the version that holds now (when the snapshot was made, to be exact); `otherVersions`
/// are earlier and later ones, by validFromMs. pricesAt() finds the one of an instant.
struct Model : Prices {
    std::string provider;
    std::string model;
    std::optional<std::int64_t> contextWindow;
    std::optional<std::int64_t> maxOutputTokens;
    std::vector<std::string> capabilities;
    std::string tier; ///< simple, medium, complex or empty
    std::vector<Prices> otherVersions;
};

struct Target {
    std::string provider;
    std::string model;
    int weight = 1;
    std::vector<std::string> tags = {}; ///< what callers may ask for with X-Tollgate-Tags
    std::string region = {};            ///< the same as the tag "region:NAME"
    friend bool operator==(const Target&, const Target&) = default;
    std::string reference() const { return provider + "/" + model; }
};

enum class Strategy { Simple, Weighted, LeastLatency, LeastCost, Auto };

/// An alias' options, by the names of the admin API in camel case; what is not set stands at its default.
struct RouteOptions {
    std::vector<std::string> prefer; ///< providers that go first, in this order
    std::optional<Money> maxCost;    ///< of one request: targets estimated dearer are skipped
    bool tagsRequired = false; ///< X-Tollgate-Tags leaves out who lacks one, instead of putting them last
    std::int64_t expectedOutputTokens = 1'000; ///< for estimates, when the caller sets no limit
    bool serveStale = false;                   ///< an exact cached answer when every target fails
    bool drift = true;                         ///< weights shrink with a target's health
    // Strategy auto: up to these a task is simple, from these on complex.
    std::int64_t simpleMaxPromptTokens = 500;
    std::int64_t complexMinPromptTokens = 4'000;
    std::int64_t complexMinOutputTokens = 2'000;
    std::optional<std::vector<std::string>> complexWords; ///< instead of the built-in ones; lower case
    bool localFirst = true;                  ///< a simple task goes to a local target if there is one
    std::vector<std::string> localProviders; ///< taken for local besides those that are seen to be
};

struct Alias {
    std::string alias;
    Strategy strategy = Strategy::Simple;
    bool enabled = true;
    std::vector<Target> targets;
    std::vector<Target> fallbacks;
    UnsupportedParams unsupportedParams = UnsupportedParams::Drop;
    boost::json::object options; ///< as given
    RouteOptions route;          ///< read from options
};

struct Project {
    std::string name;
    std::string description;
    Limits limits;
    bool enabled = true;
};

/// A virtual key. The secret itself is nowhere: bcrypt of it, and its public prefix.
struct ClientKey {
    std::string id;
    std::string name;
    std::string project; ///< empty: none
    std::optional<std::string> user;
    std::string prefix; ///< "tg-AbC123", what a person recognises it by
    std::string bcrypt;
    std::vector<std::string> allowedModels; ///< empty: all
    Limits limits;
    std::optional<std::int64_t> expiresAtMs;
    bool enabled = true;
    std::int64_t createdAtMs = 0;
    /// The secret before the last rotation, while both are good.
    struct RetiredSecret {
        std::string prefix;
        std::string bcrypt;
        std::int64_t untilMs = 0;
        friend bool operator==(const RetiredSecret&, const RetiredSecret&) = default;
    };
    std::optional<RetiredSecret> retired;
};

enum class BudgetScope { Global, Project, Key, User, Provider };
enum class BudgetPeriod { Day, Week, Month, Rolling30d };
enum class BudgetAction { Block, Warn, Downgrade };

struct Budget {
    std::string id;
    BudgetScope scope = BudgetScope::Global;
    std::string subject; ///< empty for global
    BudgetPeriod period = BudgetPeriod::Month;
    Money limit;
    std::vector<int> thresholds{50, 80, 100}; ///< percent, ascending
    BudgetAction action = BudgetAction::Warn;
    std::string downgradeTo; ///< an alias
    std::string timezone;    ///< IANA; empty is UTC
    bool enabled = true;
};

enum class FlagType { Canary, Prompt, KillSwitch, Mirror };
enum class StickyBy { User, Project, Key };

struct FlagRule {
    std::map<std::string, std::vector<std::string>>
        conditions;    ///< user, project, key → patterns, `*` at the end
    std::string serve; ///< "canary", "stable" or a prompt version
};

struct Guardrails {
    std::int64_t minRequests = 200;
    std::optional<double> maxErrorRate;
    std::optional<double> maxP95Ratio;
    std::optional<double> maxCostRatio;
};

struct Ramp {
    double stepPercent = 10;
    double everyMinutes = 30;
    double maxPercent = 100;
};

/// A change that was not declared: a guardrail, a ramp's step, a roll-back.
struct FlagIntervention {
    std::int64_t atMs = 0;
    std::string by; ///< the actor of the audit log: "guardrail", "ramp", "admin-token", …
    std::string reason;
    /// The flag as it was declared before. A configuration document that still says so does not undo the
    /// change.
    boost::json::object declared;
};

struct Flag {
    std::string key;
    FlagType type = FlagType::Canary;
    bool enabled = true;
    std::string salt;
    std::vector<FlagRule> rules;
    // canary
    std::string alias;
    std::string stable;
    std::string canary;
    double rolloutPercent = 0;
    StickyBy stickyBy = StickyBy::User;
    std::optional<Guardrails> guardrails;
    std::optional<Ramp> ramp;
    // prompt
    std::string prompt;
    std::vector<std::pair<std::string, double>> weights; ///< version → share, in the order given
    std::string defaultVersion;
    // kill_switch
    std::string provider;
    std::string target; ///< also of mirror
    // mirror
    double percent = 0;
    std::optional<Money> maxCostPerDay; ///< of the copies, by UTC days
    // of every type; not declared but kept
    std::int64_t changedAtMs = 0; ///< since then its statistics count and its ramp waits
    std::optional<FlagIntervention> intervention;
};

struct PromptVersion {
    std::string version; ///< "v1", "v2", …
    std::string system;
    std::string templateText = "{{message}}";
    std::optional<std::string> model;
    std::optional<double> temperature;
    std::optional<std::int64_t> maxTokens;
    std::string hash; ///< 12 hex digits of SHA-256 over what the version says
    std::int64_t createdAtMs = 0;
    std::string note;
};

struct Prompt {
    std::string name;
    std::string defaultVersion;
    std::vector<PromptVersion> versions;
};

enum class AuthMode { Required, OptionalOnLoopback };
enum class CaptureBodies { Off, Errors, All };

struct Settings {
    AuthMode auth = AuthMode::Required;
    CaptureBodies captureBodies = CaptureBodies::Off;
    int retentionDays = 90;
    int maxDatabaseMb = 2048;
    std::vector<std::string> corsOrigins;
    bool webhookAllowPrivate = false;
    std::string otlpEndpoint; ///< "/v1/traces" and "/v1/metrics" follow; empty: no telemetry goes out
    std::string otlpServiceName = "tollgate"; ///< as others are to know this gateway
    double otlpSampleRatio = 1;               ///< of the traces that begin here
    bool otlpMetrics = true;
    bool cacheExact = false;
    int cacheTtlSeconds = 300;
    int cacheMaxMb = 64;
    std::string defaultAlias = "chat-default";
    std::string defaultPrompt = "assistant";
    struct Breaker {
        int failures = 3;
        int windowSeconds = 60;
        int cooldownSeconds = 30;
        int maxCooldownSeconds = 300;
        int successes = 2;
        friend bool operator==(const Breaker&, const Breaker&) = default;
    } breaker;
    bool refuseOnLedgerFailure = false;
    int healthProbeSeconds = 30; ///< between two checks of a provider that is in use; 0: none
    int jobsParallel = 32;       ///< requests of tasks and batches that run at a time
    int taskTtlHours = 24;       ///< how long results of tasks and batches are kept
    int jobsMaxMb = 4096;        ///< of tasks, batches and webhooks kept, with what they will be answered
    int jobsProjectMaxMb = 1024; ///< the same of one project
};

} // namespace tollgate
