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
        const PricedCost cost = price(&model, plainUsage(1000, 1000), 5'000'000);
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
            const Usage usage{anyTokens(), anyTokens(), anyTokens(), anyTokens(), anyTokens(),
                              anyTokens(), anyTokens(), anyTokens(), false};
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

    void worstCaseIsNeverBelowTheRealCost() {
        std::mt19937_64 random(7);
        for (int round = 0; round < 1000; ++round) {
            Model model = pricedModel();
            if (random() % 2)
                model.cacheWrite = TokenPrice::fromUsdPerMtok(0.1875);
            Usage usage = plainUsage(static_cast<std::int64_t>(random() % 9000), 0);
            usage.cacheRead = static_cast<std::int64_t>(random() % 9000);
            usage.cacheWrite5m = static_cast<std::int64_t>(random() % 9000);
            const auto limit = static_cast<std::int64_t>(random() % 4000);
            usage.outputText = limit / 2;
            usage.reasoning = limit - limit / 2;
            QVERIFY(worstCase(model, usage.inputTotal(), limit) >= *price(&model, usage).cost);
        }
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
