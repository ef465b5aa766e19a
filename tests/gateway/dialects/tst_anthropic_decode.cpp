// Anthropic bodies in the canonical form: nothing lost, and what has no place noted.

#include "gateway/dialects/dialect.h"

#include <QTest>

#include <boost/json.hpp>

using namespace tollgate;
namespace json = boost::json;
using Kind = ContentPart::Kind;

namespace {

tl::expected<ChatRequest, Error> decode(std::string body,
                                        const Dialect& dialect = anthropicMessagesDialect()) {
    HttpRequest request;
    request.body = std::move(body);
    return dialect.decode(request);
}

ChatRequest decoded(const std::string& members) {
    const auto request = decode(R"({"model":"m","max_tokens":16,)" + members + "}");
    if (!request)
        qFatal("%s", request.error().message.c_str());
    return *request;
}

/// The parts of one message with these blocks.
std::vector<ContentPart> parts(const std::string& blocks, const std::string& role = "user") {
    return decoded(R"("messages":[{"role":")" + role + R"(","content":[)" + blocks + "]}]")
        .messages.at(0)
        .parts;
}

/// "name=value" of every extra, in order.
std::vector<std::string> extrasOf(const ChatRequest& request) {
    std::vector<std::string> found;
    for (const ExtraParam& extra : request.extras)
        found.push_back(extra.name + "=" + json::serialize(extra.value));
    return found;
}

const std::string kHello = R"("messages":[{"role":"user","content":"hi"}])";

} // namespace

class AnthropicDecodeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void rolesAndStringsArePlain();
    void systemIsAMessageOfItsOwn_data();
    void systemIsAMessageOfItsOwn();
    void theBillingHeaderIsStripped_data();
    void theBillingHeaderIsStripped();
    void cacheMarksAreKept();
    void imagesComeFromThreeSources_data();
    void imagesComeFromThreeSources();
    void documentsComeFromFiveSources();
    void contextAndTitleOfADocumentAreKept();
    void callsKeepTheOrderOfTheirInput();
    void resultsHoldTextsAndPictures();
    void thinkingIsSignedByAnthropic();
    void searchResultsBecomeText();
    void blocksOfServerToolsStayWhole();
    void whatAPartCannotHoldIsNoted();
    void brokenPartsAreRefusedNamingTheField_data();
    void brokenPartsAreRefusedNamingTheField();
};

void AnthropicDecodeTest::rolesAndStringsArePlain() {
    const ChatRequest request =
        decoded(R"("messages":[{"role":"user","content":"a"},{"role":"assistant","content":"b"},)"
                R"({"role":"system","content":"c"},{"role":"user","content":[{"type":"text","text":"d"},)"
                R"({"type":"text","text":"e"}]}])");
    QCOMPARE(request.model, std::string("m"));
    QVERIFY(request.operation == Operation::Chat);
    QCOMPARE(request.messages.size(), std::size_t{4});
    QVERIFY(request.messages[0].role == Role::User);
    QVERIFY(request.messages[1].role == Role::Assistant);
    QVERIFY(request.messages[2].role == Role::System);
    QCOMPARE(request.messages[0].parts.at(0).text, std::string("a"));
    QCOMPARE(request.messages[3].parts.size(), std::size_t{2});
    QCOMPARE(request.lastUserText(), std::string("d\ne"));
    QVERIFY(request.extras.empty());
}

void AnthropicDecodeTest::systemIsAMessageOfItsOwn_data() {
    QTest::addColumn<std::string>("system");
    QTest::addColumn<std::vector<std::string>>("texts");
    using Texts = std::vector<std::string>;
    QTest::newRow("string") << std::string(R"("be brief")") << Texts{"be brief"};
    QTest::newRow("blocks") << std::string(R"([{"type":"text","text":"a"},{"type":"text","text":"b"}])")
                            << Texts{"a", "b"};
    QTest::newRow("empty string") << std::string(R"("")") << Texts{};
    QTest::newRow("no blocks") << std::string("[]") << Texts{};
    QTest::newRow("null") << std::string("null") << Texts{};
}

void AnthropicDecodeTest::systemIsAMessageOfItsOwn() {
    QFETCH(std::string, system);
    QFETCH(std::vector<std::string>, texts);
    const ChatRequest request = decoded("\"system\":" + system + "," + kHello);
    QCOMPARE(request.messages.size(), texts.empty() ? std::size_t{1} : std::size_t{2});
    if (texts.empty())
        return;
    QVERIFY(request.messages[0].role == Role::System);
    std::vector<std::string> found;
    for (const ContentPart& part : request.messages[0].parts)
        found.push_back(part.text);
    QCOMPARE(found, texts);
}

