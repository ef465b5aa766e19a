#include "gateway/policy/allowed_models.h"

#include <QTest>

using namespace tollgate;

class AllowedModelsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aKeyMayUseWhatItsPatternsName_data();
    void aKeyMayUseWhatItsPatternsName();
    void nobodyMayUseEverything();
};

void AllowedModelsTest::aKeyMayUseWhatItsPatternsName_data() {
    QTest::addColumn<std::vector<std::string>>("patterns");
    QTest::addColumn<std::string>("name");
    QTest::addColumn<bool>("allowed");
    using Patterns = std::vector<std::string>;
    QTest::newRow("no patterns") << Patterns{} << std::string("any/thing") << true;
    QTest::newRow("alias") << Patterns{"chat-default"} << std::string("chat-default") << true;
    QTest::newRow("another") << Patterns{"chat-default"} << std::string("chat-default2") << false;
    QTest::newRow("beginning") << Patterns{"x", "openai/*"} << std::string("openai/gpt-4o") << true;
    QTest::newRow("only the beginning")
        << Patterns{"openai/gpt-4o-mini*"} << std::string("openai/gpt-4o") << false;
    QTest::newRow("another provider") << Patterns{"openai/*"} << std::string("openai-eu/gpt-4o") << false;
    QTest::newRow("star") << Patterns{"*"} << std::string("any/thing") << true;
    QTest::newRow("case") << Patterns{"openai/*"} << std::string("OpenAI/gpt-4o") << false;
    QTest::newRow("star inside") << Patterns{"a*c"} << std::string("abc") << false;
}

void AllowedModelsTest::aKeyMayUseWhatItsPatternsName() {
    QFETCH(std::vector<std::string>, patterns);
    QFETCH(std::string, name);
    QFETCH(bool, allowed);
    ClientKey key;
    key.allowedModels = patterns;
    QCOMPARE(keyAllows(&key, name), allowed);
}

void AllowedModelsTest::nobodyMayUseEverything() {
    QVERIFY(keyAllows(nullptr, "any/thing"));
}

QTEST_GUILESS_MAIN(AllowedModelsTest)
#include "tst_allowed_models.moc"
