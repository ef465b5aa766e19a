#include "tests/ui/support/scripted_link.h"
#include "ui/shell/cheat_sheet.h"
#include "ui/shell/gateway_card.h"
#include "ui/shell/gateway_notices.h"
#include "ui/shell/leave_guard.h"
#include "ui/shell/main_window.h"
#include "ui/shell/nav_button.h"
#include "ui/shell/page_registry.h"
#include "ui/shell/screenshot.h"
#include "ui/shell/sidebar.h"
#include "ui/shell/status_line.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/reading_order.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace tollgate::ui;

namespace {

struct PageLog {
    int created = 0;
    int awake = 0;
    int sleeps = 0;
    QStringList opened;
};

/// A page whose edits and saving the test decides on.
class FakePage : public Page {
public:
    enum class Saving { AtOnce, Later, Refused };

    FakePage(const UiContext& context, QWidget* parent, PageLog* log)
        : Page(context, parent)
        , m_log(log) {
        ++m_log->created;
        new QLineEdit(this);
    }

    QWidget* createTitleControls(QWidget* parent) override {
        auto* filter = new QLineEdit(parent);
        filter->setObjectName(u"filter"_qs);
        filter->setAccessibleName(u"Filter"_qs);
        return filter;
    }
    void activate() override { ++m_log->awake; }
    void deactivate() override { ++m_log->sleeps; }
    bool isDirty() const override { return m_dirty; }
    bool save() override {
        if (saving == Saving::Refused)
            return false;
        if (saving == Saving::AtOnce)
            setDirty(false);
        return true;
    }
    void revert() override { setDirty(false); }
    QString statusText() const override { return status; }
    void open(const QString& argument) override { m_log->opened << argument; }

    void setDirty(bool dirty) {
        m_dirty = dirty;
        Q_EMIT dirtyChanged();
    }

    Saving saving = Saving::AtOnce;
    QString status;

private:
    PageLog* m_log;
    bool m_dirty = false;
};

} // namespace

