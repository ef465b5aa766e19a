// Settings of an answer as Gemini is told them: sampling, format, thinking.

#include "gemini_kit.h"

#include <QTest>

using namespace tollgate;
using namespace tollgate::gemini_kit;

namespace {

using Change = void (*)(ChatRequest&);

ChatRequest question() {
    ChatRequest request;
    request.messages = {message(Role::User, {text("q")})};
    return request;
}

ChatRequest changed(Change change) {
    ChatRequest request = question();
    change(request);
    return request;
}

constexpr const char* kConfig = "/generationConfig";
constexpr const char* kThinking = "/generationConfig/thinkingConfig";

ReasoningWish effort(const char* word) {
    ReasoningWish wish;
    wish.mode = ReasoningWish::Mode::On;
    wish.effort = word;
    return wish;
}

ReasoningWish budget(std::int64_t tokens) {
    ReasoningWish wish;
    wish.mode = ReasoningWish::Mode::On;
    wish.budget = tokens;
    return wish;
}

ReasoningWish plain(ReasoningWish::Mode mode) {
    ReasoningWish wish;
    wish.mode = mode;
    return wish;
}

} // namespace

class GeminiConfigTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void samplingKeepsItsMeaning();
    void boundsAreKept_data();
    void boundsAreKept();
    void newerModelsSampleInTheirOwnWay();
    void penaltiesAreNotFor25();
    void jsonAnswersAreNative();
    void olderModelsAnswerOpenApiSchemas();
    void jsonAnswersNextToFunctions();
    void thinkingFitsTheModel_data();
    void thinkingFitsTheModel();
    void lowDetailIsForAllImages();
};

void GeminiConfigTest::samplingKeepsItsMeaning() {
    Attempt attempt;
    QCOMPARE(attempt.at(changed([](ChatRequest& request) {
                            request.temperature = 1.5;
                            request.topP = 0.5;
                            request.topK = 7;
                            request.maxTokens = 100;
                            request.stop = {"a", "", "b"};
                            request.n = 2;
                            request.seed = 42;
                            request.presencePenalty = -1.5;
                            request.frequencyPenalty = 0.5;
                            request.logprobs = true;
                            request.topLogprobs = 3;
                        }),
                        kConfig),
             std::string(R"({"temperature":1.5E0,"topP":5E-1,"topK":7,"maxOutputTokens":100,)"
                         R"("stopSequences":["a","b"],"candidateCount":2,"seed":42,"presencePenalty":-1.5E0,)"
                         R"("frequencyPenalty":5E-1,"responseLogprobs":true,"logprobs":3})"));
    QCOMPARE(attempt.notes(), std::string());
}

void GeminiConfigTest::boundsAreKept_data() {
    QTest::addColumn<int>("which");
    QTest::addColumn<QByteArray>("pointer");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("param");
    QTest::newRow("stops") << 0 << QByteArray("/generationConfig/stopSequences")
                           << QByteArray(R"(["1","2","3","4","5"])") << QByteArray("stop");
    QTest::newRow("candidates") << 1 << QByteArray("/generationConfig/candidateCount") << QByteArray("8")
                                << QByteArray("n");
    QTest::newRow("seed") << 2 << QByteArray("/generationConfig/seed") << QByteArray("1")
                          << QByteArray("seed");
    QTest::newRow("logprobs") << 3 << QByteArray("/generationConfig/logprobs") << QByteArray("20")
                              << QByteArray("top_logprobs");
    QTest::newRow("penalty") << 4 << QByteArray("/generationConfig/presencePenalty") << QByteArray("1.99E0")
                             << QByteArray("presence_penalty");
}

void GeminiConfigTest::boundsAreKept() {
    QFETCH(int, which);
    QFETCH(QByteArray, pointer);
    QFETCH(QByteArray, value);
    QFETCH(QByteArray, param);
    ChatRequest request = question();
    if (which == 0)
        request.stop = {"1", "2", "3", "4", "5", "6"};
    if (which == 1)
        request.n = 20;
    if (which == 2)
        request.seed = (std::int64_t(5) << 40) + 1;
    if (which == 3) {
        request.logprobs = true;
        request.topLogprobs = 30;
    }
    if (which == 4)
        request.presencePenalty = 2;
    Attempt attempt;
    QCOMPARE(attempt.at(request, pointer.constData()), value.toStdString());
    QCOMPARE(attempt.notes(), "clamped=" + param.toStdString());
}

