#pragma once
// On/off switch; a checkable button for keyboard (Space) and assistive technology.

#include <QAbstractButton>

namespace tollgate::ui {

class ToggleSwitch : public QAbstractButton {
    Q_OBJECT
public:
    explicit ToggleSwitch(const QString& accessibleName = {}, QWidget* parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

    /// For delegates: a switch centred in `rect`.
    static void paint(class QPainter& painter, const QRect& rect, bool on, bool enabled,
                      const QWidget* widget);
    static QSize sizeFor(const QWidget* widget);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
};

} // namespace tollgate::ui
