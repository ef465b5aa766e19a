// What reaches the log: one line per message and no credential.

#include "gateway/telemetry/log.h"

#include <QDebug>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <boost/json.hpp>

#include <unistd.h>

using namespace tollgate;

namespace {

/// What `work` writes to stderr.
template <typename Work>
QByteArray stderrOf(Work work) {
    const QTemporaryDir dir;
    QFile file(dir.filePath(QStringLiteral("stderr")));
    if (!file.open(QIODevice::ReadWrite))
        return "no file";
    std::fflush(stderr);
    const int real = dup(2);
    dup2(file.handle(), 2);
    work();
    std::fflush(stderr);
    dup2(real, 2);
    close(real);
    file.seek(0);
    return file.readAll();
}

} // namespace

class LogTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { qInstallMessageHandler(nullptr); }

    void credentialsAreCutToTheirEnd_data();
    void credentialsAreCutToTheirEnd();
    void otherTextStays_data();
    void otherTextStays();
    void hugeTextsAreNoTrouble();
    void textLinesAreOneLineEach();
    void jsonLinesAreJson();
    void lowerLevelsAreLeftOut();
};

void LogTest::credentialsAreCutToTheirEnd_data() {
    QTest::addColumn<std::string>("text");
    QTest::addColumn<std::string>("shown");
    const auto row = [](const char* name, const char* text, const char* shown) {
        QTest::newRow(name) << std::string(text) << std::string(shown);
    };
    row("openai", "key sk-proj-0123456789abcdWXYZ refused", "key …WXYZ refused");
    row("ours", "tg-AbC1230123456789abcdefWXYZ", "…WXYZ");
    row("google", "?key=AIzaSy0123456789abWXYZ&alt=sse", "?key=…WXYZ&alt=sse");
    row("bearer", "Authorization: Bearer 0123456789abWXYZ", "Authorization: Bearer …WXYZ");
    row("bearer, any case", "BEARER   0123456789abWXYZ", "BEARER   …WXYZ");
    row("bearer of all characters", "bearer ab/cd+ef~gh==:01|23WXYZ, then", "bearer …WXYZ, then");
    row("bearer of a key", "Bearer sk-0123456789abWXYZ", "Bearer …WXYZ");
    row("json", R"({"api_key":"0123456789abWXYZ","n":1})", R"({"api_key":"…WXYZ","n":1})");
    row("json in json", R"("{\"api_key\": \"0123456789abWXYZ\"}")", R"("{\"api_key\": \"…WXYZ\"}")");
    row("header", "x-api-key: 0123456789abWXYZ", "x-api-key: …WXYZ");
    row("query", "GET /?apiKey=0123456789abWXYZ&x=1", "GET /?apiKey=…WXYZ&x=1");
    row("two", "sk-0123456789abAAAA sk-0123456789abBBBB", "…AAAA …BBBB");
    row("at the end of a word", "(sk-0123456789abWXYZ)", "(…WXYZ)");
}

void LogTest::credentialsAreCutToTheirEnd() {
    QFETCH(std::string, text);
    QFETCH(std::string, shown);
    QCOMPARE(redacted(text), shown);
}

void LogTest::otherTextStays_data() {
    QTest::addColumn<std::string>("text");
    for (const char* text :
         {"", "plain words, żółć", "task-0123456789abcdef", "sk-short", "a bearer of news", "bearer",
          "bearer ", "api-key", "api_key:", "api-key is missing from the request entirely",
          "request 01ARYZ6S41TSV4RRFFQ69G5FAV", "mask-sk", "sk-", "monkey-business-as-usual"})
        QTest::newRow(text) << std::string(text);
}

void LogTest::otherTextStays() {
    QFETCH(std::string, text);
    QCOMPARE(redacted(text), text);
}

void LogTest::hugeTextsAreNoTrouble() {
    // An upstream's error may be as long as it likes.
    const std::string endless = "sk-" + std::string(3'000'000, 'a');
    QCOMPARE(redacted(endless), std::string("…aaaa"));
    std::string many;
    for (int i = 0; i < 100'000; ++i)
        many += "bearer sk- ";
    QCOMPARE(redacted(many), many);
}

void LogTest::textLinesAreOneLineEach() {
    const QByteArray text = stderrOf([] {
        installLog(LogLevel::Info, LogFormat::Text);
        qWarning().noquote() << "first\n2026-01-01T00:00:00Z info    forged\r\x1b[31m"
                             << QStringLiteral("żółć");
    });
    QCOMPARE(text.count('\n'), 1);
    QVERIFY2(text.contains("warning first\\n2026-01-01T00:00:00Z info    forged\\x0d\\x1b[31m żółć"),
             text.constData());
    QVERIFY(text.startsWith("20") && text[10] == 'T');
}

void LogTest::jsonLinesAreJson() {
    const QByteArray text = stderrOf([] {
        installLog(LogLevel::Debug, LogFormat::Json);
        qCritical("a \"quote\"\nand sk-0123456789abWXYZ");
        qDebug("small");
    });
    const QList<QByteArray> lines = text.split('\n');
    QCOMPARE(lines.size(), 3);
    const boost::json::value first = boost::json::parse(lines[0].toStdString());
    QCOMPARE(std::string(first.at("level").as_string()), std::string("error"));
    QCOMPARE(std::string(first.at("message").as_string()), std::string("a \"quote\"\nand …WXYZ"));
    QCOMPARE(std::string(first.at("category").as_string()), std::string("default"));
    QVERIFY(first.at("time").is_string());
    QCOMPARE(std::string(boost::json::parse(lines[1].toStdString()).at("level").as_string()),
             std::string("debug"));
}

void LogTest::lowerLevelsAreLeftOut() {
    const QByteArray text = stderrOf([] {
        installLog(LogLevel::Warning, LogFormat::Text);
        qDebug("no");
        qInfo("no");
        qWarning("yes");
    });
    QVERIFY(text.contains("yes") && !text.contains("no"));
}

QTEST_GUILESS_MAIN(LogTest)
#include "tst_log.moc"
