// What goes up to Bedrock's Converse.

#include "gateway/providers/adapters.h"

#include "request_parts.h"

#include <QTest>

using namespace tollgate;
using namespace tollgate::test;

namespace {

namespace json = boost::json;
using Kind = ContentPart::Kind;

const std::string kClaude = "us.anthropic.claude-sonnet-4-5-20250929-v1:0";
const std::string kAdaptive = "anthropic.claude-opus-4-6-v1";
const std::string kNewest = "global.anthropic.claude-opus-5-5-v1";
const std::string kNova = "amazon.nova-pro-v1:0";
const std::string kMistral = "mistral.mistral-large-2407-v1:0";
const std::string kLlama = "meta.llama3-70b-instruct-v1:0";

Encoded encode(const ChatRequest& request, const std::string& model = kClaude,
               UnsupportedParams policy = UnsupportedParams::Drop) {
    return encodeWith(bedrockAdapter(), request, model, nullptr, policy);
}

ChatRequest chat(std::vector<Message> messages) {
    ChatRequest request;
    request.messages = std::move(messages);
    return request;
}

ChatRequest toolTalk() {
    ChatRequest request = chat({message(Role::User, "a"), message(Role::Assistant, {callPart("1", "f")}),
                                message(Role::Tool, {resultPart("1", "x")})});
    request.tools = {tool("f")};
    return request;
}

} // namespace

class BedrockEncodeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theSmallestRequestSaysNothingElse();
    void systemTextsAreApart();
    void toolTurnsAreJoined();
    void idsAreSanitisedOnBothSides();
    void failuresAreMarked();
    void imagesHaveTheExactShape();
    void documentsHaveTheExactShape();
    void namesOfDocumentsFollowTheRules_data();
    void namesOfDocumentsFollowTheRules();
    void namesOfDocumentsAreUnique();
    void whatCannotBeSaidIsRefused_data();
    void whatCannotBeSaidIsRefused();
    void cachePointsFollowWhatTheyMark();
    void reasoningGoesBackSigned();
    void foreignReasoningIsDropped();
    void toolsHaveTheExactShape();
    void toolsThatClaudeWasTaughtGoBeside();
    void betasOfTheCallerAreCarriedWhereTheModelTakesThem_data();
    void betasOfTheCallerAreCarriedWhereTheModelTakesThem();
    void contextIsManagedWhereItsBetaIsTaken();
    void effortNeedsABetaWithOneModel();
    void toolChoicesHaveTheExactShape_data();
    void toolChoicesHaveTheExactShape();
    void noToolIsSaidInThreeWays();
    void parallelCallsAreClaudesOwnWord();
    void toolsOfTheHistoryAreDeclared();
    void inferenceHasTheExactShape();
    void topKHasManyNames_data();
    void topKHasManyNames();
    void claudeThinksWithABudget();
    void claudeThinksAdaptively();
    void othersHaveTheirOwnWordsForEffort();
    void schemasBecomeAForcedTool();
    void schemasAreAskedForInWordsElsewhere();
    void unknownParametersFollowThePolicy();
    void usersAndTiersHaveAPlace();
    void countingWrapsTheConversation();
};

void BedrockEncodeTest::theSmallestRequestSaysNothingElse() {
    const Encoded encoded = encode(ask());
    QCOMPARE(json::serialize(encoded.body),
             std::string(R"({"messages":[{"role":"user","content":[{"text":"hi"}]}]})"));
    QVERIFY(encoded.notes.empty());
    ChatRequest stream = ask();
    stream.stream = true; // the path says it
    QCOMPARE(encode(stream).body, encoded.body);
}

void BedrockEncodeTest::systemTextsAreApart() {
    const Encoded encoded =
        encode(chat({message(Role::System, "a"), message(Role::Developer, "b"), message(Role::User, "c")}));
    QCOMPARE(encoded.at("/system"), std::string(R"([{"text":"a"},{"text":"b"}])"));
}

