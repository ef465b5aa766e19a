// RFC 7396, appendix A, row by row.
#include "gateway/config/merge_patch.h"

#include <QTest>

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

using namespace tollgate;

class MergePatchTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void followsTheRfc_data();
    void followsTheRfc();
    void keepsTheOrderOfFields();
};

void MergePatchTest::followsTheRfc_data() {
    QTest::addColumn<QByteArray>("original");
    QTest::addColumn<QByteArray>("patch");
    QTest::addColumn<QByteArray>("result");
    const auto row = [](const char* original, const char* patch, const char* result) {
        QTest::addRow("%s + %s", original, patch)
            << QByteArray(original) << QByteArray(patch) << QByteArray(result);
    };
    row(R"({"a":"b"})", R"({"a":"c"})", R"({"a":"c"})");
    row(R"({"a":"b"})", R"({"b":"c"})", R"({"a":"b","b":"c"})");
    row(R"({"a":"b"})", R"({"a":null})", R"({})");
    row(R"({"a":"b","b":"c"})", R"({"a":null})", R"({"b":"c"})");
    row(R"({"a":["b"]})", R"({"a":"c"})", R"({"a":"c"})");
    row(R"({"a":"c"})", R"({"a":["b"]})", R"({"a":["b"]})");
    row(R"({"a":{"b":"c"}})", R"({"a":{"b":"d","c":null}})", R"({"a":{"b":"d"}})");
    row(R"({"a":[{"b":"c"}]})", R"({"a":[1]})", R"({"a":[1]})");
    row(R"(["a","b"])", R"(["c","d"])", R"(["c","d"])");
    row(R"({"a":"b"})", R"(["c"])", R"(["c"])");
    row(R"({"a":"foo"})", R"(null)", R"(null)");
    row(R"({"a":"foo"})", R"("bar")", R"("bar")");
    row(R"({"e":null})", R"({"a":1})", R"({"e":null,"a":1})");
    row(R"([1,2])", R"({"a":"b","c":null})", R"({"a":"b"})");
    row(R"({})", R"({"a":{"bb":{"ccc":null}}})", R"({"a":{"bb":{}}})");
}

void MergePatchTest::followsTheRfc() {
    QFETCH(QByteArray, original);
    QFETCH(QByteArray, patch);
    QFETCH(QByteArray, result);
    auto value = boost::json::parse(original.toStdString());
    mergePatch(value, boost::json::parse(patch.toStdString()));
    QCOMPARE(QByteArray::fromStdString(boost::json::serialize(value)), result);
}

void MergePatchTest::keepsTheOrderOfFields() {
    auto value = boost::json::parse(R"({"a":1,"b":2,"c":3,"d":4})");
    mergePatch(value, boost::json::parse(R"({"b":null,"c":5})"));
    QCOMPARE(QByteArray::fromStdString(boost::json::serialize(value)), QByteArray(R"({"a":1,"c":5,"d":4})"));
}

QTEST_GUILESS_MAIN(MergePatchTest)
#include "tst_merge_patch.moc"
