#pragma once
// The life of one request: identify → decode → route → admit → attempts → settle. Lives in one worker thread.

#include "gateway/cache/reply_cache.h"
#include "gateway/dialects/dialect.h"
#include "gateway/pipeline/attempt.h"
#include "gateway/pipeline/identify.h"
#include "gateway/pipeline/refusal_meter.h"
#include "gateway/pipeline/services.h"
#include "gateway/providers/provider_adapter.h"
#include "gateway/routing/prompt_choice.h"
#include "gateway/upstream/upstream_client.h"
#include "gateway/wire/event_times.h"
#include "gateway/wire/exchange.h"
#include "gateway/wire/request_record.h"
#include "gateway/wire/trace_id.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <map>
#include <random>

namespace tollgate {

class Mirror;

/// What a call borrows from its worker.
struct CallContext {
    const PipelineServices& services;
    UpstreamClient& upstream;
    UlidSource& ids;
    std::minstd_rand& jitter;
    RefusalMeter& refusals;
    Mirror& mirror;
};

class ChatCall final : public QObject, private AttemptSink {
    Q_OBJECT
public:
    /// `onDone` is called once, from the event loop, when nothing is left to do; the call may be destroyed
    /// then.
    ChatCall(const CallContext& context, ExchangePtr exchange, const Dialect& dialect,
             std::function<void(ChatCall*)> onDone);
    ~ChatCall() override;

    /// The body holds the variables of that stored prompt. Before start().
    void fillIn(std::string storedPrompt) { m_storedPrompt = std::move(storedPrompt); }
    void start();

private:
    // call.cpp: the gates
    void begin();
    void identified(Identified who);
    bool decode();
    bool ledgerTakesIt();
    void proceed();
    bool route();
    bool mayUseModel() const;
    bool admit();
    FlagSubject subject() const;

    // call_prompt.cpp: stored prompts
    bool fillStoredPrompt();
    bool choosePromptVersion();
    bool applyPrompt(const PromptVersion& version);
    void notePrompt(std::string_view prompt, const PromptChoice& choice);

    // call_budget.cpp: money
    bool admitBudget(bool mayDowngrade);
    bool reserveAt(const Candidate& candidate, Money worst, std::optional<Money> aloneFrom = {});
    bool reserveLess(const Candidate& candidate, Money worst);
    bool isGuess(const Candidate& candidate) const;
    bool downgrade();
    bool mayDowngradeFor(const BudgetRefusal& refusal) const;
    bool promisedAt(const Candidate& candidate);
    void skipForBudget(const Candidate& candidate, BudgetRefusal refusal);
    void refuseForBudget();
    bool affords(const Candidate& candidate, std::int64_t replyTokens);
    Money worstAt(const Candidate& candidate, std::int64_t replyTokens = 0) const;
    std::optional<std::int64_t> usualReply(const Candidate& candidate) const;
    void noteReplyLength();
    BudgetSubjects payers(const std::string& provider) const;

    // call_limits.cpp: requests and tokens per minute
    enum class TokensAre { Counted, Free };
    bool admitRate(TokensAre tokens);
    std::int64_t expectedTokens() const;
    void countStream();

    // call_conversation.cpp: replies that go on from others
    std::string conversationOwner() const;
    bool needsConversation() const;
    void findConversation();
    void conversationFound(const ResponseLookup& lookup);
    void keepReply();

    // call_cache.cpp: answers that were given before
    bool usesCache() const;
    bool servesStale() const;
    bool isCacheable() const;
    CacheKey cacheKey(std::string_view arm) const;
    bool answeredFromCache();
    bool answeredStale(const Error& error);
    void answerCached(const CachedReply& reply);
    void rememberReply(std::string_view bytes);
    void keepInCache();

    // call_attempts.cpp: walking the plan
    void tryNext();
    bool setDeadline();
    void nobodyLeft();
    bool startAttempt(const Candidate& candidate);
    bool takePermits(const Candidate& candidate);
    bool takeCredential(const Candidate& candidate);
    bool takeSlot(const Candidate& candidate);
    void giveBackPermits();
    void skip(const Candidate& candidate, const char* code, const std::string& why);
    void openAttempt(const Candidate& candidate);
    bool countsHere(const Candidate& candidate, const ProviderAdapter* adapter) const;
    bool isServed(const Candidate& candidate, const ProviderAdapter* adapter);
    AttemptSink& sink() { return *this; }
    void closeAttempt(std::string_view outcome, const AttemptFailure* failure);
    std::int64_t tokensUsedHere() const;
    std::int64_t remainingMs() const;

    // call_fallback.cpp: who stood in for a target that was not tried
    void notePassedOver(const Candidate& candidate, std::string_view code);
    void countPassedOver();

    // call_failover.cpp: what a failure leads to
    void tellHealth(const AttemptFailure& failure);
    void restAfterLimit(const AttemptFailure& failure);
    void afterFailure(const AttemptFailure& failure);
    bool tryAnotherKey(const AttemptFailure& failure);
    std::optional<std::int64_t> delayBeforeRetry(const AttemptFailure& failure);
    std::int64_t limitEndsInMs(const AttemptFailure& failure) const;
    bool moveOn(const AttemptFailure& failure);
    void retryAfter(std::int64_t delayMs);
    void giveUp(const Error& error);
    const Credentials* credentials() const;
    std::string_view apiKey() const;

    // call_flags.cpp: whose doing a reply is
    void noteArm(const Candidate& candidate);
    void noArmAnswered();
    bool canaryFailed(const Flag& flag) const;
    std::string flagsSaid() const;
    // call_mirror.cpp: copies for comparison
    void considerMirror();
    void sendMirror();
    // AttemptSink
    void attemptReply(const std::vector<ChatEvent>& events, std::string_view bytes) override;
    void attemptStreamed(const std::vector<ChatEvent>& events, std::string_view bytes) override;
    void attemptPaused() override;
    void attemptEnded(std::string_view bytes) override;
    void attemptFailed(const AttemptFailure& failure) override;
    void attemptReleased() override;

