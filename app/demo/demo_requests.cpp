#include "app/demo/demo_requests.h"

#include "gateway/ledger/pricing.h"
#include "gateway/routing/flag_evaluator.h"

#include <algorithm>
#include <cmath>

namespace tollgate::demo {

namespace {

struct Pace {
    std::string_view provider;
    double meanMs;
    double tokensPerMs;
    double failing;
    int tries;
};
constexpr Pace kPaces[] = {
    {"openai", 190, 0.60, 0.002, 2},   {"anthropic", 260, 0.45, 0.004, 2},
    {"azure-eu", 380, 0.50, 0.061, 2}, {"bedrock-us", 300, 0.45, 0.001, 2},
    {"gemini", 120, 0.90, 0.003, 2},   {"oss", 20, 2.0, 0, 1},
    {"vllm-gpu1", 60, 0.30, 0.004, 1},
};

const Pace& paceOf(std::string_view provider) {
    return *std::find_if(std::begin(kPaces), std::end(kPaces) - 1,
                         [provider](const Pace& pace) { return pace.provider == provider; });
}

constexpr double kCanarySlower = 1.07;
constexpr double kStableRefused =
    0.0030; ///< by the vendor's content filter: the caller's fault, so no fallback
constexpr double kCanaryRefused = 0.0037;
constexpr double kClientLeaves = 0.002;
constexpr double kNeedsTools = 0.3;
constexpr double kProbeWhileOpen = 0.15;
constexpr double kCachedSometimes = 0.55;
constexpr double kCachedShare = 0.55;
constexpr double kMaxInput = 150'000;

std::int64_t us(double ms) {
    return std::llround(ms * 1000);
}

std::string money(const Money& amount) {
    return "$" + amount.toString();
}

} // namespace

/// One request while it is being played.
struct RequestMaker::Play {
    const Draft& draft;
    const double scale;
    const Weather& weather;
    Random random;
    RequestRecord record;
    std::vector<Target> chain{};
    double clockMs = 0; ///< since arrival
    double slower = 1;