class TestShell : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<Theme>(); }
    void cleanupTestCase() { m_theme.reset(); }

    void init() {
        m_theme->setMode(ThemeMode::Dark);
        m_link = std::make_unique<ScriptedLink>();
        m_registry = std::make_unique<PageRegistry>();
        m_logs.clear();
        addPage(u"overview"_qs, u"Overview"_qs, PageGroup::Observe);
        addPage(u"budgets"_qs, u"Budgets"_qs, PageGroup::Govern);
        addPage(u"flags"_qs, u"Flags"_qs, PageGroup::Route);
        m_window = newWindow();
        m_window->resize(1280, 800); // wide enough for a sidebar with words
        m_window->show();
        m_window->activateWindow();
    }

    void cleanup() {
        m_window.reset();
        m_registry.reset();
        m_link.reset();
    }

    void pagesAreGroupedInOrderAndMadeWhenFirstShown() {
        QStringList ids;
        for (const PageEntry& entry : m_registry->pages())
            ids << entry.id;
        QCOMPARE(ids, QStringList({u"overview"_qs, u"flags"_qs, u"budgets"_qs}));
        QCOMPARE(m_logs[u"overview"_qs]->created, 1);
        QCOMPARE(m_logs[u"flags"_qs]->created, 0);
        m_window->showPage(u"flags"_qs);
        m_window->showPage(u"overview"_qs);
        m_window->showPage(u"flags"_qs);
        QCOMPARE(m_logs[u"flags"_qs]->created, 1);
    }

    void onlyThePageInViewIsAwake() {
        QCOMPARE(m_logs[u"overview"_qs]->awake, 1);
        m_window->showPage(u"flags"_qs);
        QCOMPARE(m_logs[u"overview"_qs]->sleeps, 1);
        QCOMPARE(m_logs[u"flags"_qs]->awake, 1);
        m_window->hide();
        QCOMPARE(m_logs[u"flags"_qs]->sleeps, 1);
        m_window->show();
        QCOMPARE(m_logs[u"flags"_qs]->awake, 2);
    }

    void navigationCarriesItsArgument() {
        Q_EMIT m_window->currentPage()->navigate(u"flags"_qs, u"chat-canary"_qs);
        QCOMPARE(m_window->currentPageId(), u"flags"_qs);
        QCOMPARE(m_logs[u"flags"_qs]->opened, QStringList({u"chat-canary"_qs}));
        Q_EMIT m_window->currentPage()->navigate(u"nowhere"_qs, {});
        QCOMPARE(m_window->currentPageId(), u"flags"_qs);
    }

    void sidebarOpensPagesByMouseAndKeyboard() {
        QTest::mouseClick(navButton(u"flags"_qs), Qt::LeftButton);
        QCOMPARE(m_window->currentPageId(), u"flags"_qs);
        QTest::keyClick(navButton(u"budgets"_qs), Qt::Key_Return);
        QCOMPARE(m_window->currentPageId(), u"budgets"_qs);
        QVERIFY(navButton(u"budgets"_qs)->isChecked());
        QVERIFY(!navButton(u"flags"_qs)->isChecked());
    }

    void numberKeysOpenPagesAndCtrlFGoesToTheFilter() {
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        QTest::keyClick(m_window.get(), Qt::Key_2, Qt::ControlModifier);
        QCOMPARE(m_window->currentPageId(), u"flags"_qs);
        QTest::keyClick(m_window.get(), Qt::Key_F, Qt::ControlModifier);
        auto* filter = qobject_cast<QLineEdit*>(QApplication::focusWidget());
        QVERIFY(filter);
        QCOMPARE(filter->objectName(), u"filter"_qs);
        QVERIFY(filter->isVisible());
    }

    void tabGoesFromSidebarOverTheTitleRowIntoThePage() {
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        tabStops(m_window->sidebar()).last()->setFocus();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget()->objectName(), u"filter"_qs);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QVERIFY(m_window->currentPage()->isAncestorOf(QApplication::focusWidget()));
    }

    void questionMarkOpensTheCheatSheetButCanBeTyped() {
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        auto* edit = m_window->currentPage()->findChild<QLineEdit*>();
        edit->setFocus();
        QTest::keyClick(edit, Qt::Key_Question);
        QCOMPARE(edit->text(), u"?"_qs);
        QVERIFY(!m_window->findChild<CheatSheet*>());
        m_window->currentPage()->setFocus();
        QTest::keyClick(m_window.get(), Qt::Key_Question);
        auto* sheet = m_window->findChild<CheatSheet*>();
        QVERIFY(sheet);
        QStringList texts;
        for (const QLabel* label : sheet->findChildren<QLabel*>())
            texts << label->text();
        QVERIFY(texts.contains(u"Flags"_qs));
        QCOMPARE(texts.count(u"Keyboard shortcuts"_qs), 1); // F1 and ? stand on one line
    }

    void dirtyPageIsNotLeftWithoutAQuestion() {
        FakePage* page = dirtyFlags();
        m_window->showPage(u"budgets"_qs);
        QCOMPARE(m_window->currentPageId(), u"flags"_qs);
        QVERIFY(m_window->messages()->isVisible());
        QVERIFY(navButton(u"flags"_qs)->isChecked());
        answer(u"Stay"_qs);
        QCOMPARE(m_window->currentPageId(), u"flags"_qs);
        QVERIFY(page->isDirty());
        page->setDirty(false); // saving later by hand is no reason to leave
        QCOMPARE(m_window->currentPageId(), u"flags"_qs);
    }

    void discardingRevertsAndLeaves() {
        FakePage* page = dirtyFlags();
        m_window->showPage(u"budgets"_qs);
        answer(u"Discard"_qs);
        QVERIFY(!page->isDirty());
        QCOMPARE(m_window->currentPageId(), u"budgets"_qs);
    }

    void savingLeavesWhenThePageIsClean() {
        FakePage* page = dirtyFlags();
        page->saving = FakePage::Saving::Later;
        m_window->showPage(u"budgets"_qs);
        answer(u"Save"_qs);
        QCOMPARE(m_window->currentPageId(), u"flags"_qs); // the gateway has not answered yet
        page->setDirty(false);
        QCOMPARE(m_window->currentPageId(), u"budgets"_qs);
    }

    void refusedSavingStays() {
        FakePage* page = dirtyFlags();
        page->saving = FakePage::Saving::Refused;
        m_window->showPage(u"budgets"_qs);
        answer(u"Save"_qs);
        QCOMPARE(m_window->currentPageId(), u"flags"_qs);
        page->setDirty(false);
        QCOMPARE(m_window->currentPageId(), u"flags"_qs);
    }

    void closingADirtyWindowAsksFirst() {
        FakePage* page = dirtyFlags();
        QVERIFY(!m_window->close());
        QVERIFY(m_window->isVisible());
        QVERIFY(m_window->isWindowModified());
        answer(u"Save"_qs);
        QVERIFY(!page->isDirty());
        QVERIFY(!m_window->isVisible());
    }

    void ctrlSSavesADirtyPage() {
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        FakePage* page = dirtyFlags();
        QTest::keyClick(m_window.get(), Qt::Key_S, Qt::ControlModifier);
        QVERIFY(!page->isDirty());
    }

    void geometryPageAndThemeAreRemembered() {
        QTemporaryDir dir;
        const QString file = dir.filePath(u"console.ini"_qs);
        auto first = newWindow(file);
        first->show();
        first->resize(1100, 720);
        first->showPage(u"budgets"_qs);
        QTest::mouseClick(first->sidebar()->findChild<QAbstractButton*>(u"theme.light"_qs), Qt::LeftButton);
        QVERIFY(!m_theme->isDark());
        first->close();
        first.reset();
        m_theme->setMode(ThemeMode::Dark);
        auto second = newWindow(file);
        QCOMPARE(second->currentPageId(), u"budgets"_qs);
        QCOMPARE(second->size(), QSize(1100, 720));
        QCOMPARE(m_theme->mode(), ThemeMode::Light);
    }

    void columnWidthsAreRemembered() {
        QTemporaryDir dir;
        const QString file = dir.filePath(u"console.ini"_qs);
        QTableView table;
        QStringList headers{u"a"_qs, u"b"_qs};
        QHeaderView before(Qt::Horizontal);
        QHeaderView after(Qt::Horizontal);
        class TwoColumns : public QAbstractTableModel {
        public:
            int rowCount(const QModelIndex& parent) const override { return parent.isValid() ? 0 : 1; }
            int columnCount(const QModelIndex& parent) const override { return parent.isValid() ? 0 : 2; }
            QVariant data(const QModelIndex&, int) const override { return {}; }
        } model;
        before.setModel(&model);
        after.setModel(&model);
        {
            ConsoleState state(file);
            state.remember(u"traffic/columns"_qs, &before);
            before.resizeSection(1, 177);
        }
        ConsoleState state(file);
        state.remember(u"traffic/columns"_qs, &after);
        QCOMPARE(after.sectionSize(1), 177);
    }

    void whatTheGatewaySaysOfItselfStaysUntilItIsOver() {
        GatewayNotices* notices = m_window->notices();
        QVERIFY(!notices->isVisibleTo(m_window.get()));
        const QString full = u"The ledger cannot be written: <b>No space left on device</b>."_qs;
        m_link->emitEvent(u"tick"_qs,
                          {{u"notices"_qs, QJsonArray{QJsonObject{{u"id"_qs, u"ledger_failing"_qs},
                                                                  {u"level"_qs, u"error"_qs},
                                                                  {u"text"_qs, full}}}}});
        QVERIFY(notices->isVisibleTo(m_window.get()));
        QCOMPARE(notices->texts(), QStringList{full});
        const QLabel* line = notices->findChild<QLabel*>();
        QCOMPARE(line->textFormat(), Qt::PlainText);
        QCOMPARE(notices->accessibleDescription(), full);
        m_link->emitEvent(u"tick"_qs, {{u"notices"_qs, QJsonArray{}}});
        QVERIFY(!notices->isVisibleTo(m_window.get()));
        QVERIFY(!notices->findChild<QLabel*>());
    }

    void tickFillsGatewayCardBadgeAndStatus() {
        m_link->emitEvent(u"tick"_qs, {{u"requests_per_second"_qs, 42.1},
                                       {u"ledger_rows"_qs, 1284310},
                                       {u"database_bytes"_qs, 222298112},
                                       {u"journal_pending"_qs, 3},
                                       {u"budget_alerts"_qs, 1}});
        QVERIFY(cardTexts().contains(u"· 42 req/s"_qs));
        QCOMPARE(m_window->sidebar()->badge(u"budgets"_qs), 1);
        QVERIFY(navButton(u"budgets"_qs)->accessibleName().contains(u"1"_qs));
        QVERIFY(m_window->statusLine()->leftText().contains(u"3 pending"_qs));
        QVERIFY(m_window->statusLine()->leftText().contains(u"MB"_qs));
        QCOMPARE(m_window->statusLine()->rightText(), u"v" TOLLGATE_VERSION ""_qs);
    }

    void pageSpeaksInTheStatusLine() {
        auto* page = static_cast<FakePage*>(m_window->currentPage());
        page->status = u"5 flags · 4 on"_qs;
        Q_EMIT page->statusChanged();
        QCOMPARE(m_window->statusLine()->leftText(), u"5 flags · 4 on"_qs);
        m_window->showPage(u"flags"_qs);
        QVERIFY(m_window->statusLine()->leftText() != u"5 flags · 4 on"_qs);
    }

    void gatewayCardStartsStopsAndExplainsAFailure() {
        const auto* card = m_window->sidebar()->gatewayCard();
        const auto button = [card](const QString& name) -> QAbstractButton* {
            for (QAbstractButton* candidate : card->findChildren<QAbstractButton*>()) {
                if (candidate->accessibleName() == name && candidate->isVisible())
                    return candidate;
            }
            return nullptr;
        };
        QVERIFY(!button(u"Use another port"_qs));
        QTest::mouseClick(button(u"Stop the gateway"_qs), Qt::LeftButton);
        QCOMPARE(m_link->stops, 1);
        QVERIFY(cardTexts().contains(u"Stopped"_qs));
        m_link->setState(LinkState::Failed, u"Port 8655 is taken."_qs);
        QVERIFY(cardTexts().contains(u"Port 8655 is taken."_qs));
        QTest::mouseClick(button(u"Use another port"_qs), Qt::LeftButton);
        QCOMPARE(m_link->starts, 1);
        QVERIFY(!cardTexts().contains(u"Port 8655 is taken."_qs));
    }

    void shortcutsDoNotCollide() {
        ShortcutRegistry registry;
        QWidget window;
        QWidget left(&window);
        QWidget right(&window);
        const auto nothing = [] {};
        const QKeySequence key(u"Space"_qs);
        QVERIFY(registry.add(u"left.pause"_qs, u"Left"_qs, u"Pause"_qs, key, &left, nothing));
        QVERIFY(
            registry.add(u"right.pause"_qs, u"Right"_qs, u"Pause"_qs, key, &right, nothing)); // never both
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"shortcut conflict: left.again"_qs));
        QVERIFY(!registry.add(u"left.again"_qs, u"Left"_qs, u"Other"_qs, key, &left, nothing));
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"shortcut conflict: window.all"_qs));
        QVERIFY(
            !registry.add(u"window.all"_qs, u"All"_qs, u"Any"_qs, key, &window, nothing, Qt::WindowShortcut));
        QCOMPARE(registry.conflicts().size(), 2);
        QCOMPARE(registry.entries().size(), 2);
        QVERIFY(m_window->shortcuts()->conflicts().isEmpty());
    }

    void shortcutsOfAPageThatIsGoneAreFree() {
        ShortcutRegistry registry;
        const QKeySequence key(u"Ctrl+E"_qs);
        {
            QWidget gone;
            QVERIFY(registry.add(
                u"a"_qs, u"A"_qs, u"a"_qs, key, &gone, [] {}, Qt::ApplicationShortcut));
        }
        QWidget next;
        QVERIFY(registry.add(
            u"b"_qs, u"B"_qs, u"b"_qs, key, &next, [] {}, Qt::ApplicationShortcut));
        QCOMPARE(registry.entries().size(), 1);
    }

    void everyControlHasAnAccessibleName() {
        m_link->setState(LinkState::Failed, u"Port 8655 is taken."_qs);
        m_window->messages()->ask(u"Leave?"_qs, {{u"Save"_qs, {}}});
        m_window->showCheatSheet();
        int seen = 0;
        for (const QWidget* widget : m_window->findChildren<QWidget*>()) {
            const bool interactive = qobject_cast<const QAbstractButton*>(widget) ||
                                     qobject_cast<const QComboBox*>(widget) ||
                                     widget->objectName() == u"filter"_qs;
            if (!interactive || widget->objectName().startsWith(u"qt_"_qs))
                continue;
            ++seen;
            QVERIFY2(!widget->accessibleName().isEmpty(),
                     qPrintable(QString::fromLatin1(widget->metaObject()->className()) + u' ' +
                                widget->property("text").toString()));
        }
        QVERIFY(seen > 10);
    }

    void screenshotsShowEveryPageInBothThemes() {
        QTemporaryDir dir;
        const QStringList files = saveScreenshots(*m_window, *m_theme, dir.filePath(u"shots"_qs), 1);
        QCOMPARE(files.size(), 6);
        QVERIFY(files.contains(dir.filePath(u"shots/flags-light.png"_qs)));
        QCOMPARE(QImage(files.first()).size(), QSize(1440, 900) * m_window->devicePixelRatioF());
        QCOMPARE(m_window->currentPageId(), u"overview"_qs);
        QVERIFY(m_theme->isDark());
    }

    void refusedReplyTellsMessageAndField() {
        const GatewayReply refusal = ScriptedLink::refusal(u"must be positive"_qs, u"limits.rpm"_qs);
        QCOMPARE(refusal.errorMessage(), u"must be positive"_qs);
        QCOMPARE(refusal.errorParam(), u"limits.rpm"_qs);
        QVERIFY(GatewayReply{}.errorMessage().contains(u"could not be reached"_qs));
        QVERIFY(ScriptedLink::json(QByteArray("<html>"), 502).errorMessage().contains(u"502"_qs));
        QVERIFY(ScriptedLink::json(QByteArray("{}")).errorMessage().isEmpty());
    }

