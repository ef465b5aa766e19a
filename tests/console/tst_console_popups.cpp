// Every dialog and every menu the console can open, opened and walked in three languages. The sources are
// searched for what opens one, so that a new dialog or menu that no step opens fails the test.

#include "tests/console/support/console_states.h"
#include "tests/console/support/popup_sites.h"
#include "tests/console/support/popup_walk.h"

#include "ui/charts/chart.h"
#include "ui/charts/chart_table.h"
#include "ui/link/remote_link.h"
#include "ui/pages/flags/rule_row.h"
#include "ui/pages/traffic/request_table.h"
#include "ui/shell/cheat_sheet.h"
#include "ui/shell/language.h"
#include "ui/shell/palette/command_palette.h"
#include "ui/shell/remote/certificate_dialog.h"
#include "ui/shell/remote/token_dialog.h"
#include "ui/shell/setup/setup_wizard.h"
#include "ui/shell/tray/tray.h"
#include "ui/widgets/message_bar.h"

#include <QContextMenuEvent>
#include <QFileDialog>
#include <QHeaderView>
#include <QPointer>
#include <QPushButton>

using namespace tollgate;
using namespace tollgate::ui;

namespace {

const QString kSources = QStringLiteral(TOLLGATE_SOURCE_DIR);

void askForMenu(QWidget* widget, const QPoint& at) {
    QContextMenuEvent event(QContextMenuEvent::Mouse, at, widget->mapToGlobal(at));
    QCoreApplication::sendEvent(widget, &event);
}

} // namespace

class TestConsolePopups : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QApplication::setCursorFlashTime(0); }
    void cleanupTestCase() { speak(QStringLiteral("en")); }

    void canBeUsedByKeysAndByEarInEveryLanguage_data() {
        QTest::addColumn<QString>("language");
        for (const Language& language : languages())
            QTest::addRow("%s", qUtf8Printable(language.code)) << language.code;
    }
    void canBeUsedByKeysAndByEarInEveryLanguage() {
        QFETCH(QString, language);
        QCOMPARE(speak(language), language);
        const bool english = language == languages().first().code;
        m_speech = english ? Speech()
                           : Speech(language, kSources + QStringLiteral("/translations/tollgate_") +
                                                  language + QStringLiteral(".ts"));
        QVERIFY(m_speech.isKnown());
        m_slowly = english; // keys and focus are the same in every language
        m_mistakes.clear();
        m_opened.clear();
        m_buttons.clear();
        QTemporaryDir directory;
        const auto console = openConsole(m_theme, true, {1440, 900}, directory);
        QVERIFY(console);
        QVERIFY(QTest::qWaitForWindowActive(&console->window));
        for (const char* program : {"curl", "Python", "Node"})
            m_speech.allow(QString::fromLatin1(program));
        openDialogs(*console);
        openSetup(*console);
        for (const char* list : {"/providers", "/projects", "/keys"}) {
            const QJsonArray listed = console->request("GET", list).json[u"data"].toArray();
            for (const auto& one : listed)
                for (const char* name : {"id", "name"})
                    m_speech.allow(one.toObject().value(QLatin1String(name)).toString());
        }
        openOverlays(*console);
        openMenus(*console);
        openMenuButtons(*console);
        for (const QString& one : std::as_const(m_mistakes))
            qWarning("%s", qUtf8Printable(one));
        QCOMPARE(m_mistakes.size(), 0);
        everythingInTheSourcesWasOpened();
    }

    void theTestSeesWhatIsWrong() {
        const Speech russian(QStringLiteral("ru"), kSources + QStringLiteral("/translations/tollgate_ru.ts"));
        QMenu menu;
        menu.addAction(QStringLiteral("&Изменить"));
        menu.addAction(QStringLiteral("Удалить\tDel"));
        QCOMPARE(menuMistakes(menu, russian), QStringList());
        menu.addAction(QStringLiteral("&Иначе"));
        menu.addAction(QStringLiteral("Прочь\tDel"));
        menu.addAction(QStringLiteral("Удалить"));
        menu.addAction(QString());
        menu.addAction(QStringLiteral("Move up"));
        QCOMPARE(menuMistakes(menu, russian).size(), 5);
        QCOMPARE(menuMistakes(menu, Speech()).size(), 4);

        QTemporaryDir sources;
        QVERIFY(QDir(sources.path()).mkpath(QStringLiteral("ui/pages/new")));
        QFile page(sources.filePath(QStringLiteral("ui/pages/new/page.cpp")));
        QVERIFY(page.open(QIODevice::WriteOnly));
        page.write(
            "class Ask : public QDialog {};\nauto* menu = new QMenu(this);\n"
            "makeMenuButton(MenuButtonKind::Quiet, {}, this);\nQMessageBox::question(this, {}, {});\n");
        page.close();
        const PopupSites found = PopupSites::in(sources.path());
        QCOMPARE(found.dialogs, QStringList{QStringLiteral("Ask")});
        QCOMPARE(found.menus.value(QStringLiteral("ui/pages/new/page.cpp")), 2);
        QCOMPARE(found.menuButtons.value(QStringLiteral("ui/pages/new")), 1);
    }

