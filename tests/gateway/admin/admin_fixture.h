#pragma once
// An AdminService over a real database, ledger and event feed in a directory of its own.

#include "gateway/admin/admin_service.h"
#include "gateway/admin/event_feed.h"
#include "gateway/ledger/schema.h"
#include "gateway/store/migrations.h"

#include <QTemporaryDir>
#include <QTest>

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <string>

namespace tollgate {

struct Reading {
    int status = 0;
    boost::json::value body;

    std::string text() const { return boost::json::serialize(body); }
    std::string param() const { return field("param"); }
    std::string code() const { return field("code"); }
    std::string message() const { return field("message"); }
    const boost::json::value& at(std::string_view key) const { return body.as_object().at(key); }
    std::string textAt(std::string_view key) const { return std::string(at(key).as_string()); }
    const boost::json::array& data() const { return at("data").as_array(); }

private:
    std::string field(std::string_view key) const {
        const auto* error = body.is_object() ? body.get_object().if_contains("error") : nullptr;
        if (error == nullptr || !error->at(key).is_string())
            return {};
        return std::string(error->at(key).as_string());
    }
};

/// JSON with single quotes, so that it fits into a line of C++ (moc cannot read raw strings inside macros).
inline std::string quoted(std::string text) {
    std::ranges::replace(text, '\'', '"');
    return text;
}
inline boost::json::value jsonOf(std::string text) {
    return boost::json::parse(quoted(std::move(text)));
}

class AdminFixture {
public:
    explicit AdminFixture(const MasterKey& key = MasterKey::generate())
        : box(key) {
        openAll();
    }

    /// Another process on the same files.
    void restart(const std::optional<MasterKey>& key = std::nullopt) {
        if (key)
            box = SecretBox(*key);
        service.reset();
        reader.reset();
        repository.reset();
        database.reset();
        openAll();
    }

    Reading call(const std::string& method, const std::string& where, const std::string& body = {},
                 const std::string& contentType = "application/json") {
        return send(method, where, quoted(body), contentType);
    }
    Reading send(const std::string& method, const std::string& where, std::string body,
                 const std::string& contentType = "application/json") {
        const std::size_t mark = where.find('?');
        AdminRequest request{method,
                             where.substr(0, mark),
                             mark == std::string::npos ? std::string() : where.substr(mark + 1),
                             contentType,
                             std::move(body),
                             "admin-token"};
        answered = std::make_shared<std::optional<AdminResponse>>();
        service->handle(request, [to = answered](AdminResponse response) { *to = std::move(response); });
        return readingOf(answered);
    }
    using Answered = std::shared_ptr<std::optional<AdminResponse>>;
    /// Status 0: not answered yet.
    static Reading readingOf(const Answered& answer) {
        if (!*answer)
            return {};
        return {(*answer)->status,
                (*answer)->body.empty() ? boost::json::value() : boost::json::parse((*answer)->body)};
    }
    Answered answered; ///< of the latest call
    Reading get(const std::string& where) { return call("GET", where); }

    /// Expects success.
    boost::json::object create(const std::string& collection, const std::string& body) {
        const Reading answer = call("POST", collection, body);
        if (answer.status != 201)
            qFatal("POST %s: %d %s", collection.c_str(), answer.status, answer.text().c_str());
        return answer.body.as_object();
    }
    /// A provider, a project and an alias to build on.
    void createBase() {
        create("/providers", "{'name':'base','kind':'simulated'}");
        create("/projects", "{'name':'base'}");
        create("/aliases", "{'alias':'base','targets':[{'provider':'base','model':'m'}]}");
    }

    std::int64_t version() { return get("/status").at("config_version").as_int64(); }
    std::size_t auditCount() { return get("/audit?limit=1000").data().size(); }
    SnapshotPtr snapshot() const { return snapshots.load(); }
    std::string path(const char* name) const {
        return directory.filePath(QString::fromLatin1(name)).toStdString();
    }

    QTemporaryDir directory;
    ManualClock clock{1'795'000'000'000};
    SecretBox box;
    bool withSecrets = true;
    std::map<std::string, std::string> environment;
    SnapshotCell snapshots;
    HealthBoard health{clock};
    BudgetBook budgets{clock};
    RateLimiter limiter{clock};
    EventFeed events{1};
    ArmStats arms;
    std::unique_ptr<Database> database;
    std::unique_ptr<ResourceRepository> repository;
    std::unique_ptr<LedgerReader> reader;
    std::unique_ptr<AdminService> service;
    using Checker =
        std::function<void(const Provider&, const Credentials&, std::function<void(ProviderCheckResult)>)>;
    Checker checker;
    std::function<void()> checkerStops; ///< what stopping one does
    Checker trier;                      ///< of one that is not stored
    int published = 0;
    bool waits = false; ///< long work is done by turn(), from the next restart on
    std::vector<std::function<void()>> waiting;
    /// One turn of the loop that long work waits for. False: nothing waits.
    bool turn() {
        const auto now = std::exchange(waiting, {});
        for (const auto& run : now)
            run();
        return !now.empty();
    }
    std::vector<std::string> warnings;

private:
    void openAll() {
        auto opened = Database::open(path("tollgate.db"));
        if (!opened)
            qFatal("%s", opened.error().c_str());
        database = std::move(*opened);
        auto migrations = storeMigrations();
        for (const Migration& migration : ledgerMigrations())
            migrations.push_back(migration);
        if (const auto migrated = migrate(*database, std::move(migrations)); !migrated)
            qFatal("%s", migrated.error().c_str());
        repository = std::make_unique<ResourceRepository>(*database);
        reader = std::make_unique<LedgerReader>(path("tollgate.db"), clock, nullptr, &snapshots);

        AdminContext context{clock, *repository, snapshots, health, budgets, *reader, events};
        arms.watch({}); // another process begins with nothing
        context.arms = &arms;
        context.limiter = &limiter;
        context.secrets = withSecrets ? &box : nullptr;
        context.secretNote = withSecrets ? "" : "the keychain is locked";
        context.dataDirectory = directory.path().toStdString();
        context.environment = [this](const std::string& name) -> std::optional<std::string> {
            const auto it = environment.find(name);
            return it == environment.end() ? std::nullopt : std::optional(it->second);
        };
        context.checkProvider = [this](const Provider& provider, const Credentials& credentials,
                                       std::function<void(ProviderCheckResult)> done, const WorkPtr& work) {
            if (checkerStops)
                work->stop = checkerStops;
            if (checker)
                checker(provider, credentials, std::move(done));
        };
        context.tryProvider = [this](const Provider& provider, const Credentials& credentials,
                                     std::function<void(ProviderCheckResult)> done, const WorkPtr&) {
            if (trier)
                trier(provider, credentials, std::move(done));
        };
        if (waits)
            context.later = [this](std::function<void()> run) { waiting.push_back(std::move(run)); };
        context.published = [this](const SnapshotPtr& snapshot) {
            ++published;
            budgets.configure(*snapshot, {});
        };
        service = std::make_unique<AdminService>(std::move(context));
        const auto started = service->start();
        if (!started)
            qFatal("%s", started.error().c_str());
        warnings = *started;
    }
};

} // namespace tollgate
