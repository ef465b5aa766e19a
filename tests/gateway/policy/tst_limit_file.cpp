// Rate limits go on where they were left: after a crash, after a reboot, and never from garbage.

#include "gateway/policy/limit_file.h"
#include "gateway/policy/rate_limiter.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <random>

using namespace tollgate;

class LimitFileTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();

    void bucketsGoOnAfterACrash();
    void runningRequestsEndWithTheirProcess();
    void timeThatPassedWhileNothingRanRefills();
    void anotherBootGoesByTheWallClock();
    void garbageIsBegunAnew_data();
    void garbageIsBegunAnew();
    void aFullFileLimitsAllTheSame();
    void idleSubjectsMakeRoom();
    void whatCannotBeOpenedIsSaid();
    void anyHistorySurvivesAnyCrash();

private:
    std::string path() const { return m_directory->filePath(QStringLiteral("limits")).toStdString(); }
    std::unique_ptr<RateLimiter> start() const {
        auto limiter = std::make_unique<RateLimiter>(m_clock);
        const auto kept = limiter->keepIn(path());
        if (!kept)
            qFatal("%s", kept.error().c_str());
        return limiter;
    }
    static std::int64_t remaining(RateLimiter& limiter, const Limits& of, std::string_view id = "k") {
        auto verdict = limiter.admit({{LimitScope::Key, id, &of}}, 0);
        const std::int64_t left = verdict.view.requests.remaining + (verdict.refusal ? 0 : 1);
        if (!verdict.refusal)
            limiter.cancel(verdict.ticket);
        return left;
    }

    std::unique_ptr<QTemporaryDir> m_directory;
    ManualClock m_clock;
};

void LimitFileTest::init() {
    m_directory = std::make_unique<QTemporaryDir>();
}

