#include "gateway/ledger/record_json.h"
#include "gateway/ledger/row_json.h"

#include <QTest>

using namespace tollgate;

namespace {

/// Kind, start and length of each part of the timeline, in whole milliseconds.
QString bars(const RequestRecord& record) {
    QStringList parts;
    const boost::json::object detail = requestJson(record, nullptr);
    for (const boost::json::value& part : detail.at("timeline").as_array())
        parts << QStringLiteral("%1 %2+%3")
                     .arg(QString::fromUtf8(part.at("kind").as_string().c_str()))
                     .arg(part.at("start_ms").to_number<double>())
                     .arg(part.at("duration_ms").to_number<double>());
    return parts.join(QStringLiteral(", "));
}

} // namespace

class TestRowJson : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aRowSaysWhichProgramCalled() {
        RequestRecord record;
        record.requestHeaders = {{"accept", "*/*"}, {"user-agent", "claude-cli/2.1 (external, cli)"}};
        QCOMPARE(rowJson(record, nullptr).at("user_agent"),
                 boost::json::value("claude-cli/2.1 (external, cli)"));
        record.requestHeaders.pop_back();
        QVERIFY(rowJson(record, nullptr).at("user_agent").is_null());
    }

    void aStreamThatTheClientLeftBlamesNobody() {
        RequestRecord record;
        record.outcome = RequestOutcome::ClientGone;
        record.streaming = true;
        record.latencyUs = 900'000;
        record.ttftUs = 300'000;
        AttemptRecord failed;
        failed.provider = "one";
        failed.outcome = "http_error";
        failed.durationUs = 50'000;
        AttemptRecord left;
        left.provider = "two";
        left.outcome = "client_gone";
        left.offsetUs = 100'000;
        left.durationUs = 800'000;
        record.attempts = {failed, left};
        QCOMPARE(bars(record),
                 QStringLiteral("gateway 0+0, failed 0+50, first_token 100+200, stream 300+600"));
        record.ttftUs = -1;
        QCOMPARE(bars(record), QStringLiteral("gateway 0+0, failed 0+50, first_token 100+800"));
        QCOMPARE(requestJson(record, nullptr).at("timeline").as_array().back().at("label"),
                 boost::json::value("two · client left"));
        record.attempts.back().outcome = "http_error";
        record.ttftUs = 300'000;
        QCOMPARE(bars(record), QStringLiteral("gateway 0+0, failed 0+50, failed 100+800"));
    }

    void aHeaderIsFoundInADetailWithoutReadingIt() {
        RequestRecord record;
        record.requestBody = "[\"user-agent\",\"of the body\"]";
        QCOMPARE(requestHeaderIn(detailJson(record), "user-agent"), std::string());
        record.requestHeaders = {{"x-a", "[\"user-agent\",\"no\"]]"},
                                 {"user-agent", "a \"b\" \\ \xC5\xBC/1"}};
        QCOMPARE(requestHeaderIn(detailJson(record), "user-agent"), std::string("a \"b\" \\ \xC5\xBC/1"));
        QCOMPARE(requestHeaderIn(detailJson(record), "none"), std::string());
        QCOMPARE(requestHeaderIn("{", "user-agent"), std::string());
    }
};

QTEST_GUILESS_MAIN(TestRowJson)
#include "tst_row_json.moc"
