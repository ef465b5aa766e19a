#pragma once
// One model of the catalogue: prices and since when they hold, earlier versions, tiers, capabilities.

#include "ui/pages/forms/object_form.h"

class QLabel;
class QLineEdit;
class QStandardItemModel;

namespace tollgate::ui {

class Card;
class ChoiceBox;
class FormField;
class NamePicker;
class ResourceCatalogue;
class TableView;

class ModelForm : public ObjectForm {
    Q_OBJECT
public:
    ModelForm(const UiContext& context, ResourceCatalogue* names, QWidget* parent = nullptr);

    QString heading() const override;
    QString kindText() const override;
    QJsonObject body() const override;
    /// Other prices are another version: from now on, in place of the present one, or from a day.
    QJsonObject patch() const override;

    static QStringList capabilities();

protected:
    void shown(const QJsonObject& object, bool isNew) override;

private:
    Card* identityCard();
    Card* pricesCard();
    Card* abilitiesCard();
    Card* versionsCard();
    FormField* tiers(Card* card);
    QWidget* price(const char* field, const QString& label, Card* card);
    void withValidFrom(QJsonObject& document) const;

    ResourceCatalogue* m_names;
    QStringList m_priceFields;
    ChoiceBox* m_since = nullptr;
    QLineEdit* m_day = nullptr;
    QLabel* m_warnings = nullptr;
    Card* m_versions = nullptr;
    QStandardItemModel* m_rows = nullptr;
    TableView* m_table = nullptr;
};

} // namespace tollgate::ui
