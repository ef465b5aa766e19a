#include "gateway/wire/money.h"

#include <QTest>

#include <limits>

using namespace tollgate;

class MoneyTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void amountsPrintAsShortestDecimals_data();
    void amountsPrintAsShortestDecimals();
    void dollarsRoundToTheNearestNanodollar();
    void publishedPricesAreExact_data();
    void publishedPricesAreExact();
    void sumsRoundOnceAndHalfUp();
    void theNotebooksTableIsExact();
    void hugeSumsSaturateInsteadOfWrapping();
};

void MoneyTest::amountsPrintAsShortestDecimals_data() {
    QTest::addColumn<qint64>("nanodollars");
    QTest::addColumn<std::string>("text");
    QTest::newRow("zero") << qint64(0) << std::string("0");
    QTest::newRow("one nanodollar") << qint64(1) << std::string("0.000000001");
    QTest::newRow("the notebook's") << qint64(145'000) << std::string("0.000145");
    QTest::newRow("whole dollars") << qint64(12'000'000'000) << std::string("12");
    QTest::newRow("zeros inside stay") << qint64(10'010'000'000) << std::string("10.01");
    QTest::newRow("negative below one") << qint64(-500'000'000) << std::string("-0.5");
    QTest::newRow("largest") << std::numeric_limits<qint64>::max() << std::string("9223372036.854775807");
    QTest::newRow("smallest") << std::numeric_limits<qint64>::min() << std::string("-9223372036.854775808");
}

void MoneyTest::amountsPrintAsShortestDecimals() {
    QFETCH(qint64, nanodollars);
    QFETCH(std::string, text);
    QCOMPARE(Money{nanodollars}.toString(), text);
}

void MoneyTest::dollarsRoundToTheNearestNanodollar() {
    QCOMPARE(Money::fromUsd(0.1).nanodollars, 100'000'000);
    QCOMPARE(Money::fromUsd(0.1 + 0.2).nanodollars, 300'000'000); // 0.30000000000000004
    QCOMPARE(Money::fromUsd(-0.0000000005).nanodollars, -1);
    QCOMPARE(Money::fromUsd(0.0000000004).nanodollars, 0);
    QCOMPARE(Money::fromUsd(41.2).usd(), 41.2);
}

void MoneyTest::publishedPricesAreExact_data() {
    QTest::addColumn<double>("usd");
    QTest::addColumn<qint64>("nanodollars");
    QTest::newRow("gpt-4o-mini in") << 0.15 << qint64(150'000'000);
    QTest::newRow("gpt-4o-mini cached") << 0.075 << qint64(75'000'000);
    QTest::newRow("odd") << 0.0375 << qint64(37'500'000);
    QTest::newRow("dear") << 600.0 << qint64(600'000'000'000);
}

void MoneyTest::publishedPricesAreExact() {
    QFETCH(double, usd);
    QFETCH(qint64, nanodollars);
    QCOMPARE(TokenPrice::fromUsdPerMtok(usd).nanodollarsPerMtok, nanodollars);
    QCOMPARE(TokenPrice{nanodollars}.usdPerMtok(), usd);
}

void MoneyTest::sumsRoundOnceAndHalfUp() {
    CostSum half; // 0.5 nanodollars
    half.add(1, TokenPrice{500'000});
    QCOMPARE(half.total().nanodollars, 1);
    CostSum below;
    below.add(1, TokenPrice{499'999});
    QCOMPARE(below.total().nanodollars, 0);
    CostSum parts; // three times 0.4: rounded one by one it would be nothing
    for (int i = 0; i < 3; ++i)
        parts.add(1, TokenPrice{400'000});
    QCOMPARE(parts.total().nanodollars, 1);
}

void MoneyTest::theNotebooksTableIsExact() {
    // 0.0000025 USD a token is 2.5 USD a million; 24 + 34 tokens cost 0.000145 USD.
    CostSum sum;
    sum.add(24, TokenPrice::fromUsdPerMtok(2.5));
    sum.add(34, TokenPrice::fromUsdPerMtok(2.5));
    QCOMPARE(sum.total().toString(), std::string("0.000145"));
}

void MoneyTest::hugeSumsSaturateInsteadOfWrapping() {
    // A caller may ask for any number of tokens; its worst case must never come out small or negative.
    for (const std::int64_t tokens :
         {std::numeric_limits<std::int64_t>::max(), std::int64_t{1} << 62, std::int64_t{1} << 55}) {
        CostSum sum;
        sum.add(tokens, TokenPrice::fromUsdPerMtok(600));
        QCOMPARE(sum.total().nanodollars, std::numeric_limits<std::int64_t>::max());
    }
}

QTEST_GUILESS_MAIN(MoneyTest)
#include "tst_money.moc"
