// Which of OpenAI's two APIs a request is put to.

#include "gateway/providers/openai_api.h"
#include "gateway/providers/openai_models.h"

#include "tests/gateway/providers/request_parts.h"

#include <QTest>

using namespace tollgate;
using namespace tollgate::test;

namespace {

OpenAiApi apiFor(const ChatRequest& request, const std::string& model, const Provider& provider = {}) {
    return openAiApiFor(request, {provider, model});
}

ChatRequest asking(const QByteArray& effort, bool functions) {
    ChatRequest request = ask();
    request.reasoning.effort = effort.toStdString();
    request.reasoning.mode = effort.isEmpty() ? ReasoningWish::Mode::Unset : ReasoningWish::Mode::On;
    if (functions)
        request.tools = {tool("f")};
    return request;
}

Provider withApi(const char* api, ProviderKind kind = ProviderKind::OpenAi) {
    Provider provider;
    provider.kind = kind;
    provider.options["api"] = boost::json::parse(api);
    return provider;
}

} // namespace

class OpenAiApiTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void modelsAreAskedWhereTheyAreServed_data();
    void modelsAreAskedWhereTheyAreServed();
    void namesTellWhatAModelTakes_data();
    void namesTellWhatAModelTakes();
    void whoWantsNoThinkingIsToldNone();
    void hostedToolsAreOfResponses();
    void theProviderMayDecide();
    void textCompletionsAreSentWhereTheyAreServed();
    void ownWordsAreSentUnlessRefused_data();
    void ownWordsAreSentUnlessRefused();
};

void OpenAiApiTest::modelsAreAskedWhereTheyAreServed_data() {
    QTest::addColumn<QByteArray>("model");
    QTest::addColumn<bool>("functions");
    QTest::addColumn<QByteArray>("effort");
    QTest::addColumn<bool>("responses");
    const auto row = [](const char* model, bool functions, const char* effort, bool responses) {
        QTest::addRow("%s %s %s", model, functions ? "functions" : "-", effort)
            << QByteArray(model) << functions << QByteArray(effort) << responses;
    };
    row("gpt-4o", true, "high", false);
    row("my-model", true, "high", false);
    row("gpt-5.3-chat-latest", true, "", false);
    row("o3", true, "high", false);
    row("gpt-5", true, "high", false);
    row("gpt-5.1", true, "high", false);
    row("gpt-5.2", false, "high", false);
    row("gpt-5.2", true, "", false);
    row("gpt-5.2", true, "none", false);
    row("gpt-5.2", true, "low", true);
    row("gpt-5.4-mini", true, "xhigh", true);
    row("gpt-5.5", true, "", true);
    row("gpt-5.6-sol", true, "none", false);
    row("gpt-5.6-sol", true, "", true);
    row("gpt-5.6-sol", false, "high", false);
    row("gpt-6-luna", true, "none", false);
    row("gpt-6-sol", true, "medium", true);
    row("gpt-6-sol", false, "max", true);
    row("gpt-6-astra", true, "none", true);
    row("gpt-6.1-sol", true, "none", true);
    row("gpt-6.1-sol", false, "high", false);
    row("gpt-6.1-terra", true, "none", false);
    row("gpt-6.2-sol", true, "", true);
    row("o3-pro", false, "", true);
    row("o3-deep-research", false, "", true);
    row("gpt-5-pro-2025-10-06", false, "", true);
    row("gpt-5.1-codex-max", false, "", true);
    row("codex-mini-latest", false, "", true);
}

void OpenAiApiTest::modelsAreAskedWhereTheyAreServed() {
    QFETCH(QByteArray, model);
    QFETCH(bool, functions);
    QFETCH(QByteArray, effort);
    QFETCH(bool, responses);
    const ChatRequest request = asking(effort, functions);
    Provider azure;
    azure.kind = ProviderKind::AzureOpenAi;
    Provider compatible;
    compatible.kind = ProviderKind::OpenAiCompatible;
    QCOMPARE(apiFor(request, model.toStdString()) == OpenAiApi::Responses, responses);
    QCOMPARE(apiFor(request, model.toStdString(), azure) == OpenAiApi::Responses, responses);
    QCOMPARE(apiFor(request, model.toStdString(), compatible), OpenAiApi::Chat);
}

