// Whatever key a page, a table or a menu reacts to stands on the sheet that "?" opens, and what can be done
// stands in the palette.
#include "tests/ui/support/form_fixture.h"
#include "tests/ui/support/observe_samples.h"
#include "ui/shell/cheat_sheet.h"
#include "ui/shell/main_window.h"
#include "ui/shell/page_registry.h"
#include "ui/shell/palette/palette_items.h"
#include "ui/shell/sidebar.h"
#include "ui/widgets/message_bar.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QShortcut>
#include <QSignalSpy>
#include <QTest>

using namespace tollgate::ui;

class TestShortcuts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        m_theme = std::make_unique<Theme>();
        fillGateway(m_link);
        m_link.answer(u"/requests"_qs, samples::page(samples::pictureRows()));
        registerPages(m_pages);
        m_window = std::make_unique<MainWindow>(*m_theme, m_link, m_pages);
        m_window->show();
        for (const PageEntry& page : m_pages.pages()) {
            m_window->showPage(page.id);
            QTest::qWait(20);
            QCOMPARE(m_window->currentPageId(), page.id);
        }
    }
    void cleanupTestCase() {
        m_window.reset();
        m_theme.reset();
    }

    void noKeyIsTakenTwice() { QCOMPARE(m_window->shortcuts()->conflicts(), QStringList()); }

    void everyShortcutIsRegistered() {
        QSet<QString> listed;
        for (const ShortcutRegistry::Entry& entry : m_window->shortcuts()->entries())
            listed << entry.keys.toString();
        QStringList strangers;
        const auto check = [&](const QKeySequence& keys, const QObject* owner) {
            if (!keys.isEmpty() && !listed.contains(keys.toString()))
                strangers << keys.toString() + u" of "_qs + QLatin1String(owner->metaObject()->className());
        };
        int seen = 0;
        for (const QShortcut* shortcut : m_window->findChildren<QShortcut*>()) {
            check(shortcut->key(), shortcut->parent());
            ++seen;
        }
        for (const QAction* action : m_window->findChildren<QAction*>())
            for (const QKeySequence& keys : action->shortcuts())
                check(keys, action->parent());
        for (const QAbstractButton* button : m_window->findChildren<QAbstractButton*>())
            if (!button->text().contains(u'&')) // a mnemonic is told by its underline
                check(button->shortcut(), button);
        QCOMPARE(strangers.join(u'\n'), QString());
        QVERIFY(seen > 30);
    }

    void everyRegisteredKeyIsOnTheSheet() {
        const CheatSheet sheet(*m_window->shortcuts());
        QStringList shown;
        for (const QLabel* label : sheet.findChildren<QLabel*>())
            shown << label->text();
        for (const ShortcutRegistry::Entry& entry : m_window->shortcuts()->entries()) {
            QVERIFY2(shown.contains(entry.text), qPrintable(entry.text));
            QVERIFY2(shown.contains(entry.group), qPrintable(entry.group));
            bool key = false;
            for (const QWidget* badge : sheet.findChildren<QWidget*>())
                key = key ||
                      badge->property("text").toString() == entry.keys.toString(QKeySequence::NativeText) ||
                      badge->accessibleName() == entry.keys.toString(QKeySequence::NativeText);
            QVERIFY2(key, qPrintable(entry.keys.toString()));
        }
    }

    void aPagesKeysWorkWhereverTheFocusIs_data() {
        QTest::addColumn<QString>("page");
        for (const PageEntry& page : m_pages.pages())
            QTest::newRow(qPrintable(page.id)) << page.id;
    }
    void aPagesKeysWorkWhereverTheFocusIs() {
        QFETCH(QString, page);
        m_link.setState(LinkState::Stopped); // nothing is really asked by the playground
        m_window->showPage(page);
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        QCOMPARE(m_window->currentPageId(), page);
        Page* shown = m_window->currentPage();
        int pressed = 0;
        for (QShortcut* shortcut : shown->findChildren<QShortcut*>(QString(), Qt::FindDirectChildrenOnly)) {
            QVERIFY(shortcut->context() == Qt::WindowShortcut);
            for (QWidget* focus : {static_cast<QWidget*>(shown), inTitleRow(), inSidebar()}) {
                if (!focus)
                    continue; // a page without buttons in its title row
                focus->setFocus();
                QCOMPARE(QApplication::focusWidget(), focus);
                QSignalSpy activated(shortcut, &QShortcut::activated);
                QSignalSpy ambiguous(shortcut, &QShortcut::activatedAmbiguously);
                const QKeyCombination keys = shortcut->key()[0];
                QTest::keyClick(focus, keys.key(), keys.keyboardModifiers());
                QVERIFY2(activated.size() == 1, qPrintable(shortcut->key().toString()));
                QCOMPARE(ambiguous.size(), 0);
                ++pressed;
            }
        }
        shown->revert();
        m_link.setState(LinkState::Listening);
        if (page == u"providers"_qs || page == u"playground"_qs)
            QVERIFY(pressed >= 6);
    }

    void aTextFieldKeepsTheKeysThatEditText() {
        m_window->showPage(u"aliases"_qs);
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        auto* filter = m_window->findChild<QLineEdit*>(u"filter"_qs);
        for (QLineEdit* one : m_window->findChildren<QLineEdit*>(u"filter"_qs))
            filter = one->isVisible() ? one : filter;
        filter->setFocus();
        QTest::keyClicks(filter, u"che"_qs);
        const QString before = m_window->messages()->text();
        QTest::keyClick(filter, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(filter->text(), QString());
        QCOMPARE(m_window->messages()->text(), before); // the page's undo was not asked
        QTest::keyClicks(filter, u"che"_qs);
        QTest::keyClick(filter, Qt::Key_Escape);
        QCOMPARE(filter->text(), QString());
    }

    void aPagesKeysAreDeadInADialog() {
        m_window->showPage(u"aliases"_qs);
        m_window->showCheatSheet();
        auto* sheet = m_window->findChild<CheatSheet*>();
        QVERIFY(QTest::qWaitForWindowActive(sheet));
        int fired = 0;
        for (QShortcut* shortcut :
             m_window->currentPage()->findChildren<QShortcut*>(QString(), Qt::FindDirectChildrenOnly)) {
            QSignalSpy activated(shortcut, &QShortcut::activated);
            const QKeyCombination keys = shortcut->key()[0];
            if (keys.key() != Qt::Key_Escape)
                QTest::keyClick(sheet, keys.key(), keys.keyboardModifiers());
            fired += static_cast<int>(activated.size());
        }
        sheet->close();
        QCOMPARE(fired, 0);
    }

    void thePaletteReachesPagesObjectsAndActions() {
        m_window->showPage(u"traffic"_qs);
        PaletteItems items(*m_window, m_link);
        items.setActive(true);
        QTest::qWait(150);
        QStringList ids;
        for (const PaletteItem& item : items.items())
            ids << item.id;
        for (const PageEntry& page : m_pages.pages())
            QVERIFY2(ids.contains(u"page:"_qs + page.id), qPrintable(page.id));
        for (const char* id :
             {"object:/providers/openai", "object:/models/openai/gpt-4o", "object:/aliases/cheap",
              "object:/flags/chat-default", "object:/prompts/assistant", "object:/projects/checkout",
              "object:/keys/key_1", "object:/budgets/bud_1", "new:models:new", "new:projects:new", "setup",
              "test:openai", "reset:openai", "rollback:chat-default", "key:traffic.replay",
              "key:traffic.pause"})
            QVERIFY2(ids.contains(QLatin1String(id)), id);
        for (const ShortcutRegistry::Entry& entry : m_window->shortcuts()->entries()) {
            const bool page = entry.id.startsWith(u"page."_qs) || entry.id == u"palette"_qs;
            const bool inView = entry.scope && entry.scope->isVisible() && entry.scope->isEnabled();
            if (entry.run && inView && !page && entry.id != u"help.question"_qs) // F1 says the same
                QVERIFY2(ids.contains(u"key:"_qs + entry.id), qPrintable(entry.id));
        }
    }

private:
    /// A control of the page in view that stands outside of the page.
    QWidget* inTitleRow() const {
        for (QAbstractButton* one : m_window->findChildren<QAbstractButton*>())
            if (one->isVisible() && one->isEnabled() && one->focusPolicy() != Qt::NoFocus &&
                !m_window->currentPage()->isAncestorOf(one) && !m_window->sidebar()->isAncestorOf(one) &&
                one->mapTo(m_window.get(), QPoint()).y() < 60)
                return one;
        return nullptr;
    }
    QWidget* inSidebar() const {
        for (QAbstractButton* one : m_window->sidebar()->findChildren<QAbstractButton*>())
            if (one->isVisible() && one->isEnabled() && one->focusPolicy() != Qt::NoFocus)
                return one;
        return nullptr;
    }

    ScriptedLink m_link;
    PageRegistry m_pages;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(TestShortcuts)
#include "tst_shortcuts.moc"
