#include "ui/pages/budgets/budgets_page.h"

#include "ui/models/api_words.h"

#include "ui/models/format.h"
#include "ui/models/resource_catalogue.h"
#include "ui/models/resource_list_model.h"
#include "ui/models/resource_specs.h"
#include "ui/pages/budgets/budget_form.h"
#include "ui/pages/budgets/budget_text.h"
#include "ui/pages/forms/resource_list_view.h"

#include <QJsonArray>

namespace tollgate::ui {

namespace {
constexpr int kRefreshMs = 5'000;
} // namespace

BudgetsPage::BudgetsPage(const UiContext& context, QWidget* parent)
    : ResourcePage(context, parent) {
    using Kind = ResourceCatalogue::Kind;
    m_names = new ResourceCatalogue(
        context.link, {Kind::Projects, Kind::Keys, Kind::Users, Kind::Providers, Kind::Aliases}, this);
    m_budgets = new ResourceListModel(context.link, specs::budgets(), this);
    m_budgets->setPresenter([this](const QJsonObject& budget) { return look(budget); });
    m_budgets->setRefreshEvents({QStringLiteral("budget")});
    build(m_budgets, new ResourceListView(this), {m_budgets},
          {tr("Budgets"), tr("Filter budgets"), tr("New budget"), tr("No budgets yet"),
           tr("A budget warns, refuses or switches to a cheaper alias before spending runs away.")});
    connect(m_names, &ResourceCatalogue::changed, this,
            [this] { m_budgets->setPresenter([this](const QJsonObject& budget) { return look(budget); }); });
    m_timer.setInterval(kRefreshMs);
    connect(&m_timer, &QTimer::timeout, m_budgets, &ResourceListModel::refresh);
}

void BudgetsPage::activate() {
    m_names->setActive(true);
    ResourcePage::activate();
    m_timer.start();
}

void BudgetsPage::deactivate() {
    m_timer.stop();
    ResourcePage::deactivate();
    m_names->setActive(false);
}

QString BudgetsPage::keyName(const QString& id) const {
    for (const ResourceCatalogue::Name& name : m_names->entries(ResourceCatalogue::Kind::Keys))
        if (name.id == id)
            return name.text;
    return {};
}

RowLook BudgetsPage::look(const QJsonObject& budget) const {
    const double limit = budget.value(u"limit_usd").toDouble();
    const double spent = budget.value(u"spent_usd").toDouble();
    const QString state = budget.value(u"state").toString();
    RowLook look;
    look.title = budgetText::title(budget, keyName(budget.value(u"subject").toString()));
    look.enabled = budget.value(u"enabled").toBool(true);
    look.subtitle = tr("%1 of %2").arg(format::usd(spent), format::usdRounded(limit));
    look.trailing = limit > 0 ? format::percent(spent / limit) : QString();
    look.badge = words::budget(state);
    look.tone = budgetText::tone(state);
    look.fraction = limit > 0 ? spent / limit : 0;
    look.reserved = limit > 0 ? budget.value(u"reserved_usd").toDouble() / limit : 0;
    look.searchText = budget.value(u"scope").toString() + u' ' + budget.value(u"action").toString();
    return look;
}

const ResourceSpec& BudgetsPage::specFor(const QString&) const {
    return specs::budgets();
}

ObjectForm* BudgetsPage::formFor(const QString&, const QJsonObject&) {
    if (!m_form)
        m_form = new BudgetForm(context(), m_names, this);
    return m_form;
}

void BudgetsPage::startNew() {
    create(specs::budgets().collection, {{QStringLiteral("scope"), QStringLiteral("global")},
                                         {QStringLiteral("subject"), QJsonValue::Null},
                                         {QStringLiteral("period"), QStringLiteral("month")},
                                         {QStringLiteral("limit_usd"), 100},
                                         {QStringLiteral("thresholds"), QJsonArray{50, 80, 100}},
                                         {QStringLiteral("action"), QStringLiteral("warn")},
                                         {QStringLiteral("downgrade_to"), QJsonValue::Null},
                                         {QStringLiteral("enabled"), true}});
}

QJsonObject BudgetsPage::copyOf(const QString&, const QJsonObject& object) const {
    return specs::budgets().withoutComputed(object);
}

QString BudgetsPage::nameOf(const ResourceSpec&, const QJsonObject& object) const {
    return budgetText::title(object, keyName(object.value(u"subject").toString()));
}

QString BudgetsPage::summary() const {
    int exceeded = 0;
    int warning = 0;
    for (int row = 0; row < m_budgets->rowCount(); ++row) {
        const QString state = m_budgets->objectAt(row).value(u"state").toString();
        exceeded += state == QLatin1String("exceeded") ? 1 : 0;
        warning += state == QLatin1String("warning") ? 1 : 0;
    }
    return tr("%n budget(s) · %1 near the limit · %2 exceeded", nullptr, m_budgets->rowCount())
        .arg(warning)
        .arg(exceeded);
}

} // namespace tollgate::ui