void OpenAiApiTest::namesTellWhatAModelTakes_data() {
    QTest::addColumn<QByteArray>("model");
    QTest::addColumn<QByteArray>("efforts");
    const auto row = [](const char* model, const char* efforts) {
        QTest::newRow(model) << QByteArray(model) << QByteArray(efforts);
    };
    row("gpt-4o", "");
    row("o4-mini", "low medium high");
    row("gpt-5-nano", "minimal low medium high");
    row("gpt-5-pro", "high");
    row("gpt-5.4-pro", "medium high xhigh");
    row("gpt-5-codex", "low medium high");
    row("gpt-5.3-codex", "low medium high xhigh");
    row("gpt-5.1", "none low medium high");
    row("gpt-5.4", "none low medium high xhigh");
    row("gpt-6-luna", "none low medium high xhigh max");
    row("gpt-6-astra", "low medium high xhigh max");
    row("gpt-6.1-sol", "low medium high xhigh max");
    row("gpt-6.1-terra", "none low medium high xhigh max");
}

void OpenAiApiTest::namesTellWhatAModelTakes() {
    QFETCH(QByteArray, model);
    QFETCH(QByteArray, efforts);
    std::string told;
    for (const std::string_view effort : openAiModelNamed(model.toStdString()).efforts)
        told.append(told.empty() ? "" : " ").append(effort);
    QCOMPARE(told, efforts.toStdString());
}

void OpenAiApiTest::whoWantsNoThinkingIsToldNone() {
    ChatRequest request = asking("", true);
    request.reasoning.mode = ReasoningWish::Mode::Off;
    QCOMPARE(apiFor(request, "gpt-5.6-sol"), OpenAiApi::Chat);
    request.reasoning.mode = ReasoningWish::Mode::Adaptive;
    QCOMPARE(apiFor(request, "gpt-5.4"), OpenAiApi::Responses);
}

void OpenAiApiTest::hostedToolsAreOfResponses() {
    ChatRequest request = ask();
    request.tools = {tool("web_search")};
    QCOMPARE(apiFor(request, "gpt-4o"), OpenAiApi::Chat); // a function that is called so
    request.tools.front().kind = ToolDefinition::Kind::Server;
    QCOMPARE(apiFor(request, "gpt-4o"), OpenAiApi::Responses);
    request.tools.front().name = "web_search_20250305"; // Anthropic's
    QCOMPARE(apiFor(request, "gpt-4o"), OpenAiApi::Chat);
}

void OpenAiApiTest::theProviderMayDecide() {
    const ChatRequest request = asking("", true);
    QCOMPARE(apiFor(request, "gpt-4o", withApi("\"responses\"")), OpenAiApi::Responses);
    QCOMPARE(apiFor(request, "gpt-6.1-sol", withApi("\"chat\"")), OpenAiApi::Chat);
    QCOMPARE(apiFor(request, "gpt-6.1-sol", withApi("\"auto\"")), OpenAiApi::Responses);
    const Provider byModel = withApi("{\"a\":\"responses\",\"gpt-6.1-sol\":\"auto\",\"*\":\"chat\"}",
                                     ProviderKind::OpenAiCompatible);
    QCOMPARE(apiFor(request, "a", byModel), OpenAiApi::Responses);
    QCOMPARE(apiFor(request, "b", byModel), OpenAiApi::Chat);
    const Provider star = withApi("{\"gpt-6.1-sol\":\"auto\",\"*\":\"chat\"}");
    QCOMPARE(apiFor(request, "gpt-6.1-sol", star), OpenAiApi::Responses);
    QCOMPARE(apiFor(request, "gpt-6-astra", star), OpenAiApi::Chat);
}