void BedrockEncodeTest::toolTurnsAreJoined() {
    ChatRequest request = chat(
        {message(Role::User, "a"),
         message(Role::Assistant, {textPart("w"), callPart("1", "f", R"({"x":1})"), callPart("2", "f", "")}),
         message(Role::Tool, {resultPart("1", "one")}), message(Role::User, "and?"),
         message(Role::Tool, {resultPart("2", "")})});
    request.tools = {tool("f")};
    const Encoded encoded = encode(request);
    QCOMPARE(encoded.at("/messages/1/content"),
             std::string(R"([{"text":"w"},{"toolUse":{"toolUseId":"1","name":"f","input":{"x":1}}},)"
                         R"({"toolUse":{"toolUseId":"2","name":"f","input":{}}}])"));
    const std::string results = R"([{"toolResult":{"toolUseId":"1","content":[{"text":"one"}]}},)"
                                R"({"toolResult":{"toolUseId":"2","content":[{"text":"No output."}]}},)"
                                R"({"text":"and?"}])";
    QCOMPARE(encoded.at("/messages/2/content"), results);
}

void BedrockEncodeTest::idsAreSanitisedOnBothSides() {
    ChatRequest request = toolTalk();
    request.messages[1].parts[0].id = request.messages[2].parts[0].id = "call:1";
    for (const auto& [model, size] :
         {std::pair(kClaude, std::size_t(0)), std::pair(kMistral, std::size_t(9))}) {
        const Encoded encoded = encode(request, model);
        const std::string sent(
            encoded.body.at_pointer("/messages/1/content/0/toolUse/toolUseId").as_string());
        QCOMPARE(
            std::string(encoded.body.at_pointer("/messages/2/content/0/toolResult/toolUseId").as_string()),
            sent);
        QVERIFY(sent.find(':') == std::string::npos && !sent.empty());
        QVERIFY(size == 0 || (sent.size() == size && sent.find_first_of("_-") == std::string::npos));
    }
}

void BedrockEncodeTest::failuresAreMarked() {
    ChatRequest request = toolTalk();
    request.messages[2].parts[0].isError = true;
    QCOMPARE(encode(request).at("/messages/2/content/0/toolResult/status"), std::string(R"("error")"));
    const Encoded other = encode(request, kLlama);
    QCOMPARE(other.at("/messages/2/content/0/toolResult/status"), std::string("absent"));
    QCOMPARE(other.at("/messages/2/content/0/toolResult/content"),
             std::string(R"([{"text":"Error:"},{"text":"x"}])"));
}

void BedrockEncodeTest::imagesHaveTheExactShape() {
    const auto image = [](const char* url) {
        return encode(chat({message(Role::User, {mediaPart(Kind::Image, url)})})).at("/messages/0/content/0");
    };
    QCOMPARE(image("data:image/jpg;base64,AAAA"),
             std::string(R"({"image":{"format":"jpeg","source":{"bytes":"AAAA"}}})"));
    const std::string bucket = R"({"image":{"format":"png","source":{"s3Location":{"uri":"s3://b/k.png"}}}})";
    QCOMPARE(image("s3://b/k.png"), bucket);
}

void BedrockEncodeTest::documentsHaveTheExactShape() {
    ContentPart pdf = mediaPart(Kind::Document, "data:application/pdf;base64,JVBERi0=");
    pdf.name = "My report_v2 (final).pdf";
    const Encoded encoded = encode(chat({message(Role::User, {textPart("read"), pdf})}));
    QCOMPARE(encoded.at("/messages/0/content/1/document/source"), std::string(R"({"bytes":"JVBERi0="})"));
    QCOMPARE(encoded.at("/messages/0/content/1/document/format"), std::string("\"pdf\""));
    QCOMPARE(encoded.at("/messages/0/content/1/document/name"), std::string("\"My report v2 (final)\""));
    ContentPart text = mediaPart(Kind::Document, "");
    text.text = "h\xC3\xA9!";
    const Encoded alone = encode(chat({message(Role::User, {text})}));
    QCOMPARE(alone.at("/messages/0/content"),
             std::string(R"([{"document":{"format":"txt","source":{"bytes":"aMOpIQ=="},"name":"document"}},)"
                         R"({"text":"See the document."}])"));
    QCOMPARE(alone.summary(), std::string("synthesised=messages[0].content"));
}

