#pragma once
// Over a form: what it is about, its switch, the form's own actions, More (duplicate, delete), Discard, Save.

#include <QWidget>

class QAbstractButton;
class QAction;
class QHBoxLayout;
class QLabel;
class QPushButton;

namespace tollgate::ui {

class Badge;
class ToggleSwitch;

class DetailHeader : public QWidget {
    Q_OBJECT
public:
    explicit DetailHeader(QWidget* parent = nullptr);

    void setSubject(const QString& name, const QString& kind, bool mono);
    /// Hidden when `available` is false: the object has no switch.
    void setEnabledSwitch(bool available, bool on);
    void setActions(const QList<QAbstractButton*>& actions);
    /// What the More menu offers; nothing hides it.
    void setMore(bool duplicate, bool remove);
    void setState(bool dirty, bool isNew, bool busy);

    bool isEnabledOn() const;

Q_SIGNALS:
    void saveRequested();
    void discardRequested();
    void duplicateRequested();
    void removeRequested();
    void enabledToggled(bool on);

private:
    QLabel* m_name = nullptr;
    Badge* m_kind = nullptr;
    ToggleSwitch* m_enabled = nullptr;
    QLabel* m_enabledText = nullptr;
    QHBoxLayout* m_actionRow = nullptr;
    QPushButton* m_more = nullptr;
    QAction* m_duplicate = nullptr;
    QAction* m_remove = nullptr;
    QPushButton* m_discard = nullptr;
    QPushButton* m_save = nullptr;
};

} // namespace tollgate::ui
