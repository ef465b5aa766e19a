// Every page on the smallest screens it is meant for: 1280 x 720, and 1920 x 1080 at 200 % (this program with
// QT_SCALE_FACTOR=2), which leaves 960 x 540. And whether its texts can be read in both themes.

#include "tests/console/support/console_states.h"
#include "tests/ui/support/layout_walk.h"

#include "ui/shell/language.h"
#include "ui/shell/nav_button.h"

#include <QDir>

using namespace tollgate;
using namespace tollgate::ui;

class TestConsoleLayout : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        m_ledger = m_directory.filePath(u"ledger"_qs);
        QVERIFY(QDir().mkpath(m_ledger));
        QVERIFY(writeDemoLedger(m_ledger));
    }
    void cleanup() { speak(u"en"_qs); }

    void everythingHasItsPlaceAndCanBeRead_data() {
        QTest::addColumn<QString>("language");
        QTest::addColumn<ThemeMode>("mode");
        QTest::newRow("en") << u"en"_qs << ThemeMode::Dark;
        QTest::newRow("pl") << u"pl"_qs << ThemeMode::Light;
        QTest::newRow("ru") << u"ru"_qs << ThemeMode::Dark; // the longest words
    }
    void everythingHasItsPlaceAndCanBeRead() {
        QFETCH(QString, language);
        QFETCH(ThemeMode, mode);
        QCOMPARE(speak(language), language);
        QTemporaryDir directory;
        QVERIFY(copyLedger(m_ledger, directory.path()));
        const auto console = openConsole(m_theme, true, smallest(), directory);
        QVERIFY(console);
        QVERIFY(QTest::qWaitForWindowActive(&console->window));
        console->window.chooseTheme(mode);
        QMap<QString, QString> mistakes; // what every page shares is told once
        for (const PageEntry& entry : console->pages.pages())
            eachState(*console, entry.id, [&](const QString& state) {
                const bool colors = language != u"ru"; // the same in every language
                QStringList found = mistakesOf(console->window, colors);
                if (!found.isEmpty()) { // what the gateway answers a moment later may still move something
                    QTest::qWait(kSettleMs);
                    found = mistakesOf(console->window, colors);
                }
                for (const QString& mistake : std::as_const(found))
                    if (!mistakes.contains(mistake))
                        mistakes.insert(mistake, state);
            });
        QStringList told;
        for (auto it = mistakes.cbegin(); it != mistakes.cend(); ++it)
            told << it.value() + u": "_qs + it.key();
        told.sort();
        for (const QString& one : std::as_const(told))
            qWarning("%s", qUtf8Printable(one));
        QCOMPARE(told.size(), 0);
    }

    void theSidebarShowsWhereOneIs() {
        QTemporaryDir directory;
        const auto console = openConsole(m_theme, false, smallest(), directory);
        QVERIFY(console);
        const bool room = smallest().height() >= 720; // for all pages at once
        for (const PageEntry& entry : console->pages.pages()) {
            console->show(entry.id);
            for (const NavButton* button : console->window.findChildren<NavButton*>()) {
                if (!room && !button->isChecked())
                    continue;
                QVERIFY2(button->visibleRegion().boundingRect() == button->rect(),
                         qPrintable(entry.id + u": "_qs + button->id()));
            }
        }
    }

    void theTestSeesWhatIsWrong() {
        QWidget window;
        window.setPalette(QPalette(QColor(0xff, 0xff, 0xff)));
        window.setAutoFillBackground(true);
        window.resize(300, 200);
        const auto add = [&window](const QString& text, const QRect& place, const QColor& color) {
            auto* label = new QLabel(text, &window);
            QPalette palette = label->palette();
            palette.setColor(QPalette::WindowText, color);
            label->setPalette(palette);
            label->setGeometry(place);
            return label;
        };
        add(u"clear"_qs, {10, 10, 120, 20}, Qt::black);
        window.show();
        QVERIFY(layoutMistakes(window).isEmpty());
        QVERIFY(contrastMistakes(window).isEmpty());

        add(u"faint"_qs, {10, 40, 120, 20}, QColor(0xaa, 0xaa, 0xaa))->show();
        QCOMPARE(contrastMistakes(window).size(), 1);
        auto* bar = new QFrame(&window); // black under the left half of a text: half of it is not seen
        bar->setAutoFillBackground(true);
        bar->setPalette(QPalette(Qt::black, Qt::black));
        bar->setGeometry(10, 70, 20, 20);
        bar->show();
        add(u"over a bar"_qs, {10, 70, 120, 20}, Qt::black)->show();
        QCOMPARE(contrastMistakes(window).size(), 2);
        QCOMPARE(layoutMistakes(window).size(), 1); // the text lies over the bar
        add(u"far too long for the place it has"_qs, {10, 100, 40, 20}, Qt::black)->show();
        add(u"outside"_qs, {250, 130, 120, 20}, Qt::black)->show();
        QCOMPARE(layoutMistakes(window).size(), 3);
    }

private:
    static constexpr int kSettleMs = 400;

    static QSize smallest() { return qApp->devicePixelRatio() > 1 ? QSize(960, 540) : QSize(1280, 720); }

    /// Colours are the same at any scale.
    static QStringList mistakesOf(MainWindow& window, bool colors) {
        QStringList mistakes = layoutMistakes(window);
        const QList<PaintedText> texts = paintedTexts(window);
        mistakes += elisionMistakes(window, texts);
        if (colors && qApp->devicePixelRatio() == 1)
            mistakes += contrastMistakes(window, texts);
        if (window.size() != smallest())
            mistakes << QStringLiteral("the window does not become smaller than %1 x %2")
                            .arg(window.width())
                            .arg(window.height());
        return mistakes;
    }

    static bool copyLedger(const QString& from, const QString& to) {
        bool fine = true;
        for (const QFileInfo& file : QDir(from).entryInfoList(QDir::Files))
            fine = QFile::copy(file.filePath(), to + u'/' + file.fileName()) && fine;
        return fine;
    }

    QTemporaryDir m_directory;
    QString m_ledger;
    Theme m_theme;
};

QTEST_MAIN(TestConsoleLayout)
#include "tst_console_layout.moc"
