#include "gateway/server/request_reader.h"
#include "gateway/server/response_text.h"

#include <QTest>

#include <random>
#include <string>
#include <vector>

using namespace tollgate;
using State = RequestReader::State;

namespace {

class Everything final : public RequestReader::Judge {
public:
    Refusal judge(const RequestHead&) override {
        ++asked;
        return verdict;
    }
    Refusal verdict;
    int asked = 0;
};

struct Read {
    State state = State::Empty;
    int status = 0;
    std::string method, path, query, fields, body;
    std::string rest; ///< what was left of the bytes
    bool operator==(const Read&) const = default;
};

Read readInPieces(const std::string& bytes, const std::vector<std::size_t>& cuts,
                  std::size_t headLimit = 65536, std::size_t bodyLimit = 1 << 20) {
    Everything judge;
    RequestReader reader(judge, headLimit, bodyLimit);
    Read read;
    std::size_t start = 0;
    std::vector<std::size_t> ends = cuts;
    ends.push_back(bytes.size());
    for (const std::size_t end : ends) {
        std::string piece =
            bytes.substr(start, end - start); // its own memory: nothing may point into it afterwards
        std::string_view input(piece);
        start = end;
        if (read.state != State::Complete && read.state != State::Refused)
            read.state = reader.feed(input);
        read.rest += input;
        std::fill(piece.begin(), piece.end(), '!');
    }
    read.status = reader.refusal().status;
    if (read.state == State::Complete) {
        const RequestHead& head = reader.head();
        read.method = head.method;
        read.path = head.path;
        read.query = head.query;
        for (const HeadField& field : head.fields)
            read.fields.append(field.name).append("=").append(field.value).append(";");
        read.body = reader.body();
    }
    return read;
}

Read readWhole(const std::string& bytes) {
    return readInPieces(bytes, {});
}

const std::string kPost = "POST /v1/chat?x=1 HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\n\r\nhello";
const std::string kChunked = "POST /c HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n"
                             "5;ext=\"a\"\r\nhello\r\n1\r\n \r\nA\r\n0123456789\r\n0\r\nTrailer: x\r\n\r\n";

} // namespace

