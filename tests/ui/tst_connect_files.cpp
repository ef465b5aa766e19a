#include "ui/models/line_diff.h"
#include "ui/pages/connect/files/client_file.h"
#include "ui/pages/connect/files/config_edits.h"
#include "ui/pages/connect/files/json_edit.h"
#include "ui/pages/connect/files/toml_edit.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace tollgate::ui;

namespace {

const ClientTarget kTarget{QStringLiteral("http://127.0.0.1:8655"), QStringLiteral("tg-secret"),
                           QStringLiteral("chat-default")};

void put(const QString& path, const QByteArray& content) {
    QVERIFY(QDir().mkpath(QFileInfo(path).path()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
}

QByteArray get(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("no such file");
}

/// The lines that differ, as "-old" and "+new".
QStringList changes(const QByteArray& before, const QByteArray& after) {
    QStringList out;
    for (const DiffLine& line : lineDiff(QString::fromUtf8(before), QString::fromUtf8(after)))
        if (line.kind != DiffLine::Kind::Same)
            out << (line.kind == DiffLine::Kind::Added ? u'+' : u'-') + line.text.trimmed();
    return out;
}

} // namespace

class TestConnectFiles : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void claudeSettingsKeepEveryOtherByte() {
        const QByteArray before =
            "{\r\n\t\"z\": [1,   2],\r\n\t\"env\": {\r\n\t\t\"B\" : \"x\\\"}\",\r\n"
            "\t\t\"ANTHROPIC_BASE_URL\":\"https://old\"\r\n\t},\r\n\t\"a\": {\"env\": 1}\r\n}\r\n";
        const auto after = claudeSettings(before, kTarget);
        QVERIFY(after.has_value());
        QByteArray expected = before;
        expected.replace("\"https://old\"",
                         "\"http://127.0.0.1:8655\",\r\n\t\t\"ANTHROPIC_AUTH_TOKEN\": \"tg-secret\",\r\n"
                         "\t\t\"ANTHROPIC_MODEL\": \"chat-default\",\r\n"
                         "\t\t\"ANTHROPIC_DEFAULT_HAIKU_MODEL\": \"chat-default\"");
        QCOMPARE(*after, expected);
        QCOMPARE(*claudeSettings(*after, kTarget), *after); // once more changes nothing
    }

    void claudeSettingsAreMadeWhereThereAreNone() {
        for (const QByteArray& before :
             {QByteArray(), QByteArray("{}"), QByteArray("{\"model\":\"opus\"}")}) {
            const auto after = claudeSettings(before, kTarget);
            QVERIFY(after.has_value());
            const QJsonObject read = QJsonDocument::fromJson(*after).object();
            QCOMPARE(read.value(QStringLiteral("env"))
                         .toObject()
                         .value(QStringLiteral("ANTHROPIC_AUTH_TOKEN"))
                         .toString(),
                     QStringLiteral("tg-secret"));
            QCOMPARE(read.contains(QStringLiteral("model")), before.contains("model"));
        }
    }

    void brokenSettingsAreNotWrittenOver() {
        for (const QByteArray& before : {QByteArray("{ oops"), QByteArray("[1]"),
                                         QByteArray("{\"env\": \"no\"}"), QByteArray("{\"a\": 1} // note")})
            QVERIFY(!claudeSettings(before, kTarget));
    }

    void jsonNamesAndValuesAreEscaped() {
        const auto after =
            setJsonMembers("{}", QStringLiteral("e"), {{QStringLiteral("q\"\n"), QStringLiteral("\\ \"")}});
        QCOMPARE(QJsonDocument::fromJson(*after)
                     .object()
                     .value(QStringLiteral("e"))
                     .toObject()
                     .value(QStringLiteral("q\"\n"))
                     .toString(),
                 QStringLiteral("\\ \""));
        const auto again = setJsonMembers("{\"a\\u0062\": {\"x\": {\"y\": [\"}\"]}}}", QStringLiteral("ab"),
                                          {{QStringLiteral("n"), QStringLiteral("v")}});
        QCOMPARE(*again, QByteArray("{\"a\\u0062\": {\"x\": {\"y\": [\"}\"]}, \"n\": \"v\"}}"));
    }

    void codexKeepsTheRestAndPutsRootKeysBeforeTables() {
        const QByteArray before =
            "# mine\nmodel = \"gpt-5\" # best\napproval_policy = \"never\"\n\n"
            "[mcp_servers.x]\ncommand = \"a\"\nmodel_provider = \"not this\"\n\n"
            "[model_providers.tollgate]\nname = \"Old\"\nquery_params = { a = \"b\" }\n\n"
            "# about y\n[profiles.y]\nmodel = \"o3\"\n";
        const auto after = codexConfig(before, kTarget);
        QVERIFY(after.has_value());
        QCOMPARE(*after, QByteArray("# mine\nmodel = \"chat-default\"\napproval_policy = \"never\"\n"
                                    "model_provider = \"tollgate\"\n\n"
                                    "[mcp_servers.x]\ncommand = \"a\"\nmodel_provider = \"not this\"\n\n"
                                    "[model_providers.tollgate]\nname = \"Tollgate\"\n"
                                    "base_url = \"http://127.0.0.1:8655/v1\"\nwire_api = \"responses\"\n"
                                    "experimental_bearer_token = \"tg-secret\"\n\n"
                                    "# about y\n[profiles.y]\nmodel = \"o3\"\n"));
        QCOMPARE(*codexConfig(*after, kTarget), *after);
    }

    void codexBeginsANewFile() {
        QCOMPARE(*codexConfig({}, kTarget),
                 QByteArray("model = \"chat-default\"\nmodel_provider = \"tollgate\"\n\n"
                            "[model_providers.tollgate]\nname = \"Tollgate\"\n"
                            "base_url = \"http://127.0.0.1:8655/v1\"\nwire_api = \"responses\"\n"
                            "experimental_bearer_token = \"tg-secret\"\n"));
        const auto noEnd = codexConfig("sandbox_mode = \"read-only\"", kTarget);
        QVERIFY(noEnd->startsWith("sandbox_mode = \"read-only\"\nmodel = "));
    }

    void textInTomlStringsIsNoTable() {
        const QByteArray before = "notes = \"\"\"\n[model_providers.tollgate]\nmodel = \"in text\"\n\"\"\"\n"
                                  "path = 'C:\\x' # [t]\n";
        const auto after = codexConfig(before, kTarget);
        QVERIFY(after.has_value());
        QVERIFY(after->startsWith(before));
        QCOMPARE(after->count("[model_providers.tollgate]"), 2);
        QVERIFY(!changeToml("a = \"\"\"\nnever ends\n", {}).has_value());
    }

    void tomlThatLinesCannotChangeIsLeftAlone() {
        for (const QByteArray& before : {QByteArray("model_providers = { tollgate = { name = \"x\" } }\n"),
                                         QByteArray("model_providers.tollgate.name = \"x\"\n"),
                                         QByteArray("[model_providers]\ntollgate = { name = \"x\" }\n"),
                                         QByteArray("[model_providers]\ntollgate.name = \"x\"\n")})
            QVERIFY2(!codexConfig(before, kTarget), before.constData());
        QVERIFY(codexConfig("[model_providers.other]\nname = \"x\"\n", kTarget));
    }

    void geminiLinesAreReplacedOrAdded() {
        QCOMPARE(*geminiEnv({}, kTarget), QByteArray("GEMINI_API_KEY=tg-secret\n"
                                                     "GOOGLE_GEMINI_BASE_URL=http://127.0.0.1:8655\n"
                                                     "GEMINI_MODEL=chat-default\n"));
        const QByteArray before = "# keys\nexport GEMINI_API_KEY=\"old\"\n#GEMINI_MODEL=x\nOTHER=1";
        QCOMPARE(changes(before, *geminiEnv(before, kTarget)),
                 QStringList({QStringLiteral("-export GEMINI_API_KEY=\"old\""),
                              QStringLiteral("+GEMINI_API_KEY=tg-secret"),
                              QStringLiteral("+GOOGLE_GEMINI_BASE_URL=http://127.0.0.1:8655"),
                              QStringLiteral("+GEMINI_MODEL=chat-default")}));
    }

    void undoRestoresByteByByte() {
        QTemporaryDir home;
        const QString path = home.filePath(QStringLiteral(".claude/settings.json"));
        QByteArray odd("{ \"k\":\t\"\xC3\xA9\" }\r\n\n");
        put(path, odd);
        QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup));
        const auto permissions = QFile::permissions(path);
        ClientFile file(path);
        QCOMPARE(file.undoState(), ClientFile::Undo::None);
        const QByteArray content = *claudeSettings(odd, kTarget);
        QVERIFY(file.write(content, odd));
        QCOMPARE(get(path), content);
        QCOMPARE(QFile::permissions(path), permissions);
        QCOMPARE(get(file.backupPath()), odd);
        QCOMPARE(file.undoState(), ClientFile::Undo::Possible);
        // Writing again (another key) keeps what was there before us.
        QVERIFY(file.write(content + ' ', content));
        QCOMPARE(get(file.backupPath()), odd);
        QVERIFY(file.undo());
        QCOMPARE(get(path), odd);
        QCOMPARE(QDir(home.filePath(QStringLiteral(".claude"))).entryList(QDir::Files | QDir::Hidden).size(),
                 1);
        QVERIFY(!file.undo());
    }

    void aKeyMakesTheFilePrivateAndUndoGivesItsPermissionsBack() {
        QTemporaryDir home;
        const QString path = home.filePath(QStringLiteral(".claude/settings.json"));
        put(path, "{}");
        const auto readable = QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup | QFile::ReadOther;
        QVERIFY(QFile::setPermissions(path, readable));
        const auto before = QFile::permissions(path);
        ClientFile file(path);
        QVERIFY(file.isShared());
        QVERIFY(file.write("{\"key\":1}", "{}", true));
        QVERIFY(!file.isShared());
        QVERIFY(file.write("{\"key\":2}", "{\"key\":1}", true)); // and another one
        QVERIFY(file.undo());
        QCOMPARE(get(path), QByteArray("{}"));
        QCOMPARE(QFile::permissions(path), before);
    }

    void undoRemovesAFileThatWasNotThere() {
        QTemporaryDir home;
        ClientFile file(home.filePath(QStringLiteral("new/dir/config.toml")));
        QVERIFY(file.write("x = 1\n", {}));
        QCOMPARE(QFile::permissions(file.path()) & (QFile::ReadGroup | QFile::ReadOther),
                 QFile::Permissions());
        QVERIFY(file.undo());
        QVERIFY(!file.exists());
    }

    void whatSomebodyChangedSinceIsNotTakenAway() {
        QTemporaryDir home;
        ClientFile file(home.filePath(QStringLiteral("settings.json")));
        put(file.path(), "{}");
        QVERIFY(!file.write("new", "something else")); // not what was shown
        QCOMPARE(get(file.path()), QByteArray("{}"));
        QVERIFY(file.write("ours", "{}"));
        put(file.path(), "theirs");
        QCOMPARE(file.undoState(), ClientFile::Undo::ChangedSince);
        QVERIFY(!file.undo());
        QCOMPARE(get(file.path()), QByteArray("theirs"));
        QVERIFY(file.undo(true));
        QCOMPARE(get(file.path()), QByteArray("{}"));
    }

    void linksStayLinks() {
        QTemporaryDir home;
        const QString real = home.filePath(QStringLiteral("dotfiles/settings.json"));
        put(real, "{}");
        const QString link = home.filePath(QStringLiteral("settings.json"));
        QVERIFY(QFile::link(real, link));
        ClientFile file(link);
        QVERIFY(file.write("ours", "{}"));
        QVERIFY(QFileInfo(link).isSymLink());
        QCOMPARE(get(real), QByteArray("ours"));
        QVERIFY(file.undo());
        QCOMPARE(get(real), QByteArray("{}"));
    }

    void unwritableFoldersAreToldNotHidden() {
        QTemporaryDir home;
        put(home.filePath(QStringLiteral("file")), "x");
        ClientFile file(home.filePath(QStringLiteral("file/below/config.toml")));
        const auto written = file.write("x", {});
        QVERIFY(!written);
        QVERIFY(!written.error().isEmpty());
    }

    void differencesAreTheShortest() {
        QCOMPARE(changes("a\nb\nc\n", "a\nx\nc\nd\n"),
                 QStringList({QStringLiteral("-b"), QStringLiteral("+x"), QStringLiteral("+d")}));
        QVERIFY(changes("same\n", "same\n").isEmpty());
        QString many;
        for (int i = 0; i < 30; ++i)
            many += QString::number(i) + u'\n';
        QCOMPARE(diffText(lineDiff(many, many + QStringLiteral("x\n")), 1), QStringLiteral("…\n  29\n+ x"));
    }
};

QTEST_GUILESS_MAIN(TestConnectFiles)
#include "tst_connect_files.moc"
