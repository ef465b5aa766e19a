#include "ui/pages/aliases/aliases_page.h"

#include "ui/models/resource_catalogue.h"
#include "ui/models/resource_list_model.h"
#include "ui/models/resource_specs.h"
#include "ui/pages/aliases/alias_form.h"
#include "ui/pages/forms/resource_list_view.h"

#include <QJsonArray>

namespace tollgate::ui {

AliasesPage::AliasesPage(const UiContext& context, QWidget* parent)
    : ResourcePage(context, parent) {
    m_names = new ResourceCatalogue(context.link, {ResourceCatalogue::Kind::Models}, this);
    m_aliases = new ResourceListModel(context.link, specs::aliases(), this);
    m_aliases->setPresenter(&AliasesPage::look);
    build(m_aliases, new ResourceListView(this), {m_aliases},
          {tr("Aliases"), tr("Filter aliases"), tr("New alias"), tr("No aliases yet"),
           tr("An alias is the model name clients use; what stands behind it can change without them.")});
}

void AliasesPage::activate() {
    m_names->setActive(true);
    ResourcePage::activate();
}

void AliasesPage::deactivate() {
    ResourcePage::deactivate();
    m_names->setActive(false);
}

RowLook AliasesPage::look(const QJsonObject& alias) {
    RowLook look;
    look.title = alias.value(u"alias").toString();
    look.enabled = alias.value(u"enabled").toBool(true);
    const QJsonArray targets = alias.value(u"targets").toArray();
    const QJsonArray fallbacks = alias.value(u"fallbacks").toArray();
    QStringList facts{AliasForm::strategyText(alias.value(u"strategy").toString()),
                      tr("%n target(s)", nullptr, static_cast<int>(targets.size()))};
    if (!fallbacks.isEmpty())
        facts << (tr("%n fallback(s)", nullptr, static_cast<int>(fallbacks.size())));
    look.subtitle = facts.join(QStringLiteral(" · "));
    for (const QJsonValue& target : targets)
        look.searchText += target.toObject().value(u"provider").toString() + u'/' +
                           target.toObject().value(u"model").toString() + u' ';
    return look;
}

const ResourceSpec& AliasesPage::specFor(const QString&) const {
    return specs::aliases();
}

ObjectForm* AliasesPage::formFor(const QString&, const QJsonObject&) {
    if (!m_form)
        m_form = new AliasForm(context(), m_names, this);
    return m_form;
}

void AliasesPage::startNew() {
    create(specs::aliases().collection, {{QStringLiteral("alias"), QString()},
                                         {QStringLiteral("strategy"), QStringLiteral("simple")},
                                         {QStringLiteral("enabled"), true},
                                         {QStringLiteral("targets"), QJsonArray{QJsonObject()}},
                                         {QStringLiteral("fallbacks"), QJsonArray()},
                                         {QStringLiteral("unsupported_params"), QStringLiteral("drop")}});
}

QString AliasesPage::summary() const {
    int on = 0;
    for (int row = 0; row < m_aliases->rowCount(); ++row)
        on += m_aliases->objectAt(row).value(u"enabled").toBool(true) ? 1 : 0;
    return tr("%1 aliases · %2 on").arg(m_aliases->rowCount()).arg(on);
}

} // namespace tollgate::ui