class TestRequestReader : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsAHeadAndABody() {
        const Read read = readWhole(kPost);
        QCOMPARE(read.state, State::Complete);
        QCOMPARE(read.method, std::string("POST"));
        QCOMPARE(read.path, std::string("/v1/chat"));
        QCOMPARE(read.query, std::string("x=1"));
        QCOMPARE(read.fields, std::string("Host=localhost;Content-Length=5;"));
        QCOMPARE(read.body, std::string("hello"));
    }

    void readsAChunkedBody() {
        const Read read = readWhole(kChunked);
        QCOMPARE(read.state, State::Complete);
        QCOMPARE(read.body, std::string("hello 0123456789"));
    }

    void anyPiecesGiveTheSameRequest() {
        std::mt19937 random(7);
        for (const std::string& request : {kPost, kChunked, std::string("GET / HTTP/1.0\r\n\r\n")}) {
            const std::string bytes = "\r\n" + request + "GET /next";
            const Read whole = readWhole(bytes);
            QCOMPARE(whole.state, State::Complete);
            QCOMPARE(whole.rest, std::string("GET /next"));
            std::vector<std::size_t> singly;
            for (std::size_t i = 1; i < bytes.size(); ++i) {
                QVERIFY(readInPieces(bytes, {i}) == whole);
                singly.push_back(i);
            }
            QVERIFY(readInPieces(bytes, singly) == whole);
            for (int round = 0; round < 300; ++round) {
                std::vector<std::size_t> cuts;
                for (std::size_t at = 1 + random() % 9; at < bytes.size(); at += 1 + random() % 30)
                    cuts.push_back(at);
                QVERIFY(readInPieces(bytes, cuts) == whole);
            }
        }
    }

    void absoluteTargetsGiveTheirPath() {
        QCOMPARE(readWhole("GET http://localhost:1/a/b?c HTTP/1.1\r\n\r\n").path, std::string("/a/b"));
        QCOMPARE(readWhole("GET http://localhost:1/a/b?c HTTP/1.1\r\n\r\n").query, std::string("c"));
        QCOMPARE(readWhole("GET HTTP://localhost HTTP/1.1\r\n\r\n").path, std::string("/"));
        QCOMPARE(readWhole("GET http://localhost?q HTTP/1.1\r\n\r\n").query, std::string("q"));
        QCOMPARE(readWhole("OPTIONS * HTTP/1.1\r\n\r\n").path, std::string("*"));
    }

    void refusesWhatIsAmbiguousOrMalformed_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("status");
        const auto row = [](const char* name, const QByteArray& bytes, int status = 400) {
            QTest::newRow(name) << bytes << status;
        };
        const QByteArray post = "POST / HTTP/1.1\r\nHost: x\r\n";
        row("two lengths", post + "Content-Length: 5\r\nContent-Length: 6\r\n\r\n");
        row("one length twice", post + "Content-Length: 5\r\nContent-Length: 5\r\n\r\n");
        row("list of lengths", post + "Content-Length: 5, 5\r\n\r\n");
        row("negative length", post + "Content-Length: -1\r\n\r\n");
        row("signed length", post + "Content-Length: +5\r\n\r\n");
        row("length over 64 bits", post + "Content-Length: 18446744073709551621\r\n\r\n");
        row("hexadecimal length", post + "Content-Length: 0x5\r\n\r\n");
        row("empty length", post + "Content-Length:\r\n\r\n");
        row("length and chunked", post + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n");
        row("chunked and length", post + "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n");
        row("chunked twice", post + "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n");
        row("chunked in 1.0", "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n");
        row("gzip, chunked", post + "Transfer-Encoding: gzip, chunked\r\n\r\n", 501);
        row("identity", post + "Transfer-Encoding: identity\r\n\r\n", 501);
        row("xchunked", post + "Transfer-Encoding: xchunked\r\n\r\n", 501);
        row("folded field", post + "X-A: 1\r\n 2\r\n\r\n");
        row("folded with tab", post + "X-A: 1\r\n\t2\r\n\r\n");
        row("space before colon", post + "Content-Length : 5\r\n\r\n");
        row("no colon", post + "nonsense\r\n\r\n");
        row("no name", post + ": x\r\n\r\n");
        row("bare LF", "GET / HTTP/1.1\nHost: x\r\n\r\n");
        row("bare CR", post + "X-A: 1\r2\r\n\r\n");
        row("null", post + QByteArray("X-A: 1\0", 7) + "\r\n\r\n");
        row("no version", "GET /\r\n\r\n");
        row("no target", "GET  HTTP/1.1\r\n\r\n");
        row("space in target", "GET /a b HTTP/1.1\r\n\r\n");
        row("target without slash", "GET abc HTTP/1.1\r\n\r\n");
        row("ftp target", "GET ftp://x/ HTTP/1.1\r\n\r\n");
        row("odd method", "G\"T / HTTP/1.1\r\n\r\n");
        row("two origins", post + "Origin: http://a\r\nOrigin: http://b\r\n\r\n");
        row("odd expectation", post + "Expect: miracles\r\n\r\n", 417);
        row("version 2", "GET / HTTP/2.0\r\n\r\n", 505);
        row("TLS hello", QByteArray("\x16\x03\x01\x02\x00\x01\x00\r\n\r\n", 11));
        const QByteArray chunked = post + "Transfer-Encoding: chunked\r\n\r\n";
        row("chunk size missing", chunked + "\r\nhello\r\n0\r\n\r\n");
        row("chunk size nonsense", chunked + "g\r\n");
        row("chunk size negative", chunked + "-5\r\n");
        row("chunk longer than said", chunked + "3\r\nhello\r\n0\r\n\r\n");
        row("chunk size by bare LF", chunked + "5\nhello\r\n");
        row("chunk size endless zeros", chunked + "00000000000000000000000005\r\n");
        row("chunk size over 64 bits", chunked + "fffffffffffffffff\r\n", 413);
    }
    void refusesWhatIsAmbiguousOrMalformed() {
        QFETCH(QByteArray, bytes);
        QFETCH(int, status);
        const Read read = readWhole(bytes.toStdString());
        QCOMPARE(read.state, State::Refused);
        QCOMPARE(read.status, status);
        std::vector<std::size_t> singly;
        for (std::size_t i = 1; i < static_cast<std::size_t>(bytes.size()); ++i)
            singly.push_back(i);
        QCOMPARE(readInPieces(bytes.toStdString(), singly).status, status);
    }

    void headsAndBodiesHaveLimits() {
        const std::string head = "GET / HTTP/1.1\r\nX: " + std::string(100, 'a') + "\r\n\r\n";
        QCOMPARE(readInPieces(head, {}, head.size()).state, State::Complete);
        QCOMPARE(readInPieces(head, {}, head.size() - 1).status, 431);
        QCOMPARE(readInPieces(head, {10}, head.size() - 1).status, 431);
        QCOMPARE(readInPieces(head.substr(0, 50), {20}, 49).status, 431); // before its end is known
        std::string many = "GET / HTTP/1.1\r\n";
        for (std::size_t i = 0; i <= kMaxHeadFields; ++i)
            many += "a: b\r\n";
        QCOMPARE(readWhole(many + "\r\n").status, 431);

        const std::string said = "POST / HTTP/1.1\r\nContent-Length: 11\r\n\r\n";
        QCOMPARE(readInPieces(said, {}, 65536, 10).status, 413); // on its word alone
        QCOMPARE(readInPieces(said + "01234567890", {}, 65536, 11).state, State::Complete);
        const std::string chunked =
            "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n6\r\nworld!\r\n0\r\n\r\n";
        QCOMPARE(readInPieces(chunked, {}, 65536, 10).status, 413);
        QCOMPARE(readInPieces(chunked, {}, 65536, 11).state, State::Complete);
        std::string trailers =
            "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\nT: " + std::string(20000, 't');
        QCOMPARE(readWhole(trailers).status, 400);
    }

    void theJudgeIsAskedOnceAndBeforeTheBody() {
        Everything judge;
        judge.verdict = {421, "no", "no", {}};
        RequestReader reader(judge, 65536, 1 << 20);
        std::string_view head("POST / HTTP/1.1\r\nContent-Length: 99999999\r\n\r\n");
        QCOMPARE(reader.feed(head), State::Refused);
        QCOMPARE(reader.refusal().status, 421); // rather than 413
        QCOMPARE(judge.asked, 1);
    }

    void anExpectationIsToldOnceAndOnlyWhenTheBodyIsNotHereYet() {
        Everything judge;
        RequestReader reader(judge, 65536, 1 << 20);
        const std::string head = "POST / HTTP/1.1\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n";
        std::string_view waits(head);
        QCOMPARE(reader.feed(waits), State::Body);
        QVERIFY(reader.takeContinueWanted());
        QVERIFY(!reader.takeContinueWanted());
        reader.reset();
        const std::string both = head + "x";
        std::string_view comes(both);
        QCOMPARE(reader.feed(comes), State::Body);
        QVERIFY(!reader.takeContinueWanted());
    }

    void connectionFieldsDecideWhetherItStays_data() {
        QTest::addColumn<QByteArray>("start");
        QTest::addColumn<bool>("stays");
        QTest::newRow("1.1") << QByteArray("GET / HTTP/1.1\r\n") << true;
        QTest::newRow("1.1 close") << QByteArray("GET / HTTP/1.1\r\nConnection: close\r\n") << false;
        QTest::newRow("1.1 list") << QByteArray("GET / HTTP/1.1\r\nConnection: x, Close\r\n") << false;
        QTest::newRow("1.0") << QByteArray("GET / HTTP/1.0\r\n") << false;
        QTest::newRow("1.0 keep-alive") << QByteArray("GET / HTTP/1.0\r\nConnection: Keep-Alive\r\n") << true;
    }
    void connectionFieldsDecideWhetherItStays() {
        QFETCH(QByteArray, start);
        QFETCH(bool, stays);
        RequestHead head;
        const std::string bytes = start.toStdString() + "\r\n";
        QVERIFY(!parseHead(bytes, head));
        QCOMPARE(head.keepAlive, stays);
    }

    void randomBytesNeverHangOrCrash() {
        std::mt19937 random(99);
        const std::string alphabet =
            "GET / HTTP/1.1\r\n\r\n:content-length: 5transfer-encoding: chunked0;a\t\x01\xff";
        for (int round = 0; round < 3000; ++round) {
            std::string bytes = round % 2 == 0 ? kChunked : std::string();
            for (int i = 0; i < 60; ++i) {
                const char c = alphabet[random() % alphabet.size()];
                if (bytes.empty() || round % 2 == 1)
                    bytes += c;
                else if (i < 3)
                    bytes[random() % bytes.size()] = c;
            }
            std::vector<std::size_t> cuts;
            for (std::size_t at = 1 + random() % 20; at < bytes.size(); at += 1 + random() % 20)
                cuts.push_back(at);
            QVERIFY(readInPieces(bytes, cuts) == readWhole(bytes));
        }
    }

    void refusalsComeInTheDialectOfThePath() {
        const Refusal refusal{413, "request_too_large", "too large", {}};
        QCOMPARE(refusalBody(refusal, "/v1/chat/completions"),
                 std::string(R"({"error":{"message":"too large","type":"invalid_request_error",)"
                             R"("code":"request_too_large","param":null}})"));
        QCOMPARE(
            refusalBody(refusal, "/v1/messages"),
            std::string(R"({"type":"error","error":{"type":"request_too_large","message":"too large"}})"));
        QCOMPARE(refusalBody(refusal, "/v1/messages", "01K"),
                 std::string(R"({"type":"error","error":{"type":"request_too_large",)"
                             R"("message":"too large"},"request_id":"01K"})"));
        QCOMPARE(refusalBody(refusal, "/v1beta/models/m:generateContent"),
                 std::string("{\"error\":{\"code\":413,\"message\":\"too large\","
                             "\"status\":\"INVALID_ARGUMENT\"}}"));
        const Refusal quoted{421, "c", "host:", "a\"b\\c\x01\xff"};
        QCOMPARE(
            refusalBody(quoted, "/"),
            std::string(
                "{\"error\":{\"message\":\"host: \\\"a\\\"b\\\\c??\\\"\",\"type\":\"invalid_request_error\","
                "\"code\":\"c\",\"param\":null}}"));
    }
};

QTEST_GUILESS_MAIN(TestRequestReader)
#include "tst_request_reader.moc"
