// How OpenAI and its kin are addressed, and what their errors say.

#include "gateway/providers/provider_adapter.h"

#include <QTest>

using namespace tollgate;

namespace {

const ProviderAdapter& adapter() {
    return *adapterFor(ProviderKind::OpenAi);
}

ProviderRequest chatRequest(std::string_view apiKey, bool stream = false,
                            WireFormat format = WireFormat::OpenAiChat,
                            Operation operation = Operation::Chat) {
    Provider provider;
    provider.baseUrl = "https://api.openai.com/v1";
    const std::string model = "m";
    OutgoingCall call{format, operation, stream};
    return adapter().request({provider, model, nullptr, apiKey}, call, "{}");
}

} // namespace

class OpenAiAdapterTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void kindsWithoutAnAdapterHaveNone();
    void chatCallsAreAddressed();
    void noKeySendsNoAuthorization();
    void optInsGoWithTheCallersOwnBody();
    void faultsAreRead_data();
    void faultsAreRead();
    void theFieldAtFaultIsRead();
    void contextLengthIsToldApart_data();
    void contextLengthIsToldApart();
    void modelsAreListed();
    void otherListsAreEmpty_data();
    void otherListsAreEmpty();
};

void OpenAiAdapterTest::kindsWithoutAnAdapterHaveNone() {
    QVERIFY(adapterFor(ProviderKind::OpenAi) != nullptr);
    QVERIFY(adapterFor(ProviderKind::OpenAiCompatible) != nullptr);
    QVERIFY(adapterFor(ProviderKind::Simulated) == nullptr);
    Provider provider;
    QVERIFY(adapter().accepts(WireFormat::OpenAiChat, provider));
    QVERIFY(adapter().accepts(WireFormat::OpenAiResponses, provider));
    QVERIFY(!adapter().accepts(WireFormat::AnthropicMessages, provider));
    provider.kind = ProviderKind::OpenAiCompatible;
    QVERIFY(!adapter().accepts(WireFormat::OpenAiResponses, provider));
    provider.options["responses"] = true;
    QVERIFY(adapter().accepts(WireFormat::OpenAiResponses, provider));
}

void OpenAiAdapterTest::chatCallsAreAddressed() {
    const ProviderRequest unary = chatRequest("sk-1");
    QCOMPARE(unary.url, std::string("https://api.openai.com/v1/chat/completions"));
    QCOMPARE(unary.body, std::string("{}"));
    QCOMPARE(std::string(unary.headers.value("authorization")), std::string("Bearer sk-1"));
    QCOMPARE(std::string(unary.headers.value("content-type")), std::string("application/json"));
    QCOMPARE(std::string(unary.headers.value("accept")), std::string("application/json"));
    QVERIFY(unary.headers.value("user-agent").starts_with("tollgate/"));
    const ProviderRequest stream = chatRequest("sk-1", true);
    QCOMPARE(std::string(stream.headers.value("accept")), std::string("text/event-stream"));
    QCOMPARE(chatRequest("k", false, WireFormat::OpenAiCompletions).url,
             std::string("https://api.openai.com/v1/completions"));
    QCOMPARE(chatRequest("k", false, WireFormat::OpenAiResponses).url,
             std::string("https://api.openai.com/v1/responses"));
    QCOMPARE(chatRequest("k", false, WireFormat::None, Operation::Embeddings).url,
             std::string("https://api.openai.com/v1/embeddings"));
}

void OpenAiAdapterTest::optInsGoWithTheCallersOwnBody() {
    Provider provider;
    provider.baseUrl = "https://api.openai.com/v1";
    const std::string model = "m";
    const HttpHeaders caller{{"openai-beta", "assistants=v2"},
                             {"x-openai-internal-codex-responses-lite", "true"},
                             {"openai-organization", "org-theirs"},
                             {"authorization", "Bearer tg-theirs"}};
    OutgoingCall call{WireFormat::OpenAiResponses, Operation::Chat, true, &caller};
    const HttpHeaders own = adapter().request({provider, model, nullptr, "sk-1"}, call, "{}").headers;
    QCOMPARE(std::string(own.value("openai-beta")), std::string("assistants=v2"));
    QCOMPARE(std::string(own.value("x-openai-internal-codex-responses-lite")), std::string("true"));
    QVERIFY(!own.contains("openai-organization"));
    QCOMPARE(std::string(own.value("authorization")), std::string("Bearer sk-1"));
    call.format = WireFormat::None; // written here: nothing of it is theirs
    const HttpHeaders ours = adapter().request({provider, model, nullptr, "sk-1"}, call, "{}").headers;
    QVERIFY(!ours.contains("openai-beta"));
    QVERIFY(!ours.contains("x-openai-internal-codex-responses-lite"));
}

