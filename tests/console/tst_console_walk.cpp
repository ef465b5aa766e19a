// Every control of every page by name, role and keyboard, over an empty gateway and over the demo's.

#include "tests/console/support/console_states.h"
#include "tests/ui/support/widget_walk.h"

#include "ui/charts/chart.h"
#include "ui/charts/chart_table.h"
#include "ui/shell/cheat_sheet.h"
#include "ui/shell/palette/command_palette.h"
#include "ui/shell/setup/setup_wizard.h"
#include "ui/widgets/message_bar.h"

#include <QPushButton>

using namespace tollgate;
using namespace tollgate::ui;

class TestConsoleWalk : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QApplication::setCursorFlashTime(0); } // a blinking cursor is no sign of focus

    void everyPageCanBeUsedByKeysAndByEar_data() {
        QTest::addColumn<bool>("demo");
        QTest::newRow("empty") << false;
        QTest::newRow("demo") << true;
    }
    void everyPageCanBeUsedByKeysAndByEar() {
        QFETCH(bool, demo);
        QTemporaryDir directory;
        const auto console = openConsole(m_theme, demo, {1440, 900}, directory);
        QVERIFY(console);
        QVERIFY(QTest::qWaitForWindowActive(&console->window));
        QMap<QString, QString> mistakes; // what every page shares is told once
        for (const PageEntry& entry : console->pages.pages()) {
            eachState(*console, entry.id, [&](const QString& state) {
                for (const QString& mistake : mistakesOf(console->window, demo && !state.contains(u"row")))
                    if (!mistakes.contains(mistake))
                        mistakes.insert(mistake, state);
            });
        }
        for (auto it = mistakes.cbegin(); it != mistakes.cend(); ++it)
            qWarning("%s: %s", qUtf8Printable(it.value()), qUtf8Printable(it.key()));
        QCOMPARE(mistakes.size(), 0);
    }

    void dialogsAreWalkedToo() {
        QTemporaryDir directory;
        const auto console = openConsole(m_theme, true, {1440, 900}, directory);
        QVERIFY(console);
        QVERIFY(QTest::qWaitForWindowActive(&console->window));
        QStringList mistakes;
        const auto look = [&mistakes](QWidget* dialog, const char* name) {
            QVERIFY2(dialog, name);
            QVERIFY2(QTest::qWaitForWindowActive(dialog), name);
            QList<QWidget*> stops;
            QStringList found = nameMistakes(*dialog) + tabMistakes(*dialog, nullptr, &stops);
            found += focusMistakes(*dialog, stops);
            for (const QString& one : found)
                mistakes << QString::fromLatin1(name) + u": " + one;
        };
        console->window.showCheatSheet();
        look(console->window.findChild<CheatSheet*>(), "cheat sheet");
        console->window.findChild<CheatSheet*>()->close();
        console->show(u"overview"_qs);
        console->window.currentPage()->findChild<Chart*>()->showAsTable();
        look(console->window.findChild<ChartTableDialog*>(), "chart as table");
        console->window.findChild<ChartTableDialog*>()->close();
        console->window.openSetup();
        auto* wizard = console->window.findChild<SetupWizard*>();
        for (int step = 0; step < 4; ++step) {
            look(wizard, qPrintable(u"first run, step %1"_qs.arg(step + 1)));
            for (auto* next : wizard->findChildren<QPushButton*>(step == 2 ? u"skip"_qs : u"next"_qs))
                if (next->isVisible()) {
                    next->click();
                    break;
                }
        }
        wizard->close();
        console->window.openPalette();
        mistakes << nameMistakes(*console->window.palette());
        console->window.palette()->close();
        console->window.messages()->ask(u"Really?"_qs, {{u"Yes"_qs, [] {}}, {u"No"_qs, [] {}}});
        mistakes << nameMistakes(*console->window.messages());
        for (const QString& one : std::as_const(mistakes))
            qWarning("%s", qUtf8Printable(one));
        QCOMPARE(mistakes.size(), 0);
    }

private:
    /// Looking at each control with and without the focus takes its time: `looked` says whether.
    static QStringList mistakesOf(MainWindow& window, bool looked) {
        QList<QWidget*> stops;
        QStringList mistakes = nameMistakes(window) + tabMistakes(window, window.currentPage(), &stops);
        return looked ? mistakes + focusMistakes(window, stops) : mistakes;
    }

    Theme m_theme;
};

QTEST_MAIN(TestConsoleWalk)
#include "tst_console_walk.moc"
