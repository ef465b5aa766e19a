#include "ui/pages/providers/providers_page.h"

#include "ui/link/gateway_link.h"
#include "ui/models/api_words.h"
#include "ui/models/format.h"
#include "ui/models/resource_list_model.h"
#include "ui/models/resource_specs.h"
#include "ui/pages/forms/resource_list_view.h"
#include "ui/pages/providers/provider_form.h"
#include "ui/pages/providers/provider_health_card.h"
#include "ui/pages/providers/provider_presets.h"

#include <QDateTime>
#include <QJsonArray>

namespace tollgate::ui {

namespace {
constexpr int kSpendRefreshMs = 30'000;
} // namespace

ProvidersPage::ProvidersPage(const UiContext& context, QWidget* parent)
    : ResourcePage(context, parent) {
    m_providers = new ResourceListModel(context.link, specs::providers(), this);
    m_providers->setPresenter([](const QJsonObject& provider) { return look(provider); });
    m_providers->setRefreshEvents({QStringLiteral("health")});
    m_aliases = new ResourceListModel(context.link, specs::aliases(), this);
    build(m_providers, new ResourceListView(this), {m_providers, m_aliases},
          {tr("Providers"), tr("Filter providers"), tr("New provider"), tr("No providers yet"),
           tr("A provider is where requests go: OpenAI, a server on this machine, or a simulated one.")});
    m_timer.setInterval(kSpendRefreshMs);
    connect(&m_timer, &QTimer::timeout, this, &ProvidersPage::askForSpend);
}

void ProvidersPage::activate() {
    ResourcePage::activate();
    m_timer.start();
    askForSpend();
}

void ProvidersPage::deactivate() {
    m_timer.stop();
    ResourcePage::deactivate();
}

void ProvidersPage::askForSpend() {
    const QString from = QDateTime::currentDateTimeUtc().addDays(-1).toString(Qt::ISODate);
    link().get(QStringLiteral("/usage?group_by=provider&limit=1000&from=%1").arg(from), this,
               [this](const GatewayReply& reply) {
                   if (!reply.ok())
                       return;
                   m_usage.clear();
                   for (const QJsonValue& value : reply.json.value(u"data").toArray())
                       m_usage.insert(value.toObject().value(u"provider").toString(), value.toObject());
                   m_providers->setPresenter([this](const QJsonObject& provider) {
                       return look(provider, m_usage.value(provider.value(u"name").toString()));
                   });
               });
}

RowLook ProvidersPage::look(const QJsonObject& provider, const QJsonObject& usage) {
    const QJsonObject health = provider.value(u"health").toObject();
    const bool enabled = provider.value(u"enabled").toBool(true);
    const QString state = health.value(u"state").toString();
    RowLook look;
    look.title = provider.value(u"name").toString();
    look.enabled = enabled;
    look.dot = enabled ? healthTone(state) : Tone::Neutral;
    QStringList facts{enabled ? words::health(state) : tr("disabled")};
    if (health.value(u"p95_ms").isDouble())
        facts << tr("p95 %1").arg(format::milliseconds(health.value(u"p95_ms").toDouble()));
    look.subtitle = facts.join(QStringLiteral(" · "));
    QStringList more;
    if (health.value(u"error_rate").isDouble())
        more << tr("%1 errors lately").arg(format::percent(health.value(u"error_rate").toDouble()));
    if (usage.value(u"cost_usd").isDouble())
        more << tr("%1 in 24 h").arg(format::usd(usage.value(u"cost_usd").toDouble()));
    else if (!usage.isEmpty())
        more << tr("cost unknown");
    look.note = more.join(QStringLiteral(" · "));
    if (enabled)
        look.badge = words::circuit(health.value(u"circuit").toString());
    look.tone = circuitTone(health.value(u"circuit").toString());
    look.searchText = provider.value(u"kind").toString() + u' ' + provider.value(u"base_url").toString();
    return look;
}

const ResourceSpec& ProvidersPage::specFor(const QString&) const {
    return specs::providers();
}

ObjectForm* ProvidersPage::formFor(const QString&, const QJsonObject&) {
    if (!m_form)
        m_form = new ProviderForm(context(), this);
    return m_form;
}

void ProvidersPage::startNew() {
    create(specs::providers().collection, newProvider(*findPreset(QStringLiteral("openai"))));
}

QString ProvidersPage::removalWarning(const QString&, const QJsonObject& object) const {
    const QString name = object.value(u"name").toString();
    QStringList users;
    for (int row = 0; row < m_aliases->rowCount(); ++row) {
        const QJsonObject alias = m_aliases->objectAt(row);
        for (const char* list : {"targets", "fallbacks"})
            for (const QJsonValue& target : alias.value(QLatin1String(list)).toArray())
                if (target.toObject().value(u"provider").toString() == name)
                    users << alias.value(u"alias").toString();
    }
    users.removeDuplicates();
    QString text = tr("Its stored key goes with it. For ten minutes both can be brought back.");
    if (!users.isEmpty())
        text.prepend(tr("Used by %1. ").arg(users.join(QStringLiteral(", "))));
    return text;
}

QString ProvidersPage::summary() const {
    int healthy = 0;
    for (int row = 0; row < m_providers->rowCount(); ++row)
        if (m_providers->objectAt(row).value(u"health").toObject().value(u"state").toString() ==
            QLatin1String("healthy"))
            ++healthy;
    return tr("%n provider(s) · %1 healthy", nullptr, m_providers->rowCount()).arg(healthy);
}

} // namespace tollgate::ui