void BedrockEncodeTest::namesOfDocumentsFollowTheRules_data() {
    QTest::addColumn<std::string>("given");
    QTest::addColumn<std::string>("sent");
    QTest::newRow("ending") << std::string("a.b.pdf") << std::string("\"a b\"");
    QTest::newRow("signs") << std::string("x//y__z  [1](2)-3") << std::string("\"x y z [1](2)-3\"");
    QTest::newRow("other letters") << std::string("\xC5\xBC.pdf") << std::string("\"document\"");
    QTest::newRow("only an ending") << std::string(".pdf") << std::string("\"document\"");
}

void BedrockEncodeTest::namesOfDocumentsFollowTheRules() {
    QFETCH(std::string, given);
    QFETCH(std::string, sent);
    ContentPart part = mediaPart(Kind::Document, "data:text/csv;base64,AAAA");
    part.name = given;
    QCOMPARE(encode(chat({message(Role::User, {part})})).at("/messages/0/content/0/document/name"), sent);
}

void BedrockEncodeTest::namesOfDocumentsAreUnique() {
    const ContentPart part = mediaPart(Kind::Document, "data:text/csv;base64,AAAA");
    const Encoded encoded = encode(chat({message(Role::User, {part, part, textPart("x"), part})}));
    QCOMPARE(encoded.at("/messages/0/content/0/document/name"), std::string("\"document\""));
    QCOMPARE(encoded.at("/messages/0/content/1/document/name"), std::string("\"document 2\""));
    QCOMPARE(encoded.at("/messages/0/content/3/document/name"), std::string("\"document 3\""));
}

void BedrockEncodeTest::whatCannotBeSaidIsRefused_data() {
    QTest::addColumn<int>("kind");
    QTest::addColumn<std::string>("url");
    const auto row = [](const char* name, Kind kind, const char* url) {
        QTest::newRow(name) << static_cast<int>(kind) << std::string(url);
    };
    row("image by address", Kind::Image, "https://x/y.png");
    row("bitmap", Kind::Image, "data:image/bmp;base64,AAAA");
    row("document by address", Kind::Document, "https://x/y.pdf");
    row("another's file", Kind::Document, "");
    row("odd audio", Kind::Audio, "data:audio/midi;base64,AAAA");
}

void BedrockEncodeTest::whatCannotBeSaidIsRefused() {
    QFETCH(int, kind);
    QFETCH(std::string, url);
    const Encoded encoded = encode(chat({message(Role::User, {mediaPart(static_cast<Kind>(kind), url)})}));
    QCOMPARE(encoded.body, json::value("refused messages[0].content"));
}

void BedrockEncodeTest::cachePointsFollowWhatTheyMark() {
    Message system = message(Role::System, "s");
    system.parts[0].cache = CacheMark{"1h"};
    Message user = message(Role::User, "u");
    user.parts[0].cache = CacheMark{};
    ChatRequest request = chat({system, user});
    request.tools = {tool("f")};
    request.tools[0].cache = CacheMark{};
    const Encoded claude = encode(request);
    QCOMPARE(claude.at("/system/1"), std::string(R"({"cachePoint":{"type":"default","ttl":"1h"}})"));
    QCOMPARE(claude.at("/messages/0/content/1"), std::string(R"({"cachePoint":{"type":"default"}})"));
    QCOMPARE(claude.at("/toolConfig/tools/1"), std::string(R"({"cachePoint":{"type":"default"}})"));
    QVERIFY(claude.notes.empty());
    const Encoded llama = encode(request, kLlama);
    QCOMPARE(llama.at("/system/1"), std::string("absent"));
    QCOMPARE(llama.notes.size(), std::size_t(3));
}

