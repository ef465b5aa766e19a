#pragma once
// Arrangements every form shares: fields side by side, cards in two columns, numbers with a unit, lists of
// facts.

#include <QDoubleSpinBox>
#include <QSpinBox>
#include <QWidget>

#include <initializer_list>

class QGridLayout;
class QLabel;
class QLayout;
class QVBoxLayout;

namespace tollgate::ui {

/// Equal widths, aligned at the top; in several rows where one is too narrow.
QLayout* sideBySide(std::initializer_list<QWidget*> widgets);

/// Two columns of cards of equal (or given) share; each keeps its own heights. One column where two do not
/// fit.
struct CardColumns {
    QLayout* row;
    QVBoxLayout* left;
    QVBoxLayout* right;
};
CardColumns cardColumns(int leftShare = 1, int rightShare = 1);

QSpinBox* makeSpin(int least, int most, const QString& suffix = {}, QWidget* parent = nullptr);
QDoubleSpinBox* makeDecimal(double least, double most, int decimals, const QString& suffix = {},
                            QWidget* parent = nullptr);

/// "p95  312 ms": muted names at the left, values at the right of them, one below the other.
class FactList : public QWidget {
    Q_OBJECT
public:
    explicit FactList(QWidget* parent = nullptr);
    QLabel* add(const QString& name, bool mono = false); ///< the value's label
    void addWidget(const QString& name, QWidget* value);

private:
    QGridLayout* m_grid = nullptr;
};

} // namespace tollgate::ui
