#pragma once
// One budget: what it limits, what happens at the limit, and where it stands.

#include "ui/pages/forms/object_form.h"

namespace tollgate::ui {

class Badge;
class BudgetGauge;
class BudgetHistoryCard;
class Card;
class ChoiceBox;
class FormField;
class NamePicker;
class ResourceCatalogue;
class TagEdit;

class BudgetForm : public ObjectForm {
    Q_OBJECT
public:
    BudgetForm(const UiContext& context, ResourceCatalogue* names, QWidget* parent = nullptr);

    QString heading() const override;
    QString kindText() const override;

protected:
    void shown(const QJsonObject& object, bool isNew) override;

private:
    Card* nowCard();
    Card* whatCard();
    Card* thenCard();
    void bindSubject(Card* card);
    void bindThresholds(Card* card);
    void follow();
    void fillNames();
    QString keyName(const QString& id) const;
    void showNow(const QJsonObject& object);

    ResourceCatalogue* m_names;
    ChoiceBox* m_scope = nullptr;
    NamePicker* m_subject = nullptr;
    FormField* m_subjectField = nullptr;
    ChoiceBox* m_key = nullptr;
    QStringList m_keyIds; ///< offered by it
    FormField* m_keyField = nullptr;
    TagEdit* m_thresholds = nullptr;
    ChoiceBox* m_action = nullptr;
    NamePicker* m_downgrade = nullptr;
    FormField* m_downgradeField = nullptr;

    Card* m_now = nullptr;
    Badge* m_state = nullptr;
    BudgetGauge* m_gauge = nullptr;
    QLabel* m_spent = nullptr;
    QLabel* m_reserved = nullptr;
    QLabel* m_left = nullptr;
    QLabel* m_forecast = nullptr;
    BudgetHistoryCard* m_history = nullptr;
    QLabel* m_rolls = nullptr; ///< of a budget that never resets: what happens instead
    QLabel* m_resets = nullptr;
};

} // namespace tollgate::ui
