#include "tests/ui/support/painted_text.h"

#include "ui/shell/theme.h"
#include "ui/shell/theme_colors.h"

#include <QApplication>
#include <QDir>
#include <QPushButton>
#include <QSet>
#include <QSignalSpy>
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

    void styleSheetLeavesNoPlaceholder() {
        for (const ThemeMode mode : {ThemeMode::Dark, ThemeMode::Light}) {
            m_theme->setMode(mode);
            QVERIFY(!qApp->styleSheet().isEmpty());
            QVERIFY2(!qApp->styleSheet().contains(u'@'),
                     "a role or a length of the style sheet has no value");
        }
    }

    void styleSheetNamesOnlyImagesThatExist() {
        static const QRegularExpression url(u"url\\(([^)]+)\\)"_qs);
        for (const ThemeMode mode : {ThemeMode::Dark, ThemeMode::Light}) {
            m_theme->setMode(mode);
            auto images = url.globalMatch(qApp->styleSheet());
            QVERIFY(images.hasNext());
            while (images.hasNext()) {
                const QString path = images.next().captured(1);
                QVERIFY2(QFile::exists(path), qPrintable(path));
            }
        }
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
