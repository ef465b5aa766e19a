// What the command line may say, and what it is told when it may not.

#include "app/options.h"

#include <QTest>

using namespace tollgate;

namespace {

QString problemOf(const QStringList& arguments, Program program = Program::Console) {
    const auto options = parseOptions(QStringList{QStringLiteral("tollgate")} + arguments, program);
    return options ? QString() : options.error();
}

} // namespace

class TestOptions : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void connectTakesAUrlAndATokenFile() {
        const auto options = parseOptions({QStringLiteral("tollgate"), QStringLiteral("--connect"),
                                           QStringLiteral("https://gw:1"), QStringLiteral("--token-file"),
                                           QStringLiteral("/x")},
                                          Program::Console);
        QVERIFY(options.has_value());
        QCOMPARE(options->connectUrl, QStringLiteral("https://gw:1"));
        QCOMPARE(options->tokenFile, QStringLiteral("/x"));
        QVERIFY(!options->plainHttp);
    }

    void whatIsForAGatewayOfOnesOwnDoesNotGoWithConnect_data() {
        QTest::addColumn<QStringList>("more");
        QTest::newRow("demo") << QStringList{QStringLiteral("--demo")};
        QTest::newRow("listen") << QStringList{QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0")};
        QTest::newRow("config") << QStringList{QStringLiteral("--config"), QStringLiteral("x.yaml")};
        QTest::newRow("threads") << QStringList{QStringLiteral("--threads"), QStringLiteral("1")};
    }
    void whatIsForAGatewayOfOnesOwnDoesNotGoWithConnect() {
        QFETCH(QStringList, more);
        const QString problem =
            problemOf(QStringList{QStringLiteral("--connect"), QStringLiteral("https://gw")} + more);
        QVERIFY2(problem.contains(more.first()), qPrintable(problem));
    }

    void whatGoesWithConnectDoesNotGoAlone() {
        QVERIFY(problemOf({QStringLiteral("--token-file"), QStringLiteral("/x")})
                    .contains(QStringLiteral("--token-file")));
        QVERIFY(problemOf({QStringLiteral("--plain-http")}).contains(QStringLiteral("--plain-http")));
    }

    void picturesHaveTheSizeThatIsAskedFor() {
        const auto options =
            parseOptions({QStringLiteral("tollgate"), QStringLiteral("--screenshots"), QStringLiteral("/x"),
                          QStringLiteral("--screenshot-size"), QStringLiteral("960x540")},
                         Program::Console);
        QVERIFY(options.has_value());
        QCOMPARE(options->screenshotSize, QSize(960, 540));
        const QStringList pictures{QStringLiteral("--screenshots"), QStringLiteral("/x")};
        for (const char* size : {"960", "0x1", "axb", "1x2x3"})
            QVERIFY(problemOf(pictures +
                              QStringList{QStringLiteral("--screenshot-size"), QString::fromLatin1(size)})
                        .contains(QStringLiteral("1280x720")));
        QVERIFY(problemOf({QStringLiteral("--screenshot-size"), QStringLiteral("1x1")})
                    .contains(QStringLiteral("--screenshots")));
    }

    void theGatewayWithoutAScreenConnectsToNobody() {
        QVERIFY(!problemOf({QStringLiteral("--connect"), QStringLiteral("https://gw")}, Program::Headless)
                     .isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestOptions)
#include "tst_options.moc"
