#include "ui/pages/flags/flags_page.h"

#include "ui/models/resource_catalogue.h"
#include "ui/models/resource_list_model.h"
#include "ui/models/resource_specs.h"
#include "ui/pages/flags/canary_form.h"
#include "ui/pages/flags/flag_text.h"
#include "ui/pages/flags/plain_flag_forms.h"
#include "ui/pages/forms/resource_list_view.h"

#include <QPushButton>

namespace tollgate::ui {

FlagsPage::FlagsPage(const UiContext& context, QWidget* parent)
    : ResourcePage(context, parent) {
    using Kind = ResourceCatalogue::Kind;
    m_names = new ResourceCatalogue(context.link,
                                    {Kind::Providers, Kind::Models, Kind::Aliases, Kind::Projects, Kind::Keys,
                                     Kind::Users, Kind::Prompts},
                                    this);
    m_flags = new ResourceListModel(context.link, specs::flags(), this);
    m_flags->setPresenter(&FlagsPage::look);
    m_flags->setRefreshEvents({QStringLiteral("flag")});
    build(m_flags, new ResourceListView(this), {m_flags},
          {tr("Flags"), tr("Filter flags"), tr("New flag"), tr("No flags yet"),
           tr("Try a new model on a few percent of users, compare prompts, or cut a provider off with one "
              "key.")});
}

void FlagsPage::activate() {
    m_names->setActive(true);
    ResourcePage::activate();
}

void FlagsPage::deactivate() {
    ResourcePage::deactivate();
    m_names->setActive(false);
}

RowLook FlagsPage::look(const QJsonObject& flag) {
    RowLook look;
    look.title = flag.value(u"key").toString();
    look.subtitle = flagText::subtitle(flag);
    look.enabled = flag.value(u"enabled").toBool(true);
    look.searchText = flag.value(u"alias").toString();
    return look;
}

const ResourceSpec& FlagsPage::specFor(const QString&) const {
    return specs::flags();
}

ObjectForm* FlagsPage::formFor(const QString&, const QJsonObject& object) {
    const QString type = object.value(u"type").toString(QStringLiteral("canary"));
    FlagForm*& form = m_forms[type];
    if (!form)
        form = makeForm(type);
    return form;
}

FlagForm* FlagsPage::makeForm(const QString& type) {
    FlagForm* form = nullptr;
    if (type == QLatin1String("prompt"))
        form = new PromptFlagForm(context(), m_names, this);
    else if (type == QLatin1String("kill_switch"))
        form = new KillSwitchForm(context(), m_names, this);
    else if (type == QLatin1String("mirror"))
        form = new MirrorForm(context(), m_names, this);
    else
        form = new CanaryForm(context(), m_names, this);
    connect(form, &FlagForm::typeChosen, this, [this](const QString& chosen, const QString& key) {
        create(specs::flags().collection, FlagForm::newFlag(chosen, key));
    });
    return form;
}

void FlagsPage::startNew() {
    create(specs::flags().collection, FlagForm::newFlag(QStringLiteral("canary"), {}));
}

QString FlagsPage::summary() const {
    int on = 0;
    for (int row = 0; row < m_flags->rowCount(); ++row)
        on += m_flags->objectAt(row).value(u"enabled").toBool(true) ? 1 : 0;
    return tr("%n flag(s) · %1 on", nullptr, m_flags->rowCount()).arg(on);
}

QList<QWidget*> FlagsPage::extraTitleControls(QWidget* parent) {
    auto* history = new QPushButton(tr("History"), parent);
    history->setToolTip(tr("Every change to flags, in the audit log"));
    connect(history, &QPushButton::clicked, this,
            [this] { Q_EMIT navigate(QStringLiteral("audit"), QStringLiteral("flag")); });
    return {history};
}

} // namespace tollgate::ui
