#pragma once
// Other prices above a number of tokens, or for how the provider says it served: a row for each, as the field
// "tiers" has them. What a row has no editor for (cache writes, sound) stays as it is. Main thread.

#include <QJsonObject>
#include <QJsonValue>
#include <QList>
#include <QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace tollgate::ui {

class ChoiceBox;
class OptionalNumberEdit;
class PriceEdit;

class TiersEdit : public QWidget {
    Q_OBJECT
public:
    explicit TiersEdit(QWidget* parent = nullptr);

    QJsonValue value() const; ///< an array, empty for none
    void setValue(const QJsonValue& tiers);
    QString mistake() const; ///< for people; empty when there is none
    static QString say(const QJsonValue& tiers);

Q_SIGNALS:
    void changed();

private:
    struct Row {
        QJsonObject original;
        QWidget* box = nullptr;
        OptionalNumberEdit* above = nullptr;
        ChoiceBox* service = nullptr;
        QList<PriceEdit*> prices; ///< in the order of the columns
    };
    void addRow(const QJsonObject& tier);
    void removeRow(QWidget* box);
    static QJsonObject valueOf(const Row& row);
    void follow();

    QList<Row> m_rows;
    QVBoxLayout* m_column = nullptr;
    QLabel* m_none = nullptr;
    QPushButton* m_add = nullptr;
};

} // namespace tollgate::ui
