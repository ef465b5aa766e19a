// How long replies usually are: near enough, recent, and of bounded size.

#include "gateway/policy/output_lengths.h"

#include <QTest>

#include <string>

using namespace tollgate;

class OutputLengthsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aFewRepliesSayNothing();
    void theLongestIsKnownFromTheFirst();
    void ninetyFiveOfAHundredAreShorter_data();
    void ninetyFiveOfAHundredAreShorter();
    void oldRepliesAreForgotten();
    void modelsAreApartAndBounded();
};

void OutputLengthsTest::aFewRepliesSayNothing() {
    OutputLengths lengths;
    for (int i = 1; i < OutputLengths::kEnough; ++i)
        lengths.note("p/m", 100);
    QVERIFY(!lengths.p95("p/m").has_value());
    lengths.note("p/m", 100);
    QVERIFY(lengths.p95("p/m").has_value());
}

void OutputLengthsTest::theLongestIsKnownFromTheFirst() {
    OutputLengths lengths;
    QVERIFY(!lengths.longest("p/m").has_value());
    for (const int tokens : {0, 300, 3, 40}) {
        lengths.note("p/m", tokens);
        lengths.note("p/other", 1'000);
    }
    const std::int64_t longest = lengths.longest("p/m").value();
    QVERIFY(longest >= 300 && longest <= 375);
}

void OutputLengthsTest::ninetyFiveOfAHundredAreShorter_data() {
    QTest::addColumn<int>("scale");
    for (const int scale : {1, 3, 10, 700, 40'000})
        QTest::addRow("up to %d", scale * 100) << scale;
}

void OutputLengthsTest::ninetyFiveOfAHundredAreShorter() {
    QFETCH(int, scale);
    OutputLengths lengths;
    for (int i = 1; i <= 100; ++i)
        lengths.note("p/m", i * scale);
    const std::int64_t p95 = lengths.p95("p/m").value();
    QVERIFY2(p95 >= 95 * scale && p95 <= 95 * scale * 5 / 4 + 1, qPrintable(QString::number(p95)));
}

void OutputLengthsTest::oldRepliesAreForgotten() {
    OutputLengths lengths;
    for (int i = 0; i < OutputLengths::kRemembered; ++i)
        lengths.note("p/m", 10'000);
    for (int i = 0; i < 6 * OutputLengths::kRemembered; ++i)
        lengths.note("p/m", 10);
    QVERIFY(lengths.p95("p/m").value() < 20);
}

void OutputLengthsTest::modelsAreApartAndBounded() {
    OutputLengths lengths;
    for (int i = 0; i < 100; ++i) {
        lengths.note("p/short", 5);
        lengths.note("p/long", 5'000);
    }
    QCOMPARE(lengths.p95("p/short").value(), 5);
    QVERIFY(lengths.p95("p/long").value() >= 5'000);
    QVERIFY(!lengths.p95("p/other").has_value());
    for (std::size_t i = 0; i < 3 * OutputLengths::kMostModels; ++i)
        lengths.note("p/" + std::to_string(i), -1); // whatever a reply claims
    QVERIFY(!lengths.p95("p/0").has_value());
}

QTEST_GUILESS_MAIN(OutputLengthsTest)
#include "tst_output_lengths.moc"
