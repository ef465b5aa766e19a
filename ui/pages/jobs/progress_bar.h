#pragma once
// How far a batch is: done, failed and cancelled as shares of its whole.

#include "ui/widgets/table_view.h"

#include <QJsonObject>
#include <QWidget>

namespace tollgate::ui {

class BatchBar : public QWidget {
    Q_OBJECT
public:
    explicit BatchBar(QWidget* parent = nullptr);
    void setBatch(const QJsonObject& batch);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

    static void paint(QPainter& painter, const QRectF& rect, const QJsonObject& batch, const QWidget* widget);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QJsonObject m_batch;
};

/// Rows of the Jobs page: the progress of a batch is a bar.
class JobsDelegate : public RowDelegate {
    Q_OBJECT
public:
    using RowDelegate::RowDelegate;

protected:
    void paintContent(QPainter* painter, const QStyleOptionViewItem& option,
                      const QModelIndex& index) const override;
};

} // namespace tollgate::ui
