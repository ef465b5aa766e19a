#include "tests/ui/support/form_fixture.h"
#include "ui/shell/main_window.h"
#include "ui/shell/page_registry.h"
#include "ui/shell/palette/command_palette.h"
#include "ui/shell/palette/fuzzy_match.h"
#include "ui/widgets/message_bar.h"

#include <QAbstractItemModelTester>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

using namespace tollgate::ui;

namespace {

class OpenedPage : public Page {
public:
    OpenedPage(const UiContext& context, QWidget* parent, QStringList* opened)
        : Page(context, parent)
        , m_opened(opened)
        , edit(new QLineEdit(this)) {}
    void open(const QString& argument) override { *m_opened << argument; }
    QStringList* m_opened;
    QLineEdit* edit;
};

QString marked(const QString& pattern, const QString& text) {
    const auto match = fuzzyMatch(pattern, text);
    if (!match)
        return QStringLiteral("no match");
    QString shown;
    for (int i = 0; i < text.size(); ++i)
        shown += match->positions.contains(i) ? text.at(i).toUpper() : text.at(i).toLower();
    return shown;
}

} // namespace

class TestPalette : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<Theme>(); }
    void cleanupTestCase() { m_theme.reset(); }

    void init() {
        m_link = std::make_unique<ScriptedLink>();
        fillGateway(*m_link);
        m_registry = std::make_unique<PageRegistry>();
        m_opened.clear();
        for (const auto& [id, title] : {std::pair{u"overview"_qs, u"Overview"_qs},
                                        {u"traffic"_qs, u"Traffic"_qs},
                                        {u"providers"_qs, u"Providers"_qs},
                                        {u"flags"_qs, u"Flags"_qs}})
            m_registry->add({id, title, PageGroup::Observe, id,
                             [this](const UiContext& context, QWidget* parent) -> Page* {
                                 return new OpenedPage(context, parent, &m_opened);
                             }});
        openWindow({});
    }
    void cleanup() {
        m_window.reset();
        m_link.reset();
    }

    void lettersAreFoundWhereOneMeansThem() {
        QCOMPARE(marked(u"prov"_qs, u"New provider"_qs), u"new PROVider"_qs);
        QCOMPARE(marked(u"nprov"_qs, u"New provider"_qs), u"New PROVider"_qs);
        QCOMPARE(marked(u"rbc"_qs, u"Roll back chat-canary"_qs), u"Roll Back Chat-canary"_qs);
        QCOMPARE(marked(u"provider new"_qs, u"New provider"_qs), u"NEW PROVIDER"_qs);
        QCOMPARE(marked(u"canary"_qs, u"can-chat-canary"_qs), u"can-chat-CANARY"_qs);
        QCOMPARE(marked(u"xyz"_qs, u"New provider"_qs), u"no match"_qs);
        QCOMPARE(marked(u"vorp"_qs, u"New provider"_qs), u"no match"_qs);
        QCOMPARE(marked({}, u"Any"_qs), u"any"_qs);
    }

    void wordsTogetherAndAtTheStartScoreMore() {
        const auto score = [](const QString& pattern, const QString& text, const QString& words = {}) {
            return fuzzyMatch(pattern, text, words)->score;
        };
        QVERIFY(score(u"tra"_qs, u"Traffic"_qs) > score(u"tra"_qs, u"Extras"_qs));
        QVERIFY(score(u"open"_qs, u"openai"_qs) > score(u"open"_qs, u"of people, no"_qs));
        QVERIFY(score(u"ai"_qs, u"ai"_qs) > score(u"ai"_qs, u"ai of a much longer name that goes on"_qs));
        QVERIFY(score(u"flag"_qs, u"flag"_qs) > score(u"flag"_qs, u"chat"_qs, u"flag"_qs));
        QVERIFY(fuzzyMatch(u"chat flag"_qs, u"chat-default"_qs, u"Flag"_qs)->positions ==
                QList<int>({0, 1, 2, 3}));
    }

    void longAndOddTextsDoNotMatter() {
        QVERIFY(!fuzzyMatch(QString(200, u'a'), QString(5000, u'a')));
        QVERIFY(fuzzyMatch(u"ę"_qs, u"Ęąć"_qs));
        QVERIFY(!fuzzyMatch(u"a"_qs, {}));
    }

    void modelStaysConsistentWhileOneTypes() {
        PaletteModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        QList<PaletteItem> items;
        for (int i = 0; i < 500; ++i)
            items.append({QString::number(i), u"item %1"_qs.arg(i), u"Page"_qs, {}, {}, [] {}});
        model.setItems(items);
        QCOMPARE(model.rowCount(), PaletteModel::kMaxRows);
        model.setPattern(u"499"_qs);
        QCOMPARE(model.rowCount(), 1);
        QVERIFY(model.use(0));
        model.setPattern({});
        QCOMPARE(model.index(0).data().toString(), u"item 499"_qs); // used last stands first
        QVERIFY(model.index(0).data(PaletteModel::RecentRole).toBool());
        QVERIFY(!model.index(1).data(PaletteModel::RecentRole).toBool());
        QVERIFY(!model.use(-1));
    }

    void ctrlKGoesAnywhereByKeyboardAlone() {
        QTest::keyClick(m_window.get(), Qt::Key_K, Qt::ControlModifier);
        QVERIFY(palette()->isVisible());
        QCOMPARE(QApplication::focusWidget(), palette()->field());
        QTest::keyClicks(palette()->field(), u"traf"_qs);
        QCOMPARE(current(), u"Traffic"_qs);
        QTest::keyClick(palette()->field(), Qt::Key_Return);
        QCOMPARE(m_window->currentPageId(), u"traffic"_qs);
        QVERIFY(!palette()->isVisible());
    }

    void escapeGivesTheFocusBack() {
        auto* edit = static_cast<OpenedPage*>(m_window->currentPage())->edit;
        edit->setFocus();
        QTest::keyClick(edit, Qt::Key_K, Qt::ControlModifier);
        QCOMPARE(QApplication::focusWidget(), palette()->field());
        QTest::keyClick(palette()->field(), Qt::Key_Tab); // stays
        QTest::keyClick(palette()->field(), Qt::Key_Escape);
        QVERIFY(!palette()->isVisible());
        QCOMPARE(QApplication::focusWidget(), edit);
        QCOMPARE(m_window->currentPageId(), u"overview"_qs);
    }

    void arrowsMoveThroughTheList() {
        openPalette();
        const QString first = current();
        QTest::keyClick(palette()->field(), Qt::Key_Down);
        const QString second = current();
        QVERIFY(first != second);
        QTest::keyClick(palette()->field(), Qt::Key_Up);
        QCOMPARE(current(), first);
        QTest::keyClick(palette()->field(), Qt::Key_Up); // round the end
        QCOMPARE(palette()->list()->currentIndex().row(), palette()->list()->model()->rowCount() - 1);
        QTest::keyClick(palette()->field(), Qt::Key_Home, Qt::ControlModifier);
        QCOMPARE(current(), first);
    }

    void objectsOpenOnTheirPage() {
        type(u"groq"_qs);
        QCOMPARE(palette()->list()->currentIndex().data(PaletteModel::KindRole).toString(), u"Provider"_qs);
        QTest::keyClick(palette()->field(), Qt::Key_Return);
        QCOMPARE(m_window->currentPageId(), u"providers"_qs);
        QCOMPARE(m_opened, QStringList({u"groq"_qs}));
        m_opened.clear();
        type(u"new provider"_qs);
        QTest::keyClick(palette()->field(), Qt::Key_Return);
        QCOMPARE(m_opened, QStringList({u"new"_qs}));
    }

    void objectsOfPagesThatAreNotThereAreNotOffered() {
        type(u"checkout"_qs); // a project, a key, a budget: none of these pages is registered
        for (int row = 0; row < palette()->list()->model()->rowCount(); ++row)
            QVERIFY(palette()->list()->model()->index(row, 0).data(PaletteModel::KindRole) != u"Project"_qs);
    }

    void shortcutsOfThePageInViewAreActions() {
        int pressed = 0;
        m_window->shortcuts()->add(u"x.shine"_qs, u"Overview"_qs, u"Shine a light"_qs, QKeySequence(u"L"_qs),
                                   m_window->currentPage(), [&pressed] { ++pressed; });
        type(u"shine"_qs);
        QCOMPARE(palette()->list()->currentIndex().data(PaletteModel::KeysRole).toString(), u"L"_qs);
        QTest::keyClick(palette()->field(), Qt::Key_Return);
        QCOMPARE(pressed, 1);
        m_window->showPage(u"traffic"_qs);
        type(u"shine"_qs);
        QVERIFY(current() != u"Shine a light"_qs);
    }

    void rollingBackAsksOnceAndCanBeUndone() {
        m_link->answer("POST", u"/flags/chat-default/rollback"_qs, [this](const ScriptedLink::Sent&) {
            QJsonObject off = canaryJson();
            off.insert(u"enabled"_qs, false);
            off.insert(u"rollout_percent"_qs, 0);
            m_link->answer("GET", u"/flags/chat-default"_qs, ScriptedLink::json(off));
            return ScriptedLink::json(off);
        });
        m_link->answer("GET", u"/flags/chat-default"_qs, ScriptedLink::json(canaryJson()));
        m_link->answer("PATCH", u"/flags/chat-default"_qs, ScriptedLink::json(canaryJson()));
        type(u"roll back chat"_qs);
        QTest::keyClick(palette()->field(), Qt::Key_Return);
        QVERIFY(m_link->sentTo("POST", u"/flags"_qs).isEmpty());
        answer(u"Roll back"_qs);
        QTRY_COMPARE(m_link->sentTo("POST", u"/flags/chat-default/rollback"_qs).size(), 1);
        QTRY_VERIFY(m_window->messages()->text().contains(u"rolled back"_qs));
        answer(u"Undo"_qs);
        QTRY_COMPARE(m_link->sentTo("PATCH", u"/flags/chat-default"_qs).size(), 1);
        QCOMPARE(m_link->sentTo("PATCH", u"/flags/chat-default"_qs)
                     .first()
                     .body.value(u"rollout_percent"_qs)
                     .toInt(),
                 15);
        QTRY_VERIFY(m_window->messages()->text().contains(u"Undone: roll back flag"_qs));
    }

    void whatWasUsedStandsFirstEvenAfterARestart() {
        QTemporaryDir dir;
        const QString file = dir.filePath(u"console.ini"_qs);
        openWindow(file);
        type(u"flags"_qs);
        QTest::keyClick(palette()->field(), Qt::Key_Return);
        openWindow(file);
        openPalette();
        QCOMPARE(current(), u"Flags"_qs);
        QVERIFY(palette()->list()->currentIndex().data(PaletteModel::RecentRole).toBool());
    }

    void listsThatArriveLaterKeepWhatWasTypedAndChosen() {
        openPalette();
        QTest::keyClicks(palette()->field(), u"o"_qs);
        QTest::keyClick(palette()->field(), Qt::Key_Down);
        const QString chosen = current();
        m_link->emitEvent(u"config"_qs, {{u"version"_qs, 3}});
        QTest::qWait(300);
        QCOMPARE(palette()->field()->text(), u"o"_qs);
        QCOMPARE(current(), chosen);
    }

    void itFitsASmallWindowAndTellsWhenNothingFits() {
        m_window->resize(1280, 720);
        openPalette();
        QVERIFY(m_window->rect().contains(palette()->geometry()));
        type(u"qqqqzz"_qs);
        QVERIFY(!palette()->list()->isVisible());
        QTest::keyClick(palette()->field(), Qt::Key_Return); // nothing to do, nothing happens
        QVERIFY(palette()->isVisible());
        QVERIFY(!palette()->field()->accessibleName().isEmpty());
        QVERIFY(!palette()->list()->accessibleName().isEmpty());
    }

private:
    void openWindow(const QString& file) {
        m_window = std::make_unique<MainWindow>(*m_theme, *m_link, *m_registry, file);
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }
    CommandPalette* palette() const { return m_window->palette(); }
    void openPalette() {
        m_window->openPalette();
        QTest::qWait(30); // the lists come in later turns of the event loop
    }
    void type(const QString& text) {
        if (!palette()->isVisible())
            openPalette();
        palette()->field()->setText(text);
    }
    QString current() const { return palette()->list()->currentIndex().data().toString(); }
    void answer(const QString& text) {
        for (QPushButton* button : m_window->messages()->findChildren<QPushButton*>())
            if (button->text() == text && button->isVisible())
                return button->click();
        QFAIL("the message bar has no such answer");
    }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<ScriptedLink> m_link;
    std::unique_ptr<PageRegistry> m_registry;
    std::unique_ptr<MainWindow> m_window;
    QStringList m_opened;
};

QTEST_MAIN(TestPalette)
#include "tst_palette.moc"
