// The connection's promises and the schema's steps, on real files.
#include "gateway/store/database.h"
#include "gateway/store/migrations.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QVariant>

#include <array>
#include <atomic>
#include <thread>

using namespace tollgate;

namespace {

constexpr std::array<std::string_view, 2> kNotes{"CREATE TABLE notes(id INTEGER PRIMARY KEY, text TEXT)",
                                                 "INSERT INTO notes(text) VALUES('first')"};
constexpr std::array<std::string_view, 2> kBroken{"CREATE TABLE half(id INTEGER)",
                                                  "CREATE TABLE half(id INTEGER)"};

QVariant answer(Database& database, const char* question) {
    QSqlQuery query(database.connection());
    return query.exec(QString::fromLatin1(question)) && query.next() ? query.value(0) : QVariant();
}

} // namespace

class DatabaseTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_directory = std::make_unique<QTemporaryDir>(); }
    void writesAheadAndChecksForeignKeys();
    void fileIsReadByItsOwnerOnly();
    void directoryThatIsNotThereIsAnError();
    void fileThatIsNoDatabaseIsAnError();
    void failedTransactionLeavesNothing();
    void everyThreadHasItsOwnConnection();
    void migrationsAreAppliedOnceAndInOrder();
    void migrationGoesOnFromThePreviousVersionsFile();
    void failedMigrationLeavesNothingAndIsTriedAgain();
    void fileOfANewerVersionIsRefused();
    void twoMigratingAtOnceBothSucceed();

private:
    std::string path(const char* name = "t.db") const {
        return m_directory->filePath(QString::fromLatin1(name)).toStdString();
    }
    std::unique_ptr<QTemporaryDir> m_directory;
};

void DatabaseTest::writesAheadAndChecksForeignKeys() {
    const auto database = Database::open(path());
    QVERIFY2(database, database ? "" : database.error().c_str());
    QCOMPARE(answer(**database, "PRAGMA journal_mode").toString(), QStringLiteral("wal"));
    QCOMPARE(answer(**database, "PRAGMA foreign_keys").toInt(), 1);
    QCOMPARE(answer(**database, "PRAGMA synchronous").toInt(), 1);
    QCOMPARE(answer(**database, "PRAGMA busy_timeout").toInt(), 5000);
}

void DatabaseTest::fileIsReadByItsOwnerOnly() {
    const auto database = Database::open(path());
    QVERIFY((*database)->execute(QStringLiteral("CREATE TABLE t(a)")).has_value());
    for (const char* name : {"t.db", "t.db-wal", "t.db-shm"}) {
        const auto permissions = QFile::permissions(QString::fromStdString(path(name)));
        QVERIFY2(permissions & QFile::ReadOwner, name);
        QVERIFY2(!(permissions & (QFile::ReadGroup | QFile::ReadOther)), name);
    }
}

void DatabaseTest::directoryThatIsNotThereIsAnError() {
    const auto database = Database::open(path("none/t.db"));
    QVERIFY(!database);
    QVERIFY(database.error().find("none/t.db") != std::string::npos);
}

void DatabaseTest::fileThatIsNoDatabaseIsAnError() {
    QFile file(QString::fromStdString(path()));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(8192, 'x'));
    file.close();
    QVERIFY(!Database::open(path()));
}

void DatabaseTest::failedTransactionLeavesNothing() {
    const auto database = Database::open(path());
    const auto done = (*database)->inTransaction([&]() -> Database::Result<> {
        if (auto made = (*database)->execute(QStringLiteral("CREATE TABLE t(a)")); !made)
            return made;
        return tl::unexpected(std::string("no"));
    });
    QCOMPARE(done.error(), std::string("no"));
    QCOMPARE(answer(**database, "SELECT count(*) FROM sqlite_master").toInt(), 0);
    QVERIFY((*database)->execute(QStringLiteral("CREATE TABLE t(a)")).has_value());
}