void GeminiConfigTest::newerModelsSampleInTheirOwnWay() {
    const ChatRequest request = changed([](ChatRequest& wish) {
        wish.temperature = 0.5;
        wish.topP = 0.5;
        wish.topK = 5;
        wish.n = 2;
        wish.maxTokens = 9;
    });
    for (const char* model : {"gemini-3.5-flash-lite", "gemini-3.6-flash", "models/gemini-3.8-flash"}) {
        Attempt attempt(model);
        QCOMPARE(attempt.at(request, kConfig), std::string(R"({"maxOutputTokens":9})"));
        QCOMPARE(attempt.notes(), std::string("dropped=temperature,top_p,top_k,n"));
    }
    Attempt older("gemini-3.5-flash");
    QVERIFY(older.at(request, kConfig).find("temperature") != std::string::npos);
    QCOMPARE(older.notes(), std::string());
    Attempt open("gemini-3.8-flash", UnsupportedParams::Pass);
    QCOMPARE(open.at(request, kConfig), std::string(R"({"temperature":5E-1,"topP":5E-1,"topK":5,)"
                                                    R"("maxOutputTokens":9,"candidateCount":2})"));
}

void GeminiConfigTest::penaltiesAreNotFor25() {
    Attempt attempt("gemini-2.5-flash");
    QCOMPARE(attempt.at(changed([](ChatRequest& request) {
                            request.presencePenalty = 1;
                            request.frequencyPenalty = 0; // is the same as none
                        }),
                        kConfig),
             std::string("absent"));
    QCOMPARE(attempt.notes(), std::string("dropped=presence_penalty"));
}

