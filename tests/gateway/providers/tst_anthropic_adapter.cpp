// How Anthropic is addressed, what its errors say, and what its models' names tell.

#include "gateway/providers/adapters.h"
#include "gateway/providers/anthropic_models.h"

#include <QTest>

using namespace tollgate;

namespace {

Provider provider(const char* address = "https://api.anthropic.com") {
    Provider result;
    result.kind = ProviderKind::Anthropic;
    result.baseUrl = address;
    return result;
}

ProviderRequest request(const OutgoingCall& call, const char* address = "https://api.anthropic.com") {
    const Provider at = provider(address);
    const std::string model = "claude-x";
    CallTarget target{at, model};
    target.apiKey = "sk-ant-1";
    return anthropicAdapter().request(target, call, "{}");
}

ProviderFault fault(int status, std::string_view body) {
    return anthropicAdapter().readFault(status, {}, body);
}

std::string traitsOf(std::string_view model) {
    const ClaudeTraits traits = claudeTraits(model);
    std::string text;
    const auto add = [&](bool has, const char* word) {
        text += has ? std::string(word) + " " : std::string();
    };
    add(traits.claude, "claude");
    add(traits.thinks, "thinks");
    add(traits.takesBudget, "budget");
    add(traits.adaptive, "adaptive");
    add(traits.canStopThinking, "stops");
    add(traits.takesSampling, "sampling");
    add(traits.oneSampling, "one");
    add(traits.takesForcedTools, "forced");
    add(traits.jsonSchema, "schema");
    add(traits.takesPrefill, "prefill");
    return text;
}

} // namespace

class AnthropicAdapterTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theAdapterIsKnown();
    void messagesAreAddressed();
    void countsAreAddressed();
    void versionAndBetasAreTheCallers();
    void bodiesWrittenHereHaveTheirOwnVersion();
    void aVersionInTheAddressIsNotRepeated();
    void noKeySendsNone();
    void modelsAreListed();
    void faultsAreRead_data();
    void faultsAreRead();
    void contextLengthIsToldApart_data();
    void contextLengthIsToldApart();
    void detailsOfFaultsAreKept();
    void emptyAccountsAreTheKeysFault();
    void namesOfModelsTellTheirGeneration_data();
    void namesOfModelsTellTheirGeneration();
};

void AnthropicAdapterTest::theAdapterIsKnown() {
    QCOMPARE(adapterFor(ProviderKind::Anthropic), &anthropicAdapter());
    QVERIFY(anthropicAdapter().accepts(WireFormat::AnthropicMessages, provider()));
    QVERIFY(anthropicAdapter().accepts(WireFormat::AnthropicCountTokens, provider()));
    QVERIFY(!anthropicAdapter().accepts(WireFormat::OpenAiChat, provider()));
    QVERIFY(!anthropicAdapter().accepts(WireFormat::None, provider()));
    QVERIFY(anthropicAdapter().streamsLongReplies());
}

void AnthropicAdapterTest::messagesAreAddressed() {
    const ProviderRequest unary = request({});
    QCOMPARE(unary.method, std::string("POST"));
    const std::string address = "https://api.anthropic.com/v1/messages";
    QCOMPARE(unary.url, address);
    QCOMPARE(unary.body, std::string("{}"));
    QCOMPARE(std::string(unary.headers.value("x-api-key")), std::string("sk-ant-1"));
    QVERIFY(!unary.headers.contains("authorization"));
    QCOMPARE(std::string(unary.headers.value("anthropic-version")), std::string("2023-06-01"));
    QCOMPARE(std::string(unary.headers.value("content-type")), std::string("application/json"));
    QCOMPARE(std::string(unary.headers.value("accept")), std::string("application/json"));
    OutgoingCall call;
    call.stream = true;
    QCOMPARE(std::string(request(call).headers.value("accept")), std::string("text/event-stream"));
}

void AnthropicAdapterTest::countsAreAddressed() {
    OutgoingCall call;
    call.operation = Operation::CountTokens;
    const std::string address = "https://api.anthropic.com/v1/messages/count_tokens";
    QCOMPARE(request(call).url, address);
    std::vector<ChatEvent> events;
    anthropicAdapter().decoder(call, {})->body(R"({"input_tokens":3})", events);
    QVERIFY(std::holds_alternative<event::TokenCount>(events.front()));
}

