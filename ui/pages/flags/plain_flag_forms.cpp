#include "ui/pages/flags/plain_flag_forms.h"

#include "ui/link/gateway_link.h"
#include "ui/models/resource_catalogue.h"
#include "ui/models/resource_specs.h"
#include "ui/pages/flags/flag_history_card.h"
#include "ui/pages/flags/guardrails_card.h"
#include "ui/pages/flags/rules_edit.h"
#include "ui/pages/flags/weights_edit.h"
#include "ui/pages/forms/form_fields.h"
#include "ui/pages/forms/form_layout.h"
#include "ui/widgets/card.h"
#include "ui/widgets/percent_slider.h"
#include "ui/widgets/wrap_columns.h"

#include <QPushButton>

namespace tollgate::ui {

using Kind = ResourceCatalogue::Kind;

namespace {
constexpr int kReportMs = 10'000; // as often as the gateway checks guardrails
} // namespace

PromptFlagForm::PromptFlagForm(const UiContext& context, ResourceCatalogue* names, QWidget* parent)
    : FlagForm(context, names, QStringLiteral("prompt"), parent) {
    auto* split = new Card(tr("Versions"), this);
    split->setCaption(tr("each user keeps their version"));
    m_prompt = new NamePicker(tr("which prompt"), split);
    m_default = new NamePicker(QStringLiteral("v1"), split);
    split->content()->addLayout(
        sideBySide({bindField::name(binding(), QStringLiteral("prompt"), tr("prompt"), m_prompt),
                    bindField::name(binding(), QStringLiteral("default"), tr("default, when the flag is off"),
                                    m_default)}));
    m_weights = new WeightsEdit(split);
    auto* weightsField = new FormField(tr("versions and weights"), m_weights, split);
    weightsField->setParam(QStringLiteral("weights"));
    split->content()->addWidget(weightsField);
    split->content()->addStretch(1);
    FormBinding::Field weights;
    weights.path = QStringLiteral("weights");
    weights.label = tr("weights");
    weights.read = [this] { return QJsonValue(m_weights->weights()); };
    weights.write = [this](const QJsonValue& value) { m_weights->setWeights(value.toObject()); };
    weights.showError = [weightsField](const QString& message) { weightsField->setError(message); };
    weights.editor = m_weights;
    binding().add(std::move(weights));
    connect(m_weights, &WeightsEdit::changed, &binding(), &FormBinding::touch);
    connect(m_weights, &WeightsEdit::changed, this, &PromptFlagForm::followWeights);

    auto* rulesCard = new Card(tr("Rules"), this);
    rulesCard->setCaption(tr("first match wins"));
    m_rules = new RulesEdit(rulesCard);
    m_rules->setRest(tr("by weight"));
    rulesCard->addHeaderWidget(m_rules->addButton());
    auto* rulesField = new FormField(tr("Rules"), m_rules, rulesCard);
    rulesField->setLabelVisible(false);
    rulesCard->content()->addWidget(rulesField);
    rulesCard->content()->addStretch(1);
    FormBinding::Field rules;
    rules.path = QStringLiteral("rules");
    rules.label = tr("rules");
    rules.read = [this] { return QJsonValue(m_rules->rules()); };
    rules.write = [this](const QJsonValue& value) { m_rules->setRules(value.toArray()); };
    rules.showError = [rulesField](const QString& message) { rulesField->setError(message); };
    rules.say = [](const QJsonValue& value) { return RulesEdit::say(value.toArray()); };
    rules.editor = m_rules;
    binding().add(std::move(rules));
    connect(m_rules, &RulesEdit::changed, &binding(), &FormBinding::touch);

    auto* row = new WrapColumns(theme().px(12));
    row->addColumn(split, {});
    row->addColumn(rulesCard, {});
    cards()->addLayout(row);
    m_guardrails = new GuardrailsCard(binding(), GuardrailsCard::Of::Versions, this);
    cards()->addWidget(m_guardrails);
    m_again.setInterval(kReportMs);
    connect(&m_again, &QTimer::timeout, this, &PromptFlagForm::readReport);
}

void PromptFlagForm::shown(const QJsonObject& object, bool isNew) {
    FlagForm::shown(object, isNew);
    m_guardrails->setDefaultVersion(object.value(u"default").toString());
    m_guardrails->setReport({});
    if (isLive() && !isNew)
        readReport();
}

void PromptFlagForm::liveChanged(bool live) {
    FlagForm::liveChanged(live);
    if (!live)
        return m_again.stop();
    m_again.start();
    readReport();
}

void PromptFlagForm::readReport() {
    const QString key = heading();
    link().get(specs::flags().pathOf(key) + QStringLiteral("/report?window=24h"), this,
               [this, key](const GatewayReply& reply) {
                   if (reply.ok() && key == heading())
                       m_guardrails->setReport(reply.json);
               });
}

void PromptFlagForm::followWeights() {
    m_default->setNames(m_weights->versions());
    m_rules->setServeChoices(m_weights->versions());
}

void PromptFlagForm::namesChanged() {
    m_prompt->setNames(names().ids(Kind::Prompts));
    m_rules->setKnown(names().ids(Kind::Users), names().ids(Kind::Projects), names().ids(Kind::Keys));
    followWeights();
}

KillSwitchForm::KillSwitchForm(const UiContext& context, ResourceCatalogue* names, QWidget* parent)
    : FlagForm(context, names, QStringLiteral("kill_switch"), parent) {
    auto* card = new Card(tr("What it cuts off"), this);
    card->setCaption(tr("while it is on, no request goes there"));
    m_what = new ChoiceBox(card);
    m_what->setObjectName(QStringLiteral("killWhat"));
    m_what->addChoice(QStringLiteral("provider"), tr("a whole provider"));
    m_what->addChoice(QStringLiteral("target"), tr("one provider/model"));
    guardWheel(m_what);
    m_provider = new NamePicker(tr("which provider"), card);
    m_providerField =
        bindField::name(binding(), QStringLiteral("provider"), tr("provider"), m_provider, true);
    m_targetField =
        bindField::name(binding(), QStringLiteral("target"), tr("target"), targetPicker(card), true);
    card->content()->addLayout(
        sideBySide({new FormField(tr("cuts off"), m_what, card), m_providerField, m_targetField}));
    cards()->addWidget(card);
    connect(m_what, &QComboBox::activated, this, [this] {
        // One of the two: the other is cleared, so that the flag says one thing.
        const bool provider = m_what->id() == QLatin1String("provider");
        static_cast<NamePicker*>((provider ? m_targetField : m_providerField)->editor())->setName({});
        followWhat();
    });
    connect(&binding(), &FormBinding::loaded, this, [this] {
        const bool target = !binding().value(QStringLiteral("target")).toString().isEmpty();
        m_what->setId(target ? QStringLiteral("target") : QStringLiteral("provider"));
        followWhat();
    });
}

void KillSwitchForm::followWhat() {
    const bool provider = m_what->id() == QLatin1String("provider");
    m_providerField->setVisible(provider);
    m_targetField->setVisible(!provider);
}

void KillSwitchForm::namesChanged() {
    m_provider->setNames(names().ids(Kind::Providers));
}

MirrorForm::MirrorForm(const UiContext& context, ResourceCatalogue* names, QWidget* parent)
    : FlagForm(context, names, QStringLiteral("mirror"), parent) {
    auto* card = new Card(tr("Mirror"), this);
    card->setCaption(tr("answers are thrown away, the cost is booked apart"));
    m_alias = new NamePicker(tr("which alias"), card);
    card->content()->addLayout(sideBySide(
        {bindField::name(binding(), QStringLiteral("alias"), tr("requests of alias"), m_alias),
         bindField::name(binding(), QStringLiteral("target"), tr("also sent to"), targetPicker(card))}));
    auto* percent = new PercentSlider(tr("Share of requests mirrored"), card);
    card->content()->addWidget(
        bindField::percent(binding(), QStringLiteral("percent"), tr("share of requests"), percent));
    cards()->addWidget(card);
}

void MirrorForm::namesChanged() {
    m_alias->setNames(names().ids(Kind::Aliases));
}

} // namespace tollgate::ui
