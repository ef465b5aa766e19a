#include "gateway/provider_check.h"

#include "gateway/config/provider_options.h"

#include "gateway/config/scrub.h"
#include "gateway/providers/provider_adapter.h"
#include "gateway/wire/clock.h"

#include <QTimer>

#include <algorithm>
#include <cmath>

namespace tollgate {

namespace {

constexpr int kPatienceMs = 10'000;
constexpr std::size_t kMaxReply = 4 * 1024 * 1024;

} // namespace

/// One running GET of the model list.
class ProviderChecks::Probe final : public UpstreamListener {
public:
    using Ended = std::function<void(Probe*, const ProviderCheckResult&)>;

    Probe(UpstreamClient& client, const ProviderAdapter& adapter, const CallTarget& target, Ended ended)
        : m_adapter(adapter)
        , m_ended(std::move(ended)) {
        ProviderRequest request = adapter.modelsRequest(target, Clock::system().unixMs());
        UpstreamRequest up;
        up.method = std::move(request.method);
        up.url = std::move(request.url);
        up.headers = std::move(request.headers);
        up.caFile = caFileOf(target.provider);
        up.connectTimeoutMs = std::min(target.provider.timeouts.connectMs, kPatienceMs);
        up.firstByteTimeoutMs = kPatienceMs;
        up.idleTimeoutMs = kPatienceMs;
        up.totalTimeoutMs = kPatienceMs;
        m_call = client.send(std::move(up), *this);
    }

    void upstreamHeaders(int status, const HttpHeaders& headers) override {
        m_status = status;
        m_headers = headers;
    }
    void upstreamBody(std::string_view bytes) override {
        m_body.append(bytes.substr(0, kMaxReply - std::min(kMaxReply, m_body.size())));
    }
    void upstreamDone(const UpstreamResult& result) override {
        ProviderCheckResult outcome;
        outcome.latencyMs = static_cast<double>(result.totalUs) / 1000;
        outcome.status = m_status;
        if (result.outcome != UpstreamOutcome::Completed) {
            outcome.error = result.message;
        } else if (m_status < 200 || m_status >= 300) {
            outcome.error =
                std::to_string(m_status) + ": " + m_adapter.readFault(m_status, m_headers, m_body).message;
        } else {
            outcome.models = m_adapter.readModels(m_body);
            outcome.ok = true;
        }
        m_ended(this, outcome);
    }

private:
    const ProviderAdapter& m_adapter;
    Ended m_ended;
    int m_status = 0;
    HttpHeaders m_headers;
    std::string m_body;
    std::unique_ptr<UpstreamCall> m_call;
};

ProviderChecks::ProviderChecks(const SnapshotCell& snapshots, HealthBoard& health,
                               SimulatedProviders& simulated)
    : m_snapshots(snapshots)
    , m_health(health)
    , m_simulated(simulated) {}

ProviderChecks::~ProviderChecks() = default;

void ProviderChecks::check(const Provider& provider, const Credentials& credentials, Done done,
                           const WorkPtr& work) {
    ask(
        provider, credentials,
        [this, name = provider.name, done = std::move(done)](const ProviderCheckResult& outcome) {
            m_health.checked(name, outcome.ok, outcome.error);
            done(outcome);
        },
        work);
}

void ProviderChecks::ask(const Provider& provider, const Credentials& credentials, Done done,
                         const WorkPtr& work) {
    if (provider.kind == ProviderKind::Simulated) {
        checkSimulated(provider, std::move(done), work);
        return;
    }
    const ProviderAdapter* adapter = adapterFor(provider.kind);
    if (adapter == nullptr) {
        ProviderCheckResult outcome;
        outcome.error = "Providers of this kind are not served.";
        QTimer::singleShot(0, this, [outcome, done = std::move(done)] { done(outcome); });
        return;
    }
    static const std::string kNoModel;
    CallTarget target{provider, kNoModel};
    target.credentials = &credentials;
    if (!credentials.apiKeys.empty())
        target.apiKey = credentials.apiKeys.front();
    const auto ended = [this, name = provider.name,
                        done = std::move(done)](Probe* probe, const ProviderCheckResult& outcome) {
        finish(name, outcome, done);
        // It is on the stack: let it return first.
        QTimer::singleShot(0, this, [this, probe] {
            std::erase_if(m_probes, [probe](const auto& one) { return one.get() == probe; });
        });
    };
    auto probe = std::make_unique<Probe>(m_upstream, *adapter, target, ended);
    if (work)
        work->stop = [this, probe = probe.get()] { // its call ends with it
            std::erase_if(m_probes, [probe](const auto& one) { return one.get() == probe; });
        };
    m_probes.insert(std::move(probe));
}

void ProviderChecks::checkSimulated(const Provider& provider, Done done, const WorkPtr& work) {
    ProviderCheckResult outcome;
    const SnapshotPtr snapshot = m_snapshots.load();
    for (const auto& [reference, model] : snapshot->models) {
        if (model.provider == provider.name)
            outcome.models.push_back(model.model);
    }
    std::ranges::sort(outcome.models);
    const SimulatedCall call =
        m_simulated.plan(provider, outcome.models.empty() ? "model" : outcome.models.front(), {});
    outcome.latencyMs = call.delayMs;
    outcome.ok = call.fate == SimulatedCall::Fate::Answer;
    if (!outcome.ok)
        outcome.error = call.fate == SimulatedCall::Fate::Timeout ? "The simulated model timed out."
                                                                  : "The simulated model failed.";
    auto* answer = new QTimer(this);
    answer->setSingleShot(true);
    connect(answer, &QTimer::timeout, this,
            [this, answer, name = provider.name, outcome, done = std::move(done)] {
                answer->deleteLater();
                finish(name, outcome, done);
            });
    if (work)
        work->stop = [answer] { delete answer; };
    answer->start(std::chrono::milliseconds(std::lround(call.delayMs)));
}

void ProviderChecks::finish(const std::string& provider, const ProviderCheckResult& outcome,
                            const Done& done) {
    ProviderCheckResult told = outcome;
    told.error = withoutSecrets(std::move(told.error),
                                ConfigSnapshot::find(m_snapshots.load()->credentials, provider));
    done(told);
}

} // namespace tollgate
