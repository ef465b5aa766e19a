#pragma once
// Editor for the `rules` of a flag: rows in order, first match wins; adding and editing happen in a panel
// below them. Main thread. Fields of a rule it does not know stay as they are.

#include <QJsonArray>
#include <QJsonObject>
#include <QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace tollgate::ui {

class ChoiceBox;
class RuleRow;
class TagEdit;

class RulesEdit : public QWidget {
    Q_OBJECT
public:
    explicit RulesEdit(QWidget* parent = nullptr);

    QJsonArray rules() const { return m_rules; }
    void setRules(const QJsonArray& rules);
    /// What a rule can serve ("canary", "stable", or prompt versions).
    void setServeChoices(const QStringList& serves);
    /// The last line: what everyone else gets.
    void setRest(const QString& text);
    void setKnown(const QStringList& users, const QStringList& projects, const QStringList& keys);

    QPushButton* addButton() const { return m_add; } ///< for the card's header

    static QString say(const QJsonArray& rules); ///< for the preview of changes

public Q_SLOTS:
    void startAdd();
    void startEdit(int index);
    void commit(); ///< takes the panel over; nothing when no condition is given
    void cancel();

Q_SIGNALS:
    void changed();

private:
    void rebuild();
    void move(int index, int by);
    void remove(int index);
    void openPanel(const QJsonObject& rule);
    QWidget* makePanel();

    QJsonArray m_rules;
    QString m_rest;
    int m_editing = -1; ///< index, or the number of rules for a new one
    QVBoxLayout* m_list = nullptr;
    QWidget* m_panel = nullptr;
    TagEdit* m_users = nullptr;
    TagEdit* m_projects = nullptr;
    TagEdit* m_keys = nullptr;
    ChoiceBox* m_serve = nullptr;
    QLabel* m_problem = nullptr;
    QPushButton* m_add = nullptr;
    QJsonObject m_edited;
};

} // namespace tollgate::ui