void AnthropicDecodeTest::theBillingHeaderIsStripped_data() {
    QTest::addColumn<std::string>("system");
    QTest::addColumn<std::string>("text");
    const std::string header = "x-anthropic-billing-header: cc_version=2.1.37.3a3; cch=ab12f;";
    const auto row = [](const char* name, std::string system, const char* text) {
        QTest::newRow(name) << std::move(system) << std::string(text);
    };
    row("a block of its own",
        R"([{"type":"text","text":")" + header + R"("},{"type":"text","text":"You are"}])", "You are");
    row("nothing else", R"([{"type":"text","text":")" + header + R"("}])", "");
    row("a string's first line", "\"" + header + R"(\n\nYou are")", "You are");
    row("a string of its own", "\"" + header + "\"", "");
    row("only mentioned", R"("About x-anthropic-billing-header: none")",
        "About x-anthropic-billing-header: none");
}

void AnthropicDecodeTest::theBillingHeaderIsStripped() {
    QFETCH(std::string, system);
    const ChatRequest request = decoded("\"system\":" + system + "," + kHello);
    QTEST(request.systemText(), "text");
    QVERIFY(request.extras.empty());
}

void AnthropicDecodeTest::cacheMarksAreKept() {
    const ChatRequest request = decoded(
        R"("system":[{"type":"text","text":"s","cache_control":{"type":"ephemeral","ttl":"1h"}}],)"
        R"("tools":[{"name":"t","input_schema":{},"cache_control":{"type":"ephemeral"}}],)"
        R"("messages":[{"role":"user","content":[{"type":"text","text":"a"},)"
        R"({"type":"tool_result","tool_use_id":"x","content":"r","cache_control":{"type":"ephemeral","ttl":"5m"}}]}])");
    QVERIFY(request.messages[0].parts[0].cache == CacheMark{"1h"});
    QVERIFY(request.tools[0].cache == CacheMark{""});
    QVERIFY(!request.messages[1].parts[0].cache);
    QVERIFY(request.messages[1].parts[1].cache == CacheMark{"5m"});
}

