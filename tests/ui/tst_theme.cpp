#include "tests/ui/support/painted_text.h"

#include "ui/shell/style/console_style.h"
#include "ui/shell/theme.h"
#include "ui/shell/theme_colors.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/paint.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QDir>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSet>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTest>

using namespace tollgate::ui;

namespace {

const QList<ColorRole> kTextRoles{ColorRole::Text,   ColorRole::TextMuted, ColorRole::TextFaint,
                                  ColorRole::Accent, ColorRole::Good,      ColorRole::Warning,
                                  ColorRole::Bad,    ColorRole::Violet,    ColorRole::Cyan};
const QList<ColorRole> kSurfaces{ColorRole::Window, ColorRole::Sidebar, ColorRole::Card,
                                 ColorRole::Field,  ColorRole::Hover,   ColorRole::Selection};

bool hasPixelOf(const QPixmap& pixmap, const QColor& color) {
    const QImage image = pixmap.toImage().convertToFormat(QImage::Format_ARGB32);
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QColor pixel = image.pixelColor(x, y);
            if (pixel.alpha() > 250 && std::abs(pixel.red() - color.red()) < 3 &&
                std::abs(pixel.green() - color.green()) < 3 && std::abs(pixel.blue() - color.blue()) < 3)
                return true;
        }
    }
    return false;
}

void fill(QWidget* page) {
    auto* column = makeColumn();
    page->setLayout(column);
    column->addWidget(makeLabel(u"Label"_qs, ColorRole::TextMuted));
    column->addWidget(new QLabel(u"Plain label"_qs));
    column->addWidget(new QPushButton(u"Button"_qs));
    column->addWidget(new QLineEdit(u"line"_qs));
    column->addWidget(new QPlainTextEdit(u"text"_qs));
    column->addWidget(new EmptyState(u"inbox"_qs, u"Nothing"_qs, u"Not yet."_qs));
}

/// Every widget in it paints its theme's colours, and none of the other's.
bool looksLike(QWidget* page, bool dark) {
    const QPixmap shown = page->grab();
    for (const ColorRole role : {ColorRole::Window, ColorRole::TextMuted, ColorRole::Text, ColorRole::Field,
                                 ColorRole::Border, ColorRole::TextFaint}) {
        if (!hasPixelOf(shown, themeColor(role, dark)))
            return false;
    }
    return !hasPixelOf(shown, themeColor(ColorRole::Window, !dark)) &&
           !hasPixelOf(shown, themeColor(ColorRole::Field, !dark));
}

/// Two pages one of which is hidden, as the window has them.
struct Pages {
    explicit Pages(Theme& theme) {
        stack.setParent(&window);
        stack.resize(400, 400);
        window.resize(400, 400);
        for (QWidget* page : {&first, &second}) {
            fill(page);
            stack.addWidget(page);
            theme.followLate(page);
        }
    }

    void show(QWidget* page) { stack.setCurrentWidget(page); }

    QWidget window;
    QStackedWidget stack;
    QWidget first;
    QWidget second;
};

} // namespace

