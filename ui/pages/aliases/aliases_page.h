#pragma once
// Aliases: the model names clients use, and what each stands for.

#include "ui/pages/forms/resource_page.h"

namespace tollgate::ui {

class AliasForm;
class ResourceCatalogue;

class AliasesPage : public ResourcePage {
    Q_OBJECT
public:
    explicit AliasesPage(const UiContext& context, QWidget* parent = nullptr);

    void activate() override;
    void deactivate() override;

    static RowLook look(const QJsonObject& alias);

protected:
    const ResourceSpec& specFor(const QString& collection) const override;
    ObjectForm* formFor(const QString& collection, const QJsonObject& object) override;
    void startNew() override;
    QString summary() const override;

private:
    ResourceListModel* m_aliases = nullptr;
    ResourceCatalogue* m_names = nullptr;
    AliasForm* m_form = nullptr;
};

} // namespace tollgate::ui