    void say(std::string code, std::string text) {
        record.decision.push_back({std::move(code), std::move(text)});
    }
};

RequestMaker::RequestMaker(ConfigSnapshot world)
    : m_world(std::move(world)) {}

Usage RequestMaker::usageOf(const Draft& draft, double scale, Random& random) const {
    const double stretch = draft.scalable ? scale : 1.0;
    const auto input = static_cast<std::int64_t>(std::clamp(draft.inputTokens * stretch, 8.0, kMaxInput));
    Usage usage;
    const bool caches =
        draft.errand == Errand::Long || draft.errand == Errand::Auto || draft.errand == Errand::Chat;
    // Drawn always, so that what follows does not depend on it.
    const bool cached = chance(random, kCachedSometimes);
    usage.cacheRead =
        caches && cached ? static_cast<std::int64_t>(static_cast<double>(input) * kCachedShare) : 0;
    usage.inputUncached = input - usage.cacheRead;
    usage.outputText = static_cast<std::int64_t>(draft.outputTokens);
    return usage;
}

Money RequestMaker::estimate(const Draft& draft, double scale) const {
    constexpr std::pair<Errand, std::string_view> kUsual[] = {
        {Errand::Chat, "openai/gpt-4o-mini"},
        {Errand::Long, "anthropic/claude-sonnet-4-5"},
        {Errand::Search, "gemini/gemini-2.5-flash"},
        {Errand::Embed, "openai/text-embedding-3-small"},
        {Errand::Support, "azure-eu/gpt-4o-mini"},
        {Errand::AzureOnly, "azure-eu/gpt-4o"},
        {Errand::Summarise, "bedrock-us/claude-haiku-4-5"},
        {Errand::Notebook, "openai/gpt-4o-mini"},
        {Errand::Sandbox, "openai/gpt-4o"},
        {Errand::Auto, "openai/gpt-4o"},
    };
    for (const auto& [errand, reference] : kUsual) {
        if (errand != draft.errand)
            continue;
        Random random(draft.seed);
        const Money whole =
            price(ConfigSnapshot::find(m_world.models, reference), usageOf(draft, scale, random))
                .cost.value_or(Money{});
        // Only requests with tools go to gpt-4o; the local model costs next to nothing.
        return errand == Errand::Auto
                   ? Money{std::llround(static_cast<double>(whole.nanodollars) * kNeedsTools)}
                   : whole;
    }
    return {};
}

RequestRecord RequestMaker::make(const Draft& draft, double scale, const Weather& weather,
                                 std::string id) const {
    Play play{draft, scale, weather, Random(draft.seed), {}};
    RequestRecord& record = play.record;
    record.usage = usageOf(draft, scale, play.random);
    record.id = std::move(id);
    record.traceId = record.id;
    record.atMs = draft.atMs;
    record.user = draft.person->name;
    record.project = draft.person->project;
    record.keyId = keyOf(draft.person->project).keyId;
    record.requestedModel = errandInfo(draft.errand).model;
    record.route = draft.errand == Errand::Embed      ? "/v1/embeddings"
                   : draft.errand == Errand::Notebook ? "/chat"
                                                      : "/v1/chat/completions";
    record.dialect = draft.errand == Errand::Embed      ? "openai_embeddings"
                     : draft.errand == Errand::Notebook ? "notebook"
                                                        : "openai_chat";
    record.streaming =
        draft.errand != Errand::Embed && draft.errand != Errand::Notebook && chance(play.random, 0.45);
    record.overheadUs = std::llround(logNormal(play.random, 190, 0.45));
    play.clockMs = static_cast<double>(record.overheadUs) / 2000;
    choose(play);
    attempt(play);
    record.latencyUs = us(play.clockMs) + record.overheadUs / 2;
    return std::move(record);
}

/// Alias and flag → the targets in order, told like the router tells it.
void RequestMaker::choose(Play& play) const {
    RequestRecord& record = play.record;
    const Alias* alias = ConfigSnapshot::find(m_world.aliases, record.requestedModel);
    if (!alias) {
        const auto cut = record.requestedModel.find('/');
        play.chain.push_back(
            {record.requestedModel.substr(0, cut), record.requestedModel.substr(cut + 1), 1});
        play.say("direct", "named directly: " + record.requestedModel);
        return;
    }
    record.alias = alias->alias;
    constexpr std::string_view kStrategies[] = {"simple", "weighted", "least latency", "least cost",
                                                "cheapest capable"};
    play.say("alias.strategy", "alias " + alias->alias + " → strategy " +
                                   std::string(kStrategies[static_cast<std::size_t>(alias->strategy)]));
    std::vector<Target> targets = alias->targets;
    if (alias->alias == "support-bot" && chance(play.random, 1.0 / 3))
        std::swap(targets[0], targets[1]);
    if (alias->alias == "auto" && chance(play.random, kNeedsTools)) {
        play.say("candidate.incapable", targets[0].reference() + " — skipped: it has no tools");
        targets.erase(targets.begin());
    } else if (alias->alias == "auto" && play.weather.vllmCircuitOpen &&
               !chance(play.random, kProbeWhileOpen)) {
        play.say("candidate.circuit", targets[0].reference() + " — skipped: circuit open");
        targets.erase(targets.begin());
    }
    const Flag& flag = m_world.flags.find("chat-canary")->second;
    if (flag.alias == alias->alias) {
        const FlagVerdict verdict = evaluateFlag(flag, {record.user, record.project, record.keyId});
        const bool canary = verdict.serve == "canary";
        record.flag = flag.key;
        record.arm = canary ? "canary" : "stable";
        play.slower = canary ? kCanarySlower : 1.0;
        play.say("flag.canary", "flag " + flag.key + ": canary bucket " + std::to_string(verdict.bucket) +
                                    ", " + verdict.reason + " → " + record.arm);
        targets.insert(targets.begin(), {"openai", canary ? "gpt-4o-mini-canary" : "gpt-4o-mini", 1});
        if (canary)
            targets.insert(targets.begin() + 1, {"openai", "gpt-4o-mini", 1});
    }
    if (play.draft.errand == Errand::Notebook) {
        record.prompt = "assistant";
        record.promptVersion = chance(play.random, 0.5) ? "v2" : "v1";
        record.promptFlag = "prompt-style";
    } else if (play.draft.errand == Errand::Summarise) {
        record.prompt = "summarize";
        record.promptVersion = flagBucket(record.user, "") < 30 ? "v3" : "v2";
        record.route = "/v1/prompts/summarize/completions";
    }
    targets.insert(targets.end(), alias->fallbacks.begin(), alias->fallbacks.end());
    for (const Target& target : targets) {
        const bool known = std::any_of(play.chain.begin(), play.chain.end(), [&](const Target& other) {
            return other.provider == target.provider && other.model == target.model;
        });
        if (known)
            continue;
        const bool first = play.chain.empty();
        play.say(first ? "candidate.chosen" : "candidate.next",
                 target.reference() + (first ? " — chosen" : " — next in chain"));
        play.chain.push_back(target);
    }
}

void RequestMaker::refuse(Play& play, int status, RequestOutcome outcome, const char* code,
                          std::string error) const {
    RequestRecord& record = play.record;
    record.status = status;
    record.outcome = outcome;
    record.errorCode = code;
    record.error = std::move(error);
    record.usage = {};
    record.cost = Money{};
}

void RequestMaker::attempt(Play& play) const {
    RequestRecord& record = play.record;
    bool timedOut = false;
    for (const Target& target : play.chain) {
        const Pace& pace = paceOf(target.provider);
        const double failing = target.provider == "anthropic"   ? play.weather.anthropic
                               : target.provider == "vllm-gpu1" ? play.weather.vllm
                                                                : pace.failing;
        for (int tries = 0; tries < pace.tries; ++tries) {
            if (!chance(play.random, failing))
                return answer(play, target);
            AttemptRecord attempt;
            attempt.provider = target.provider;
            attempt.model = target.model;
            attempt.backoffUs = tries > 0 ? us(60 + 90 * uniform(play.random)) : 0;
            play.clockMs += static_cast<double>(attempt.backoffUs) / 1000;
            attempt.offsetUs = us(play.clockMs);
            timedOut = target.provider == "azure-eu" && chance(play.random, 0.3);
            const bool refused = target.provider == "vllm-gpu1";
            const double took = timedOut  ? 2000
                                : refused ? 3 + 20 * uniform(play.random)
                                          : 40 + 200 * uniform(play.random);
            attempt.durationUs = us(took);
            play.clockMs += took;
            attempt.status = timedOut || refused ? 0 : target.provider == "anthropic" ? 529 : 500;
            attempt.outcome = timedOut  ? "timeout"
                              : refused ? "connect_failed"
                                        : "http_" + std::to_string(attempt.status);
            attempt.error = timedOut  ? "no first byte within 2000 ms"
                            : refused ? "connection refused"
                                      : "overloaded";
            play.say("attempt.failed", "attempt " + std::to_string(record.attempts.size() + 1) + ": " +
                                           target.reference() + " " + attempt.outcome + " — " +
                                           attempt.error);
            record.provider = attempt.provider;
            record.model = attempt.model;
            record.attempts.push_back(std::move(attempt));
            if (timedOut)
                break; // waiting as long again would be no answer, either
        }
    }
    refuse(play, timedOut ? 504 : 502, RequestOutcome::Error,
           timedOut ? "upstream_timeout" : "upstream_error", "every target failed");
}

void RequestMaker::answer(Play& play, const Target& target) const {
    RequestRecord& record = play.record;
    const Pace& pace = paceOf(target.provider);
    AttemptRecord attempt;
    attempt.provider = record.provider = target.provider;
    attempt.model = record.model = target.model;
    attempt.offsetUs = us(play.clockMs);
    double first = -std::log(1 - uniform(play.random)) * pace.meanMs * play.slower + 25;
    if (chance(play.random, 0.05))
        first *= 3.5;
    first += std::min(static_cast<double>(record.usage.inputTotal()) / 60, 2500.0);
    const double writing = static_cast<double>(record.usage.outputText) / pace.tokensPerMs;
    attempt.firstByteUs = us(record.streaming ? first : first + writing);
    attempt.durationUs = us(first + writing);
    attempt.status = 200;
    attempt.outcome = "ok";
    if (record.streaming)
        record.ttftUs = attempt.offsetUs + attempt.firstByteUs;
    play.clockMs += first + writing;
    record.status = 200;
    if (!record.attempts.empty() && (record.attempts.front().provider != target.provider ||
                                     record.attempts.front().model != target.model))
        record.note = "fallback";

    const bool refusedByFilter =
        play.draft.errand == Errand::Chat &&
        chance(play.random, record.arm == "canary" ? kCanaryRefused : kStableRefused);
    const bool leaves = record.streaming && chance(play.random, kClientLeaves);
    const Model* model = ConfigSnapshot::find(m_world.models, target.reference());
    if (model)
        record.reserved = worstCase(*model, record.usage.inputTotal(), record.usage.outputText + 200);
    if (refusedByFilter) {
        attempt.status = 400;
        attempt.outcome = "http_400";
        attempt.error = "content filter";
        record.attempts.push_back(std::move(attempt));
        record.ttftUs = -1;
        return refuse(play, 400, RequestOutcome::Error, "invalid_request", "refused by the content filter");
    }
    if (leaves) {
        attempt.outcome = "client_gone";
        record.usage.outputText /= 2;
        record.usage.estimated = true;
        record.status = 499;
        record.outcome = RequestOutcome::ClientGone;
    }
    PricedCost cost = price(model, record.usage, {record.atMs, attempt.durationUs});
    record.cost = cost.cost;
    record.costLines = std::move(cost.lines);
    record.attempts.push_back(std::move(attempt));
    if (!leaves) {
        play.say("attempt.ok", "attempt " + std::to_string(record.attempts.size()) + ": " +
                                   target.reference() + " answered" +
                                   (record.cost ? " for " + money(*record.cost) : std::string()));
    }
}

} // namespace tollgate::demo
