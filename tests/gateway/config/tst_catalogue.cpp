#include "gateway/config/catalogue.h"

#include <QTest>

#include <algorithm>
#include <set>

using namespace tollgate;

namespace {

Provider provider(ProviderKind kind, std::string address) {
    Provider result;
    result.name = "mine";
    result.kind = kind;
    result.baseUrl = std::move(address);
    return result;
}

} // namespace

class CatalogueTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void vendorAddressesHaveListPrices();
    void otherAddressesHaveNone();
    void everyRowIsSound();
    void regionalPricesAreUnknown();
    void newerModelsOfAVendorChargeForTheCache();
};

void CatalogueTest::vendorAddressesHaveListPrices() {
    const auto models = builtInModels(provider(ProviderKind::OpenAi, "https://api.openai.com/v1"));
    const auto mini = std::ranges::find(models, "gpt-4o-mini", &Model::model);
    QVERIFY(mini != models.end());
    QCOMPARE(mini->provider, std::string("mine"));
    QCOMPARE(mini->input->usdPerMtok(), 0.15);
    QCOMPARE(mini->output->usdPerMtok(), 0.6);
    QCOMPARE(mini->cacheRead->usdPerMtok(), 0.075);
    QVERIFY(!mini->cacheWrite.has_value());
    QCOMPARE(mini->source, std::string("built-in"));
    QVERIFY(!builtInModels(provider(ProviderKind::AzureOpenAi, "https://eu.openai.azure.com")).empty());
}

void CatalogueTest::otherAddressesHaveNone() {
    QVERIFY(builtInModels(provider(ProviderKind::OpenAi, "http://127.0.0.1:9/v1")).empty());
    QVERIFY(builtInModels(provider(ProviderKind::OpenAi, "https://api.openai.com.evil.example/v1")).empty());
    QVERIFY(builtInModels(provider(ProviderKind::OpenAiCompatible, "https://api.openai.com/v1")).empty());
    QVERIFY(builtInModels(provider(ProviderKind::Simulated, "")).empty());
}

void CatalogueTest::everyRowIsSound() {
    for (const auto& [kind, address] :
         {std::pair{ProviderKind::OpenAi, "https://api.openai.com/v1"},
          std::pair{ProviderKind::Anthropic, "https://api.anthropic.com"},
          std::pair{ProviderKind::Gemini, "https://generativelanguage.googleapis.com/v1beta"}}) {
        std::set<std::string> names;
        for (const Model& model : builtInModels(provider(kind, address))) {
            QVERIFY2(names.insert(model.model).second, model.model.c_str());
            QVERIFY(model.input && model.output);
            const bool embedding = model.capabilities == std::vector<std::string>{"embeddings"};
            QVERIFY2(embedding || model.output->usdPerMtok() > model.input->usdPerMtok(),
                     model.model.c_str());
            QVERIFY2(!model.cacheRead || *model.cacheRead < *model.input, model.model.c_str());
            QVERIFY2(!model.cacheWrite || *model.cacheWrite > *model.input, model.model.c_str());
        }
        QVERIFY(!names.empty());
    }
}

void CatalogueTest::regionalPricesAreUnknown() {
    const auto models =
        builtInModels(provider(ProviderKind::Bedrock, "https://bedrock-runtime.eu-central-1.amazonaws.com"));
    const auto nova = std::ranges::find(models, "amazon.nova-pro-v1:0", &Model::model);
    QVERIFY(nova != models.end());
    QVERIFY(!nova->input && !nova->output && !nova->cacheRead);
    QCOMPARE(*nova->contextWindow, std::int64_t(300'000));
    QVERIFY(!nova->maxOutputTokens);
    const auto haiku =
        std::ranges::find(models, "global.anthropic.claude-haiku-4-5-20251001-v1:0", &Model::model);
    QVERIFY(haiku != models.end());
    QCOMPARE(haiku->input->usdPerMtok(), 1.0);
    QVERIFY(builtInModels(provider(ProviderKind::Bedrock, "https://bedrock-runtime.evil.example")).empty());
    QVERIFY(builtInModels(provider(ProviderKind::Bedrock, "http://127.0.0.1:9")).empty());
}

void CatalogueTest::newerModelsOfAVendorChargeForTheCache() {
    const auto models = builtInModels(provider(ProviderKind::OpenAi, "https://api.openai.com/v1"));
    const auto sol = std::ranges::find(models, "gpt-6-sol", &Model::model);
    QVERIFY(sol != models.end());
    QCOMPARE(sol->cacheWrite->usdPerMtok(), 2.5);
    QCOMPARE(*sol->maxOutputTokens, std::int64_t(128'000));
}

QTEST_GUILESS_MAIN(CatalogueTest)
#include "tst_catalogue.moc"
