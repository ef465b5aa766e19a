// What traffic and checks say of a target.

#include "gateway/routing/health_board.h"

#include <QTest>

using namespace tollgate;

namespace {

constexpr std::string_view kTarget = "openai/gpt";

} // namespace

class HealthBoardTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();

    void restingIsNoFault();
    void aResetForgives();
    void targetsAreApart();
    void countsAreOfFiveMinutes();
    void latenciesAverageAndRank();
    void aProviderIsTheWorstOfItsTargets();
    void statesAreTheContracts();
    void checksAreShownAndLowerTheWeight();
    void aTargetThatBecomesSlowWeighsLess();
    void aProviderIsForgivenAsAWhole();
    void trafficIsSeenByProvider();
    void aFloodOfNamesIsForgotten();

private:
    void fail(int times, std::string_view target = kTarget) {
        for (int i = 0; i < times; ++i)
            m_board->failed(target, "boom");
    }
    Circuit circuit(std::string_view target = kTarget) const { return m_board->health(target).circuit; }

    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<HealthBoard> m_board;
};

void HealthBoardTest::init() {
    m_clock = std::make_unique<ManualClock>();
    m_board = std::make_unique<HealthBoard>(*m_clock);
}

void HealthBoardTest::restingIsNoFault() {
    const std::int64_t until = m_clock->unixMs() + 5'000;
    m_board->rest(kTarget, until);
    m_board->rest(kTarget, until - 4'000); // the longer one stands
    QVERIFY(circuit() == Circuit::Closed);
    QVERIFY(!m_board->available(kTarget) && !m_board->tryAcquire(kTarget));
    QCOMPARE(m_board->health(kTarget).retryAtMs, until);
    m_clock->advanceMs(5'000);
    QVERIFY(m_board->available(kTarget) && m_board->tryAcquire(kTarget));
    QCOMPARE(m_board->health(kTarget).retryAtMs, 0);
}

void HealthBoardTest::aResetForgives() {
    fail(3);
    m_board->rest(kTarget, m_clock->unixMs() + 60'000);
    m_board->reset(kTarget);
    QVERIFY(circuit() == Circuit::Closed && m_board->tryAcquire(kTarget));
    fail(2);
    QVERIFY(circuit() == Circuit::Closed);
}

void HealthBoardTest::targetsAreApart() {
    fail(3, "openai/a");
    QVERIFY(circuit("openai/a") == Circuit::Open);
    QVERIFY(circuit("openai/b") == Circuit::Closed && m_board->tryAcquire("openai/b"));
}

void HealthBoardTest::countsAreOfFiveMinutes() {
    m_board->succeeded(kTarget, 1);
    m_board->noted(kTarget, "429");
    m_clock->advanceMs(4 * 60'000);
    m_board->succeeded(kTarget, 1);
    QCOMPARE(m_board->health(kTarget).requests, 3);
    QCOMPARE(m_board->health(kTarget).failures, 1);
    m_clock->advanceMs(60'000);
    QCOMPARE(m_board->health(kTarget).requests, 1);
    m_clock->advanceMs(4 * 60'000);
    QCOMPARE(m_board->health(kTarget).requests, 0);
    QVERIFY(m_board->health(kTarget).checkedAtMs != 0);
}

void HealthBoardTest::latenciesAverageAndRank() {
    QCOMPARE(m_board->health(kTarget).p95Ms, -1.0);
    QCOMPARE(m_board->health(kTarget).ewmaMs, -1.0);
    m_board->succeeded(kTarget, 100);
    QCOMPARE(m_board->health(kTarget).ewmaMs, 100.0);
    m_board->succeeded(kTarget, 200);
    QCOMPARE(m_board->health(kTarget).ewmaMs, 120.0);
    for (int i = 1; i <= 128; ++i) // the first two have left the ring
        m_board->succeeded(kTarget, i);
    QCOMPARE(m_board->health(kTarget).p95Ms, 121.0);
}

void HealthBoardTest::aProviderIsTheWorstOfItsTargets() {
    m_board->succeeded("openai/a", 10);
    m_board->succeeded("openai-eu/a", 10); // only begins alike
    QVERIFY(m_board->providerHealth("openai").circuit == Circuit::Closed);
    fail(3, "openai/b");
    const TargetHealth health = m_board->providerHealth("openai");
    QVERIFY(health.circuit == Circuit::Open);
    QCOMPARE(health.requests, 4);
    QCOMPARE(health.failures, 3);
    QCOMPARE(health.lastError, std::string("boom"));
    QVERIFY(m_board->providerHealth("openai-eu").circuit == Circuit::Closed);
    QCOMPARE(m_board->providerHealth("unknown").checkedAtMs, 0);
}

void HealthBoardTest::statesAreTheContracts() {
    const auto state = [this](bool enabled = true) {
        return std::string(healthState(m_board->health(kTarget), enabled));
    };
    QCOMPARE(state(), std::string("unknown"));
    QCOMPARE(state(false), std::string("disabled"));
    for (int i = 0; i < 20; ++i)
        m_board->succeeded(kTarget, 1);
    QCOMPARE(state(), std::string("healthy"));
    fail(1); // 1 of 21 is below five percent
    QCOMPARE(state(), std::string("healthy"));
    fail(1);
    QCOMPARE(state(), std::string("degraded"));
    fail(1);
    QCOMPARE(state(), std::string("down"));
    m_clock->advanceMs(30'000);
    QCOMPARE(state(), std::string("degraded"));
    QCOMPARE(state(false), std::string("disabled"));
}

void HealthBoardTest::checksAreShownAndLowerTheWeight() {
    m_board->succeeded(kTarget, 10);
    m_board->checked("openai", false, "refused");
    QCOMPARE(std::string(healthState(m_board->providerHealth("openai"), true)), std::string("down"));
    QCOMPARE(m_board->providerHealth("openai").lastError, std::string("refused"));
    QCOMPARE(m_board->providerHealth("openai").requests, 1);               // a check is no request
    QVERIFY(circuit() == Circuit::Closed && m_board->tryAcquire(kTarget)); // shown, but traffic decides
    QCOMPARE(m_board->glance(kTarget).score, 0.1);
    m_clock->advanceMs(1);
    m_board->succeeded(kTarget, 10);
    QCOMPARE(m_board->glance(kTarget).score, 1.0);
    QCOMPARE(std::string(healthState(m_board->providerHealth("openai"), true)), std::string("healthy"));
    m_board->checked("openai", false, "refused");
    m_board->checked("openai", true, {});
    QCOMPARE(m_board->glance(kTarget).score, 1.0);
    QCOMPARE(std::string(healthState(m_board->providerHealth("openai"), true)), std::string("healthy"));
}

void HealthBoardTest::aTargetThatBecomesSlowWeighsLess() {
    for (int i = 0; i < 200; ++i)
        m_board->succeeded(kTarget, 200 + i % 20);
    QCOMPARE(m_board->glance(kTarget).score, 1.0);
    for (int i = 0; i < 10; ++i)
        m_board->succeeded(kTarget, 2'000);
    const double slow = m_board->glance(kTarget).score;
    QVERIFY2(slow > 0.2 && slow < 0.6, std::to_string(slow).c_str());
    for (int i = 0; i < 20; ++i)
        m_board->succeeded(kTarget, 200);
    QCOMPARE(m_board->glance(kTarget).score, 1.0);
    for (int i = 0; i < 50; ++i)
        m_board->succeeded("openai/quick", i % 2 == 0 ? 1 : 30); // thirtyfold, but nobody notices
    QCOMPARE(m_board->glance("openai/quick").score, 1.0);
}

void HealthBoardTest::aProviderIsForgivenAsAWhole() {
    fail(3, "openai/a");
    fail(3, "openai/b");
    fail(3, "other/a");
    const Credentials keys{{"one", "two"}, {}};
    m_board->credentials().refused("openai", "one");
    m_board->resetProvider("openai");
    QVERIFY(circuit("openai/a") == Circuit::Closed && circuit("openai/b") == Circuit::Closed);
    QVERIFY(circuit("other/a") == Circuit::Open);
    QVERIFY(m_board->credentials().health("openai", keys)[0].state == CredentialHealth::State::Ready);
    QCOMPARE(m_board->glance("openai/a").score, 1.0);
}

void HealthBoardTest::trafficIsSeenByProvider() {
    QVERIFY(!m_board->triedSince("openai", 0));
    m_board->checked("openai", true, {});
    QVERIFY(!m_board->triedSince("openai", 0)); // a check is no traffic
    m_board->succeeded(kTarget, 1);
    QVERIFY(m_board->triedSince("openai", m_clock->unixMs()));
    QVERIFY(!m_board->triedSince("openai", m_clock->unixMs() + 1));
    QVERIFY(!m_board->triedSince("open", 0));
}

void HealthBoardTest::aFloodOfNamesIsForgotten() {
    fail(3);
    m_board->rest("openai/resting", m_clock->unixMs() + 60'000);
    m_board->succeeded("openai/first", 1);
    for (std::size_t i = 0; i < HealthBoard::kMaxTargets; ++i)
        m_board->succeeded("openai/m" + std::to_string(i), 1);
    QVERIFY(m_board->providerHealth("openai").requests <=
            static_cast<std::int64_t>(HealthBoard::kMaxTargets));
    QCOMPARE(m_board->health("openai/first").checkedAtMs, 0);
    // What speaks against a target outlasts the flood.
    QVERIFY(circuit() == Circuit::Open);
    QVERIFY(!m_board->available("openai/resting"));
}

QTEST_GUILESS_MAIN(HealthBoardTest)
#include "tst_health_board.moc"