void AnthropicDecodeTest::imagesComeFromThreeSources_data() {
    QTest::addColumn<std::string>("source");
    QTest::addColumn<std::string>("url");
    QTest::addColumn<std::string>("file");
    const auto row = [](const char* name, const char* source, const char* url, const char* file) {
        QTest::newRow(name) << std::string(source) << std::string(url) << std::string(file);
    };
    row("base64", R"({"type":"base64","media_type":"image/webp","data":"QUJD"})",
        "data:image/webp;base64,QUJD", "");
    row("url", R"({"type":"url","url":"https://x/y.png"})", "https://x/y.png", "");
    row("file", R"({"type":"file","file_id":"file_1"})", "", "file_1");
}

void AnthropicDecodeTest::imagesComeFromThreeSources() {
    QFETCH(std::string, source);
    const std::vector<ContentPart> found = parts(R"({"type":"image","source":)" + source + "}");
    QCOMPARE(found.size(), std::size_t{1});
    QVERIFY(found[0].kind == Kind::Image);
    QTEST(found[0].url, "url");
    QTEST(found[0].fileId, "file");
}

void AnthropicDecodeTest::documentsComeFromFiveSources() {
    const auto one = [](const char* source) {
        return parts(R"({"type":"document","source":)" + std::string(source) + "}").at(0);
    };
    const ContentPart pdf = one(R"({"type":"base64","media_type":"application/pdf","data":"QQ=="})");
    QVERIFY(pdf.kind == Kind::Document);
    QCOMPARE(pdf.url, std::string("data:application/pdf;base64,QQ=="));
    const ContentPart address = one(R"({"type":"url","url":"https://x/y.pdf"})");
    QCOMPARE(address.url, std::string("https://x/y.pdf"));
    QCOMPARE(one(R"({"type":"file","file_id":"file_9"})").fileId, std::string("file_9"));
    const ContentPart plain = one(R"({"type":"text","media_type":"text/plain","data":"words"})");
    QVERIFY(plain.kind == Kind::Document);
    QCOMPARE(plain.text, std::string("words"));
    QCOMPARE(one(R"({"type":"content","content":"words"})").text, std::string("words"));
    QCOMPARE(
        one(R"({"type":"content","content":[{"type":"text","text":"a"},{"type":"text","text":"b"}]})").text,
        std::string("a\n\nb"));
    const std::vector<ContentPart> mixed =
        parts(R"({"type":"document","title":"T","source":{"type":"content","content":[)"
              R"({"type":"text","text":"a"},{"type":"image","source":{"type":"url","url":"https://i"}}]}})");
    QCOMPARE(mixed.size(), std::size_t{3});
    QCOMPARE(mixed[0].text, std::string("T"));
    QCOMPARE(mixed[1].text, std::string("a"));
    QCOMPARE(mixed[2].url, std::string("https://i"));
}

void AnthropicDecodeTest::contextAndTitleOfADocumentAreKept() {
    const std::vector<ContentPart> found =
        parts(R"({"type":"document","title":"Report","context":"From 2026.","citations":{"enabled":false},)"
              R"("cache_control":{"type":"ephemeral"},"source":{"type":"text","data":"words"}})");
    QCOMPARE(found.size(), std::size_t{2});
    QCOMPARE(found[0].text, std::string("From 2026."));
    QVERIFY(!found[0].cache);
    QCOMPARE(found[1].name, std::string("Report"));
    QVERIFY(found[1].cache.has_value());
}

void AnthropicDecodeTest::callsKeepTheOrderOfTheirInput() {
    const std::vector<ContentPart> found = parts(
        R"({"type":"tool_use","id":"toolu_1","name":"f","input":{"z":1,"a":{"y":0.5,"b":[1,2]},"m":"ü"}},)"
        R"({"type":"tool_use","id":"toolu_2","name":"g","input":{}},)"
        R"({"type":"tool_use","id":"toolu_3","name":"h"})",
        "assistant");
    QCOMPARE(found.size(), std::size_t{3});
    QVERIFY(found[0].kind == Kind::ToolCall);
    QCOMPARE(found[0].id, std::string("toolu_1"));
    QCOMPARE(found[0].name, std::string("f"));
    QCOMPARE(found[0].arguments, std::string(R"({"z":1,"a":{"y":0.5,"b":[1,2]},"m":"ü"})"));
    QCOMPARE(found[1].arguments, std::string("{}"));
    QCOMPARE(found[2].arguments, std::string("{}"));
}

void AnthropicDecodeTest::resultsHoldTextsAndPictures() {
    const std::vector<ContentPart> found = parts(
        R"({"type":"tool_result","tool_use_id":"t1","content":"plain"},)"
        R"({"type":"tool_result","tool_use_id":"t2","is_error":true,"content":[)"
        R"({"type":"text","text":"see"},{"type":"image","source":{"type":"url","url":"https://i"}}]},)"
        R"({"type":"tool_result","tool_use_id":"t3"},)"
        R"({"type":"tool_result","tool_use_id":"t4","content":[{"type":"tool_reference","tool_name":"x"},)"
        R"({"type":"hologram"}]},)"
        R"({"type":"text","text":"and?"})");
    QCOMPARE(found.size(), std::size_t{5});
    QVERIFY(found[0].kind == Kind::ToolResult);
    QCOMPARE(found[0].id, std::string("t1"));
    QVERIFY(!found[0].isError);
    QCOMPARE(found[0].resultText(), std::string("plain"));
    QVERIFY(found[1].isError);
    QCOMPARE(found[1].parts.size(), std::size_t{2});
    QVERIFY(found[1].parts[1].kind == Kind::Image);
    QVERIFY(found[2].parts.empty());
    QCOMPARE(found[3].resultText(), std::string("The tool x can be called now."));
    QVERIFY(found[3].parts.at(1).kind == Kind::Opaque);
    QCOMPARE(found[4].text, std::string("and?"));
}

void AnthropicDecodeTest::thinkingIsSignedByAnthropic() {
    const std::vector<ContentPart> found = parts(
        R"({"type":"thinking","thinking":"hm","signature":"U0lH+/="},)"
        R"({"type":"redacted_thinking","data":"RU5D"},{"type":"thinking","thinking":"so","signature":""})",
        "assistant");
    QCOMPARE(found.size(), std::size_t{3});
    QVERIFY(found[0].kind == Kind::Reasoning && found[0].origin == Origin::Anthropic && !found[0].redacted);
    QCOMPARE(found[0].text, std::string("hm"));
    QCOMPARE(found[0].signature, std::string("U0lH+/="));
    QVERIFY(found[1].redacted && found[1].origin == Origin::Anthropic);
    QCOMPARE(found[1].signature, std::string("RU5D"));
    QVERIFY(found[2].signature.empty() && found[2].origin == Origin::Unknown);
    QCOMPARE(found[2].text, std::string("so"));
}

void AnthropicDecodeTest::searchResultsBecomeText() {
    const std::vector<ContentPart> found =
        parts(R"({"type":"search_result","title":"T","source":"https://s","citations":{"enabled":true},)"
              R"("content":[{"type":"text","text":"a"},{"type":"text","text":"b"}]})");
    QCOMPARE(found.size(), std::size_t{1});
    QVERIFY(found[0].kind == Kind::Text);
    QCOMPARE(found[0].text, std::string("T\nhttps://s\n\na\n\nb"));
}

void AnthropicDecodeTest::blocksOfServerToolsStayWhole() {
    for (
        const char* block :
        {R"({"type":"server_tool_use","id":"s1","name":"web_search","input":{"query":"q"}})",
         R"({"type":"web_search_tool_result","tool_use_id":"s1","content":[{"url":"u","encrypted_content":"E"}]})",
         R"({"type":"mcp_tool_use","id":"m","name":"n","server_name":"s","input":{}})",
         R"({"type":"container_upload","file_id":"f"})", R"({"type":"hologram","x":{"y":1}})"}) {
        const std::vector<ContentPart> found = parts(block, "assistant");
        QCOMPARE(found.size(), std::size_t{1});
        QVERIFY(found[0].kind == Kind::Opaque && found[0].origin == Origin::Anthropic);
        QCOMPARE(json::serialize(found[0].opaque), std::string(block));
    }
}

void AnthropicDecodeTest::whatAPartCannotHoldIsNoted() {
    const ChatRequest request = decoded(
        R"("messages":[{"role":"assistant","content":[{"type":"text","text":"a","citations":[{"type":"x"}]}]},)"
        R"({"role":"user","content":[{"type":"text","text":"b","citations":null},)"
        R"({"type":"document","citations":{"enabled":true},"source":{"type":"text","data":"w"}},)"
        R"({"type":"image","transformations":{"oversized_image":"error"},"source":{"type":"url","url":"u"}}]}],)"
        R"("tools":[{"name":"t","input_schema":{},"defer_loading":true,"input_examples":[{"a":1}]},)"
        R"({"name":"u","input_schema":{},"defer_loading":false,"eager_input_streaming":true}])");
    const std::vector<std::string> expected{
        R"(messages[0].content[0].citations=[{"type":"x"}])",
        R"(messages[1].content[1].citations={"enabled":true})",
        R"(messages[1].content[2].transformations={"oversized_image":"error"})",
        R"(tools[0].defer_loading=true)",
        R"(tools[0].input_examples=[{"a":1}])",
    };
    QCOMPARE(extrasOf(request), expected);
}

void AnthropicDecodeTest::brokenPartsAreRefusedNamingTheField_data() {
    QTest::addColumn<std::string>("members");
    QTest::addColumn<std::string>("param");
    const auto block = [](const char* name, const char* text, const char* param) {
        QTest::newRow(name) << R"("messages":[{"role":"user","content":[)" + std::string(text) + "]}]"
                            << "messages[0].content[0]" + std::string(param);
    };
    block("image without source", R"({"type":"image"})", ".source");
    block("image of another source", R"({"type":"image","source":{"type":"ftp"}})", ".source");
    block("document without source", R"({"type":"document"})", ".source");
    block("input a string", R"({"type":"tool_use","id":"t","name":"f","input":"{}"})", ".input");
    block("result of nothing", R"({"type":"tool_result","content":"x"})", ".tool_use_id");
    block("image in a result", R"({"type":"tool_result","tool_use_id":"t","content":[{"type":"image"}]})",
          ".content[0].source");
    const auto row = [](const char* name, const char* members, const char* param) {
        QTest::newRow(name) << kHello + "," + members << std::string(param);
    };
    row("a tool without name", R"("tools":[{"input_schema":{}}])", "tools[0].name");
    row("choice of another type", R"("tool_choice":{"type":"maybe"})", "tool_choice.type");
    row("choice of no tool", R"("tool_choice":{"type":"tool"})", "tool_choice.name");
}

void AnthropicDecodeTest::brokenPartsAreRefusedNamingTheField() {
    QFETCH(std::string, members);
    const auto request = decode(R"({"model":"m","max_tokens":1,)" + members + "}");
    QVERIFY(!request);
    QVERIFY(request.error().code == ErrorCode::InvalidRequest);
    QTEST(request.error().param, "param");
}

QTEST_GUILESS_MAIN(AnthropicDecodeTest)
#include "tst_anthropic_decode.moc"
