// Only what needs no interpretation goes without libcurl.

#include "gateway/upstream/plain_url.h"

#include <QTest>

using namespace tollgate;

class TestPlainUrl : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void simpleOnesAreTaken_data() {
        QTest::addColumn<QByteArray>("url");
        QTest::addColumn<QByteArray>("authority");
        QTest::addColumn<QByteArray>("host");
        QTest::addColumn<QByteArray>("target");
        const auto row = [](const char* url, const char* authority, const char* host, const char* target) {
            QTest::newRow(url) << QByteArray(url) << QByteArray(authority) << QByteArray(host)
                               << QByteArray(target);
        };
        row("http://127.0.0.1:11434/v1/chat/completions", "127.0.0.1:11434", "127.0.0.1:11434",
            "/v1/chat/completions");
        row("http://localhost", "localhost", "localhost", "");
        row("http://vllm.internal:80/v1?a=b%20c", "vllm.internal:80", "vllm.internal", "/v1?a=b%20c");
        row("http://h/a//b/c..d/e:f@g", "h", "h", "/a//b/c..d/e:f@g");
    }
    void simpleOnesAreTaken() {
        QFETCH(QByteArray, url);
        QFETCH(QByteArray, authority);
        QFETCH(QByteArray, host);
        QFETCH(QByteArray, target);
        const auto parts = plainUrl(std::string_view(url.constData(), static_cast<std::size_t>(url.size())));
        QVERIFY(parts.has_value());
        QCOMPARE(std::string(parts->authority), authority.toStdString());
        QCOMPARE(std::string(parts->host), host.toStdString());
        QCOMPARE(std::string(parts->target), target.toStdString());
    }

    void theOthersAreLeftToLibcurl_data() {
        QTest::addColumn<QByteArray>("url");
        for (const char* url : {"https://api.openai.com/v1",
                                "HTTP://h/",
                                "http://",
                                "http:///v1",
                                "http://user:word@h/",
                                "http://[::1]:80/",
                                "http://h:/",
                                "http://h:port/",
                                "http://h:123456/",
                                "http://h?x=1",
                                "http://h/a/../b",
                                "http://h/./a",
                                "http://h/.hidden",
                                "http://h/a b",
                                "http://h/a\tb",
                                "http://h/a\r\nx: y",
                                "http://h/a#b",
                                "http://h/\xC3\xA9",
                                "http://h\\@evil/",
                                "http://h/a\\b",
                                "ftp://h/",
                                ""})
            QTest::newRow(url) << QByteArray(url);
    }
    void theOthersAreLeftToLibcurl() {
        QFETCH(QByteArray, url);
        QVERIFY(!plainUrl(url.toStdString()));
    }
};

QTEST_GUILESS_MAIN(TestPlainUrl)
#include "tst_plain_url.moc"
