#pragma once
// One table of semantic colours with a dark and a light value each; everything that paints asks here.

#include <QColor>
#include <QFont>
#include <QIcon>
#include <QObject>

namespace tollgate::ui {

enum class ColorRole {
    Window,       ///< page background
    Sidebar,
    Card,         ///< raised surface
    Field,        ///< input background
    Border,
    Divider,
    Text,
    TextMuted,
    TextFaint,
    Accent,
    AccentText,   ///< on Accent
    Selection,    ///< selected row or sidebar entry
    Hover,
    Good,
    Warning,
    Bad,
    Violet,
    Cyan,
    GridLine,
};

enum class ThemeMode { System, Dark, Light };

/// Main thread. Owned by the application, handed to pages through UiContext.
class Theme : public QObject {
    Q_OBJECT
public:
    explicit Theme(QObject* parent = nullptr);

    bool isDark() const { return m_dark; }
    ThemeMode mode() const { return m_mode; }
    void setMode(ThemeMode mode); ///< re-themes the whole application, then emits changed()

    QColor color(ColorRole role) const;
    /// The same colour for the same provider (or any other series name) on every chart and in every session.
    QColor seriesColor(const QString& name) const;
    /// Line icon from resources/icons, in the colour of the role.
    QIcon icon(const QString& name, ColorRole role = ColorRole::TextMuted) const;

    QFont textFont(qreal pointDelta = 0, QFont::Weight weight = QFont::Normal) const; ///< tabular figures
    QFont monoFont(qreal pointDelta = 0) const;

Q_SIGNALS:
    void changed();

private:
    void apply();

    ThemeMode m_mode = ThemeMode::System;
    bool m_dark = true;
};

} // namespace tollgate::ui
