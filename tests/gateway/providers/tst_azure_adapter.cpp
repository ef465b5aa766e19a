// How Azure OpenAI is addressed, and what its errors and replies say.

#include "gateway/providers/adapters.h"

#include <QTest>

#include <boost/json.hpp>

using namespace tollgate;

namespace {

Provider azure() {
    Provider provider;
    provider.kind = ProviderKind::AzureOpenAi;
    provider.baseUrl = "https://mine.openai.azure.com";
    provider.options =
        boost::json::parse(R"({"api_version":"2025-04-01-preview","deployments":{"gpt-4o":"prod 4o"}})")
            .as_object();
    return provider;
}

ProviderRequest requestFor(const Provider& provider, const std::string& model,
                           WireFormat format = WireFormat::OpenAiChat, Operation operation = Operation::Chat,
                           bool stream = false) {
    OutgoingCall call;
    call.format = format;
    call.operation = operation;
    call.stream = stream;
    return azureAdapter().request({provider, model, nullptr, "k"}, call, "{}");
}

} // namespace

class AzureAdapterTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theKindHasItsAdapter();
    void deploymentsAreAddressed();
    void modelsWithoutADeploymentAreTheirOwn();
    void theVersionHasADefault();
    void addressesMayAlreadyEndRight();
    void theKeyIsInItsHeader();
    void otherDialectsBecomeChat();
    void developersSpeakAsTheSystem();
    void embeddingsAreOpenAis();
    void repliesAreOpenAis();
    void filterResultsDoNotDisturb();
    void refusedPromptsSayWhy();
    void otherFaultsAreOpenAis();
    void modelsAreListed();
};

void AzureAdapterTest::theKindHasItsAdapter() {
    QCOMPARE(adapterFor(ProviderKind::AzureOpenAi), &azureAdapter());
    for (const WireFormat format :
         {WireFormat::OpenAiChat, WireFormat::OpenAiCompletions, WireFormat::OpenAiEmbeddings})
        QVERIFY(azureAdapter().accepts(format, azure()));
    for (const WireFormat format :
         {WireFormat::None, WireFormat::OpenAiResponses, WireFormat::AnthropicMessages})
        QVERIFY(!azureAdapter().accepts(format, azure()));
}

void AzureAdapterTest::deploymentsAreAddressed() {
    const std::string root = "https://mine.openai.azure.com/openai/deployments/prod%204o";
    const std::string version = "?api-version=2025-04-01-preview";
    QCOMPARE(requestFor(azure(), "gpt-4o").url, root + "/chat/completions" + version);
    QCOMPARE(requestFor(azure(), "gpt-4o", WireFormat::None).url, root + "/chat/completions" + version);
    QCOMPARE(requestFor(azure(), "gpt-4o", WireFormat::OpenAiCompletions).url,
             root + "/completions" + version);
    QCOMPARE(requestFor(azure(), "gpt-4o", WireFormat::OpenAiEmbeddings, Operation::Embeddings).url,
             root + "/embeddings" + version);
}

void AzureAdapterTest::modelsWithoutADeploymentAreTheirOwn() {
    QVERIFY(requestFor(azure(), "o4-mini").url.find("/deployments/o4-mini/") != std::string::npos);
    QVERIFY(requestFor(azure(), "../a?b").url.find("/deployments/..%2Fa%3Fb/") != std::string::npos);
    QVERIFY(requestFor(azure(), "..").url.find("/deployments/%2E%2E/") != std::string::npos);
    Provider bare = azure();
    bare.options.clear();
    QVERIFY(requestFor(bare, "gpt-4o").url.find("/deployments/gpt-4o/") != std::string::npos);
}

void AzureAdapterTest::theVersionHasADefault() {
    Provider bare = azure();
    bare.options.clear();
    QVERIFY(requestFor(bare, "m").url.ends_with("?api-version=2024-10-21"));
    bare.options["api_version"] = "a&b=c";
    QVERIFY(requestFor(bare, "m").url.ends_with("?api-version=a%26b%3Dc"));
}

void AzureAdapterTest::addressesMayAlreadyEndRight() {
    Provider provider = azure();
    provider.baseUrl += "/openai";
    QCOMPARE(requestFor(provider, "gpt-4o").url, requestFor(azure(), "gpt-4o").url);
}

void AzureAdapterTest::theKeyIsInItsHeader() {
    const ProviderRequest request = requestFor(azure(), "m", WireFormat::OpenAiChat, Operation::Chat, true);
    QCOMPARE(request.headers.value("api-key"), std::string_view("k"));
    QVERIFY(!request.headers.contains("authorization"));
    QCOMPARE(request.headers.value("accept"), std::string_view("text/event-stream"));
    QCOMPARE(request.headers.value("content-type"), std::string_view("application/json"));
}

void AzureAdapterTest::otherDialectsBecomeChat() {
    ChatRequest request;
    request.messages.resize(1);
    request.messages.front().parts.emplace_back().text = "hi";
    request.maxTokens = 5;
    TranslationLog log;
    const Provider provider = azure();
    const std::string model = "gpt-4o";
    const auto call = azureAdapter().encode(request, {provider, model}, log);
    QVERIFY(call.has_value());
    QCOMPARE(call->body, std::string(R"({"model":"gpt-4o","messages":[{"role":"user","content":"hi"}],)"
                                     R"("max_completion_tokens":5})"));
}

