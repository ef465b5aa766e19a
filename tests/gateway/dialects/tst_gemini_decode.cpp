// Google's generateContent as the gateway reads it.

#include "gateway/dialects/dialect.h"
#include "gateway/dialects/dialect_routes.h"
#include "gateway/dialects/gemini_decode.h"
#include "gateway/dialects/gemini_path.h"
#include "gateway/dialects/gemini_seal.h"

#include <QTest>

#include <boost/json.hpp>

using namespace tollgate;
namespace json = boost::json;
using Kind = ContentPart::Kind;

namespace {

HttpRequest asking(std::string body, std::string method = "generateContent", std::string query = {}) {
    HttpRequest request;
    request.method = "POST";
    request.path = "/v1beta/models/some%2Fmodel:" + method;
    request.query = std::move(query);
    request.body = std::move(body);
    return request;
}

/// With one turn of the user, and `members` beside it.
std::string hello(const std::string& members) {
    return R"({"contents":[{"role":"user","parts":[{"text":"hi"}]}])" + members + "}";
}

ChatRequest decoded(const std::string& body, const std::string& method = "generateContent") {
    const HttpRequest request = asking(body, method);
    const auto chat = dialectAt(request.path)->decode(request);
    if (!chat)
        qFatal("%s", chat.error().message.c_str());
    return *chat;
}

RequestEnvelope inspected(const HttpRequest& request) {
    const auto envelope = geminiGenerateDialect().inspect(request);
    if (!envelope)
        qFatal("%s", envelope.error().message.c_str());
    return *envelope;
}

std::string fieldAtFault(const std::string& body) {
    const auto envelope = geminiGenerateDialect().inspect(asking(body));
    return envelope ? std::string("none") : envelope.error().param;
}

std::string schemaText(const char* schema) {
    return json::serialize(schemaFromGemini(json::parse(schema)));
}

} // namespace

