// History priced again: rows, receipts, sums and what is kept in memory stay one truth.
#include <QtTest>

#include "gateway/ledger/ledger_reader.h"
#include "gateway/ledger/ledger_row.h"
#include "gateway/ledger/row_json.h"
#include "ledger_fixture.h"

#include <future>
#include <map>

using namespace tollgate;
using namespace tollgate::test;

namespace {

SnapshotPtr catalogue(std::vector<Model> models) {
    auto snapshot = std::make_shared<ConfigSnapshot>();
    for (Model& model : models)
        snapshot->models.emplace(model.provider + "/" + model.model, std::move(model));
    return snapshot;
}

Model priced(const char* provider, const char* model, double input, double output) {
    Model result;
    result.provider = provider;
    result.model = model;
    result.input = TokenPrice::fromUsdPerMtok(input);
    result.output = TokenPrice::fromUsdPerMtok(output);
    result.source = "corrected";
    return result;
}

RerateResult rerate(Ledger& ledger, const RerateQuery& query, const SnapshotPtr& config) {
    auto done = std::make_shared<std::promise<RerateResult>>();
    auto result = done->get_future();
    ledger.rerate(query, config, [done](RerateResult answer) { done->set_value(std::move(answer)); });
    return result.get();
}

/// What the ledger should hold, kept by hand.
class Expected {
public:
    void add(const RequestRecord& record) { m_records.push_back(record); }

    /// How many costs change.
    std::int64_t rerate(const RerateQuery& query, const ConfigSnapshot& config) {
        std::int64_t changed = 0;
        for (RequestRecord& record : m_records) {
            const bool meant = record.atMs >= query.fromMs && record.atMs < query.toMs &&
                               (query.provider.empty() || query.provider == record.provider) &&
                               (query.model.empty() || query.model == record.model) &&
                               record.atMs >= m_keptFrom;
            if (!meant || record.usage.total() == 0)
                continue;
            const Model* model = ConfigSnapshot::find(config.models, record.provider + "/" + record.model);
            const PricedCost cost = price(model, record.usage, {record.atMs, record.busyUs});
            if (!cost.cost || (cost.cost == record.cost && cost.estimated() == isEstimated(record)))
                continue;
            record.cost = cost.cost;
            record.costLines = cost.lines;
            ++changed;
        }
        return changed;
    }
    void retain(std::int64_t fromMs) { m_keptFrom = std::max(m_keptFrom, fromMs); }

    std::int64_t spent(std::int64_t fromMs = 0) const {
        std::int64_t sum = 0;
        for (const RequestRecord& record : m_records)
            sum += record.atMs >= fromMs ? record.cost.value_or(Money{}).nanodollars : 0;
        return sum;
    }
    std::int64_t unpriced() const {
        return std::ranges::count_if(m_records, [](const RequestRecord& record) { return !record.cost; });
    }
    std::int64_t estimated() const {
        return std::ranges::count_if(m_records,
                                     [](const RequestRecord& record) { return isEstimated(record); });
    }
    std::int64_t keptFrom() const { return m_keptFrom; }

private:
    std::vector<RequestRecord> m_records;
    std::int64_t m_keptFrom = 0;
};

} // namespace

class TestRerate : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void showsTheDifferenceAndChangesNothing();
    void changesRowReceiptSumsAndMemory();
    void runningItAgainChangesNothing();
    void usesTheVersionOfEachRequest();
    void leavesAloneWhatHasNoPriceOrWasNotCharged();
    void isLimitedToWhatWasAskedFor();
    void hourlyTargetsAreRatedByTheirShare();
    void sumsStayOneTruthInAnyOrder_data();
    void sumsStayOneTruthInAnyOrder();
    void linesOfAReceiptAddUpToItsCost();
    void aStoppedLedgerSaysSo();

private:
    static RequestRecord record(std::int64_t atMs, const char* model = "gpt-4o-mini") {
        static std::int64_t number = 0;
        RequestRecord record;
        record.id = "01TEST" + std::to_string(++number);
        record.traceId = record.id;
        record.atMs = atMs;
        record.user = "alice";
        record.provider = "openai";
        record.model = model;
        record.status = 200;
        record.usage.inputUncached = 1'000'000;
        record.usage.outputText = 100'000;
        record.attempts.push_back({record.provider, record.model, 0, 0, -1, 1000, 200, "ok", {}});
        record.decision.push_back({"code", "kept as it is"});
        record.costLines.push_back({"input", 1'000'000, TokenPrice::fromUsdPerMtok(1), "manual", false, {}});
        record.cost = Money::fromUsd(1);
        return record;
    }
};

