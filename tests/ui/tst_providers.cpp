#include "tests/ui/support/page_probe.h"

#include "ui/pages/providers/credential_edit.h"
#include "ui/pages/providers/provider_health_card.h"
#include "ui/pages/providers/provider_presets.h"
#include "ui/pages/providers/providers_page.h"

#include <QPushButton>
#include <QUrl>

using namespace tollgate::ui;
using Probe = PageProbe<ProvidersPage>;

class TestProviders : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void opensOnEmptyData() {
        Probe probe(Probe::Data::Empty);
        QVERIFY(probe.rows().isEmpty());
        QVERIFY(probe.form->currentId().isEmpty());
        QVERIFY(probe.button(QStringLiteral("New provider")));
        QVERIFY(!probe.form->isDirty());
    }

    void opensOnFilledDataAndShowsTheFirst() {
        Probe probe;
        QCOMPARE(probe.rows(),
                 QStringList({QStringLiteral("openai"), QStringLiteral("groq"), QStringLiteral("sim-fast"),
                              QStringLiteral("sim-slow"), QStringLiteral("vllm-gpu1")}));
        QCOMPARE(probe.form->currentId(), QStringLiteral("openai"));
        QCOMPARE(probe.edit(QStringLiteral("base_url"))->text(), QStringLiteral("https://api.openai.com/v1"));
        QVERIFY(probe.form->statusText().contains(u"5 providers"));
        QCOMPARE(probe.namelessControls(), QString());
        QCOMPARE(probe.tabOrderMistakes(), QString());
        QVERIFY(probe.shortcuts.conflicts().isEmpty());
    }

    void savesOnlyWhatChangedAndShowsWhatIsStored() {
        Probe probe;
        probe.link.answer("PATCH", QStringLiteral("/providers/openai"), [](const ScriptedLink::Sent& sent) {
            QJsonObject stored = providerJson(QStringLiteral("openai"));
            // The gateway drops the trailing slash.
            stored.insert(u"base_url", sent.body.value(u"base_url").toString().chopped(1));
            return ScriptedLink::json(stored);
        });
        probe.edit(QStringLiteral("base_url"))->setText(QStringLiteral("https://eu.api.openai.com/v1/"));
        QVERIFY(probe.form->isDirty());
        QVERIFY(probe.press(QStringLiteral("save")));
        const QJsonObject patch{
            {QStringLiteral("base_url"), QStringLiteral("https://eu.api.openai.com/v1/")}};
        QCOMPARE(probe.bodyOf("PATCH", QStringLiteral("/providers/openai")), patch);
        QCOMPARE(probe.edit(QStringLiteral("base_url"))->text(),
                 QStringLiteral("https://eu.api.openai.com/v1"));
        QVERIFY(!probe.form->isDirty());
        QVERIFY(probe.messages->isVisible());
    }

    void refusalShowsAtTheField() {
        Probe probe;
        probe.link.answer("PATCH", QStringLiteral("/providers/openai"),
                          ScriptedLink::refusal(QStringLiteral("must begin with http:// or https://"),
                                                QStringLiteral("base_url")));
        probe.edit(QStringLiteral("base_url"))->setText(QStringLiteral("ftp://x"));
        probe.form->save();
        probe.settle();
        QCOMPARE(probe.errorAt(QStringLiteral("base_url")),
                 QStringLiteral("must begin with http:// or https://"));
        QVERIFY(probe.form->isDirty());
        probe.form->revert();
        QVERIFY(probe.errorAt(QStringLiteral("base_url")).isEmpty());
        QCOMPARE(probe.edit(QStringLiteral("base_url"))->text(), QStringLiteral("https://api.openai.com/v1"));
    }

    void refusalOfNoFieldShowsInTheMessageBar() {
        Probe probe;
        probe.link.answer("PATCH", QStringLiteral("/providers/openai"),
                          ScriptedLink::refusal(QStringLiteral("the secret store is locked"), {}, 503));
        probe.edit(QStringLiteral("base_url"))->setText(QStringLiteral("https://x/v1"));
        probe.form->save();
        probe.settle();
        QCOMPARE(probe.messages->text(), QStringLiteral("the secret store is locked"));
    }

    void presetFillsANewProvider() {
        Probe probe;
        probe.form->open(QStringLiteral("new"));
        probe.choose(QStringLiteral("preset"), QStringLiteral("groq"));
        QCOMPARE(probe.edit(QStringLiteral("base_url"))->text(),
                 QStringLiteral("https://api.groq.com/openai/v1"));
        probe.edit(QStringLiteral("name"))->setText(QStringLiteral("groq-2"));
        QVERIFY(probe.press(QStringLiteral("replace")));
        probe.find<QPlainTextEdit>(QStringLiteral("keys"))
            ->setPlainText(QStringLiteral("gsk-1\n\n gsk-2 \n"));
        probe.link.answer(
            "POST", QStringLiteral("/providers"),
            ScriptedLink::json(providerJson(QStringLiteral("groq-2"), QStringLiteral("openai_compatible")),
                               201));
        QVERIFY(probe.press(QStringLiteral("save")));
        const QJsonObject body = probe.bodyOf("POST", QStringLiteral("/providers"));
        QCOMPARE(body.value(u"name").toString(), QStringLiteral("groq-2"));
        QCOMPARE(body.value(u"kind").toString(), QStringLiteral("openai_compatible"));
        QCOMPARE(body.value(u"credentials").toObject(),
                 QJsonObject({{QStringLiteral("api_keys"), strings({"gsk-1", "gsk-2"})}}));
        QCOMPARE(body.value(u"timeouts_ms").toObject().value(u"first_byte").toInt(), 60000);
        QCOMPARE(probe.form->currentId(), QStringLiteral("groq-2"));
        QVERIFY(probe.rows().contains(QStringLiteral("groq-2")));
    }

    void everyServedKindIsOffered() {
        QCOMPARE(providerKinds(),
                 QStringList({QStringLiteral("openai"), QStringLiteral("anthropic"), QStringLiteral("gemini"),
                              QStringLiteral("azure_openai"), QStringLiteral("bedrock"),
                              QStringLiteral("openai_compatible"), QStringLiteral("simulated")}));
        Probe probe;
        probe.form->open(QStringLiteral("new"));
        const auto* kind = probe.find<QComboBox>(QStringLiteral("kind"));
        QCOMPARE(kind->count(), providerKinds().size());
        for (const QString& one : providerKinds())
            QVERIFY2(kind->findData(one) >= 0, qPrintable(one));
        QCOMPARE(providerKindText(QStringLiteral("azure_openai")), QStringLiteral("Azure OpenAI"));
        QCOMPARE(providerKindText(QStringLiteral("of_tomorrow")), QStringLiteral("of_tomorrow"));
    }

    void theUsualServersArePresets() {
        QStringList ids;
        for (const ProviderPreset& preset : providerPresets()) {
            QVERIFY2(!ids.contains(preset.id), qPrintable(preset.id));
            ids << preset.id;
            if (preset.id == QStringLiteral("other") || preset.id == QStringLiteral("simulated"))
                continue;
            const QUrl url(preset.baseUrl);
            QVERIFY2(url.isValid() && !preset.baseUrl.endsWith(u'/'), qPrintable(preset.baseUrl));
            const bool local = url.host() == QStringLiteral("127.0.0.1");
            QCOMPARE(url.scheme(), local ? QStringLiteral("http") : QStringLiteral("https"));
            QVERIFY(!preset.name.contains(u'/') && !preset.name.contains(u':'));
            QVERIFY(!preset.keyHint.isEmpty());
        }
        for (const char* usual : {"openai", "anthropic", "azure_openai", "gemini", "bedrock", "openrouter",
                                  "groq", "mistral", "deepseek", "xai", "together", "fireworks", "cerebras",
                                  "perplexity", "moonshot", "ollama", "lm-studio", "llama-cpp", "vllm"})
            QVERIFY2(ids.contains(QLatin1String(usual)), usual);
    }

    void azureHasItsFields() {
        Probe probe;
        probe.form->open(QStringLiteral("new"));
        probe.choose(QStringLiteral("preset"), QStringLiteral("azure_openai"));
        QCOMPARE(probe.edit(QStringLiteral("options.api_version"))->text(), QStringLiteral("2024-10-21"));
        QVERIFY(!probe.edit(QStringLiteral("options.region"))->isVisible());
        auto* deployments = probe.find<QPlainTextEdit>(QStringLiteral("options.deployments"));
        QVERIFY(deployments->isVisible());
        deployments->setPlainText(QStringLiteral("gpt-4o = prod-4o\ngpt-4.1="));
        QVERIFY(!probe.form->save());
        QVERIFY(probe.errorAt(QStringLiteral("options.deployments")).contains(u"gpt-4.1"));
        deployments->setPlainText(QStringLiteral("gpt-4o = prod-4o\n\n gpt-4.1=x = y "));
        probe.link.answer(
            "POST", QStringLiteral("/providers"),
            ScriptedLink::json(providerJson(QStringLiteral("azure-openai"), QStringLiteral("azure_openai")),
                               201));
        QVERIFY(probe.press(QStringLiteral("save")));
        const QJsonObject body = probe.bodyOf("POST", QStringLiteral("/providers"));
        QCOMPARE(body.value(u"kind").toString(), QStringLiteral("azure_openai"));
        QCOMPARE(body.value(u"options").toObject(),
                 parseObject(
                     R"({"api_version":"2024-10-21","deployments":{"gpt-4o":"prod-4o","gpt-4.1":"x = y"}})"));
    }

    void aChangedDeploymentIsPatchedAlone() {
        Probe probe;
        QJsonObject azure = providerJson(QStringLiteral("groq"), QStringLiteral("azure_openai"));
        azure.insert(u"options", parseObject(R"({"deployments":{"a":"1","b":"2"},"other":true})"));
        probe.link.answer(QStringLiteral("/providers"), page({azure}));
        probe.link.emitEvent(QStringLiteral("config"), {});
        QTest::qWait(700);
        probe.form->open(QStringLiteral("groq"));
        QVERIFY(!probe.form->isDirty());
        auto* deployments = probe.find<QPlainTextEdit>(QStringLiteral("options.deployments"));
        QCOMPARE(deployments->toPlainText(), QStringLiteral("a = 1\nb = 2"));
        deployments->setPlainText(QStringLiteral("a = 3"));
        probe.link.answer("PATCH", QStringLiteral("/providers/groq"), ScriptedLink::json(azure));
        probe.form->save();
        probe.settle();
        QCOMPARE(probe.bodyOf("PATCH", QStringLiteral("/providers/groq")),
                 parseObject(R"({"options":{"deployments":{"a":"3","b":null}}})"));
    }

    void bedrockTakesAccessKeysOrABearerKey() {
        Probe probe;
        probe.form->open(QStringLiteral("new"));
        probe.choose(QStringLiteral("preset"), QStringLiteral("bedrock"));
        QCOMPARE(probe.edit(QStringLiteral("options.region"))->text(), QStringLiteral("us-east-1"));
        QVERIFY(!probe.edit(QStringLiteral("options.api_version"))->isVisible());
        QVERIFY(!probe.edit(QStringLiteral("access_key_id"))->isVisible());
        QVERIFY(probe.press(QStringLiteral("replace")));
        QVERIFY(probe.edit(QStringLiteral("access_key_id"))->isVisible());
        QCOMPARE(probe.edit(QStringLiteral("secret_access_key"))->echoMode(), QLineEdit::Password);
        probe.edit(QStringLiteral("access_key_id"))->setText(QStringLiteral(" AKIA1 "));
        probe.edit(QStringLiteral("secret_access_key"))->setText(QStringLiteral("s3cret"));
        auto* credential = probe.form->findChild<CredentialEdit*>();
        QVERIFY(!credential->say(credential->value()).contains(u"s3cret"));
        probe.link.answer(
            "POST", QStringLiteral("/providers"),
            ScriptedLink::json(providerJson(QStringLiteral("bedrock"), QStringLiteral("bedrock")), 201));
        QVERIFY(probe.press(QStringLiteral("save")));
        const QJsonObject body = probe.bodyOf("POST", QStringLiteral("/providers"));
        QCOMPARE(body.value(u"credentials").toObject(),
                 parseObject(R"({"access_key_id":"AKIA1","secret_access_key":"s3cret"})"));
        QCOMPARE(body.value(u"options").toObject(), parseObject(R"({"region":"us-east-1"})"));
        // Saved: what was typed is forgotten.
        QVERIFY(probe.edit(QStringLiteral("secret_access_key"))->text().isEmpty());
    }

    void aBearerKeyReplacesAccessKeys() {
        CredentialEdit edit;
        edit.setTakesAccessKeys(true);
        edit.setStored(parseObject(R"({"access_key_id":"…1234","secret_access_key":"…abcd"})"));
        edit.findChild<QPushButton*>(QStringLiteral("replace"))->click();
        edit.findChild<QPlainTextEdit*>(QStringLiteral("keys"))->setPlainText(QStringLiteral("ABSK1"));
        QCOMPARE(edit.value().toObject(), parseObject(R"({"api_key":"ABSK1"})"));
        edit.findChild<QLineEdit*>(QStringLiteral("access_key_id"))->setText(QStringLiteral("AKIA"));
        edit.setTakesAccessKeys(false); // another kind was chosen: nothing of it is sent
        QCOMPARE(edit.value().toObject(), parseObject(R"({"api_key":"ABSK1"})"));
    }

    void theHintFollowsTheKind() {
        Probe probe;
        probe.form->open(QStringLiteral("new"));
        for (const QString& kind : providerKinds())
            QVERIFY(kind == QStringLiteral("simulated") || baseUrlHint(kind).contains(u'/'));
        QVERIFY(baseUrlHint(QStringLiteral("gemini")).contains(QStringLiteral("/models")));
        QVERIFY(baseUrlHint(QStringLiteral("anthropic")).contains(QStringLiteral("/v1/messages")));
    }

    void emptyNameIsNotSent() {
        Probe probe;
        probe.form->open(QStringLiteral("new"));
        probe.edit(QStringLiteral("name"))->clear();
        QVERIFY(!probe.form->save());
        QVERIFY(!probe.errorAt(QStringLiteral("name")).isEmpty());
        QVERIFY(probe.link.sentTo("POST", QStringLiteral("/providers")).isEmpty());
    }

    void storedCredentialIsMaskedAndNeverSentBack() {
        Probe probe;
        auto* credential = probe.form->findChild<CredentialEdit*>();
        QCOMPARE(credential->value().toObject(), parseObject(R"({"api_key":"…x7Qa"})"));
        QVERIFY(!credential->isTouched());
        probe.edit(QStringLiteral("base_url"))->setText(QStringLiteral("https://x/v1"));
        probe.link.answer("PATCH", QStringLiteral("/providers/openai"),
                          ScriptedLink::json(providerJson(QStringLiteral("openai"))));
        probe.form->save();
        probe.settle();
        QVERIFY(!probe.bodyOf("PATCH", QStringLiteral("/providers/openai")).contains(u"credentials"));
    }

    void replacedAndRemovedCredentialsArePatchedAndForgotten() {
        Probe probe;
        probe.link.answer("PATCH", QStringLiteral("/providers/openai"),
                          ScriptedLink::json(providerJson(QStringLiteral("openai"))));
        auto* credential = probe.form->findChild<CredentialEdit*>();
        QVERIFY(probe.press(QStringLiteral("replace")));
        auto* keys = probe.find<QPlainTextEdit>(QStringLiteral("keys"));
        keys->setPlainText(QStringLiteral("sk-secret"));
        // What will change is told, the secret is not.
        QVERIFY(!credential->say(credential->value()).contains(u"sk-secret"));
        probe.form->save();
        probe.settle();
        QCOMPARE(probe.bodyOf("PATCH", QStringLiteral("/providers/openai")),
                 parseObject(R"({"credentials":{"api_key":"sk-secret"}})"));
        QVERIFY(keys->toPlainText().isEmpty());

        QVERIFY(probe.press(QStringLiteral("remove")));
        probe.form->save();
        probe.settle();
        QCOMPARE(probe.bodyOf("PATCH", QStringLiteral("/providers/openai")),
                 parseObject(R"({"credentials":{"api_key":null}})"));
    }

    void removedCredentialsComeBackWithTheRestOfTheEdit() {
        Probe probe;
        probe.link.answer("PATCH", QStringLiteral("/providers/openai"), [](const ScriptedLink::Sent& sent) {
            QJsonObject now = providerJson(QStringLiteral("openai"));
            now.insert(u"credentials", QJsonObject());
            if (sent.body.contains(u"max_retries"))
                now.insert(u"max_retries", sent.body.value(u"max_retries"));
            return ScriptedLink::json(now);
        });
        probe.link.answer("POST", QStringLiteral("/providers/openai/restore"),
                          ScriptedLink::json(providerJson(QStringLiteral("openai"))));
        QVERIFY(probe.press(QStringLiteral("remove")));
        probe.find<QSpinBox>(QStringLiteral("max_retries"))->setValue(5);
        probe.form->save();
        probe.settle();
        QVERIFY(probe.press(QStringLiteral("Undo")));
        QCOMPARE(probe.link.sentTo("POST", QStringLiteral("/providers/openai/restore")).size(), 1);
        QCOMPARE(probe.bodyOf("PATCH", QStringLiteral("/providers/openai")),
                 parseObject(R"({"max_retries":2})"));
    }

    void everyFaultOfASimulatedProviderIsAField() {
        Probe probe;
        probe.form->open(QStringLiteral("sim-fast"));
        for (const char* fault :
             {"p_timeout", "p_error", "p_long_tail", "p_rate_limit", "p_stall", "p_truncate"}) {
            auto* edit = probe.find<QDoubleSpinBox>(u"options."_qs + QLatin1String(fault));
            QVERIFY2(edit && edit->isVisible(), fault);
        }
        probe.link.answer("PATCH", QStringLiteral("/providers/sim-fast"),
                          ScriptedLink::json(simulatedJson(QStringLiteral("sim-fast"))));
        probe.find<QDoubleSpinBox>(QStringLiteral("options.p_stall"))->setValue(25);
        probe.form->save();
        probe.settle();
        QCOMPARE(probe.bodyOf("PATCH", QStringLiteral("/providers/sim-fast")),
                 parseObject(R"({"options":{"p_stall":0.25}})"));
    }

    void simulatedOptionsAreRealFields() {
        Probe probe;
        probe.form->open(QStringLiteral("sim-fast"));
        probe.link.answer("PATCH", QStringLiteral("/providers/sim-fast"),
                          ScriptedLink::json(simulatedJson(QStringLiteral("sim-fast"))));
        probe.find<QDoubleSpinBox>(QStringLiteral("options.p_timeout"))->setValue(10);
        probe.form->save();
        probe.settle();
        QCOMPARE(probe.bodyOf("PATCH", QStringLiteral("/providers/sim-fast")),
                 parseObject(R"({"options":{"p_timeout":0.1}})"));
    }

    void otherKindsKeepTheirOptionsUntouched() {
        Probe probe;
        probe.form->open(QStringLiteral("groq"));
        QVERIFY(!probe.form->isDirty());
        QVERIFY(!probe.find<QDoubleSpinBox>(QStringLiteral("options.p_timeout"))->isVisible());
    }

    void testShowsLatencyAndModelsOrTheExactError() {
        Probe probe;
        probe.link.answer("POST", QStringLiteral("/providers/openai/check"),
                          ScriptedLink::json(QByteArray(
                              R"({"ok":true,"latency_ms":41,"models":["gpt-4o","o3"],"error":null})")));
        QVERIFY(probe.press(QStringLiteral("Test")));
        auto* health = probe.form->findChild<ProviderHealthCard*>();
        QVERIFY2(health->checkText().contains(u"41"), qPrintable(health->checkText()));
        QVERIFY(health->checkText().contains(u"gpt-4o, o3"));
        probe.link.answer("POST", QStringLiteral("/providers/openai/check"),
                          ScriptedLink::json(QByteArray(
                              R"({"ok":false,"latency_ms":3,"models":[],"error":"401: bad key"})")));
        QVERIFY(probe.press(QStringLiteral("Test")));
        QCOMPARE(health->checkText(), QStringLiteral("401: bad key"));
        probe.form->open(QStringLiteral("groq"));
        QVERIFY(health->checkText().isEmpty()); // it was about another provider
    }

    void anOpenCircuitCountsDownAndCanBeReset() {
        Probe probe;
        auto* health = probe.form->findChild<ProviderHealthCard*>();
        QVERIFY(!probe.button(QStringLiteral("resetCircuit"))); // nothing to reset
        const QString soon = QDateTime::currentDateTimeUtc().addSecs(90).toString(Qt::ISODate);
        health->setHealth({{QStringLiteral("state"), QStringLiteral("down")},
                           {QStringLiteral("circuit"), QStringLiteral("open")},
                           {QStringLiteral("retry_at"), soon}});
        QJsonObject closed = providerJson(probe.form->currentId());
        probe.link.answer("POST", QStringLiteral("/providers/"), ScriptedLink::json(closed));
        QVERIFY(probe.press(QStringLiteral("resetCircuit")));
        QCOMPARE(probe.link.sentTo("POST", QStringLiteral("/providers/")).last().path,
                 QString(QStringLiteral("/providers/") + probe.form->currentId() + QStringLiteral("/reset")));
        QVERIFY(!probe.button(QStringLiteral("resetCircuit")));
        QVERIFY(probe.messages->text().contains(QStringLiteral("gets requests again")));
    }

    void switchInTheListActsAtOnceAndCanBeUndone() {
        Probe probe;
        probe.link.answer("PATCH", QStringLiteral("/providers/groq"), [](const ScriptedLink::Sent& sent) {
            QJsonObject stored = providerJson(QStringLiteral("groq"), QStringLiteral("openai_compatible"));
            stored.insert(u"enabled", sent.body.value(u"enabled"));
            return ScriptedLink::json(stored);
        });
        const QRect row = probe.list()->visualRect(probe.list()->model()->index(1, 0));
        QTest::mouseClick(probe.list()->viewport(), Qt::LeftButton, {},
                          QPoint(row.left() + 22, row.center().y()));
        probe.settle();
        QCOMPARE(probe.bodyOf("PATCH", QStringLiteral("/providers/groq")),
                 parseObject(R"({"enabled":false})"));
        QCOMPARE(probe.form->currentId(), QStringLiteral("openai")); // the switch does not select
        probe.form->undo();
        probe.settle();
        QCOMPARE(probe.bodyOf("PATCH", QStringLiteral("/providers/groq")),
                 parseObject(R"({"enabled":true})"));
    }

    void spaceTogglesTheCurrentRow() {
        Probe probe;
        probe.link.answer("PATCH", QStringLiteral("/providers/openai"),
                          ScriptedLink::json(providerJson(QStringLiteral("openai"))));
        probe.list()->setFocus();
        QTest::keyClick(probe.list(), Qt::Key_Space);
        probe.settle();
        QCOMPARE(probe.bodyOf("PATCH", QStringLiteral("/providers/openai")),
                 parseObject(R"({"enabled":false})"));
    }

    void leavingAnEditedFormAsks() {
        Probe probe;
        probe.edit(QStringLiteral("base_url"))->setText(QStringLiteral("https://x/v1"));
        probe.list()->setCurrentIndex(probe.list()->model()->index(1, 0));
        probe.settle();
        QCOMPARE(probe.form->currentId(), QStringLiteral("openai"));
        QVERIFY(probe.question().contains(u"openai"));
        QCOMPARE(probe.list()->currentIndex().row(), 0);
        QVERIFY(probe.press(QStringLiteral("Keep editing")));
        QCOMPARE(probe.edit(QStringLiteral("base_url"))->text(), QStringLiteral("https://x/v1"));
        probe.list()->setCurrentIndex(probe.list()->model()->index(1, 0));
        probe.settle();
        QVERIFY(probe.press(QStringLiteral("Discard and go on")));
        QCOMPARE(probe.form->currentId(), QStringLiteral("groq"));
        QVERIFY(!probe.form->isDirty());
    }

    void deletionAsksOnceNamesWhoMissesItAndCanBeUndone() {
        Probe probe;
        probe.link.answer("DELETE", QStringLiteral("/providers/openai"),
                          ScriptedLink::json(QByteArray(), 204));
        probe.link.answer("POST", QStringLiteral("/providers/openai/restore"),
                          ScriptedLink::json(providerJson(QStringLiteral("openai"))));
        probe.form->requestRemove();
        QVERIFY(probe.question().contains(u"chat-default"));
        QVERIFY(probe.link.sentTo("DELETE", QStringLiteral("/providers")).isEmpty());
        QVERIFY(probe.press(QStringLiteral("Delete")));
        QCOMPARE(probe.link.sentTo("DELETE", QStringLiteral("/providers/openai")).size(), 1);
        QVERIFY(!probe.rows().contains(QStringLiteral("openai")));
        QCOMPARE(probe.form->currentId(), QStringLiteral("groq"));
        QVERIFY(probe.press(QStringLiteral("Undo")));
        // Its credentials are where no console has them: the gateway brings them back.
        QCOMPARE(probe.link.sentTo("POST", QStringLiteral("/providers/openai/restore")).size(), 1);
        QVERIFY(probe.bodyOf("POST", QStringLiteral("/providers/openai/restore")).isEmpty());
        QCOMPARE(probe.form->currentId(), QStringLiteral("openai"));
    }

    void duplicateStartsANewOneWithAnotherName() {
        Probe probe;
        probe.form->duplicate();
        QCOMPARE(probe.edit(QStringLiteral("name"))->text(), QStringLiteral("openai-copy"));
        QVERIFY(probe.edit(QStringLiteral("name"))->isEnabled());
        probe.form->revert();
        QCOMPARE(probe.form->currentId(), QStringLiteral("openai"));
    }

    void filterFindsByNameKindAndAddress() {
        Probe probe;
        auto* filter = probe.window.findChild<QLineEdit*>(QStringLiteral("filter"));
        filter->setText(QStringLiteral("10.0.0.7"));
        QCOMPARE(probe.rows(), QStringList({QStringLiteral("vllm-gpu1")}));
        QCOMPARE(probe.form->currentId(), QStringLiteral("openai")); // what is edited stays
        filter->clear();
        QCOMPARE(probe.rows().size(), 5);
        QCOMPARE(probe.list()->currentIndex().row(), 0);
    }

    void openCircuitCountsDown() {
        ProviderHealthCard card;
        QJsonObject health = parseObject(R"({"state":"down","circuit":"open","last_error":"refused"})");
        health.insert(u"retry_at", QDateTime::currentDateTimeUtc().addSecs(30).toString(Qt::ISODateWithMs));
        card.setHealth(health);
        bool counting = false;
        for (const QLabel* label : card.findChildren<QLabel*>())
            counting |=
                label->text() == QStringLiteral("in 30 s") || label->text() == QStringLiteral("in 29 s");
        QVERIFY(counting);
    }

    void failedReadSaysWhyAndOffersToTryAgain() {
        ScriptedLink dead;
        ShortcutRegistry shortcuts;
        QWidget window;
        auto* messages = new MessageBar(&window);
        ProvidersPage form({&Theme::of(nullptr), &dead, messages, &shortcuts}, &window);
        form.resize(900, 600);
        window.show();
        form.activate();
        QTest::qWait(50);
        bool told = false;
        for (const QLabel* label : form.findChildren<QLabel*>())
            told |= label->text() == QStringLiteral("no answer prepared");
        QVERIFY(told);
    }

    void hiddenPageAsksForNothing() {
        Probe probe;
        probe.form->deactivate();
        probe.link.clearSent();
        probe.link.emitEvent(QStringLiteral("config"), {});
        probe.link.emitEvent(QStringLiteral("health"), {});
        QTest::qWait(600);
        QVERIFY(probe.link.sent().isEmpty());
    }
};

QTEST_MAIN(TestProviders)
#include "tst_providers.moc"
