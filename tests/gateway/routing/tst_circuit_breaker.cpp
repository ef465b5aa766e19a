// The circuit breaker by the contract's numbers.

#include "gateway/routing/health_board.h"

#include <QTest>

#include <atomic>
#include <mutex>
#include <thread>
#include <vector>

using namespace tollgate;

namespace {

constexpr std::string_view kTarget = "openai/gpt";

} // namespace

class CircuitBreakerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();

    void threeFailuresInAMinuteOpen();
    void failuresFurtherApartDoNot();
    void successesBetweenDoNotHide();
    void limitsAndCredentialsDoNotCount();
    void oneProbeAtATimeAfterTheCoolDown();
    void aProbeGivenBackLeavesTheDoorOpen();
    void twoSuccessesClose();
    void theCoolDownDoublesUpToItsMost();
    void lateFailuresDoNotLengthenTheCoolDown();
    void aClosedCircuitForgetsItsCoolDown();
    void changesAreTold();
    void lookingChangesNothing();
    void ownRulesCount();
    void onlyOneOfManyThreadsProbes();
    void lateSuccessesDoNotClose();
    void aResetEndsWhatWasBefore();
    void anAnsweringProbeLetsTheNextOneIn();
    void whoRunsIsCounted();

private:
    void fail(int times, std::string_view target = kTarget) {
        for (int i = 0; i < times; ++i)
            m_board->failed(target, "boom");
    }
    /// Asks and says at once how it went; false: it may not be tried.
    bool tryAndFail() {
        HealthPermit permit = m_board->tryAcquire(kTarget);
        const bool granted = bool(permit);
        permit.failed("boom");
        return granted;
    }
    bool tryAndSucceed() {
        HealthPermit permit = m_board->tryAcquire(kTarget);
        const bool granted = bool(permit);
        permit.succeeded(5);
        return granted;
    }
    void openAndCool() {
        fail(3);
        m_clock->advanceMs(30'000);
    }
    Circuit circuit(std::string_view target = kTarget) const { return m_board->health(target).circuit; }

    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<HealthBoard> m_board;
};

void CircuitBreakerTest::init() {
    m_clock = std::make_unique<ManualClock>();
    m_board = std::make_unique<HealthBoard>(*m_clock);
}

