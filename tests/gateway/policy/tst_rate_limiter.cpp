// Requests, tokens and running requests per minute, to the last one.

#include "gateway/policy/rate_limiter.h"

#include <QTest>

#include <atomic>
#include <thread>

using namespace tollgate;

namespace {

Limits limits(std::optional<std::int64_t> rpm, std::optional<std::int64_t> tpm = {},
              std::optional<std::int64_t> parallel = {}) {
    return {rpm, tpm, parallel};
}

} // namespace

class RateLimiterTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();

    void oneAndAHalfMinutesMayBurst();
    void requestsRefillSteadily();
    void manySmallRefillsAddUp();
    void waitingAsToldIsEnough_data();
    void waitingAsToldIsEnough();
    void tokensAreTakenAsEstimated();
    void aDebtIsWaitedOff();
    void whatWasNotUsedComesBack();
    void aStreamBeyondItsEstimateTakesAsItGoes();
    void aRequestLargerThanTheBucketNeedsAFullOne();
    void runningRequestsAreCounted();
    void whatRunsCanBeLookedAt();
    void allOrNothing();
    void aCancelledAdmissionLeavesNoTrace();
    void finishingTwiceGivesBackOnce();
    void theTightestLimitIsShown();
    void nothingLimitedIsNothingShown();
    void aChangedLimitKeepsTheShare();
    void subjectsAreApart();
    void manyThreadsTakeExactlyTheBurst();

private:
    RateLimiter::Verdict admit(const Limits& of, std::int64_t tokens = 0, std::string_view id = "k") {
        return m_limiter->admit({{LimitScope::Key, id, &of}}, tokens);
    }
    int admitted(const Limits& of, int tries, std::int64_t tokens = 0) {
        int count = 0;
        for (int i = 0; i < tries; ++i)
            count += admit(of, tokens).refusal ? 0 : 1;
        return count;
    }

    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<RateLimiter> m_limiter;
};

void RateLimiterTest::init() {
    m_clock = std::make_unique<ManualClock>();
    m_limiter = std::make_unique<RateLimiter>(*m_clock);
}

