#include "ui/shell/theme.h"

#include "ui/shell/tabular_font.h"
#include "ui/shell/theme_colors.h"
#include "ui/shell/theme_icon.h"
#include "ui/widgets/accessible_roles.h"
#include "ui/widgets/focus_frame.h"

#include <QApplication>
#include <QFile>
#include <QFontDatabase>
#include <QFontMetrics>
#include <QGuiApplication>
#include <QPalette>
#include <QPixmapCache>
#include <QRegularExpression>
#include <QStyleFactory>
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
    qApp->setProperty(kThemeProperty, QVariant::fromValue<QObject*>(this));
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, this, [this] {
        if (m_mode == ThemeMode::System)
            apply();
    });
#endif
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

void Theme::apply() {
    m_dark = m_mode == ThemeMode::System ? desktopIsDark() : m_mode == ThemeMode::Dark;
    QPixmapCache::clear();
    // A style set by name would be wrapped again by the style sheet; setting it once is enough.
    if (qApp->styleSheet().isEmpty()) {
        QApplication::setStyle(QStyleFactory::create(u"Fusion"_qs));
        QApplication::setFont(m_text);
        QApplication::setFont(textFont(-0.75), "QHeaderView");
        QApplication::setFont(textFont(-0.5), "QToolTip");
    }
    QApplication::setPalette(paletteFor(m_dark));
    qApp->setStyleSheet(styleSheet());
    Q_EMIT changed();
}

QString Theme::styleSheet() const {
    QFile file(u":/style.qss"_qs);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QString sheet = QString::fromUtf8(file.readAll());
    static const QRegularExpression length(u"@\\((\\d+)\\)"_qs);
    QRegularExpressionMatch match;
    for (qsizetype at = 0; (at = sheet.indexOf(length, at, &match)) >= 0;)
        sheet.replace(at, match.capturedLength(), QString::number(px(match.captured(1).toInt())) + u"px"_qs);
    // Longest names first: "@TextMuted" must not be read as "@Text" + "Muted".
    QList<ColorRole> roles;
    for (int i = 0; i < kColorRoleCount; ++i)
        roles.append(static_cast<ColorRole>(i));
    std::sort(roles.begin(), roles.end(),
              [](ColorRole a, ColorRole b) { return colorRoleName(a).size() > colorRoleName(b).size(); });
    for (const ColorRole role : roles)
        sheet.replace(u'@' + colorRoleName(role), color(role).name());
    sheet.replace(u"@controls"_qs, m_dark ? u":/controls/dark"_qs : u":/controls/light"_qs);
    return sheet;
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
    // One line of text is two steps of the grid; larger text widens everything with it.
    const qreal scale = QFontMetricsF(m_text).height() / 16.0;
    return gridLength <= 1 ? gridLength : qMax(1, qRound(gridLength * qMax(1.0, scale)));
}

} // namespace tollgate::ui
