#pragma once
// What a row is dragged by; reports where the pointer is in the list. Keyboards use the row's buttons
// instead.

#include <QWidget>

namespace tollgate::ui {

class DragHandle : public QWidget {
    Q_OBJECT
public:
    explicit DragHandle(QWidget* row);
    QSize sizeHint() const override;

Q_SIGNALS:
    void dragged(int y); ///< in the coordinates of the row's parent

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
};

} // namespace tollgate::ui
