#pragma once
// Keeps what is in the playground as a version of a stored prompt: a new prompt, or the next version of one.

#include "ui/pages/playground/play_request.h"
#include "ui/widgets/card.h"

class QLineEdit;
class QPushButton;

namespace tollgate::ui {

class FormField;
class GatewayLink;
class NamePicker;

class SaveVersionPanel : public Card {
    Q_OBJECT
public:
    explicit SaveVersionPanel(GatewayLink* link, QWidget* parent = nullptr);

    void setNames(const QStringList& prompts);
    void open(const PlayPrompt& prompt, const QString& model);

Q_SIGNALS:
    void saved(const QString& prompt, const QString& version);

private:
    void save();

    GatewayLink* m_link;
    QStringList m_names;
    PlayPrompt m_prompt;
    QString m_model;
    NamePicker* m_name = nullptr;
    FormField* m_nameField = nullptr;
    QLineEdit* m_note = nullptr;
    QPushButton* m_save = nullptr;
};

} // namespace tollgate::ui
