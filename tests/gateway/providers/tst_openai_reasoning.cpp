// What OpenAI's reasoning models are asked for in Chat Completions.

#include "gateway/providers/openai_encode.h"

#include <QTest>

#include <boost/json.hpp>

using namespace tollgate;
namespace json = boost::json;

namespace {

struct Sent {
    json::object body;
    std::string notes;
    std::string text(const char* name) const {
        const json::value* found = body.if_contains(name);
        return found == nullptr ? "absent" : json::serialize(*found);
    }
};

Sent encoded(const ChatRequest& request, const std::string& model, ProviderKind kind = ProviderKind::OpenAi) {
    Provider provider;
    provider.kind = kind;
    TranslationLog log;
    const auto call = encodeOpenAiChat(request, {provider, model}, log);
    return {call ? json::parse(call->body).as_object() : json::object(), summaryOf(log.notes())};
}

ChatRequest question(const std::string& effort = {}, bool withFunction = false) {
    ChatRequest request;
    request.messages.resize(1);
    request.messages.front().parts.emplace_back().text = "q";
    request.reasoning.effort = effort;
    request.reasoning.mode = effort.empty() ? ReasoningWish::Mode::Unset : ReasoningWish::Mode::On;
    if (withFunction)
        request.tools.emplace_back().name = "f";
    return request;
}

} // namespace

class OpenAiReasoningTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void effortsFitTheModel_data();
    void effortsFitTheModel();
    void functionsAndReasoningDoNotMix_data();
    void functionsAndReasoningDoNotMix();
    void modelsThatReasonPickTheirWords_data();
    void modelsThatReasonPickTheirWords();
    void theDefaultTemperatureIsNoWish();
    void otherServersAreLeftToThemselves();
};

void OpenAiReasoningTest::effortsFitTheModel_data() {
    QTest::addColumn<QByteArray>("model");
    QTest::addColumn<QByteArray>("wanted");
    QTest::addColumn<QByteArray>("sent");
    const auto row = [](const char* model, const char* wanted, const char* sent) {
        QTest::addRow("%s %s", model, wanted) << QByteArray(model) << QByteArray(wanted) << QByteArray(sent);
    };
    row("o3", "none", "low");
    row("o4-mini", "high", "high");
    row("o3", "xhigh", "high");
    row("gpt-5", "minimal", "minimal");
    row("gpt-5-mini", "none", "minimal");
    row("gpt-5", "max", "high");
    row("gpt-5.1", "none", "none");
    row("gpt-5.1", "minimal", "low");
    row("gpt-5.1", "xhigh", "high");
    row("gpt-5.4-mini", "xhigh", "xhigh");
    row("gpt-5.6-sol", "minimal", "low");
    row("gpt-5.6-sol", "max", "xhigh");
    row("gpt-6-sol", "max", "max");
    row("gpt-6.2-sol", "medium", "medium");
}

void OpenAiReasoningTest::effortsFitTheModel() {
    QFETCH(QByteArray, model);
    QFETCH(QByteArray, wanted);
    QFETCH(QByteArray, sent);
    const Sent body = encoded(question(wanted.toStdString()), model.toStdString());
    QCOMPARE(body.text("reasoning_effort"), "\"" + sent.toStdString() + "\"");
    QCOMPARE(body.notes, std::string(wanted == sent ? "" : "clamped=thinking"));
    const Sent azure =
        encoded(question(wanted.toStdString()), model.toStdString(), ProviderKind::AzureOpenAi);
    QCOMPARE(azure.text("reasoning_effort"), body.text("reasoning_effort"));
}

