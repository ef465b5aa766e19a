#include "ui/pages/aliases/alias_form.h"

#include "ui/link/gateway_link.h"
#include "ui/models/resource_catalogue.h"
#include "ui/pages/aliases/explain_card.h"
#include "ui/pages/aliases/live_share_card.h"
#include "ui/pages/aliases/targets_edit.h"
#include "ui/pages/forms/form_fields.h"
#include "ui/pages/forms/form_layout.h"

#include <QDateTime>
#include <QUrl>

namespace tollgate::ui {

namespace {
constexpr int kShareMs = 10'000;
} // namespace

AliasForm::AliasForm(const UiContext& context, ResourceCatalogue* names, QWidget* parent)
    : ObjectForm(context, parent)
    , m_names(names) {
    const CardColumns columns = cardColumns(11, 10);
    auto* column = makeColumn(12);
    setLayout(column);
    column->addLayout(columns.row);
    column->addStretch(1);
    columns.left->addWidget(routeCard());
    auto* targets = new Card(tr("Targets"), this);
    m_targets = addTargets(targets, QStringLiteral("targets"), tr("targets"), true);
    columns.left->addWidget(targets);
    auto* fallbacks = new Card(tr("Fallbacks"), this);
    fallbacks->setCaption(tr("tried in order when a target fails"));
    m_fallbacks = addTargets(fallbacks, QStringLiteral("fallbacks"), tr("fallbacks"), false);
    m_fallbacks->setEmptyText(tr("None: a failed request fails."));
    columns.left->addWidget(fallbacks);
    columns.left->addStretch(1);

    m_share = new LiveShareCard(this);
    columns.right->addWidget(m_share);
    m_explain = new ExplainCard(&link(), this);
    columns.right->addWidget(m_explain);
    columns.right->addStretch(1);

    const auto fill = [this] {
        const QStringList references = m_names->ids(ResourceCatalogue::Kind::Models);
        m_targets->setNames(references);
        m_fallbacks->setNames(references);
    };
    connect(m_names, &ResourceCatalogue::changed, this, fill);
    fill();
    m_timer.setInterval(kShareMs);
    connect(&m_timer, &QTimer::timeout, this, &AliasForm::readShare);
}

Card* AliasForm::routeCard() {
    auto* card = new Card(tr("Alias"), this);
    auto* name = new QLineEdit(card);
    name->setFont(theme().monoFont(-0.25));
    m_strategy = new ChoiceBox(card);
    for (const char* strategy : {"simple", "weighted", "least_latency", "least_cost", "auto"})
        m_strategy->addChoice(QString::fromLatin1(strategy), strategyText(QString::fromLatin1(strategy)));
    auto* unsupported = new ChoiceBox(card);
    unsupported->addChoice(QStringLiteral("drop"), tr("leave out"));
    unsupported->addChoice(QStringLiteral("reject"), tr("refuse the request"));
    unsupported->addChoice(QStringLiteral("pass"), tr("pass on"));
    card->content()->addLayout(
        sideBySide({bindField::text(binding(), QStringLiteral("alias"), tr("name"), name),
                    bindField::choice(binding(), QStringLiteral("strategy"), tr("strategy"), m_strategy),
                    bindField::choice(binding(), QStringLiteral("unsupported_params"),
                                      tr("unsupported fields"), unsupported)}));
    binding().fixAfterCreation(QStringLiteral("alias"));
    bindField::required(binding(), QStringLiteral("alias"), tr("An alias needs a name."));
    connect(m_strategy, &QComboBox::currentIndexChanged, this, &AliasForm::followStrategy);
    return card;
}

TargetsEdit* AliasForm::addTargets(Card* card, const QString& path, const QString& label, bool weights) {
    auto* edit =
        new TargetsEdit(weights ? TargetsEdit::Weights::Shown : TargetsEdit::Weights::Hidden, label, card);
    edit->setObjectName(path);
    auto* labelled = new FormField(label, edit, card);
    labelled->setLabelVisible(false);
    labelled->setParam(path);
    card->content()->addWidget(labelled);
    FormBinding::Field field;
    field.path = path;
    field.label = label;
    field.read = [edit] { return QJsonValue(edit->targets()); };
    field.write = [edit](const QJsonValue& value) { edit->setTargets(value.toArray()); };
    field.showError = [labelled](const QString& message) { labelled->setError(message); };
    field.say = [](const QJsonValue& value) { return TargetsEdit::say(value.toArray()); };
    field.editor = edit;
    binding().add(std::move(field));
    connect(edit, &TargetsEdit::changed, &binding(), &FormBinding::touch);
    return edit;
}

QString AliasForm::strategyText(const QString& strategy) {
    if (strategy == QLatin1String("simple"))
        return tr("first that works");
    if (strategy == QLatin1String("weighted"))
        return tr("by weight");
    if (strategy == QLatin1String("least_latency"))
        return tr("the fastest");
    if (strategy == QLatin1String("least_cost"))
        return tr("the cheapest");
    if (strategy == QLatin1String("auto"))
        return tr("by the task");
    return strategy;
}

QString AliasForm::heading() const {
    return binding().original().value(u"alias").toString();
}

QString AliasForm::kindText() const {
    return binding().value(QStringLiteral("strategy")).toString();
}

void AliasForm::followStrategy() {
    m_targets->setWeighted(m_strategy->id() == QLatin1String("weighted"));
}

void AliasForm::shown(const QJsonObject&, bool isNew) {
    followStrategy();
    m_share->setVisible(!isNew);
    m_explain->setVisible(!isNew);
    m_explain->setAlias(heading());
    if (m_shown != heading()) {
        m_shown = heading();
        m_share->setRows({});
        if (isLive() && !isNew)
            readShare();
    }
}

void AliasForm::liveChanged(bool live) {
    if (!live) {
        m_timer.stop();
        return;
    }
    m_timer.start();
    readShare();
}

void AliasForm::readShare() {
    const QString alias = heading();
    const QString from = QDateTime::currentDateTimeUtc().addSecs(-3600).toString(Qt::ISODate);
    const QString filter =
        QString::fromLatin1(QUrl::toPercentEncoding(QString(QStringLiteral("alias:") + alias)));
    link().get(QStringLiteral("/usage?group_by=provider,model&from=%1&filter=%2").arg(from, filter), this,
               [this, alias](const GatewayReply& reply) {
                   if (reply.ok() && alias == heading())
                       m_share->setRows(reply.json.value(u"data").toArray());
               });
}

} // namespace tollgate::ui
