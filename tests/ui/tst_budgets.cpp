#include "tests/ui/support/page_probe.h"

#include "ui/pages/budgets/budget_gauge.h"
#include "ui/pages/budgets/budget_history_card.h"
#include "ui/pages/budgets/budgets_page.h"
#include "ui/widgets/money_spin.h"
#include "ui/widgets/tag_edit.h"

using namespace tollgate::ui;
using Probe = PageProbe<BudgetsPage>;

class TestBudgets : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void opensOnEmptyData() {
        Probe probe(Probe::Data::Empty);
        QVERIFY(probe.rows().isEmpty());
        QVERIFY(probe.button(QStringLiteral("New budget")));
    }

    void opensOnFilledData() {
        Probe probe;
        QCOMPARE(probe.rows(),
                 QStringList({QStringLiteral("everything · day"), QStringLiteral("checkout · month"),
                              QStringLiteral("nightly-eval · month")}));
        QCOMPARE(probe.form->statusText(), QStringLiteral("3 budgets · 1 near the limit · 1 exceeded"));
        QVERIFY(!probe.form->isDirty());
        QCOMPARE(probe.namelessControls(), QString());
        QCOMPARE(probe.tabOrderMistakes(), QString());
    }

    void gaugeTellsItsNumbers() {
        Probe probe;
        const QString text = probe.form->findChild<BudgetGauge*>()->accessibleName();
        QVERIFY2(text.contains(u"$23.72 of $26") && text.contains(u"$0.60 reserved") &&
                     text.contains(u"$29.40"),
                 qPrintable(text));
    }

    void limitAndThresholdsArePatched() {
        Probe probe;
        probe.form->open(QStringLiteral("bud_1"));
        probe.link.answer("PATCH", QStringLiteral("/budgets/bud_1"), ScriptedLink::json(budgetJson()));
        probe.form->findChild<MoneySpin*>()->setValue(120.5);
        probe.find<TagEdit>(QStringLiteral("thresholds"))
            ->setTags({QStringLiteral("90 %"), QStringLiteral("75")});
        probe.form->save();
        probe.settle();
        QCOMPARE(probe.bodyOf("PATCH", QStringLiteral("/budgets/bud_1")),
                 parseObject(R"({"limit_usd":120.5,"thresholds":[75,90]})"));
    }

    void thresholdsMustBePercents() {
        Probe probe;
        probe.form->open(QStringLiteral("bud_1"));
        probe.find<TagEdit>(QStringLiteral("thresholds"))->setTags({QStringLiteral("soon")});
        Q_EMIT probe.find<TagEdit>(QStringLiteral("thresholds"))->tagsChanged();
        QVERIFY(!probe.form->save());
        QVERIFY(!probe.errorAt(QStringLiteral("thresholds")).isEmpty());
        QVERIFY(probe.link.sentTo("PATCH", QStringLiteral("/budgets")).isEmpty());
    }

    void scopeDecidesWhatTheSubjectIs() {
        Probe probe;
        probe.form->open(QStringLiteral("new"));
        probe.link.answer("POST", QStringLiteral("/budgets"), ScriptedLink::json(budgetJson(), 201));
        QVERIFY(!probe.find<QComboBox>(QStringLiteral("subject"))->isVisible());
        probe.choose(QStringLiteral("scope"), QStringLiteral("key"));
        QVERIFY(!probe.form->save()); // whose?
        probe.choose(QStringLiteral("subjectKey"), QStringLiteral("key_1"));
        QVERIFY(probe.form->save());
        probe.settle();
        QCOMPARE(probe.bodyOf("POST", QStringLiteral("/budgets")),
                 parseObject(R"({"scope":"key","subject":"key_1","period":"month","limit_usd":100,
                    "thresholds":[50,80,100],"action":"warn","downgrade_to":null,"timezone":null,"enabled":true})"));
    }

    void subjectsAreOfferedByScope() {
        Probe probe;
        probe.form->open(QStringLiteral("new"));
        auto* subject = probe.find<QComboBox>(QStringLiteral("subject"));
        probe.choose(QStringLiteral("scope"), QStringLiteral("user"));
        QVERIFY(subject->findText(QStringLiteral("alice")) >= 0);
        probe.choose(QStringLiteral("scope"), QStringLiteral("project"));
        QVERIFY(subject->findText(QStringLiteral("checkout")) >= 0);
        QVERIFY(subject->findText(QStringLiteral("alice")) < 0);
    }

    void downgradeNeedsAnAlias() {
        Probe probe;
        probe.form->open(QStringLiteral("bud_1"));
        probe.link.answer("PATCH", QStringLiteral("/budgets/bud_1"), ScriptedLink::json(budgetJson()));
        probe.choose(QStringLiteral("action"), QStringLiteral("downgrade"));
        QVERIFY(!probe.form->save());
        probe.find<QComboBox>(QStringLiteral("downgrade_to"))->setEditText(QStringLiteral("cheap"));
        QVERIFY(probe.form->save());
        probe.settle();
        QCOMPARE(probe.bodyOf("PATCH", QStringLiteral("/budgets/bud_1")),
                 parseObject(R"({"action":"downgrade","downgrade_to":"cheap"})"));
    }

    void refusalShowsAtTheFieldAndRevertClears() {
        Probe probe;
        probe.form->open(QStringLiteral("bud_1"));
        probe.link.answer(
            "PATCH", QStringLiteral("/budgets/bud_1"),
            ScriptedLink::refusal(QStringLiteral("unknown time zone"), QStringLiteral("timezone")));
        probe.find<QComboBox>(QStringLiteral("timezone"))->setEditText(QStringLiteral("Mars/Olympus"));
        probe.form->save();
        probe.settle();
        QCOMPARE(probe.errorAt(QStringLiteral("timezone")), QStringLiteral("unknown time zone"));
        probe.form->revert();
        QVERIFY(!probe.form->isDirty());
        QVERIFY(probe.errorAt(QStringLiteral("timezone")).isEmpty());
    }

    void spendingMovesUnderAnEdit() {
        Probe probe;
        probe.form->findChild<MoneySpin*>()->setValue(30);
        QJsonObject day =
            parseObject(R"({"id":"bud_2","scope":"global","subject":null,"period":"day","limit_usd":26,
            "thresholds":[50,80,100],"action":"warn","downgrade_to":null,"timezone":"","enabled":true,
            "spent_usd":25.5,"reserved_usd":0,"state":"warning","resets_at":"2026-12-01T00:00:00Z","forecast_usd":29})");
        probe.link.answer(QStringLiteral("/budgets?"), page({day}));
        probe.link.emitEvent(QStringLiteral("budget"), {});
        QTRY_VERIFY(probe.form->findChild<BudgetGauge*>()->accessibleName().contains(u"$25.50"));
        QCOMPARE(probe.form->findChild<MoneySpin*>()->value(), 30.0);
        QVERIFY(probe.form->isDirty());
    }

    void rollingBudgetNeverResets() {
        Probe probe;
        probe.form->open(QStringLiteral("bud_1"));
        const auto* rolls = probe.form->findChild<QLabel*>(QStringLiteral("rolls"));
        QVERIFY(!rolls->isVisible());
        QJsonObject rolling = budgetJson();
        rolling.insert(QStringLiteral("period"), QStringLiteral("rolling_30d"));
        probe.link.answer(QStringLiteral("/budgets?"), page({rolling}));
        probe.link.emitEvent(QStringLiteral("budget"), {});
        QTRY_VERIFY(rolls->text().contains(QStringLiteral("30 days")));
        QVERIFY(rolls->isVisible());
    }

    void everyThresholdSaysWhenItWasReachedAndWhatFollowed() {
        const QJsonObject budget = budgetJson(); // $100 a month, blocks
        QCOMPARE(
            periodStart(budget),
            QDateTime::fromString(QStringLiteral("2026-11-01T00:00:00Z"), Qt::ISODate).toMSecsSinceEpoch());
        const QJsonArray hours{parseObject(R"({"hour":"2026-11-03T10:00:00Z","cost_usd":45})"),
                               parseObject(R"({"hour":"2026-11-03T12:00:00Z","cost_usd":null})"),
                               parseObject(R"({"hour":"2026-11-04T09:00:00Z","cost_usd":37.5})")};
        const QList<ThresholdPassed> passed = thresholdsPassed(budget, hours);
        QCOMPARE(passed.size(), 3);
        const qint64 fourth =
            QDateTime::fromString(QStringLiteral("2026-11-04T09:00:00Z"), Qt::ISODate).toMSecsSinceEpoch();
        QVERIFY(passed[0].hourMs == fourth && passed[0].spentUsd == 82.5); // 50 and 80 at once
        QVERIFY(passed[1].hourMs == fourth);
        QVERIFY(!passed[2].hourMs);
    }

    void cardTellsRefusalsOfAUsedUpBudget() {
        Probe probe;
        probe.link.answer(QStringLiteral("/usage?group_by=hour"),
                          page({parseObject(R"({"hour":"2026-11-04T09:00:00Z","cost_usd":40.02})")}));
        probe.link.answer(QStringLiteral("/usage?group_by=status"),
                          page({parseObject(R"({"status":402,"requests":7})")}));
        probe.form->open(QStringLiteral("bud_3")); // nightly-eval, used up
        const auto texts = [&probe] {
            QStringList all;
            for (const QLabel* label : probe.form->findChild<BudgetHistoryCard*>()->findChildren<QLabel*>())
                all << label->text();
            return all.join(u'|');
        };
        QTRY_VERIFY2(texts().contains(QStringLiteral("notified; 7 requests refused")), qPrintable(texts()));
        QVERIFY(texts().contains(QStringLiteral("$40.02 spent")));
        const auto asked = probe.link.sentTo("GET", QStringLiteral("/usage?group_by=status"));
        QVERIFY(asked.last().path.endsWith(QStringLiteral("filter=user%3Anightly-eval%20status%3A402")));
    }

    void deletionCanBeUndone() {
        Probe probe;
        probe.form->open(QStringLiteral("bud_1"));
        probe.link.answer("DELETE", QStringLiteral("/budgets/bud_1"), ScriptedLink::json(QByteArray(), 204));
        QJsonObject again = budgetJson();
        again.insert(u"id", QStringLiteral("bud_9"));
        probe.link.answer("POST", QStringLiteral("/budgets"), ScriptedLink::json(again, 201));
        probe.form->requestRemove();
        QVERIFY(probe.press(QStringLiteral("Delete")));
        probe.form->undo();
        probe.settle();
        QVERIFY(!probe.bodyOf("POST", QStringLiteral("/budgets")).contains(u"id"));
        QCOMPARE(probe.form->currentId(), QStringLiteral("bud_9"));
    }
};

QTEST_MAIN(TestBudgets)
#include "tst_budgets.moc"
