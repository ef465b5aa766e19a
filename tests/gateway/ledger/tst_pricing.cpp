#include <QtTest>

#include "gateway/ledger/pricing.h"

#include <random>

using namespace tollgate;

namespace {

Model pricedModel() {
    Model model;
    model.provider = "openai";
    model.model = "gpt-4o-mini";
    model.input = TokenPrice::fromUsdPerMtok(0.15);
    model.output = TokenPrice::fromUsdPerMtok(0.6);
    model.cacheRead = TokenPrice::fromUsdPerMtok(0.075);
    model.source = "built-in";
    return model;
}

Usage plainUsage(std::int64_t input, std::int64_t output) {
    Usage usage;
    usage.inputUncached = input;
    usage.outputText = output;
    return usage;
}

PriceTier tier(std::int64_t above, ServiceTier service, double input, double output, double cacheRead) {
    PriceTier tier{above, service, {}};
    tier.rates.input = TokenPrice::fromUsdPerMtok(input);
    tier.rates.output = TokenPrice::fromUsdPerMtok(output);
    tier.rates.cacheRead = TokenPrice::fromUsdPerMtok(cacheRead);
    return tier;
}

/// What vendors publish, each with something of its own.
Model listed(const QString& name) {
    Model model;
    const auto set = [&](double input, double output, double cacheRead) {
        model.input = TokenPrice::fromUsdPerMtok(input);
        model.output = TokenPrice::fromUsdPerMtok(output);
        model.cacheRead = TokenPrice::fromUsdPerMtok(cacheRead);
    };
    if (name == QLatin1String("pro")) {
        set(1.25, 10, 0.125);
        model.tiers = {tier(200'000, ServiceTier::Standard, 2.5, 15, 0.25)};
    } else if (name == QLatin1String("gpt")) {
        set(2.5, 15, 0.25);
        model.tiers = {tier(272'000, ServiceTier::Standard, 5, 22.5, 0.5),
                       tier(0, ServiceTier::Flex, 1.25, 7.5, 0.125),
                       tier(272'000, ServiceTier::Flex, 2.5, 11.25, 0.25)};
    } else if (name == QLatin1String("claude")) {
        set(3, 15, 0.3);
        model.cacheWrite = TokenPrice::fromUsdPerMtok(3.75);
        model.cacheWrite1h = TokenPrice::fromUsdPerMtok(6);
    } else {
        set(0.3, 2.5, 0.03);
        model.audioInput = TokenPrice::fromUsdPerMtok(1);
        model.audioCacheRead = TokenPrice::fromUsdPerMtok(0.1);
    }
    return model;
}

} // namespace

class TestPricing : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void inputAndOutputAreOneLineEach() {
        const Model model = pricedModel();
        const PricedCost cost = price(&model, plainUsage(312, 148));
        QVERIFY(cost.cost.has_value());
        QCOMPARE(cost.cost->nanodollars, 312 * 150 + 148 * 600);
        QCOMPARE(cost.lines.size(), std::size_t(2));
        QCOMPARE(cost.lines[0].bucket, std::string("input"));
        QCOMPARE(cost.lines[1].bucket, std::string("output"));
        QCOMPARE(cost.lines[0].source, std::string("built-in"));
        QVERIFY(!cost.estimated());
    }

    void noModelMeansNoPriceButNothingUsedCostsNothing() {
        QVERIFY(!price(nullptr, plainUsage(1, 0)).cost);
        QCOMPARE(price(nullptr, Usage{}).cost->nanodollars, 0);
    }

    void unknownPricesAreNeverFree() {
        Model model = pricedModel();
        model.output.reset();
        QVERIFY(!price(&model, plainUsage(10, 10)).cost);
        // Embeddings have no output: they need no output price.
        QCOMPARE(price(&model, plainUsage(1000, 0)).cost->nanodollars, 150'000);
        model = pricedModel();
        model.input.reset();
        QVERIFY(!price(&model, plainUsage(10, 10)).cost);
    }

    void unsetCachePricesFallBackToTheInputPriceAndSaySo() {
        Model model = pricedModel();
        model.cacheRead.reset();
        Usage usage;
        usage.cacheRead = 1000;
        usage.cacheWrite5m = 500;
        const PricedCost cost = price(&model, usage);
        QCOMPARE(cost.cost->nanodollars, 1500 * 150);
        QCOMPARE(cost.lines.size(), std::size_t(2));
        QVERIFY(cost.lines[0].estimated && cost.lines[1].estimated);
        QVERIFY(cost.estimated());
    }

    void cachedTokensAreChargedOnceAtTheirOwnPrice() {
        const Model model = pricedModel();
        Usage usage = plainUsage(200, 0);
        usage.cacheRead = 800;
        const PricedCost cost = price(&model, usage);
        QCOMPARE(cost.cost->nanodollars, 200 * 150 + 800 * 75);
        QVERIFY(!cost.estimated());
    }

    void hourLongCacheWritesCostTwiceTheInputWhereWritingIsCharged() {
        Model model = pricedModel();
        model.input = TokenPrice::fromUsdPerMtok(3);
        model.cacheWrite = TokenPrice::fromUsdPerMtok(3.75);
        Usage usage;
        usage.cacheWrite5m = 1000;
        usage.cacheWrite1h = 1000;
        const PricedCost cost = price(&model, usage);
        QCOMPARE(cost.cost->nanodollars, 1000 * 3750 + 1000 * 6000);
        QVERIFY(!cost.lines[0].estimated);
        QVERIFY(cost.lines[1].estimated);
    }

    void reasoningIsChargedLikeOutput() {
        const Model model = pricedModel();
        Usage usage = plainUsage(0, 10);
        usage.reasoning = 90;
        QCOMPARE(price(&model, usage).cost->nanodollars, 100 * 600);
    }

    void hourlyModelsAreChargedByDuration() {
        Model model;
        model.provider = "vllm-gpu1";
        model.model = "mistral-7b";
        model.usdPerHour = Money::fromUsd(0.72);
        const PricedCost cost = price(&model, plainUsage(1000, 1000), {PricedWhen::kPublished, 5'000'000});
        QCOMPARE(cost.cost->nanodollars, 1'000'000); // 5 s of $0.0002 each
        QCOMPARE(cost.lines.size(), std::size_t(1));
        QCOMPARE(cost.lines[0].bucket, std::string("time"));
    }

    void linesAddUpToTheTotalWithOneRounding() {
        std::mt19937_64 random(20261122);
        for (int round = 0; round < 2000; ++round) {
            Model model = pricedModel();
            auto anyPrice = [&] { return TokenPrice{static_cast<std::int64_t>(random() % 90'000'000'000)}; };
            model.input = anyPrice();
            model.output = anyPrice();
            model.cacheRead = random() % 2 ? std::optional(anyPrice()) : std::nullopt;
            model.cacheWrite = random() % 2 ? std::optional(anyPrice()) : std::nullopt;
            auto anyTokens = [&] { return static_cast<std::int64_t>(random() % 3 ? random() % 300'000 : 0); };
            Usage usage{anyTokens(), anyTokens(), anyTokens(), anyTokens(), anyTokens(),
                        anyTokens(), anyTokens(), anyTokens(), false};
            usage.audioCacheRead = anyTokens();
            usage.imageOutput = anyTokens();
            const PricedCost cost = price(&model, usage);
            CostSum sum;
            std::int64_t tokens = 0;
            for (const CostLine& line : cost.lines) {
                sum.add(line.tokens, line.price);
                tokens += line.tokens;
            }
            QCOMPARE(cost.cost->nanodollars, sum.total().nanodollars);
            QCOMPARE(tokens, usage.total()); // every token in exactly one line
        }
    }

    void handCalculatedTables_data() {
        QTest::addColumn<QString>("model");
        QTest::addColumn<QString>("usage");
        QTest::addColumn<QString>("cost");
        // Published prices at the tiers' edges, worked out on paper.
        QTest::newRow("Gemini 2.5 Pro, 200,000") << "pro"
                                                 << "200000 0 0 0 0 0 1000"
                                                 << "0.26";
        QTest::newRow("Gemini 2.5 Pro, 200,001") << "pro"
                                                 << "200001 0 0 0 0 0 1000"
                                                 << "0.5150025";
        QTest::newRow("cached tokens reach the tier") << "pro"
                                                      << "1 200000 0 0 0 0 0"
                                                      << "0.0500025";
        QTest::newRow("GPT-5.4 above 272,000") << "gpt"
                                               << "300000 0 0 0 0 0 2000"
                                               << "1.545";
        QTest::newRow("the same, flex") << "gpt"
                                        << "300000 0 0 0 0 0 2000 flex"
                                        << "0.7725";
        QTest::newRow("flex below") << "gpt"
                                    << "1000 1000 0 0 0 0 1000 flex"
                                    << "0.008875";
        QTest::newRow("Claude writes for an hour") << "claude"
                                                   << "10 20 30 40 0 0 50"
                                                   << "0.0011385";
        QTest::newRow("Flash hears") << "flash"
                                     << "100 0 0 0 50 0 10"
                                     << "0.000105";
        QTest::newRow("Flash remembers a sound") << "flash"
                                                 << "100 60 0 0 0 50 10"
                                                 << "0.0000618";
    }

    void handCalculatedTables() {
        QFETCH(QString, model);
        QFETCH(QString, usage);
        QFETCH(QString, cost);
        const QStringList parts = usage.split(QLatin1Char(' '));
        const auto at = [&](int index) { return std::int64_t{parts.at(index).toLongLong()}; };
        Usage used;
        used.inputUncached = at(0);
        used.cacheRead = at(1);
        used.cacheWrite5m = at(2);
        used.cacheWrite1h = at(3);
        used.audioInput = at(4);
        used.audioCacheRead = at(5);
        used.outputText = at(6);
        if (parts.size() > 7)
            used.tier = serviceTierNamed(parts.at(7).toStdString());
        const Model known = listed(model);
        const PricedCost priced = price(&known, used);
        QCOMPARE(QString::fromStdString(priced.cost->toString()), cost);
        QVERIFY(!priced.estimated());
    }

    void theNotebooksTable() {
        // The five answers of the seed notebook, at its USD per token: 0.000003 for the canary, 0.0000025 for
        // gpt-4o-mini, 0.0000032 for sonnet. It prints six places: the last one as 0.000154.
        const struct {
            double usdPerMtok;
            std::int64_t input;
            std::int64_t output;
            const char* cost;
        } rows[] = {{3, 25, 35, "0.00018"},
                    {3, 25, 35, "0.00018"},
                    {2.5, 24, 34, "0.000145"},
                    {2.5, 34, 34, "0.00017"},
                    {3.2, 16, 32, "0.0001536"}};
        for (const auto& row : rows) {
            Model model;
            model.input = model.output = TokenPrice::fromUsdPerMtok(row.usdPerMtok);
            QCOMPARE(price(&model, plainUsage(row.input, row.output)).cost->toString(),
                     std::string(row.cost));
        }
    }

    void aTierHoldsForTheWholeRequestAndSaysItsName() {
        const Model model = listed(QStringLiteral("pro"));
        const PricedCost cost = price(&model, plainUsage(200'001, 1));
        QCOMPARE(cost.lines.at(0).tier, std::string(">200000"));
        QCOMPARE(cost.lines.at(0).price.usdPerMtok(), 2.5);
        QCOMPARE(cost.lines.at(1).price.usdPerMtok(), 15.0);
    }

    void termsWithoutAPriceAreEstimated() {
        const Model model = listed(QStringLiteral("gpt"));
        Usage usage = plainUsage(1000, 1000);
        for (const ServiceTier tier : {ServiceTier::Batch, ServiceTier::Fast, ServiceTier::Other}) {
            usage.tier = tier;
            const PricedCost cost = price(&model, usage);
            QCOMPARE(cost.cost->nanodollars, price(&model, plainUsage(1000, 1000)).cost->nanodollars);
            QVERIFY(cost.lines.at(0).estimated && cost.lines.at(1).estimated);
        }
        usage.tier = ServiceTier::Standard;
        QVERIFY(!price(&model, usage).estimated());
    }

    void aLongPromptOnTermsThatHaveNoLongPriceIsEstimated() {
        Model model = listed(QStringLiteral("gpt"));
        std::erase_if(model.tiers, [](const PriceTier& tier) {
            return tier.service == ServiceTier::Flex && tier.aboveInputTokens > 0;
        });
        Usage usage = plainUsage(300'000, 10);
        usage.tier = ServiceTier::Flex;
        QVERIFY(price(&model, usage).estimated());
        usage.inputUncached = 1000;
        QVERIFY(!price(&model, usage).estimated());
    }

    void aTierWithoutACachePriceFallsBackToItsOwnInputPrice() {
        Model model = listed(QStringLiteral("pro"));
        model.tiers.front().rates.cacheRead.reset();
        Usage usage = plainUsage(200'001, 0);
        usage.cacheRead = 1000;
        const PricedCost cost = price(&model, usage);
        QCOMPARE(cost.lines.at(1).price.usdPerMtok(), 2.5);
        QVERIFY(cost.lines.at(1).estimated);
    }

    void reasoningAndPicturesMayHavePricesOfTheirOwn() {
        Model model = pricedModel();
        model.reasoning = TokenPrice::fromUsdPerMtok(2);
        Usage usage = plainUsage(0, 1);
        usage.reasoning = 10;
        usage.imageOutput = 5;
        const PricedCost cost = price(&model, usage);
        QCOMPARE(cost.cost->nanodollars, 600 + 10 * 2000 + 5 * 600);
        QVERIFY(!cost.lines.at(1).estimated);
        QVERIFY(cost.lines.at(2).estimated); // at the price of text
        model.imageOutput = TokenPrice::fromUsdPerMtok(30);
        QVERIFY(!price(&model, usage).estimated());
    }

    void theVersionOfTheInstantHolds() {
        Model model = pricedModel();
        model.validFromMs = 1000;
        Prices later = model;
        later.input = TokenPrice::fromUsdPerMtok(1);
        later.validFromMs = 2000;
        Prices earlier = model;
        earlier.input = TokenPrice::fromUsdPerMtok(10);
        earlier.validFromMs = 0;
        earlier.source = "old";
        model.otherVersions = {earlier, later};
        const auto at = [&](std::int64_t ms) {
            return price(&model, plainUsage(1'000'000, 0), {ms, 0}).cost->usd();
        };
        QCOMPARE(at(0), 10.0);
        QCOMPARE(at(999), 10.0);
        QCOMPARE(at(1000), 0.15);
        QCOMPARE(at(1999), 0.15);
        QCOMPARE(at(2000), 1.0);
        QCOMPARE(at(PricedWhen::kPublished), 0.15);
        QCOMPARE(price(&model, plainUsage(1, 0), {5, 0}).lines.at(0).source, std::string("old"));
        Demand demand;
        demand.inputTokens = 1'000'000;
        demand.atMs = 2500;
        QCOMPARE(worstCase(model, demand).usd(), 1.0);
    }

    void worstCaseIsNeverBelowTheRealCost() {
        std::mt19937_64 random(7);
        const auto below = [&](std::int64_t limit) {
            return static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(limit));
        };
        const auto anyRate = [&] {
            return below(3) == 0 ? std::optional<TokenPrice>() : TokenPrice{below(20'000'000'000)};
        };
        const auto anyRates = [&](TokenRates& rates) {
            for (auto* rate : {&rates.cacheRead, &rates.cacheWrite, &rates.cacheWrite1h, &rates.reasoning,
                               &rates.audioInput, &rates.audioOutput, &rates.imageOutput})
                *rate = anyRate();
            rates.input = TokenPrice{below(20'000'000'000)};
            rates.output = TokenPrice{below(20'000'000'000)};
            if (rates.cacheRead)
                rates.cacheRead = std::min(*rates.cacheRead, *rates.input); // as everywhere
            rates.audioCacheRead = rates.audioInput;
        };
        for (int round = 0; round < 3000; ++round) {
            Model model;
            anyRates(model);
            for (std::int64_t tier = below(4); tier > 0; --tier) {
                PriceTier one{below(3) * 5000, static_cast<ServiceTier>(1 + below(4)), {}};
                anyRates(one.rates);
                model.tiers.push_back(one);
            }
            Demand demand;
            demand.service = static_cast<ServiceTier>(below(5));
            demand.longCache = below(2) == 0;
            demand.audio = below(2) == 0;
            Usage usage = plainUsage(below(9000), 0);
            usage.tier = demand.service;
            usage.cacheRead = below(9000);
            usage.cacheWrite5m = below(9000);
            usage.cacheWrite1h = demand.longCache ? below(9000) : 0;
            usage.audioInput = demand.audio ? below(9000) : 0;
            usage.audioCacheRead = demand.audio ? below(9000) : 0;
            demand.inputTokens = usage.inputTotal() + below(2) * below(10'000);
            demand.outputTokens = below(4000);
            usage.outputText = demand.outputTokens / 4;
            usage.imageOutput = demand.outputTokens / 4;
            usage.audioOutput = demand.outputTokens / 4;
            usage.reasoning = demand.outputTokens / 4;
            QVERIFY(worstCase(model, demand) >= *price(&model, usage).cost);
        }
    }

    void aModestRequestReservesTheModestTier() {
        const Model model = listed(QStringLiteral("gpt"));
        Demand demand;
        demand.inputTokens = 1000;
        demand.outputTokens = 1000;
        QCOMPARE(worstCase(model, demand).usd(), 0.0175);
        demand.service = ServiceTier::Flex;
        QCOMPARE(worstCase(model, demand).usd(), 0.00875);
        demand.service = ServiceTier::Unsaid;
        demand.inputTokens = 272'001;
        QCOMPARE(worstCase(model, demand).usd(), 1.382505);
    }

    void worstCaseOfUnknownPricesIsAFloorAndNotZero() {
        Model model;
        QCOMPARE(worstCase(model, 1'000'000, 1'000'000).usd(), 6.0);
        model.usdPerHour = Money::fromUsd(3.6);
        QCOMPARE(worstCase(model, 50'000, 2000).usd(), 0.1); // 100 s
    }
};

QTEST_GUILESS_MAIN(TestPricing)
#include "tst_pricing.moc"