private:
    void addPage(const QString& id, const QString& title, PageGroup group) {
        auto log = std::make_shared<PageLog>();
        m_logs[id] = log;
        m_registry->add({id, title, group, id, [log](const UiContext& context, QWidget* parent) -> Page* {
                             return new FakePage(context, parent, log.get());
                         }});
    }

    std::unique_ptr<MainWindow> newWindow(const QString& file = {}) {
        return std::make_unique<MainWindow>(*m_theme, *m_link, *m_registry, file);
    }

    NavButton* navButton(const QString& id) const {
        for (NavButton* button : m_window->findChildren<NavButton*>()) {
            if (button->id() == id)
                return button;
        }
        return nullptr;
    }

    FakePage* dirtyFlags() {
        m_window->showPage(u"flags"_qs);
        auto* page = static_cast<FakePage*>(m_window->currentPage());
        page->setDirty(true);
        return page;
    }

    void answer(const QString& text) {
        for (QPushButton* button : m_window->messages()->findChildren<QPushButton*>()) {
            if (button->text() == text && button->isVisible()) {
                QTest::mouseClick(button, Qt::LeftButton);
                return;
            }
        }
        QFAIL("the message bar has no such answer");
    }

    QStringList cardTexts() const {
        QStringList texts;
        for (const QLabel* label : m_window->sidebar()->gatewayCard()->findChildren<QLabel*>()) {
            if (label->isVisible())
                texts << label->text();
        }
        return texts;
    }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<ScriptedLink> m_link;
    std::unique_ptr<PageRegistry> m_registry;
    std::unique_ptr<MainWindow> m_window;
    QHash<QString, std::shared_ptr<PageLog>> m_logs;
};

QTEST_MAIN(TestShell)
#include "tst_shell.moc"
