// What reaches the log: one line per message and no credential.

#include "gateway/telemetry/log.h"
#include "gateway/telemetry/request_log.h"
#include "gateway/wire/redacted.h"

#include <QDebug>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <boost/json.hpp>

#include <algorithm>

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
    void filesAreBoundedAndFewAndWhole();
    void aFileGoesOnAfterARestart();
    void oneFileIsEnough();
    void whereNoFileCanBeIsSaid();
    void requestsAreOneLineWithTheirTrace();
    void requestLinesHoldNoCredential();
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
    row("basic", "authorization: Basic dXNlcjpwYXNzd29yZA==", "authorization: Basic …ZA==");
    row("password", "{\"password\": \"correct-horse-battery\"}", "{\"password\": \"…tery\"}");
    row("secret", "client_secret=0123456789abWXYZ&x=1", "client_secret=…WXYZ&x=1");
    row("token", "session_token: 0123456789abWXYZ", "session_token: …WXYZ");
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
          "request 01ARYZ6S41TSV4RRFFQ69G5FAV", "mask-sk", "sk-", "{\"input_tokens\":1234567890123}",
          "the secret of a good password", "a basic understanding of authorization",
          "monkey-business-as-usual"})
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

namespace {

QByteArray contentOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

LogFileOptions optionsFor(const QTemporaryDir& dir, std::int64_t bytes, int files) {
    return {dir.filePath(QStringLiteral("log")).toStdString(), bytes, files};
}

} // namespace

void LogTest::filesAreBoundedAndFewAndWhole() {
    const QTemporaryDir dir;
    const auto file = LogFile::open(optionsFor(dir, 1'000, 3));
    QVERIFY(file);
    for (int i = 0; i < 200; ++i)
        (*file)->write("line " + std::to_string(1'000 + i) + std::string(40, 'x') + "\n");
    const QStringList names = QDir(dir.path()).entryList(QDir::Files, QDir::Name);
    QCOMPARE(names, QStringList({QStringLiteral("log"), QStringLiteral("log.1"), QStringLiteral("log.2")}));
    QByteArray all;
    for (const char* name : {"log.2", "log.1", "log"}) {
        const QByteArray text = contentOf(dir.filePath(QString::fromLatin1(name)));
        QVERIFY(text.size() <= 1'000 && text.size() > 900);
        QVERIFY(text.startsWith("line ") && text.endsWith("x\n"));
        all += text;
    }
    // The last lines are all there, in order.
    const QList<QByteArray> lines = all.trimmed().split('\n');
    for (qsizetype i = 0; i < lines.size(); ++i)
        QVERIFY(lines[i].startsWith(QByteArray("line " + QByteArray::number(1200 - lines.size() + i))));
    const auto mode = QFile::permissions(dir.filePath(QStringLiteral("log")));
    QVERIFY(!(mode & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther)));
}

void LogTest::aFileGoesOnAfterARestart() {
    const QTemporaryDir dir;
    const std::string line(400, 'x');
    for (int start = 0; start < 3; ++start) {
        const auto file = LogFile::open(optionsFor(dir, 1'000, 5));
        QVERIFY(file);
        (*file)->write(line + "\n");
    }
    QCOMPARE(contentOf(dir.filePath(QStringLiteral("log"))).size(), 401);
    QCOMPARE(contentOf(dir.filePath(QStringLiteral("log.1"))).size(), 802);
}

void LogTest::oneFileIsEnough() {
    const QTemporaryDir dir;
    const auto file = LogFile::open(optionsFor(dir, 100, 1));
    QVERIFY(file);
    for (int i = 0; i < 10; ++i)
        (*file)->write(std::string(59, 'a') + "\n");
    (*file)->write(std::string(500, 'b') + "\n"); // longer than a file: whole all the same
    QCOMPARE(QDir(dir.path()).entryList(QDir::Files).size(), 1);
    QCOMPARE(contentOf(dir.filePath(QStringLiteral("log"))), QByteArray(500, 'b') + "\n");
}

void LogTest::whereNoFileCanBeIsSaid() {
    const QTemporaryDir dir;
    const auto nowhere = LogFile::open({dir.filePath(QStringLiteral("no/log")).toStdString(), 1'000, 2});
    QVERIFY(!nowhere);
    QVERIFY(nowhere.error().find("no/log") != std::string::npos);
    QVERIFY(!LogFile::open({dir.path().toStdString(), 1'000, 2}));
    QVERIFY(!LogFile::open({"/dev/null", 1'000, 2})); // it could not be turned over
}

void LogTest::requestsAreOneLineWithTheirTrace() {
    RequestRecord record;
    record.id = "01ARZ3NDEKTSV4RRFFQ69G5FAV";
    record.traceId = "4bf92f3577b34da6a3ce929d0e0e4736";
    record.route = "/v1/chat/completions";
    record.dialect = "openai_chat";
    record.status = 200;
    record.user = "a\nb\"";
    record.latencyUs = 1'234;
    record.cost = Money{42};
    record.requestBody = "private";
    const std::string text = requestLine(record);
    QCOMPARE(std::count(text.begin(), text.end(), '\n'), 1);
    const boost::json::value line = boost::json::parse(text);
    QCOMPARE(std::string(line.at("message").as_string()), std::string("POST /v1/chat/completions 200"));
    QCOMPARE(std::string(line.at("trace_id").as_string()), record.traceId);
    QCOMPARE(std::string(line.at("otel_trace_id").as_string()), record.traceId);
    QCOMPARE(std::string(line.at("user").as_string()), record.user);
    QCOMPARE(line.at("latency_us").as_int64(), 1'234);
    QCOMPARE(std::string(line.at("level").as_string()), std::string("info"));
    QVERIFY(text.find("private") == std::string::npos);
    record.status = 502;
    QCOMPARE(std::string(boost::json::parse(requestLine(record)).at("level").as_string()),
             std::string("warning"));
}

void LogTest::requestLinesHoldNoCredential() {
    RequestRecord record;
    record.id = "01ARZ3NDEKTSV4RRFFQ69G5FAV";
    record.user = "tg-AbC1230123456789abcdefWXYZ";
    record.error = "{\"api_key\":\"0123456789abWXYZ\"} and Bearer 0123456789abWXYZ";
    const std::string text = requestLine(record);
    const boost::json::value line = boost::json::parse(text);
    QCOMPARE(std::string(line.at("user").as_string()), std::string("…WXYZ"));
    QVERIFY(text.find("0123456789ab") == std::string::npos);
}

QTEST_GUILESS_MAIN(LogTest)
#include "tst_log.moc"
