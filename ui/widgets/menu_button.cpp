#include "ui/widgets/menu_button.h"

#include "ui/widgets/paint.h"

#include <QMenu>
#include <QPushButton>

namespace tollgate::ui {

QPushButton* makeMenuButton(MenuButtonKind kind, const QString& accessibleName, QWidget* parent) {
    auto* button = new QPushButton(parent);
    button->setProperty("hasMenu", true);
    if (kind == MenuButtonKind::Quiet) {
        button->setFont(Theme::of(button).textFont(-0.25, QFont::Medium));
        setKind(button, "quiet");
    }
    button->setAccessibleName(accessibleName);
    button->setMenu(new QMenu(button));
    return button;
}

void setMenuButtonText(QPushButton* button, const QString& text) {
    const Theme& theme = Theme::of(button);
    // The paddings of the style; Qt would leave room for a second arrow.
    const int padding =
        button->property("kind").isValid() ? theme.px(4) + theme.px(18) : theme.px(12) + theme.px(26);
    // A user's or project's name may have an ampersand; it must not become an underline.
    button->setText(QString(text).replace(u'&', QStringLiteral("&&")));
    button->setFixedWidth(QFontMetrics(button->font()).horizontalAdvance(text) + padding + 4);
}

} // namespace tollgate::ui
