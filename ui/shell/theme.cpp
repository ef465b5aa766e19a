#include "ui/shell/theme.h"

#include "ui/shell/late_palettes.h"
#include "ui/shell/style/console_style.h"
#include "ui/shell/tabular_font.h"
#include "ui/shell/theme_colors.h"
#include "ui/shell/theme_icon.h"
#include "ui/widgets/accessible_roles.h"
#include "ui/widgets/focus_frame.h"

#include <QApplication>
#include <QEvent>
#include <QFontDatabase>
#include <QFontMetrics>
#include <QGuiApplication>
#include <QPalette>
#include <QStyleHints>
#include <QWidget>

// In a static library nothing else refers to the resources, and the linker would leave them out.
static void initResources() {
    Q_INIT_RESOURCE(resources);
}

namespace tollgate::ui {
namespace {

constexpr auto kThemeProperty = "tollgateTheme";
constexpr qreal kSmallestText = 9.75; // points; the picture's density, unless the desktop asks for more
constexpr qreal kLargestText = 14.0;

QString installedFamily(const QStringList& wanted, const QString& fallback) {
    const QStringList families = QFontDatabase::families();
    for (const QString& family : wanted) {
        if (families.contains(family))
            return family;
    }
    return fallback;
}

QFont baseTextFont() {
    QFont font = QGuiApplication::font();
    font.setFamily(installedFamily({u"Inter"_qs, u"Inter Variable"_qs}, font.family()));
#if QT_VERSION >= QT_VERSION_CHECK(6, 7, 0)
    font.setFeature("tnum", 1);
#else
    font.setFamily(tabularFamily(font.family()));
#endif
    font.setPointSizeF(
        qBound(kSmallestText, font.pointSizeF() > 0 ? font.pointSizeF() : kSmallestText, kLargestText));
    return font;
}

QPalette paletteFor(bool dark) {
    const auto color = [dark](ColorRole role) { return themeColor(role, dark); };
    QPalette palette;
    palette.setColor(QPalette::Window, color(ColorRole::Window));
    palette.setColor(QPalette::WindowText, color(ColorRole::Text));
    palette.setColor(QPalette::Base, color(ColorRole::Field));
    palette.setColor(QPalette::AlternateBase, color(ColorRole::Card));
    palette.setColor(QPalette::ToolTipBase, color(ColorRole::Field));
    palette.setColor(QPalette::ToolTipText, color(ColorRole::Text));
    palette.setColor(QPalette::PlaceholderText, color(ColorRole::TextFaint));
    palette.setColor(QPalette::Text, color(ColorRole::Text));
    palette.setColor(QPalette::Button, color(ColorRole::Field));
    palette.setColor(QPalette::ButtonText, color(ColorRole::Text));
    palette.setColor(QPalette::BrightText, color(ColorRole::Bad));
    palette.setColor(QPalette::Highlight, color(ColorRole::AccentFill));
    palette.setColor(QPalette::HighlightedText, color(ColorRole::AccentText));
    palette.setColor(QPalette::Link, color(ColorRole::Accent));
    palette.setColor(QPalette::LinkVisited, color(ColorRole::Accent));
    palette.setColor(QPalette::Light, color(ColorRole::Hover));
    palette.setColor(QPalette::Midlight, color(ColorRole::Border));
    palette.setColor(QPalette::Mid, color(ColorRole::Border));
    palette.setColor(QPalette::Dark, color(ColorRole::Border));
    palette.setColor(QPalette::Shadow, color(ColorRole::Window));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, color(ColorRole::TextFaint));
    return palette;
}

} // namespace

Theme::Theme(QObject* parent)
    : QObject(parent)
    , m_text(baseTextFont())
    , m_mono(QFontDatabase::systemFont(QFontDatabase::FixedFont)) {
    initResources();
    installAccessibleRoles();
    installFocusFrames();
    const QPalette desktop = QGuiApplication::palette();
    m_startedDark =
        desktop.color(QPalette::Window).lightness() < desktop.color(QPalette::WindowText).lightness();
    m_mono.setFamily(installedFamily({u"JetBrains Mono"_qs}, m_mono.family()));
    m_mono.setPointSizeF(m_text.pointSizeF());
    // One line of text is two steps of the grid; larger text widens everything with it.
    m_scale = qMax(1.0, QFontMetricsF(m_text).height() / 16.0);
    m_late = new LatePalettes(this);
    qApp->setProperty(kThemeProperty, QVariant::fromValue<QObject*>(this));
    connect(this, &QObject::destroyed, qApp, [this] { // whoever asks later gets one of his own
        if (qApp->property(kThemeProperty).value<QObject*>() == this)
            qApp->setProperty(kThemeProperty, QVariant());
    });
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, this, [this] {
        if (m_mode == ThemeMode::System)
            apply();
    });
#endif
    setUp();
    apply();
}

Theme& Theme::of(const QWidget*) {
    auto* theme = qobject_cast<Theme*>(qApp->property(kThemeProperty).value<QObject*>());
    return theme ? *theme : *new Theme(qApp);
}

void Theme::setMode(ThemeMode mode) {
    m_mode = mode;
    apply();
}

bool Theme::desktopIsDark() const {
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    const Qt::ColorScheme scheme = QGuiApplication::styleHints()->colorScheme();
    if (scheme != Qt::ColorScheme::Unknown)
        return scheme == Qt::ColorScheme::Dark;
#endif
    return m_startedDark;
}

/// What is the same in both themes; a second theme in a process finds it done.
void Theme::setUp() {
    if (auto* style = qobject_cast<ConsoleStyle*>(QApplication::style()))
        return style->follow(*this);
    QApplication::setStyle(new ConsoleStyle(*this));
    QApplication::setFont(m_text);
    QApplication::setFont(textFont(-0.5), "QToolTip");
}

void Theme::apply() {
    const bool dark = m_mode == ThemeMode::System ? desktopIsDark() : m_mode == ThemeMode::Dark;
    if (!m_applied || dark != m_dark) {
        m_dark = dark;
        m_applied = true;
        const QPalette palette = paletteFor(m_dark);
        QApplication::setPalette(palette);
        // Qt tells the windows in a later turn; all that is seen changes in this one.
        QEvent change(QEvent::ApplicationPaletteChange);
        for (QWidget* window : QApplication::topLevelWidgets())
            QCoreApplication::sendEvent(window, &change);
        m_late->setPalette(palette);
    }
    Q_EMIT changed();
}

void Theme::followLate(QWidget* root) {
    m_late->add(root);
}

QColor Theme::color(ColorRole role) const {
    return themeColor(role, m_dark);
}

QColor Theme::seriesColor(const QString& name) const {
    return seriesColorFor(name, m_dark);
}

QIcon Theme::icon(const QString& name, ColorRole role) const {
    return QIcon(new ThemeIconEngine(this, name, role));
}

QFont Theme::textFont(qreal pointDelta, QFont::Weight weight) const {
    QFont font = m_text;
    font.setPointSizeF(m_text.pointSizeF() + pointDelta);
    font.setWeight(weight);
    return font;
}

QFont Theme::monoFont(qreal pointDelta, QFont::Weight weight) const {
    QFont font = m_mono;
    font.setPointSizeF(m_mono.pointSizeF() + pointDelta);
    font.setWeight(weight);
    return font;
}

int Theme::px(int gridLength) const {
    return gridLength <= 1 ? gridLength : qMax(1, qRound(gridLength * m_scale));
}

} // namespace tollgate::ui
