// How Gemini is addressed, and what its errors say.

#include "gateway/providers/adapters.h"

#include <QTest>

using namespace tollgate;

namespace {

ProviderRequest requestFor(const OutgoingCall& call, const std::string& model = "gemini-2.5-flash",
                           std::string body = "{}") {
    Provider provider;
    provider.kind = ProviderKind::Gemini;
    provider.baseUrl = "https://generativelanguage.googleapis.com/v1beta";
    return geminiAdapter().request({provider, model, nullptr, "AIza"}, call, std::move(body));
}

ProviderFault fault(std::string_view body, int status = 400) {
    return geminiAdapter().readFault(status, {}, body);
}

OutgoingCall call(Operation operation, bool stream = false) {
    OutgoingCall result;
    result.operation = operation;
    result.stream = stream;
    return result;
}

} // namespace

class GeminiAdapterTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theKindHasItsAdapter();
    void everyOperationHasItsAddress_data();
    void everyOperationHasItsAddress();
    void modelsAreOneSegment_data();
    void modelsAreOneSegment();
    void theKeyIsInItsHeader();
    void everyOperationHasItsReader();
    void faultsAreRead_data();
    void faultsAreRead();
    void detailsAreRead();
    void anInvalidKeyIsToldThoughTheStatusIsNot();
    void contextLengthIsToldApart();
    void modelsAreListed();
};

void GeminiAdapterTest::theKindHasItsAdapter() {
    QCOMPARE(adapterFor(ProviderKind::Gemini), &geminiAdapter());
    for (const WireFormat format : {WireFormat::OpenAiChat, WireFormat::OpenAiResponses,
                                    WireFormat::OpenAiEmbeddings, WireFormat::AnthropicMessages})
        QVERIFY(!geminiAdapter().accepts(format, {}));
    QVERIFY(!geminiAdapter().streamsLongReplies());
}

void GeminiAdapterTest::everyOperationHasItsAddress_data() {
    QTest::addColumn<int>("operation");
    QTest::addColumn<bool>("stream");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("method");
    const auto row = [](const char* name, Operation operation, bool stream, const char* body,
                        const char* method) {
        QTest::newRow(name) << static_cast<int>(operation) << stream << QByteArray(body)
                            << QByteArray(method);
    };
    row("chat", Operation::Chat, false, "{}", ":generateContent");
    row("stream", Operation::Chat, true, "{}", ":streamGenerateContent?alt=sse");
    row("count", Operation::CountTokens, false, "{}", ":countTokens");
    row("embedding", Operation::Embeddings, false, R"({"model":"m"})", ":embedContent");
    row("embeddings", Operation::Embeddings, false, R"({"requests":[]})", ":batchEmbedContents");
}

void GeminiAdapterTest::everyOperationHasItsAddress() {
    QFETCH(int, operation);
    QFETCH(bool, stream);
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, method);
    const ProviderRequest request =
        requestFor(call(static_cast<Operation>(operation), stream), "gemini-2.5-flash", body.toStdString());
    QCOMPARE(request.url, "https://generativelanguage.googleapis.com/v1beta/models/gemini-2.5-flash" +
                              method.toStdString());
    QCOMPARE(request.method, std::string("POST"));
    QCOMPARE(request.body, body.toStdString());
}

void GeminiAdapterTest::modelsAreOneSegment_data() {
    QTest::addColumn<QByteArray>("model");
    QTest::addColumn<QByteArray>("path");
    QTest::newRow("plain") << QByteArray("gemini-3.1-pro") << QByteArray("/models/gemini-3.1-pro:");
    QTest::newRow("whole") << QByteArray("models/gemini-3-flash") << QByteArray("/models/gemini-3-flash:");
    QTest::newRow("tuned") << QByteArray("tunedModels/mine-1") << QByteArray("/tunedModels/mine-1:");
    QTest::newRow("elsewhere") << QByteArray("../files?key=x#")
                               << QByteArray("/models/..%2Ffiles%3Fkey%3Dx%23:");
    QTest::newRow("dots") << QByteArray("models/..") << QByteArray("/models/%2E%2E:");
}

void GeminiAdapterTest::modelsAreOneSegment() {
    QFETCH(QByteArray, model);
    QFETCH(QByteArray, path);
    const std::string url = requestFor(call(Operation::Chat), model.toStdString()).url;
    QVERIFY2(url.ends_with("/v1beta" + path.toStdString() + "generateContent"), url.c_str());
}

void GeminiAdapterTest::theKeyIsInItsHeader() {
    const ProviderRequest unary = requestFor(call(Operation::Chat));
    QCOMPARE(unary.headers.value("x-goog-api-key"), std::string_view("AIza"));
    QVERIFY(!unary.headers.contains("authorization"));
    QVERIFY(unary.url.find("AIza") == std::string::npos);
    QCOMPARE(unary.headers.value("accept"), std::string_view("application/json"));
    QCOMPARE(unary.headers.value("content-type"), std::string_view("application/json"));
    QCOMPARE(requestFor(call(Operation::Chat, true)).headers.value("accept"),
             std::string_view("text/event-stream"));
    const Provider provider;
    const std::string model = "m";
    QVERIFY(!geminiAdapter()
                 .request({provider, model}, call(Operation::Chat), {})
                 .headers.contains("x-goog-api-key"));
}

