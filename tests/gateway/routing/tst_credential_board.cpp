// Several keys of one provider: turns and rests.

#include "gateway/routing/credential_board.h"

#include <QTest>

using namespace tollgate;

namespace {

using State = CredentialHealth::State;

} // namespace

class CredentialBoardTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();

    void keysAreUsedInTurn();
    void aLoneKeyIsAlwaysThere();
    void aLimitedKeyRestsUntilToldFor();
    void aLimitIsOfItsModel();
    void aRefusedKeyRestsWhateverTheModel();
    void whenAllAreRefusedOneIsTriedAllTheSame();
    void whenOneOnlyWaitsNobodyIsTried();
    void successTakesARefusalBack();
    void aReplacedKeyStartsAfresh();
    void aResetForgives();
    void providersAreApart();

private:
    std::string served(int times, std::string_view model = "m") {
        std::string keys;
        for (int i = 0; i < times; ++i) {
            const auto index = m_board->pick("openai", model, m_keys);
            keys += index ? m_keys.apiKeys[*index] : std::string("-");
        }
        return keys;
    }

    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<CredentialBoard> m_board;
    Credentials m_keys;
};

void CredentialBoardTest::init() {
    m_clock = std::make_unique<ManualClock>();
    m_board = std::make_unique<CredentialBoard>(*m_clock);
    m_keys = {{"a", "b", "c"}, {}};
}

void CredentialBoardTest::keysAreUsedInTurn() {
    QCOMPARE(served(7), std::string("abcabca"));
}

void CredentialBoardTest::aLoneKeyIsAlwaysThere() {
    m_keys.apiKeys = {"a"};
    m_board->refused("openai", "a");
    m_board->limited("openai", "m", "a", m_clock->unixMs() + 1'000);
    QCOMPARE(served(2), std::string("aa"));
    QCOMPARE(m_board->retryAtMs("openai", "m", m_keys), 0);
    QVERIFY(m_board->health("openai", m_keys)[0].state == State::Refused); // but it is shown
    m_keys.apiKeys.clear();
    QCOMPARE(m_board->pick("openai", "m", m_keys).value(), 0U);
}

void CredentialBoardTest::aLimitedKeyRestsUntilToldFor() {
    m_board->limited("openai", "m", "b", m_clock->unixMs() + 5'000);
    QCOMPARE(served(4), std::string("acac"));
    QCOMPARE(m_board->retryAtMs("openai", "m", m_keys), 0);
    m_clock->advanceMs(4'999);
    QCOMPARE(served(2), std::string("ac"));
    m_clock->advanceMs(1);
    QCOMPARE(served(3), std::string("abc"));
    m_board->limited("openai", "m", "a", m_clock->unixMs() + 5'000);
    m_board->limited("openai", "m", "b", m_clock->unixMs() + 3'000);
    m_board->limited("openai", "m", "c", m_clock->unixMs() + 4'000);
    QCOMPARE(served(1), std::string("-"));
    QCOMPARE(m_board->retryAtMs("openai", "m", m_keys), m_clock->unixMs() + 3'000);
    m_clock->advanceMs(3'000);
    QCOMPARE(served(2), std::string("bb"));
}

void CredentialBoardTest::aLimitIsOfItsModel() {
    for (const char* key : {"a", "b", "c"})
        m_board->limited("openai", "m", key, m_clock->unixMs() + 5'000);
    QCOMPARE(served(1, "m"), std::string("-"));
    QCOMPARE(served(3, "other"), std::string("abc"));
}

void CredentialBoardTest::aRefusedKeyRestsWhateverTheModel() {
    m_board->refused("openai", "a");
    QCOMPARE(served(2, "m"), std::string("bc"));
    QCOMPARE(served(2, "other"), std::string("bc"));
    const auto health = m_board->health("openai", m_keys);
    QVERIFY(health[0].state == State::Refused && health[1].state == State::Ready);
    QCOMPARE(health[0].retryAtMs, m_clock->unixMs() + CredentialBoard::kRefusedRestMs);
    m_clock->advanceMs(CredentialBoard::kRefusedRestMs);
    QCOMPARE(served(3), std::string("abc"));
}

void CredentialBoardTest::whenAllAreRefusedOneIsTriedAllTheSame() {
    for (const char* key : {"b", "a", "c"}) {
        m_board->refused("openai", key);
        m_clock->advanceMs(1'000);
    }
    QCOMPARE(m_board->retryAtMs("openai", "m", m_keys), 0);
    QCOMPARE(served(1), std::string("b")); // the one that has waited longest
    m_board->refused("openai", "b");
    QCOMPARE(served(1), std::string("a"));
}

void CredentialBoardTest::whenOneOnlyWaitsNobodyIsTried() {
    m_board->refused("openai", "a");
    m_board->refused("openai", "b");
    m_board->limited("openai", "m", "c", m_clock->unixMs() + 2'000);
    QCOMPARE(served(1), std::string("-"));
    QCOMPARE(m_board->retryAtMs("openai", "m", m_keys), m_clock->unixMs() + 2'000);
    m_clock->advanceMs(2'000);
    QCOMPARE(served(2), std::string("cc"));
}

void CredentialBoardTest::successTakesARefusalBack() {
    for (const char* key : {"a", "b", "c"})
        m_board->refused("openai", key);
    m_board->accepted("openai", "b");
    QCOMPARE(served(3), std::string("bbb"));
    m_board->limited("openai", "m", "b", m_clock->unixMs() + 2'000);
    m_board->accepted("openai", "b"); // of another model, begun earlier
    QCOMPARE(served(1), std::string("-"));
}

void CredentialBoardTest::aReplacedKeyStartsAfresh() {
    m_board->refused("openai", "a");
    m_keys.apiKeys[0] = "x";
    QCOMPARE(served(3), std::string("xbc"));
}

void CredentialBoardTest::aResetForgives() {
    m_board->refused("openai", "a");
    m_board->limited("openai", "m", "b", m_clock->unixMs() + 2'000);
    m_board->reset("openai");
    QCOMPARE(served(3), std::string("abc"));
}

void CredentialBoardTest::providersAreApart() {
    m_board->refused("other", "a");
    QCOMPARE(served(3), std::string("abc"));
    QVERIFY(m_board->health("openai", m_keys)[0].state == State::Ready);
}

QTEST_GUILESS_MAIN(CredentialBoardTest)
#include "tst_credential_board.moc"