private:
    void note(const QString& where, const QStringList& mistakes) {
        for (const QString& one : mistakes)
            m_mistakes << where + QStringLiteral(": ") + one;
    }

    void look(QWidget* dialog, const QString& where) {
        if (!dialog || !QTest::qWaitForWindowActive(dialog))
            return note(where, {QStringLiteral("it does not open")});
        m_opened[QString::fromLatin1(dialog->metaObject()->className()).section(u':', -1)]++;
        note(where, dialogMistakes(*dialog, m_speech, m_slowly));
    }

    /// What was made last and is in view.
    template <typename Popup>
    static Popup* inView(const QWidget* above = nullptr) {
        for (QWidget* widget : QApplication::topLevelWidgets())
            if (auto* popup = qobject_cast<Popup*>(widget);
                popup && popup->isVisible() && (!above || above->isAncestorOf(popup)))
                return popup;
        return nullptr;
    }

    /// The menu that has just been opened, from this source.
    void lookAtMenu(const QString& source, QMenu* menu = nullptr) {
        menu = menu ? menu : inView<QMenu>();
        if (!menu || !menu->isVisible())
            return note(source, {QStringLiteral("no menu opens")});
        m_opened[source]++;
        note(source, openMenuMistakes(*menu, m_speech));
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }

    void openDialogs(LiveConsole& console) {
        console.window.showCheatSheet();
        auto* sheet = console.window.findChild<CheatSheet*>();
        look(sheet, QStringLiteral("cheat sheet"));
        sheet->close();
        console.show(QStringLiteral("overview"));
        console.window.currentPage()->findChild<Chart*>()->showAsTable();
        auto* table = console.window.findChild<ChartTableDialog*>();
        look(table, QStringLiteral("chart as table"));
        table->close();
        for (const bool changed : {false, true}) {
            CertificateDoubt found;
            found.reasons = {QStringLiteral("self-signed")};
            found.changed = changed;
            CertificateDialog doubt(QStringLiteral("https://gateway.example"), found, &console.window);
            doubt.open();
            look(&doubt, QStringLiteral("certificate"));
        }
        for (const bool canKeep : {false, true}) {
            TokenDialog token(QStringLiteral("https://gateway.example"), canKeep, &console.window);
            token.open();
            look(&token, QStringLiteral("token"));
            token.refuse(QStringLiteral("401"));
            note(QStringLiteral("token, refused"), nameMistakes(token));
        }
    }

    void openSetup(LiveConsole& console) {
        constexpr int kMostSteps = 8;
        console.window.openSetup();
        const QPointer<SetupWizard> wizard =
            console.window.findChild<SetupWizard*>(); // goes with its last step
        for (int step = 0; step < kMostSteps && wizard && wizard->isVisible(); ++step) {
            look(wizard, QStringLiteral("first run, step %1").arg(step + 1));
            QPushButton* on = nullptr;
            for (const char* name : {"skip", "next"})
                for (auto* button : wizard->findChildren<QPushButton*>(QLatin1String(name)))
                    on = !on && button->isVisible() && button->isEnabled() ? button : on;
            if (!on)
                break;
            on->click();
            console.request("GET", "/status");
        }
        if (wizard)
            wizard->close();
    }

    void openOverlays(LiveConsole& console) {
        console.window.openPalette();
        note(QStringLiteral("palette"),
             nameMistakes(*console.window.palette()) + foreignWords(*console.window.palette(), m_speech));
        console.window.palette()->close();
        console.window.messages()->ask(QStringLiteral("?"), {{QStringLiteral("1"), [] {}}});
        note(QStringLiteral("message"),
             nameMistakes(*console.window.messages()) + foreignWords(*console.window.messages(), m_speech));
        console.window.messages()->dismiss();
    }

    void openMenus(LiveConsole& console) {
        Page* page = console.show(QStringLiteral("overview"));
        for (Chart* chart : page->findChildren<Chart*>()) {
            askForMenu(chart, chart->rect().center());
            lookAtMenu(QStringLiteral("ui/charts/chart.cpp"));
        }
        page = console.show(QStringLiteral("flags"));
        int rules = 0;
        for (RuleRow* row : page->findChildren<RuleRow*>())
            if (auto* button = qobject_cast<QAbstractButton*>(row->menuButton());
                button && button->isVisible()) {
                button->click();
                lookAtMenu(QStringLiteral("ui/pages/flags/rule_row.cpp"));
                ++rules;
            }
        if (rules == 0)
            note(QStringLiteral("flags"), {QStringLiteral("no rule with a menu")});
        auto* more = page->findChild<QPushButton*>(QStringLiteral("moreActions"));
        if (more)
            more->click();
        lookAtMenu(QStringLiteral("ui/pages/forms/detail_header.cpp"));
        openTrafficMenus(console);
        QMenu* tray = console.window.findChild<Tray*>()->menu();
        tray->popup(QPoint());
        lookAtMenu(QStringLiteral("ui/shell/tray/tray.cpp"), tray);
    }

    void openTrafficMenus(LiveConsole& console) {
        Page* page = console.show(QStringLiteral("traffic"));
        auto* table = page->findChild<RequestTable*>();
        for (int column = 0; column < 4; ++column) {
            const QRect cell = table->visualRect(table->model()->index(0, column));
            QContextMenuEvent event(QContextMenuEvent::Mouse, cell.center(),
                                    table->viewport()->mapToGlobal(cell.center()));
            QCoreApplication::sendEvent(table->viewport(), &event);
            lookAtMenu(QStringLiteral("ui/pages/traffic/traffic_page.cpp"));
        }
        Q_EMIT table->horizontalHeader()->customContextMenuRequested(QPoint(4, 4));
        lookAtMenu(QStringLiteral("ui/pages/traffic/request_table.cpp"));
    }

    /// Each button of each page that has a menu; from the one that exports, the question for a file.
    void openMenuButtons(LiveConsole& console) {
        for (const PageEntry& entry : console.pages.pages()) {
            console.show(entry.id);
            for (auto* button : console.window.findChildren<QPushButton*>()) {
                if (!button->menu() || !button->isVisible())
                    continue;
                Q_EMIT button->menu()->aboutToShow();
                console.request("GET", "/status"); // what it asks the gateway for
                QCoreApplication::processEvents();
                button->menu()->popup(button->mapToGlobal(QPoint()));
                const QString name = entry.id + u'/' + button->accessibleName();
                lookAtMenu(name, button->menu());
                m_opened.remove(name);
                m_opened[QStringLiteral("ui/widgets/menu_button.cpp")]++;
                ++m_buttons[QStringLiteral("ui/pages/") + entry.id];
                if (entry.id == u"traffic")
                    openFileQuestion(button->menu()->actions().first());
            }
        }
    }

    void openFileQuestion(QAction* opens) {
        opens->trigger();
        auto* dialog = inView<QFileDialog>();
        const QString source = QStringLiteral("ui/widgets/file_question.cpp");
        if (!dialog)
            return note(source, {QStringLiteral("it does not open")});
        m_opened[source]++;
        if (dialog->windowTitle().isEmpty() || m_speech.isForeign(dialog->windowTitle(), true))
            note(source, {QStringLiteral("no title of ours: ") + dialog->windowTitle()});
        dialog->reject();
    }

    void everythingInTheSourcesWasOpened() {
        const PopupSites sites = PopupSites::in(kSources);
        QVERIFY(sites.dialogs.size() >= 5 && sites.menus.size() >= 7);
        for (const QString& dialog : sites.dialogs)
            QVERIFY2(m_opened.contains(dialog), qPrintable(dialog + QStringLiteral(" was not opened")));
        for (auto it = sites.menus.cbegin(); it != sites.menus.cend(); ++it)
            QVERIFY2(m_opened.value(it.key()) >= it.value(),
                     qPrintable(it.key() + QStringLiteral(" opens a menu or dialog that was not walked")));
        for (auto it = sites.menuButtons.cbegin(); it != sites.menuButtons.cend(); ++it)
            QVERIFY2(m_buttons.value(it.key()) >= it.value(),
                     qPrintable(it.key() + QStringLiteral(" has a button with a menu that was not walked")));
        QVERIFY2(sites.windowFlags.isEmpty(), qPrintable(sites.windowFlags.keys().join(u' ')));
        const QSet<QString> known = QSet<QString>(sites.dialogs.begin(), sites.dialogs.end()) +
                                    QSet<QString>(sites.menus.keyBegin(), sites.menus.keyEnd());
        for (const QString& opened : m_opened.keys())
            QVERIFY2(known.contains(opened), qPrintable(opened + QStringLiteral(" is not in the sources")));
    }

    Theme m_theme;
    Speech m_speech;
    bool m_slowly = false;
    QStringList m_mistakes;
    QMap<QString, int> m_opened;  ///< class or file → times
    QMap<QString, int> m_buttons; ///< folder of a page → buttons with a menu
};

QTEST_MAIN(TestConsolePopups)
#include "tst_console_popups.moc"