void TestRerate::showsTheDifferenceAndChangesNothing() {
    LedgerHome home;
    const auto ledger = home.start();
    for (int i = 0; i < 3; ++i)
        ledger->append(record(kNow - 1000 * i));
    ledger->append(record(kNow, "unknown"));
    QVERIFY(ledger->flush());
    const RerateResult result = rerate(*ledger, {}, catalogue({priced("openai", "gpt-4o-mini", 2, 10)}));
    QVERIFY(result.error.empty());
    QCOMPARE(result.total.rows, std::int64_t{4});
    QCOMPARE(result.total.changed, std::int64_t{3});
    QCOMPARE(result.total.unpriced, std::int64_t{1});
    QCOMPARE(result.total.oldCost.usd(), 4.0);
    QCOMPARE(result.total.newCost.usd(), 10.0); // 3 × (2 + 1) and the one that stays
    QCOMPARE(result.models.size(), std::size_t{2});
    QCOMPARE(result.models[0].model, std::string("gpt-4o-mini"));
    QCOMPARE(home.number(QStringLiteral("SELECT sum(cost) FROM requests")), std::int64_t{4'000'000'000});
}

void TestRerate::changesRowReceiptSumsAndMemory() {
    LedgerHome home;
    LiveStats live(home.clock);
    const auto ledger = home.start(&live);
    RequestRecord first = record(kNow - 1000);
    first.cost.reset(); // nobody knew its price
    const std::string id = first.id;
    ledger->append(std::move(first));
    ledger->append(record(kNow));
    QVERIFY(ledger->flush());
    RerateQuery query;
    query.dryRun = false;
    const RerateResult result = rerate(*ledger, query, catalogue({priced("openai", "gpt-4o-mini", 2, 10)}));
    QCOMPARE(result.total.changed, std::int64_t{2});
    const std::int64_t six = 6'000'000'000;
    QCOMPARE(home.number(QStringLiteral("SELECT sum(cost) FROM requests")), six);
    QCOMPARE(home.number(QStringLiteral("SELECT sum(cost) FROM rollup_hour")), six);
    QCOMPARE(home.number(QStringLiteral("SELECT sum(cost) FROM rollup_day")), six);
    QCOMPARE(home.number(QStringLiteral("SELECT sum(unpriced) FROM rollup_day")), std::int64_t{0});
    QCOMPARE(ledger->spentToday().nanodollars, six);
    QCOMPARE(live.buckets(kNow / 30'000 * 30'000, 30'000, 1)[0].totals.cost.nanodollars, six);
    LedgerReader reader(home.database(), home.clock, nullptr);
    const auto receipt = **reader.request(id);
    QCOMPARE(receipt.at("cost_usd").as_double(), 3.0);
    QVERIFY(receipt.at("cost_lines").at(0).at("source") == "corrected");
    QVERIFY(receipt.at("decision").at(0).at("text") == "kept as it is");
    QVERIFY(receipt.at("rerated_at").is_string());
    const auto usage = *reader.usage({{}, {}, {"user"}, "user:alice"});
    QCOMPARE(usage.at("data").at(0).at("cost_usd").as_double(), 6.0);
}

void TestRerate::runningItAgainChangesNothing() {
    LedgerHome home;
    const auto ledger = home.start();
    RecordSource source;
    for (int i = 0; i < 300; ++i)
        ledger->append(source.next(kNow - i * 1000));
    QVERIFY(ledger->flush());
    const auto config = catalogue(
        {priced("openai", "gpt-4o-mini", 0.4, 1.6), priced("anthropic", "claude-haiku-4-5", 0.8, 4)});
    RerateQuery query;
    query.dryRun = false;
    const RerateResult first = rerate(*ledger, query, config);
    QVERIFY(first.total.changed > 200);
    const RerateResult second = rerate(*ledger, query, config);
    QCOMPARE(second.total.changed, std::int64_t{0});
    QCOMPARE(second.total.oldCost.nanodollars, first.total.newCost.nanodollars);
    QCOMPARE(second.total.newCost.nanodollars, first.total.newCost.nanodollars);
}

void TestRerate::usesTheVersionOfEachRequest() {
    LedgerHome home;
    const auto ledger = home.start();
    ledger->append(record(kNow - 10'000));
    ledger->append(record(kNow));
    QVERIFY(ledger->flush());
    Model model = priced("openai", "gpt-4o-mini", 5, 0);
    model.validFromMs = kNow;
    Prices before = model;
    before.input = TokenPrice::fromUsdPerMtok(7);
    before.validFromMs = kNow - 60'000;
    model.otherVersions = {before};
    RerateQuery query;
    query.dryRun = false;
    rerate(*ledger, query, catalogue({model}));
    QCOMPARE(home.number(QStringLiteral("SELECT min(cost) FROM requests")), std::int64_t{5'000'000'000});
    QCOMPARE(home.number(QStringLiteral("SELECT max(cost) FROM requests")), std::int64_t{7'000'000'000});
}

void TestRerate::leavesAloneWhatHasNoPriceOrWasNotCharged() {
    LedgerHome home;
    const auto ledger = home.start();
    RequestRecord cached = record(kNow);
    cached.attempts.clear(); // answered from the cache
    cached.cost = Money{};
    ledger->append(std::move(cached));
    RequestRecord refused = record(kNow);
    refused.usage = {};
    refused.cost = Money{};
    ledger->append(std::move(refused));
    ledger->append(record(kNow - 3'600'000)); // before the first version
    QVERIFY(ledger->flush());
    Model model = priced("openai", "gpt-4o-mini", 5, 5);
    model.validFromMs = kNow - 1000;
    RerateQuery query;
    query.dryRun = false;
    const RerateResult result = rerate(*ledger, query, catalogue({model}));
    QCOMPARE(result.total.rows, std::int64_t{1});
    QCOMPARE(result.total.unpriced, std::int64_t{1});
    QCOMPARE(home.number(QStringLiteral("SELECT sum(cost) FROM requests")), std::int64_t{1'000'000'000});
}

void TestRerate::isLimitedToWhatWasAskedFor() {
    LedgerHome home;
    const auto ledger = home.start();
    for (const std::int64_t at : {kNow - 2000, kNow - 1000, kNow})
        ledger->append(record(at));
    ledger->append(record(kNow - 1000, "other"));
    QVERIFY(ledger->flush());
    const auto config = catalogue({priced("openai", "gpt-4o-mini", 2, 0), priced("openai", "other", 2, 0)});
    RerateQuery query;
    query.fromMs = kNow - 1000; // inclusive
    query.toMs = kNow;          // exclusive
    query.model = "gpt-4o-mini";
    QCOMPARE(rerate(*ledger, query, config).total.changed, std::int64_t{1});
    query.model.clear();
    QCOMPARE(rerate(*ledger, query, config).total.changed, std::int64_t{2});
    query.provider = "anthropic";
    QCOMPARE(rerate(*ledger, query, config).total.rows, std::int64_t{0});
}

void TestRerate::hourlyTargetsAreRatedByTheirShare() {
    LedgerHome home;
    const auto ledger = home.start();
    RequestRecord local = record(kNow);
    local.busyUs = 5'000'000;
    ledger->append(std::move(local));
    QVERIFY(ledger->flush());
    Model model;
    model.provider = "openai";
    model.model = "gpt-4o-mini";
    model.usdPerHour = Money::fromUsd(0.72);
    RerateQuery query;
    query.dryRun = false;
    rerate(*ledger, query, catalogue({model}));
    QCOMPARE(home.number(QStringLiteral("SELECT sum(cost) FROM requests")), std::int64_t{1'000'000});
}

void TestRerate::sumsStayOneTruthInAnyOrder_data() {
    QTest::addColumn<quint64>("seed");
    for (const quint64 seed : {1U, 7U, 20261122U})
        QTest::newRow(qPrintable(QString::number(seed))) << seed;
}

void TestRerate::sumsStayOneTruthInAnyOrder() {
    QFETCH(quint64, seed);
    LedgerHome home;
    auto options = home.options();
    options.batchRows = 37;
    auto ledger = home.start(options);
    RecordSource source(seed);
    Expected expected;
    const std::int64_t span = 5 * kMsPerDay;
    for (int step = 0; step < 40; ++step) {
        const std::int64_t dice = source.below(10);
        if (dice < 5) {
            for (std::int64_t count = source.below(80); count > 0; --count) {
                const std::int64_t from = std::max(home.clock.unixMs() - span, expected.keptFrom());
                RequestRecord record = source.next(from + source.below(home.clock.unixMs() - from + 1));
                expected.add(record);
                ledger->append(std::move(record));
            }
        } else if (dice < 8) {
            std::vector<Model> models;
            if (source.below(4) > 0)
                models.push_back(priced("openai", "gpt-4o-mini", static_cast<double>(source.below(900)) / 100,
                                        static_cast<double>(source.below(900)) / 100));
            if (source.below(4) > 0)
                models.push_back(priced("anthropic", "claude-haiku-4-5", 0.8, 4));
            const SnapshotPtr config = catalogue(models);
            RerateQuery query;
            query.dryRun = source.below(4) == 0;
            query.fromMs = home.clock.unixMs() - source.below(span);
            query.toMs = query.fromMs + source.below(span);
            query.provider = source.below(2) ? "openai" : "";
            QVERIFY(ledger->flush());
            const RerateResult result = rerate(*ledger, query, config);
            Expected copy = expected;
            QCOMPARE(result.total.changed, (query.dryRun ? copy : expected).rerate(query, *config));
        } else if (dice == 8) {
            ledger.reset(); // restart, sometimes with another retention
            home.clock.advanceMs(source.below(kMsPerHour));
            ledger = home.start(options);
        } else {
            const std::int64_t days = 1 + source.below(4);
            ledger->setRetention(static_cast<int>(days), 0);
            home.clock.advanceMs(61'000);
            QVERIFY(ledger->flush());
            const QString old = QStringLiteral("SELECT count(*) FROM requests WHERE at_ms < %1")
                                    .arg(home.clock.unixMs() - days * kMsPerDay);
            QTRY_COMPARE(home.number(old), std::int64_t{0});
            expected.retain(
                home.number(QStringLiteral("SELECT value FROM ledger_meta WHERE name = 'complete_from_ms'")));
            ledger->setRetention(90, 0);
        }
        QVERIFY(ledger->flush());
        QCOMPARE(home.number(QStringLiteral("SELECT coalesce(sum(cost), 0) FROM rollup_day")),
                 expected.spent());
        QCOMPARE(home.number(QStringLiteral("SELECT coalesce(sum(cost), 0) FROM rollup_hour")),
                 expected.spent());
        QCOMPARE(home.number(QStringLiteral("SELECT coalesce(sum(unpriced), 0) FROM rollup_day")),
                 expected.unpriced());
        QCOMPARE(home.number(QStringLiteral("SELECT coalesce(sum(estimated), 0) FROM rollup_day")),
                 expected.estimated());
        QCOMPARE(home.number(QStringLiteral("SELECT coalesce(sum(cost), 0) FROM requests")),
                 expected.spent(expected.keptFrom()));
        const std::int64_t midnight = home.clock.unixMs() / kMsPerDay * kMsPerDay;
        QCOMPARE(ledger->spentToday().nanodollars, expected.spent(midnight));
    }
    QVERIFY(expected.spent() > 0);
}

void TestRerate::linesOfAReceiptAddUpToItsCost() {
    std::mt19937_64 random(99);
    const auto below = [&](std::int64_t limit) {
        return static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(limit));
    };
    for (int round = 0; round < 500; ++round) {
        Model model = priced("p", "m", 0, 0);
        for (auto* rate :
             {&model.input, &model.output, &model.cacheRead, &model.audioInput, &model.reasoning})
            *rate = TokenPrice{below(3'000'000'000)};
        RequestRecord record;
        record.usage = {below(3000), below(3000), below(3000), below(3000),
                        below(3000), below(3000), below(3000), 0};
        const PricedCost cost = price(&model, record.usage);
        record.cost = cost.cost;
        record.costLines = cost.lines;
        std::int64_t sum = 0;
        const auto receipt = requestJson(record, nullptr);
        for (const auto& line : receipt.at("cost_lines").as_array())
            sum += Money::fromUsd(line.at("cost_usd").to_number<double>()).nanodollars;
        QCOMPARE(sum, cost.cost->nanodollars);
    }
}

void TestRerate::aStoppedLedgerSaysSo() {
    LedgerHome home;
    const auto ledger = home.start();
    ledger->stop();
    QCOMPARE(rerate(*ledger, {}, catalogue({})).error, std::string("the ledger is not running"));
}

QTEST_GUILESS_MAIN(TestRerate)
#include "tst_rerate.moc"
