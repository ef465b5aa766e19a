#pragma once
// One copy of a request, sent to the target of a mirror flag. Nobody waits for it: it is asked for the whole
// answer once, without retries, and ends as a row of the ledger with the arm "mirror".

#include "gateway/pipeline/attempt.h"
#include "gateway/pipeline/services.h"
#include "gateway/upstream/upstream_client.h"
#include "gateway/wire/chat_request.h"
#include "gateway/wire/error.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>

namespace tollgate {

/// A copy to be made.
struct MirrorJob {
    SnapshotPtr snapshot;
    const Flag* flag = nullptr; ///< in the snapshot
    RequestRecord record;       ///< what is known of the row: id, trace, alias, route
    ChatRequest chat;
    Money reserved;                 ///< in the book; the call settles it
    BudgetReservation promise = {}; ///< under the budgets of everything and of the provider
};

/// Lives in its worker's thread.
class MirrorCall final : public QObject, private AttemptSink {
    Q_OBJECT
public:
    MirrorCall(const PipelineServices& services, UpstreamClient& upstream, MirrorJob job);
    ~MirrorCall() override; ///< one that is still under way is given up, and its row says so

    /// `onDone` is called once, from the event loop; the call may be destroyed then.
    void start(std::function<void(MirrorCall*)> onDone);
    std::string_view provider() const { return m_provider; }

private:
    std::optional<Error> open(const Provider& provider, const Target& target);
    void openHttp(const Provider& provider, const Target& target, std::optional<Error>& mistake);
    AttemptSink& sink() { return *this; }
    void note(const std::vector<ChatEvent>& events);
    void settle(RequestOutcome outcome, int status, std::string_view word, std::string_view error);
    void leave();
    std::int64_t elapsedUs() const;
    // AttemptSink
    void attemptReply(const std::vector<ChatEvent>& events, std::string_view bytes) override;
    void attemptStreamed(const std::vector<ChatEvent>& events, std::string_view bytes) override;
    void attemptPaused() override {}
    void attemptEnded(std::string_view bytes) override;
    void attemptFailed(const AttemptFailure& failure) override;
    void attemptReleased() override {}

    const PipelineServices& m_services;
    UpstreamClient& m_upstream;
    MirrorJob m_job;
    std::function<void(MirrorCall*)> m_onDone;
    std::unique_ptr<Attempt> m_attempt;
    std::string m_provider;
    const Model* m_model = nullptr;
    std::int64_t m_startNs = 0;
    bool m_settled = false;
};

} // namespace tollgate
