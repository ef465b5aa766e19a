#pragma once
// The boxes the console's controls are drawn in: padding, border, corners and least height, in pixels, by
// what a control is and by its `kind`.

#include <QMargins>
#include <QRect>

class QWidget;

namespace tollgate::ui {

class Theme;

/// What setKind() made of a control; Plain when nothing was said.
enum class ControlKind { Plain, Primary, Danger, Chip, Link, Quiet, Secondary, NoButtons, Tight, Cell, Bare };

ControlKind controlKind(const QWidget* widget);

struct ControlBox {
    QMargins padding;
    int border = 1;
    int radius = 0;
    int least = -1; ///< height of what is inside; -1: as the control says itself

    QMargins around() const { return padding + border; }
    QRect content(const QRect& rect) const { return rect.marginsRemoved(around()); }
    /// The size around a content of `size`, which is at least as high as it must be.
    QSize grown(const QSize& size) const {
        return QSize(size.width(), qMax(size.height(), least)).grownBy(around());
    }
    int leastHeight() const { return least + around().top() + around().bottom(); }
};

ControlBox buttonBox(const Theme& theme, const QWidget* button);
ControlBox toolButtonBox(const Theme& theme, const QWidget* button);
/// Line edits, spin boxes, combo boxes and editors of more than one line.
ControlBox fieldBox(const Theme& theme, const QWidget* field);
ControlBox checkBoxBox(const Theme& theme);
ControlBox menuItemBox(const Theme& theme);
ControlBox tabBox(const Theme& theme);
ControlBox headerBox(const Theme& theme);

/// The line edit within a spin box or a combo box, which has the box around it.
bool isInnerEdit(const QWidget* widget);
/// The list a combo box drops down.
bool isComboList(const QWidget* widget);
/// The list of what a field could hold (widgets/completions), a window of its own.
bool isCompletions(const QWidget* widget);
/// An editor of more than one line.
bool isTextArea(const QWidget* widget);

} // namespace tollgate::ui
