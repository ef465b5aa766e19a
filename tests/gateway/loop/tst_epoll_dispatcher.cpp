// The workers' event loop does what Qt's own does, and watches descriptors besides.

#include "gateway/loop/descriptor_watch.h"
#include "gateway/loop/epoll_dispatcher.h"

#include <QtTest/QTest>

#include <QElapsedTimer>
#include <QSocketNotifier>
#include <QThread>
#include <QTimer>

#include <array>
#include <functional>
#include <memory>
#include <vector>

#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace tollgate;

namespace {

/// A thread with the loop under test; run() does something in it and waits for its end.
class LoopThread {
public:
    LoopThread() {
        m_thread.setEventDispatcher(new EpollDispatcher);
        m_thread.start();
        m_inside.moveToThread(&m_thread);
    }
    ~LoopThread() {
        m_thread.quit();
        m_thread.wait();
    }
    LoopThread(const LoopThread&) = delete;
    LoopThread& operator=(const LoopThread&) = delete;

    void run(const std::function<void()>& what) {
        QMetaObject::invokeMethod(&m_inside, what, Qt::BlockingQueuedConnection);
    }
    QObject* inside() { return &m_inside; }

private:
    QThread m_thread;
    QObject m_inside;
};

struct Pair {
    Pair() {
        static_cast<void>(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0, ends.data()));
    }
    ~Pair() {
        for (const int end : ends)
            ::close(end);
    }
    Pair(const Pair&) = delete;
    Pair& operator=(const Pair&) = delete;
    void say(std::size_t end, const char* text) const { QVERIFY(::write(ends[end], text, 1) == 1); }
    void hear(std::size_t end) const {
        char byte = 0;
        QVERIFY(::read(ends[end], &byte, 1) >= 0);
    }
    std::array<int, 2> ends{-1, -1};
};

class Ear final : public DescriptorWatch::Listener {
public:
    explicit Ear(int descriptor)
        : watch(std::make_unique<DescriptorWatch>(descriptor, *this)) {}
    void descriptorReady(int, bool readable, bool writable) override {
        reads += readable ? 1 : 0;
        writes += writable ? 1 : 0;
        if (then)
            then();
    }
    std::unique_ptr<DescriptorWatch> watch;
    std::function<void()> then;
    int reads = 0;
    int writes = 0;
};

/// A loop inside the running one until `done`, or a second.
void spinUntil(const std::function<bool()>& done) {
    QElapsedTimer timer;
    timer.start();
    while (!done() && timer.elapsed() < 1'000)
        QThread::currentThread()->eventDispatcher()->processEvents(QEventLoop::AllEvents);
    QVERIFY(done());
}

} // namespace

