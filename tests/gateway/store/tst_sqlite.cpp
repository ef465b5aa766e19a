// SQLite's C interface behind its wrapper, on real files.
#include "gateway/store/database.h"
#include "gateway/store/database_rescue.h"
#include "gateway/store/sqlite.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sqlite3.h>

using namespace tollgate;

namespace {

constexpr qint64 kPage = 4096;

/// A table of `rows` rows of about a fifth of a page, all of it in the database file.
void fill(SqliteConnection& connection, int rows) {
    QVERIFY(connection.execute("CREATE TABLE notes(id INTEGER PRIMARY KEY, text TEXT)").has_value());
    auto insert = connection.prepare("INSERT INTO notes(text) VALUES(?)");
    QVERIFY(insert.has_value());
    const std::string text(800, 'x');
    for (int row = 0; row < rows; ++row)
        QVERIFY(insert->bind(text).run().has_value());
    QVERIFY(connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").has_value());
}

std::string textOf(SqliteConnection& connection, const std::string& question) {
    std::string answer;
    auto statement = connection.prepare(question);
    if (!statement || !statement->eachRow([&](SqliteRow& row) { answer = row.text(); }))
        return "no answer";
    return answer;
}

} // namespace

class SqliteTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_directory = std::make_unique<QTemporaryDir>(); }

    void isSetAsQtsConnectionsAre() {
        const auto connection = SqliteConnection::open(path(), 1234);
        QVERIFY(connection.has_value());
        QCOMPARE(textOf(**connection, "PRAGMA journal_mode"), std::string("wal"));
        QCOMPARE(textOf(**connection, "PRAGMA synchronous"), std::string("1"));
        QCOMPARE(textOf(**connection, "PRAGMA busy_timeout"), std::string("1234"));
        QCOMPARE(QFile::permissions(QString::fromStdString(path())) &
                     (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther),
                 QFile::Permissions());
    }

    void isTheLibraryThatQtsDriverUses() {
        // Two copies in one process lose each other's locks; of one, both see the same memory in use.
        const auto before = sqlite3_memory_used();
        const auto database = Database::open(path());
        QVERIFY(database.has_value());
        QVERIFY(sqlite3_memory_used() > before);
    }

    void whatIsBoundComesBack() {
        const auto connection = SqliteConnection::open(path());
        QVERIFY((*connection)->execute("CREATE TABLE t(a, b, c, d, e)").has_value());
        auto insert = (*connection)->prepare("INSERT INTO t VALUES(?, ?, ?, ?, ?)");
        QVERIFY(insert.has_value());
        using namespace std::string_view_literals;
        for (const auto text : {"żółw"sv, ""sv, "nul\0inside"sv}) {
            insert->bind(std::int64_t{1} << 60).bind(text).bindBlob("\xFF\0z"sv).bindReal(0.1).bindNull();
            QVERIFY(insert->run().has_value());
            QCOMPARE((*connection)->changes(), 1);
        }
        auto select = (*connection)->prepare("SELECT a, b, typeof(b), c, d, e, e FROM t ORDER BY rowid");
        std::vector<std::string> texts;
        const auto done = select->eachRow([&](SqliteRow& row) {
            QCOMPARE(row.number(), std::int64_t{1} << 60);
            texts.push_back(row.text());
            QCOMPARE(row.text(), std::string("text"));
            QCOMPARE(row.text(), std::string("\xFF\0z"sv));
            QCOMPARE(row.real(), 0.1);
            QVERIFY(row.nextIsNull());
            QVERIFY(!row.numberOrNull());
            QCOMPARE(row.bytes().size(), std::size_t(0));
        });
        QVERIFY(done.has_value());
        QCOMPARE(texts, (std::vector<std::string>{"żółw", "", std::string("nul\0inside"sv)}));
    }

    void rowsEndWhereTheReaderHasEnough() {
        const auto connection = SqliteConnection::open(path());
        fill(**connection, 10);
        auto select = (*connection)->prepare("SELECT id FROM notes WHERE id > ? ORDER BY id");
        for (int round = 0; round < 2; ++round) {
            std::int64_t last = 0;
            QVERIFY(select->bind(2).eachRow([&](SqliteRow& row) { return (last = row.number()) < 5; }));
            QCOMPARE(last, 5);
        }
        QCOMPARE(select->bind(7).number().value(), std::optional<std::int64_t>(8));
        QCOMPARE(select->bind(10).number().value(), std::nullopt);
        // The statement holds no lock: another connection can write.
        QVERIFY(SqliteConnection::open(path(), 0).value()->execute("DELETE FROM notes").has_value());
    }

    void aFailedStatementSaysWhyAndCanBeRunAgain() {
        const auto connection = SqliteConnection::open(path());
        QVERIFY((*connection)->execute("CREATE TABLE t(a INTEGER PRIMARY KEY)").has_value());
        QCOMPARE((*connection)->execute("INSERT INTO nowhere VALUES(1)").error(),
                 std::string("no such table: nowhere"));
        QVERIFY(!(*connection)->prepare("SELEC"));
        auto insert = (*connection)->prepare("INSERT INTO t VALUES(?)");
        QVERIFY(insert->bind(1).run().has_value());
        QVERIFY(insert->bind(1).run().error().find("UNIQUE") != std::string::npos);
        QVERIFY(!insert->bind(2).bind(3).run()); // one value too many
        QVERIFY(insert->bind(2).run().has_value());
        QCOMPARE(textOf(**connection, "SELECT count(*) FROM t"), std::string("2"));
    }

    void aFailedTransactionLeavesNothing() {
        const auto connection = SqliteConnection::open(path());
        QVERIFY((*connection)->execute("CREATE TABLE t(a)").has_value());
        const auto done = (*connection)->inTransaction([&]() -> SqliteResult<> {
            if (auto first = (*connection)->execute("INSERT INTO t VALUES(1)"); !first)
                return first;
            return tl::unexpected(std::string("no more"));
        });
        QCOMPARE(done.error(), std::string("no more"));
        QCOMPARE(textOf(**connection, "SELECT count(*) FROM t"), std::string("0"));
    }

    void aDamagedPageInTheMiddleIsAnErrorAndNoEnd() {
        fill(**SqliteConnection::open(path()), 2000);
        QFile file(QString::fromStdString(path()));
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.size() > 300 * kPage);
        QVERIFY(file.seek(200 * kPage));
        file.write(QByteArray(kPage, '\xEE'));
        file.close();
        const auto connection = SqliteConnection::open(path());
        QVERIFY(connection.has_value());
        auto select = (*connection)->prepare("SELECT id, text FROM notes");
        QVERIFY(select.has_value());
        int rows = 0;
        const auto done = select->eachRow([&](SqliteRow&) { ++rows; });
        QVERIFY(!done);
        QVERIFY2(saysCorrupt(done.error()), done.error().c_str());
        QVERIFY(rows > 0 && rows < 2000);
    }

private:
    std::string path() const { return m_directory->filePath(QStringLiteral("t.db")).toStdString(); }
    std::unique_ptr<QTemporaryDir> m_directory;
};

QTEST_GUILESS_MAIN(SqliteTest)
#include "tst_sqlite.moc"
