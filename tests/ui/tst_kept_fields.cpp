// What a form does not show survives a save: fields of newer gateways, tags and regions of targets, options.
#include "tests/ui/support/page_probe.h"

#include "ui/pages/aliases/aliases_page.h"
#include "ui/pages/aliases/targets_edit.h"
#include "ui/pages/flags/flags_page.h"
#include "ui/pages/flags/ramp_edit.h"
#include "ui/pages/forms/json_path.h"
#include "ui/pages/providers/providers_page.h"

using namespace tollgate::ui;

namespace {

/// RFC 7396, as the gateway applies a PATCH.
QJsonObject patched(QJsonObject object, const QJsonObject& patch) {
    for (auto it = patch.begin(); it != patch.end(); ++it) {
        if (it.value().isNull())
            object.remove(it.key());
        else if (it.value().isObject())
            object.insert(it.key(), patched(object.value(it.key()).toObject(), it.value().toObject()));
        else
            object.insert(it.key(), it.value());
    }
    return object;
}

QJsonObject flagWithMore() {
    QJsonObject flag = canaryJson();
    flag.insert(u"owner", QStringLiteral("platform"));
    flag.insert(u"ramp", parseObject(R"({"step_percent":2.5,"every_minutes":7.25,"max_percent":50,
        "only_between":["22:00","06:00"]})"));
    flag.insert(u"guardrails", parseObject(R"({"min_requests":200,"max_error_rate":0.02,"max_p95_ratio":1.25,
        "max_cost_ratio":1.4,"max_ttft_ratio":2})"));
    flag.insert(u"rules",
                QJsonArray{parseObject(
                    R"({"if":{"user":["alice"],"country":["de"]},"serve":"canary","note":"why"})")});
    return flag;
}

QJsonObject aliasWithMore() {
    return parseObject(R"({"alias":"chat-default","strategy":"weighted","enabled":true,"owner":"platform",
        "targets":[{"provider":"openai","model":"gpt-4o-mini","weight":3,"tags":["eu","fast"],"region":"eu-1","cap":{"rpm":5}},
                   {"provider":"groq","model":"llama-3.3-70b","weight":1,"tags":[],"region":""}],
        "fallbacks":[{"provider":"vllm-gpu1","model":"mistral-7b","tags":["local"]}],
        "unsupported_params":"drop","options":{"max_cost_usd":0.5,"prefer":["groq"],"serve_stale":true,"later":{"x":1}}})");
}

/// What the gateway would store after the page saved.
template <typename PageType>
QJsonObject storedBy(PageProbe<PageType>& probe, const QString& path, const QJsonObject& before) {
    probe.link.answer("PATCH", path, [before](const ScriptedLink::Sent& sent) {
        return ScriptedLink::json(patched(before, sent.body));
    });
    probe.form->save();
    probe.settle();
    const auto sent = probe.link.sentTo("PATCH", path);
    return sent.size() == 1 ? patched(before, sent.first().body) : QJsonObject();
}

template <typename PageType>
void open(PageProbe<PageType>& probe, const QString& collection, const QJsonObject& object,
          const QString& id) {
    probe.link.answer(collection, page({object}));
    probe.link.emitEvent(QStringLiteral("config"), {});
    QTest::qWait(150);
    probe.form->open(id);
    probe.settle();
}

} // namespace

