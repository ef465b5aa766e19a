#pragma once
// Providers: where requests can go, how each is doing, and how it is reached.

#include "ui/pages/forms/resource_page.h"

#include <QHash>
#include <QTimer>

namespace tollgate::ui {

class ProviderForm;

class ProvidersPage : public ResourcePage {
    Q_OBJECT
public:
    explicit ProvidersPage(const UiContext& context, QWidget* parent = nullptr);

    void activate() override;
    void deactivate() override;

    /// usage: the provider's row of GET /usage for the last 24 hours; empty when there is none.
    static RowLook look(const QJsonObject& provider, const QJsonObject& usage = {});

protected:
    const ResourceSpec& specFor(const QString& collection) const override;
    ObjectForm* formFor(const QString& collection, const QJsonObject& object) override;
    void startNew() override;
    QString summary() const override;
    QString removalWarning(const QString& collection, const QJsonObject& object) const override;

private:
    void askForSpend();

    ResourceListModel* m_providers = nullptr;
    ResourceListModel* m_aliases = nullptr; ///< who would miss a provider
    ProviderForm* m_form = nullptr;
    QHash<QString, QJsonObject> m_usage; ///< of the last 24 hours, by provider
    QTimer m_timer;
};

} // namespace tollgate::ui
