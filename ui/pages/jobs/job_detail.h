#pragma once
// The right half of the Jobs page: one task, batch or webhook, and what can be done about it.

#include <QJsonObject>
#include <QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace tollgate::ui {

class Badge;
class FactList;
class GatewayLink;
class MessageBar;

/// What the three have in common: the id with its state, one question at a time, facts and buttons.
class JobDetail : public QWidget {
    Q_OBJECT
public:
    JobDetail(GatewayLink& link, QWidget* parent);

    /// The same object again with other values, or another one; an empty one clears.
    void setObject(const QJsonObject& object);
    QJsonObject object() const { return m_object; }
    QString id() const { return m_id; }

Q_SIGNALS:
    void trafficWanted(const QString& filter);
    void taskWanted(const QString& taskId);
    void done(const QString& text); ///< something was changed: for the message bar, and read anew
    void failed(const QString& text);

protected:
    virtual QString idOf(const QJsonObject& object) const = 0;
    virtual void show(const QJsonObject& object, bool isOther) = 0;

    QVBoxLayout* column() const { return m_column; }
    GatewayLink& link() const { return m_link; }
    QPushButton* addButton(const QString& text, const QString& name, const char* kind = "secondary");
    void addButtonRow(); ///< once everything else is there
    QLabel* addFact(const QString& name, bool mono = false);
    static void say(QLabel* label, const QString& text);
    /// Asks, and then sends. `success` is said when it worked.
    void askToSend(const QString& question, const QString& yes, const QString& no, const QString& path,
                   const QString& success);
    void send(const QString& path, const QString& success);

private:
    GatewayLink& m_link;
    QVBoxLayout* m_column = nullptr;
    QLabel* m_title = nullptr;
    Badge* m_status = nullptr;
    MessageBar* m_question = nullptr;
    FactList* m_facts = nullptr;
    QList<QPushButton*> m_buttons;
    QJsonObject m_object;
    QString m_id;
};

} // namespace tollgate::ui
