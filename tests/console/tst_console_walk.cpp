// Every control of every page by name, role and keyboard, over an empty gateway and over the demo's.

#include "tests/console/support/console_states.h"
#include "tests/ui/support/widget_walk.h"

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
