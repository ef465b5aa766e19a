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
    void longPromptsAndOtherTermsHaveTheirPrices_data();
    void longPromptsAndOtherTermsHaveTheirPrices();
    void compatibleVendorsAreKnownByTheirAddress();
    void everyRowSaysWhereItIsPublished();
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

void CatalogueTest::longPromptsAndOtherTermsHaveTheirPrices_data() {
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("model");
    QTest::addColumn<qint64>("above");
    QTest::addColumn<QString>("service");
    QTest::addColumn<double>("input");
    QTest::addColumn<double>("output");
    const auto row = [](const char* name, ProviderKind kind, const char* address, const char* model,
                        qint64 above, const char* service, double input, double output) {
        QTest::newRow(name) << static_cast<int>(kind) << QString::fromLatin1(address)
                            << QString::fromLatin1(model) << above << QString::fromLatin1(service) << input
                            << output;
    };
    const char* const openai = "https://api.openai.com/v1";
    const char* const anthropic = "https://api.anthropic.com";
    const char* const gemini = "https://generativelanguage.googleapis.com/v1beta";
    row("GPT-6 Sol, long", ProviderKind::OpenAi, openai, "gpt-6-sol", 272'000, "standard", 4, 15);
    row("GPT-5.4, flex", ProviderKind::OpenAi, openai, "gpt-5.4", 0, "flex", 1.25, 7.5);
    row("GPT-5.4, long and flex", ProviderKind::OpenAi, openai, "gpt-5.4", 272'000, "flex", 2.5, 11.25);
    row("GPT-5 mini, priority", ProviderKind::OpenAi, openai, "gpt-5-mini", 0, "priority", 0.45, 3.6);
    row("Haiku 5.5, long", ProviderKind::Anthropic, anthropic, "claude-haiku-5-5", 100'000, "standard", 0.5,
        2.5);
    row("Sonnet 4.5, long", ProviderKind::Anthropic, anthropic, "claude-sonnet-4-5", 200'000, "standard", 6,
        22.5);
    row("Opus 5.5 in the US", ProviderKind::Anthropic, anthropic, "claude-opus-5-5", 0, "us", 4.4, 22);
    row("Opus 4.6, fast", ProviderKind::Anthropic, anthropic, "claude-opus-4-6", 0, "fast", 30, 150);
    row("Opus 5.5 in a batch", ProviderKind::Anthropic, anthropic, "claude-opus-5-5", 0, "batch", 2, 10);
    row("2.5 Pro, long", ProviderKind::Gemini, gemini, "gemini-2.5-pro", 200'000, "standard", 2.5, 15);
    row("3.1 Pro, long", ProviderKind::Gemini, gemini, "gemini-3.1-pro-preview", 200'000, "standard", 4, 18);
    row("Grok 4.7, long", ProviderKind::OpenAiCompatible, "https://api.x.ai/v1", "grok-4.7", 199'999,
        "standard", 4, 12);
}

void CatalogueTest::longPromptsAndOtherTermsHaveTheirPrices() {
    QFETCH(int, kind);
    QFETCH(QString, address);
    QFETCH(QString, model);
    QFETCH(qint64, above);
    QFETCH(QString, service);
    QFETCH(double, input);
    QFETCH(double, output);
    const auto models = builtInModels(provider(static_cast<ProviderKind>(kind), address.toStdString()));
    const auto found = std::ranges::find(models, model.toStdString(), &Model::model);
    QVERIFY(found != models.end());
    const auto tier = std::ranges::find_if(found->tiers, [&](const PriceTier& one) {
        return one.aboveInputTokens == above && one.service == serviceTierNamed(service.toStdString());
    });
    QVERIFY(tier != found->tiers.end());
    QCOMPARE(tier->rates.input->usdPerMtok(), input);
    QCOMPARE(tier->rates.output->usdPerMtok(), output);
}

void CatalogueTest::compatibleVendorsAreKnownByTheirAddress() {
    const auto at = [](const char* address) {
        return builtInModels(provider(ProviderKind::OpenAiCompatible, address));
    };
    QVERIFY(!at("https://api.groq.com/openai/v1").empty());
    QVERIFY(!at("https://api.deepseek.com").empty());
    // Its prices change with the hour of the day: rather none than a wrong one.
    QVERIFY(!at("https://api.deepseek.com").front().input);
    QVERIFY(at("http://127.0.0.1:11434/v1").empty());
    QCOMPARE(std::string(vendorOf(provider(ProviderKind::OpenAiCompatible, "https://api.mistral.ai/v1"))),
             std::string("mistral"));
    QVERIFY(vendorOf(provider(ProviderKind::OpenAi, "https://api.groq.com")).empty());
}

void CatalogueTest::everyRowSaysWhereItIsPublished() {
    for (const Model& model : builtInModels(provider(ProviderKind::Anthropic, "https://api.anthropic.com"))) {
        QVERIFY(model.reference.find("platform.claude.com") != std::string::npos);
        QVERIFY(model.cacheWrite1h->nanodollarsPerMtok == 2 * model.input->nanodollarsPerMtok);
        QVERIFY(isBuiltIn(model));
    }
}

QTEST_GUILESS_MAIN(CatalogueTest)
#include "tst_catalogue.moc"