class TstEpollDispatcher : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void isKnownInItsThreadOnly() {
        LoopThread loop;
        bool there = false;
        loop.run([&] { there = EpollDispatcher::current() != nullptr; });
        QVERIFY(there);
        QVERIFY(EpollDispatcher::current() == nullptr);
    }

    void wakesForWhatOtherThreadsPost() {
        LoopThread loop;
        int ran = 0;
        for (int i = 0; i < 200; ++i)
            loop.run([&] { ++ran; }); // each waits until it has run
        QCOMPARE(ran, 200);
    }

    void runsWhatIsPostedFromWithin() {
        LoopThread loop;
        loop.run([&] {
            int ran = 0;
            std::function<void()> again = [&] {
                if (++ran < 50)
                    QMetaObject::invokeMethod(loop.inside(), again, Qt::QueuedConnection);
            };
            QMetaObject::invokeMethod(loop.inside(), again, Qt::QueuedConnection);
            spinUntil([&] { return ran == 50; });
        });
    }

    void firesTimersInTheOrderOfTheirTimes() {
        LoopThread loop;
        loop.run([&] {
            std::vector<int> order;
            QObject owner;
            for (const int ms : {30, 10, 20, 0})
                QTimer::singleShot(ms, &owner, [&order, ms] { order.push_back(ms); });
            spinUntil([&] { return order.size() == 4; });
            QCOMPARE(order, (std::vector<int>{0, 10, 20, 30}));
        });
    }

    void repeatsATimerUntilItIsStopped() {
        LoopThread loop;
        loop.run([&] {
            int fired = 0;
            QTimer timer;
            QObject::connect(&timer, &QTimer::timeout, &timer, [&] {
                if (++fired == 3)
                    timer.stop();
            });
            timer.start(1);
            QVERIFY(timer.remainingTime() <= 1);
            spinUntil([&] { return fired == 3; });
            bool later = false;
            QTimer::singleShot(10, &timer, [&] { later = true; });
            spinUntil([&] { return later; });
            QCOMPARE(fired, 3);
            QVERIFY(QThread::currentThread()->eventDispatcher()->registeredTimers(&timer).isEmpty());
        });
    }

    void tellsWhatCanBeReadAndWritten() {
        LoopThread loop;
        loop.run([&] {
            const Pair pair;
            Ear ear(pair.ends[0]);
            ear.watch->watch(true, false);
            pair.say(1, "a");
            ear.then = [&] { pair.hear(0); };
            spinUntil([&] { return ear.reads == 1; });
            QCOMPARE(ear.writes, 0);
            ear.then = [&] { ear.watch->watchWriting(false); };
            ear.watch->watchWriting(true);
            spinUntil([&] { return ear.writes == 1; });
            QCOMPARE(ear.reads, 1);
        });
    }

    void keepsSilentAboutWhatNobodyWantsToKnow() {
        LoopThread loop;
        loop.run([&] {
            const Pair pair;
            Ear ear(pair.ends[0]);
            ear.watch->watch(true, false);
            pair.say(1, "a");
            ear.watch->watchReading(false);
            bool later = false;
            QTimer::singleShot(5, loop.inside(), [&] { later = true; });
            spinUntil([&] { return later; });
            QCOMPARE(ear.reads, 0);
            ear.then = [&] { ear.watch->watchReading(false); };
            ear.watch->watchReading(true); // nothing was lost meanwhile
            spinUntil([&] { return ear.reads == 1; });
        });
    }

    void tellsOfAnEndAsOfSomethingToRead() {
        LoopThread loop;
        loop.run([&] {
            Pair pair;
            Ear ear(pair.ends[0]);
            ear.watch->watch(true, false);
            ::close(pair.ends[1]);
            pair.ends[1] = ::dup(pair.ends[0]);
            ear.then = [&] { ear.watch->watch(false, false); };
            spinUntil([&] { return ear.reads == 1; });
            bool later = false;
            QTimer::singleShot(5, loop.inside(), [&] { later = true; });
            spinUntil([&] { return later; });
            QCOMPARE(ear.reads, 1); // and is not told for ever
        });
    }

    void survivesAWatchThatEndsAnotherInTheSameTurn() {
        LoopThread loop;
        loop.run([&] {
            const Pair one;
            const Pair other;
            auto first = std::make_unique<Ear>(one.ends[0]);
            auto second = std::make_unique<Ear>(other.ends[0]);
            int told = 0;
            // Whichever is told first removes both.
            const auto end = [&] {
                ++told;
                first->watch.reset();
                second->watch.reset();
            };
            first->then = end;
            second->then = end;
            one.say(1, "a");
            other.say(1, "b");
            first->watch->watch(true, false);
            second->watch->watch(true, false);
            bool later = false;
            QTimer::singleShot(5, loop.inside(), [&] { later = true; });
            spinUntil([&] { return later; });
            QCOMPARE(told, 1);
        });
    }

    void carriesALoopInsideACallback() {
        LoopThread loop;
        loop.run([&] {
            const Pair outer;
            const Pair inner;
            Ear outside(outer.ends[0]);
            Ear inside(inner.ends[0]);
            inside.then = [&] { inner.hear(0); };
            outside.then = [&] {
                outer.hear(0);
                inner.say(1, "b");
                spinUntil([&] { return inside.reads == 1; });
            };
            outside.watch->watch(true, false);
            inside.watch->watch(true, false);
            outer.say(1, "a");
            spinUntil([&] { return outside.reads == 1; });
            QCOMPARE(inside.reads, 1);
        });
    }

    void servesQtsOwnNotifiers() {
        LoopThread loop;
        loop.run([&] {
            const Pair pair;
            int reads = 0;
            auto notifier = std::make_unique<QSocketNotifier>(pair.ends[0], QSocketNotifier::Read);
            QObject::connect(notifier.get(), &QSocketNotifier::activated, notifier.get(), [&] {
                ++reads;
                notifier->setEnabled(false); // within its own call
            });
            pair.say(1, "a");
            spinUntil([&] { return reads == 1; });
            notifier->setEnabled(true);
            spinUntil([&] { return reads == 2; });
            notifier.reset();
            QSocketNotifier again(pair.ends[0], QSocketNotifier::Read);
            QObject::connect(&again, &QSocketNotifier::activated, &again, [&] {
                ++reads;
                again.setEnabled(false);
            });
            spinUntil([&] { return reads == 3; });
        });
    }

    void watchesByNotifiersElsewhere() {
        const Pair pair;
        Ear ear(pair.ends[0]);
        ear.then = [&] { pair.hear(0); };
        ear.watch->watch(true, false);
        pair.say(1, "a");
        QTRY_COMPARE(ear.reads, 1);
    }
};

QTEST_GUILESS_MAIN(TstEpollDispatcher)
#include "tst_epoll_dispatcher.moc"
