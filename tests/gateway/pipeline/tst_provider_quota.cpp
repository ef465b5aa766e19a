// The gateway's own limits on a provider: looked at by the router, taken by an attempt.

#include "gateway/pipeline/provider_quota.h"

#include <QTest>

using namespace tollgate;

class ProviderQuotaTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();

    void withoutLimitsNothingIsTaken();
    void lookingTakesNothing();
    void tokensAreCorrectedByWhatWasUsed();
    void theSmallerCapOnRunningRequestsCounts();

private:
    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<RateLimiter> m_limiter;
    Provider m_provider;
};

void ProviderQuotaTest::init() {
    m_clock = std::make_unique<ManualClock>();
    m_limiter = std::make_unique<RateLimiter>(*m_clock);
    m_provider = {};
    m_provider.name = "p";
}

void ProviderQuotaTest::withoutLimitsNothingIsTaken() {
    ProviderQuotas quotas(*m_limiter);
    for (int i = 0; i < 1'000; ++i) {
        QCOMPARE(quotas.waitMs(m_provider, 1'000'000), 0);
        QVERIFY(quotas.take(m_provider, 1'000'000).ticket.empty());
    }
}

void ProviderQuotaTest::lookingTakesNothing() {
    m_provider.limits.rpm = 2; // and half as many again at once
    ProviderQuotas quotas(*m_limiter);
    for (int i = 0; i < 100; ++i)
        QCOMPARE(quotas.waitMs(m_provider, 0), 0);
    for (int i = 0; i < 3; ++i) {
        auto verdict = quotas.take(m_provider, 0);
        QVERIFY(!verdict.refusal.has_value());
        m_limiter->finish(verdict.ticket, 0);
    }
    QCOMPARE(quotas.waitMs(m_provider, 0), 30'000);
    QVERIFY(quotas.take(m_provider, 0).refusal.has_value());
    m_clock->advanceMs(30'000);
    QCOMPARE(quotas.waitMs(m_provider, 0), 0);
    Provider other = m_provider;
    other.name = "other";
    QVERIFY(!quotas.take(other, 0).refusal.has_value());
}

void ProviderQuotaTest::tokensAreCorrectedByWhatWasUsed() {
    m_provider.limits.tpm = 1'000;
    ProviderQuotas quotas(*m_limiter);
    auto verdict = quotas.take(m_provider, 1'500);
    QVERIFY(!verdict.refusal.has_value());
    QVERIFY(quotas.waitMs(m_provider, 500) > 0);
    m_limiter->finish(verdict.ticket, 900);
    QCOMPARE(quotas.waitMs(m_provider, 600), 0);
    QVERIFY(quotas.waitMs(m_provider, 700) > 0);
}

void ProviderQuotaTest::theSmallerCapOnRunningRequestsCounts() {
    m_provider.maxParallel = 3;
    QCOMPARE(*limitsOf(m_provider).maxParallel, 3);
    m_provider.limits.maxParallel = 2;
    QCOMPARE(*limitsOf(m_provider).maxParallel, 2);
    m_provider.limits.maxParallel = 5;
    QCOMPARE(*limitsOf(m_provider).maxParallel, 3);
    ProviderQuotas quotas(*m_limiter);
    std::vector<RateTicket> running;
    for (int i = 0; i < 3; ++i)
        running.push_back(quotas.take(m_provider, 0).ticket);
    QVERIFY(quotas.waitMs(m_provider, 0) > 0);
    m_limiter->finish(running.back(), 0);
    QCOMPARE(quotas.waitMs(m_provider, 0), 0);
}

QTEST_GUILESS_MAIN(ProviderQuotaTest)
#include "tst_provider_quota.moc"
