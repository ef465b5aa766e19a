#include "ui/widgets/current_stack.h"

namespace tollgate::ui {

CurrentStack::CurrentStack(QWidget* parent)
    : QStackedWidget(parent) {
    connect(this, &QStackedWidget::currentChanged, this, [this] { updateGeometry(); });
}

QSize CurrentStack::sizeHint() const {
    return currentWidget() ? currentWidget()->sizeHint() : QSize();
}

QSize CurrentStack::minimumSizeHint() const {
    const QWidget* page = currentWidget();
    return page ? page->minimumSizeHint().expandedTo(page->minimumSize()) : QSize();
}

bool CurrentStack::hasHeightForWidth() const {
    return currentWidget() && currentWidget()->hasHeightForWidth();
}

int CurrentStack::heightForWidth(int width) const {
    return hasHeightForWidth() ? currentWidget()->heightForWidth(width) : -1;
}

} // namespace tollgate::ui
