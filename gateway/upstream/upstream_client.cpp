#include "gateway/upstream/upstream_client.h"

#include "gateway/upstream/curl_loop.h"
#include "gateway/upstream/curl_transfer.h"
#include "gateway/upstream/plain_transfer.h"

#include <QMetaObject>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <utility>
#include <vector>

namespace tollgate {

namespace {

constexpr std::size_t kPooledTransfers = 256; // per lane

/// As libcurl reads them for "http" URLs; an upper-case HTTP_PROXY could come from a request in a CGI.
bool environmentHasProxy() {
    for (const char* name : {"http_proxy", "all_proxy", "ALL_PROXY"}) {
        const char* value = std::getenv(name);
        if (value != nullptr && *value != '\0')
            return true;
    }
    return false;
}

} // namespace

/// The lanes only fill the buffers of the transfers; listeners are called once they have returned. So they
/// may do what they like, and a burst of small chunks costs one callback.
class UpstreamClient::Private final : private Transfer::Owner {
public:
    class Call;

    explicit Private(const Clock& clock)
        : m_clock(clock)
        , m_loop(
              clock, [this] { deliver(); }, [this] { checkDeadlines(); })
        , m_behindProxy(environmentHasProxy()) {}
    ~Private();

    std::unique_ptr<UpstreamCall> send(UpstreamRequest request, UpstreamListener& listener);
    void cancel(Transfer& transfer);
    void pause(Transfer& transfer);
    void resume(Transfer& transfer);
    int active() const { return static_cast<int>(m_active.size()); }

private:
    void touched(Transfer& transfer) override { queue(transfer); }
    void ended(Transfer& transfer) override;
    void turnOver() override { deliver(); }

    Transfer::Lane laneOf(const UpstreamRequest& request) const;
    Transfer& acquire(Transfer::Lane lane);
    void queue(Transfer& transfer);
    void deliver();
    void deliverLater();
    void deliverTo(Transfer& transfer);
    void watchDeadline(const Transfer& transfer);
    void checkDeadlines();
    void leave(Transfer& transfer);
    void recycleIfUnused(Transfer& transfer);