void RateLimiterTest::oneAndAHalfMinutesMayBurst() {
    const Limits sixty = limits(60);
    QCOMPARE(admitted(sixty, 200), 90);
    const auto refused = admit(sixty);
    QCOMPARE(refused.refusal->dimension, std::string("rpm"));
    QCOMPARE(refused.refusal->subject, std::string("key:k"));
    QCOMPARE(refused.refusal->retryAfterMs, 1'000);
    QVERIFY(refused.ticket.empty());
}

void RateLimiterTest::requestsRefillSteadily() {
    const Limits sixty = limits(60);
    admitted(sixty, 90);
    m_clock->advanceMs(999);
    QCOMPARE(admitted(sixty, 1), 0);
    m_clock->advanceMs(1);
    QCOMPARE(admitted(sixty, 5), 1);
    m_clock->advanceMs(10'000);
    QCOMPARE(admitted(sixty, 50), 10);
    m_clock->advanceMs(24 * kMsPerHour); // never more than the burst
    QCOMPARE(admitted(sixty, 200), 90);
}

void RateLimiterTest::manySmallRefillsAddUp() {
    const Limits sixty = limits(60);
    admitted(sixty, 90);
    for (int i = 0; i < 9; ++i) {
        m_clock->advanceMs(100);
        QCOMPARE(admitted(sixty, 1), 0);
    }
    m_clock->advanceMs(100); // ten tenths, whatever binary fractions make of them
    QCOMPARE(admitted(sixty, 5), 1);
}

void RateLimiterTest::waitingAsToldIsEnough_data() {
    QTest::addColumn<qint64>("rpm");
    for (const qint64 rpm : {1, 3, 7, 59, 60, 97, 6'000, 600'000})
        QTest::addRow("%lld", static_cast<long long>(rpm)) << rpm;
}

void RateLimiterTest::waitingAsToldIsEnough() {
    QFETCH(qint64, rpm);
    const Limits of = limits(rpm, 1'000'003);
    while (!admit(of, 1'000).refusal) {
    }
    for (int i = 0; i < 20; ++i) {
        const std::int64_t wait = admit(of, 1'000).refusal->retryAfterMs;
        QVERIFY(wait > 0 && wait <= 60'000);
        m_clock->advanceMs(wait);
        QVERIFY(!admit(of, 1'000).refusal.has_value());
        while (!admit(of, 1'000).refusal) {
        }
    }
}

void RateLimiterTest::tokensAreTakenAsEstimated() {
    const Limits of = limits({}, 1'000);
    QCOMPARE(admitted(of, 10, 400), 3); // of 1,500
    const auto refused = admit(of, 400);
    QCOMPARE(refused.refusal->dimension, std::string("tpm"));
    QCOMPARE(refused.refusal->retryAfterMs, 6'000); // 100 missing at 1,000 a minute
    QVERIFY(!admit(of, 300).refusal.has_value());
}

void RateLimiterTest::aDebtIsWaitedOff() {
    const Limits of = limits({}, 600);
    auto verdict = admit(of, 10);
    m_limiter->finish(verdict.ticket, 1'510); // it took far more than it said: 610 too much
    QCOMPARE(admit(of, 1).refusal->retryAfterMs, 61'100);
    QCOMPARE(admit(of, 1).view.tokens.remaining, 0);
    m_clock->advanceMs(61'099);
    QVERIFY(admit(of, 1).refusal.has_value());
    m_clock->advanceMs(1);
    QVERIFY(!admit(of, 1).refusal.has_value());
}

void RateLimiterTest::whatWasNotUsedComesBack() {
    const Limits of = limits({}, 1'000);
    auto verdict = admit(of, 1'400);
    QCOMPARE(verdict.view.tokens.remaining, 100);
    m_limiter->finish(verdict.ticket, 400);
    QCOMPARE(admit(of, 1'100).view.tokens.remaining, 0);
    auto all = admit(of, 0);
    m_limiter->finish(all.ticket, -5'000); // never above the burst
    QCOMPARE(admit(of, 0).view.tokens.remaining, 1'500);
}

void RateLimiterTest::aStreamBeyondItsEstimateTakesAsItGoes() {
    const Limits key = limits({}, 1'000);
    const Limits project = limits({}, 10'000);
    auto stream = m_limiter->admit({{LimitScope::Key, "k", &key}, {LimitScope::Project, "p", &project}}, 100);
    QVERIFY(stream.ticket.countsTokens());
    m_limiter->use(stream.ticket, 90); // still within
    QCOMPARE(admit(key, 0).view.tokens.remaining, 1'400);
    m_limiter->use(stream.ticket, 700);
    m_limiter->use(stream.ticket, 700);
    m_limiter->use(stream.ticket, 650);
    QCOMPARE(admit(key, 0).view.tokens.remaining, 800);
    m_limiter->use(stream.ticket, 1'600);
    QCOMPARE(admit(key, 1).refusal->dimension, std::string("tpm"));
    QCOMPARE(m_limiter->admit({{LimitScope::Project, "p", &project}}, 0).view.tokens.remaining, 13'400);
    m_limiter->finish(stream.ticket, 1'200); // counted again by who knows
    QCOMPARE(admit(key, 0).view.tokens.remaining, 300);
    auto free = admit(limits(5), 100);
    QVERIFY(!free.ticket.countsTokens());
}

void RateLimiterTest::aRequestLargerThanTheBucketNeedsAFullOne() {
    const Limits of = limits({}, 1'000);
    QVERIFY(!admit(of, 1'000'000).refusal.has_value());
    QVERIFY(admit(of, 1).refusal.has_value()); // and the others wait for it
}

void RateLimiterTest::runningRequestsAreCounted() {
    const Limits two = limits({}, {}, 2);
    auto first = admit(two);
    auto second = admit(two);
    const auto third = admit(two);
    QCOMPARE(third.refusal->dimension, std::string("max_parallel"));
    QVERIFY(third.refusal->retryAfterMs > 0);
    m_limiter->finish(first.ticket, 0);
    auto fourth = admit(two);
    QVERIFY(!fourth.refusal.has_value());
    QVERIFY(admit(two).refusal.has_value());
    m_limiter->cancel(second.ticket);
    m_limiter->finish(fourth.ticket, 0);
    QCOMPARE(admitted(two, 5), 2);
}

void RateLimiterTest::whatRunsCanBeLookedAt() {
    const Limits some = limits(600, {}, 10);
    const std::initializer_list<LimitedSubject> subjects{{LimitScope::Project, "looked-at", &some}};
    QVERIFY(!m_limiter->running(LimitScope::Project, "looked-at"));
    auto first = m_limiter->admit(subjects, 0);
    const auto second = m_limiter->admit(subjects, 0);
    QCOMPARE(*m_limiter->running(LimitScope::Project, "looked-at"), 2);
    QVERIFY(!m_limiter->running(LimitScope::Key, "looked-at")); // of that name, another one
    m_limiter->finish(first.ticket, 0);
    QCOMPARE(*m_limiter->running(LimitScope::Project, "looked-at"), 1);
}

void RateLimiterTest::allOrNothing() {
    const Limits key = limits(600, 100'000, 100);
    const Limits project = limits(2);
    const std::array<LimitedSubject, 2> both{
        {{LimitScope::Key, "k", &key}, {LimitScope::Project, "p", &project}}};
    for (int i = 0; i < 3; ++i)
        QVERIFY(!m_limiter->admit(both, 100).refusal.has_value());
    for (int i = 0; i < 50; ++i) {
        const auto refused = m_limiter->admit(both, 100);
        QCOMPARE(refused.refusal->subject, std::string("project:p"));
        QVERIFY(refused.ticket.empty());
    }
    const auto alone = m_limiter->admit({{LimitScope::Key, "k", &key}}, 0);
    QCOMPARE(alone.view.requests.remaining, 900 - 3 - 1); // the refused ones cost the key nothing
    QCOMPARE(alone.view.tokens.remaining, 150'000 - 300);
}

void RateLimiterTest::aCancelledAdmissionLeavesNoTrace() {
    const Limits of = limits(2, 1'000, 1);
    for (int i = 0; i < 50; ++i) {
        auto verdict = admit(of, 900);
        QVERIFY(!verdict.refusal.has_value());
        m_limiter->cancel(verdict.ticket);
    }
    QCOMPARE(admit(of, 100).view.requests.remaining, 2);
}

void RateLimiterTest::finishingTwiceGivesBackOnce() {
    const Limits of = limits({}, {}, 2);
    auto first = admit(of);
    auto second = admit(of);
    m_limiter->finish(first.ticket, 0);
    m_limiter->finish(first.ticket, 0);
    m_limiter->cancel(first.ticket);
    QCOMPARE(admitted(of, 5), 1);
    RateTicket never;
    m_limiter->finish(never, 100);
}

void RateLimiterTest::theTightestLimitIsShown() {
    const Limits key = limits(100, 1'000);
    const Limits project = limits(10, 100'000);
    const auto verdict =
        m_limiter->admit({{LimitScope::Key, "k", &key}, {LimitScope::Project, "p", &project}}, 500);
    QCOMPARE(verdict.view.requests.limit, 10);
    QCOMPARE(verdict.view.requests.remaining, 14);
    QCOMPARE(verdict.view.requests.resetMs, 6'000);
    QCOMPARE(verdict.view.tokens.limit, 1'000);
    QCOMPARE(verdict.view.tokens.remaining, 1'000);
    QCOMPARE(verdict.view.tokens.resetMs, 30'000);
}

void RateLimiterTest::nothingLimitedIsNothingShown() {
    const auto verdict = admit(limits({}), 1'000'000);
    QVERIFY(!verdict.refusal.has_value());
    QCOMPARE(verdict.view.requests.limit, -1);
    QCOMPARE(verdict.view.tokens.limit, -1);
    QVERIFY(!m_limiter->admit(std::span<const LimitedSubject>(), 5).refusal.has_value());
}

void RateLimiterTest::aChangedLimitKeepsTheShare() {
    const Limits ten = limits(10);
    QCOMPARE(admitted(ten, 100), 15);
    QVERIFY(admit(limits(1'000)).refusal.has_value()); // a new limit is no new burst
    m_clock->advanceMs(90'000);
    QCOMPARE(admit(limits(1'000)).view.requests.remaining, 1'499);
    QCOMPARE(admit(limits(10)).view.requests.remaining, 13);
    QVERIFY(!admit(limits({})).refusal.has_value()); // lifted
    QCOMPARE(admit(limits(10)).view.requests.remaining, 14);
}

void RateLimiterTest::subjectsAreApart() {
    const Limits one = limits(1);
    QVERIFY(!admit(one, 0, "a").refusal.has_value());
    QVERIFY(admit(one, 0, "a").refusal.has_value());
    QVERIFY(!admit(one, 0, "b").refusal.has_value());
}

void RateLimiterTest::manyThreadsTakeExactlyTheBurst() {
    const Limits of = limits(1'000, {}, 3);
    std::atomic<int> taken{0};
    std::atomic<int> running{0};
    std::atomic<bool> crowded{false};
    std::vector<std::thread> threads;
    for (int i = 0; i < 8; ++i) {
        threads.emplace_back([&] {
            for (int n = 0; n < 5'000; ++n) {
                auto verdict = admit(of);
                if (verdict.refusal)
                    continue;
                crowded = crowded || ++running > 3;
                ++taken;
                --running;
                m_limiter->finish(verdict.ticket, 0);
            }
        });
    }
    for (std::thread& thread : threads)
        thread.join();
    QVERIFY(!crowded);
    while (!admit(limits(1'000)).refusal)
        ++taken;
    QCOMPARE(taken.load(), 1'500);
}

QTEST_GUILESS_MAIN(RateLimiterTest)
#include "tst_rate_limiter.moc"
