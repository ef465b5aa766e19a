#pragma once
// Ordered "provider/model" targets with weights: add, remove, move by dragging the handle or by buttons. The
// order is what the API keeps. Fields of a target it does not know stay as they are. Main thread.

#include <QJsonArray>
#include <QJsonObject>
#include <QWidget>

class QLabel;
class QSpinBox;
class QToolButton;
class QVBoxLayout;

namespace tollgate::ui {

class DragHandle;
class NamePicker;

class TargetsEdit : public QWidget {
    Q_OBJECT
public:
    enum class Weights { Shown, Hidden };
    TargetsEdit(Weights weights, const QString& accessibleName, QWidget* parent = nullptr);

    QJsonArray targets() const;
    void setTargets(const QJsonArray& targets);
    void setNames(const QStringList& references);
    /// Whether weights decide; otherwise the share column stays empty.
    void setWeighted(bool weighted);
    /// One line under the rows when there are none.
    void setEmptyText(const QString& text);

    int count() const { return static_cast<int>(m_list.size()); }
    QString shareAt(int row) const;
    void move(int row, int to);

    /// "provider/model" ↔ {"provider","model"}: the model may itself contain slashes.
    static QJsonObject parse(const QString& reference);
    static QString say(const QJsonArray& targets);

public Q_SLOTS:
    void addTarget(const QJsonObject& target = {});
    void removeAt(int row);

Q_SIGNALS:
    void changed();

private:
    struct Row {
        QJsonObject original;
        QWidget* widget = nullptr;
        NamePicker* reference = nullptr;
        QSpinBox* weight = nullptr;
        QLabel* share = nullptr;
        QToolButton* up = nullptr;
        QToolButton* down = nullptr;
        QToolButton* drop = nullptr;
    };
    Row makeRow(const QJsonObject& target);
    QToolButton* rowButton(QWidget* row, const QString& icon, const QString& text);
    int rowOf(const QWidget* widget) const;
    void dragTo(const QWidget* widget, int y);
    void refresh();
    void report();

    Weights m_weights;
    QStringList m_names;
    QList<Row> m_list;
    QVBoxLayout* m_rows = nullptr;
    QLabel* m_empty = nullptr;
    bool m_weighted = true;
    bool m_setting = false;
};

} // namespace tollgate::ui