void AzureAdapterTest::developersSpeakAsTheSystem() {
    ChatRequest request;
    request.messages.resize(2);
    request.messages[0].role = Role::Developer;
    request.messages[0].parts.emplace_back().text = "be brief";
    request.messages[1].parts.emplace_back().text = "hi";
    TranslationLog log;
    const Provider provider = azure();
    const std::string model = "gpt-4o";
    const auto call = azureAdapter().encode(request, {provider, model}, log);
    QVERIFY(call.has_value());
    const boost::json::value body = boost::json::parse(call->body);
    QCOMPARE(boost::json::serialize(body.at("messages").at(0)),
             std::string(R"({"role":"system","content":"be brief"})"));
}

void AzureAdapterTest::embeddingsAreOpenAis() {
    ChatRequest request;
    request.operation = Operation::Embeddings;
    request.embedding.texts = {"a"};
    TranslationLog log;
    const Provider provider = azure();
    const std::string model = "text-embedding-3-small";
    const auto call = azureAdapter().encode(request, {provider, model}, log);
    QVERIFY(call.has_value());
    QCOMPARE(call->body, std::string(R"({"model":"text-embedding-3-small","input":["a"]})"));
}

void AzureAdapterTest::repliesAreOpenAis() {
    std::vector<ChatEvent> events;
    const auto decoder = azureAdapter().decoder({}, {});
    decoder->body(R"({"id":"c","model":"gpt-4o-2024-08-06","choices":[{"index":0,"message":{"content":"a"},)"
                  R"("finish_reason":"stop","content_filter_results":{"hate":{"filtered":false}}}],)"
                  R"("prompt_filter_results":[]})",
                  events);
    QVERIFY(!decoder->malformed());
    QCOMPARE(std::get<event::TextDelta>(events.at(1)).text, std::string("a"));
    QVERIFY(decoder->finished());
}

void AzureAdapterTest::filterResultsDoNotDisturb() {
    OutgoingCall call;
    call.stream = true;
    const auto decoder = azureAdapter().decoder(call, {});
    std::vector<ChatEvent> events;
    decoder->event(
        {},
        R"({"choices":[],"created":0,"id":"","model":"","object":"","prompt_filter_results":)"
        R"([{"prompt_index":0,"content_filter_results":{"hate":{"filtered":false,"severity":"safe"}}}]})",
        events);
    QVERIFY(!decoder->malformed());
    QVERIFY(!decoder->finished());
    // An asynchronous filter's chunk has a choice with neither delta nor text.
    decoder->event({},
                   R"({"choices":[{"index":0,"finish_reason":null,"content_filter_results":{},)"
                   R"("content_filter_offsets":{"check_offset":1}}]})",
                   events);
    decoder->event({}, R"({"choices":[{"index":0,"delta":{"content":"a"},"finish_reason":null}]})", events);
    decoder->event({}, R"({"choices":[{"index":0,"delta":{},"finish_reason":"content_filter"}]})", events);
    QCOMPARE(events.size(), std::size_t(3));
    QCOMPARE(std::get<event::TextDelta>(events.at(1)).text, std::string("a"));
    QVERIFY(std::get<event::Finish>(events.at(2)).reason == FinishReason::ContentFilter);
}

void AzureAdapterTest::refusedPromptsSayWhy() {
    const ProviderFault fault = azureAdapter().readFault(
        400, {},
        R"({"error":{"message":"The response was filtered.","param":"prompt","code":"content_filter","status":400,)"
        R"("innererror":{"code":"ResponsibleAIPolicyViolation","content_filter_result":{)"
        R"("hate":{"filtered":true,"severity":"high"},"jailbreak":{"filtered":true,"detected":true},)"
        R"("violence":{"filtered":false,"severity":"safe"}}}}})");
    QCOMPARE(fault.code, std::string("content_filter"));
    QCOMPARE(fault.param, std::string("prompt"));
    QCOMPARE(fault.message, std::string("The response was filtered. Filtered: hate (high), jailbreak."));
    QVERIFY(!fault.contextLength);
    const ProviderFault bare =
        azureAdapter().readFault(400, {}, R"({"error":{"message":"x","code":"content_filter"}})");
    QCOMPARE(bare.message, std::string("x"));
}

void AzureAdapterTest::otherFaultsAreOpenAis() {
    const ProviderFault missing = azureAdapter().readFault(
        404, {}, R"({"error":{"code":"DeploymentNotFound","message":"The API deployment does not exist."}})");
    QVERIFY(missing.message.starts_with("The API deployment does not exist."));
    QVERIFY(missing.message.find("options") != std::string::npos);
    QVERIFY(azureAdapter()
                .readFault(400, {}, R"({"error":{"message":"m","code":"context_length_exceeded"}})")
                .contextLength);
}

void AzureAdapterTest::modelsAreListed() {
    const Provider provider = azure();
    const std::string model;
    const ProviderRequest request = azureAdapter().modelsRequest({provider, model, nullptr, "k"}, 0);
    QCOMPARE(request.url,
             std::string("https://mine.openai.azure.com/openai/models?api-version=2025-04-01-preview"));
    QCOMPARE(request.method, std::string("GET"));
    QCOMPARE(request.headers.value("api-key"), std::string_view("k"));
    QCOMPARE(azureAdapter().readModels(R"({"data":[{"id":"gpt-4o"}]})"),
             (std::vector<std::string>{"gpt-4o"}));
}

QTEST_GUILESS_MAIN(AzureAdapterTest)
#include "tst_azure_adapter.moc"