void CircuitBreakerTest::threeFailuresInAMinuteOpen() {
    QVERIFY(m_board->available(kTarget) && m_board->tryAcquire(kTarget));
    fail(2);
    m_clock->advanceMs(59'999);
    QVERIFY(circuit() == Circuit::Closed && m_board->tryAcquire(kTarget));
    fail(1);
    QVERIFY(circuit() == Circuit::Open);
    QVERIFY(!m_board->available(kTarget) && !m_board->tryAcquire(kTarget));
    QCOMPARE(m_board->health(kTarget).retryAtMs, m_clock->unixMs() + 30'000);
    QCOMPARE(m_board->health(kTarget).lastError, std::string("boom"));
}

void CircuitBreakerTest::failuresFurtherApartDoNot() {
    fail(2);
    m_clock->advanceMs(60'000);
    fail(2); // the first two are a minute old
    QVERIFY(circuit() == Circuit::Closed);
    fail(1);
    QVERIFY(circuit() == Circuit::Open);
}

void CircuitBreakerTest::successesBetweenDoNotHide() {
    for (int i = 0; i < 3; ++i) {
        fail(1);
        m_board->succeeded(kTarget, 10);
    }
    QVERIFY(circuit() == Circuit::Open);
}

void CircuitBreakerTest::limitsAndCredentialsDoNotCount() {
    for (int i = 0; i < 20; ++i)
        m_board->noted(kTarget, "429");
    QVERIFY(circuit() == Circuit::Closed && m_board->tryAcquire(kTarget));
    QCOMPARE(m_board->health(kTarget).failures, 20);
    QCOMPARE(m_board->health(kTarget).lastError, std::string("429"));
}

void CircuitBreakerTest::oneProbeAtATimeAfterTheCoolDown() {
    fail(3);
    m_clock->advanceMs(29'999);
    QVERIFY(!m_board->tryAcquire(kTarget));
    m_clock->advanceMs(1);
    QVERIFY(circuit() == Circuit::HalfOpen);
    QVERIFY(m_board->available(kTarget));
    HealthPermit probe = m_board->tryAcquire(kTarget);
    QVERIFY(bool(probe));
    QVERIFY(!m_board->available(kTarget) && !m_board->tryAcquire(kTarget)); // one is under way
    probe.succeeded(5);
    QVERIFY(circuit() == Circuit::HalfOpen);
    const HealthPermit second = m_board->tryAcquire(kTarget);
    QVERIFY(bool(second));
    QVERIFY(!m_board->tryAcquire(kTarget));
}

void CircuitBreakerTest::aProbeGivenBackLeavesTheDoorOpen() {
    openAndCool();
    {
        const HealthPermit probe = m_board->tryAcquire(kTarget);
        QVERIFY(bool(probe));
    } // the caller left: no verdict
    QVERIFY(circuit() == Circuit::HalfOpen);
    HealthPermit probe = m_board->tryAcquire(kTarget);
    QVERIFY(bool(probe));
    probe.noted("429");
    QVERIFY(circuit() == Circuit::HalfOpen && m_board->tryAcquire(kTarget));
}

void CircuitBreakerTest::twoSuccessesClose() {
    openAndCool();
    for (int i = 0; i < 2; ++i) {
        QVERIFY(circuit() == Circuit::HalfOpen);
        QVERIFY(tryAndSucceed());
    }
    QVERIFY(circuit() == Circuit::Closed);
    const HealthPermit one = m_board->tryAcquire(kTarget);
    const HealthPermit two = m_board->tryAcquire(kTarget);
    QVERIFY(bool(one) && bool(two));
    fail(2); // the failures that opened it are forgotten
    QVERIFY(circuit() == Circuit::Closed);
}

void CircuitBreakerTest::theCoolDownDoublesUpToItsMost() {
    fail(3);
    for (const std::int64_t seconds : {30, 60, 120, 240, 300, 300}) {
        QCOMPARE(m_board->health(kTarget).retryAtMs - m_clock->unixMs(), seconds * 1000);
        m_clock->advanceMs(seconds * 1000 - 1);
        QVERIFY(!m_board->tryAcquire(kTarget));
        m_clock->advanceMs(1);
        QVERIFY(tryAndFail()); // one failed probe is enough
        QVERIFY(circuit() == Circuit::Open);
    }
}

void CircuitBreakerTest::lateFailuresDoNotLengthenTheCoolDown() {
    std::vector<HealthPermit> early;
    for (int i = 0; i < 8; ++i)
        early.push_back(m_board->tryAcquire(kTarget));
    openAndCool();
    HealthPermit probe = m_board->tryAcquire(kTarget);
    for (int i = 0; i < 4; ++i)
        early[static_cast<std::size_t>(i)].failed("timed out");               // sent before it opened
    QVERIFY(circuit() == Circuit::HalfOpen && !m_board->tryAcquire(kTarget)); // the probe is still out
    probe.failed("boom");
    QCOMPARE(m_board->health(kTarget).retryAtMs - m_clock->unixMs(), 60'000);
    for (int i = 4; i < 8; ++i)
        early[static_cast<std::size_t>(i)].failed("timed out");
    QCOMPARE(m_board->health(kTarget).retryAtMs - m_clock->unixMs(), 60'000);
}

void CircuitBreakerTest::aClosedCircuitForgetsItsCoolDown() {
    openAndCool();
    QVERIFY(tryAndFail());
    m_clock->advanceMs(60'000);
    QVERIFY(tryAndSucceed() && tryAndSucceed());
    fail(3);
    QCOMPARE(m_board->health(kTarget).retryAtMs - m_clock->unixMs(), 30'000);
}

void CircuitBreakerTest::changesAreTold() {
    std::vector<std::string> told;
    m_board->setChangeHandler([&](std::string_view target, Circuit state) {
        QVERIFY(m_board->health(target).circuit == state); // asks back: no lock may be held
        told.push_back(std::string(target) + " " + std::string(toString(state)));
    });
    openAndCool();
    QVERIFY(m_board->available(kTarget)); // the router looks before anyone tries
    QVERIFY(tryAndFail());
    m_clock->advanceMs(60'000);
    QVERIFY(tryAndSucceed() && tryAndSucceed());
    fail(3);
    m_board->reset(kTarget);
    m_board->reset(kTarget);
    const std::string name(kTarget);
    const std::vector<std::string> expected{name + " open",      name + " half_open", name + " open",
                                            name + " half_open", name + " closed",    name + " open",
                                            name + " closed"};
    QCOMPARE(told, expected);
}

void CircuitBreakerTest::lookingChangesNothing() {
    openAndCool();
    for (int i = 0; i < 3; ++i) {
        QVERIFY(m_board->available(kTarget));
        QVERIFY(circuit() == Circuit::HalfOpen);
    }
    QCOMPARE(m_board->health("never/tried").checkedAtMs, 0);
    QVERIFY(m_board->available("never/tried"));
}

void CircuitBreakerTest::ownRulesCount() {
    m_board->setRules({1, 10, 7, 7, 1});
    fail(1);
    QVERIFY(circuit() == Circuit::Open);
    m_clock->advanceMs(7'000);
    QVERIFY(tryAndFail());
    QCOMPARE(m_board->health(kTarget).retryAtMs - m_clock->unixMs(), 7'000);
    m_clock->advanceMs(7'000);
    QVERIFY(tryAndSucceed());
    QVERIFY(circuit() == Circuit::Closed);
}

void CircuitBreakerTest::onlyOneOfManyThreadsProbes() {
    openAndCool();
    std::atomic<int> granted{0};
    std::mutex mutex;
    std::vector<HealthPermit> kept;
    std::vector<std::thread> threads;
    for (int i = 0; i < 8; ++i) {
        threads.emplace_back([&] {
            for (int n = 0; n < 1'000; ++n) {
                if (HealthPermit permit = m_board->tryAcquire(kTarget)) {
                    ++granted;
                    const std::scoped_lock lock(mutex);
                    kept.push_back(std::move(permit));
                }
            }
        });
    }
    for (std::thread& thread : threads)
        thread.join();
    QCOMPARE(granted.load(), 1);
}

void CircuitBreakerTest::lateSuccessesDoNotClose() {
    m_board->setRules({3, 60, 30, 300, 1});
    HealthPermit early = m_board->tryAcquire(kTarget);
    HealthPermit closing = m_board->tryAcquire(kTarget);
    openAndCool();
    early.succeeded(5); // an answer to a question of before says nothing about now
    QVERIFY(circuit() == Circuit::HalfOpen);
    QVERIFY(tryAndSucceed());
    QVERIFY(circuit() == Circuit::Closed);
    closing.failed("cut");
    fail(2);
    QVERIFY(circuit() == Circuit::Closed);          // the late one was not the third
    QCOMPARE(m_board->health(kTarget).failures, 6); // but it is shown
}

void CircuitBreakerTest::aResetEndsWhatWasBefore() {
    std::vector<HealthPermit> early;
    for (int i = 0; i < 5; ++i)
        early.push_back(m_board->tryAcquire(kTarget));
    m_board->reset(kTarget);
    for (HealthPermit& permit : early)
        permit.failed("boom");
    QVERIFY(circuit() == Circuit::Closed);
    QCOMPARE(m_board->glance(kTarget).running, 0);
}

void CircuitBreakerTest::anAnsweringProbeLetsTheNextOneIn() {
    openAndCool();
    HealthPermit stream = m_board->tryAcquire(kTarget);
    stream.answering(); // its first byte has come; the stream may last for minutes
    HealthPermit next = m_board->tryAcquire(kTarget);
    QVERIFY(bool(next) && !m_board->tryAcquire(kTarget));
    stream.succeeded(60'000);
    next.succeeded(5);
    QVERIFY(circuit() == Circuit::Closed);
}

void CircuitBreakerTest::whoRunsIsCounted() {
    QCOMPARE(m_board->glance(kTarget).running, 0);
    HealthPermit one = m_board->tryAcquire(kTarget);
    HealthPermit two = m_board->tryAcquire(kTarget);
    HealthPermit three = m_board->tryAcquire(kTarget);
    QCOMPARE(m_board->glance(kTarget).running, 3);
    one.succeeded(5);
    two.failed("boom");
    two.failed("boom"); // once is all it can say
    QCOMPARE(m_board->glance(kTarget).running, 1);
    const HealthPermit moved = std::move(three);
    QCOMPARE(m_board->glance(kTarget).running, 1);
    QCOMPARE(m_board->health(kTarget).failures, 1);
}

QTEST_GUILESS_MAIN(CircuitBreakerTest)
#include "tst_circuit_breaker.moc"