void DatabaseTest::everyThreadHasItsOwnConnection() {
    QVERIFY((*Database::open(path()))->execute(QStringLiteral("CREATE TABLE t(a)")).has_value());
    std::atomic<int> written = 0;
    const auto write = [&] {
        const auto database = Database::open(path());
        for (int i = 0; i < 50; ++i) {
            const auto done = (*database)->inTransaction(
                [&] { return (*database)->execute(QStringLiteral("INSERT INTO t VALUES(1)")); });
            written += done ? 1 : 0;
        }
    };
    std::thread first(write);
    std::thread second(write);
    first.join();
    second.join();
    QCOMPARE(written.load(), 100);
    const auto database = Database::open(path());
    QCOMPARE(answer(**database, "SELECT count(*) FROM t").toInt(), 100);
}

void DatabaseTest::migrationsAreAppliedOnceAndInOrder() {
    const auto database = Database::open(path());
    auto migrations = storeMigrations();
    migrations.insert(migrations.begin(), Migration{10, "notes", kNotes});
    const auto first = migrate(**database, migrations);
    QVERIFY2(first, first ? "" : first.error().c_str());
    QCOMPARE(*first, (std::vector<int>{1, 2, 10}));
    const auto second = migrate(**database, migrations);
    QVERIFY(second.has_value());
    QVERIFY(second->empty());
    QCOMPARE(answer(**database, "SELECT count(*) FROM notes").toInt(), 1);
    QCOMPARE(answer(**database, "SELECT value FROM meta WHERE key = 'config_version'").toString(),
             QStringLiteral("0"));
}

void DatabaseTest::migrationGoesOnFromThePreviousVersionsFile() {
    const std::vector<Migration> all = storeMigrations();
    for (std::size_t released = 1; released <= all.size(); ++released) {
        const std::string file = path(("from-" + std::to_string(released) + ".db").c_str());
        {
            const auto old = Database::open(file);
            QVERIFY(migrate(**old, {all.begin(), all.begin() + static_cast<std::ptrdiff_t>(released)})
                        .has_value());
            QVERIFY((*old)
                        ->execute(QStringLiteral("INSERT INTO resources VALUES('project', 'kept', '{}', 1)"))
                        .has_value());
        }
        const auto database = Database::open(file);
        const auto applied = migrate(**database, all);
        QVERIFY2(applied, applied ? "" : applied.error().c_str());
        QCOMPARE(applied->size(), all.size() - released);
        QCOMPARE(answer(**database, "SELECT id FROM resources").toString(), QStringLiteral("kept"));
        QCOMPARE(
            answer(**database, "SELECT count(*) FROM sqlite_master WHERE name = 'audit_subject'").toInt(), 1);
    }
}

void DatabaseTest::failedMigrationLeavesNothingAndIsTriedAgain() {
    const auto database = Database::open(path());
    const auto failed = migrate(**database, {{5, "broken", kBroken}});
    QVERIFY(!failed);
    QVERIFY(failed.error().find("migration 5 (broken)") != std::string::npos);
    QCOMPARE(answer(**database, "SELECT count(*) FROM sqlite_master WHERE name = 'half'").toInt(), 0);
    QCOMPARE(*migrate(**database, {{5, "mended", kNotes}}), (std::vector<int>{5}));
}

void DatabaseTest::fileOfANewerVersionIsRefused() {
    const auto database = Database::open(path());
    QVERIFY(migrate(**database, {{11, "later", kNotes}}).has_value());
    const auto refused = migrate(**database, storeMigrations());
    QVERIFY(!refused);
    QVERIFY(refused.error().find("newer") != std::string::npos);
    QCOMPARE(answer(**database, "SELECT count(*) FROM sqlite_master WHERE name = 'resources'").toInt(), 0);
}

void DatabaseTest::twoMigratingAtOnceBothSucceed() {
    std::atomic<int> applied = 0;
    std::atomic<int> failures = 0;
    const auto run = [&] {
        const auto database = Database::open(path());
        const auto done = database ? migrate(**database, storeMigrations())
                                   : Database::Result<std::vector<int>>(tl::unexpected(database.error()));
        applied += done ? static_cast<int>(done->size()) : 0;
        failures += done ? 0 : 1;
    };
    std::thread first(run);
    std::thread second(run);
    first.join();
    second.join();
    QCOMPARE(failures.load(), 0);
    QCOMPARE(applied.load(), 2);
}

QTEST_GUILESS_MAIN(DatabaseTest)
#include "tst_database.moc"
