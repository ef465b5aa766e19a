#pragma once
// The event loop of the gateway's workers: Qt's timers, posted events and socket notifiers, and descriptors
// watched without any of them, on epoll(7). Qt's own loops hand every descriptor to poll() again in each
// turn.

#include "gateway/wire/clock.h"

#include <QAbstractEventDispatcher>

#include <sys/epoll.h>

#include <array>
#include <atomic>
#include <cstdint>
#include <map>
#include <memory>
#include <thread>
#include <vector>

namespace tollgate {

/// Given to a thread before it starts (QThread::setEventDispatcher). All but wakeUp() and interrupt() is for
/// that thread only.
class EpollDispatcher final : public QAbstractEventDispatcher {
    Q_OBJECT
public:
    /// Something that waits for a descriptor. What it wants is told to the kernel once per turn, so changing
    /// it to and fro costs nothing. It must be gone before the descriptor is closed.
    class Watch {
    public:
        Watch(EpollDispatcher& loop, int descriptor)
            : m_loop(loop)
            , m_descriptor(descriptor) {}
        virtual ~Watch() { m_loop.forget(*this); }
        Watch(const Watch&) = delete;
        Watch& operator=(const Watch&) = delete;

        void want(std::uint32_t events); ///< EPOLLIN | EPOLLOUT | EPOLLPRI, or 0
        std::uint32_t wanted() const { return m_wanted; }
        int descriptor() const { return m_descriptor; }

    protected:
        /// What is ready of what was wanted; the end of a connection, or an error on it, is everything
        /// wanted.
        virtual void ready(std::uint32_t events) = 0;

    private:
        friend class EpollDispatcher;
        EpollDispatcher& m_loop;
        const int m_descriptor;
        std::uint32_t m_wanted = 0;
        std::uint32_t m_told = 0; ///< as the kernel has it
        bool m_changed = false;
    };

    EpollDispatcher();
    ~EpollDispatcher() override;

    /// The running thread's, or null where another kind of loop runs.
    static EpollDispatcher* current();

    bool processEvents(QEventLoop::ProcessEventsFlags flags) override;
    void registerSocketNotifier(QSocketNotifier* notifier) override;
    void unregisterSocketNotifier(QSocketNotifier* notifier) override;
    void registerTimer(int timerId, qint64 interval, Qt::TimerType timerType, QObject* object) override;
    bool unregisterTimer(int timerId) override;
    bool unregisterTimers(QObject* object) override;
    QList<TimerInfo> registeredTimers(QObject* object) const override;
    int remainingTime(int timerId) override;
    void wakeUp() override;
    void interrupt() override;

private:
    class NotifierWatch;
    struct Timer {
        int id = 0;
        std::int64_t dueNs = 0;
        std::int64_t intervalMs = 0;
        Qt::TimerType type = Qt::CoarseTimer;
        QObject* object = nullptr;
        bool running = false; ///< its event is being handled
    };
    /// What one epoll_wait has given; callbacks may run a loop of their own inside.
    struct Batch {
        std::array<epoll_event, 64> events{};
        int count = 0;
        Batch* outer = nullptr;
    };

    void forget(Watch& watch);
    void tellKernel();
    int waitMs(bool mayWait) const;
    bool collect(Batch& batch, int timeoutMs);
    bool dispatch(Batch& batch);
    void insert(const Timer& timer);
    bool fireTimers();
    std::vector<Timer>::iterator timerById(int id);

    const Clock& m_clock = Clock::system();
    int m_epoll = -1;
    int m_wake = -1; ///< an eventfd for other threads
    std::atomic<std::thread::id> m_thread;
    std::atomic<bool> m_woken{false};
    std::atomic<bool> m_interrupted{false};
    bool m_again = false; ///< woken from within: no need to ask the kernel
    Batch* m_batch = nullptr;
    std::vector<Watch*> m_changed;
    std::map<int, std::unique_ptr<NotifierWatch>> m_notifiers;
    std::vector<Timer> m_timers; ///< the next one first
};

} // namespace tollgate
