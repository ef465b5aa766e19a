#include <QtTest>

#include "ledger_fixture.h"

#include "gateway/ledger/client_book.h"
#include "gateway/ledger/ledger_reader.h"

using namespace tollgate;
using namespace tollgate::test;

namespace {

RequestRecord recordOf(std::string keyId, std::string agent, std::int64_t atMs, int status = 200) {
    static int number = 0;
    RequestRecord record;
    record.id = record.traceId = "01" + std::to_string(1000 + ++number);
    record.atMs = atMs;
    record.route = "/v1/chat/completions";
    record.status = status;
    record.user = "alice";
    record.keyId = std::move(keyId);
    record.cost = Money{};
    record.requestHeaders = {{"accept", "*/*"}, {"user-agent", std::move(agent)}};
    return record;
}

void tell(ClientBook& book, const RequestRecord& record) {
    const RequestRecord* const one = &record;
    book.recorded({&one, 1});
}

/// "key agent status" of each, in the order of the list.
QStringList lines(const ClientBook& book, const ConfigSnapshot& config = {}) {
    QStringList said;
    for (const boost::json::value& one : book.list(config)) {
        const auto text = [&](const char* name) {
            return one.at(name).is_null() ? QStringLiteral("-")
                                          : QString::fromUtf8(one.at(name).as_string().c_str());
        };
        said << QStringLiteral("%1 %2 %3")
                    .arg(text("key_id"), text("user_agent"))
                    .arg(one.at("status").as_int64());
    }
    return said;
}

} // namespace

class TestClientBook : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theNewestRequestOfEachProgramAndKeyIsKept() {
        ClientBook book;
        tell(book, recordOf("k1", "curl/8", kNow));
        tell(book, recordOf("k1", "aider/1", kNow + 1));
        tell(book, recordOf("k1", "curl/8", kNow + 3, 429));
        tell(book, recordOf("k1", "curl/8", kNow + 2));
        tell(book, recordOf("", "curl/8", kNow + 4, 401));
        tell(book, recordOf("k1", "", kNow + 5));
        QCOMPARE(lines(book), QStringList({QStringLiteral("- curl/8 401"), QStringLiteral("k1 curl/8 429"),
                                           QStringLiteral("k1 aider/1 200")}));
        ConfigSnapshot config;
        ClientKey key;
        key.id = "k1";
        key.name = "ci";
        config.keys.emplace(key.id, key);
        QCOMPARE(book.list(config).at(1).at("key_name"), boost::json::value("ci"));
    }

    void aProgramIsNotForgottenHoweverOftenAnotherCalls() {
        ClientBook book;
        tell(book, recordOf("k1", "claude-cli/2", kNow));
        for (int i = 1; i < 5000; ++i)
            tell(book, recordOf("k2", "curl/8", kNow + i));
        QCOMPARE(lines(book),
                 QStringList({QStringLiteral("k2 curl/8 200"), QStringLiteral("k1 claude-cli/2 200")}));
    }

    void whoChangesItsNameAllTheTimeCrowdsOutNobody() {
        ClientBook book;
        tell(book, recordOf("k1", "claude-cli/2", kNow));
        for (int i = 0; i < 2000; ++i)
            tell(book, recordOf("k2", "bot/" + std::to_string(i), kNow + i));
        QCOMPARE(lines(book).size(), static_cast<qsizetype>(ClientBook::kMostOfOneKey) + 1);
        QCOMPARE(lines(book).first(), QStringLiteral("k2 bot/1999 200"));
        QCOMPARE(lines(book).last(), QStringLiteral("k1 claude-cli/2 200"));
        for (int i = 0; i < 2000; ++i)
            tell(book, recordOf("key" + std::to_string(i), "bot", kNow + 10'000 + i));
        QCOMPARE(lines(book).size(), static_cast<qsizetype>(ClientBook::kMost));
        tell(book, recordOf("k3", std::string(511, 'a') + "\xC5\xBC" + "b", kNow + 20'000));
        QCOMPARE(book.list({}).front().at("user_agent"), boost::json::value(std::string(511, 'a')));
    }

    void whatTheLedgerHoldsIsReadOnce() {
        LedgerHome home;
        const auto ledger = home.start();
        ledger->append(recordOf("quiet", "claude-cli/2", kNow - kMsPerDay));
        for (int i = 0; i < 1200; ++i)
            ledger->append(recordOf("busy", "curl/8", kNow - 2000 + i));
        QVERIFY(ledger->flush());
        LedgerReader reader(home.database(), home.clock, nullptr);
        ClientBook book;
        tell(book, recordOf("quiet", "aider/1", kNow));
        book.fill(reader);
        const QStringList all{QStringLiteral("quiet aider/1 200"), QStringLiteral("busy curl/8 200"),
                              QStringLiteral("quiet claude-cli/2 200")};
        QCOMPARE(lines(book), all);
        ledger->append(recordOf("later", "other/1", kNow));
        QVERIFY(ledger->flush());
        book.fill(reader);
        QCOMPARE(lines(book), all);
    }
};

QTEST_GUILESS_MAIN(TestClientBook)
#include "tst_client_book.moc"