void LimitFileTest::bucketsGoOnAfterACrash() {
    const Limits key{10, 1'000, std::nullopt};
    const Limits project{100, std::nullopt, std::nullopt};
    auto limiter = start();
    RateTicket unfinished;
    for (int i = 0; i < 12; ++i) {
        auto verdict =
            limiter->admit({{LimitScope::Key, "k", &key}, {LimitScope::Project, "p", &project}}, 100);
        QVERIFY(!verdict.refusal);
        unfinished = std::move(verdict.ticket); // nobody says that it ended
    }
    limiter = start();
    const auto again =
        limiter->admit({{LimitScope::Key, "k", &key}, {LimitScope::Project, "p", &project}}, 100);
    QVERIFY(!again.refusal);
    QCOMPARE(again.view.requests.remaining, 2);
    QCOMPARE(again.view.tokens.remaining, 200);
    QCOMPARE(remaining(*limiter, project, "p"), 150); // a key of the same name is somebody else
}

void LimitFileTest::runningRequestsEndWithTheirProcess() {
    const Limits one{std::nullopt, std::nullopt, 1};
    auto limiter = start();
    auto verdict = limiter->admit({{LimitScope::Key, "k", &one}}, 0);
    QVERIFY(limiter->admit({{LimitScope::Key, "k", &one}}, 0).refusal.has_value());
    limiter = start();
    QVERIFY(!limiter->admit({{LimitScope::Key, "k", &one}}, 0).refusal.has_value());
}

void LimitFileTest::timeThatPassedWhileNothingRanRefills() {
    const Limits sixty{60, std::nullopt, std::nullopt};
    auto limiter = start();
    while (!limiter->admit({{LimitScope::Key, "k", &sixty}}, 0).refusal) {
    }
    limiter.reset();
    m_clock.advanceMs(20'000);
    QCOMPARE(remaining(*start(), sixty), 20);
    m_clock.advanceMs(3'600'000);
    QCOMPARE(remaining(*start(), sixty), 90);
}

void LimitFileTest::anotherBootGoesByTheWallClock() {
    {
        const auto file = LimitFile::open(path(), m_clock, "first boot");
        QVERIFY(file.has_value());
        BucketLevels* levels = (*file)->levels("key:k");
        levels->requestsFullNs = m_clock.monotonicNs() + 60'000'000'000; // a minute away
    }
    ManualClock later(m_clock.unixMs() + 40'000); // its monotonic clock has begun anew
    const auto file = LimitFile::open(path(), later, "second boot");
    QCOMPARE((*file)->levels("key:k")->requestsFullNs.load(), later.monotonicNs() + 20'000'000'000);
    QCOMPARE((*file)->levels("key:k")->tokensFullNs.load(), 0);
}

void LimitFileTest::garbageIsBegunAnew_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("short") << QByteArray("tglimit1");
    QTest::newRow("of the right size") << QByteArray(64 + 32 * static_cast<int>(LimitFile::kPlaces), 'x');
    QByteArray levels(64 + 32 * static_cast<int>(LimitFile::kPlaces), '\x7f');
    levels.replace(0, 8, "tglimit1");
    QTest::newRow("of the right kind") << levels;
}

void LimitFileTest::garbageIsBegunAnew() {
    QFETCH(QByteArray, bytes);
    QFile file(QString::fromStdString(path()));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    file.close();
    const auto limiter = start();
    QCOMPARE(remaining(*limiter, Limits{10, std::nullopt, std::nullopt}), 15);
    QCOMPARE(QFile::permissions(file.fileName()) & (QFile::ReadGroup | QFile::ReadOther),
             QFile::Permissions());
}

void LimitFileTest::aFullFileLimitsAllTheSame() {
    auto file = LimitFile::open(path(), m_clock);
    for (std::size_t i = 0; i < LimitFile::kPlaces; ++i)
        QVERIFY((*file)->levels("key:" + std::to_string(i)) != nullptr);
    QVERIFY((*file)->levels("key:one more") == nullptr);
    (*file)->release("key:17");
    QVERIFY((*file)->levels("key:one more") != nullptr);
}

void LimitFileTest::idleSubjectsMakeRoom() {
    const Limits one{1, std::nullopt, 1};
    auto limiter = start();
    auto running = limiter->admit({{LimitScope::Key, "k", &one}}, 0);
    auto ended = limiter->admit({{LimitScope::Key, "e", &one}}, 0);
    limiter->finish(ended.ticket, 0);
    limiter->forgetIdle(); // one runs, the other's bucket is not full yet
    QVERIFY(limiter->admit({{LimitScope::Key, "e", &one}}, 0).refusal.has_value());
    m_clock.advanceMs(120'000);
    limiter->forgetIdle();
    QCOMPARE(limiter->admit({{LimitScope::Key, "k", &one}}, 0).refusal->dimension,
             std::string("max_parallel"));
    limiter->finish(running.ticket, 0);
    QVERIFY(!limiter->admit({{LimitScope::Key, "k", &one}}, 0).refusal.has_value());
}

void LimitFileTest::whatCannotBeOpenedIsSaid() {
    const auto file = LimitFile::open(m_directory->path().toStdString(), m_clock);
    QVERIFY(!file.has_value());
    QVERIFY(file.error().find(m_directory->path().toStdString()) != std::string::npos);
}

/// Two limiters with the same history, of which one dies again and again, always agree.
void LimitFileTest::anyHistorySurvivesAnyCrash() {
    std::mt19937 random(20261122);
    const auto below = [&](unsigned limit) { return static_cast<std::int64_t>(random() % limit); };
    const std::array<Limits, 3> limits{Limits{30, 2'000, std::nullopt}, Limits{7, std::nullopt, std::nullopt},
                                       Limits{std::nullopt, 50'000, std::nullopt}};
    const std::array<std::string_view, 3> names{"a", "b", "c"};
    RateLimiter immortal(m_clock);
    auto mortal = start();
    int refused = 0;
    for (int i = 0; i < 4'000; ++i) {
        const auto who = static_cast<std::size_t>(below(3));
        const auto with = static_cast<std::size_t>(below(3));
        const std::array<LimitedSubject, 2> subjects{
            {{LimitScope::Key, names[who], &limits[who]}, {LimitScope::Project, names[with], &limits[with]}}};
        const std::int64_t tokens = below(600);
        auto one = immortal.admit(subjects, tokens);
        auto other = mortal->admit(subjects, tokens);
        QCOMPARE(other.refusal.has_value(), one.refusal.has_value());
        QCOMPARE(other.view.requests.remaining, one.view.requests.remaining);
        QCOMPARE(other.view.tokens.remaining, one.view.tokens.remaining);
        if (one.refusal) {
            ++refused;
            QCOMPARE(other.refusal->retryAfterMs, one.refusal->retryAfterMs);
            m_clock.advanceMs(below(3'000));
            continue;
        }
        const std::int64_t used = below(900);
        immortal.finish(one.ticket, used);
        mortal->finish(other.ticket, used);
        m_clock.advanceMs(below(1'500));
        if (below(40) == 0)
            mortal = start();
    }
    QVERIFY2(refused > 500 && refused < 3'500, qPrintable(QString::number(refused)));
}

QTEST_GUILESS_MAIN(LimitFileTest)
#include "tst_limit_file.moc"
