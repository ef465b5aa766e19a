#pragma once
// What stands where a list or a chart would be when there is nothing: why, and what to do.

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace tollgate::ui {

class EmptyState : public QWidget {
    Q_OBJECT
public:
    EmptyState(const QString& icon, const QString& title, const QString& text, QWidget* parent = nullptr);

    void set(const QString& icon, const QString& title, const QString& text); ///< keeps the buttons
    QPushButton* addButton(const QString& text, const char* kind = "secondary");
    void addWidget(QWidget* widget); ///< below the text, above the buttons: a sample to copy
    QString title() const;
    QString text() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    void refreshIcon();

    QString m_iconName;
    QLabel* m_icon = nullptr;
    QLabel* m_title = nullptr;
    QLabel* m_text = nullptr;
    QHBoxLayout* m_extra = nullptr;
    QHBoxLayout* m_buttons = nullptr;
};

} // namespace tollgate::ui
