#pragma once
// The Jobs page's part of the title row: which list, its filter, and what is done to all of it.

#include <QWidget>

class QLineEdit;
class QPushButton;

namespace tollgate::ui {

class ChoiceBox;
class SegmentedControl;

class JobsControls : public QWidget {
    Q_OBJECT
public:
    explicit JobsControls(QWidget* parent = nullptr);

    /// "tasks", "batches", "webhooks".
    void showList(const QString& list);
    void setFilter(const QString& status, const QString& project);
    void setResendable(int deadLetters);

    SegmentedControl* lists() const { return m_lists; }
    ChoiceBox* status() const { return m_status; }
    QLineEdit* project() const { return m_project; }
    QPushButton* resendAll() const { return m_resendAll; }

Q_SIGNALS:
    void listChosen(const QString& list);
    void filterChanged(const QString& status, const QString& project);

private:
    void fillStates(const QString& list);
    void tell();

    bool m_isWebhooks = false;
    int m_deadLetters = 0;
    SegmentedControl* m_lists = nullptr;
    ChoiceBox* m_status = nullptr;
    QLineEdit* m_project = nullptr;
    QPushButton* m_resendAll = nullptr;
};

} // namespace tollgate::ui
