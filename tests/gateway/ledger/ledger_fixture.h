#pragma once
// Records with a fixed seed, and a ledger in a temporary directory with a clock of its own.

#include <QTemporaryDir>

#include "gateway/ledger/ledger.h"
#include "gateway/ledger/pricing.h"
#include "gateway/ledger/schema.h"
#include "gateway/store/database.h"
#include "gateway/wire/trace_id.h"

#include <QDir>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariant>

#include <atomic>
#include <memory>
#include <mutex>
#include <random>
#include <string>
#include <vector>

namespace tollgate::test {

constexpr std::int64_t kNow = 1'795'356'307'000; // 2026-11-22T14:05:07Z, a Sunday

/// Believable records of a few users, providers and outcomes.
class RecordSource {
public:
    explicit RecordSource(std::uint64_t seed = 20261122)
        : m_random(seed)
        , m_ids(seed) {}

    RequestRecord next(std::int64_t atMs) {
        static const char* const kUsers[] = {"alice", "bob", "carol", "nightly-eval"};
        static const char* const kProjects[] = {"checkout-bot", "support", ""};
        RequestRecord record;
        record.id = m_ids.next(atMs);
        record.traceId = below(5) == 0 ? "trace-" + record.id : record.id;
        record.atMs = atMs;
        record.route = "/v1/chat/completions";
        record.dialect = "openai_chat";
        record.user = kUsers[below(4)];
        record.project = kProjects[below(3)];
        record.keyId = below(2) ? "key_ci" : "";
        record.alias = record.requestedModel = "chat-default";
        record.streaming = below(2) == 0;
        record.overheadUs = 150 + below(400);
        if (below(12) == 0)
            refuse(record);
        else
            serve(record);
        return record;
    }

    std::int64_t below(std::int64_t limit) {
        return static_cast<std::int64_t>(m_random() % static_cast<std::uint64_t>(limit));
    }

private:
    void refuse(RequestRecord& record) {
        record.status = 429;
        record.outcome = RequestOutcome::Rejected;
        record.errorCode = "rate_limit_exceeded";
        record.error = "100 % of the \"minute\" is used_up";
        record.cost = Money{};
        record.latencyUs = record.overheadUs;
    }

    void serve(RequestRecord& record) {
        const bool second = below(3) == 0;
        record.provider = second ? "anthropic" : "openai";
        record.model = second ? "claude-haiku-4-5" : "gpt-4o-mini";
        record.flag = second ? "" : "chat-canary";
        record.arm = second ? "" : (below(6) == 0 ? "canary" : "stable");
        record.prompt = below(3) == 0 ? "summary" : "assistant";
        record.promptVersion = below(2) ? "v1" : "v2";
        record.status = 200;
        record.usage.inputUncached = 50 + below(3000);
        record.usage.cacheRead = below(3) == 0 ? below(2000) : 0;
        record.usage.outputText = 1 + below(800);
        record.usage.reasoning = below(5) == 0 ? below(300) : 0;
        record.latencyUs = 80'000 + below(900'000);
        record.ttftUs = record.streaming ? record.latencyUs / 3 : -1;
        if (below(6) == 0) {
            record.attempts.push_back(
                {"vllm-gpu1", "mistral-7b", 200, 0, -1, 30'000, 0, "connect_failed", "connection refused"});
            record.note = "fallback";
        }
        const auto offset = record.attempts.empty() ? 200 : 40'000;
        record.attempts.push_back({record.provider, record.model, offset, offset > 200 ? 9'800 : 0, 20'000,
                                   record.latencyUs - offset, 200, "ok", ""});
        record.decision.push_back({"alias.strategy", "alias chat-default → strategy weighted"});
        if (below(9) == 0)
            return; // not in the catalogue: no price
        Model model;
        model.input = TokenPrice{second ? 1'000'000'000 : 150'000'001};
        model.output = TokenPrice{second ? 5'000'000'000 : 600'000'000};
        model.source = "built-in";
        const PricedCost cost = price(&model, record.usage);
        record.cost = cost.cost;
        record.costLines = cost.lines;
        record.reserved = *cost.cost + Money{1'000'000};
    }

    std::mt19937_64 m_random;
    UlidSource m_ids;
};

class RecordingSink final : public EventSink {
public:
    bool heard() const override { return listening; }
    void publish(std::string_view type, boost::json::value data) override {
        const std::scoped_lock lock(m_mutex);
        m_events.emplace_back(std::string(type), std::move(data));
    }
    std::vector<std::pair<std::string, boost::json::value>> events() const {
        const std::scoped_lock lock(m_mutex);
        return m_events;
    }

    std::atomic<bool> listening{true};

private:
    mutable std::mutex m_mutex;
    std::vector<std::pair<std::string, boost::json::value>> m_events;
};

/// A data directory, a clock, and ledgers on them.
class LedgerHome {
public:
    LedgerHome()
        : clock(kNow) {
        makeDatabase();
    }
    /// An empty one in the place of the one there is.
    void replaceDatabase() const {
        for (const char* suffix : {"", "-wal", "-shm"})
            QFile::remove(QString::fromStdString(database() + suffix));
        makeDatabase();
    }
    void makeDatabase() const {
        auto migrations = storeMigrations();
        for (const Migration& migration : ledgerMigrations())
            migrations.push_back(migration);
        auto opened = Database::open(database());
        if (!opened || !migrate(**opened, migrations))
            qFatal("cannot make a database");
    }

    std::string path(const char* name) const {
        return m_directory.filePath(QLatin1String(name)).toStdString();
    }
    std::string database() const { return path("tollgate.db"); }
    std::string journal() const { return path("journal"); }
    LedgerOptions options() const {
        LedgerOptions options;
        options.databasePath = database();
        options.journalDirectory = journal();
        options.batchMs = 5;
        options.keepJournalBytes = 0;
        return options;
    }
    std::unique_ptr<Ledger> start(LiveStats* live = nullptr, EventSink* events = nullptr) {
        return start(options(), live, events);
    }
    std::unique_ptr<Ledger> start(LedgerOptions options, LiveStats* live = nullptr,
                                  EventSink* events = nullptr) {
        auto ledger = std::make_unique<Ledger>(std::move(options), clock, live, events);
        if (const auto started = ledger->start(); !started)
            qFatal("%s", started.error().c_str());
        return ledger;
    }
    QStringList journalFiles() const {
        return QDir(QString::fromStdString(journal())).entryList(QDir::Files, QDir::Name);
    }

    void run(const QString& sql) const {
        auto opened = Database::open(database());
        if (!opened || !(*opened)->execute(sql))
            qFatal("cannot run %s", qPrintable(sql));
    }

    /// One number out of the database, over a connection of its own.
    std::int64_t number(const QString& sql) const {
        std::int64_t result = -1;
        {
            QSqlDatabase connection =
                QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("look"));
            connection.setDatabaseName(QString::fromStdString(database()));
            if (connection.open()) {
                QSqlQuery query(connection);
                if (query.exec(sql) && query.next())
                    result = query.value(0).toLongLong();
            }
        }
        QSqlDatabase::removeDatabase(QStringLiteral("look"));
        return result;
    }

    ManualClock clock;

private:
    QTemporaryDir m_directory;
};

} // namespace tollgate::test