void BedrockEncodeTest::reasoningGoesBackSigned() {
    ContentPart redacted = thoughtPart({}, "Zm9v", Origin::Bedrock);
    redacted.redacted = true;
    ChatRequest request = toolTalk();
    auto& parts = request.messages[1].parts;
    parts.insert(parts.begin(), {thoughtPart("a \n", "s1==", Origin::Bedrock), redacted,
                                 thoughtPart("b", "s2", Origin::Anthropic)});
    const Encoded encoded = encode(request);
    const std::string signedText =
        R"({"reasoningContent":{"reasoningText":{"text":"a \n","signature":"s1=="}}})";
    QCOMPARE(encoded.at("/messages/1/content/0"), signedText);
    QCOMPARE(encoded.at("/messages/1/content/1"),
             std::string(R"({"reasoningContent":{"redactedContent":"Zm9v"}})"));
    QCOMPARE(encoded.at("/messages/1/content/2/reasoningContent/reasoningText/signature"),
             std::string(R"("s2")"));
    QVERIFY(encoded.notes.empty());
}

void BedrockEncodeTest::foreignReasoningIsDropped() {
    ContentPart redacted = thoughtPart({}, "x", Origin::Anthropic);
    redacted.redacted = true;
    ChatRequest request = toolTalk();
    auto& parts = request.messages[1].parts;
    parts.insert(parts.begin(),
                 {thoughtPart("a", "s", Origin::Gemini), thoughtPart("b", "", Origin::Bedrock), redacted});
    const Encoded encoded = encode(request);
    QCOMPARE(encoded.at("/messages/1/content/1"), std::string("absent"));
    QCOMPARE(encoded.summary(), std::string("dropped=messages[1].thinking"));
    request.messages[1].parts = {thoughtPart("a", "s", Origin::Anthropic), callPart("1", "f")};
    QCOMPARE(encode(request, kNova).summary(), std::string("dropped=messages[1].thinking"));
}

void BedrockEncodeTest::toolsHaveTheExactShape() {
    ChatRequest request = ask();
    request.tools = {tool("my.tool"), tool("web_search_20250305")};
    request.tools[0].description = "does";
    request.tools[0].strict = true;
    request.tools[1].kind = ToolDefinition::Kind::Server;
    const Encoded encoded = encode(request);
    const std::string name(encoded.body.at_pointer("/toolConfig/tools/0/toolSpec/name").as_string());
    const std::string config =
        R"({"tools":[{"toolSpec":{"name":")" + name +
        R"(","description":"does","inputSchema":{"json":{"type":"object","properties":{}}}}}]})";
    QCOMPARE(encoded.at("/toolConfig"), config);
    QCOMPARE(encoded.hints.toolNames.front().second, std::string("my.tool"));
    QCOMPARE(encoded.summary(), std::string("dropped=tools[0].strict,tools[1]"));
}

void BedrockEncodeTest::toolsThatClaudeWasTaughtGoBeside() {
    const std::string own = R"({"type":"computer_20250124","name":"computer","display_width_px":9})";
    ChatRequest request = ask();
    request.tools = {tool("f"), tool("computer_20250124")};
    request.tools[1].kind = ToolDefinition::Kind::Server;
    request.tools[1].raw = json::parse(own);
    const Encoded claude = encode(request);
    QCOMPARE(claude.at("/additionalModelRequestFields/tools"), "[" + own + "]");
    QCOMPARE(claude.at("/additionalModelRequestFields/anthropic_beta"),
             std::string(R"(["computer-use-2025-01-24"])"));
    QCOMPARE(claude.at("/toolConfig/tools/1"), std::string("absent"));
    QVERIFY(claude.notes.empty());
    QCOMPARE(encode(request, kNova).summary(), std::string("dropped=tools[1]"));
}

