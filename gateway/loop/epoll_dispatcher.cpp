#include "gateway/loop/epoll_dispatcher.h"

#include <QCoreApplication>
#include <QEvent>
#include <QSocketNotifier>
#include <QThread>

#include <algorithm>
#include <limits>
#include <span>

#include <sys/eventfd.h>
#include <unistd.h>

namespace tollgate {

namespace {

constexpr std::int64_t kNsPerMs = 1'000'000;

std::uint32_t eventsOf(QSocketNotifier::Type type) {
    switch (type) {
    case QSocketNotifier::Read:
        return EPOLLIN;
    case QSocketNotifier::Write:
        return EPOLLOUT;
    case QSocketNotifier::Exception:
        return EPOLLPRI;
    }
    return 0;
}

} // namespace

/// Qt's notifiers of one descriptor: at most one of each type.
class EpollDispatcher::NotifierWatch final : public Watch {
public:
    using Watch::Watch;

    void add(QSocketNotifier* notifier) {
        m_notifiers[static_cast<std::size_t>(notifier->type())] = notifier;
        want(wanted() | eventsOf(notifier->type()));
    }
    void remove(QSocketNotifier* notifier) {
        m_notifiers[static_cast<std::size_t>(notifier->type())] = nullptr;
        want(wanted() & ~eventsOf(notifier->type()));
    }

protected:
    void ready(std::uint32_t events) override {
        for (std::size_t i = 0; i < m_notifiers.size(); ++i) {
            if (m_notifiers[i] == nullptr || (events & eventsOf(m_notifiers[i]->type())) == 0)
                continue;
            QEvent event(QEvent::SockAct);
            QCoreApplication::sendEvent(m_notifiers[i], &event);
        }
    }

private:
    std::array<QSocketNotifier*, 3> m_notifiers{};
};

void EpollDispatcher::Watch::want(std::uint32_t events) {
    m_wanted = events;
    if (m_wanted != m_told && !m_changed) {
        m_changed = true;
        m_loop.m_changed.push_back(this);
    }
}

EpollDispatcher::EpollDispatcher()
    : m_epoll(::epoll_create1(EPOLL_CLOEXEC))
    , m_wake(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.ptr = nullptr;
    if (m_epoll < 0 || m_wake < 0 || ::epoll_ctl(m_epoll, EPOLL_CTL_ADD, m_wake, &event) != 0)
        qFatal("an event loop needs two descriptors, and none are left");
}

EpollDispatcher::~EpollDispatcher() {
    m_notifiers.clear();
    ::close(m_wake);
    ::close(m_epoll);
}

EpollDispatcher* EpollDispatcher::current() {
    return qobject_cast<EpollDispatcher*>(QThread::currentThread()->eventDispatcher());
}

void EpollDispatcher::forget(Watch& watch) {
    if (watch.m_changed)
        std::erase(m_changed, &watch);
    if (watch.m_told != 0)
        ::epoll_ctl(m_epoll, EPOLL_CTL_DEL, watch.m_descriptor, nullptr);
    for (Batch* batch = m_batch; batch != nullptr; batch = batch->outer) {
        for (epoll_event& event : std::span(batch->events).first(static_cast<std::size_t>(batch->count))) {
            if (event.data.ptr == &watch)
                event.data.ptr = nullptr;
        }
    }
}

/// A descriptor nobody wants anything of is taken out altogether: the kernel would tell of its end for ever.
void EpollDispatcher::tellKernel() {
    for (Watch* watch : m_changed) {
        watch->m_changed = false;
        if (watch->m_wanted == watch->m_told)
            continue;
        epoll_event event{};
        event.events = watch->m_wanted;
        event.data.ptr = watch;
        const int what = watch->m_wanted == 0 ? EPOLL_CTL_DEL
                         : watch->m_told == 0 ? EPOLL_CTL_ADD
                                              : EPOLL_CTL_MOD;
        if (::epoll_ctl(m_epoll, what, watch->m_descriptor, &event) == 0)
            watch->m_told = watch->m_wanted;
    }
    m_changed.clear();
}

bool EpollDispatcher::processEvents(QEventLoop::ProcessEventsFlags flags) {
    m_thread.store(std::this_thread::get_id(), std::memory_order_relaxed);
    m_interrupted.store(false, std::memory_order_relaxed);
    m_again = false;
    QCoreApplication::sendPostedEvents();
    if (m_interrupted.load(std::memory_order_relaxed))
        return true;

    const bool mayWait = flags.testFlag(QEventLoop::WaitForMoreEvents) && !m_again;
    Batch batch;
    const int timeoutMs = waitMs(mayWait);
    if (timeoutMs != 0)
        Q_EMIT aboutToBlock();
    bool any = collect(batch, timeoutMs);
    if (timeoutMs != 0)
        Q_EMIT awake();
    if (!flags.testFlag(QEventLoop::ExcludeSocketNotifiers))
        any = dispatch(batch) || any;
    return fireTimers() || any || m_again;
}

int EpollDispatcher::waitMs(bool mayWait) const {
    if (!mayWait)
        return 0;
    const auto next = std::ranges::find_if(m_timers, [](const Timer& timer) { return !timer.running; });
    if (next == m_timers.end())
        return -1;
    const std::int64_t left = next->dueNs - m_clock.monotonicNs();
    return left <= 0 ? 0
                     : static_cast<int>(std::min<std::int64_t>((left + kNsPerMs - 1) / kNsPerMs, 3'600'000));
}

/// True when another thread has woken the loop.
bool EpollDispatcher::collect(Batch& batch, int timeoutMs) {
    tellKernel();
    batch.count = std::max(
        0, ::epoll_wait(m_epoll, batch.events.data(), static_cast<int>(batch.events.size()), timeoutMs));
    bool woken = false;
    for (epoll_event& event : std::span(batch.events).first(static_cast<std::size_t>(batch.count))) {
        if (event.data.ptr != nullptr)
            continue;
        std::uint64_t count = 0;
        [[maybe_unused]] const ssize_t bytes = ::read(m_wake, &count, sizeof count);
        m_woken.store(false, std::memory_order_release); // from here on a wake-up counts for the next turn
        woken = true;
    }
    return woken;
}

bool EpollDispatcher::dispatch(Batch& batch) {
    batch.outer = m_batch;
    m_batch = &batch;
    bool any = false;
    for (epoll_event& event : std::span(batch.events).first(static_cast<std::size_t>(batch.count))) {
        if (event.data.ptr == nullptr)
            continue;
        auto* watch = static_cast<Watch*>(event.data.ptr);
        const bool ended = (event.events & (EPOLLERR | EPOLLHUP)) != 0;
        // What is not wanted any more since the kernel answered is left alone.
        const std::uint32_t ready = ended ? watch->m_wanted : event.events & watch->m_wanted;
        event.data.ptr = nullptr; // once told, whatever a loop inside may do
        if (ready == 0)
            continue;
        any = true;
        watch->ready(ready);
    }
    m_batch = batch.outer;
    return any;
}

void EpollDispatcher::registerSocketNotifier(QSocketNotifier* notifier) {
    const int descriptor = static_cast<int>(notifier->socket());
    auto& watch = m_notifiers[descriptor];
    if (!watch)
        watch = std::make_unique<NotifierWatch>(*this, descriptor);
    watch->add(notifier);
}

/// The descriptor may be closed as soon as this returns, so the kernel hears at once. The watch stays for the
/// next descriptor of that number: this may be its own notifier's doing.
void EpollDispatcher::unregisterSocketNotifier(QSocketNotifier* notifier) {
    const auto at = m_notifiers.find(static_cast<int>(notifier->socket()));
    if (at == m_notifiers.end())
        return;
    at->second->remove(notifier);
    if (at->second->wanted() == 0)
        tellKernel();
}

void EpollDispatcher::insert(const Timer& timer) {
    const auto place = std::ranges::upper_bound(m_timers, timer.dueNs, {}, &Timer::dueNs);
    m_timers.insert(place, timer);
}

std::vector<EpollDispatcher::Timer>::iterator EpollDispatcher::timerById(int id) {
    return std::ranges::find(m_timers, id, &Timer::id);
}

void EpollDispatcher::registerTimer(int timerId, qint64 interval, Qt::TimerType timerType, QObject* object) {
    const std::int64_t ms = std::max<std::int64_t>(0, interval);
    insert({timerId, m_clock.monotonicNs() + ms * kNsPerMs, ms, timerType, object, false});
}

bool EpollDispatcher::unregisterTimer(int timerId) {
    const auto at = timerById(timerId);
    if (at == m_timers.end())
        return false;
    m_timers.erase(at);
    return true;
}

bool EpollDispatcher::unregisterTimers(QObject* object) {
    return std::erase_if(m_timers, [object](const Timer& timer) { return timer.object == object; }) > 0;
}

QList<QAbstractEventDispatcher::TimerInfo> EpollDispatcher::registeredTimers(QObject* object) const {
    QList<TimerInfo> list;
    for (const Timer& timer : m_timers) {
        if (timer.object == object)
            list.append(TimerInfo(timer.id, static_cast<int>(timer.intervalMs), timer.type));
    }
    return list;
}

int EpollDispatcher::remainingTime(int timerId) {
    const auto at = timerById(timerId);
    if (at == m_timers.end())
        return -1;
    const std::int64_t left = (at->dueNs - m_clock.monotonicNs() + kNsPerMs - 1) / kNsPerMs;
    return static_cast<int>(std::clamp<std::int64_t>(left, 0, std::numeric_limits<int>::max()));
}

/// Each timer that is due now fires once. The next time is counted from the last, without catching up on
/// those that were missed.
bool EpollDispatcher::fireTimers() {
    if (m_timers.empty())
        return false;
    const std::int64_t now = m_clock.monotonicNs();
    bool any = false;
    for (std::size_t left = m_timers.size(); left > 0; --left) {
        const auto due = std::ranges::find_if(m_timers, [](const Timer& timer) { return !timer.running; });
        if (due == m_timers.end() || due->dueNs > now)
            break;
        Timer timer = *due;
        m_timers.erase(due);
        timer.dueNs = std::max(timer.dueNs + timer.intervalMs * kNsPerMs, now + 1);
        timer.running = true;
        insert(timer);
        QTimerEvent event(timer.id);
        QCoreApplication::sendEvent(timer.object, &event);
        any = true;
        if (const auto still = timerById(timer.id); still != m_timers.end())
            still->running = false;
    }
    return any;
}

void EpollDispatcher::wakeUp() {
    if (std::this_thread::get_id() == m_thread.load(std::memory_order_relaxed)) {
        m_again = true;
        return;
    }
    if (m_woken.exchange(true, std::memory_order_acq_rel))
        return;
    const std::uint64_t one = 1;
    [[maybe_unused]] const ssize_t bytes = ::write(m_wake, &one, sizeof one);
}

void EpollDispatcher::interrupt() {
    m_interrupted.store(true, std::memory_order_relaxed);
    wakeUp();
}

} // namespace tollgate