void AnthropicAdapterTest::versionAndBetasAreTheCallers() {
    const HttpHeaders callers{{"anthropic-version", "2026-10-21"},
                              {"anthropic-beta", "a-1,b-2"},
                              {"anthropic-beta", "c-3"},
                              {"authorization", "Bearer tg-secret"},
                              {"x-api-key", "tg-secret"}};
    OutgoingCall call;
    call.format = WireFormat::AnthropicMessages;
    call.callerHeaders = &callers;
    const HttpHeaders sent = request(call).headers;
    QCOMPARE(std::string(sent.value("anthropic-version")), std::string("2026-10-21"));
    std::string betas;
    for (const auto& [name, value] : sent.entries()) {
        if (name == "anthropic-beta")
            betas += value + ";";
        QVERIFY(value.find("tg-secret") == std::string::npos);
    }
    QCOMPARE(betas, std::string("a-1,b-2;c-3;"));
}

void AnthropicAdapterTest::bodiesWrittenHereHaveTheirOwnVersion() {
    const HttpHeaders callers{{"anthropic-version", "2026-10-21"}, {"anthropic-beta", "a-1"}};
    OutgoingCall call;
    call.callerHeaders = &callers;
    const HttpHeaders sent = request(call).headers;
    QCOMPARE(std::string(sent.value("anthropic-version")), std::string("2023-06-01"));
    QCOMPARE(std::string(sent.value("anthropic-beta")), std::string("a-1"));
}

void AnthropicAdapterTest::aVersionInTheAddressIsNotRepeated() {
    const std::string address = "http://127.0.0.1:9/proxy/v1/messages";
    QCOMPARE(request({}, "http://127.0.0.1:9/proxy/v1").url, address);
    QCOMPARE(request({}, "http://127.0.0.1:9/proxy").url, address);
}

void AnthropicAdapterTest::noKeySendsNone() {
    const Provider at = provider();
    const std::string model = "m";
    QVERIFY(!anthropicAdapter().request({at, model}, {}, "{}").headers.contains("x-api-key"));
}

void AnthropicAdapterTest::modelsAreListed() {
    const Provider at = provider();
    const std::string model;
    CallTarget target{at, model};
    target.apiKey = "k";
    const ProviderRequest models = anthropicAdapter().modelsRequest(target, 0);
    const std::string address = "https://api.anthropic.com/v1/models?limit=1000";
    QCOMPARE(models.url, address);
    QCOMPARE(models.method, std::string("GET"));
    QCOMPARE(std::string(models.headers.value("anthropic-version")), std::string("2023-06-01"));
    QCOMPARE(std::string(models.headers.value("x-api-key")), std::string("k"));
    const std::vector<std::string> expected{"claude-a", "claude-b"};
    QCOMPARE(anthropicAdapter().readModels(
                 R"({"data":[{"type":"model","id":"claude-a"},{"id":"claude-b"}],"has_more":false})"),
             expected);
}

void AnthropicAdapterTest::faultsAreRead_data() {
    QTest::addColumn<std::string>("body");
    QTest::addColumn<std::string>("message");
    QTest::addColumn<std::string>("code");
    QTest::addColumn<std::string>("param");
    const auto row = [](const char* name, const char* body, const char* message, const char* code,
                        const char* param) {
        QTest::newRow(name) << std::string(body) << std::string(message) << std::string(code)
                            << std::string(param);
    };
    row("field",
        R"({"type":"error","error":{"type":"invalid_request_error","message":"max_tokens: Field required"}})",
        "max_tokens: Field required", "invalid_request_error", "max_tokens");
    row("path",
        R"({"type":"error","error":{"type":"invalid_request_error","message":"messages.1.content: bad"},"request_id":"r"})",
        "messages.1.content: bad", "invalid_request_error", "messages.1.content");
    row("words", R"({"error":{"type":"api_error","message":"It broke: badly"}})", "It broke: badly",
        "api_error", "");
    row("flat", R"({"message":"Forbidden"})", "Forbidden", "", "");
    row("html", "<html>", "The upstream answered 503.", "", "");
    row("empty", "", "The upstream answered 503.", "", "");
    row("odd", R"({"error":"x"})", "The upstream answered 503.", "", "");
}

