// Background health checks: who is asked, when, and what the board hears.

#include "gateway/provider_probes.h"

#include <QTest>

#include <map>

using namespace tollgate;

class ProviderProbesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();

    void aSilentProviderInUseIsAskedEachInterval();
    void zeroIsOff();
    void theUnusedDisabledAndSimulatedAreLeftAlone();
    void trafficMakesAProbeNeedless();
    void onlyASecondFailureIsAVerdict();
    void aRecoveryIsTold();
    void oneAtATimeIsAsked();
    void whoHasNoModelListIsNotAskedAgain();
    void anotherAddressIsAnotherProvider();

private:
    void run(int seconds) {
        for (int i = 0; i < seconds; ++i) {
            m_clock->advanceMs(1'000);
            m_probes->tick(m_snapshot);
        }
    }
    void answer(const std::string& name, bool ok, int status = 200) {
        ProviderCheckResult result;
        result.ok = ok;
        result.status = status;
        result.error = ok ? "" : "no answer";
        std::exchange(m_pending[name], {})(result);
    }
    Provider& provider(const std::string& name, ProviderKind kind = ProviderKind::OpenAi) {
        Provider& made = m_snapshot.providers[name];
        made.name = name;
        made.kind = kind;
        made.baseUrl = "http://" + name;
        return made;
    }

    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<HealthBoard> m_board;
    std::unique_ptr<ProviderProbes> m_probes;
    ConfigSnapshot m_snapshot;
    std::map<std::string, int> m_asked;
    std::map<std::string, ProviderChecks::Done> m_pending;
    bool m_atOnce = true;
};

void ProviderProbesTest::init() {
    m_clock = std::make_unique<ManualClock>();
    m_board = std::make_unique<HealthBoard>(*m_clock);
    m_snapshot = {};
    m_asked.clear();
    m_pending.clear();
    m_atOnce = true;
    m_probes = std::make_unique<ProviderProbes>(
        *m_clock, *m_board,
        [this](const Provider& asked, const Credentials&, ProviderChecks::Done done) {
            ++m_asked[asked.name];
            m_pending[asked.name] = std::move(done);
            if (m_atOnce)
                answer(asked.name, true);
        },
        7);
    provider("used");
    Alias& alias = m_snapshot.aliases["chat"];
    alias.alias = "chat";
    alias.targets = {{"used", "m"}};
}

void ProviderProbesTest::aSilentProviderInUseIsAskedEachInterval() {
    run(24); // an interval less a fifth
    QCOMPARE(m_asked["used"], 0);
    run(13);
    QCOMPARE(m_asked["used"], 1);
    run(3'600 - 37);
    QVERIFY2(m_asked["used"] >= 100 && m_asked["used"] <= 145, std::to_string(m_asked["used"]).c_str());
    QVERIFY(m_board->providerHealth("used").checkedAtMs >= m_clock->unixMs() - 37'000);
    m_snapshot.settings.healthProbeSeconds = 5;
    m_asked.clear();
    run(40); // the one already planned may come first
    QVERIFY(m_asked["used"] >= 1);
}

void ProviderProbesTest::zeroIsOff() {
    m_snapshot.settings.healthProbeSeconds = 0;
    run(600);
    QCOMPARE(m_asked["used"], 0);
}

void ProviderProbesTest::theUnusedDisabledAndSimulatedAreLeftAlone() {
    provider("unused");
    provider("off").enabled = false;
    provider("toy", ProviderKind::Simulated);
    provider("direct");
    m_snapshot.aliases["chat"].fallbacks = {{"off", "m"}, {"toy", "m"}};
    m_board->succeeded("direct/m", 10); // no alias, but somebody asked it by name
    run(200);
    QCOMPARE(m_asked["unused"] + m_asked["off"] + m_asked["toy"], 0);
    QVERIFY(m_asked["used"] > 0 && m_asked["direct"] > 0);
    run(3'600);
    m_asked.clear();
    run(200);
    QCOMPARE(m_asked["direct"], 0); // an hour ago
    m_snapshot.aliases["chat"].enabled = false;
    m_asked.clear();
    run(200);
    QCOMPARE(m_asked["used"], 0);
}

void ProviderProbesTest::trafficMakesAProbeNeedless() {
    for (int i = 0; i < 100; ++i) {
        m_board->succeeded("used/m", 10);
        run(2);
    }
    QCOMPARE(m_asked["used"], 0);
    run(75);
    QVERIFY(m_asked["used"] > 0);
}

void ProviderProbesTest::onlyASecondFailureIsAVerdict() {
    m_atOnce = false;
    m_board->succeeded("used/m", 10);
    run(75);
    QCOMPARE(m_asked["used"], 1);
    answer("used", false, 0);
    QCOMPARE(m_board->glance("used/m").score, 1.0);
    run(6); // looked at again soon
    QCOMPARE(m_asked["used"], 2);
    answer("used", false, 0);
    QCOMPARE(m_board->glance("used/m").score, 0.1);
    QCOMPARE(m_board->providerHealth("used").lastError, std::string("no answer"));
    QVERIFY(m_board->glance("used/m").available); // traffic decides
}

void ProviderProbesTest::aRecoveryIsTold() {
    onlyASecondFailureIsAVerdict();
    run(40);
    answer("used", true);
    QCOMPARE(m_board->glance("used/m").score, 1.0);
}

void ProviderProbesTest::oneAtATimeIsAsked() {
    m_atOnce = false;
    run(500);
    QCOMPARE(m_asked["used"], 1); // it has not answered yet
    answer("used", true);
    run(40);
    QCOMPARE(m_asked["used"], 2);
    m_snapshot.providers.clear();
    run(1);
    answer("used", false); // the answer of one that is gone
}

void ProviderProbesTest::whoHasNoModelListIsNotAskedAgain() {
    m_atOnce = false;
    run(40);
    answer("used", false, 404);
    run(500);
    QCOMPARE(m_asked["used"], 1);
    QCOMPARE(std::string(healthState(m_board->providerHealth("used"), true)), std::string("healthy"));
}

void ProviderProbesTest::anotherAddressIsAnotherProvider() {
    whoHasNoModelListIsNotAskedAgain();
    m_snapshot.providers["used"].baseUrl = "http://elsewhere";
    run(40);
    QCOMPARE(m_asked["used"], 2);
}

QTEST_GUILESS_MAIN(ProviderProbesTest)
#include "tst_provider_probes.moc"
