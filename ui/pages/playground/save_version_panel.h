#pragma once
// Keeps what is in the playground as a version of a stored prompt: a new prompt, or the next version of one.

#include "ui/pages/playground/play_request.h"
#include "ui/widgets/card.h"

#include <functional>

class QLabel;
class QLineEdit;
class QPushButton;

namespace tollgate::ui {

class FormField;
class GatewayLink;
class NamePicker;

class SaveVersionPanel : public Card {
    Q_OBJECT
public:
    /// What there is to save now: asked when it is saved, not when the panel opens.
    struct Draft {
        PlayPrompt prompt;
        QString model;
    };

    SaveVersionPanel(GatewayLink* link, std::function<Draft()> draft, QWidget* parent = nullptr);

    void setNames(const QStringList& prompts);
    void open();
    void follow(); ///< the prompt has changed

Q_SIGNALS:
    void saved(const QString& prompt, const QString& version);

private:
    void save();

    GatewayLink* m_link;
    QStringList m_names;
    std::function<Draft()> m_draft;
    NamePicker* m_name = nullptr;
    FormField* m_nameField = nullptr;
    QLineEdit* m_note = nullptr;
    QLabel* m_leftOut = nullptr;
    QPushButton* m_save = nullptr;
};

} // namespace tollgate::ui
