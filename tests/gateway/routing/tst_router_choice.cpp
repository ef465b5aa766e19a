// What a caller and an alias may ask of targets: tags, regions, preference, a maximum cost, free quota.

#include "tests/gateway/routing/router_fixture.h"

#include <QTest>

#include <map>

using namespace tollgate;

namespace {

/// Says for how long each provider is out of quota.
class Quota final : public ProviderQuota {
public:
    std::int64_t waitMs(const Provider& provider, std::int64_t tokens) const override {
        asked = tokens;
        const auto it = waits.find(provider.name);
        return it == waits.end() ? 0 : it->second;
    }
    std::map<std::string, std::int64_t> waits;
    mutable std::int64_t asked = -1;
};

} // namespace

class RouterChoiceTest : public QObject, private RouterFixture {
    Q_OBJECT

private Q_SLOTS:
    void init();

    void tagsArePreferred();
    void tagsMayBeRequired();
    void regionsAreTagsOfTheirOwn();
    void nobodyTaggedIsTheCallersMistake();
    void preferredProvidersComeFirst();
    void strategiesWorkAmongThePreferred();
    void dearTargetsAreSkipped();
    void withoutQuotaNobodyIsChosen();
    void limitedKeysAreNoQuota();
    void everyReasonIsToldInOrder();

private:
    RouteOptions& options() { return m_snapshot.aliases["t"].route; }
    void price(std::string provider, std::string name, double usd) {
        Model& made = model(std::move(provider), std::move(name));
        made.input = made.output = TokenPrice::fromUsdPerMtok(usd);
    }
    static std::string code(const tl::expected<Plan, Error>& made, std::size_t index) {
        return made->skipped.at(index).code;
    }
};

void RouterChoiceTest::init() {
    start();
    Target one{"a", "one"};
    one.tags = {"fast"};
    one.region = "us";
    Target two{"b", "two"};
    two.tags = {"fast", "gdpr"};
    two.region = "eu";
    alias("t", Strategy::Simple, {one, two}).fallbacks = {{"c", "mock"}};
}

void RouterChoiceTest::tagsArePreferred() {
    QCOMPARE(chain("t").front(), std::string("a/one"));
    m_request.tags = "gdpr";
    QCOMPARE(chain("t"), (Names{"b/two", "a/one", "c/mock"}));
    m_request.tags = " fast ,, gdpr "; // the one that carries more of them
    QCOMPARE(chain("t").front(), std::string("b/two"));
    m_request.tags = "fast";
    QCOMPARE(chain("t").front(), std::string("a/one"));
    m_request.tags = "nobody has it";
    QCOMPARE(chain("t"), (Names{"a/one", "b/two", "c/mock"}));
    m_request.tags = ",, ";
    QCOMPARE(chain("t"), (Names{"a/one", "b/two", "c/mock"}));
    m_request.tags = "gdpr";
    QCOMPARE(chain("a/one"), Names{"a/one"}); // named directly: nothing to choose
}

void RouterChoiceTest::tagsMayBeRequired() {
    options().tagsRequired = true;
    QCOMPARE(chain("t").size(), 3U);
    m_request.tags = "fast";
    QCOMPARE(chain("t"), (Names{"a/one", "b/two"})); // the fallback carries none
    m_request.tags = "fast,gdpr";
    const auto made = plan("t");
    QCOMPARE(namesOf(made->candidates), Names{"b/two"});
    QCOMPARE(code(made, 0), std::string("candidate.tags"));
    QCOMPARE(made->skipped[0].reason, std::string("it is not tagged gdpr"));
    canary("flag", 100).alias = "t"; // a canary is no way round
    m_snapshot.flags["flag"].stable = "a/one";
    QCOMPARE(chain("t"), Names{"b/two"});
    m_snapshot.flags["flag"].canary = "b/two"; // it carries what the alias says of it
    QCOMPARE(chain("t"), Names{"b/two"});
}

void RouterChoiceTest::regionsAreTagsOfTheirOwn() {
    m_request.tags = "region:eu";
    QCOMPARE(chain("t").front(), std::string("b/two"));
    m_request.tags = "eu"; // a region is asked for as one
    QCOMPARE(chain("t").front(), std::string("a/one"));
    options().tagsRequired = true;
    m_request.tags = "fast,region:us";
    QCOMPARE(chain("t"), Names{"a/one"});
}

