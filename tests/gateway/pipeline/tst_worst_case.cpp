// What budgets reserve: the worst that is plausible, by who knows best.

#include "gateway/pipeline/worst_case.h"

#include <QTest>

#include <limits>

using namespace tollgate;

class WorstCaseTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void repliesAreBoundedByWhoKnowsBest_data();
    void repliesAreBoundedByWhoKnowsBest();
    void manyChoicesNeverWrapAround();
    void promptsAreTakenForDenseText();
    void picturesFilesAndSoundCount();
};

void WorstCaseTest::repliesAreBoundedByWhoKnowsBest_data() {
    QTest::addColumn<int>("caller"); // -1: says nothing
    QTest::addColumn<int>("model");
    QTest::addColumn<int>("usual");
    QTest::addColumn<int>("asked");
    QTest::addColumn<int>("tokens");
    QTest::newRow("the caller's limit") << 100 << -1 << -1 << 0 << 100;
    QTest::newRow("the caller's limit, whatever is usual") << 100 << -1 << 5 << 0 << 100;
    QTest::newRow("never more than the model writes") << 100'000 << 8'192 << -1 << 0 << 8'192;
    QTest::newRow("the model's longest") << -1 << 8'192 << 300 << 0 << 8'192;
    QTest::newRow("what is usual") << -1 << -1 << 300 << 0 << 300;
    QTest::newRow("nobody knows") << -1 << -1 << -1 << 0 << 4'096;
    QTest::newRow("thoughts come on top") << 100 << 64'000 << -1 << 16'484 << 16'484;
    QTest::newRow("what goes up says more than the model could") << -1 << 64'000 << -1 << 4'096 << 4'096;
    QTest::newRow("embeddings write nothing") << 0 << -1 << -1 << 0 << 0;
}

void WorstCaseTest::repliesAreBoundedByWhoKnowsBest() {
    QFETCH(int, caller);
    QFETCH(int, model);
    QFETCH(int, usual);
    QFETCH(int, asked);
    QFETCH(int, tokens);
    const auto known = [](int value) {
        return value < 0 ? std::optional<std::int64_t>() : std::optional<std::int64_t>(value);
    };
    RequestEnvelope envelope;
    envelope.maxTokens = known(caller);
    Model one;
    one.maxOutputTokens = known(model);
    ReplyBounds bounds;
    bounds.usual = known(usual);
    bounds.asked = asked;
    QCOMPARE(worstReplyTokens(one, envelope, bounds), tokens);
    envelope.choices = 3;
    QCOMPARE(worstReplyTokens(one, envelope, bounds), 3 * tokens);
}

void WorstCaseTest::manyChoicesNeverWrapAround() {
    RequestEnvelope envelope;
    envelope.maxTokens = std::numeric_limits<std::int64_t>::max() / 2;
    envelope.choices = 128;
    QCOMPARE(worstReplyTokens(Model(), envelope), std::numeric_limits<std::int64_t>::max());
}

void WorstCaseTest::promptsAreTakenForDenseText() {
    RequestEnvelope envelope;
    envelope.promptBytes = 4'000; // a thousand tokens of English
    QVERIFY(worstPromptTokens(envelope, nullptr, "m") >= 2'000);
    envelope.promptBytes = 5; // a word in a message: its framing counts as well
    QVERIFY(worstPromptTokens(envelope, nullptr, "m") >= 16);
}

void WorstCaseTest::picturesFilesAndSoundCount() {
    RequestEnvelope envelope;
    Provider provider;
    const auto more = [&](ProviderKind kind, const char* model) {
        provider.kind = kind;
        return worstPromptTokens(envelope, &provider, model) -
               worstPromptTokens(RequestEnvelope(), nullptr, {});
    };
    envelope.attached.images = 2;
    QCOMPARE(more(ProviderKind::OpenAi, "gpt-4o-mini-2024-07-18"), 2 * (2'833 + 8 * 5'667));
    QVERIFY(more(ProviderKind::AzureOpenAi, "gpt-5") >= 2 * 14'364);
    QVERIFY(more(ProviderKind::Anthropic, "claude-opus-4-7") >= 2 * 4'784);
    QVERIFY(more(ProviderKind::Gemini, "gemini-3-pro") >= 2 * 2'240);
    envelope.attached = {};
    envelope.attached.documents = 1;
    envelope.attached.documentBytes = 20'000;
    QCOMPARE(more(ProviderKind::Anthropic, "m"), 10'000);
    envelope.attached.documentBytes = 30'000'000; // scanned pages, not text
    QCOMPARE(more(ProviderKind::Anthropic, "m"), 460'000);
    envelope.attached = {};
    envelope.attached.soundBytes = 43'000; // a second of it at the least
    QVERIFY(more(ProviderKind::OpenAi, "gpt-4o-audio-preview") > 32);
}

QTEST_GUILESS_MAIN(WorstCaseTest)
#include "tst_worst_case.moc"
