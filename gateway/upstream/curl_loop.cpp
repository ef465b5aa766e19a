#include "gateway/upstream/curl_loop.h"

#include "gateway/wire/clock.h"

#include <algorithm>
#include <csignal>
#include <mutex>

#include <sys/socket.h>
#include <unistd.h>

namespace tollgate {

namespace {

constexpr long kKeptConnections = 1024;

void initialiseOnce() {
    static std::once_flag once;
    std::call_once(once, [] {
        curl_global_init(CURL_GLOBAL_DEFAULT);
        // OpenSSL writes without MSG_NOSIGNAL, and CURLOPT_NOSIGNAL leaves this to the program.
        std::signal(SIGPIPE, SIG_IGN);
    });
}

} // namespace

CurlLoop::CurlLoop(const Clock& clock, std::function<void()> afterActivity, std::function<void()> onDeadline)
    : m_clock(clock)
    , m_afterActivity(std::move(afterActivity))
    , m_onDeadline(std::move(onDeadline)) {
    initialiseOnce();
    m_multi = curl_multi_init();
    curl_multi_setopt(m_multi, CURLMOPT_SOCKETFUNCTION, &CurlLoop::socketCallback);
    curl_multi_setopt(m_multi, CURLMOPT_SOCKETDATA, this);
    curl_multi_setopt(m_multi, CURLMOPT_TIMERFUNCTION, &CurlLoop::timerCallback);
    curl_multi_setopt(m_multi, CURLMOPT_TIMERDATA, this);
    curl_multi_setopt(m_multi, CURLMOPT_MAXCONNECTS, kKeptConnections);
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    QObject::connect(&m_timer, &QTimer::timeout, &m_context, [this] { timerFired(); });
}

CurlLoop::~CurlLoop() {
    curl_multi_cleanup(m_multi); // closes the kept connections, through closeCallback
}

void CurlLoop::prepare(CURL* easy, Task& task) {
    curl_easy_setopt(easy, CURLOPT_PRIVATE, &task);
    curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(easy, CURLOPT_NOPROGRESS, 1L);
    curl_easy_setopt(easy, CURLOPT_TCP_NODELAY, 1L);
    curl_easy_setopt(easy, CURLOPT_TCP_KEEPALIVE, 1L);
    useSockets(easy);
}

void CurlLoop::useSockets(CURL* easy) {
    curl_easy_setopt(easy, CURLOPT_OPENSOCKETFUNCTION, &CurlLoop::openCallback);
    curl_easy_setopt(easy, CURLOPT_OPENSOCKETDATA, this);
    curl_easy_setopt(easy, CURLOPT_CLOSESOCKETFUNCTION, &CurlLoop::closeCallback);
    curl_easy_setopt(easy, CURLOPT_CLOSESOCKETDATA, this);
}

void CurlLoop::kick() {
    m_nowNs = m_clock.monotonicNs();
    int running = 0;
    curl_multi_socket_action(m_multi, CURL_SOCKET_TIMEOUT, 0, &running);
    collect();
    armTimer();
}

void CurlLoop::collect() {
    int waiting = 0;
    while (const CURLMsg* message = curl_multi_info_read(m_multi, &waiting)) {
        if (message->msg != CURLMSG_DONE)
            continue;
        const CURLcode code = message->data.result;
        char* task = nullptr;
        curl_easy_getinfo(message->easy_handle, CURLINFO_PRIVATE, &task);
        static_cast<Task*>(static_cast<void*>(task))->completed(code);
    }
}

void CurlLoop::wakeAt(std::int64_t ns) {
    if (ns < m_callWakeNs) {
        m_callWakeNs = ns;
        armTimer();
    }
}

int CurlLoop::socketCallback(CURL*, curl_socket_t descriptor, int what, void* self, void*) {
    static_cast<CurlLoop*>(self)->setInterest(descriptor, what == CURL_POLL_IN || what == CURL_POLL_INOUT,
                                              what == CURL_POLL_OUT || what == CURL_POLL_INOUT,
                                              what == CURL_POLL_REMOVE);
    return 0;
}

int CurlLoop::timerCallback(CURLM*, long timeoutMs, void* self) {
    auto* loop = static_cast<CurlLoop*>(self);
    loop->m_curlWakeNs =
        timeoutMs < 0 ? kNever : loop->m_clock.monotonicNs() + std::int64_t{timeoutMs} * 1'000'000;
    // The timer is armed when libcurl has returned: within one call it often changes its mind.
    return 0;
}

curl_socket_t CurlLoop::openSocket(const curl_sockaddr& address) {
    const int descriptor =
        ::socket(address.family, address.socktype | SOCK_CLOEXEC | SOCK_NONBLOCK, address.protocol);
    if (descriptor >= 0)
        watchOf(descriptor).ours = true;
    return descriptor < 0 ? CURL_SOCKET_BAD : descriptor;
}

curl_socket_t CurlLoop::openCallback(void* self, curlsocktype, curl_sockaddr* address) {
    return static_cast<CurlLoop*>(self)->openSocket(*address);
}

void CurlLoop::releaseSocket(curl_socket_t descriptor) {
    watchOf(descriptor) = {};
    watchOf(descriptor).released = true;
}

int CurlLoop::closeCallback(void* self, curl_socket_t descriptor) {
    Watch& watch = static_cast<CurlLoop*>(self)->watchOf(descriptor);
    const bool released = watch.released;
    watch = {};
    return released ? 0 : ::close(descriptor);
}

CurlLoop::Watch& CurlLoop::watchOf(curl_socket_t descriptor) {
    const auto index = static_cast<std::size_t>(descriptor);
    if (index >= m_watches.size())
        m_watches.resize(index + 16);
    return m_watches[index];
}

void CurlLoop::setInterest(curl_socket_t descriptor, bool read, bool write, bool removed) {
    Watch& watch = watchOf(descriptor);
    watch.wantRead = read;
    watch.wantWrite = write;
    if (!watch.on) {
        if (!read && !write)
            return;
        watch.on = std::make_unique<DescriptorWatch>(descriptor, listener());
    }
    if (removed && watch.ours)
        watch.on->watch(watch.on->reading(), false);
    else if (removed)
        watch.on.reset(); // somebody else's to close, so it may be gone at any time
    else
        watch.on->watch(read, write);
}

void CurlLoop::descriptorReady(int descriptor, bool readable, bool writable) {
    const Watch& watch = watchOf(descriptor);
    const bool reads = readable && watch.wantRead;
    const bool writes = writable && watch.wantWrite;
    if (!reads && !writes) {
        watch.on->watch(watch.wantRead, watch.wantWrite);
        return;
    }
    m_nowNs = m_clock.monotonicNs();
    int running = 0;
    curl_multi_socket_action(m_multi, descriptor,
                             (reads ? CURL_CSELECT_IN : 0) | (writes ? CURL_CSELECT_OUT : 0), &running);
    collect();
    m_afterActivity();
    armTimer();
}

void CurlLoop::timerFired() {
    m_armedNs = kNever;
    m_nowNs = m_clock.monotonicNs();
    if (m_curlWakeNs <= m_nowNs) {
        m_curlWakeNs = kNever;
        int running = 0;
        curl_multi_socket_action(m_multi, CURL_SOCKET_TIMEOUT, 0, &running);
        collect();
        m_afterActivity();
    }
    if (m_callWakeNs <= m_nowNs) {
        m_callWakeNs = kNever;
        m_onDeadline();
    }
    armTimer();
}

void CurlLoop::armTimer() {
    // A timer that is set for too early a time is left alone: it fires once for nothing, which is cheaper
    // than moving it with every request.
    const std::int64_t wanted = std::min(m_curlWakeNs, m_callWakeNs);
    if (wanted >= m_armedNs)
        return;
    m_armedNs = wanted;
    const std::int64_t now = m_clock.monotonicNs();
    const std::int64_t ms = wanted <= now ? 0 : (wanted - now + 999'999) / 1'000'000;
    m_timer.start(static_cast<int>(std::min<std::int64_t>(ms, 3'600'000)));
}

} // namespace tollgate
