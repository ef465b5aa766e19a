#include "ui/pages/providers/provider_form.h"

#include "ui/link/gateway_link.h"
#include "ui/link/long_work.h"
#include "ui/models/resource_specs.h"
#include "ui/pages/forms/form_fields.h"
#include "ui/pages/forms/form_layout.h"
#include "ui/pages/providers/credential_edit.h"
#include "ui/pages/providers/deployments_edit.h"
#include "ui/pages/providers/provider_health_card.h"
#include "ui/pages/providers/provider_presets.h"
#include "ui/widgets/message_bar.h"

#include <QPointer>
#include <QPushButton>

namespace tollgate::ui {

ProviderForm::ProviderForm(const UiContext& context, QWidget* parent)
    : ObjectForm(context, parent) {
    const CardColumns columns = cardColumns();
    auto* column = makeColumn(12);
    setLayout(column);
    column->addLayout(columns.row);
    column->addStretch(1);
    columns.left->addWidget(connectionCard());
    m_azure = azureCard();
    columns.left->addWidget(m_azure);
    m_bedrock = bedrockCard();
    columns.left->addWidget(m_bedrock);
    columns.left->addWidget(timeoutsCard());
    columns.left->addStretch(1);
    m_health = new ProviderHealthCard(this);
    columns.right->addWidget(m_health);
    connect(m_health, &ProviderHealthCard::resetRequested, this, &ProviderForm::resetCircuit);
    m_simulated = simulatedCard();
    columns.right->addWidget(m_simulated);
    columns.right->addStretch(1);

    m_test = new QPushButton(tr("Test"), this);
    m_test->setToolTip(tr("Ask the provider now and show what it answers"));
    m_test->hide();
    m_check = new LongWork(link(), this);
    connect(m_test, &QPushButton::clicked, this, &ProviderForm::test);
}

Card* ProviderForm::connectionCard() {
    auto* card = new Card(tr("Connection"), this);
    m_preset = new ChoiceBox(card);
    m_preset->addChoice({}, tr("Start from…"));
    for (const ProviderPreset& preset : providerPresets())
        m_preset->addChoice(preset.id, preset.title);
    m_preset->setObjectName(QStringLiteral("preset"));
    guardWheel(m_preset);
    m_presetField = new FormField(tr("preset"), m_preset, card);
    connect(m_preset, &QComboBox::activated, this, [this] { usePreset(m_preset->id()); });
    card->content()->addWidget(m_presetField);

    m_kind = new ChoiceBox(card);
    for (const QString& kind : providerKinds())
        m_kind->addChoice(kind, providerKindText(kind));
    auto* name = new QLineEdit(card);
    name->setFont(theme().monoFont(-0.25));
    card->content()->addLayout(
        sideBySide({bindField::text(binding(), QStringLiteral("name"), tr("name"), name),
                    bindField::choice(binding(), QStringLiteral("kind"), tr("kind"), m_kind)}));
    binding().fixAfterCreation(QStringLiteral("name"));
    bindField::required(binding(), QStringLiteral("name"), tr("A provider needs a name."));
    connect(m_kind, &QComboBox::currentIndexChanged, this, &ProviderForm::followKind);

    auto* url = new QLineEdit(card);
    url->setFont(theme().monoFont(-0.25));
    url->setPlaceholderText(QStringLiteral("https://host/v1"));
    m_urlField = bindField::text(binding(), QStringLiteral("base_url"), tr("base URL"), url);
    card->content()->addWidget(m_urlField);

    m_credentials = new CredentialEdit(card);
    m_keyField = new FormField(tr("credential"), m_credentials, card);
    m_keyField->setParam(QStringLiteral("credentials"));
    card->content()->addWidget(m_keyField);
    FormBinding::Field field;
    field.path = QStringLiteral("credentials");
    field.label = tr("credential");
    field.read = [this] { return m_credentials->value(); };
    field.write = [this](const QJsonValue& value) { m_credentials->setStored(value); };
    field.showError = [this](const QString& message) { m_keyField->setError(message); };
    field.say = [this](const QJsonValue& value) { return m_credentials->say(value); };
    field.editor = m_credentials;
    binding().add(std::move(field));
    connect(m_credentials, &CredentialEdit::changed, &binding(), &FormBinding::touch);
    return card;
}

Card* ProviderForm::timeoutsCard() {
    auto* card = new Card(tr("Timeouts and retries"), this);
    const QString ms = tr(" ms");
    const auto timeout = [&](const char* path, const QString& label) {
        return bindField::number(binding(), QString::fromLatin1(path), label,
                                 makeSpin(1, 86'400'000, ms, card));
    };
    card->content()->addLayout(sideBySide({timeout("timeouts_ms.connect", tr("connect")),
                                           timeout("timeouts_ms.first_byte", tr("first byte"))}));
    card->content()->addLayout(sideBySide({timeout("timeouts_ms.idle", tr("between bytes")),
                                           timeout("timeouts_ms.total", tr("whole request"))}));
    card->content()->addLayout(sideBySide(
        {bindField::number(binding(), QStringLiteral("max_retries"), tr("retries"),
                           makeSpin(0, 10, {}, card)),
         bindField::optionalNumber(binding(), QStringLiteral("max_parallel"), tr("requests in parallel"),
                                   new OptionalNumberEdit(tr("no limit"), card))}));
    return card;
}

Card* ProviderForm::simulatedCard() {
    auto* card = new Card(tr("Simulated behaviour"), this);
    card->setCaption(tr("no network, no cost"));
    const auto isSimulated = [this] { return isKind("simulated"); };
    const auto percent = [&](const char* path, const QString& label) {
        return bindField::decimal(binding(), QString::fromLatin1(path), label,
                                  makeDecimal(0, 100, 2, tr(" %"), card), 100);
    };
    card->content()->addLayout(sideBySide(
        {bindField::decimal(binding(), QStringLiteral("options.mean_latency_ms"), tr("mean latency"),
                            makeDecimal(0, 600'000, 1, tr(" ms"), card)),
         bindField::decimal(binding(), QStringLiteral("options.tokens_per_second"), tr("tokens / s"),
                            makeDecimal(0, 100'000, 1, {}, card)),
         bindField::number(binding(), QStringLiteral("options.seed"), tr("seed"),
                           makeSpin(0, 2'000'000'000, {}, card)),
         percent("options.p_timeout", tr("time-outs")), percent("options.p_error", tr("errors")),
         percent("options.p_long_tail", tr("long tail")), percent("options.p_rate_limit", tr("rate limited")),
         percent("options.p_stall", tr("stalls")), percent("options.p_truncate", tr("cut off"))}));
    auto* reply = new QLineEdit(card);
    reply->setFont(theme().monoFont(-0.5));
    FormField* replyField = bindField::text(binding(), QStringLiteral("options.reply"), tr("reply"), reply);
    replyField->setHint(tr("{provider}, {model} and {prompt:N} are filled in."));
    card->content()->addWidget(replyField);
    for (const char* path :
         {"options.mean_latency_ms", "options.tokens_per_second", "options.seed", "options.p_timeout",
          "options.p_error", "options.p_long_tail", "options.p_rate_limit", "options.p_stall",
          "options.p_truncate", "options.reply"})
        binding().onlyWhen(QString::fromLatin1(path), isSimulated);
    return card;
}

Card* ProviderForm::azureCard() {
    auto* card = new Card(tr("Azure"), this);
    auto* version = new QLineEdit(card);
    version->setFont(theme().monoFont(-0.25));
    version->setPlaceholderText(QStringLiteral("2024-10-21"));
    card->content()->addWidget(
        bindField::text(binding(), QStringLiteral("options.api_version"), tr("API version"), version, true));
    auto* deployments = new DeploymentsEdit(card);
    deployments->setFont(theme().monoFont(-0.5));
    deployments->setFixedHeight(theme().px(88));
    const QString path = QStringLiteral("options.deployments");
    deployments->setObjectName(path);
    auto* field = new FormField(tr("deployments"), deployments, card);
    field->setParam(path);
    field->setHint(
        tr("One model = deployment per line. A model that is not named here is its own deployment."));
    card->content()->addWidget(field);
    FormBinding::Field entry;
    entry.path = path;
    entry.label = tr("deployments");
    entry.read = [deployments] { return QJsonValue(deployments->value()); };
    entry.write = [deployments](const QJsonValue& value) { deployments->setValue(value.toObject()); };
    entry.showError = [field](const QString& message) { field->setError(message); };
    entry.check = [this, deployments] { return isKind("azure_openai") ? deployments->mistake() : QString(); };
    entry.say = [](const QJsonValue& value) { return DeploymentsEdit::say(value.toObject()); };
    entry.editor = deployments;
    binding().add(std::move(entry));
    connect(deployments, &QPlainTextEdit::textChanged, &binding(), &FormBinding::touch);
    for (const char* one : {"options.api_version", "options.deployments"})
        binding().onlyWhen(QString::fromLatin1(one), [this] { return isKind("azure_openai"); });
    return card;
}

Card* ProviderForm::bedrockCard() {
    auto* card = new Card(tr("AWS"), this);
    auto* region = new QLineEdit(card);
    region->setFont(theme().monoFont(-0.25));
    region->setPlaceholderText(QStringLiteral("us-east-1"));
    const QString path = QStringLiteral("options.region");
    FormField* field = bindField::text(binding(), path, tr("region"), region, true);
    field->setHint(tr("The one in the base URL; requests are signed for it."));
    card->content()->addWidget(field);
    binding().onlyWhen(path, [this] { return isKind("bedrock"); });
    return card;
}

bool ProviderForm::isKind(const char* kind) const {
    return m_kind->id() == QLatin1String(kind);
}

QString ProviderForm::heading() const {
    return binding().original().value(u"name").toString();
}

QString ProviderForm::kindText() const {
    return providerKindText(binding().value(QStringLiteral("kind")).toString());
}

QList<QAbstractButton*> ProviderForm::actions() const {
    return {m_test};
}

void ProviderForm::shown(const QJsonObject& object, bool isNew) {
    m_presetField->setVisible(isNew);
    if (isNew)
        m_preset->setCurrentIndex(0);
    m_health->setVisible(!isNew);
    m_health->setHealth(object.value(u"health").toObject());
    if (m_checkedName != heading())
        m_health->clearCheck();
    followKind();
}

void ProviderForm::followKind() {
    const bool simulated = isKind("simulated");
    m_simulated->setVisible(simulated);
    m_azure->setVisible(isKind("azure_openai"));
    m_bedrock->setVisible(isKind("bedrock"));
    m_urlField->setVisible(!simulated);
    m_urlField->setHint(baseUrlHint(m_kind->id()));
    m_keyField->setVisible(!simulated);
    m_credentials->setTakesAccessKeys(isKind("bedrock"));
}

void ProviderForm::usePreset(const QString& id) {
    const ProviderPreset* preset = findPreset(id);
    if (!preset)
        return;
    binding().fill(newProvider(*preset));
    m_keyField->setHint(preset->keyHint);
    followKind();
}

void ProviderForm::test() {
    if (m_check->isRunning())
        return m_check->cancel();
    m_checkedName = heading();
    m_health->showChecking();
    m_test->setText(tr("Stop the test"));
    const QString path = specs::providers().pathOf(m_checkedName) + QStringLiteral("/check");
    m_check->start("POST", path, {}, [this, name = m_checkedName](const GatewayReply& reply) {
        m_test->setText(tr("Test"));
        if (name == heading())
            m_health->showCheck(reply);
    });
}

void ProviderForm::resetCircuit() {
    const QString name = heading();
    link().send("POST", specs::providers().pathOf(name) + QStringLiteral("/reset"), {}, this,
                [this, name](const GatewayReply& reply) {
                    if (!reply.ok())
                        return context().messages->error(reply.errorMessage());
                    context().messages->success(tr("%1 gets requests again.").arg(name));
                    if (name == heading())
                        m_health->setHealth(reply.json.value(u"health").toObject());
                });
}

} // namespace tollgate::ui
