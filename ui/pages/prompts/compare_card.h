#pragma once
// Two versions of a prompt beside each other, line by line; one of them may be what is being written.

#include "ui/widgets/card.h"

#include <QJsonObject>

class QLabel;
class QTextEdit;

namespace tollgate::ui {

class ChoiceBox;

class CompareCard : public Card {
    Q_OBJECT
public:
    explicit CompareCard(QWidget* parent = nullptr);

    /// Another prompt, or other versions of it; what was chosen stays where it can.
    void setPrompt(const QJsonObject& prompt);
    /// What the editor says; `edited` when that is no stored version.
    void setDraft(const QJsonObject& draft, bool edited);
    void compare(const QString& left, const QString& right);
    QString leftVersion() const;
    QString rightVersion() const; ///< "draft" for what is being written
    QString shownText() const;

private:
    void fill();
    void show();
    QJsonObject versionOf(const QString& id) const;

    QJsonObject m_prompt;
    QJsonObject m_draft;
    bool m_edited = false;
    ChoiceBox* m_left = nullptr;
    ChoiceBox* m_right = nullptr;
    QLabel* m_summary = nullptr;
    QTextEdit* m_view = nullptr;
    QString m_shown; ///< what the view was made of
};

} // namespace tollgate::ui