    // call_outgoing.cpp: what is sent to a target
    struct Outgoing {
        OutgoingCall call;
        EncodedCall encoded;
        bool fold = false; ///< the caller waits for the whole although the upstream streams
    };
    tl::expected<const ChatRequest*, Error> decoded();
    std::string ownBody(const Candidate& candidate, bool forceStream) const;
    tl::expected<bool, Error> sendsOwnWords(const Candidate& candidate, const ProviderAdapter& adapter);
    tl::expected<Outgoing, Error> prepare(const Candidate& candidate, const ProviderAdapter& adapter,
                                          TranslationLog& log);
    tl::expected<EncodedCall, Error> encodedFor(const Candidate& candidate, const ProviderAdapter& adapter,
                                                bool stream, TranslationLog& log);
    CallTarget targetOf(const Candidate& candidate) const;
    void startHttp(const Candidate& candidate, const ProviderAdapter& adapter, Outgoing outgoing);
    void passTraceOn(HttpHeaders& headers) const; // call_trace.cpp
    void startSimulated(const Candidate& candidate);
    void countHere(const Candidate& candidate);
    void refuseUndecodable(const Error& error);

    // call_reply.cpp: what the caller gets
    std::string touchedEvent(std::string_view bytes, bool begins) const;
    void note(const ChatEvent& event);
    void noteReply();
    void succeeded();
    void beginStream();
    void flush();
    void send();
    void clientLeft();
    void fail(const Error& error);
    HttpHeaders replyHeaders() const;
    ReplyFacts facts() const;

    // call_settle.cpp: what is kept
    void settle(RequestOutcome outcome, int status);
    void estimateMissingUsage(RequestOutcome outcome);
    void capture(std::string_view replyBytes);
    void append(const HttpHeaders& replyHeaders);
    void finish();
    void leave();

    const Candidate& candidate() const { return m_plan.candidates[m_candidate]; }
    std::int64_t sinceArrivalUs() const;

    const CallContext m_context;
    const PipelineServices& m_services;
    const ExchangePtr m_exchange;
    const HttpRequest* m_request; ///< the exchange's, or one that was made of it
    const Dialect& m_dialect;
    std::function<void(ChatCall*)> m_onDone;
    SnapshotPtr m_snapshot;
    LiveStats::Active m_active;

    const ClientKey* m_key = nullptr;
    RequestEnvelope m_envelope;
    std::optional<HttpRequest> m_resolved; ///< made of the caller's; then m_request points here
    std::string m_previousId;              ///< of OpenAI Responses
    std::map<std::string, std::string, std::less<>> m_referenced;
    std::optional<ChatRequest> m_chat;
    std::string m_modelName;
    std::string m_storedPrompt; ///< by its name in the path; empty: none
    std::string m_systemText;   ///< of a prompt, put in front; empty: nothing
    std::string m_userText;     ///< of a prompt, in place of what the caller said; empty: as it is
    std::string m_promptFlag;   ///< the experiment that chose it
    Plan m_plan;
    RateTicket m_ticket;
    RateTicket m_slot; ///< of the provider that is being tried, where it limits running requests
    RateView m_rate;
    BudgetReservation m_reservation;
    const Provider* m_promisedAt = nullptr;       ///< whose part the reservation holds
    bool m_downgraded = false;                    ///< by a budget, to its cheaper alias
    std::optional<BudgetRefusal> m_budgetRefusal; ///< the last one, for when no target is left
    std::vector<std::pair<std::string, BudgetState>> m_budgetsNotOk;

    struct {
        CacheKey key{};
        std::string_view state; ///< "hit", "miss" or "stale"; empty: the cache is off
        std::string bytes;      ///< of the reply so far, while it is to be kept
        bool keeps = false;
        bool answering = false;
    } m_cached;

    struct {
        const Candidate* target = nullptr; ///< the first one that turned out to be taken
        std::string_view code;
    } m_passedOver;
    std::size_t m_candidate = 0;
    int m_triesHere = 0;
    std::size_t m_credential = 0;
    std::size_t m_credentialsTried = 0;
    std::int64_t m_deadlineNs = 0;
    std::int64_t m_attemptStartUs = 0;
    std::int64_t m_waitedUs = 0; ///< for upstreams and back-off: not our overhead
    std::int64_t m_backoffUs = 0;
    HealthPermit m_permit; ///< of the target that is being tried
    std::optional<Error> m_lastFailure;
    std::unique_ptr<Attempt> m_attempt;
    std::string m_failedId;                  ///< the upstream's id of the attempt that failed last
    std::unique_ptr<ReplyEncoder> m_encoder; ///< null: bytes pass through
    std::optional<Error> m_cannotSay;        ///< why a target was left out, for when none is left
    bool m_passThrough = false;

    HttpHeaders m_streamHeaders; ///< as they were sent
    std::string m_out;
    bool m_streamBegun = false;
    bool m_paused = false;
    bool m_gotUsage = false;
    std::size_t m_textBytes = 0;
    bool m_settled = false;
    RequestOutcome m_outcome = RequestOutcome::Ok;
    HourMeter::Share m_share; ///< of the target that is being tried, where it is paid by the hour
    RequestRecord m_record;
    EventTimes m_eventTimes;                       ///< of the reply that is kept
    std::unique_ptr<RequestRecord> m_mirrorRecord; ///< of the copy to be made
};

} // namespace tollgate