class TestKeptFields : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void ofProviders() {
        QJsonObject provider = providerJson(QStringLiteral("openai"));
        provider.insert(u"limits", parseObject(R"({"rpm":600,"tpm":90000,"max_parallel":4,"rpd":7})"));
        provider.insert(u"options",
                        parseObject(R"({"organization":"org-1","headers":{"X-Team":"a"},"region":"eu"})"));
        QJsonObject timeouts = provider.value(u"timeouts_ms").toObject();
        timeouts.insert(u"tls", 1234);
        provider.insert(u"timeouts_ms", timeouts);
        provider.insert(u"owner", QStringLiteral("platform"));
        PageProbe<ProvidersPage> probe;
        open(probe, QStringLiteral("/providers"), provider, QStringLiteral("openai"));
        probe.edit(QStringLiteral("base_url"))->setText(QStringLiteral("https://proxy.example/v1"));
        QJsonObject expected = provider;
        expected.insert(u"base_url", QStringLiteral("https://proxy.example/v1"));
        QCOMPARE(storedBy(probe, QStringLiteral("/providers/openai"), provider), expected);
    }

    void ofTimeoutsBesideTheEditedOne() {
        QJsonObject provider = providerJson(QStringLiteral("openai"));
        QJsonObject timeouts = provider.value(u"timeouts_ms").toObject();
        timeouts.insert(u"tls", 1234);
        provider.insert(u"timeouts_ms", timeouts);
        PageProbe<ProvidersPage> probe;
        open(probe, QStringLiteral("/providers"), provider, QStringLiteral("openai"));
        auto* connectField = probe.find<QAbstractSpinBox>(QStringLiteral("timeouts_ms.connect"));
        QVERIFY(connectField != nullptr);
        qobject_cast<QSpinBox*>(connectField)->setValue(2'000);
        timeouts.insert(u"connect", 2'000);
        QJsonObject expected = provider;
        expected.insert(u"timeouts_ms", timeouts);
        QCOMPARE(storedBy(probe, QStringLiteral("/providers/openai"), provider), expected);
    }

    void ofAliasesAndTheirTargets() {
        const QJsonObject alias = aliasWithMore();
        PageProbe<AliasesPage> probe;
        open(probe, QStringLiteral("/aliases"), alias, QStringLiteral("chat-default"));
        QVERIFY(!probe.form->isDirty());
        // Another order and another weight: lists are written whole.
        auto* targets = probe.find<TargetsEdit>(QStringLiteral("targets"));
        targets->findChild<QSpinBox*>()->setValue(9);
        targets->move(0, 1);
        QJsonArray moved = alias.value(u"targets").toArray();
        QJsonObject first = moved.takeAt(0).toObject();
        first.insert(u"weight", 9);
        moved.append(first);
        QJsonObject expected = alias;
        expected.insert(u"targets", moved);
        QCOMPARE(storedBy(probe, QStringLiteral("/aliases/chat-default"), alias), expected);
    }

    void ofFlagsTheirRampsGuardrailsAndRules() {
        const QJsonObject flag = flagWithMore();
        PageProbe<FlagsPage> probe;
        open(probe, QStringLiteral("/flags"), flag, QStringLiteral("chat-default"));
        QVERIFY(!probe.form->isDirty());
        // Only the end of the ramp: its odd minutes and what is not shown stay.
        for (QDoubleSpinBox* spin : probe.find<RampEdit>({})->findChildren<QDoubleSpinBox*>())
            if (spin->value() == 50)
                spin->setValue(80);
        QJsonObject ramp = flag.value(u"ramp").toObject();
        ramp.insert(u"max_percent", 80);
        QJsonObject expected = flag;
        expected.insert(u"ramp", ramp);
        QCOMPARE(storedBy(probe, QStringLiteral("/flags/chat-default"), flag), expected);
    }

    void ofMirrorsAndTheirCaps() {
        const QJsonObject flag = parseObject(R"({"key":"shadow","type":"mirror","enabled":true,"salt":"",
            "alias":"chat-default","target":"openai/gpt-4o","percent":5,"max_cost_usd_per_day":1.75,"note":"n"})");
        PageProbe<FlagsPage> probe;
        open(probe, QStringLiteral("/flags"), flag, QStringLiteral("shadow"));
        probe.find<QComboBox>(QStringLiteral("target"))->setEditText(QStringLiteral("openai/gpt-4o-mini"));
        QJsonObject expected = flag;
        expected.insert(u"target", QStringLiteral("openai/gpt-4o-mini"));
        QCOMPARE(storedBy(probe, QStringLiteral("/flags/shadow"), flag), expected);
    }
};

QTEST_MAIN(TestKeptFields)
#include "tst_kept_fields.moc"
