#include "tests/ui/support/page_probe.h"

#include "ui/pages/audit/audit_page.h"
#include "ui/pages/forms/diff_table.h"

#include <QAbstractItemModelTester>

using namespace tollgate::ui;

namespace {

QJsonObject entry(int id, const char* action, const char* kind, const QString& subject,
                  const QJsonValue& before, const QJsonValue& after) {
    return {{QStringLiteral("id"), id},
            {QStringLiteral("at"), QStringLiteral("2026-11-20T11:20:00Z")},
            {QStringLiteral("actor"), QStringLiteral("admin-token")},
            {QStringLiteral("action"), QString::fromLatin1(action)},
            {QStringLiteral("kind"), QString::fromLatin1(kind)},
            {QStringLiteral("subject"), subject},
            {QStringLiteral("before"), before},
            {QStringLiteral("after"), after}};
}

QJsonObject aliasWith(int weight) {
    QJsonObject alias = aliasJson();
    QJsonArray targets = alias.value(u"targets").toArray();
    QJsonObject first = targets.first().toObject();
    first.insert(u"weight", weight);
    targets.replace(0, first);
    alias.insert(u"targets", targets);
    return alias;
}

const auto kAlias = QStringLiteral("chat-default");

using Base = PageProbe<AuditPage>;

struct Probe : Base {
    Probe() {
        QJsonObject first =
            page({entry(9, "update", "alias", kAlias, aliasWith(3), aliasWith(7)),
                  entry(8, "delete", "project", QStringLiteral("old"), projectJson(QStringLiteral("old")),
                        QJsonValue::Null),
                  entry(7, "rerate", "usage", QStringLiteral("*/*"), QJsonObject(), QJsonObject())});
        first.insert(u"next_cursor", QStringLiteral("abc"));
        link.answer(QStringLiteral("/audit"), first);
        link.answer(
            "GET", QStringLiteral("/audit?limit=100&cursor=abc"),
            ScriptedLink::json(page({entry(6, "create", "alias", kAlias, QJsonValue::Null, aliasWith(3))})));
        link.answer(QStringLiteral("/aliases/chat-default"), aliasWith(7));
        link.answer("PATCH", QStringLiteral("/aliases/chat-default"), ScriptedLink::json(aliasWith(3)));
        link.emitEvent(QStringLiteral("audit"), {});
        form->deactivate();
        form->activate();
        QTRY_VERIFY(form->model().rowCount() >= 3);
        settle();
    }
    QString cell(int row, int column) const { return form->model().index(row, column).data().toString(); }
};

} // namespace