void BedrockEncodeTest::betasOfTheCallerAreCarriedWhereTheModelTakesThem_data() {
    QTest::addColumn<std::string>("model");
    QTest::addColumn<std::string>("carried");
    QTest::addColumn<std::string>("summary");
    const auto row = [](const char* name, const std::string& model, const char* carried,
                        const char* summary) {
        QTest::newRow(name) << model << std::string(carried) << std::string(summary);
    };
    row("Sonnet 4.5", kClaude, R"(["interleaved-thinking-2025-05-14","context-1m-2025-08-07"])",
        "dropped=anthropic-beta.claude-code-20250219");
    row("Opus 4.5", "anthropic.claude-opus-4-5-20251101-v1:0", R"(["interleaved-thinking-2025-05-14"])",
        "dropped=anthropic-beta.claude-code-20250219,anthropic-beta.context-1m-2025-08-07");
    row("Sonnet 3.7", "us.anthropic.claude-3-7-sonnet-20250219-v1:0", "absent",
        "dropped=anthropic-beta.claude-code-20250219,anthropic-beta.interleaved-thinking-2025-05-14,"
        "anthropic-beta.context-1m-2025-08-07");
    row("Nova", kNova, "absent", "dropped=anthropic-beta");
}

void BedrockEncodeTest::betasOfTheCallerAreCarriedWhereTheModelTakesThem() {
    QFETCH(std::string, model);
    ChatRequest request = ask();
    request.betas = {"claude-code-20250219", "interleaved-thinking-2025-05-14", "context-1m-2025-08-07"};
    const Encoded encoded = encode(request, model);
    QTEST(encoded.at("/additionalModelRequestFields/anthropic_beta"), "carried");
    QTEST(encoded.summary(), "summary");
    request.operation = Operation::CountTokens;
    QTEST(encode(request, model).at("/input/converse/additionalModelRequestFields/anthropic_beta"),
          "carried");
}

void BedrockEncodeTest::contextIsManagedWhereItsBetaIsTaken() {
    ChatRequest request = ask();
    request.extras = {{"context_management", json::parse(R"({"edits":[]})")}};
    QCOMPARE(encode(request).summary(), std::string("dropped=context_management"));
    request.betas = {"context-management-2025-06-27"};
    const Encoded encoded = encode(request);
    QCOMPARE(encoded.at("/additionalModelRequestFields/context_management"), std::string(R"({"edits":[]})"));
    QVERIFY(encoded.notes.empty());
    // A tool that needs the same beta does not say it twice.
    request.tools = {tool("memory_20250818")};
    request.tools[0].kind = ToolDefinition::Kind::Server;
    request.tools[0].raw = json::parse(R"({"type":"memory_20250818","name":"memory"})");
    QCOMPARE(encode(request).at("/additionalModelRequestFields/anthropic_beta"),
             std::string(R"(["context-management-2025-06-27"])"));
}

void BedrockEncodeTest::effortNeedsABetaWithOneModel() {
    ChatRequest request = ask();
    request.reasoning.effort = "max";
    const Encoded opus = encode(request, "anthropic.claude-opus-4-5-20251101-v1:0");
    QCOMPARE(opus.at("/additionalModelRequestFields"),
             std::string(R"({"output_config":{"effort":"high"},"anthropic_beta":["effort-2025-11-24"]})"));
    QCOMPARE(opus.summary(), std::string("clamped=reasoning_effort"));
    QCOMPARE(encode(request, kAdaptive).at("/additionalModelRequestFields"),
             std::string(R"({"output_config":{"effort":"max"}})"));
    QCOMPARE(encode(request).summary(), std::string("dropped=output_config.effort"));
}

void BedrockEncodeTest::toolChoicesHaveTheExactShape_data() {
    QTest::addColumn<int>("mode");
    QTest::addColumn<std::string>("model");
    QTest::addColumn<std::string>("text");
    const auto row = [](const char* name, ToolChoice::Mode mode, const std::string& model, const char* text) {
        QTest::newRow(name) << static_cast<int>(mode) << model << std::string(text);
    };
    row("unset", ToolChoice::Mode::Unset, kClaude, "absent");
    row("auto", ToolChoice::Mode::Auto, kClaude, R"({"auto":{}})");
    row("required", ToolChoice::Mode::Required, kClaude, R"({"any":{}})");
    row("named", ToolChoice::Mode::Named, kClaude, R"({"tool":{"name":"f"}})");
    row("named, Mistral", ToolChoice::Mode::Named, kMistral, R"({"any":{}})");
    row("required, Llama", ToolChoice::Mode::Required, kLlama, R"({"auto":{}})");
    row("required, newest", ToolChoice::Mode::Required, kNewest, R"({"auto":{}})");
}

