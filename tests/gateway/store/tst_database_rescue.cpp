#include <QtTest>

#include "gateway/store/config_backup.h"
#include "gateway/store/database_rescue.h"
#include "gateway/store/migrations.h"

#include <QFile>
#include <QTemporaryDir>

using namespace tollgate;

namespace {

constexpr int kPage = 4096;
constexpr std::int64_t kNow = 1'795'356'307'000; // 2026-11-22T14:05:07Z

void put(Database& database, const char* kind, int count) {
    const auto done = database.inTransaction([&]() -> Database::Result<> {
        for (int i = 0; i < count; ++i) {
            auto insert = database.prepare(
                QStringLiteral("INSERT INTO resources(kind, id, doc, updated_ms) VALUES(?, ?, ?, 1)"));
            insert->addBindValue(QLatin1String(kind));
            insert->addBindValue(QStringLiteral("%1").arg(i, 6, 10, QLatin1Char('0')));
            insert->addBindValue(QStringLiteral("{\"filler\":\"%1\"}").arg(QString(200, QLatin1Char('x'))));
            if (auto run = Database::run(*insert); !run)
                return run;
        }
        return {};
    });
    QVERIFY(done.has_value());
}

std::int64_t number(Database& database, const char* sql) {
    auto query = database.prepare(QLatin1String(sql));
    return query && Database::run(*query) && query->next() ? query->value(0).toLongLong() : -1;
}

} // namespace