void OpenAiAdapterTest::noKeySendsNoAuthorization() {
    QVERIFY(!chatRequest({}).headers.contains("authorization"));
    Provider provider;
    provider.baseUrl = "https://api.openai.com/v1";
    const std::string model;
    const ProviderRequest models = adapter().modelsRequest({provider, model}, 0);
    QCOMPARE(models.method, std::string("GET"));
    QVERIFY(!models.headers.contains("authorization"));
    QCOMPARE(models.url, std::string("https://api.openai.com/v1/models"));
    QVERIFY(models.body.empty());
}

void OpenAiAdapterTest::faultsAreRead_data() {
    QTest::addColumn<std::string>("body");
    QTest::addColumn<std::string>("message");
    QTest::addColumn<std::string>("code");
    const auto row = [](const char* name, const char* body, const char* message, const char* code) {
        QTest::newRow(name) << std::string(body) << std::string(message) << std::string(code);
    };
    row("openai",
        R"({"error":{"message":"No such model.","type":"x","param":null,"code":"model_not_found"}})",
        "No such model.", "model_not_found");
    row("error a text", R"({"error":"busy"})", "busy", "");
    row("flat", R"({"object":"error","message":"busy","code":400})", "busy", "");
    row("error null", R"({"error":null,"message":"busy"})", "busy", "");
    row("no words", R"({"error":{}})", "The upstream answered 503.", "");
    row("html", "<html>Bad Gateway</html>", "The upstream answered 503.", "");
    row("empty", "", "The upstream answered 503.", "");
    row("a list", "[]", "The upstream answered 503.", "");
}

void OpenAiAdapterTest::faultsAreRead() {
    QFETCH(std::string, body);
    QFETCH(std::string, message);
    QFETCH(std::string, code);
    const ProviderFault fault = adapter().readFault(503, {}, body);
    QCOMPARE(fault.message, message);
    QCOMPARE(fault.code, code);
    QVERIFY(!fault.contextLength);
}

void OpenAiAdapterTest::theFieldAtFaultIsRead() {
    QCOMPARE(adapter().readFault(400, {}, R"({"error":{"message":"x","param":"messages[0]"}})").param,
             std::string("messages[0]"));
    QVERIFY(adapter().readFault(400, {}, R"({"error":{"message":"x","param":null}})").param.empty());
}

void OpenAiAdapterTest::contextLengthIsToldApart_data() {
    QTest::addColumn<int>("status");
    QTest::addColumn<std::string>("body");
    QTest::addColumn<bool>("tooLong");
    QTest::newRow("openai") << 400
                            << std::string(R"({"error":{"message":"x","code":"context_length_exceeded"}})")
                            << true;
    QTest::newRow("vllm")
        << 400
        << std::string(
               R"({"object":"error","message":"This model's maximum context length is 4096 tokens.","code":400})")
        << true;
    QTest::newRow("llama.cpp")
        << 400
        << std::string(
               R"({"error":{"code":400,"message":"the request exceeds the available context size","type":"exceed_context_size_error"}})")
        << true;
    QTest::newRow("text-generation-inference")
        << 422
        << std::string(
               R"({"error":{"message":"Input validation error: `inputs` tokens + `max_new_tokens` must be <= 32769."}})")
        << true;
    QTest::newRow("another fault") << 400
                                   << std::string(R"({"error":{"message":"bad tool","code":"invalid"}})")
                                   << false;
    QTest::newRow("the server's own trouble")
        << 500 << std::string(R"({"error":{"message":"context window manager crashed"}})") << false;
}

void OpenAiAdapterTest::contextLengthIsToldApart() {
    QFETCH(int, status);
    QFETCH(std::string, body);
    QFETCH(bool, tooLong);
    QCOMPARE(adapter().readFault(status, {}, body).contextLength, tooLong);
}

void OpenAiAdapterTest::modelsAreListed() {
    const std::vector<std::string> expected{"a", "b"};
    QCOMPARE(adapter().readModels(R"({"object":"list","data":[{"id":"a"},{"id":7},{},null,{"id":"b"}]})"),
             expected);
}

void OpenAiAdapterTest::otherListsAreEmpty_data() {
    QTest::addColumn<std::string>("body");
    for (const char* body : {"", "{", "[]", "{}", R"({"data":null})", R"({"data":{}})"})
        QTest::newRow(body) << std::string(body);
}

void OpenAiAdapterTest::otherListsAreEmpty() {
    QFETCH(std::string, body);
    QVERIFY(adapter().readModels(body).empty());
}

QTEST_GUILESS_MAIN(OpenAiAdapterTest)
#include "tst_openai_adapter.moc"