void RouterChoiceTest::nobodyTaggedIsTheCallersMistake() {
    options().tagsRequired = true;
    m_request.tags = "region:mars";
    const auto made = plan("t");
    QVERIFY(!made.has_value());
    QVERIFY(made.error().code == ErrorCode::InvalidRequest);
    QCOMPARE(made.error().param, std::string("X-Tollgate-Tags"));
    m_request.tags = "gdpr";
    open("b/two"); // now one could, later
    QVERIFY(plan("t").error().code == ErrorCode::NoHealthyTarget);
    QCOMPARE(plan("t").error().retryAfterMs, 30'000);
}

void RouterChoiceTest::preferredProvidersComeFirst() {
    options().prefer = {"b"};
    QCOMPARE(chain("t"), (Names{"b/two", "a/one", "c/mock"}));
    options().prefer = {"nobody", "b", "a"};
    QCOMPARE(chain("t"), (Names{"b/two", "a/one", "c/mock"}));
    open("b/two"); // preference is no promise
    QCOMPARE(chain("t"), (Names{"a/one", "c/mock"}));
}

void RouterChoiceTest::strategiesWorkAmongThePreferred() {
    Alias& weighted = alias("w", Strategy::Weighted, {{"a", "one", 9}, {"b", "x", 1}, {"b", "y", 1}});
    weighted.route.prefer = {"b"};
    std::map<std::string, int> firsts;
    for (int i = 0; i < 10; ++i)
        ++firsts[chain("w").front()];
    QCOMPARE(firsts, (std::map<std::string, int>{{"b/x", 5}, {"b/y", 5}}));
    QCOMPARE(chain("w").back(), std::string("a/one"));
}

void RouterChoiceTest::dearTargetsAreSkipped() {
    price("a", "one", 10);
    price("b", "two", 1);
    options().maxCost = Money::fromUsd(0.01);
    options().expectedOutputTokens = 1'000;
    m_request.promptTokens = 1'000;
    const auto made = plan("t");
    QCOMPARE(namesOf(made->candidates), (Names{"b/two", "c/mock"})); // a price that is not known is not dear
    QCOMPARE(code(made, 0), std::string("candidate.max_cost"));
    QCOMPARE(made->skipped[0].reason, std::string("about 0.02 USD is more than 0.01"));
    QCOMPARE(made->skipped[0].estimatedCost->usd(), 0.02);
    QCOMPARE(made->candidates[0].estimatedCost->usd(), 0.002);
    QVERIFY(!made->candidates[1].estimatedCost.has_value());
    m_request.promptTokens = 0;
    m_request.maxOutputTokens = 100;
    QCOMPARE(chain("t").front(), std::string("a/one")); // a small request is not dear
    m_snapshot.aliases["t"].fallbacks.clear();
    m_request.promptTokens = 100'000;
    QVERIFY(plan("t").error().code == ErrorCode::InvalidRequest);
}

void RouterChoiceTest::withoutQuotaNobodyIsChosen() {
    Quota quota;
    m_request.quota = &quota;
    m_request.promptTokens = 70;
    m_request.maxOutputTokens = 30;
    QCOMPARE(chain("t").size(), 3U);
    QCOMPARE(quota.asked, 100);
    quota.waits["a"] = 12'000;
    const auto made = plan("t");
    QCOMPARE(namesOf(made->candidates), (Names{"b/two", "c/mock"}));
    QCOMPARE(code(made, 0), std::string("candidate.quota"));
    QCOMPARE(made->skipped[0].reason, std::string("its quota is used up for 12 s"));
    quota.waits["b"] = 7'500;
    quota.waits["c"] = 90'000;
    const auto nobody = plan("t");
    QVERIFY(nobody.error().code == ErrorCode::RateLimited);
    QCOMPARE(nobody.error().retryAfterMs, 7'500); // the first of them
    QVERIFY(plan("a/one").error().code == ErrorCode::RateLimited);
    // Turns of a weighted alias go to those who have quota.
    quota.waits = {{"a", 1}};
    alias("w", Strategy::Weighted, {{"a", "one", 8}, {"b", "two", 1}, {"c", "mock", 1}});
    std::map<std::string, int> firsts;
    for (int i = 0; i < 10; ++i)
        ++firsts[chain("w").front()];
    QCOMPARE(firsts, (std::map<std::string, int>{{"b/two", 5}, {"c/mock", 5}}));
}

void RouterChoiceTest::limitedKeysAreNoQuota() {
    m_snapshot.credentials["a"].apiKeys = {"k1", "k2"};
    m_health->credentials().limited("a", "one", "k1", m_clock->unixMs() + 9'000);
    QCOMPARE(chain("t").front(), std::string("a/one"));
    m_health->credentials().limited("a", "one", "k2", m_clock->unixMs() + 4'000);
    const auto made = plan("t");
    QCOMPARE(namesOf(made->candidates), (Names{"b/two", "c/mock"}));
    QCOMPARE(code(made, 0), std::string("candidate.credentials"));
    QCOMPARE(made->skipped[0].reason, std::string("all its keys rest for 4 s"));
    QCOMPARE(plan("a/one").error().retryAfterMs, 4'000);
    m_clock->advanceMs(4'000);
    QCOMPARE(chain("t").front(), std::string("a/one"));
}

void RouterChoiceTest::everyReasonIsToldInOrder() {
    price("b", "two", 1);
    open("a/one");
    m_request.promptTokens = 1'000;
    m_request.maxOutputTokens = 500;
    const auto made = plan("t");
    Names told;
    for (const DecisionStep& step : made->decision)
        told.push_back(step.code + " " + step.text);
    QCOMPARE(
        told,
        (Names{"alias.strategy alias t → strategy simple", "candidate.circuit a/one — skipped: circuit open",
               "candidate.chosen b/two — chosen, about 0.0015 USD", "candidate.next c/mock — fallback"}));
    QCOMPARE(made->skipped[0].position, 0U);
    QCOMPARE(made->candidates[0].position, 1U);
    QCOMPARE(made->candidates[1].position, 2U);
}

QTEST_GUILESS_MAIN(RouterChoiceTest)
#include "tst_router_choice.moc"
