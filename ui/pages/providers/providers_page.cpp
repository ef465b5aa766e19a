#include "ui/pages/providers/providers_page.h"

#include "ui/models/api_words.h"

#include "ui/models/format.h"
#include "ui/models/resource_list_model.h"
#include "ui/models/resource_specs.h"
#include "ui/pages/forms/resource_list_view.h"
#include "ui/pages/providers/provider_form.h"
#include "ui/pages/providers/provider_health_card.h"
#include "ui/pages/providers/provider_presets.h"

#include <QJsonArray>

namespace tollgate::ui {

ProvidersPage::ProvidersPage(const UiContext& context, QWidget* parent)
    : ResourcePage(context, parent) {
    m_providers = new ResourceListModel(context.link, specs::providers(), this);
    m_providers->setPresenter(&ProvidersPage::look);
    m_providers->setRefreshEvents({QStringLiteral("health")});
    m_aliases = new ResourceListModel(context.link, specs::aliases(), this);
    build(m_providers, new ResourceListView(this), {m_providers, m_aliases},
          {tr("Providers"), tr("Filter providers"), tr("New provider"), tr("No providers yet"),
           tr("A provider is where requests go: OpenAI, a server on this machine, or a simulated one.")});
}

RowLook ProvidersPage::look(const QJsonObject& provider) {
    const QJsonObject health = provider.value(u"health").toObject();
    const bool enabled = provider.value(u"enabled").toBool(true);
    RowLook look;
    look.title = provider.value(u"name").toString();
    look.enabled = enabled;
    const QString state = enabled ? words::health(health.value(u"state").toString()) : tr("disabled");
    look.dot = enabled ? healthTone(state) : Tone::Neutral;
    QStringList facts{state};
    if (health.value(u"p95_ms").isDouble())
        facts << tr("p95 %1").arg(format::milliseconds(health.value(u"p95_ms").toDouble()));
    if (health.value(u"error_rate").isDouble())
        facts << tr("%1 errors").arg(format::percent(health.value(u"error_rate").toDouble()));
    look.subtitle = facts.join(QStringLiteral(" · "));
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
    return tr("%1 providers · %2 healthy").arg(m_providers->rowCount()).arg(healthy);
}

} // namespace tollgate::ui
