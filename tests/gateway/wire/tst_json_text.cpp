#include "gateway/wire/json_text.h"

#include <QTest>

#include <boost/json.hpp>

#include <cmath>

using namespace tollgate;

class JsonTextTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void numbersReadLikePrices_data();
    void numbersReadLikePrices();
    void everyNumberReadsBackTheSame();
    void everythingElseIsPlainJson();
    void whatModelsMakeMayBeDeep();
};

void JsonTextTest::numbersReadLikePrices_data() {
    QTest::addColumn<double>("number");
    QTest::addColumn<std::string>("text");
    QTest::newRow("zero") << 0.0 << std::string("0");
    QTest::newRow("tenths") << 0.7 << std::string("0.7");
    QTest::newRow("the notebook's") << 0.000145 << std::string("0.000145");
    QTest::newRow("a nanodollar") << 1e-9 << std::string("0.000000001");
    QTest::newRow("fifty") << 50.0 << std::string("50");
    QTest::newRow("negative") << -2.5 << std::string("-2.5");
    QTest::newRow("not the nearest neighbour") << 0.1 + 0.2 << std::string("0.30000000000000004");
}

void JsonTextTest::numbersReadLikePrices() {
    QFETCH(double, number);
    QFETCH(std::string, text);
    QCOMPARE(toJsonText(number), text);
}

void JsonTextTest::everyNumberReadsBackTheSame() {
    for (double size = 1e-300; size < 1e300; size *= 7.3) {
        for (const double number : {size, -size, std::nextafter(size, 0)}) {
            const boost::json::value read = boost::json::parse(toJsonText(number));
            QCOMPARE(std::stod(toJsonText(number)), number);
            QVERIFY(read.is_number());
        }
    }
}

void JsonTextTest::everythingElseIsPlainJson() {
    const boost::json::object nested{{"empty", boost::json::object()},
                                     {"list", boost::json::array{1, nullptr, true, boost::json::array()}},
                                     {"quote \" \\ \n \x01", "za\u017c\u00f3\u0142\u0107 \xf0\x9f\x98\x80"},
                                     {"big", std::uint64_t{18446744073709551615ULL}},
                                     {"small", std::int64_t{-9223372036854775807LL}}};
    QCOMPARE(toJsonText(nested), boost::json::serialize(nested));
    QCOMPARE(toJsonText(nullptr), std::string("null"));
}

void JsonTextTest::whatModelsMakeMayBeDeep() {
    const auto nested = [](int depth) {
        return QByteArray("[").repeated(depth).toStdString() + QByteArray("]").repeated(depth).toStdString();
    };
    boost::system::error_code failure;
    QCOMPARE(boost::json::serialize(parsedJson(nested(1'000), failure)), nested(1'000));
    QVERIFY(!failure);
    parsedJson(nested(2'000), failure);
    QVERIFY(failure);
    parsedJson("{", failure);
    QVERIFY(failure);
}

QTEST_GUILESS_MAIN(JsonTextTest)
#include "tst_json_text.moc"
