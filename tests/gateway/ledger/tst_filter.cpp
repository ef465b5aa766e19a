#include <QtTest>

#include "ledger_fixture.h"

#include "gateway/ledger/filter.h"

using namespace tollgate;
using namespace tollgate::test;

namespace {

QString question(const Filter& filter) {
    QString where = u"1"_qs;
    for (const SqlCondition& condition : {filter.dimensionSql(), filter.requestSql()}) {
        if (!condition.text.empty())
            where += u" AND "_qs + QString::fromStdString(condition.text);
    }
    return u"SELECT count(*) FROM requests r JOIN ledger_dims d ON d.id = r.dim JOIN ledger_shapes s "
           "ON s.id = r.shape WHERE "_qs +
           where;
}

} // namespace

/// Every filter runs against a real table with known rows: what it means is what it finds.
class TestFilter : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() {
        const auto ledger = m_home.start();
        const auto add = [&](const char* id, auto change) {
            RequestRecord record;
            record.id = record.traceId = id;
            record.atMs = kNow - 3'600'000;
            record.route = "/v1/chat/completions";
            record.status = 200;
            record.user = "alice";
            record.cost = Money{};
            record.latencyUs = 100'000;
            change(record);
            ledger->append(std::move(record));
        };
        add("01A", [](RequestRecord& r) {
            r.user = "alice";
            r.project = "checkout-bot";
            r.provider = "openai";
            r.model = "gpt-4o-mini";
            r.cost = Money::fromUsd(0.02);
            r.latencyUs = 1'500'000;
            r.ttftUs = 600'000;
            r.streaming = true;
            r.note = "fallback budget:warning";
            r.usage.inputUncached = 9'000;
            r.usage.outputText = 2'000;
            r.keyId = "key_1";
        });
        add("01B", [](RequestRecord& r) {
            r.user = "bob";
            r.status = 429;
            r.outcome = RequestOutcome::Rejected;
            r.errorCode = "rate_limit_exceeded";
            r.error = "used 100 % of it";
            r.alias = "chat_default";
            r.traceId = "my-trace";
        });
        add("01C", [](RequestRecord& r) {
            r.user = "it's \"me\", %_";
            r.status = 503;
            r.outcome = RequestOutcome::Error;
            r.route = "/chat";
            r.provider = "vllm-gpu1";
            r.model = "mistral/7b";
            r.cost.reset();
            r.atMs = kNow - 3 * kMsPerDay;
            r.prompt = "assistant";
            r.promptVersion = "v2";
            r.flag = "chat-canary";
            r.arm = "canary";
        });
        QVERIFY(ledger->flush());
        m_connection = QSqlDatabase::addDatabase(u"QSQLITE"_qs, u"filter"_qs);
        m_connection.setDatabaseName(QString::fromStdString(m_home.database()));
        QVERIFY(m_connection.open());
        ClientKey key;
        key.id = "key_1";
        key.name = "ci";
        m_config.keys.emplace(key.id, key);
    }

    void cleanupTestCase() {
        m_connection = QSqlDatabase();
        QSqlDatabase::removeDatabase(u"filter"_qs);
    }

    void finds_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("found");
        const auto row = [](const char* text, const char* found) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(found);
        };
        row("", "ABC");
        row("user:alice", "A");
        row("user:alice,bob", "AB");
        row("-user:alice", "BC");
        row("-user:alice,bob", "C");
        row("user:al*", "A");
        row("user:\"it's \\\"me\\\", %_\"", "C");
        row("user:Alice", "");
        row("project:*", "A");
        row("-project:*", "BC");
        row("project:\"\"", "BC");
        row("key:ci", "A");
        row("key:c*", "A");
        row("key:key_1", "A");
        row("key:other", "");
        row("provider:openai", "A");
        row("model:gpt-4o-mini", "A");
        row("model:openai/gpt-4o-mini", "A");
        row("model:mistral/7b", "C");
        row("model:openai/*", "A");
        row("alias:chat_default", "B");
        row("flag:chat-canary arm:canary", "C");
        row("prompt:assist*", "C");
        row("prompt_version:v2", "C");
        row("status:200", "A");
        row("status:>=400", "BC");
        row("status:4xx", "B");
        row("STATUS:200", "A");
        row("-Status:200", "BC");
        row("Prompt_Version:v2", "C");
        row("Model:GPT-4o-mini", "");
        row("status:4xx,5xx", "BC");
        row("status:>400 status:<500", "B");
        row("-status:429", "AC");
        row("outcome:failed", "BC");
        row("outcome:rejected", "B");
        row("latency:>1s", "A");
        row("latency:>=1500ms", "A");
        row("latency:<0.5s", "BC");
        row("latency:>1", "ABC");
        row("ttft:>500ms", "A");
        row("-ttft:>500ms", "BC");
        row("cost:>0.01", "A");
        row("cost:$0.02", "A");
        row("-cost:>0.01", "BC");
        row("cost:unknown", "C");
        row("tokens:>10k", "A");
        row("tokens:11000", "A");
        row("note:fallback", "A");
        row("note:budget*", "A");
        row("note:warning", "");
        row("-note:*", "BC");
        row("trace:my-trace", "B");
        row("trace:01*", "ABC");
        row("route:/chat", "C");
        row("stream:yes", "A");
        row("stream:no", "BC");
        row("at:>-2h", "AB");
        row("at:today", "AB");
        row("at:2026-11-19", "C");
        row("at:<2026-11-20", "C");
        row("at:>2026-11-19", "AB");
        row("at:>=2026-11-22T00:00:00Z", "AB");
        row("RATE_LIMIT", "B");
        row("\"100 %\"", "B");
        row("100%", "");    // no wildcard
        row("chat_d", "B"); // no wildcard: chat-default of no row
        row("-chat", "");
        row("-rate_limit", "AC");
        row("status:>=400 provider:vllm-gpu1", "C");
        // Attempts to be more than a value.
        row("user:\"x' OR '1'='1\"", "");
        row("\"'; DROP TABLE requests; --\"", "");
        row("user:alice'--", "");
        row("provider:\"openai\\\" OR 1=1\"", "");
        row("note:%", "");
        row("note:_allback", "");
    }

    void finds() {
        QFETCH(QString, text);
        QFETCH(QString, found);
        const auto filter = Filter::parse(text.toStdString(), kNow, &m_config);
        QVERIFY2(filter.has_value(), filter ? "" : filter.error().message.c_str());
        const QString sql =
            question(*filter).replace(u"count(*)"_qs, u"coalesce(group_concat(substr(r.id, 3), ''), '')"_qs);
        QSqlQuery query(m_connection);
        QVERIFY2(query.prepare(sql), qPrintable(sql));
        for (const SqlCondition& condition : {filter->dimensionSql(), filter->requestSql()}) {
            for (const SqlValue& value : condition.values) {
                if (const auto* number = std::get_if<std::int64_t>(&value))
                    query.addBindValue(static_cast<qint64>(*number));
                else
                    query.addBindValue(QString::fromStdString(std::get<std::string>(value)));
            }
        }
        QVERIFY(query.exec() && query.next());
        QString ids = query.value(0).toString();
        std::sort(ids.begin(), ids.end());
        QCOMPARE(ids, found);
        QCOMPARE(m_home.number(u"SELECT count(*) FROM requests"_qs), 3);
    }

    void refuses_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("position");
        QTest::addColumn<QString>("says");
        const auto row = [](const char* text, int position, const char* says) {
            QTest::newRow(text) << QString::fromUtf8(text) << position << QString::fromUtf8(says);
        };
        row("usr:alice", 0, "there is no field “usr”");
        row("Usr:alice", 0, "there is no field “Usr”");
        row("user:alice colour:red", 11, "there is no field “colour”");
        row("status:", 0, "status needs a value");
        row("user:alice,", 0, "user needs a value");
        row("status:abc", 0, "status takes an HTTP status");
        row("status:>4xx", 0, "cannot be compared");
        row("latency:>fast", 0, "latency takes a duration");
        row("latency:>-1s", 0, "latency takes a duration");
        row("cost:>lots", 0, "cost takes an amount");
        row("cost:>1e308", 0, "cost takes an amount");
        row("tokens:12x", 0, "tokens takes a number");
        row("user:>bob", 0, "cannot be compared");
        row("user:a*b", 0, "* stands only at the end");
        row("outcome:fine", 0, "one of ok, error");
        row("stream:maybe", 0, "yes or no");
        row("at:sometime", 0, "at takes a time");
        row("at:-5", 0, "how long ago");
        row("  user:\"alice", 2, "the quote is not closed");
        row("user:\"alice\"x", 0, "after the closing quote");
        row("http://host", 0, "there is no field “http”");
    }

    void refuses() {
        QFETCH(QString, text);
        QFETCH(int, position);
        QFETCH(QString, says);
        const auto filter = Filter::parse(text.toStdString(), kNow);
        QVERIFY(!filter.has_value());
        QCOMPARE(static_cast<int>(filter.error().position), position);
        QVERIFY2(filter.error().message.find(says.toStdString()) != std::string::npos,
                 filter.error().message.c_str());
        QVERIFY(!filter.error().term.empty());
    }

    void endlessFiltersAreRefused() {
        QVERIFY(!Filter::parse(std::string(5000, 'a')));
        std::string many;
        for (int i = 0; i < 60; ++i)
            many += "x ";
        QVERIFY(!Filter::parse(many));
    }

    void readsItselfBackInPlainWords_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("words");
        const auto row = [](const char* text, const char* words) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(words);
        };
        row("", "every request");
        row("user:alice status:>=400", "user is alice, and status is at least 400");
        row("-user:bob,carol", "user is not bob or carol");
        row("latency:>1s cost:<0.01", "latency is over 1s, and cost is under 0.01");
        row("note:fallback timeout", "note says fallback, and something in it contains “timeout”");
        row("model:gpt-4* project:*", "model is like gpt-4*, and project is set");
        row("at:>=-2h", "time is in the last 2 hours");
        row("at:>-1h", "time is in the last hour");
        row("at:>-1d user:bob", "time is in the last day, and user is bob");
        row("-at:>-30m", "time is not in the last 30 minutes");
        row("at:<-1h", "time is more than an hour ago");
        row("at:<-7d", "time is more than 7 days ago");
        row("at:today", "time is today");
        row("at:>2026-11-22", "time is after 2026-11-22");
    }

    void readsItselfBackInPlainWords() {
        QFETCH(QString, text);
        QFETCH(QString, words);
        QCOMPARE(QString::fromStdString(Filter::parse(text.toStdString(), kNow)->describe()), words);
    }

    void knowsWhatRollupsCanAnswer() {
        QVERIFY(Filter::parse("user:alice status:>=400 -provider:openai")->dimensionsOnly());
        QVERIFY(!Filter::parse("user:alice latency:>1s")->dimensionsOnly());
        QVERIFY(!Filter::parse("text")->dimensionsOnly());
    }

private:
    LedgerHome m_home;
    QSqlDatabase m_connection;
    ConfigSnapshot m_config;
};

QTEST_GUILESS_MAIN(TestFilter)
#include "tst_filter.moc"
