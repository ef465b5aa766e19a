// The receipt of a translation, and what the three policies make of it.

#include "gateway/wire/translation.h"

#include "gateway/wire/chat_request.h"

#include <QTest>

#include <boost/json.hpp>

using namespace tollgate;

class TranslationTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void droppingIsReported();
    void rejectingNamesTheFirst();
    void passingWritesItIntoTheBody();
    void aNoteComesOnce();
    void theSummaryFitsAHeader();
    void dataUrisAreTakenApart_data();
    void dataUrisAreTakenApart();
};

void TranslationTest::droppingIsReported() {
    TranslationLog log;
    boost::json::object body;
    log.unsupported(body, "seed", 7, "no such parameter");
    QVERIFY(body.empty());
    QVERIFY(!log.refusal());
    QCOMPARE(summaryOf(log.notes()), std::string("dropped=seed"));
}

void TranslationTest::rejectingNamesTheFirst() {
    TranslationLog log(UnsupportedParams::Reject);
    boost::json::object body;
    log.clamped("temperature", "at most 1");
    QVERIFY(!log.refusal());
    log.unsupported(body, "seed", 7, "no such parameter");
    log.unsupported(body, "n", 2, "one answer");
    QVERIFY(log.refusal().has_value());
    QCOMPARE(log.refusal()->param, std::string("seed"));
    QVERIFY(log.refusal()->code == ErrorCode::InvalidRequest);
}

void TranslationTest::passingWritesItIntoTheBody() {
    TranslationLog log(UnsupportedParams::Pass);
    boost::json::object body;
    log.unsupported(body, "seed", 7, "no such parameter");
    QCOMPARE(boost::json::serialize(body), std::string(R"({"seed":7})"));
    QCOMPARE(summaryOf(log.notes()), std::string("passed=seed"));
    QVERIFY(!log.refusal());
}

void TranslationTest::aNoteComesOnce() {
    TranslationLog log;
    log.dropped("messages[0].thinking", "signed by another");
    log.dropped("messages[0].thinking", "signed by another");
    QCOMPARE(log.notes().size(), std::size_t{1});
}

void TranslationTest::theSummaryFitsAHeader() {
    TranslationLog log;
    log.dropped("a\r\nx-evil: 1", "r");
    log.clamped("b,c;d", "r");
    log.synthesised("max_tokens", "r");
    QCOMPARE(summaryOf(log.notes()), std::string("dropped=ax-evil:1; clamped=bcd; synthesised=max_tokens"));
    QCOMPARE(summaryOf({}), std::string());
}

void TranslationTest::dataUrisAreTakenApart_data() {
    QTest::addColumn<std::string>("uri");
    QTest::addColumn<std::string>("type");
    QTest::addColumn<std::string>("data");
    const auto row = [](const char* uri, const char* type, const char* data) {
        QTest::newRow(uri) << std::string(uri) << std::string(type) << std::string(data);
    };
    row("data:image/png;base64,AA==", "image/png", "AA==");
    row("data:text/plain;charset=utf-8;base64,QQ", "text/plain", "QQ");
    row("data:text/plain,plain", "", "");
    row("https://x/y.png", "", "");
    row("", "", "");
}

void TranslationTest::dataUrisAreTakenApart() {
    QFETCH(std::string, uri);
    QFETCH(std::string, type);
    QFETCH(std::string, data);
    const DataUri parsed = parseDataUri(uri);
    QCOMPARE(std::string(parsed.mediaType), type);
    QCOMPARE(std::string(parsed.base64), data);
    QCOMPARE(static_cast<bool>(parsed), !type.empty());
}

QTEST_GUILESS_MAIN(TranslationTest)
#include "tst_translation.moc"