void AnthropicAdapterTest::faultsAreRead() {
    QFETCH(std::string, body);
    QFETCH(std::string, message);
    QFETCH(std::string, code);
    QFETCH(std::string, param);
    const ProviderFault read = fault(503, body);
    QCOMPARE(read.message, message);
    QCOMPARE(read.code, code);
    QCOMPARE(read.param, param);
    QVERIFY(!read.contextLength && !read.badCredential);
}

void AnthropicAdapterTest::contextLengthIsToldApart_data() {
    QTest::addColumn<int>("status");
    QTest::addColumn<std::string>("message");
    QTest::addColumn<bool>("tooLong");
    QTest::newRow("prompt") << 400 << std::string("prompt is too long: 200251 tokens > 200000 maximum")
                            << true;
    QTest::newRow("sum") << 400
                         << std::string(
                                "input length and `max_tokens` exceed context limit: 199000 + 8192 > 200000")
                         << true;
    QTest::newRow("bytes") << 413 << std::string("Request exceeds the maximum size") << false;
    QTest::newRow("another") << 400 << std::string("temperature: range: 0..1") << false;
    QTest::newRow("server") << 500 << std::string("prompt is too long") << false;
}

void AnthropicAdapterTest::contextLengthIsToldApart() {
    QFETCH(int, status);
    QFETCH(std::string, message);
    QFETCH(bool, tooLong);
    const std::string body = R"({"type":"error","error":{"type":"x","message":")" + message + "\"}}";
    QCOMPARE(fault(status, body).contextLength, tooLong);
}

void AnthropicAdapterTest::detailsOfFaultsAreKept() {
    const std::string_view lost =
        R"({"type":"error","error":{"type":"not_found_error","message":"m","details":{"error_code":"thread_not_found"}}})";
    QCOMPARE(fault(404, lost).details, std::string(R"({"error_code":"thread_not_found"})"));
    QCOMPARE(fault(404, R"({"error":{"message":"m","details":null}})").details, std::string());
    QCOMPARE(fault(404, "gone").details, std::string());
}

void AnthropicAdapterTest::emptyAccountsAreTheKeysFault() {
    const char* empty =
        R"({"error":{"type":"invalid_request_error","message":"Your credit balance is too low."}})";
    QVERIFY(fault(400, empty).badCredential);
    const char* unknown = R"({"error":{"type":"authentication_error","message":"invalid x-api-key"}})";
    QVERIFY(fault(401, unknown).badCredential);
}

void AnthropicAdapterTest::namesOfModelsTellTheirGeneration_data() {
    QTest::addColumn<std::string>("model");
    QTest::addColumn<std::string>("traits");
    const auto row = [](const char* model, const char* traits) {
        QTest::newRow(model) << std::string(model) << std::string(traits);
    };
    constexpr const char* k3 = "claude stops sampling forced prefill ";
    constexpr const char* k37 = "claude thinks budget stops sampling forced prefill ";
    constexpr const char* k45 = "claude thinks budget stops sampling one forced schema prefill ";
    constexpr const char* k46 = "claude thinks budget adaptive stops sampling one forced schema ";
    constexpr const char* k5 = "claude thinks adaptive stops one forced schema ";
    constexpr const char* k55 = "claude thinks adaptive one schema ";
    row("claude-2.1", k3);
    row("claude-instant-1.2", k3);
    row("claude-3-haiku-20240307", k3);
    row("claude-3-5-sonnet-latest", k3);
    row("claude-3-7-sonnet-20250219", k37);
    row("claude-sonnet-4-20250514", k37);
    row("claude-opus-4-1-20250805", k45);
    row("us.anthropic.claude-sonnet-4-5-20250929-v1:0", k45);
    row("claude-haiku-4.5", k45);
    row("claude-opus-4-6", k46);
    row("claude-opus-4-8", k5);
    row("claude-sonnet-5", k5);
    row("claude-haiku-5-5", k5);
    row("claude-opus-5-5", k55);
    row("claude-fable-5-1", k55);
    row("claude-mythos-preview", "claude thinks adaptive one forced schema ");
    row("MiniMax-M2", "thinks budget stops sampling forced prefill ");
}

void AnthropicAdapterTest::namesOfModelsTellTheirGeneration() {
    QFETCH(std::string, model);
    QFETCH(std::string, traits);
    QCOMPARE(traitsOf(model), traits);
}

QTEST_GUILESS_MAIN(AnthropicAdapterTest)
#include "tst_anthropic_adapter.moc"
