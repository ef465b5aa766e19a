#include "ui/pages/jobs/progress_bar.h"

#include "ui/pages/jobs/jobs_model.h"
#include "ui/pages/jobs/jobs_text.h"
#include "ui/widgets/paint.h"

#include <QPainterPath>

namespace tollgate::ui {

namespace {
constexpr int kThick = 6;
}

BatchBar::BatchBar(QWidget* parent)
    : QWidget(parent) {
    setAccessibleName(tr("Progress"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void BatchBar::setBatch(const QJsonObject& batch) {
    m_batch = batch;
    setAccessibleDescription(jobsText::progress(batch));
    update();
}

QSize BatchBar::sizeHint() const {
    const Theme& theme = Theme::of(this);
    return {theme.px(120), theme.px(kThick + 2)};
}

void BatchBar::paint(QPainter& painter, const QRectF& rect, const QJsonObject& batch, const QWidget* widget) {
    const Theme& theme = Theme::of(widget);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal thick = theme.px(kThick);
    const QRectF bar(rect.left(), rect.center().y() - thick / 2, rect.width(), thick);
    paintRoundedRect(painter, bar, thick / 2, theme.color(ColorRole::Field), theme.color(ColorRole::Border));
    QPainterPath inside;
    inside.addRoundedRect(bar, thick / 2, thick / 2);
    painter.setClipPath(inside);
    const double total = std::max(1.0, batch.value(u"total").toDouble());
    qreal from = bar.left();
    const auto part = [&](const char* name, const QColor& color) {
        const qreal wide = bar.width() * batch.value(QLatin1String(name)).toDouble() / total;
        if (wide > 0)
            painter.fillRect(QRectF(from, bar.top(), std::max(wide, 1.5), bar.height()), color);
        from += wide;
    };
    part("completed", toneFill(Tone::Good, widget));
    part("failed", toneFill(Tone::Bad, widget));
    part("cancelled", theme.color(ColorRole::TextFaint));
    painter.restore();
}

void BatchBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    paint(painter, rect(), m_batch, this);
}

void JobsDelegate::paintContent(QPainter* painter, const QStyleOptionViewItem& option,
                                const QModelIndex& index) const {
    const auto* model = qobject_cast<const JobsModel*>(index.model());
    if (model && model->columns().at(index.column()).look == JobsColumn::Look::Progress)
        BatchBar::paint(*painter, option.rect, index.data(JobsModel::ObjectRole).toJsonObject(),
                        option.widget);
    else
        RowDelegate::paintContent(painter, option, index);
}

} // namespace tollgate::ui
