#include "ui/pages/flags/canary_form.h"

#include "ui/link/gateway_link.h"
#include "ui/models/resource_catalogue.h"
#include "ui/models/resource_specs.h"
#include "ui/pages/flags/bucket_tester.h"
#include "ui/pages/flags/flag_history_card.h"
#include "ui/pages/flags/flag_text.h"
#include "ui/pages/flags/guardrails_card.h"
#include "ui/pages/flags/ramp_edit.h"
#include "ui/pages/flags/rules_edit.h"
#include "ui/pages/flags/split_card.h"
#include "ui/pages/forms/form_fields.h"
#include "ui/pages/forms/form_layout.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/percent_slider.h"
#include "ui/widgets/wrap_columns.h"

#include <QDateTime>
#include <QPushButton>
#include <QUrl>

namespace tollgate::ui {

namespace {
constexpr int kRailsWidth = 330;  // each guardrail in one line
constexpr int kReportMs = 10'000; // as often as the gateway checks guardrails
constexpr int kSplitMs = 60'000;
} // namespace

CanaryForm::CanaryForm(const UiContext& context, ResourceCatalogue* names, QWidget* parent)
    : FlagForm(context, names, QStringLiteral("canary"), parent) {
    auto* top = new WrapColumns(theme().px(12), {4, 3});
    Card* rollout = rolloutCard();
    m_guardrails = new GuardrailsCard(binding(), GuardrailsCard::Of::Canary, this);
    m_guardrails->setMinimumWidth(theme().px(kRailsWidth));
    for (Card* card : {rollout, static_cast<Card*>(m_guardrails)})
        top->addColumn(card, {});
    cards()->addLayout(top);
    auto* middle = new WrapColumns(theme().px(12), {4, 5});
    m_split = new SplitCard(this);
    middle->addColumn(rulesCard(), {});
    middle->addColumn(m_split, {});
    cards()->addLayout(middle);

    m_rollBack = new QPushButton(tr("Roll back to stable"), this);
    m_rollBack->setObjectName(QStringLiteral("rollBack"));
    m_rollBack->setToolTip(tr("Everyone gets stable from the next request on"));
    setKind(m_rollBack, "danger");
    m_rollBack->hide();
    connect(m_rollBack, &QPushButton::clicked, this, &CanaryForm::rollBack);

    m_reportTimer.setInterval(kReportMs);
    connect(&m_reportTimer, &QTimer::timeout, this, &CanaryForm::readReport);
    m_splitTimer.setInterval(kSplitMs);
    connect(&m_splitTimer, &QTimer::timeout, this, &CanaryForm::readSplit);
    connect(&binding(), &FormBinding::changed, this, &CanaryForm::refreshRest);
}

Card* CanaryForm::rolloutCard() {
    auto* card = new Card(tr("Rollout"), this);
    card->content()->addLayout(
        sideBySide({bindField::name(binding(), QStringLiteral("stable"), tr("stable"), targetPicker(card)),
                    bindField::name(binding(), QStringLiteral("canary"), tr("canary"), targetPicker(card))}));
    m_percent = new PercentSlider(tr("Rollout"), card);
    FormField* percent =
        bindField::percent(binding(), QStringLiteral("rollout_percent"), tr("rollout"), m_percent);
    percent->setLabelVisible(false);
    card->content()->addWidget(percent);

    auto* sticky = new ChoiceBox(card);
    sticky->addChoice(QStringLiteral("user"), tr("user"));
    sticky->addChoice(QStringLiteral("project"), tr("project"));
    sticky->addChoice(QStringLiteral("key"), tr("client key"));
    m_alias = new NamePicker(tr("which alias"), card);
    auto* salt = new QLineEdit(card);
    salt->setPlaceholderText(tr("none"));
    salt->setToolTip(tr("Another salt puts everyone into another bucket"));
    card->content()->addLayout(
        sideBySide({bindField::choice(binding(), QStringLiteral("sticky_by"), tr("sticky by"), sticky),
                    bindField::name(binding(), QStringLiteral("alias"), tr("alias"), m_alias),
                    bindField::text(binding(), QStringLiteral("salt"), tr("salt"), salt)}));
    auto* ramp = new RampEdit(card);
    auto* rampField = new FormField(tr("ramp"), ramp, card);
    rampField->setParam(QStringLiteral("ramp"));
    FormBinding::Field field;
    field.path = QStringLiteral("ramp");
    field.label = tr("ramp");
    field.read = [ramp] { return ramp->value(); };
    field.write = [ramp](const QJsonValue& value) { ramp->setValue(value); };
    field.showError = [rampField](const QString& message) { rampField->setError(message); };
    field.say = &RampEdit::say;
    field.editor = ramp;
    binding().add(std::move(field));
    connect(ramp, &RampEdit::changed, &binding(), &FormBinding::touch);
    card->content()->addWidget(rampField);
    card->content()->addStretch(1);
    return card;
}

Card* CanaryForm::rulesCard() {
    auto* card = new Card(tr("Rules"), this);
    card->setCaption(tr("first match wins"));
    m_rules = new RulesEdit(card);
    card->addHeaderWidget(m_rules->addButton());
    auto* rulesField = new FormField(tr("Rules"), m_rules, card);
    rulesField->setLabelVisible(false);
    rulesField->setParam(QStringLiteral("rules"));
    card->content()->addWidget(rulesField);
    FormBinding::Field field;
    field.path = QStringLiteral("rules");
    field.label = tr("rules");
    field.read = [this] { return QJsonValue(m_rules->rules()); };
    field.write = [this](const QJsonValue& value) { m_rules->setRules(value.toArray()); };
    field.showError = [rulesField](const QString& message) { rulesField->setError(message); };
    field.say = [](const QJsonValue& value) { return RulesEdit::say(value.toArray()); };
    field.editor = m_rules;
    binding().add(std::move(field));
    connect(m_rules, &RulesEdit::changed, &binding(), &FormBinding::touch);
    m_tester = new BucketTester(&link(), card);
    card->content()->addWidget(m_tester);
    card->content()->addStretch(1);
    return card;
}

QList<QAbstractButton*> CanaryForm::actions() const {
    return {m_rollBack};
}

void CanaryForm::refreshRest() {
    m_rules->setRest(tr("%1 canary").arg(flagText::percent(m_percent->value())));
}

void CanaryForm::namesChanged() {
    using Kind = ResourceCatalogue::Kind;
    m_alias->setNames(names().ids(Kind::Aliases));
    m_rules->setKnown(names().ids(Kind::Users), names().ids(Kind::Projects), names().ids(Kind::Keys));
}

void CanaryForm::shown(const QJsonObject& object, bool isNew) {
    FlagForm::shown(object, isNew);
    const QString key = isNew ? QString() : heading();
    m_tester->setFlag(key, object.value(u"sticky_by").toString(),
                      object.value(u"rollout_percent").toDouble());
    m_rollBack->setEnabled(object.value(u"rollout_percent").toDouble() > 0 ||
                           !object.value(u"rules").toArray().isEmpty());
    m_split->setVisible(!isNew);
    refreshRest();
    if (m_shownKey != key) {
        m_shownKey = key;
        m_guardrails->setReport({});
        m_split->clear();
    }
    if (isLive() && !isNew) {
        readReport();
        readSplit();
    }
}

void CanaryForm::liveChanged(bool live) {
    FlagForm::liveChanged(live);
    if (!live) {
        m_reportTimer.stop();
        m_splitTimer.stop();
        return;
    }
    m_reportTimer.start();
    m_splitTimer.start();
    readReport();
    readSplit();
}

void CanaryForm::readReport() {
    const QString key = heading();
    link().get(specs::flags().pathOf(key) + QStringLiteral("/report?window=24h"), this,
               [this, key](const GatewayReply& reply) {
                   if (reply.ok() && key == heading())
                       m_guardrails->setReport(reply.json);
               });
}

void CanaryForm::readSplit() {
    const QString key = heading();
    const QString from = QDateTime::currentDateTimeUtc().addDays(-1).toString(Qt::ISODate);
    const QString filter =
        QString::fromLatin1(QUrl::toPercentEncoding(QString(QStringLiteral("flag:") + key)));
    link().get(QStringLiteral("/usage?group_by=hour,arm&limit=1000&from=%1&filter=%2").arg(from, filter),
               this, [this, key](const GatewayReply& reply) {
                   if (!reply.ok() || key != heading())
                       return;
                   m_split->setSeries(
                       splitByHour(reply.json.value(u"data").toArray(), QDateTime::currentMSecsSinceEpoch()),
                       binding().original().value(u"rollout_percent").toDouble());
               });
}

void CanaryForm::rollBack() {
    const QString key = heading();
    m_rollBack->setEnabled(false);
    link().send("POST", specs::flags().pathOf(key) + QStringLiteral("/rollback"), {}, this,
                [this, key](const GatewayReply& reply) {
                    m_rollBack->setEnabled(true);
                    if (!reply.ok())
                        context().messages->error(reply.errorMessage());
                    else
                        Q_EMIT storedElsewhere(specs::flags().collection, key,
                                               tr("%1 is rolled back: everyone gets stable.").arg(key));
                });
}

} // namespace tollgate::ui
