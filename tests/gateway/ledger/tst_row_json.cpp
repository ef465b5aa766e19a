#include "gateway/ledger/record_json.h"
#include "gateway/ledger/row_json.h"

#include <QTest>

using namespace tollgate;

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