void BedrockEncodeTest::toolChoicesHaveTheExactShape() {
    QFETCH(int, mode);
    QFETCH(std::string, model);
    QFETCH(std::string, text);
    ChatRequest request = ask();
    request.tools = {tool("f")};
    request.toolChoice = {static_cast<ToolChoice::Mode>(mode), "f"};
    QCOMPARE(encode(request, model).at("/toolConfig/toolChoice"), text);
}

void BedrockEncodeTest::noToolIsSaidInThreeWays() {
    ChatRequest fresh = ask();
    fresh.tools = {tool("f")};
    fresh.toolChoice.mode = ToolChoice::Mode::None;
    QCOMPARE(encode(fresh).at("/toolConfig"), std::string("absent"));
    ChatRequest history = toolTalk();
    history.toolChoice.mode = ToolChoice::Mode::None;
    const Encoded claude = encode(history);
    QVERIFY(claude.at("/toolConfig/tools") != "absent");
    QCOMPARE(claude.at("/additionalModelRequestFields/tool_choice"), std::string(R"({"type":"none"})"));
    const Encoded llama = encode(history, kLlama);
    QCOMPARE(llama.at("/toolConfig/toolChoice"), std::string("absent"));
    QCOMPARE(llama.summary(), std::string("clamped=tool_choice"));
}

void BedrockEncodeTest::parallelCallsAreClaudesOwnWord() {
    ChatRequest request = ask();
    request.tools = {tool("f")};
    request.parallelToolCalls = false;
    request.toolChoice = {ToolChoice::Mode::Named, "f"};
    const Encoded claude = encode(request);
    QCOMPARE(claude.at("/additionalModelRequestFields/tool_choice"),
             std::string(R"({"type":"tool","name":"f","disable_parallel_tool_use":true})"));
    QCOMPARE(claude.at("/toolConfig/toolChoice"), std::string("absent"));
    const Encoded nova = encode(request, kNova);
    QCOMPARE(nova.at("/toolConfig/toolChoice"), std::string(R"({"tool":{"name":"f"}})"));
    QCOMPARE(nova.summary(), std::string("dropped=parallel_tool_calls"));
}

void BedrockEncodeTest::toolsOfTheHistoryAreDeclared() {
    ChatRequest request = toolTalk();
    request.tools.clear();
    const Encoded encoded = encode(request);
    QCOMPARE(encoded.at("/toolConfig/tools/0/toolSpec/name"), std::string(R"("f")"));
    QCOMPARE(encoded.at("/additionalModelRequestFields/tool_choice"), std::string(R"({"type":"none"})"));
    QCOMPARE(encoded.summary(), std::string("synthesised=tools"));
    request.tools = {tool("web_search_20250305")};
    request.tools[0].kind = ToolDefinition::Kind::Server;
    QCOMPARE(encode(request).at("/toolConfig/tools/0/toolSpec/name"), std::string(R"("f")"));
}

void BedrockEncodeTest::inferenceHasTheExactShape() {
    ChatRequest request = ask();
    request.maxTokens = 9;
    request.topP = 1;
    request.stop = {"END", "\n"};
    const Encoded encoded = encode(request);
    QCOMPARE(encoded.at("/inferenceConfig/maxTokens"), std::string("9"));
    QCOMPARE(encoded.body.at_pointer("/inferenceConfig/topP").to_number<double>(), 1.0);
    QCOMPARE(encoded.at("/inferenceConfig/stopSequences"), std::string(R"(["END"])"));
    QCOMPARE(encoded.at("/additionalModelResponseFieldPaths"),
             std::string(R"(["/stop_sequence","/delta/stop_sequence"])"));
    QCOMPARE(encode(request, kLlama).at("/additionalModelResponseFieldPaths"), std::string("absent"));
    ChatRequest hot = ask();
    hot.temperature = 1.7;
    const Encoded clamped = encode(hot, kNova);
    QCOMPARE(clamped.body.at_pointer("/inferenceConfig/temperature").to_number<double>(), 1.0);
    QCOMPARE(clamped.summary(), std::string("clamped=temperature"));
}

