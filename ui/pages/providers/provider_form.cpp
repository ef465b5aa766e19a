#include "ui/pages/providers/provider_form.h"

#include "ui/link/gateway_link.h"
#include "ui/models/resource_specs.h"
#include "ui/pages/forms/form_fields.h"
#include "ui/pages/forms/form_layout.h"
#include "ui/pages/providers/credential_edit.h"
#include "ui/pages/providers/provider_health_card.h"
#include "ui/pages/providers/provider_presets.h"

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
    columns.left->addWidget(timeoutsCard());
    columns.left->addStretch(1);
    m_health = new ProviderHealthCard(this);
    columns.right->addWidget(m_health);
    m_simulated = simulatedCard();
    columns.right->addWidget(m_simulated);
    columns.right->addStretch(1);

    m_test = new QPushButton(tr("Test"), this);
    m_test->setToolTip(tr("Ask the provider now and show what it answers"));
    m_test->hide();
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
    for (const char* kind : {"openai", "openai_compatible", "simulated"})
        m_kind->addChoice(QString::fromLatin1(kind), providerKindText(QString::fromLatin1(kind)));
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
    m_urlField->setHint(tr("What stands before /chat/completions."));
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
    const auto isSimulated = [this] { return m_kind->id() == QLatin1String("simulated"); };
    const auto percent = [&](const char* path, const QString& label) {
        return bindField::decimal(binding(), QString::fromLatin1(path), label,
                                  makeDecimal(0, 100, 2, tr(" %"), card), 100);
    };
    card->content()->addLayout(
        sideBySide({bindField::decimal(binding(), QStringLiteral("options.mean_latency_ms"),
                                       tr("mean latency"), makeDecimal(0, 600'000, 1, tr(" ms"), card)),
                    bindField::decimal(binding(), QStringLiteral("options.tokens_per_second"),
                                       tr("tokens per second"), makeDecimal(0, 100'000, 1, {}, card)),
                    bindField::number(binding(), QStringLiteral("options.seed"), tr("seed"),
                                      makeSpin(0, 2'000'000'000, {}, card))}));
    card->content()->addLayout(
        sideBySide({percent("options.p_timeout", tr("time-outs")), percent("options.p_error", tr("errors")),
                    percent("options.p_long_tail", tr("long tail"))}));
    auto* reply = new QLineEdit(card);
    reply->setFont(theme().monoFont(-0.5));
    FormField* replyField = bindField::text(binding(), QStringLiteral("options.reply"), tr("reply"), reply);
    replyField->setHint(tr("{provider}, {model} and {prompt:N} are filled in."));
    card->content()->addWidget(replyField);
    for (const char* path : {"options.mean_latency_ms", "options.tokens_per_second", "options.seed",
                             "options.p_timeout", "options.p_error", "options.p_long_tail", "options.reply"})
        binding().onlyWhen(QString::fromLatin1(path), isSimulated);
    return card;
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
    const bool simulated = m_kind->id() == QLatin1String("simulated");
    m_simulated->setVisible(simulated);
    m_urlField->setVisible(!simulated);
    m_keyField->setVisible(!simulated);
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
    m_checkedName = heading();
    m_health->showChecking();
    m_test->setEnabled(false);
    const QString path = specs::providers().pathOf(m_checkedName) + QStringLiteral("/check");
    link().send("POST", path, {}, this, [this, name = m_checkedName](const GatewayReply& reply) {
        m_test->setEnabled(true);
        if (name == heading())
            m_health->showCheck(reply);
    });
}

} // namespace tollgate::ui
