#pragma once
// A share in percent: slider, exact value, and presets to jump to.

#include <QList>
#include <QWidget>

class QDoubleSpinBox;

namespace tollgate::ui {

class TintedSlider;

class PercentSlider : public QWidget {
    Q_OBJECT
public:
    explicit PercentSlider(const QString& accessibleName, QWidget* parent = nullptr);

    void setPresets(const QList<double>& percents); ///< 1, 5, 15, 25, 50, 100 at first; empty hides them
    double value() const;                           ///< 0..100
    void setValue(double percent);

Q_SIGNALS:
    void valueChanged(double percent);

private:
    TintedSlider* m_slider = nullptr;
    QDoubleSpinBox* m_spin = nullptr;
    QWidget* m_presets = nullptr;
};

} // namespace tollgate::ui
