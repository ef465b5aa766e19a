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
};

QTEST_GUILESS_MAIN(TestRowJson)
#include "tst_row_json.moc"
