#pragma once
// Providers: where requests can go, how each is doing, and how it is reached.

#include "ui/pages/forms/resource_page.h"

namespace tollgate::ui {

class ProviderForm;

class ProvidersPage : public ResourcePage {
    Q_OBJECT
public:
    explicit ProvidersPage(const UiContext& context, QWidget* parent = nullptr);

    static RowLook look(const QJsonObject& provider);

protected:
    const ResourceSpec& specFor(const QString& collection) const override;
    ObjectForm* formFor(const QString& collection, const QJsonObject& object) override;
    void startNew() override;
    QString summary() const override;
    QString removalWarning(const QString& collection, const QJsonObject& object) const override;

private:
    ResourceListModel* m_providers = nullptr;
    ResourceListModel* m_aliases = nullptr; ///< who would miss a provider
    ProviderForm* m_form = nullptr;
};

} // namespace tollgate::ui