void BedrockEncodeTest::topKHasManyNames_data() {
    QTest::addColumn<std::string>("model");
    QTest::addColumn<std::string>("more");
    QTest::newRow("claude") << kClaude << std::string(R"({"top_k":5})");
    QTest::newRow("nova") << kNova << std::string(R"({"inferenceConfig":{"topK":5}})");
    QTest::newRow("llama") << kLlama << std::string("absent");
}

void BedrockEncodeTest::topKHasManyNames() {
    QFETCH(std::string, model);
    QFETCH(std::string, more);
    ChatRequest request = ask();
    request.topK = 5;
    const Encoded encoded = encode(request, model);
    QCOMPARE(encoded.at("/additionalModelRequestFields"), more);
    QCOMPARE(encoded.summary(), std::string(more == "absent" ? "dropped=top_k" : ""));
}

void BedrockEncodeTest::claudeThinksWithABudget() {
    ChatRequest request = ask();
    request.reasoning.mode = ReasoningWish::Mode::On;
    request.reasoning.effort = "low";
    request.temperature = 0.2;
    const Encoded open = encode(request);
    QCOMPARE(open.at("/additionalModelRequestFields"),
             std::string(R"({"thinking":{"type":"enabled","budget_tokens":2048}})"));
    QCOMPARE(open.at("/inferenceConfig"), std::string(R"({"maxTokens":32000})"));
    QCOMPARE(open.summary(), std::string("dropped=temperature; synthesised=max_tokens"));
    request.maxTokens = 1'500;
    QCOMPARE(encode(request).at("/additionalModelRequestFields/thinking/budget_tokens"), std::string("1024"));
}

void BedrockEncodeTest::claudeThinksAdaptively() {
    ChatRequest request = ask();
    request.reasoning.mode = ReasoningWish::Mode::On;
    request.reasoning.effort = "medium";
    const Encoded encoded = encode(request, kAdaptive);
    QCOMPARE(encoded.at("/additionalModelRequestFields"),
             std::string(R"({"thinking":{"type":"adaptive"},"output_config":{"effort":"medium"}})"));
    QCOMPARE(encoded.at("/inferenceConfig"), std::string("absent"));
    QVERIFY(encoded.notes.empty());
}

void BedrockEncodeTest::othersHaveTheirOwnWordsForEffort() {
    ChatRequest request = ask();
    request.reasoning.mode = ReasoningWish::Mode::On;
    request.reasoning.effort = "high";
    request.temperature = 0.5;
    const Encoded oss = encode(request, "openai.gpt-oss-120b-1:0");
    QCOMPARE(oss.at("/additionalModelRequestFields"), std::string(R"({"reasoning_effort":"high"})"));
    QVERIFY(oss.at("/inferenceConfig/temperature") != "absent");
    const Encoded nova = encode(request, "us.amazon.nova-2-lite-v1:0");
    QCOMPARE(nova.at("/additionalModelRequestFields"),
             std::string(R"({"reasoningConfig":{"type":"enabled","maxReasoningEffort":"medium"}})"));
    QCOMPARE(nova.summary(), std::string("clamped=reasoning_effort"));
    QCOMPARE(encode(request, kLlama).summary(), std::string("dropped=reasoning_effort"));
    request.reasoning.effort = "none";
    request.reasoning.mode = ReasoningWish::Mode::Off;
    QCOMPARE(encode(request, "openai.gpt-oss-20b-1:0").at("/additionalModelRequestFields/reasoning_effort"),
             std::string(R"("low")"));
    QCOMPARE(encode(request, kLlama).at("/additionalModelRequestFields"), std::string("absent"));
}