class TestDatabaseRescue : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() {
        m_directory = std::make_unique<QTemporaryDir>();
        m_path = m_directory->filePath(QStringLiteral("a.db")).toStdString();
        auto database = open(m_path);
        put(*database, "provider", 500);
        QVERIFY(
            database->execute(QStringLiteral("INSERT INTO credentials VALUES('p', 'api_key', x'00ff7f')")));
        QVERIFY(
            database->execute(QStringLiteral("UPDATE meta SET value = '17' WHERE key = 'config_version'")));
    }

    void whatIsSoundIsLeftAlone() {
        QVERIFY(!damageOf(m_path));
        QVERIFY(!damageOf(m_directory->filePath(QStringLiteral("none.db")).toStdString()));
        const QString empty = m_directory->filePath(QStringLiteral("empty.db"));
        QFile(empty).open(QIODevice::WriteOnly);
        QVERIFY(!damageOf(empty.toStdString()));
    }

    void everyKindOfDamageIsFound_data() {
        QTest::addColumn<int>("page");
        QTest::addColumn<bool>("cut");
        QTest::newRow("header") << 0 << false;
        QTest::newRow("a page in the middle") << 9 << false;
        QTest::newRow("the second half is missing") << 12 << true;
    }
    void everyKindOfDamageIsFound() {
        QFETCH(int, page);
        QFETCH(bool, cut);
        spoil(page, cut);
        QVERIFY(damageOf(m_path).has_value());
    }

    void errorsOfADamagedFileAreToldFromOthers() {
        QVERIFY(saysCorrupt("a.db: database disk image is malformed"));
        QVERIFY(saysCorrupt("file is not a database"));
        QVERIFY(!saysCorrupt("database or disk is full"));
        QVERIFY(!saysCorrupt("database is locked"));
    }

    void theDamagedFileIsKeptWithItsLog() {
        QFile log(QString::fromStdString(m_path + "-wal"));
        QVERIFY(log.open(QIODevice::WriteOnly) && log.write("log") == 3);
        log.close();
        const auto moved = moveAside(m_path, kNow);
        QVERIFY(moved.has_value());
        QCOMPARE(*moved, m_path + ".corrupt-20261122T140507Z");
        QVERIFY(!QFile::exists(QString::fromStdString(m_path)));
        QVERIFY(QFile::exists(QString::fromStdString(*moved)));
        QVERIFY(QFile::exists(QString::fromStdString(*moved + "-wal")));
    }

    void whatLiesAroundABadPageIsTakenOut() {
        spoil(9, false);
        auto fresh = open(m_directory->filePath(QStringLiteral("b.db")).toStdString());
        const auto tables = salvage(m_path, *fresh);
        QVERIFY(tables.has_value());
        const auto resources = std::ranges::find(*tables, "resources", &SalvagedTable::name);
        QVERIFY(resources != tables->end());
        const std::int64_t there = number(*fresh, "SELECT count(*) FROM resources");
        QVERIFY2(there > 300 && there < 500, std::to_string(there).c_str());
        QVERIFY(!resources->complete);
        // From both ends: the first and the last are there.
        QCOMPARE(number(*fresh, "SELECT count(*) FROM resources WHERE id IN ('000000', '000499')"), 2);
        QCOMPARE(number(*fresh, "SELECT count(*) FROM credentials WHERE sealed = x'00ff7f'"), 1);
        QCOMPARE(number(*fresh, "SELECT value FROM meta WHERE key = 'config_version'"), 17);
    }

    void aFileThatIsNoDatabaseYieldsNothingAndNoError() {
        spoil(0, false);
        auto fresh = open(m_directory->filePath(QStringLiteral("b.db")).toStdString());
        const auto tables = salvage(m_path, *fresh);
        QVERIFY(tables.has_value());
        QVERIFY(tables->empty());
    }

    void theBackupBringsTheConfigurationBack() {
        const std::string backup = m_directory->filePath(QStringLiteral("backup.json")).toStdString();
        {
            auto database = open(m_path);
            QVERIFY(writeConfigBackup(*database, backup).has_value());
        }
        const QFile::Permissions others =
            QFile(QString::fromStdString(backup)).permissions() & (QFile::ReadGroup | QFile::ReadOther);
        QCOMPARE(others, QFile::Permissions{});
        QCOMPARE(configBackupVersion(backup).value_or(-1), 17);
        auto fresh = open(m_directory->filePath(QStringLiteral("b.db")).toStdString());
        put(*fresh, "alias", 1); // what was there goes
        QVERIFY(restoreConfigBackup(backup, *fresh).has_value());
        QCOMPARE(number(*fresh, "SELECT count(*) FROM resources WHERE kind = 'provider'"), 500);
        QCOMPARE(number(*fresh, "SELECT count(*) FROM resources"), 500);
        QCOMPARE(number(*fresh, "SELECT count(*) FROM credentials WHERE sealed = x'00ff7f'"), 1);
        QCOMPARE(number(*fresh, "SELECT value FROM meta WHERE key = 'config_version'"), 17);
    }

    void aBackupThatMakesNoSenseIsNone() {
        const QString path = m_directory->filePath(QStringLiteral("backup.json"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) &&
                file.write("{\"format\":\"tollgate-config-backup-1\"") > 0);
        file.close();
        QVERIFY(!configBackupVersion(path.toStdString()));
        auto database = open(m_path);
        QVERIFY(!restoreConfigBackup(path.toStdString(), *database));
        QCOMPARE(number(*database, "SELECT count(*) FROM resources"), 500);
    }

private:
    static std::unique_ptr<Database> open(const std::string& path) {
        auto database = Database::open(path);
        if (!database || !migrate(**database, storeMigrations()))
            qFatal("cannot make a database");
        return std::move(*database);
    }
    void spoil(int page, bool cut) {
        QFile file(QString::fromStdString(m_path));
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY2(file.size() > (page + 4) * kPage, std::to_string(file.size()).c_str());
        if (cut) {
            QVERIFY(file.resize(page * kPage));
            return;
        }
        QVERIFY(file.seek(page * kPage));
        QCOMPARE(file.write(QByteArray(kPage, char(0xa5))), qint64(kPage));
    }

    std::unique_ptr<QTemporaryDir> m_directory;
    std::string m_path;
};

QTEST_GUILESS_MAIN(TestDatabaseRescue)
#include "tst_database_rescue.moc"
