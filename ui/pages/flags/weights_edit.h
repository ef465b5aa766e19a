#pragma once
// Prompt versions and their weights: any positive numbers; the share each gets and their sum are shown.

#include <QJsonObject>
#include <QWidget>

class QDoubleSpinBox;
class QLabel;
class QVBoxLayout;

namespace tollgate::ui {

class NamePicker;

class WeightsEdit : public QWidget {
    Q_OBJECT
public:
    explicit WeightsEdit(QWidget* parent = nullptr);

    QJsonObject weights() const;
    void setWeights(const QJsonObject& weights);
    QStringList versions() const;
    QString sumText() const;

public Q_SLOTS:
    void addRow(const QString& version = {}, double weight = 0);

Q_SIGNALS:
    void changed();

private:
    struct Row {
        QWidget* widget;
        NamePicker* version;
        QDoubleSpinBox* weight;
        QLabel* share;
    };
    void refresh();
    void remove(QWidget* widget);

    QVBoxLayout* m_rows = nullptr;
    QList<Row> m_list;
    QLabel* m_sum = nullptr;
    bool m_setting = false;
};

} // namespace tollgate::ui