class TestAudit : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void differencesAreFieldByField() {
        const QList<FieldDiff> diff = jsonDiff(
            parseObject(
                R"({"a":1,"same":true,"list":[1,2],"deep":{"x":null,"y":"old"},"t":[{"w":1},{"w":2}]})"),
            parseObject(R"({"a":2,"same":true,"list":[1],"deep":{"x":3,"y":"old","z":""},"t":[{"w":1}]})"));
        const QList<FieldDiff> expected{
            {QStringLiteral("a"), QStringLiteral("1"), QStringLiteral("2")},
            {QStringLiteral("deep.x"), QStringLiteral("nothing"), QStringLiteral("3")},
            {QStringLiteral("deep.z"), QString(), QStringLiteral("nothing")},
            {QStringLiteral("list"), QStringLiteral("1, 2"), QStringLiteral("1")},
            {QStringLiteral("t[1].w"), QStringLiteral("2"), QString()}};
        QCOMPARE(diff, expected);
        QVERIFY(jsonDiff(QJsonValue::Null, QJsonValue::Null).isEmpty());
        QCOMPARE(jsonDiff(QJsonValue::Null, parseObject(R"({"a":1})")).size(), 1);
        QCOMPARE(diffSummary(expected, 1), QStringLiteral("a 1 \u2192 2, 4 more"));
    }

    void aFieldOfAnotherTypeIsToldAsAWhole() {
        const QList<FieldDiff> diff =
            jsonDiff(parseObject(R"({"v":{"a":1}})"), parseObject(R"({"v":[{"a":1}]})"));
        QCOMPARE(diff.size(), 1);
        QCOMPARE(diff.first().path, QStringLiteral("v"));
    }

    void whoWhenWhatAndTheDifference() {
        Probe probe;
        QAbstractItemModelTester tester(const_cast<AuditModel*>(&probe.form->model()),
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(probe.cell(0, AuditModel::Who), QStringLiteral("admin token"));
        QCOMPARE(probe.cell(0, AuditModel::What), QStringLiteral("changed"));
        QCOMPARE(probe.cell(0, AuditModel::Resource), QStringLiteral("alias chat-default"));
        QCOMPARE(probe.cell(0, AuditModel::Change), QStringLiteral("targets[0].weight 3 \u2192 7"));
        probe.form->choose(0);
        QCOMPARE(probe.form->diff()->diff().size(), 1);
        QCOMPARE(probe.namelessControls(), QString());
    }

    void olderPagesComeAsOneScrolls() {
        Probe probe;
        auto* model = probe.form->table()->model();
        if (model->canFetchMore({}))
            model->fetchMore({});
        QTRY_COMPARE(model->rowCount(), 4);
        QVERIFY(!model->canFetchMore({}));
    }

    void filtersAreTheGateways() {
        Probe probe;
        probe.link.clearSent();
        probe.window.findChild<QComboBox*>(QStringLiteral("kind"))->setCurrentIndex(3);
        probe.window.findChild<QLineEdit*>(QStringLiteral("filter"))->setText(QStringLiteral("chat & co"));
        QTRY_VERIFY(
            !probe.link.sentTo("GET", QStringLiteral("/audit?limit=100&kind=alias&text=chat%20%26%20co"))
                 .isEmpty());
    }

    void whatHappensNowComesOnTopAndKeepsTheChoice() {
        Probe probe;
        probe.form->choose(1);
        probe.link.answer(
            "GET", QStringLiteral("/audit"),
            ScriptedLink::json(page({entry(10, "create", "project", QStringLiteral("new"), QJsonValue::Null,
                                           projectJson(QStringLiteral("new"))),
                                     entry(9, "update", "alias", kAlias, aliasWith(3), aliasWith(7))})));
        probe.link.emitEvent(QStringLiteral("audit"), {});
        QTRY_COMPARE(probe.cell(0, AuditModel::Resource), QStringLiteral("project new"));
        QCOMPARE(probe.form->table()->currentIndex().row(), 2);
    }

    void restoringAsksOnceAndWritesOnce() {
        Probe probe;
        probe.form->choose(0);
        QVERIFY(probe.press(QStringLiteral("restoreBefore")));
        QVERIFY(probe.question().contains(QStringLiteral("targets[0].weight 7 \u2192 3")));
        QVERIFY(probe.link.sentTo("PATCH", QStringLiteral("/aliases")).isEmpty());
        QVERIFY(probe.press(QStringLiteral("Restore")));
        QCOMPARE(probe.link.sentTo("PATCH", QStringLiteral("/aliases")).size(), 1);
        QCOMPARE(probe.bodyOf("PATCH", QStringLiteral("/aliases/chat-default")),
                 QJsonObject({{QStringLiteral("targets"), aliasWith(3).value(u"targets")}}));
        QVERIFY(probe.messages->text().contains(QStringLiteral("Restored")));
    }

    void whatIsSoAlreadyIsNotWritten() {
        Probe probe;
        probe.form->choose(0);
        QVERIFY(probe.press(QStringLiteral("restoreAfter")));
        QCOMPARE(probe.question(), QString());
        QVERIFY(probe.messages->text().contains(QStringLiteral("already")));
    }

    void whatWasDeletedIsMadeAgain() {
        Probe probe;
        probe.link.answer("GET", QStringLiteral("/projects/old"),
                          ScriptedLink::refusal(QStringLiteral("there is no project old"), {}, 404));
        probe.link.answer("POST", QStringLiteral("/projects"),
                          ScriptedLink::json(projectJson(QStringLiteral("old")), 201));
        probe.form->choose(1);
        QVERIFY(probe.press(QStringLiteral("restoreBefore")));
        QVERIFY(probe.question().contains(QStringLiteral("deleted")));
        QVERIFY(probe.press(QStringLiteral("Restore")));
        QCOMPARE(probe.bodyOf("POST", QStringLiteral("/projects")), projectJson(QStringLiteral("old")));
    }

    void aRefusedRestoreSaysWhy() {
        Probe probe;
        probe.link.answer("PATCH", QStringLiteral("/aliases/chat-default"),
                          ScriptedLink::refusal(QStringLiteral("there is no provider groq"),
                                                QStringLiteral("targets[1].provider")));
        probe.form->choose(0);
        probe.press(QStringLiteral("restoreBefore"));
        probe.press(QStringLiteral("Restore"));
        QVERIFY(probe.messages->text().contains(QStringLiteral("there is no provider groq")));
    }

    void whatIsNoResourceCannotBeRestored() {
        Probe probe;
        probe.form->choose(2);
        QVERIFY(!probe.button(QStringLiteral("restoreBefore")));
        QVERIFY(!probe.button(QStringLiteral("restoreAfter")));
    }

    void emptyLogSaysSo() {
        Base probe(Base::Data::Empty);
        QCOMPARE(probe.form->model().rowCount(), 0);
        QCOMPARE(probe.form->statusText(), QStringLiteral("0 entries"));
    }
};

QTEST_MAIN(TestAudit)
#include "tst_audit.moc"
