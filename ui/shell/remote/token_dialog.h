#pragma once
// Asks for the admin token of a gateway elsewhere.

#include <QDialog>

class QCheckBox;
class QLineEdit;
class QPushButton;

namespace tollgate::ui {

class FormField;

class TokenDialog : public QDialog {
    Q_OBJECT
public:
    TokenDialog(const QString& gateway, bool canKeep, QWidget* parent = nullptr);

    /// The gateway's answer to the last token; the dialog stays open and says so.
    void refuse(const QString& said);
    bool keep() const;

Q_SIGNALS:
    /// The dialog closes when the gateway has taken it: by its owner.
    void entered(const QString& token);

private:
    void submit();

    QLineEdit* m_token = nullptr;
    FormField* m_field = nullptr;
    QCheckBox* m_keep = nullptr;
    QPushButton* m_connect = nullptr;
};

} // namespace tollgate::ui
