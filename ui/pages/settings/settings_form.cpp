#include "ui/pages/settings/settings_form.h"

#include "ui/models/resource_catalogue.h"
#include "ui/pages/forms/form_fields.h"
#include "ui/pages/forms/form_layout.h"
#include "ui/widgets/card.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/tag_edit.h"
#include "ui/widgets/toggle_switch.h"

#include <QHBoxLayout>

namespace tollgate::ui {

namespace {

constexpr int kMostDays = 3'650;
constexpr int kMostMb = 1'048'576;
constexpr int kWeekSeconds = 7 * 24 * 3'600;
constexpr int kDaySeconds = 86'400;
constexpr int kMostJobs = 1'024;
constexpr int kMostHours = 24 * 365;
constexpr int kMostJobsMb = 1'048'576;

QString path(const char* text) {
    return QString::fromLatin1(text);
}

} // namespace

SettingsForm::SettingsForm(ResourceCatalogue* names, QWidget* parent)
    : QObject(parent)
    , m_parent(parent)
    , m_names(names) {}

Card* SettingsForm::accessCard() {
    auto* card = new Card(tr("Who may call"), m_parent);
    auto* auth = new ChoiceBox(card);
    auth->addChoice(path("required"), tr("everybody needs a client key"));
    auth->addChoice(path("optional_on_loopback"), tr("this machine may call without a key"));
    card->content()->addWidget(bindField::choice(m_binding, path("auth"), tr("client keys"), auth));
    auto* origins = new TagEdit(tr("https://app.example.com"), card);
    FormField* field =
        bindField::tags(m_binding, path("cors_origins"), tr("web pages that may call"), origins);
    field->setHint(tr("Origins, without a path. None: no page in a browser may."));
    card->content()->addWidget(field);

    auto* row = makeRow(10);
    auto* hooks = new ToggleSwitch(tr("Webhooks may go to private addresses"), card);
    hooks->setObjectName(path("webhook_allow_private"));
    row->addWidget(hooks);
    auto* text =
        makeLabel(tr("Webhooks may go to private addresses"), ColorRole::Text, -0.25, QFont::Normal, card);
    text->setBuddy(hooks);
    row->addWidget(text, 1);
    card->content()->addLayout(row);
    FormBinding::Field hook;
    hook.path = path("webhook_allow_private");
    hook.label = tr("webhooks to private addresses");
    hook.read = [hooks] { return QJsonValue(hooks->isChecked()); };
    hook.write = [hooks](const QJsonValue& value) { hooks->setChecked(value.toBool()); };
    hook.editor = hooks;
    m_binding.add(std::move(hook));
    connect(hooks, &QAbstractButton::toggled, &m_binding, &FormBinding::touch);
    return card;
}

Card* SettingsForm::keepingCard() {
    auto* card = new Card(tr("What is kept"), m_parent);
    auto* capture = new ChoiceBox(card);
    capture->addChoice(path("off"), tr("never"));
    capture->addChoice(path("errors"), tr("of failed requests"));
    capture->addChoice(path("all"), tr("of all requests"));
    FormField* bodies =
        bindField::choice(m_binding, path("capture_bodies"), tr("request and response bodies"), capture);
    auto* failure = new ChoiceBox(card);
    failure->addChoice(path("serve"), tr("serve, and count what is lost"));
    failure->addChoice(path("refuse"), tr("refuse requests"));
    card->content()->addLayout(
        sideBySide({bodies, bindField::choice(m_binding, path("on_ledger_failure"),
                                              tr("when the disk takes no more"), failure)}));
    card->content()->addLayout(
        sideBySide({bindField::number(m_binding, path("retention_days"), tr("requests are kept for"),
                                      makeSpin(1, kMostDays, tr(" days"), card)),
                    bindField::number(m_binding, path("max_database_mb"), tr("database at most"),
                                      makeSpin(16, kMostMb, tr(" MB"), card))}));
    return card;
}

Card* SettingsForm::cacheCard() {
    auto* card = new Card(tr("Cache"), m_parent);
    auto* mode = new ChoiceBox(card);
    mode->addChoice(path("off"), tr("off"));
    mode->addChoice(path("exact"), tr("the same request, the same answer"));
    card->content()->addWidget(
        bindField::choice(m_binding, path("cache"), tr("answers from the cache"), mode));
    card->content()->addLayout(
        sideBySide({bindField::number(m_binding, path("cache_ttl_seconds"), tr("good for"),
                                      makeSpin(1, kWeekSeconds, tr(" s"), card)),
                    bindField::number(m_binding, path("cache_max_mb"), tr("memory at most"),
                                      makeSpin(1, 65'536, tr(" MB"), card))}));
    return card;
}

Card* SettingsForm::healthCard() {
    auto* card = new Card(tr("Health of providers"), m_parent);
    FormField* probes = bindField::number(m_binding, path("health_probe_seconds"), tr("checked every"),
                                          makeSpin(0, kDaySeconds, tr(" s"), card));
    probes->setHint(tr("0: never by itself."));
    card->content()->addLayout(
        sideBySide({probes,
                    bindField::number(m_binding, path("breaker.failures"), tr("circuit opens after"),
                                      makeSpin(1, 1'000, tr(" failures"), card)),
                    bindField::number(m_binding, path("breaker.window_seconds"), tr("within"),
                                      makeSpin(1, kDaySeconds, tr(" s"), card))}));
    card->content()->addLayout(
        sideBySide({bindField::number(m_binding, path("breaker.cooldown_seconds"), tr("tries again after"),
                                      makeSpin(1, kDaySeconds, tr(" s"), card)),
                    bindField::number(m_binding, path("breaker.max_cooldown_seconds"),
                                      tr("growing to at most"), makeSpin(1, kDaySeconds, tr(" s"), card)),
                    bindField::number(m_binding, path("breaker.successes"), tr("closes after"),
                                      makeSpin(1, 1'000, tr(" successes"), card))}));
    return card;
}

Card* SettingsForm::jobsCard() {
    auto* card = new Card(tr("Tasks and batches"), m_parent);
    FormField* parallel = bindField::number(m_binding, path("jobs_parallel"), tr("run at a time"),
                                            makeSpin(1, kMostJobs, tr(" requests"), card));
    FormField* kept = bindField::number(m_binding, path("task_ttl_hours"), tr("results are kept for"),
                                        makeSpin(1, kMostHours, tr(" hours"), card));
    card->content()->addLayout(sideBySide({parallel, kept}));
    card->content()->addLayout(
        sideBySide({bindField::number(m_binding, path("jobs_max_mb"), tr("stored at most"),
                                      makeSpin(1, kMostJobsMb, tr(" MB"), card)),
                    bindField::number(m_binding, path("jobs_project_max_mb"), tr("of one project at most"),
                                      makeSpin(1, kMostJobsMb, tr(" MB"), card))}));
    return card;
}

Card* SettingsForm::defaultsCard() {
    auto* card = new Card(tr("When a request names none"), m_parent);
    auto* alias = new NamePicker(tr("none"), card);
    auto* prompt = new NamePicker(tr("none"), card);
    card->content()->addLayout(
        sideBySide({bindField::name(m_binding, path("default_alias"), tr("default alias"), alias),
                    bindField::name(m_binding, path("default_prompt"), tr("default prompt"), prompt)}));
    const auto fill = [this, alias, prompt] {
        alias->setNames(m_names->ids(ResourceCatalogue::Kind::Aliases));
        prompt->setNames(m_names->ids(ResourceCatalogue::Kind::Prompts));
    };
    connect(m_names, &ResourceCatalogue::changed, this, fill);
    fill();
    return card;
}

} // namespace tollgate::ui
