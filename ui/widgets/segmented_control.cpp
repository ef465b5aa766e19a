#include "ui/widgets/segmented_control.h"

#include "ui/widgets/paint.h"

#include <QButtonGroup>
#include <QPainterPath>

namespace tollgate::ui {
namespace {

class Segment : public QAbstractButton {
public:
    Segment(const QString& id, const QString& text, QWidget* parent)
        : QAbstractButton(parent)
        , m_id(id) {
        setText(text);
        setAccessibleName(text);
        setCheckable(true);
        setFocusPolicy(Qt::TabFocus);
        setAttribute(Qt::WA_Hover);
        setCursor(Qt::PointingHandCursor);
        setFont(Theme::of(this).textFont(0));
        setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    }

    QString id() const { return m_id; }

    QSize sizeHint() const override {
        const Theme& theme = Theme::of(this);
        const QFontMetrics metrics(theme.textFont(0, QFont::DemiBold));
        return {metrics.horizontalAdvance(text()) + theme.px(24), metrics.height() + theme.px(12)};
    }

    QSize minimumSizeHint() const override { // closer together where room is short
        return sizeHint() - QSize(Theme::of(this).px(16), 0);
    }

protected:
    void paintEvent(QPaintEvent*) override {
        const Theme& theme = Theme::of(this);
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        if (isChecked() || underMouse())
            painter.fillPath(outline(), theme.color(isChecked() ? ColorRole::Selection : ColorRole::Hover));
        painter.setFont(theme.textFont(0, isChecked() ? QFont::DemiBold : QFont::Normal));
        painter.setPen(theme.color(isChecked() ? ColorRole::Accent : ColorRole::TextMuted));
        painter.drawText(rect(), Qt::AlignCenter, text());
        paintFocusRing(painter, this, QRectF(rect()).adjusted(1, 1, -1, -1), theme.px(5));
    }

private:
    /// Round where the frame around the segments is.
    QPainterPath outline() const {
        const qreal radius = Theme::of(this).px(6);
        const bool first = x() <= 1;
        const bool last = geometry().right() >= parentWidget()->width() - 2;
        QPainterPath path;
        path.setFillRule(Qt::WindingFill);
        if (first || last)
            path.addRoundedRect(rect(), radius, radius);
        path.addRect(QRectF(rect()).adjusted(first ? radius : 0, 0, last ? -radius : 0, 0));
        return path;
    }

    QString m_id;
};

} // namespace

SegmentedControl::SegmentedControl(const QString& accessibleName, QWidget* parent)
    : QWidget(parent)
    , m_group(new QButtonGroup(this))
    , m_row(new QHBoxLayout(this)) {
    setAccessibleName(accessibleName);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_row->setContentsMargins(1, 1, 1, 1);
    m_row->setSpacing(1);
    m_group->setExclusive(true);
    connect(m_group, &QButtonGroup::buttonToggled, this, [this](QAbstractButton* button, bool checked) {
        if (!checked)
            return;
        m_current = static_cast<Segment*>(button)->id();
        Q_EMIT currentChanged(m_current);
    });
}

void SegmentedControl::addSegment(const QString& id, const QString& text, const QString& toolTip) {
    auto* segment = new Segment(id, text, this);
    segment->setToolTip(toolTip);
    m_group->addButton(segment);
    m_row->addWidget(segment);
    if (m_group->buttons().size() == 1) {
        const QSignalBlocker quiet(this); // the first choice is a default, not a change
        segment->setChecked(true);
    }
}

QString SegmentedControl::current() const {
    return m_current;
}

void SegmentedControl::setCurrent(const QString& id) {
    for (QAbstractButton* button : m_group->buttons()) {
        if (static_cast<Segment*>(button)->id() == id)
            button->setChecked(true);
    }
}

void SegmentedControl::paintEvent(QPaintEvent*) {
    const Theme& theme = Theme::of(this);
    QPainter painter(this);
    paintRoundedRect(painter, rect(), theme.px(7), {}, theme.color(ColorRole::Border));
    painter.setRenderHint(QPainter::Antialiasing, false);
    for (int i = 1; i < m_row->count(); ++i) {
        const int x = m_row->itemAt(i)->geometry().left() - 1;
        painter.fillRect(QRect(x, 1, 1, height() - 2), theme.color(ColorRole::Border));
    }
}

} // namespace tollgate::ui