void BedrockEncodeTest::schemasBecomeAForcedTool() {
    ChatRequest request = ask();
    request.format.kind = ResponseFormat::Kind::JsonSchema;
    request.format.schema = json::parse(R"({"type":"object","properties":{"a":{"type":"string"}}})");
    for (const std::string& model : {kClaude, kNova}) {
        const Encoded encoded = encode(request, model);
        QCOMPARE(encoded.at("/toolConfig/tools/0/toolSpec/inputSchema/json"),
                 json::serialize(request.format.schema));
        QCOMPARE(encoded.at("/toolConfig/toolChoice"), std::string(R"({"tool":{"name":"json_answer"}})"));
        QCOMPARE(encoded.hints.unwrapTool, std::string("json_answer"));
        QCOMPARE(encoded.summary(), std::string("synthesised=response_format"));
    }
    request.tools = {tool("f")};
    QCOMPARE(encode(request).at("/toolConfig/toolChoice"), std::string(R"({"any":{}})"));
}

void BedrockEncodeTest::schemasAreAskedForInWordsElsewhere() {
    ChatRequest request = ask();
    request.format.kind = ResponseFormat::Kind::JsonSchema;
    request.format.schema = json::parse(R"({"type":"object","properties":{"a":{"type":"string"}}})");
    for (const std::string& model : {kLlama, kNewest}) {
        const Encoded encoded = encode(request, model);
        QCOMPARE(encoded.at("/toolConfig"), std::string("absent"));
        QVERIFY(encoded.at("/system/0/text").find("JSON schema") != std::string::npos);
        QVERIFY(encoded.hints.unwrapTool.empty());
    }
}

void BedrockEncodeTest::unknownParametersFollowThePolicy() {
    ChatRequest request = ask();
    request.seed = 7;
    request.extras = {{"guardrailConfig", json::object{{"guardrailIdentifier", "g"}}},
                      {"additionalModelRequestFields", json::object{{"x", 1}}},
                      {"logit_things", 2}};
    const Encoded dropped = encode(request);
    QCOMPARE(dropped.at("/guardrailConfig/guardrailIdentifier"), std::string(R"("g")"));
    QCOMPARE(dropped.at("/additionalModelRequestFields"), std::string(R"({"x":1})"));
    QCOMPARE(dropped.summary(), std::string("dropped=seed,logit_things"));
    const Encoded passed = encode(request, kClaude, UnsupportedParams::Pass);
    QCOMPARE(passed.at("/additionalModelRequestFields"), std::string(R"({"seed":7,"x":1,"logit_things":2})"));
}

void BedrockEncodeTest::usersAndTiersHaveAPlace() {
    ChatRequest request = ask();
    request.user = "alice@example.com";
    request.serviceTier = "flex";
    const Encoded encoded = encode(request);
    QCOMPARE(encoded.at("/requestMetadata"), std::string(R"({"user":"alice@example.com"})"));
    QCOMPARE(encoded.at("/serviceTier"), std::string(R"({"type":"flex"})"));
    QVERIFY(encoded.notes.empty());
    request.user = "\xC5\xBC";
    request.serviceTier = "scale";
    QCOMPARE(encode(request).summary(), std::string("dropped=user,service_tier"));
}

void BedrockEncodeTest::countingWrapsTheConversation() {
    ChatRequest request = ask();
    request.operation = Operation::CountTokens;
    request.temperature = 0.5;
    request.user = "alice";
    request.messages.insert(request.messages.begin(), message(Role::System, "s"));
    const Encoded encoded = encode(request);
    QCOMPARE(json::serialize(encoded.body),
             std::string(R"({"input":{"converse":{"messages":[{"role":"user","content":[{"text":"hi"}]}],)"
                         R"("system":[{"text":"s"}]}}})"));
    request.operation = Operation::Embeddings;
    QCOMPARE(encode(request).body, json::value("refused model"));
}

QTEST_GUILESS_MAIN(BedrockEncodeTest)
#include "tst_bedrock_encode.moc"
