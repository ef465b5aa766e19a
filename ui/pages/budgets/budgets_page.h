#pragma once
// Budgets: what may be spent, by whom, and how much of it is gone.

#include "ui/pages/forms/resource_page.h"

#include <QTimer>

namespace tollgate::ui {

class BudgetForm;
class ResourceCatalogue;

class BudgetsPage : public ResourcePage {
    Q_OBJECT
public:
    explicit BudgetsPage(const UiContext& context, QWidget* parent = nullptr);

    void activate() override;
    void deactivate() override;

protected:
    const ResourceSpec& specFor(const QString& collection) const override;
    ObjectForm* formFor(const QString& collection, const QJsonObject& object) override;
    void startNew() override;
    QJsonObject copyOf(const QString& collection, const QJsonObject& object) const override;
    QString nameOf(const ResourceSpec& spec, const QJsonObject& object) const override;
    QString summary() const override;

private:
    RowLook look(const QJsonObject& budget) const;
    QString keyName(const QString& id) const;

    ResourceListModel* m_budgets = nullptr;
    ResourceCatalogue* m_names = nullptr;
    BudgetForm* m_form = nullptr;
    QTimer m_timer; ///< spending moves without anybody changing a budget
};

} // namespace tollgate::ui
