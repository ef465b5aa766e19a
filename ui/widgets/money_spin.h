#pragma once
// US dollars, with as many decimals as the amount needs: $26, $19.72, $0.000145.

#include <QDoubleSpinBox>

namespace tollgate::ui {

class MoneySpin : public QDoubleSpinBox {
    Q_OBJECT
public:
    explicit MoneySpin(QWidget* parent = nullptr);

    /// Shown for 0 instead of "$0", where 0 means "none": "no limit".
    void setNoneText(const QString& text) { setSpecialValueText(text); }

    QString textFromValue(double value) const override;
    double valueFromText(const QString& text) const override;
    QValidator::State validate(QString& text, int& position) const override;

    /// "$19.72"; decimals grow for small amounts so that two significant digits stay.
    static QString format(double usd);

protected:
    void stepBy(int steps) override;
};

} // namespace tollgate::ui