    const Clock& m_clock;
    CurlLoop m_loop;
    PlainConnections m_connections;
    const bool m_behindProxy;
    std::vector<std::unique_ptr<Transfer>> m_all;
    std::array<std::vector<Transfer*>, Transfer::kLanes> m_free;
    std::vector<Transfer*> m_active; ///< on the wire
    std::vector<Transfer*> m_news;   ///< something to tell
    bool m_delivering = false;
    bool m_deliverPosted = false;
};

class UpstreamClient::Private::Call final : public UpstreamCall {
public:
    Call(Private& client, Transfer& transfer)
        : m_client(&client)
        , m_transfer(&transfer) {
        transfer.call = this;
    }
    ~Call() override {
        if (m_client)
            m_client->cancel(*m_transfer);
    }
    void pause() override {
        if (m_client)
            m_client->pause(*m_transfer);
    }
    void resume() override {
        if (m_client)
            m_client->resume(*m_transfer);
    }
    std::string takeBody() override {
        return m_client && m_transfer->finished ? m_transfer->takeBody() : std::string();
    }
    void clientGone() { m_client = nullptr; }

private:
    Private* m_client;
    Transfer* m_transfer;
};

UpstreamClient::Private::~Private() {
    for (const auto& transfer : m_all) {
        if (transfer->call)
            static_cast<Call*>(transfer->call)->clientGone();
        if (transfer->active)
            transfer->stop();
    }
}

Transfer::Lane UpstreamClient::Private::laneOf(const UpstreamRequest& request) const {
    return !m_behindProxy && PlainTransfer::takes(request) ? Transfer::Lane::Plain : Transfer::Lane::Curl;
}

Transfer& UpstreamClient::Private::acquire(Transfer::Lane lane) {
    auto& free = m_free[static_cast<std::size_t>(lane)];
    if (!free.empty()) {
        Transfer* transfer = free.back();
        free.pop_back();
        return *transfer;
    }
    Transfer::Owner& owner = *this;
    if (lane == Transfer::Lane::Plain)
        m_all.push_back(std::make_unique<PlainTransfer>(m_loop, m_connections, m_clock, owner));
    else
        m_all.push_back(std::make_unique<CurlTransfer>(m_loop, owner));
    return *m_all.back();
}

std::unique_ptr<UpstreamCall> UpstreamClient::Private::send(UpstreamRequest request,
                                                            UpstreamListener& listener) {
    Transfer& transfer = acquire(laneOf(request));
    transfer.listener = &listener;
    auto call = std::make_unique<Call>(*this, transfer);
    transfer.load(std::move(request), m_clock.monotonicNs());
    transfer.active = true;
    transfer.activeIndex = m_active.size();
    m_active.push_back(&transfer);
    transfer.start();
    if (transfer.active)
        watchDeadline(transfer);
    deliverLater();
    return call;
}

void UpstreamClient::Private::queue(Transfer& transfer) {
    if (!transfer.queued) {
        transfer.queued = true;
        m_news.push_back(&transfer);
    }
}

void UpstreamClient::Private::ended(Transfer& transfer) {
    leave(transfer);
    queue(transfer);
}

void UpstreamClient::Private::leave(Transfer& transfer) {
    if (!std::exchange(transfer.active, false))
        return;
    transfer.stop();
    Transfer* last = m_active.back();
    m_active[transfer.activeIndex] = last;
    last->activeIndex = transfer.activeIndex;
    m_active.pop_back();
}

void UpstreamClient::Private::deliverLater() {
    if (m_news.empty() || m_delivering || m_deliverPosted)
        return;
    m_deliverPosted = true;
    QMetaObject::invokeMethod(
        m_loop.context(),
        [this] {
            m_deliverPosted = false;
            deliver();
        },
        Qt::QueuedConnection);
}

void UpstreamClient::Private::deliver() {
    if (m_delivering)
        return;
    m_delivering = true;
    for (std::size_t i = 0; i < m_news.size(); ++i) { // grows while callbacks send and resume
        Transfer& transfer = *m_news[i];
        transfer.queued = false;
        transfer.delivering = true;
        deliverTo(transfer);
        transfer.delivering = false;
        if (transfer.call && transfer.active)
            watchDeadline(transfer);
        recycleIfUnused(transfer);
    }
    m_news.clear();
    m_delivering = false;
}

void UpstreamClient::Private::deliverTo(Transfer& transfer) {
    if (transfer.call && transfer.headersComplete && !transfer.headersTold) {
        transfer.headersTold = true;
        transfer.listener->upstreamHeaders(transfer.status, transfer.headers);
    }
    if (transfer.call && !transfer.paused && !transfer.body.empty()) {
        transfer.handedOver.swap(transfer.body);
        transfer.listener->upstreamBody(transfer.handedOver);
        transfer.handedOver.clear();
    }
    // A reader too slow for the deadline is told all the same; what it has not taken is lost to it.
    const bool tooLate = transfer.paused && transfer.result.outcome == UpstreamOutcome::TotalTimeout;
    if (transfer.call && transfer.finished && (transfer.body.empty() || tooLate)) {
        UpstreamListener* listener = std::exchange(transfer.listener, nullptr);
        if (listener)
            listener->upstreamDone(transfer.result);
    }
}

void UpstreamClient::Private::recycleIfUnused(Transfer& transfer) {
    if (transfer.call || transfer.queued || transfer.delivering)
        return;
    transfer.recycle();
    auto& free = m_free[static_cast<std::size_t>(transfer.lane())];
    if (free.size() < kPooledTransfers) {
        free.push_back(&transfer);
        return;
    }
    const auto place = std::find_if(m_all.begin(), m_all.end(),
                                    [&transfer](const auto& owned) { return owned.get() == &transfer; });
    std::swap(*place, m_all.back());
    m_all.pop_back();
}

void UpstreamClient::Private::cancel(Transfer& transfer) {
    transfer.call = nullptr;
    leave(transfer);
    recycleIfUnused(transfer);
}

void UpstreamClient::Private::pause(Transfer& transfer) {
    if (transfer.paused)
        return;
    transfer.paused = true;
    if (transfer.active)
        transfer.hold(true);
}

void UpstreamClient::Private::resume(Transfer& transfer) {
    if (!transfer.paused)
        return;
    transfer.paused = false;
    if (transfer.active)
        transfer.hold(false);
    transfer.lastByteNs = m_clock.monotonicNs();
    queue(transfer); // bytes kept back, and its time-out begins again
    deliverLater();
}

void UpstreamClient::Private::watchDeadline(const Transfer& transfer) {
    m_loop.wakeAt(transfer.deadlineNs());
}

void UpstreamClient::Private::checkDeadlines() {
    const std::int64_t now = m_loop.nowNs();
    std::int64_t next = INT64_MAX;
    for (std::size_t i = 0; i < m_active.size();) {
        Transfer& transfer = *m_active[i];
        const std::int64_t deadline = transfer.deadlineNs();
        if (deadline > now) {
            next = std::min(next, deadline);
            ++i;
            continue;
        }
        Transfer::Expired expired = transfer.expired(now);
        transfer.end(expired.outcome, std::move(expired.message), now);
        leave(transfer); // another takes its place in the list
        queue(transfer);
    }
    if (next != INT64_MAX)
        m_loop.wakeAt(next);
    deliver();
}

UpstreamClient::UpstreamClient(const Clock& clock)
    : d(std::make_unique<Private>(clock)) {}

UpstreamClient::~UpstreamClient() = default;

std::unique_ptr<UpstreamCall> UpstreamClient::send(UpstreamRequest request, UpstreamListener& listener) {
    return d->send(std::move(request), listener);
}

int UpstreamClient::activeCalls() const {
    return d->active();
}

} // namespace tollgate