void GeminiAdapterTest::everyOperationHasItsReader() {
    std::vector<ChatEvent> events;
    geminiAdapter().decoder(call(Operation::CountTokens), {})->body(R"({"totalTokens":5})", events);
    QCOMPARE(std::get<event::TokenCount>(events.at(0)).inputTokens, std::int64_t(5));
    events.clear();
    geminiAdapter().decoder(call(Operation::Embeddings), {})->body(R"({"embedding":{"values":[1]}})", events);
    QVERIFY(std::holds_alternative<event::Embedding>(events.at(1)));
    events.clear();
    geminiAdapter()
        .decoder(call(Operation::Chat), {})
        ->body(R"({"candidates":[{"content":{"parts":[{"text":"a"}]},"finishReason":"STOP"}]})", events);
    QVERIFY(std::holds_alternative<event::TextDelta>(events.at(1)));
}

void GeminiAdapterTest::faultsAreRead_data() {
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QByteArray>("code");
    QTest::newRow("object") << QByteArray(
                                   R"({"error":{"code":404,"message":"no model","status":"NOT_FOUND"}})")
                            << QByteArray("no model") << QByteArray("NOT_FOUND");
    QTest::newRow("list") << QByteArray(
                                 R"([{"error":{"code":404,"message":"no model","status":"NOT_FOUND"}}])")
                          << QByteArray("no model") << QByteArray("NOT_FOUND");
    QTest::newRow("page") << QByteArray("<html>") << QByteArray("The upstream answered 400.") << QByteArray();
    QTest::newRow("empty list") << QByteArray("[]") << QByteArray("The upstream answered 400.")
                                << QByteArray();
}

void GeminiAdapterTest::faultsAreRead() {
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, message);
    QFETCH(QByteArray, code);
    const ProviderFault read = fault(body.toStdString());
    QCOMPARE(read.message, message.toStdString());
    QCOMPARE(read.code, code.toStdString());
    QVERIFY(!read.contextLength);
    QVERIFY(!read.badCredential);
    QCOMPARE(read.retryAfterMs, std::int64_t(-1));
}

void GeminiAdapterTest::detailsAreRead() {
    const ProviderFault limited =
        fault(R"({"error":{"code":429,"message":"quota","status":"RESOURCE_EXHAUSTED","details":[7,)"
              R"({"@type":"type.googleapis.com/google.rpc.QuotaFailure"},)"
              R"({"@type":"type.googleapis.com/google.rpc.RetryInfo","retryDelay":"34.5s"}]}})",
              429);
    QCOMPARE(limited.retryAfterMs, std::int64_t(34'500));
    QCOMPARE(limited.code, std::string("RESOURCE_EXHAUSTED"));
    const ProviderFault wrong = fault(
        R"({"error":{"code":400,"message":"bad","status":"INVALID_ARGUMENT","details":[)"
        R"({"@type":"type.googleapis.com/google.rpc.BadRequest","fieldViolations":[{"field":"contents[0]"}]}]}})");
    QCOMPARE(wrong.param, std::string("contents[0]"));
    for (const char* nonsense : {"soon", "-1s", "1", "", "nans", "1e99s"}) {
        const std::string body =
            std::string(R"({"error":{"details":[{"@type":"google.rpc.RetryInfo","retryDelay":")") + nonsense +
            "\"}]}}";
        QVERIFY2(fault(body, 429).retryAfterMs == -1, nonsense);
    }
}

void GeminiAdapterTest::anInvalidKeyIsToldThoughTheStatusIsNot() {
    const ProviderFault read = fault(
        R"({"error":{"code":400,"message":"API key not valid. Please pass a valid API key.","status":"INVALID_ARGUMENT",)"
        R"("details":[{"@type":"type.googleapis.com/google.rpc.ErrorInfo","reason":"API_KEY_INVALID"}]}})");
    QVERIFY(read.badCredential);
    QCOMPARE(read.code, std::string("API_KEY_INVALID"));
}

void GeminiAdapterTest::contextLengthIsToldApart() {
    constexpr std::string_view kTooLong =
        R"({"error":{"code":400,"message":"The input token count (1200000) exceeds the maximum number of tokens allowed (1048576).","status":"INVALID_ARGUMENT"}})";
    QVERIFY(fault(kTooLong).contextLength);
    QVERIFY(!fault(kTooLong, 500).contextLength);
    QVERIFY(!fault(R"({"error":{"message":"Invalid value at 'tools'"}})").contextLength);
}

void GeminiAdapterTest::modelsAreListed() {
    Provider provider;
    provider.baseUrl = "https://g.test/v1beta";
    const std::string model;
    const ProviderRequest request = geminiAdapter().modelsRequest({provider, model, nullptr, "AIza"}, 0);
    QCOMPARE(request.url, std::string("https://g.test/v1beta/models?pageSize=1000"));
    QCOMPARE(request.method, std::string("GET"));
    QCOMPARE(request.headers.value("x-goog-api-key"), std::string_view("AIza"));
    QCOMPARE(
        geminiAdapter().readModels(
            R"({"models":[{"name":"models/gemini-3-pro"},{"name":"tunedModels/x"},{"displayName":"y"}]})"),
        (std::vector<std::string>{"gemini-3-pro", "tunedModels/x"}));
    QVERIFY(geminiAdapter().readModels("[]").empty());
}

QTEST_GUILESS_MAIN(GeminiAdapterTest)
#include "tst_gemini_adapter.moc"
