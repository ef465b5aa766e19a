#pragma once
// The settings of the gateway as cards of one form: who may call, what is kept, cache, circuit breaker,
// defaults, tasks and batches. Main thread.

#include "ui/pages/forms/form_binding.h"

#include <QWidget>

class QVBoxLayout;

namespace tollgate::ui {

class Card;
class ChoiceBox;
class ResourceCatalogue;

class SettingsForm : public QObject {
    Q_OBJECT
public:
    /// The cards go where the page wants them; `names` offers aliases and prompts.
    SettingsForm(ResourceCatalogue* names, QWidget* parent);

    FormBinding& binding() { return m_binding; }
    const FormBinding& binding() const { return m_binding; }

    Card* accessCard();
    Card* keepingCard();
    Card* cacheCard();
    Card* healthCard();
    Card* defaultsCard();
    Card* jobsCard();

private:
    QWidget* m_parent;
    ResourceCatalogue* m_names;
    FormBinding m_binding;
};

} // namespace tollgate::ui
