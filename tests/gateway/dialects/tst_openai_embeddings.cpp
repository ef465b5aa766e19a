// OpenAI embeddings: requests in all their shapes, replies as numbers and as base64.

#include "gateway/dialects/dialect.h"

#include <QByteArray>
#include <QTest>

#include <boost/json.hpp>

#include <cstring>

using namespace tollgate;
namespace json = boost::json;

namespace {

HttpRequest requestWith(std::string body) {
    HttpRequest request;
    request.body = std::move(body);
    return request;
}

const Dialect& dialect() {
    return openAiEmbeddingsDialect();
}

std::string replyTo(const ChatRequest& request) {
    const auto encoder = dialect().encoder({}, {}, request);
    encoder->add(event::Start{"", "text-embedding-3-small"});
    encoder->add(event::Embedding{1, {0.5F, -1.0F}});
    encoder->add(event::Embedding{0, {0.25F}});
    Usage usage;
    usage.inputUncached = 9;
    encoder->add(event::UsageReport{usage});
    return encoder->body({});
}

} // namespace

class OpenAiEmbeddingsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void inputsOfEveryShapeAreRead();
    void whatIsWrongIsNamed_data();
    void whatIsWrongIsNamed();
    void nothingIsWritten();
    void numbersComeInOrder();
    void base64IsLittleEndianFloats();
};

void OpenAiEmbeddingsTest::inputsOfEveryShapeAreRead() {
    const auto decoded = [](const char* input) {
        return dialect().decode(requestWith(std::string(R"({"model":"m","input":)") + input + "}"));
    };
    QVERIFY(decoded(R"("a")")->embedding.texts == std::vector<std::string>{"a"});
    QVERIFY((decoded(R"(["a","b"])")->embedding.texts == std::vector<std::string>{"a", "b"}));
    QVERIFY((decoded("[1,2]")->embedding.tokens == std::vector<std::vector<std::int64_t>>{{1, 2}}));
    QVERIFY(
        (decoded("[[1],[2,3]]")->embedding.tokens == std::vector<std::vector<std::int64_t>>{{1}, {2, 3}}));
    QCOMPARE(decoded(R"(["a",[1]])").error().param, std::string("input"));
}

void OpenAiEmbeddingsTest::whatIsWrongIsNamed_data() {
    QTest::addColumn<std::string>("body");
    QTest::addColumn<std::string>("param");
    const auto row = [](const char* name, const char* body, const char* param) {
        QTest::newRow(name) << std::string(body) << std::string(param);
    };
    row("no input", R"({"model":"m"})", "input");
    row("empty text", R"({"input":""})", "input");
    row("empty list", R"({"input":[]})", "input");
    row("a number", R"({"input":7})", "input");
    row("objects", R"({"input":[{}]})", "input");
    row("format", R"({"input":"x","encoding_format":"int8"})", "encoding_format");
    row("dimensions", R"({"input":"x","dimensions":0})", "dimensions");
    row("dimensions as text", R"({"input":"x","dimensions":"7"})", "dimensions");
}

void OpenAiEmbeddingsTest::whatIsWrongIsNamed() {
    QFETCH(std::string, body);
    QFETCH(std::string, param);
    const auto envelope = dialect().inspect(requestWith(body));
    QVERIFY(!envelope);
    QCOMPARE(envelope.error().param, param);
}

void OpenAiEmbeddingsTest::nothingIsWritten() {
    const auto envelope = dialect().inspect(requestWith(R"({"model":"m","input":["ab","c"],"user":"eve"})"));
    QVERIFY(envelope.has_value());
    QCOMPARE(envelope->maxTokens.value(), 0);
    QCOMPARE(envelope->promptBytes, std::size_t{3});
    QCOMPARE(envelope->user, std::string("eve"));
    QVERIFY(!envelope->stream);
}

void OpenAiEmbeddingsTest::numbersComeInOrder() {
    const json::value reply = json::parse(replyTo({}));
    QCOMPARE(reply.at("object"), json::value("list"));
    QCOMPARE(reply.at("model"), json::value("text-embedding-3-small"));
    QCOMPARE(reply.at("data").at(0).at("index").as_int64(), 0);
    QCOMPARE(reply.at("data").at(0).at("embedding").at(0).as_double(), 0.25);
    QCOMPARE(reply.at("data").at(1).at("embedding").at(1).as_double(), -1.0);
    QCOMPARE(json::serialize(reply.at("usage")), std::string(R"({"prompt_tokens":9,"total_tokens":9})"));
}

void OpenAiEmbeddingsTest::base64IsLittleEndianFloats() {
    ChatRequest request;
    request.embedding.base64 = true;
    const json::value reply = json::parse(replyTo(request));
    const std::string text(reply.at("data").at(1).at("embedding").as_string());
    const QByteArray bytes = QByteArray::fromBase64(QByteArray::fromStdString(text));
    QCOMPARE(bytes.toHex(), QByteArray("0000003f000080bf"));
}

QTEST_GUILESS_MAIN(OpenAiEmbeddingsTest)
#include "tst_openai_embeddings.moc"