void GeminiConfigTest::jsonAnswersAreNative() {
    ChatRequest request = question();
    request.format.kind = ResponseFormat::Kind::JsonObject;
    Attempt attempt;
    QCOMPARE(attempt.at(request, kConfig), std::string(R"({"responseMimeType":"application/json"})"));
    request.format.kind = ResponseFormat::Kind::JsonSchema;
    request.format.schema = boost::json::parse(
        R"({"type":"object","properties":{"b":{"$ref":"#/$defs/n"}},"$defs":{"n":{"type":"number"}}})");
    QCOMPARE(attempt.at(request, kConfig),
             std::string(R"({"responseMimeType":"application/json","responseJsonSchema":)"
                         R"({"type":"object","properties":{"b":{"type":"number"}}}})"));
    request.tools = {function("f")}; // Gemini 3 can do both
    QVERIFY(attempt.at(request, "/generationConfig/responseJsonSchema") != "absent");
    QCOMPARE(attempt.notes(), std::string());
}

void GeminiConfigTest::olderModelsAnswerOpenApiSchemas() {
    ChatRequest request = question();
    request.format.kind = ResponseFormat::Kind::JsonSchema;
    request.format.schema = boost::json::parse(
        R"({"type":"object","properties":{"b":{"type":"number"}},"additionalProperties":false})");
    Attempt attempt("gemini-2.0-flash");
    QCOMPARE(attempt.at(request, kConfig),
             std::string(R"({"responseMimeType":"application/json","responseSchema":)"
                         R"({"type":"object","properties":{"b":{"type":"number"}}}})"));
    QCOMPARE(attempt.notes(), std::string("dropped=response_format"));
}

void GeminiConfigTest::jsonAnswersNextToFunctions() {
    ChatRequest request = question();
    request.tools = {function("f")};
    request.format.kind = ResponseFormat::Kind::JsonSchema;
    request.format.schema = boost::json::parse(R"({"type":"object"})");
    Attempt attempt("gemini-2.5-pro");
    QCOMPARE(attempt.at(request, kConfig), std::string("absent"));
    QVERIFY(attempt.at(request, "/systemInstruction").find(R"({\"type\":\"object\"})") != std::string::npos);
    QCOMPARE(attempt.notes(), std::string("synthesised=response_format"));
}

void GeminiConfigTest::thinkingFitsTheModel_data() {
    using Mode = ReasoningWish::Mode;
    QTest::addColumn<QByteArray>("model");
    QTest::addColumn<int>("mode");
    QTest::addColumn<QByteArray>("word");
    QTest::addColumn<qint64>("tokens"); // -1: none
    QTest::addColumn<QByteArray>("config");
    QTest::addColumn<QByteArray>("notes");
    const auto row =
        [](const char* model, const ReasoningWish& wish, const char* config, const char* notes = "") {
            const std::string name = std::string(model) + " " + wish.effort + " " +
                                     (wish.budget ? std::to_string(*wish.budget) : std::string()) + " " +
                                     std::to_string(static_cast<int>(wish.mode));
            QTest::newRow(name.c_str())
                << QByteArray(model) << static_cast<int>(wish.mode) << QByteArray::fromStdString(wish.effort)
                << qint64(wish.budget.value_or(-1)) << QByteArray(config) << QByteArray(notes);
        };
    row("gemini-3-flash", {}, "absent");
    row("gemini-3-flash", effort("minimal"), R"({"thinkingLevel":"MINIMAL","includeThoughts":true})");
    row("gemini-3-flash", effort("low"), R"({"thinkingLevel":"LOW","includeThoughts":true})");
    row("gemini-3-flash", effort("medium"), R"({"thinkingLevel":"MEDIUM","includeThoughts":true})");
    row("gemini-3-flash", effort("high"), R"({"thinkingLevel":"HIGH","includeThoughts":true})");
    row("gemini-3-flash", effort("xhigh"), R"({"thinkingLevel":"HIGH","includeThoughts":true})",
        "clamped=reasoning_effort");
    row("gemini-3-flash", budget(1'024), R"({"thinkingLevel":"LOW","includeThoughts":true})");
    row("gemini-3-flash", budget(20'000), R"({"thinkingLevel":"HIGH","includeThoughts":true})");
    row("gemini-3-flash", plain(Mode::Adaptive), R"({"includeThoughts":true})");
    row("gemini-3-flash", plain(Mode::Off), R"({"thinkingLevel":"MINIMAL"})", "clamped=reasoning_effort");
    row("gemini-3-pro-preview", effort("medium"), R"({"thinkingLevel":"HIGH","includeThoughts":true})",
        "clamped=reasoning_effort");
    row("gemini-3.1-pro-preview", effort("medium"), R"({"thinkingLevel":"MEDIUM","includeThoughts":true})");
    row("gemini-3.1-pro-preview", effort("minimal"), R"({"thinkingLevel":"LOW","includeThoughts":true})",
        "clamped=reasoning_effort");
    row("gemini-3.6-flash", effort("minimal"), R"({"thinkingLevel":"MINIMAL","includeThoughts":true})");
    row("gemini-3.8-flash", effort("minimal"), R"({"thinkingLevel":"LOW","includeThoughts":true})",
        "clamped=reasoning_effort");
    row("gemini-flash-latest", effort("none"), R"({"thinkingLevel":"LOW"})", "clamped=reasoning_effort");
    row("gemini-2.5-flash", effort("none"), R"({"thinkingBudget":0})");
    row("gemini-2.5-pro", effort("none"), R"({"thinkingBudget":128})", "clamped=thinking");
    row("gemini-2.5-flash", effort("low"), R"({"thinkingBudget":2048,"includeThoughts":true})");
    row("gemini-2.5-flash", effort("xhigh"), R"({"thinkingBudget":24576,"includeThoughts":true})");
    row("gemini-2.5-pro", effort("xhigh"), R"({"thinkingBudget":32768,"includeThoughts":true})");
    row("gemini-2.5-flash", budget(10'000), R"({"thinkingBudget":10000,"includeThoughts":true})");
    row("gemini-2.5-flash", budget(60'000), R"({"thinkingBudget":24576,"includeThoughts":true})",
        "clamped=thinking");
    row("gemini-2.5-flash-lite", budget(100), R"({"thinkingBudget":512,"includeThoughts":true})",
        "clamped=thinking");
    row("gemini-2.5-flash", plain(Mode::Adaptive), R"({"thinkingBudget":-1,"includeThoughts":true})");
    row("gemini-2.0-flash", effort("high"), "absent", "dropped=thinking");
    row("gemini-2.0-flash", plain(Mode::Off), "absent");
}

void GeminiConfigTest::thinkingFitsTheModel() {
    QFETCH(QByteArray, model);
    QFETCH(int, mode);
    QFETCH(QByteArray, word);
    QFETCH(qint64, tokens);
    QFETCH(QByteArray, config);
    QFETCH(QByteArray, notes);
    ChatRequest request = question();
    request.reasoning.mode = static_cast<ReasoningWish::Mode>(mode);
    request.reasoning.effort = word.toStdString();
    if (tokens >= 0)
        request.reasoning.budget = tokens;
    Attempt attempt(model.toStdString());
    QCOMPARE(attempt.at(request, kThinking), config.toStdString());
    QCOMPARE(attempt.notes(), notes.toStdString());
}

void GeminiConfigTest::lowDetailIsForAllImages() {
    ChatRequest request = question();
    ContentPart image = file(ContentPart::Kind::Image, "data:image/png;base64,AA==");
    image.detail = "low";
    request.messages.front().parts.push_back(image);
    Attempt low;
    QCOMPARE(low.at(request, "/generationConfig/mediaResolution"), std::string(R"("MEDIA_RESOLUTION_LOW")"));
    image.detail = "high";
    request.messages.front().parts.push_back(image);
    Attempt mixed;
    QCOMPARE(mixed.at(request, kConfig), std::string("absent"));
    QCOMPARE(mixed.notes(), std::string("dropped=detail"));
}

QTEST_GUILESS_MAIN(GeminiConfigTest)
#include "tst_gemini_config.moc"
