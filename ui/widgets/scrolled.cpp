#include "ui/widgets/scrolled.h"

#include <QScrollArea>

namespace tollgate::ui {

QScrollArea* makeScrolled(QWidget* content, const QString& name, QWidget* parent) {
    auto* scroll = new QScrollArea(parent);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setAccessibleName(name);
    content->setObjectName(QStringLiteral("scrollContent"));
    scroll->setWidget(content);
    return scroll;
}

} // namespace tollgate::ui