class TestTheme : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<Theme>(); }
    void cleanupTestCase() { m_theme.reset(); }

    void textContrastsWithEverySurface_data() {
        QTest::addColumn<bool>("dark");
        QTest::newRow("dark") << true;
        QTest::newRow("light") << false;
    }

    void textContrastsWithEverySurface() {
        QFETCH(bool, dark);
        for (const ColorRole surface : kSurfaces) {
            for (const ColorRole text : kTextRoles) {
                // Faint text is for hints and disabled things, which do not stand on selected rows.
                if (text == ColorRole::TextFaint && surface == ColorRole::Selection)
                    continue;
                const double ratio = contrast(themeColor(text, dark), themeColor(surface, dark));
                QVERIFY2(ratio >= 4.5, qPrintable(QStringLiteral("%1 on %2: %3")
                                                      .arg(colorRoleName(text), colorRoleName(surface))
                                                      .arg(ratio, 0, 'f', 2)));
            }
        }
        QVERIFY(contrast(themeColor(ColorRole::AccentText, dark), themeColor(ColorRole::AccentFill, dark)) >=
                4.5);
        QVERIFY(contrast(themeColor(ColorRole::Card, dark), themeColor(ColorRole::Bad, dark)) >=
                4.5); // counts
    }

    void seriesColoursAreSeenOnACard() {
        for (const bool dark : {true, false}) {
            for (const QString& name :
                 {u"openai"_qs, u"anthropic"_qs, u"others"_qs, u"azure"_qs, u"gemini"_qs, u"bedrock"_qs,
                  u"vllm"_qs, u"ollama"_qs, u"mistral"_qs, u"p99"_qs})
                QVERIFY2(contrast(seriesColorFor(name, dark), themeColor(ColorRole::Card, dark)) >= 3.0,
                         qPrintable(name));
        }
    }

    void knownProvidersKeepTheirColours() {
        QCOMPARE(seriesColorFor(u"openai"_qs, true), QColor(0x4b, 0x99, 0xfe));
        QCOMPARE(seriesColorFor(u"anthropic"_qs, true), QColor(0x7a, 0xd7, 0x8e));
        QCOMPARE(seriesColorFor(u"others"_qs, true), QColor(0xf1, 0xb7, 0x5a));
        QCOMPARE(seriesColorFor(u"openai"_qs, false), QColor(0x1f, 0x6f, 0xeb));
        QSet<QRgb> colors;
        const QStringList known{u"openai"_qs, u"anthropic"_qs, u"others"_qs, u"azure"_qs, u"gemini"_qs};
        for (const QString& name : known)
            colors << seriesColorFor(name, true).rgb();
        QCOMPARE(colors.size(), known.size());
    }

    void noNameLooksLikeTheOthers() {
        for (int number = 0; number < 500; ++number)
            QVERIFY(seriesColorFor(u"user-%1"_qs.arg(number), true) != seriesColorFor(u"others"_qs, true));
        QCOMPARE(seriesColorFor(u"vllm-gpu1"_qs, false), seriesColorFor(u"vllm"_qs, false));
        QCOMPARE(seriesColorFor(u"azure-eu"_qs, true), seriesColorFor(u"azure"_qs, true));
        QVERIFY(seriesColorFor(u"vllm-gpu1"_qs, true) != seriesColorFor(u"anthropic"_qs, true));
    }

    void unknownNamesHaveTheSameColourInEveryProcess() {
        // FNV-1a of the name over the palette without the colour of "others"; a seeded hash would move these
        // from run to run.
        QCOMPARE(seriesColorFor(u"vllm-gpu1"_qs, true), seriesColorFor(u"vllm-gpu1"_qs, true));
        quint32 hash = 2166136261u;
        for (const char byte : QByteArrayLiteral("team-search"))
            hash = (hash ^ static_cast<quint8>(byte)) * 16777619u;
        const QList<QRgb> palette{0xff4b99fe, 0xff7ad78e, 0xff5ac9e6, 0xffc691e9, 0xffe5605e,
                                  0xfff08bb4, 0xff9aa7ff, 0xffc9d36a, 0xfff39a6b};
        QCOMPARE(seriesColorFor(u"team-search"_qs, true).rgb(), palette[hash % 9]);
    }

    void modesSwitchTheWholeApplication() {
        QSignalSpy changed(m_theme.get(), &Theme::changed);
        m_theme->setMode(ThemeMode::Dark);
        QVERIFY(m_theme->isDark());
        QCOMPARE(qApp->palette().color(QPalette::Window), themeColor(ColorRole::Window, true));
        m_theme->setMode(ThemeMode::Light);
        QVERIFY(!m_theme->isDark());
        QCOMPARE(qApp->palette().color(QPalette::Window), themeColor(ColorRole::Window, false));
        QCOMPARE(changed.count(), 2);
        QCOMPARE(&Theme::of(nullptr), m_theme.get());
    }

    void sameColoursAreNotAppliedTwice() {
        m_theme->setMode(ThemeMode::Dark);
        const qint64 key = qApp->palette().cacheKey();
        QSignalSpy changed(m_theme.get(), &Theme::changed);
        m_theme->setMode(m_theme->isDark() ? ThemeMode::Dark : ThemeMode::Light);
        QCOMPARE(qApp->palette().cacheKey(), key);
        QCOMPARE(changed.count(), 1); // the mode is remembered all the same
    }

    void theStyleNeedsNoStyleSheet() {
        QVERIFY(qobject_cast<ConsoleStyle*>(QApplication::style()));
        QVERIFY2(qApp->styleSheet().isEmpty(),
                 "Qt would read it for every widget at each change of the theme");
    }

    void picturesOfControlsExistInBothThemes() {
        for (const QString& theme : {u"dark"_qs, u"light"_qs})
            for (const QString& name : {u"chevron-up"_qs, u"chevron-down"_qs, u"tick"_qs})
                QVERIFY2(QFile::exists(u":/controls/%1/%2.svg"_qs.arg(theme, name)), qPrintable(name));
        for (const QString& name : {u"check"_qs, u"minus"_qs, u"dot"_qs})
            QVERIFY2(QFile::exists(u":/controls/%1.svg"_qs.arg(name)), qPrintable(name));
    }

    void controlsHaveTheColoursOfTheTheme_data() {
        QTest::addColumn<bool>("dark");
        QTest::newRow("dark") << true;
        QTest::newRow("light") << false;
    }

    void controlsHaveTheColoursOfTheTheme() {
        QFETCH(bool, dark);
        m_theme->setMode(dark ? ThemeMode::Dark : ThemeMode::Light);
        const auto color = [dark](ColorRole role) { return themeColor(role, dark); };
        QPushButton primary(u"Save"_qs);
        setKind(&primary, "primary");
        QVERIFY(hasPixelOf(primary.grab(), color(ColorRole::AccentFill)));
        primary.setEnabled(false);
        QVERIFY(!hasPixelOf(primary.grab(), color(ColorRole::AccentFill)));
        QLineEdit edit(u"text"_qs);
        QVERIFY(hasPixelOf(edit.grab(), color(ColorRole::Field)));
        QVERIFY(hasPixelOf(edit.grab(), color(ColorRole::Border)));
        edit.setProperty("invalid", true);
        QVERIFY(hasPixelOf(edit.grab(), color(ColorRole::Bad)));
        QCheckBox box(u"box"_qs);
        QVERIFY(hasPixelOf(box.grab(), color(ColorRole::TextFaint)));
        box.setChecked(true);
        QVERIFY(hasPixelOf(box.grab(), color(ColorRole::AccentFill)));
        QComboBox combo;
        combo.addItem(u"one"_qs);
        QVERIFY(hasPixelOf(combo.grab(), color(ColorRole::Field)));
        QVERIFY(hasPixelOf(combo.grab(), color(ColorRole::TextMuted))); // the arrow
        QPlainTextEdit area(u"text"_qs);
        QVERIFY(hasPixelOf(area.grab(), color(ColorRole::Field)));
        QVERIFY(hasPixelOf(area.grab(), color(ColorRole::Text)));
        QMenu menu;
        menu.addAction(u"entry"_qs);
        QVERIFY(hasPixelOf(menu.grab(), color(ColorRole::Field)));
    }

    /// A page that is hidden while the theme changes, with one of each in it.
    void hiddenPagesHaveTheNewColoursWhenTheyAreShown() {
        m_theme->setMode(ThemeMode::Dark);
        Pages pages(*m_theme);
        pages.window.show();
        QVERIFY(looksLike(&pages.first, true));
        m_theme->setMode(ThemeMode::Light);
        QVERIFY(looksLike(&pages.first, false)); // what is seen changes at once
        pages.show(&pages.second);               // in the same turn
        QVERIFY(looksLike(&pages.second, false));
        QCOMPARE(pages.second.palette().color(QPalette::Base), themeColor(ColorRole::Field, false));
    }

    void hiddenPagesFollowByThemselvesInTime() {
        m_theme->setMode(ThemeMode::Dark);
        Pages pages(*m_theme);
        pages.window.show();
        m_theme->setMode(ThemeMode::Light);
        QCOMPARE(pages.second.palette().color(QPalette::Window), themeColor(ColorRole::Window, true));
        QTRY_COMPARE(pages.second.palette().color(QPalette::Window), themeColor(ColorRole::Window, false));
        m_theme->setMode(ThemeMode::Dark); // and back, before they have followed
        m_theme->setMode(ThemeMode::Light);
        QTRY_COMPARE(pages.second.palette().color(QPalette::Window), themeColor(ColorRole::Window, false));
        pages.show(&pages.second);
        QVERIFY(looksLike(&pages.second, false));
    }

    void whatIsOpenedAfterTheChangeHasTheNewColours() {
        m_theme->setMode(ThemeMode::Dark);
        Pages pages(*m_theme);
        pages.window.show();
        m_theme->setMode(ThemeMode::Light);
        QDialog dialog(&pages.window);
        fill(&dialog);
        dialog.show();
        QVERIFY(looksLike(&dialog, false));
        QDialog ofHidden(&pages.second); // whose parent has not followed yet
        fill(&ofHidden);
        ofHidden.show();
        QVERIFY(looksLike(&ofHidden, false));
    }

    void everyIconDrawsInTheColourOfItsRole() {
        m_theme->setMode(ThemeMode::Dark);
        const QStringList files = QDir(u":/icons"_qs).entryList({u"*.svg"_qs});
        QVERIFY(files.size() > 30);
        for (const QString& file : files) {
            if (file == u"tollgate.svg"_qs)
                continue;
            const QIcon icon = m_theme->icon(file.chopped(4), ColorRole::Bad);
            QVERIFY2(hasPixelOf(icon.pixmap(48, 48), m_theme->color(ColorRole::Bad)), qPrintable(file));
        }
    }

    void iconsFollowTheThemeWithoutBeingMadeAgain() {
        m_theme->setMode(ThemeMode::Dark);
        const QIcon icon = m_theme->icon(u"close"_qs, ColorRole::Text);
        QVERIFY(hasPixelOf(icon.pixmap(48, 48), themeColor(ColorRole::Text, true)));
        m_theme->setMode(ThemeMode::Light);
        QVERIFY(hasPixelOf(icon.pixmap(48, 48), themeColor(ColorRole::Text, false)));
    }

    void iconsShareOneStrokeWidth() {
        for (const QString& file : QDir(u":/icons"_qs).entryList({u"*.svg"_qs})) {
            QFile svg(u":/icons/"_qs + file);
            QVERIFY(svg.open(QIODevice::ReadOnly));
            const QByteArray text = svg.readAll();
            if (file != u"tollgate.svg"_qs)
                QVERIFY2(text.contains("stroke-width=\"1.75\""), qPrintable(file));
        }
    }

    void figuresHaveOneWidth() {
        const QFontMetricsF text(m_theme->textFont());
        if (!QFontInfo(m_theme->textFont()).family().startsWith(u"Inter"_qs))
            QSKIP("Inter is not installed");
        const double width = text.horizontalAdvance(u"0000"_qs);
        for (const QString& figures : {u"1111"_qs, u"4444"_qs, u"7777"_qs, u"8888"_qs})
            QCOMPARE(text.horizontalAdvance(figures), width);
    }

private:
    std::unique_ptr<Theme> m_theme;
};

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
