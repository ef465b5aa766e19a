#include <QtTest>

#include "app/demo/demo.h"
#include "app/demo/demo_world.h"
#include "gateway/config/codec.h"
#include "gateway/ledger/ledger_reader.h"
#include "gateway/ledger/rollup.h"

#include <QDir>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include <set>

using namespace tollgate;
namespace json = boost::json;

namespace {

constexpr std::int64_t kNow = 1'795'356'307'000; // 2026-11-22T14:05:07Z, a Sunday
constexpr std::int64_t kMonday = kNow + kMsPerDay;

/// A demo database in a directory of its own.
class DemoHome {
public:
    std::string path() const { return m_directory.filePath(u"tollgate.db"_qs).toStdString(); }
    DemoHistoryResult write(std::int64_t nowMs) const {
        const auto result = writeDemoHistory(path(), nowMs);
        if (!result)
            qFatal("%s", result.error().c_str());
        return *result;
    }
    QString text(const QString& sql) const {
        QString result;
        {
            QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_qs, u"look"_qs);
            database.setDatabaseName(QString::fromStdString(path()));
            if (database.open()) {
                QSqlQuery query(database);
                if (query.exec(sql) && query.next())
                    result = query.value(0).toString();
            }
        }
        QSqlDatabase::removeDatabase(u"look"_qs);
        return result;
    }
    qint64 number(const QString& sql) const { return text(sql).toLongLong(); }

private:
    QTemporaryDir m_directory;
};

template <typename T>
T need(Answer<T> answer) {
    if (!answer)
        qFatal("%s", answer.error().message.c_str());
    return std::move(*answer);
}

/// Takes requests and answers them all alike.
class SmallServer : public QTcpServer {
public:
    QList<QByteArray> requests;

protected:
    void incomingConnection(qintptr descriptor) override {
        auto* socket = new QTcpSocket(this);
        socket->setSocketDescriptor(descriptor);
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] {
            requests.append(socket->readAll());
            socket->write("HTTP/1.1 200 OK\r\ncontent-length: 2\r\nconnection: close\r\n\r\n{}");
            socket->disconnectFromHost();
        });
    }
};

} // namespace

