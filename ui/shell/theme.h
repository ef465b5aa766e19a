#pragma once
// One table of semantic colours with a dark and a light value each; everything that paints asks here.

#include <QColor>
#include <QFont>
#include <QIcon>
#include <QObject>

class QWidget;

namespace tollgate::ui {

class LatePalettes;

enum class ColorRole {
    Window, ///< page background
    Sidebar,
    Card,  ///< raised surface
    Field, ///< input background
    Border,
    Divider,
    Text,
    TextMuted,
    TextFaint,
    Accent,
    AccentFill, ///< filled buttons and bars that carry text
    AccentText, ///< on AccentFill
    Selection,  ///< selected row or sidebar entry
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

    /// The theme of the application `widget` lives in; made on first use when nobody made one.
    static Theme& of(const QWidget* widget);

    bool isDark() const { return m_dark; }
    ThemeMode mode() const { return m_mode; }
    void setMode(ThemeMode mode); ///< re-themes the whole application, then emits changed()

    /// `root` and what is in it get new colours while visible, when shown, or in a turn of their own soon
    /// after the change; a page is one.
    void followLate(QWidget* root);

    QColor color(ColorRole role) const;
    /// The same colour for the same provider (or any other series name) on every chart and in every session.
    QColor seriesColor(const QString& name) const;
    /// Line icon from resources/icons, in the colour of the role.
    QIcon icon(const QString& name, ColorRole role = ColorRole::TextMuted) const;

    QFont textFont(qreal pointDelta = 0, QFont::Weight weight = QFont::Normal) const; ///< tabular figures
    QFont monoFont(qreal pointDelta = 0, QFont::Weight weight = QFont::Normal) const;

    /// A length of the 8-point grid, scaled with the size of the text.
    int px(int gridLength) const;

Q_SIGNALS:
    void changed();

private:
    void apply();
    bool desktopIsDark() const;
    void setUp();

    ThemeMode m_mode = ThemeMode::System;
    bool m_dark = true;
    bool m_startedDark = false; ///< what the desktop's palette said before we set ours
    QFont m_text;
    QFont m_mono;
    qreal m_scale = 1; ///< of lengths
    LatePalettes* m_late = nullptr;
    bool m_applied = false;
};

} // namespace tollgate::ui