class TestGeminiDecode : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void pathsNameModelAndMethod() {
        QCOMPARE(geminiPath("/v1beta/models/a/b:generateContent")->model, std::string("a/b"));
        QCOMPARE(geminiPath("/v1beta/models/a%3Ab:countTokens")->model, std::string("a:b"));
        for (const char* other :
             {"/v1beta/models/a", "/v1beta/models/:countTokens", "/v1/chat/a:countTokens"})
            QVERIFY2(!geminiPath(other), other);
        QVERIFY(dialectAt("/v1beta/models/a:embedContent") == nullptr);
        QCOMPARE(dialectAt("/v1beta/models/a:countTokens")->operation(), Operation::CountTokens);
    }

    void streamsAreServerSentEventsOrOneArray() {
        const auto plain = inspected(asking(hello({})));
        QVERIFY(!plain.stream && !plain.wantsArray);
        const auto events = inspected(asking(hello({}), "streamGenerateContent", "alt=sse"));
        QVERIFY(events.stream && !events.wantsArray);
        const auto array = inspected(asking(hello({}), "streamGenerateContent"));
        QVERIFY(!array.stream && array.wantsArray);
        QCOMPARE(plain.model, std::string("some/model"));
    }

    void whatItCostsIsWeighed() {
        const auto envelope = inspected(asking(
            R"({"contents":[{"parts":[{"text":"12345"},{"inline_data":{"mime_type":"image/png","data":"AAAA"}},)"
            R"({"inlineData":{"mimeType":"audio/wav","data":"BBBBBB"}},{"inlineData":{"mimeType":"application/pdf","data":"CC"}}]}],)"
            R"("tools":[{"functionDeclarations":[{"name":"f"}]}],"generation_config":{"max_output_tokens":7,"candidateCount":2}})"));
        QVERIFY(envelope.hasImages && envelope.hasAudio && envelope.hasTools);
        QCOMPARE(envelope.attached.images, 1);
        QCOMPARE(envelope.attached.soundBytes, std::size_t{6});
        QCOMPARE(envelope.attached.documentBytes, std::size_t{2});
        QCOMPARE(envelope.maxTokens, std::optional<std::int64_t>(7));
        QCOMPARE(envelope.choices, 2);
        QVERIFY(envelope.promptBytes > 5);
    }

    void mistakesNameTheirField_data() {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("field");
        const auto row = [](const char* name, const char* body, const char* field) {
            QTest::newRow(name) << QByteArray(body) << QByteArray(field);
        };
        row("nothing said", "{}", "contents");
        row("empty", R"({"contents":[]})", "contents");
        row("a role", R"({"contents":[{"role":"assistant","parts":[]}]})", "contents[0].role");
        row("no parts", R"({"contents":[{"role":"user"}]})", "contents[0].parts");
        row("a text", R"({"contents":[{"parts":[{"text":1}]}]})", "contents[0].parts[0].text");
        row("data", R"({"contents":[{"parts":[{"inlineData":{"data":"A"}}]}]})",
            "contents[0].parts[0].inlineData");
        row("a call", R"({"contents":[{"parts":[{"functionCall":{}}]}]})",
            "contents[0].parts[0].functionCall.name");
        row("a temperature", R"({"contents":[{"parts":[]}],"generationConfig":{"temperature":3}})",
            "generationConfig.temperature");
        row("a limit", R"({"contents":[{"parts":[]}],"generationConfig":{"maxOutputTokens":0}})",
            "generationConfig.maxOutputTokens");
        row("twice", R"({"contents":[{"parts":[]}],"contents":[{"parts":[]}]})", "contents");
        row("two spellings",
            R"({"contents":[{"parts":[]}],"systemInstruction":"a","system_instruction":"b"})",
            "systemInstruction");
        row("tools", R"({"contents":[{"parts":[]}],"tools":{}})", "tools");
    }
    void mistakesNameTheirField() {
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, field);
        QCOMPARE(QByteArray::fromStdString(fieldAtFault(body.toStdString())), field);
    }

    void turnsAndTheirPartsAreRead() {
        const ChatRequest chat = decoded(
            R"({"system_instruction":{"parts":[{"text":"Be"},{"text":"brief"}]},"contents":[)"
            R"({"role":"user","parts":[{"text":"look"},{"inlineData":{"mimeType":"image/png","data":"AA=="}},)"
            R"({"fileData":{"mimeType":"application/pdf","fileUri":"https://x/y.pdf"}},{"inlineData":{"mimeType":"video/mp4","data":"AA=="}}]},)"
            R"({"role":"model","parts":[{"text":"Hm","thought":true},{"text":", yes","thought":true,"thoughtSignature":"c2ln"},)"
            R"({"text":"Well"}]}]})");
        QCOMPARE(chat.model, std::string("some/model"));
        QCOMPARE(chat.messages.size(), std::size_t{3});
        QCOMPARE(chat.messages[0].role, Role::System);
        QCOMPARE(chat.systemText(), std::string("Be\nbrief"));
        const auto& asked = chat.messages[1].parts;
        QCOMPARE(asked[1].kind, Kind::Image);
        QCOMPARE(asked[1].url, std::string("data:image/png;base64,AA=="));
        QCOMPARE(asked[2].kind, Kind::Document);
        QCOMPARE(asked[3].kind, Kind::Opaque);
        const auto& said = chat.messages[2].parts;
        QCOMPARE(said.size(), std::size_t{2});
        QCOMPARE(said[0].kind, Kind::Reasoning);
        QCOMPARE(said[0].text, std::string("Hm, yes"));
        QCOMPARE(said[0].signature, std::string("c2ln"));
        QVERIFY(said[0].origin == Origin::Gemini);
        QCOMPARE(said[1].text, std::string("Well"));
    }

    void callsAndResultsFindEachOther() {
        const ChatRequest chat = decoded(
            R"({"contents":[{"role":"model","parts":[{"functionCall":{"name":"f","args":{"a":1}},"thoughtSignature":"c2ln"},)"
            R"({"functionCall":{"name":"g"}},{"functionCall":{"name":"f","id":"own"}}]},)"
            R"({"role":"user","parts":[{"functionResponse":{"name":"g","response":{"output":"two"}}},)"
            R"({"functionResponse":{"name":"f","response":{"error":"no"}}},{"functionResponse":{"id":"own","name":"f","response":{"a":[1]}}}]}]})");
        const auto& calls = chat.messages[0].parts;
        const auto& results = chat.messages[1].parts;
        QCOMPARE(calls[0].arguments, std::string("{\"a\":1}"));
        QCOMPARE(calls[0].signature, std::string("c2ln"));
        QCOMPARE(calls[1].arguments, std::string("{}"));
        QCOMPARE(results[0].id, calls[1].id);
        QCOMPARE(results[0].resultText(), std::string("two"));
        QCOMPARE(results[1].id, calls[0].id);
        QVERIFY(results[1].isError && !results[0].isError);
        QCOMPARE(results[2].id, std::string("own"));
        QCOMPARE(results[2].resultText(), std::string("{\"a\":[1]}"));
        QVERIFY(calls[0].id != calls[1].id);
    }

    void settingsAreRead() {
        const ChatRequest chat = decoded(hello(
            R"(,"generationConfig":{"temperature":0.5,"topP":0.9,"topK":40.0,"maxOutputTokens":99,"stopSequences":["a","b"],)"
            R"("candidateCount":2,"seed":7,"responseLogprobs":true,"logprobs":3,"thinkingConfig":{"thinkingBudget":512,"includeThoughts":true},)"
            R"("responseMimeType":"application/json","responseSchema":{"type":"STRING"},"responseModalities":["TEXT"]},)"
            R"("safetySettings":[{"category":"c"}],"toolConfig":{"functionCallingConfig":{"mode":"ANY","allowedFunctionNames":["f"]}},)"
            R"("tools":[{"functionDeclarations":[{"name":"f","description":"d","parameters":{"type":"OBJECT"}}]},{"googleSearch":{}}])"));
        QCOMPARE(chat.topK, std::optional<std::int64_t>(40));
        QCOMPARE(chat.maxTokens, std::optional<std::int64_t>(99));
        QCOMPARE(chat.stop.size(), std::size_t{2});
        QCOMPARE(chat.n, std::optional<std::int64_t>(2));
        QCOMPARE(chat.topLogprobs, std::optional<std::int64_t>(3));
        QCOMPARE(chat.reasoning.budget, std::optional<std::int64_t>(512));
        QVERIFY(chat.reasoning.mode == ReasoningWish::Mode::On);
        QVERIFY(chat.format.kind == ResponseFormat::Kind::JsonSchema);
        QCOMPARE(json::serialize(chat.format.schema), std::string("{\"type\":\"string\"}"));
        QVERIFY(chat.toolChoice.mode == ToolChoice::Mode::Named);
        QCOMPARE(chat.toolChoice.name, std::string("f"));
        QCOMPARE(chat.tools.size(), std::size_t{2});
        QCOMPARE(json::serialize(chat.tools[0].schema), std::string("{\"type\":\"object\"}"));
        QVERIFY(chat.tools[1].kind == ToolDefinition::Kind::Server);
        QCOMPARE(chat.extras.size(), std::size_t{2});
        QCOMPARE(chat.extras[0].name, std::string("generationConfig.responseModalities"));
        QCOMPARE(chat.extras[1].name, std::string("safetySettings"));
    }

    void budgetsOfThoughtAreWishes_data() {
        QTest::addColumn<QByteArray>("config");
        QTest::addColumn<int>("mode");
        QTest::addColumn<QByteArray>("effort");
        using Mode = ReasoningWish::Mode;
        QTest::newRow("none") << QByteArray("{\"thinkingBudget\":0}") << static_cast<int>(Mode::Off)
                              << QByteArray();
        QTest::newRow("dynamic") << QByteArray("{\"thinkingBudget\":-1}") << static_cast<int>(Mode::Adaptive)
                                 << QByteArray();
        QTest::newRow("a level") << QByteArray("{\"thinkingLevel\":\"LOW\"}") << static_cast<int>(Mode::On)
                                 << QByteArray("low");
        QTest::newRow("unsaid") << QByteArray("{}") << static_cast<int>(Mode::Unset) << QByteArray();
    }
    void budgetsOfThoughtAreWishes() {
        QFETCH(QByteArray, config);
        QFETCH(int, mode);
        QFETCH(QByteArray, effort);
        const ChatRequest chat =
            decoded(hello(",\"generationConfig\":{\"thinkingConfig\":" + config.toStdString() + "}"));
        QCOMPARE(static_cast<int>(chat.reasoning.mode), mode);
        QCOMPARE(chat.reasoning.effort, effort.toStdString());
    }

    void schemasOfOpenApiBecomeJsonSchemas() {
        const char* openApi =
            R"({"type":"OBJECT","properties":{"type":{"type":"STRING","nullable":true,"example":"x"},)"
            R"("list":{"type":"ARRAY","items":{"type":"INTEGER"},"maxItems":"5"}},"propertyOrdering":["type"],)"
            R"("required":["list"]})";
        QCOMPARE(schemaText(openApi),
                 std::string("{\"type\":\"object\",\"properties\":{\"type\":{\"type\":[\"string\",\"null\"]},"
                             "\"list\":{\"type\":\"array\",\"items\":{\"type\":\"integer\"},\"maxItems\":5}},"
                             "\"required\":[\"list\"]}"));
    }

    void countsMayWrapTheirRequest() {
        const ChatRequest chat = decoded(
            R"({"generateContentRequest":{"model":"models/m","contents":[{"parts":[{"text":"in"}]}]}})",
            "countTokens");
        QCOMPARE(chat.lastUserText(), std::string("in"));
        QVERIFY(chat.operation == Operation::CountTokens);
    }

    void foreignProofsTravelAsSignatures() {
        const std::string sealed = sealedForGemini({Origin::Anthropic, false, "rs:1", "c2ln"});
        QVERIFY(!openedFromGemini("c2ln") && !openedFromGemini("dG9sbGdhdGU6AAAA"));
        std::string urlSafe = sealed;
        std::replace(urlSafe.begin(), urlSafe.end(), '+', '-');
        std::replace(urlSafe.begin(), urlSafe.end(), '/', '_');
        urlSafe.erase(urlSafe.find_last_not_of('=') + 1);
        for (const std::string& text : {sealed, urlSafe}) {
            const auto proof = openedFromGemini(text);
            QVERIFY(proof.has_value());
            QVERIFY(proof->origin == Origin::Anthropic);
            QCOMPARE(proof->id, std::string("rs:1"));
            QCOMPARE(proof->signature, std::string("c2ln"));
        }
        const auto rewritten = [](const std::string& body) {
            const HttpRequest request = asking(body);
            return geminiGenerateDialect().rewritten(request, inspected(request), {"m"});
        };
        const std::string proof = ",\"thoughtSignature\":\"" + sealed + "\"}";
        const std::string turn = "{\"role\":\"model\",\"parts\":[{\"text\":\"Hm\",\"thought\":true},"
                                 "{\"text\":\"\",\"thought\":true" +
                                 proof;
        const std::string rest = "\"tools\" : []}";
        QCOMPARE(rewritten("{\"contents\":[" + turn + ",{\"text\":\"a\"}]}]," + rest),
                 "{\"contents\":[{\"role\":\"model\",\"parts\":[{\"text\":\"a\"}]}]," + rest);
        QCOMPARE(rewritten("{\"contents\":[{\"parts\":[{\"text\":\"q\"}]}," + turn + "]}]," + rest),
                 "{\"contents\":[{\"parts\":[{\"text\":\"q\"}]}]," + rest);
        const std::string own =
            "{\"contents\" : [{\"parts\":[{\"text\":\"\",\"thoughtSignature\":\"c2ln\"}]}]}";
        QCOMPARE(rewritten(own), own);
    }

    void aPromptOfOursGoesInFront() {
        const auto rewritten = [](const std::string& body) {
            const HttpRequest request = asking(body);
            Rewrite rewrite{"m"};
            rewrite.systemText = "Ours";
            return geminiGenerateDialect().rewritten(request, inspected(request), rewrite);
        };
        QCOMPARE(rewritten(hello({})),
                 std::string("{\"systemInstruction\":{\"parts\":[{\"text\":\"Ours\"}]},"
                             "\"contents\":[{\"role\":\"user\",\"parts\":[{\"text\":\"hi\"}]}]}"));
        QCOMPARE(
            rewritten(hello(",\"system_instruction\":{\"parts\":{\"text\":\"Theirs\"}},\"x\":1")),
            std::string(
                "{\"contents\":[{\"role\":\"user\",\"parts\":[{\"text\":\"hi\"}]}],"
                "\"system_instruction\":{\"parts\":[{\"text\":\"Ours\"},{\"text\":\"Theirs\"}]},\"x\":1}"));
    }
};

QTEST_GUILESS_MAIN(TestGeminiDecode)
#include "tst_gemini_decode.moc"