class TestDemo : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theConfigurationIsWellFormed() {
        const json::value document =
            json::parse(json::string_view(demoConfiguration().data(), demoConfiguration().size()));
        std::set<std::string> providers;
        for (const json::value& provider : document.at("providers").as_array()) {
            const auto parsed = providerFromJson(provider.as_object());
            QVERIFY2(parsed.has_value(), parsed ? "" : parsed.error().message.c_str());
            QVERIFY(parsed->kind == ProviderKind::Simulated); // no key, no spend
            providers.insert(parsed->name);
        }
        const ConfigSnapshot world =
            demo::demoSnapshot(); // aborts on a model, alias, flag or budget it cannot read
        for (const auto& [name, model] : world.models)
            QVERIFY2(providers.contains(model.provider), name.c_str());
        for (const auto& [name, alias] : world.aliases) {
            for (const auto& targets : {alias.targets, alias.fallbacks}) {
                for (const Target& target : targets)
                    QVERIFY2(world.models.contains(target.reference()), target.reference().c_str());
            }
        }
        std::set<std::string> keys;
        for (const json::value& key : document.at("keys").as_array())
            keys.insert(keyFromJson(key.as_object())->id);
        for (const demo::ProjectKey& key : demo::projectKeys())
            QVERIFY(keys.contains(std::string(key.keyId)));
        for (const json::value& project : document.at("projects").as_array())
            QVERIFY(projectFromJson(project.as_object()).has_value());
        for (const json::value& prompt : document.at("prompts").as_array())
            QVERIFY(promptFromJson(prompt.as_object()).has_value());
        QVERIFY(settingsFromJson(document.at("settings").as_object()).has_value());
    }

    void theSameClockGivesTheSameHistory() {
        const DemoHome first;
        const DemoHome second;
        QElapsedTimer timer;
        timer.start();
        const DemoHistoryResult one = first.write(kNow);
        qInfo("%lld requests in %lld ms", static_cast<long long>(one.requests), timer.elapsed());
        const DemoHistoryResult two = second.write(kNow);
        QVERIFY(one.requests > 55'000 && one.requests < 120'000);
        QCOMPARE(one.requests, two.requests);
        QCOMPARE(one.costUsd, two.costUsd);
        const QString sums =
            u"SELECT count(*) || ' ' || sum(cost) || ' ' || sum(latency_us) || ' ' || max(id) || ' ' || "
            "sum(input) || ' ' || sum(attempts) FROM requests"_qs;
        QCOMPARE(first.text(sums), second.text(sums));
    }

    void theStoryIsInTheNumbers() {
        const DemoHome home;
        home.write(kNow);
        const ManualClock clock(kNow);
        LedgerReader reader(home.path(), clock, nullptr);
        OverviewQuery query;
        query.canary = demo::demoSnapshot().flags.at("chat-canary");
        const std::int64_t midnight = floorDiv(kNow, kMsPerDay) * kMsPerDay;
        const auto spends = need(reader.spend({{BudgetScope::Global, {}, midnight, midnight + kMsPerDay}}));
        query.budget = BudgetView{"bud_demo_day", "global · day", Money::fromUsd(26), spends.front().cost};
        const json::object overview = need(reader.overview(query));
        const auto at = [&](const char* pointer) { return json::value(overview).at_pointer(pointer); };

        const double used = at("/spend_today/used_ratio").to_number<double>();
        QVERIFY2(used >= 0.75 && used < 0.78, qPrintable(QString::number(used)));
        QVERIFY(at("/spend_today/exceeds_at").is_string());
        QCOMPARE(std::string(at("/users_today/0/user").as_string()), std::string("alice"));
        QVERIFY(at("/other_users/count").as_int64() >= 10);
        QCOMPARE(std::string(at("/anomaly/user").as_string()), std::string("nightly-eval"));
        const double times = at("/anomaly/ratio").to_number<double>();
        QVERIFY2(times > 2.5 && times < 15, qPrintable(QString::number(times)));
        const double canary = at("/canary/actual_percent").to_number<double>();
        QVERIFY2(canary > 13 && canary < 18, qPrintable(QString::number(canary)));
        QCOMPARE(std::string(at("/canary/verdict").as_string()), std::string("healthy"));
        QVERIFY(at("/errors/saved_by_fallback").as_int64() > 20);
        QVERIFY(at("/errors/rate").to_number<double>() < 0.04);
        QVERIFY(at("/requests/per_second").to_number<double>() > 2);
        const double cached = at("/tokens/cached_ratio").to_number<double>();
        QVERIFY(cached > 0.1 && cached < 0.5);
        const json::value days = at("/cost_by_day/series/0/cost_usd");
        for (const json::value& day : days.as_array())
            QVERIFY(day.to_number<double>() > 0);
    }

    void theOutageWasBridged() {
        const DemoHome home;
        home.write(kMonday);
        const qint64 begin = (floorDiv(kMonday, kMsPerDay) - 6) * kMsPerDay + 9 * kMsPerHour;
        const auto count = [&](const QString& where, qint64 from, qint64 to) {
            return home.number(
                u"SELECT count(*) FROM requests r JOIN ledger_dims d ON d.id = r.dim JOIN ledger_shapes s "
                "ON s.id = r.shape WHERE d.alias = 'claude-long' AND r.at_ms >= %1 AND r.at_ms < %2 AND %3"_qs
                    .arg(from)
                    .arg(to)
                    .arg(where));
        };
        const QString saved =
            u"s.first_provider = 'anthropic' AND d.provider = 'openai' AND d.status = 200"_qs;
        const qint64 during = count(u"1"_qs, begin, begin + 3 * kMsPerHour);
        QVERIFY(during > 3);
        QVERIFY(count(saved, begin, begin + 3 * kMsPerHour) > during / 2);
        QVERIFY(count(saved, begin - kMsPerDay, begin - kMsPerDay + 3 * kMsPerHour) < 3);
    }

    void rollupsAndRowsOfTheHistoryAgree() {
        const DemoHome home;
        const DemoHistoryResult result = home.write(kNow);
        QCOMPARE(home.number(u"SELECT count(*) FROM requests"_qs), result.requests);
        for (const QString& table : {u"rollup_hour"_qs, u"rollup_day"_qs}) {
            QCOMPARE(home.number(u"SELECT sum(requests) FROM "_qs + table), result.requests);
            QCOMPARE(home.number(u"SELECT sum(cost) FROM "_qs + table),
                     home.number(u"SELECT sum(cost) FROM requests"_qs));
        }
        QCOMPARE(home.number(u"SELECT count(DISTINCT bucket) FROM rollup_day"_qs), 30);
        QVERIFY(home.number(
                    u"SELECT min(n) FROM (SELECT sum(requests) n FROM rollup_day GROUP BY bucket)"_qs) > 300);
        QCOMPARE(home.number(u"SELECT count(*) FROM requests WHERE at_ms >= %1"_qs.arg(kNow)), 0);
    }

    void aLaterStartCarriesOnWhereTheLastOneEnded() {
        const DemoHome home;
        const DemoHistoryResult first = home.write(kNow);
        const std::int64_t later = kNow + 5 * kMsPerHour;
        const DemoHistoryResult second = home.write(later);
        QVERIFY(second.fromMs > kNow - 60'000);
        QCOMPARE(home.number(u"SELECT count(*) FROM requests"_qs), first.requests + second.requests);
        QVERIFY(home.number(u"SELECT count(*) FROM requests WHERE at_ms >= %1"_qs.arg(later - kMsPerHour)) >
                5'000);
        QCOMPARE(home.write(later).requests, 0); // nothing to add
    }

    void trafficKeepsComingUntilItIsStopped() {
        QTemporaryDir directory;
        QVERIFY(QDir(directory.path()).mkpath(u"keys"_qs));
        for (const demo::ProjectKey& key : demo::projectKeys()) {
            QFile file(directory.filePath(
                u"keys/"_qs +
                QString::fromUtf8(key.keyName.data(), static_cast<qsizetype>(key.keyName.size()))));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write("tg-secret-of-" +
                       QByteArray(key.keyName.data(), static_cast<qsizetype>(key.keyName.size())) + '\n');
        }
        SmallServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        DemoTraffic traffic(directory.path());
        QVERIFY(traffic.start(QUrl(u"http://127.0.0.1:%1"_qs.arg(server.serverPort()))));
        QTRY_VERIFY_WITH_TIMEOUT(server.requests.size() >= 4, 20'000);
        const QByteArray request = server.requests.first();
        QVERIFY(request.contains("Bearer tg-secret-of-"));
        QVERIFY(request.toLower().contains("x-user-id: "));
        QVERIFY(request.startsWith("POST /v1/") || request.startsWith("POST /chat ")); // jobs among them
        traffic.stop();
        QVERIFY(!traffic.isRunning());
        const auto sent = traffic.sentCount();
        QTest::qWait(1200);
        QCOMPARE(traffic.sentCount(), sent);
    }

    void trafficWithoutKeysDoesNotStart() {
        QTemporaryDir directory;
        DemoTraffic traffic(directory.path());
        QTest::ignoreMessage(QtWarningMsg,
                             "demo traffic: no key of the demo can be read below the data directory");
        QVERIFY(!traffic.start(QUrl(u"http://127.0.0.1:1"_qs)));
    }
};

QTEST_GUILESS_MAIN(TestDemo)
#include "tst_demo.moc"
