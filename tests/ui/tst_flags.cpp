#include "tests/ui/support/page_probe.h"

#include "ui/pages/flags/bucket_tester.h"
#include "ui/pages/flags/flag_history_card.h"
#include "ui/pages/flags/flag_report.h"
#include "ui/pages/flags/flag_text.h"
#include "ui/pages/flags/flags_page.h"
#include "ui/pages/flags/guardrails_card.h"
#include "ui/pages/flags/rules_edit.h"
#include "ui/pages/flags/weights_edit.h"
#include "ui/widgets/percent_slider.h"
#include "ui/widgets/tag_edit.h"

#include <cmath>

using namespace tollgate::ui;
using Probe = PageProbe<FlagsPage>;

namespace {

const char* const kReport = R"({"window":"24h","arms":[
    {"arm":"stable","requests":4402,"error_rate":0.003,"p95_ms":800,"cost_per_request_usd":0.001},
    {"arm":"canary","requests":802,"error_rate":0.0037,"p95_ms":1120,"cost_per_request_usd":0.00124}]})";

const QString kFlag = QStringLiteral("/flags/chat-default");

} // namespace

class TestFlags : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void opensOnEmptyData() {
        Probe probe(Probe::Data::Empty);
        QVERIFY(probe.rows().isEmpty());
        QVERIFY(probe.button(QStringLiteral("New flag")));
    }

    void opensOnFilledData() {
        Probe probe;
        QCOMPARE(probe.rows().size(), 4);
        QCOMPARE(probe.form->statusText(), QStringLiteral("4 flags · 3 on"));
        QVERIFY(!probe.form->isDirty());
        QCOMPARE(probe.namelessControls(), QString());
        QCOMPARE(probe.tabOrderMistakes(), QString());
    }

    void everyTypeOpensCleanAndNamed() {
        Probe probe;
        for (const QString& key : probe.rows()) {
            probe.form->open(key);
            probe.settle();
            QCOMPARE(probe.form->currentId(), key);
            QVERIFY2(!probe.form->isDirty(), qPrintable(key));
        }
        QCOMPARE(probe.namelessControls(), QString());
        QCOMPARE(probe.tabOrderMistakes(), QString());
    }

    void listSaysTypeAndShare() {
        QCOMPARE(flagText::subtitle(canaryJson()), QStringLiteral("canary · 15 %"));
        QCOMPARE(flagText::subtitle(
                     parseObject(R"({"type":"prompt","weights":{"v1":50,"v2":50},"default":"v1"})")),
                 QStringLiteral("prompt · v1 → v2 50 %"));
        QCOMPARE(
            flagText::subtitle(parseObject(R"({"type":"prompt","weights":{"v1":3,"v2":1},"default":"v1"})")),
            QStringLiteral("prompt · v1 → v2 25 %")); // weights are shares of their sum
        QCOMPARE(flagText::subtitle(parseObject(R"({"type":"kill_switch","enabled":false,"provider":"x"})")),
                 QStringLiteral("kill switch · off"));
        QCOMPARE(flagText::subtitle(parseObject(R"({"type":"mirror","percent":5})")),
                 QStringLiteral("mirror · 5 %"));
    }

    void rolloutIsPatchedAlone() {
        Probe probe;
        QJsonObject after = canaryJson();
        after.insert(u"rollout_percent", 25);
        probe.link.answer("PATCH", kFlag, ScriptedLink::json(after));
        QVERIFY(probe.press(QStringLiteral("25 %")));
        QVERIFY(probe.form->isDirty());
        QVERIFY(probe.press(QStringLiteral("save")));
        QCOMPARE(probe.bodyOf("PATCH", kFlag), parseObject(R"({"rollout_percent":25})"));
        QVERIFY(!probe.form->isDirty());
        probe.form->undo();
        probe.settle();
        QCOMPARE(probe.bodyOf("PATCH", kFlag), parseObject(R"({"rollout_percent":15})"));
    }

    void guardrailsReadAsPercentAndAreSwitchedOffByZero() {
        Probe probe;
        probe.link.answer("PATCH", kFlag, ScriptedLink::json(canaryJson()));
        auto* p95 = probe.find<QDoubleSpinBox>(QStringLiteral("guardrails.max_p95_ratio"));
        QCOMPARE(p95->value(), 25.0);
        p95->setValue(30);
        probe.find<QDoubleSpinBox>(QStringLiteral("guardrails.max_cost_ratio"))->setValue(0);
        probe.form->save();
        probe.settle();
        QCOMPARE(probe.bodyOf("PATCH", kFlag),
                 parseObject(R"({"guardrails":{"max_p95_ratio":1.3,"max_cost_ratio":null}})"));
    }

    void guardrailsOfAnExperimentJudgeTheWorstOfItsVersions() {
        FormBinding binding;
        GuardrailsCard card(binding, GuardrailsCard::Of::Versions);
        const QJsonObject rails{{u"min_requests"_qs, 50}, {u"max_error_rate"_qs, 0.02}};
        binding.load({{u"guardrails"_qs, rails}}, false);
        const auto arm = [](const QString& name, int requests, double errors) {
            return QJsonObject{{u"arm"_qs, name}, {u"requests"_qs, requests}, {u"error_rate"_qs, errors}};
        };
        card.setDefaultVersion(u"v1"_qs);
        card.setReport({{u"arms"_qs, QJsonArray{arm(u"v1"_qs, 100, 0.5), arm(u"v2"_qs, 100, 0.01)}}});
        QCOMPARE(card.verdict(0), u"ok"_qs); // the default one is what others are measured by
        QCOMPARE(card.verdict(1), u"off"_qs);
        card.setReport({{u"arms"_qs, QJsonArray{arm(u"v1"_qs, 100, 0), arm(u"v2"_qs, 100, 0.01),
                                                arm(u"v3"_qs, 60, 0.05)}}});
        QCOMPARE(card.verdict(0), u"breached"_qs);
        card.setReport({{u"arms"_qs, QJsonArray{arm(u"v1"_qs, 100, 0), arm(u"v2"_qs, 40, 0.05)}}});
        QCOMPARE(card.verdict(0), u"too few"_qs);
    }

    void guardrailsSayWhetherTheyHold() {
        FormBinding binding;
        GuardrailsCard card(binding, GuardrailsCard::Of::Canary);
        binding.load(canaryJson(), false);
        QCOMPARE(card.verdict(0), QStringLiteral("no data"));
        card.setReport(parseObject(kReport));
        QCOMPARE(card.verdict(0), QStringLiteral("ok"));       // 0.37 % of 2 %
        QCOMPARE(card.verdict(1), QStringLiteral("breached")); // +40 % of 25 %
        QCOMPARE(card.verdict(2), QStringLiteral("ok"));       // +24 % of 40 %
        QJsonObject few = canaryJson();
        few.insert(u"guardrails",
                   parseObject(R"({"min_requests":1000,"max_error_rate":0.02,"max_p95_ratio":null})"));
        binding.load(few, false);
        QCOMPARE(card.verdict(0), QStringLiteral("too few"));
        QCOMPARE(card.verdict(1), QStringLiteral("off"));
    }

    void rampComesAndGoes() {
        Probe probe;
        probe.link.answer("PATCH", kFlag, ScriptedLink::json(canaryJson()));
        probe.choose(QStringLiteral("rampMode"), QStringLiteral("none"));
        probe.form->save();
        probe.settle();
        QCOMPARE(probe.bodyOf("PATCH", kFlag), QJsonObject({{QStringLiteral("ramp"), QJsonValue::Null}}));
    }

    void rulesAreAddedEditedMovedAndRemoved() {
        RulesEdit edit;
        edit.setRules(canaryJson().value(u"rules").toArray());
        edit.startAdd();
        auto* users = edit.findChild<TagEdit*>(QStringLiteral("ruleUsers"));
        auto* projects = edit.findChild<TagEdit*>(QStringLiteral("ruleProjects"));
        edit.commit(); // no condition yet: nothing is taken over
        QCOMPARE(edit.rules().size(), 2);
        projects->setTags({QStringLiteral("search")});
        edit.commit();
        QCOMPARE(edit.rules().size(), 3);
        QCOMPARE(edit.rules().last().toObject(),
                 parseObject(R"({"if":{"project":["search"]},"serve":"canary"})"));
        edit.startEdit(0);
        QCOMPARE(users->tags(), QStringList({QStringLiteral("alice"), QStringLiteral("qa-*")}));
        users->setTags({QStringLiteral("bob")});
        edit.commit();
        QCOMPARE(edit.rules().first().toObject(), parseObject(R"({"if":{"user":["bob"]},"serve":"canary"})"));
    }

    void editedRulesArePatchedAsAWholeList() {
        Probe probe;
        probe.link.answer("PATCH", kFlag, ScriptedLink::json(canaryJson()));
        QVERIFY(probe.press(QStringLiteral("addRule")));
        probe.find<TagEdit>(QStringLiteral("ruleUsers"))->setTags({QStringLiteral("dave")});
        probe.choose(QStringLiteral("ruleServe"), QStringLiteral("stable"));
        QVERIFY(probe.press(QStringLiteral("takeRule")));
        probe.form->save();
        probe.settle();
        const QJsonArray rules = probe.bodyOf("PATCH", kFlag).value(u"rules").toArray();
        QCOMPARE(rules.size(), 3);
        QCOMPARE(rules.last().toObject(), parseObject(R"({"if":{"user":["dave"]},"serve":"stable"})"));
    }

    void conditionsReadAsSentences() {
        QCOMPARE(flagText::plain(flagText::condition(parseObject(R"({"if":{"user":["alice","qa-*"]}})"))),
                 QStringLiteral("user is one of alice, qa-*"));
        QCOMPARE(flagText::plain(
                     flagText::condition(parseObject(R"({"if":{"project":["checkout"],"user":["a"]}})"))),
                 QStringLiteral("user is a and project is checkout"));
    }

    void bucketTesterAsksForTheTypedUser() {
        Probe probe;
        probe.link.answer(
            "POST", kFlag + QStringLiteral("/evaluate"),
            ScriptedLink::json(QByteArray(R"({"bucket":43,"serve":"stable","reason":"rollout"})")));
        QTest::keyClicks(probe.edit(QStringLiteral("testerSubject")), QStringLiteral("carol"));
        auto* tester = probe.form->findChild<BucketTester*>();
        QTRY_COMPARE(tester->resultText(), QStringLiteral("bucket 43 → stable · not in 15 %"));
        QCOMPARE(probe.bodyOf("POST", kFlag + QStringLiteral("/evaluate")),
                 parseObject(R"({"user":"carol","project":null})"));
        QCOMPARE(probe.link.sentTo("POST", kFlag).size(), 1); // typing is awaited, not every letter asked
    }

    void reasonsAreWords() {
        QCOMPARE(flagText::reason(QStringLiteral("rule:2"), 3, 15), QStringLiteral("by rule 2"));
        QCOMPARE(flagText::reason(QStringLiteral("disabled"), 3, 15), QStringLiteral("the flag is off"));
        QCOMPARE(flagText::reason(QStringLiteral("rollout"), 14, 15), QStringLiteral("within 15 %"));
        QCOMPARE(flagText::reason(QStringLiteral("rollout"), 15, 15), QStringLiteral("not in 15 %"));
    }

    void rollBackReadsTheFlagAgain() {
        Probe probe;
        QJsonObject after = canaryJson();
        after.insert(u"rollout_percent", 0);
        after.insert(u"enabled", false);
        probe.link.answer("POST", kFlag + QStringLiteral("/rollback"), ScriptedLink::json(QByteArray("{}")));
        probe.link.answer("GET", kFlag, ScriptedLink::json(after));
        QVERIFY(probe.press(QStringLiteral("rollBack")));
        probe.settle();
        QCOMPARE(probe.link.sentTo("POST", kFlag + QStringLiteral("/rollback")).size(), 1);
        QCOMPARE(probe.form->findChild<PercentSlider*>()->value(), 0.0);
        QVERIFY(!probe.form->isDirty());
        probe.link.answer("PATCH", kFlag, ScriptedLink::json(canaryJson()));
        QVERIFY(probe.press(QStringLiteral("Undo")));
        QCOMPARE(probe.bodyOf("PATCH", kFlag), parseObject(R"({"rollout_percent":15,"enabled":true})"));
    }

    void historyTellsThisFlagOnlyAndRestoresIntoTheForm() {
        Probe probe;
        QJsonObject before = canaryJson();
        before.insert(u"rollout_percent", 1);
        QJsonObject after = canaryJson();
        after.insert(u"rollout_percent", 5);
        after.insert(u"enabled", false);
        const auto entry = [&](const QString& subject) {
            return QJsonObject{{QStringLiteral("at"), QStringLiteral("2026-11-21T17:02:00Z")},
                               {QStringLiteral("actor"), QStringLiteral("console")},
                               {QStringLiteral("action"), QStringLiteral("update")},
                               {QStringLiteral("kind"), QStringLiteral("flag")},
                               {QStringLiteral("subject"), subject},
                               {QStringLiteral("before"), before},
                               {QStringLiteral("after"), after}};
        };
        auto* history = probe.form->findChild<FlagHistoryCard*>();
        history->setEntries({entry(QStringLiteral("chat-default")), entry(QStringLiteral("other"))},
                            QStringLiteral("chat-default"), canaryJson());
        QCOMPARE(history->rowCount(), 1);
        QCOMPARE(history->changeAt(0), QStringLiteral("switched off, rollout 1 % → 5 %"));
        history->restore(0);
        QVERIFY(probe.form->isDirty()); // nothing is sent before Save
        QVERIFY(probe.link.sentTo("PATCH", kFlag).isEmpty());
        probe.link.answer("PATCH", kFlag, ScriptedLink::json(after));
        probe.form->save();
        probe.settle();
        QCOMPARE(probe.bodyOf("PATCH", kFlag), parseObject(R"({"rollout_percent":5,"enabled":false})"));
    }

    void splitCountsArmsByHourAndLeavesGaps() {
        const qint64 now =
            QDateTime::fromString(QStringLiteral("2026-11-22T14:30:00Z"), Qt::ISODate).toMSecsSinceEpoch();
        const SplitSeries series =
            splitByHour({parseObject(R"({"hour":"2026-11-22T14:00:00Z","arm":"canary","requests":10})"),
                         parseObject(R"({"hour":"2026-11-22T14:00:00Z","arm":"stable","requests":30})"),
                         parseObject(R"({"hour":"2026-11-22T12:00:00Z","arm":"canary","requests":5})"),
                         parseObject(R"({"hour":"2026-11-22T12:00:00Z","arm":"stable","requests":5})"),
                         parseObject(R"({"hour":"2026-11-22T12:00:00Z","arm":null,"requests":99})")},
                        now);
        QCOMPARE(series.times.size(), 24);
        QCOMPARE(series.percent.last(), 25.0);
        QVERIFY(std::isnan(series.percent.at(22)));
        QCOMPARE(series.percent.at(21), 50.0);
        QCOMPARE(series.actualPercent, 30.0);
        QVERIFY(std::abs(series.halfWidth - 12.7) < 0.1);
    }

    void promptWeightsShowTheirSum() {
        WeightsEdit edit;
        edit.setWeights(parseObject(R"({"v1":50,"v2":50})"));
        edit.addRow(QStringLiteral("v3"), 100);
        QCOMPARE(edit.sumText(), QStringLiteral("sum 200"));
        QCOMPARE(edit.weights(), parseObject(R"({"v1":50,"v2":50,"v3":100})"));
    }

    void killSwitchCutsOffOneThing() {
        Probe probe;
        const QString key = QStringLiteral("vendor-kill: azure");
        probe.form->open(key);
        probe.settle();
        probe.link.answer(
            "PATCH", QStringLiteral("/flags/vendor-kill%3A%20azure"),
            ScriptedLink::json(QByteArray(R"({"key":"vendor-kill: azure","type":"kill_switch","enabled":false,
                            "target":"openai/gpt-4o"})")));
        probe.choose(QStringLiteral("killWhat"), QStringLiteral("target"));
        probe.find<QComboBox>(QStringLiteral("target"))->setEditText(QStringLiteral("openai/gpt-4o"));
        probe.form->save();
        probe.settle();
        QCOMPARE(probe.bodyOf("PATCH", QStringLiteral("/flags/vendor-kill%3A%20azure")),
                 parseObject(R"({"provider":null,"target":"openai/gpt-4o"})"));
    }

    void newFlagKeepsItsKeyWhenTheTypeChanges() {
        Probe probe;
        probe.form->open(QStringLiteral("new"));
        probe.edit(QStringLiteral("key"))->setText(QStringLiteral("shadow"));
        QVERIFY(probe.press(QStringLiteral("mirror")));
        QCOMPARE(probe.edit(QStringLiteral("key"))->text(), QStringLiteral("shadow"));
        probe.find<QComboBox>(QStringLiteral("alias"))->setEditText(QStringLiteral("chat-default"));
        probe.find<QComboBox>(QStringLiteral("target"))->setEditText(QStringLiteral("openai/gpt-4o"));
        probe.link.answer("POST", QStringLiteral("/flags"),
                          [](const ScriptedLink::Sent& sent) { return ScriptedLink::json(sent.body, 201); });
        probe.form->save();
        probe.settle();
        QCOMPARE(probe.bodyOf("POST", QStringLiteral("/flags")),
                 parseObject(R"({"key":"shadow","type":"mirror","enabled":true,"alias":"chat-default",
                                 "target":"openai/gpt-4o","percent":5})"));
        QCOMPARE(probe.form->currentId(), QStringLiteral("shadow"));
    }

    void refusedRuleShowsAtTheRules() {
        Probe probe;
        probe.link.answer(
            "PATCH", kFlag,
            ScriptedLink::refusal(QStringLiteral("unknown arm"), QStringLiteral("rules[0].serve")));
        probe.find<QDoubleSpinBox>(QStringLiteral("guardrails.max_error_rate"))->setValue(9);
        probe.form->save();
        probe.settle();
        QCOMPARE(probe.errorAt(QStringLiteral("rules")), QStringLiteral("rules[0].serve: unknown arm"));
        probe.form->revert();
        QVERIFY(!probe.form->isDirty());
        QVERIFY(probe.errorAt(QStringLiteral("rules")).isEmpty());
    }
};

QTEST_MAIN(TestFlags)
#include "tst_flags.moc"
