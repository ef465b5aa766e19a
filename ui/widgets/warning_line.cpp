#include "ui/widgets/warning_line.h"

#include "ui/widgets/paint.h"

namespace tollgate::ui {

WarningLine::WarningLine(QWidget* parent)
    : QAbstractButton(parent) {
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::StrongFocus);
    setWarning({});
}

void WarningLine::setWarning(const QString& text) {
    setText(text);
    setAccessibleName(text.isEmpty() ? tr("No warning") : text);
    setVisible(!text.isEmpty());
    updateGeometry();
}

QString WarningLine::whole() const {
    return u"\u26a0 " % text();
}

int WarningLine::heightForWidth(int width) const {
    const QFontMetrics metrics(Theme::of(this).textFont(-0.75));
    return metrics.boundingRect(QRect(0, 0, width, 1000), Qt::TextWordWrap, whole()).height() + 2;
}

QSize WarningLine::sizeHint() const {
    const int wide = width() > 40 ? width() : Theme::of(this).px(200);
    return {Theme::of(this).px(120), heightForWidth(wide)};
}

void WarningLine::paintEvent(QPaintEvent*) {
    const Theme& theme = Theme::of(this);
    QPainter painter(this);
    paintFocusRing(painter, this, rect(), theme.px(4));
    painter.setFont(theme.textFont(-0.75));
    painter.setPen(theme.color(ColorRole::Warning));
    painter.drawText(rect(), Qt::TextWordWrap | Qt::AlignLeft | Qt::AlignVCenter, whole());
}

} // namespace tollgate::ui
