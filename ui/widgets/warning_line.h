#pragma once
// A warning in words that leads somewhere: a click or Enter goes there.

#include <QAbstractButton>

namespace tollgate::ui {

class WarningLine : public QAbstractButton {
    Q_OBJECT
public:
    explicit WarningLine(QWidget* parent = nullptr);
    void setWarning(const QString& text);

    QSize sizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString whole() const;
};

} // namespace tollgate::ui