void OpenAiReasoningTest::functionsAndReasoningDoNotMix_data() {
    QTest::addColumn<QByteArray>("model");
    QTest::addColumn<QByteArray>("wanted");
    QTest::addColumn<QByteArray>("sent");
    QTest::addColumn<QByteArray>("notes");
    const auto row = [](const char* model, const char* wanted, const char* sent, const char* notes = "") {
        QTest::addRow("%s %s", model, wanted)
            << QByteArray(model) << QByteArray(wanted) << QByteArray(sent) << QByteArray(notes);
    };
    row("gpt-5", "high", "\"high\"");
    row("gpt-5.1", "high", "\"high\"");
    row("gpt-5.4", "", "absent");
    row("gpt-5.4", "high", "absent", "dropped=thinking");
    row("gpt-5.2", "none", "absent");
    row("gpt-5.6-terra", "", "\"none\"", "clamped=thinking");
    row("gpt-5.6-terra", "none", "\"none\"");
    row("gpt-6-astra", "high", "\"none\"", "dropped=thinking");
}

void OpenAiReasoningTest::functionsAndReasoningDoNotMix() {
    QFETCH(QByteArray, model);
    QFETCH(QByteArray, wanted);
    QFETCH(QByteArray, sent);
    QFETCH(QByteArray, notes);
    const Sent body = encoded(question(wanted.toStdString(), true), model.toStdString());
    QCOMPARE(body.text("reasoning_effort"), sent.toStdString());
    QCOMPARE(body.notes, notes.toStdString());
}

void OpenAiReasoningTest::modelsThatReasonPickTheirWords_data() {
    QTest::addColumn<QByteArray>("model");
    QTest::addColumn<QByteArray>("effort");
    QTest::addColumn<bool>("picks");
    const auto row = [](const char* model, const char* effort, bool picks) {
        QTest::addRow("%s %s", model, effort) << QByteArray(model) << QByteArray(effort) << picks;
    };
    row("o3", "", true);
    row("gpt-5-nano", "minimal", true);
    row("gpt-5-chat-latest", "", false);
    row("gpt-5.2", "", false);
    row("gpt-5.2", "low", true);
    row("gpt-5.6-sol", "", true);
    row("gpt-5.6-sol", "none", false);
    row("gpt-4o", "", false);
}

void OpenAiReasoningTest::modelsThatReasonPickTheirWords() {
    QFETCH(QByteArray, model);
    QFETCH(QByteArray, effort);
    QFETCH(bool, picks);
    ChatRequest request = question(effort.toStdString());
    request.temperature = 0.5;
    request.topP = 0.25;
    request.presencePenalty = 1;
    request.frequencyPenalty = 1;
    request.logprobs = true;
    request.topLogprobs = 2;
    request.stop = {"x"};
    request.seed = 4;
    const Sent body = encoded(request, model.toStdString());
    for (const char* name : {"temperature", "top_p", "presence_penalty", "frequency_penalty", "logprobs",
                             "top_logprobs", "stop"})
        QVERIFY2(body.body.contains(name) != picks, name);
    QCOMPARE(body.text("seed"), std::string("4"));
    QCOMPARE(body.notes, std::string(picks ? "dropped=temperature,top_p,presence_penalty,frequency_penalty,"
                                             "logprobs,top_logprobs,stop"
                                           : ""));
}

void OpenAiReasoningTest::theDefaultTemperatureIsNoWish() {
    ChatRequest request = question();
    request.temperature = 1;
    request.presencePenalty = 0;
    request.logprobs = false;
    QCOMPARE(encoded(request, "o3").notes, std::string());
}

void OpenAiReasoningTest::otherServersAreLeftToThemselves() {
    ChatRequest request = question("minimal", true);
    request.temperature = 0.5;
    const Sent body = encoded(request, "gpt-5.6-sol", ProviderKind::OpenAiCompatible);
    QCOMPARE(body.text("reasoning_effort"), std::string("\"minimal\""));
    QVERIFY(body.body.contains("temperature"));
    QCOMPARE(body.notes, std::string());
    QCOMPARE(encoded(question("high"), "llama-3", ProviderKind::OpenAiCompatible).notes,
             std::string("dropped=thinking"));
}

QTEST_GUILESS_MAIN(OpenAiReasoningTest)
#include "tst_openai_reasoning.moc"