void OpenAiApiTest::textCompletionsAreSentWhereTheyAreServed() {
    const auto fate = [](const Provider& provider, const std::string& model) {
        return openAiOwnWords(WireFormat::OpenAiCompletions, {provider, model}, false);
    };
    Provider server;
    server.kind = ProviderKind::OpenAiCompatible;
    server.baseUrl = "http://127.0.0.1:8000/v1";
    QVERIFY(fate(server, "gpt-4o") == OwnWords::Sent); // whatever it calls so
    server.baseUrl = "https://api.groq.com/openai/v1";
    QVERIFY(fate(server, "llama-3") == OwnWords::Translated);
    server.baseUrl = "https://api.deepseek.com/beta";
    QVERIFY(fate(server, "deepseek-chat") == OwnWords::Sent);
    server.options["completions"] = false;
    QVERIFY(fate(server, "deepseek-chat") == OwnWords::Translated);
    Provider openAi;
    openAi.kind = ProviderKind::OpenAi;
    openAi.options["completions"] = true;
    QVERIFY(fate(openAi, "gpt-4o") == OwnWords::Sent);
}

void OpenAiApiTest::ownWordsAreSentUnlessRefused_data() {
    QTest::addColumn<int>("format");
    QTest::addColumn<QByteArray>("model");
    QTest::addColumn<QByteArray>("api");
    QTest::addColumn<bool>("functions");
    QTest::addColumn<int>("fate");
    const auto row = [](WireFormat format, const char* model, const char* api, bool functions,
                        OwnWords fate) {
        QTest::addRow("%d %s %s %d", static_cast<int>(format), model, api, functions ? 1 : 0)
            << static_cast<int>(format) << QByteArray(model) << QByteArray(api) << functions
            << static_cast<int>(fate);
    };
    using enum WireFormat;
    row(OpenAiChat, "gpt-4o", "\"auto\"", true, OwnWords::Sent);
    row(OpenAiChat, "gpt-5.4", "\"auto\"", false, OwnWords::Sent);
    row(OpenAiChat, "gpt-5.4", "\"auto\"", true, OwnWords::UnlessRefused);
    row(OpenAiChat, "gpt-6.1-sol", "\"auto\"", true, OwnWords::Translated);
    row(OpenAiChat, "gpt-6.1-sol", "\"auto\"", false, OwnWords::Sent);
    row(OpenAiChat, "gpt-5-pro", "\"auto\"", false, OwnWords::Translated);
    row(OpenAiChat, "gpt-4o", "\"responses\"", false, OwnWords::Translated);
    row(OpenAiChat, "gpt-6.1-sol", "\"chat\"", true, OwnWords::Sent);
    row(OpenAiCompletions, "gpt-5-pro", "\"auto\"", false, OwnWords::Translated);
    row(OpenAiCompletions, "gpt-3.5-turbo-instruct", "\"auto\"", false, OwnWords::Sent);
    row(OpenAiCompletions, "ft:davinci-002:us", "\"chat\"", false, OwnWords::Sent);
    row(OpenAiCompletions, "llama-3", "\"auto\"", false, OwnWords::Sent);
    row(OpenAiCompletions, "gpt-4o", "\"auto\"", false, OwnWords::Translated);
    row(OpenAiCompletions, "ft:gpt-4o-mini:us", "\"chat\"", false, OwnWords::Translated);
    row(OpenAiCompletions, "o4-mini", "\"auto\"", false, OwnWords::Translated);
    row(OpenAiResponses, "gpt-4o", "\"auto\"", true, OwnWords::Sent);
    row(OpenAiResponses, "gpt-4o", "\"chat\"", true, OwnWords::Translated);
    row(OpenAiEmbeddings, "e", "\"responses\"", false, OwnWords::Sent);
}

void OpenAiApiTest::ownWordsAreSentUnlessRefused() {
    QFETCH(int, format);
    QFETCH(QByteArray, model);
    QFETCH(QByteArray, api);
    QFETCH(bool, functions);
    QFETCH(int, fate);
    const Provider provider = withApi(api.constData());
    const std::string name = model.toStdString();
    QCOMPARE(static_cast<int>(openAiOwnWords(static_cast<WireFormat>(format), {provider, name}, functions)),
             fate);
}

QTEST_GUILESS_MAIN(OpenAiApiTest)
#include "tst_openai_api.moc"
