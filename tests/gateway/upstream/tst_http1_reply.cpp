// Answers by length, by chunks and to the end of the connection; cut anywhere they are the same.

#include "gateway/upstream/http1_reply.h"

#include <QTest>

#include <string>
#include <vector>

using namespace tollgate;

namespace {

using State = Http1Reply::State;

struct Seen final : Http1Reply::Sink {
    void replyHead(int code, HttpHeaders fields) override {
        ++heads;
        status = code;
        headers = std::move(fields);
    }
    void replyBody(std::string_view bytes) override { body.append(bytes); }

    int heads = 0;
    int status = 0;
    HttpHeaders headers;
    std::string body;
};

struct Read {
    Seen seen;
    State state = State::More;
    bool keeps = false;
    bool looksLikeHttp = false;
};

/// Taken in pieces of that size, then closed by the peer unless it was over before.
Read readIn(std::string_view bytes, std::size_t step, bool toHead = false, bool closes = true) {
    Http1Reply reply;
    reply.begin(toHead);
    Read read;
    for (std::size_t at = 0; at < bytes.size() && read.state == State::More; at += step)
        read.state = reply.take(bytes.substr(at, step), read.seen);
    if (read.state == State::More && closes)
        read.state = reply.close(read.seen);
    read.keeps = read.state == State::Done && reply.keepsConnection();
    read.looksLikeHttp = reply.looksLikeHttp();
    return read;
}

} // namespace

class TestHttp1Reply : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void answers_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<bool>("keeps");
        const auto row = [](const char* name, const char* bytes, int status, const char* body, bool keeps) {
            QTest::newRow(name) << QByteArray(bytes) << status << QByteArray(body) << keeps;
        };
        row("length", "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello", 200, "hello", true);
        row("no body", "HTTP/1.1 204 No Content\r\n\r\n", 204, "", true);
        row("not modified", "HTTP/1.1 304 Not Modified\r\nContent-Length: 5\r\n\r\n", 304, "", true);
        row("empty reason", "HTTP/1.1 429 \r\nContent-Length: 0\r\n\r\n", 429, "", true);
        row("chunks",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: "
            "chunked\r\n\r\n3\r\nabc\r\nA;x=y\r\n0123456789\r\n0\r\n\r\n",
            200, "abc0123456789", true);
        row("trailers",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\nx-late: 1\r\n\r\n", 200, "a",
            true);
        row("to the end", "HTTP/1.1 200 OK\r\n\r\nwhatever comes", 200, "whatever comes", false);
        row("closing", "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 1\r\n\r\na", 200, "a", false);
        row("1.0", "HTTP/1.0 200 OK\r\nContent-Length: 1\r\n\r\na", 200, "a", false);
        row("1.0 kept", "HTTP/1.0 200 OK\r\nConnection: keep-alive\r\nContent-Length: 1\r\n\r\na", 200, "a",
            true);
        row("after interim answers",
            "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nlink: x\r\n\r\n"
            "HTTP/1.1 201 Created\r\nContent-Length: 1\r\n\r\na",
            201, "a", true);
    }
    void answers() {
        QFETCH(QByteArray, bytes);
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(bool, keeps);
        for (std::size_t step = 1; step <= static_cast<std::size_t>(bytes.size()); ++step) {
            const Read read = readIn(bytes.toStdString(), step);
            QCOMPARE(read.state, State::Done);
            QCOMPARE(read.seen.heads, 1);
            QCOMPARE(read.seen.status, status);
            QCOMPARE(read.seen.body, body.toStdString());
            QCOMPARE(read.keeps, keeps);
            QVERIFY(!read.seen.headers.contains("link") && !read.seen.headers.contains("x-late"));
        }
    }

    void whatIsNotAnAnswerIsBad_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<bool>("http");
        const auto row = [](const char* name, const char* bytes, bool http) {
            QTest::newRow(name) << QByteArray(bytes) << http;
        };
        row("another protocol", "SSH-2.0-OpenSSH_9.2\r\n", false);
        row("another version", "HTTP/2.0 200 OK\r\n\r\n", true);
        row("two lengths", "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab", true);
        row("length that is none", "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n", true);
        row("head cut short", "HTTP/1.1 200 OK\r\nContent-Le", true);
        row("body cut short", "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhell", true);
        row("chunk cut short", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhell", true);
        row("chunk size that is none", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", true);
        row("only an interim answer", "HTTP/1.1 100 Continue\r\n\r\n", true);
        row("nothing", "", true);
    }
    void whatIsNotAnAnswerIsBad() {
        QFETCH(QByteArray, bytes);
        QFETCH(bool, http);
        for (std::size_t step = 1; step <= static_cast<std::size_t>(bytes.size()) + 1; ++step) {
            const Read read = readIn(bytes.toStdString(), step);
            QCOMPARE(read.state, State::Bad);
            if (!http)
                QVERIFY(!read.looksLikeHttp);
        }
    }

    void namesAreLowerCaseAndRepetitionsStay() {
        const Read read = readIn("HTTP/1.1 200 OK\r\nSet-Cookie: a\r\nX-Two:  spaced \t\r\nset-cookie: b\r\n"
                                 "Content-Length: 0\r\n\r\n",
                                 1000);
        const auto& entries = read.seen.headers.entries();
        QCOMPARE(entries.size(), std::size_t(4));
        QCOMPARE(entries[0].first, std::string("set-cookie"));
        QCOMPARE(entries[1].second, std::string("spaced"));
        QCOMPARE(entries[2].second, std::string("b"));
    }

    void anAnswerToHeadHasNoBody() {
        const Read read = readIn("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n", 1000, true);
        QCOMPARE(read.state, State::Done);
        QVERIFY(read.keeps);
    }

    void bytesAfterTheEndSpoilTheConnection() {
        const Read read = readIn("HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nabc", 1000);
        QCOMPARE(read.state, State::Done);
        QCOMPARE(read.seen.body, std::string("a"));
        QVERIFY(!read.keeps);
    }

    void aHeadWithoutEndIsRefused() {
        const std::string line = "x-filler: " + std::string(1000, 'f') + "\r\n";
        std::string bytes = "HTTP/1.1 200 OK\r\n";
        while (bytes.size() <= 2 * Http1Reply::kMaxHead)
            bytes += line;
        Http1Reply reply;
        Seen seen;
        State state = State::More;
        for (std::size_t at = 0; at < bytes.size() && state == State::More; at += 4096)
            state = reply.take(std::string_view(bytes).substr(at, 4096), seen);
        QCOMPARE(state, State::Bad);
    }

    void servesOneAnswerAfterAnother() {
        Http1Reply reply;
        for (const char* text : {"one", "two"}) {
            Seen seen;
            reply.begin(false);
            QCOMPARE(reply.take(std::string("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\n") + text, seen),
                     State::Done);
            QCOMPARE(seen.body, std::string(text));
        }
    }
};

QTEST_GUILESS_MAIN(TestHttp1Reply)
#include "tst_http1_reply.moc"
