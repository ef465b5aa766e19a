#include "tests/ui/support/form_fixture.h"

#include "ui/models/resource_list_model.h"
#include "ui/models/resource_specs.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace tollgate::ui;

namespace {

QJsonArray named(std::initializer_list<const char*> names) {
    QJsonArray array;
    for (const char* name : names)
        array.append(QJsonObject{{QStringLiteral("name"), QString::fromLatin1(name)}});
    return array;
}

} // namespace

class TestResourceListModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsNothingWhileInactive() {
        ResourceListModel model(&m_link, specs::providers());
        m_link.emitEvent(QStringLiteral("config"), {});
        QTest::qWait(80);
        QVERIFY(m_link.sent().isEmpty());
        model.setActive(true);
        QCOMPARE(m_link.sentTo("GET", QStringLiteral("/providers")).size(), 1);
    }

    void init() {
        m_link.clearSent();
        m_objects = named({"a", "b", "c"});
        m_link.answer("GET", QStringLiteral("/providers"),
                      [this](const ScriptedLink::Sent&) { return ScriptedLink::json(page(m_objects)); });
    }

    void followsInsertionRemovalMoveAndChange() {
        ResourceListModel model(&m_link, specs::providers());
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.setActive(true);
        QTRY_COMPARE(model.rowCount(), 3);
        const QPersistentModelIndex b = model.index(1);
        const QPersistentModelIndex c = model.index(2);

        m_objects = named({"c", "x", "b"});
        m_objects[2] =
            QJsonObject{{QStringLiteral("name"), QStringLiteral("b")}, {QStringLiteral("enabled"), false}};
        model.refresh();
        QTRY_COMPARE(model.rowOf(QStringLiteral("x")), 1);
        QCOMPARE(model.rowOf(QStringLiteral("a")), -1);
        // Who had chosen b and c still has them.
        QCOMPARE(b.row(), 2);
        QCOMPARE(c.row(), 0);
        QCOMPARE(model.objectAt(2).value(u"enabled"), QJsonValue(false));
    }

    void sameAnswerChangesNothing() {
        ResourceListModel model(&m_link, specs::providers());
        model.setActive(true);
        QTRY_COMPARE(model.rowCount(), 3);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        QSignalSpy loaded(&model, &ResourceListModel::loaded);
        model.refresh();
        QTRY_COMPARE(loaded.size(), 1);
        QCOMPARE(changed.size(), 0);
    }

    void readsAgainAfterConfigEvents() {
        ResourceListModel model(&m_link, specs::providers());
        model.setActive(true);
        QTRY_COMPARE(model.rowCount(), 3);
        m_objects = named({"a"});
        for (int i = 0; i < 5; ++i)
            m_link.emitEvent(QStringLiteral("config"), {});
        QTRY_COMPARE(model.rowCount(), 1);
        QCOMPARE(m_link.sentTo("GET", QStringLiteral("/providers")).size(), 2); // a burst is read once
    }

    void readsEveryPage() {
        m_link.answer("GET", QStringLiteral("/providers"), [](const ScriptedLink::Sent& sent) {
            QJsonObject answer = page(named({"a"}));
            if (!sent.path.contains(u"cursor=")) {
                answer.insert(u"next_cursor", QStringLiteral("b&c"));
                return ScriptedLink::json(answer);
            }
            return ScriptedLink::json(page(named({"z"})));
        });
        ResourceListModel model(&m_link, specs::providers());
        model.setActive(true);
        QTRY_COMPARE(model.rowCount(), 2);
        QCOMPARE(m_link.sent().last().path, QStringLiteral("/providers?limit=1000&cursor=b%26c"));
    }

    void ownWriteIsNotOverwrittenByAnOlderAnswer() {
        ResourceListModel model(&m_link, specs::providers());
        model.setActive(true);
        QTRY_COMPARE(model.rowCount(), 3);
        model.refresh(); // its answer is under way, without the new one
        model.put(QJsonObject{{QStringLiteral("name"), QStringLiteral("new")}});
        QVERIFY(model.rowOf(QStringLiteral("new")) >= 0);
        const QJsonArray later = named({"a", "b", "c", "new"});
        QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
        m_objects = later;
        QTRY_COMPARE(m_link.sentTo("GET", QStringLiteral("/providers")).size(), 3);
        QTest::qWait(20);
        QCOMPARE(removed.size(), 0);
        QCOMPARE(model.rowCount(), 4);
    }

    void failureKeepsWhatIsShown() {
        ResourceListModel model(&m_link, specs::providers());
        model.setActive(true);
        QTRY_COMPARE(model.rowCount(), 3);
        m_link.answer("GET", QStringLiteral("/providers"),
                      ScriptedLink::refusal(QStringLiteral("database is locked"), {}, 503));
        QSignalSpy failed(&model, &ResourceListModel::failed);
        model.refresh();
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(model.failure(), QStringLiteral("database is locked"));
        QCOMPARE(model.rowCount(), 3);
    }

    void namesArePercentEncodedInPaths() {
        QCOMPARE(specs::flags().pathOf(QStringLiteral("a b/c")), QStringLiteral("/flags/a%20b%2Fc"));
    }

private:
    ScriptedLink m_link;
    QJsonArray m_objects;
};

QTEST_MAIN(TestResourceListModel)
#include "tst_resource_list_model.moc"
