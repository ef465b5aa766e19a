#include "ui/widgets/current_stack.h"

namespace tollgate::ui {
namespace {

class CurrentLayout : public QStackedLayout {
public:
    using QStackedLayout::QStackedLayout;

    QSize sizeHint() const override { return current() ? current()->sizeHint() : QSize(0, 0); }
    QSize minimumSize() const override { return current() ? current()->minimumSize() : QSize(0, 0); }
    bool hasHeightForWidth() const override { return current() && current()->hasHeightForWidth(); }
    int heightForWidth(int width) const override {
        return hasHeightForWidth() ? current()->heightForWidth(width) : -1;
    }
    int minimumHeightForWidth(int width) const override {
        return hasHeightForWidth() ? current()->minimumHeightForWidth(width) : -1;
    }

private:
    QLayoutItem* current() const { return itemAt(currentIndex()); }
};

} // namespace

CurrentStack::CurrentStack(QWidget* parent)
    : QWidget(parent)
    , m_pages(new CurrentLayout(this)) {
    m_pages->setContentsMargins(0, 0, 0, 0);
    connect(m_pages, &QStackedLayout::currentChanged, this, [this] { updateGeometry(); });
}

} // namespace tollgate::ui
