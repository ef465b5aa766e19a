#include "ui/shell/setup/setup_steps.h"

#include "ui/link/gateway_link.h"
#include "ui/link/long_work.h"
#include "ui/models/format.h"
#include "ui/models/gateway_words.h"
#include "ui/pages/providers/provider_presets.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/copy_button.h"
#include "ui/widgets/form_field.h"
#include "ui/widgets/money_spin.h"
#include "ui/widgets/paint.h"

#include <QComboBox>
#include <QJsonArray>
#include <QLineEdit>
#include <QPushButton>

namespace tollgate::ui {

SetupStep::SetupStep(const QString& title, const QString& explanation, QWidget* parent)
    : QWidget(parent)
    , m_title(title) {
    auto* column = makeColumn(12);
    setLayout(column);
    column->addWidget(makeLabel(title, ColorRole::Text, 3, QFont::DemiBold, this));
    addNote(makeLabel(explanation, ColorRole::TextMuted, 0, QFont::Normal, this));
    column->addSpacing(Theme::of(this).px(4));
}

void SetupStep::addNote(QLabel* label) {
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    layout()->addWidget(label);
}

// ---- address ----

AddressStep::AddressStep(GatewayLink& link, QWidget* parent)
    : SetupStep(
          tr("Where applications find it"),
          tr("Tollgate stands between your applications and the models. They talk to one address instead of "
             "to each vendor, with a key of their own."),
          parent)
    , m_link(link)
    , m_url(makeMonoLabel({}, ColorRole::Text, 2, this))
    , m_state(new Badge({}, Tone::Neutral, this))
    , m_detail(makeLabel({}, ColorRole::Bad, 0, QFont::Normal, this))
    , m_directory(makeLabel({}, ColorRole::TextMuted, 0, QFont::Normal, this))
    , m_otherPort(new QPushButton(tr("Use another port"), this)) {
    auto* row = makeRow(10);
    m_url->setTextInteractionFlags(Qt::TextSelectableByMouse);
    row->addWidget(m_url);
    row->addWidget(new CopyButton(
        tr("address"), [this] { return m_link.url(); }, this));
    row->addWidget(m_state);
    row->addStretch(1);
    auto* column = static_cast<QVBoxLayout*>(layout());
    column->addLayout(row);
    addNote(m_detail);
    m_otherPort->setAccessibleName(m_otherPort->text());
    m_otherPort->setObjectName(QStringLiteral("otherPort"));
    connect(m_otherPort, &QPushButton::clicked, this, [this] { m_link.startOnFreePort(); });
    column->addWidget(m_otherPort, 0, Qt::AlignLeft);
    addNote(m_directory);
    column->addStretch(1);
    connect(&m_link, &GatewayLink::stateChanged, this, &AddressStep::refresh);
}

void AddressStep::enter() {
    refresh();
    m_link.get(QStringLiteral("/status"), this, [this](const GatewayReply& reply) {
        const QString directory = reply.json.value(u"data_directory").toString();
        if (!directory.isEmpty())
            m_directory->setText(tr("What it knows is kept in %1, for you only.").arg(directory));
    });
}

void AddressStep::refresh() {
    const bool listening = m_link.state() == LinkState::Listening;
    const bool failed = m_link.state() == LinkState::Failed;
    m_url->setText(m_link.url());
    m_state->set(listening ? tr("listening")
                 : failed  ? tr("not listening")
                           : tr("starting"),
                 listening ? Tone::Good
                 : failed  ? Tone::Bad
                           : Tone::Neutral);
    m_detail->setText(m_link.stateDetail());
    m_detail->setVisible(failed);
    m_otherPort->setVisible((failed || listening) && m_link.canControl());
}

// ---- secrets ----

SecretsStep::SecretsStep(GatewayLink& link, QWidget* parent)
    : SetupStep(tr("Where keys are kept"),
                tr("Keys of providers are sealed with AES-256-GCM before they are stored. The key to that "
                   "seal is kept "
                   "apart from them."),
                parent)
    , m_link(link)
    , m_store(new Badge({}, Tone::Neutral, this))
    , m_note(makeLabel({}, ColorRole::TextMuted, 0, QFont::Normal, this)) {
    auto* column = static_cast<QVBoxLayout*>(layout());
    column->addWidget(m_store, 0, Qt::AlignLeft);
    addNote(m_note);
    column->addStretch(1);
}

void SecretsStep::enter() {
    m_link.get(QStringLiteral("/status"), this, [this](const GatewayReply& reply) {
        const QString store = reply.json.value(u"secret_store").toString();
        const bool keychain = store == u"keychain";
        const QString name = keychain                  ? tr("the desktop's keychain")
                             : store == u"file"        ? tr("a file that only you can read")
                             : store == u"environment" ? tr("the environment")
                                                       : tr("memory, until the gateway stops");
        m_store->set(reply.ok() ? name : tr("unknown"), keychain ? Tone::Good : Tone::Warning);
        m_note->setText(reply.ok() ? reply.json.value(u"secret_store_note").toString()
                                   : reply.errorMessage());
    });
}

// ---- provider ----

ProviderStep::ProviderStep(GatewayLink& link, QWidget* parent)
    : SetupStep(tr("The first provider"),
                tr("Where answers come from. Without a key of a vendor at hand, take the simulated one: it "
                   "needs no "
                   "network and costs nothing."),
                parent)
    , m_link(link)
    , m_preset(new QComboBox(this))
    , m_url(new QLineEdit(this))
    , m_key(new QLineEdit(this))
    , m_model(new QComboBox(this))
    , m_test(new QPushButton(tr("Test"), this))
    , m_badge(new Badge({}, Tone::Neutral, this))
    , m_result(makeLabel({}, ColorRole::TextMuted, 0, QFont::Normal, this)) {
    for (const ProviderPreset& preset : providerPresets())
        if (preset.kind != u"bedrock" &&
            preset.kind != u"azure_openai") // they take more than a key: their own page asks
            m_preset->addItem(preset.title, preset.id);
    m_preset->setObjectName(QStringLiteral("preset"));
    m_url->setObjectName(QStringLiteral("url"));
    m_key->setObjectName(QStringLiteral("key"));
    m_key->setEchoMode(QLineEdit::Password);
    m_model->setObjectName(QStringLiteral("model"));
    m_model->setEditable(true);
    m_model->lineEdit()->setPlaceholderText(tr("test to see what there is, or type it"));
    m_test->setObjectName(QStringLiteral("test"));
    m_test->setAccessibleName(tr("Test the provider"));
    m_badge->hide();
    auto* column = static_cast<QVBoxLayout*>(layout());
    column->addWidget(new FormField(tr("provider"), m_preset, this));
    m_urlField = new FormField(tr("base URL"), m_url, this);
    m_urlField->setParam(QStringLiteral("base_url"));
    column->addWidget(m_urlField);
    m_keyField = new FormField(tr("key"), m_key, this);
    m_keyField->setParam(QStringLiteral("credentials"));
    column->addWidget(m_keyField);
    auto* row = makeRow(10);
    row->addWidget(m_test);
    row->addWidget(m_badge);
    m_result->setWordWrap(true);
    m_result->setTextFormat(Qt::PlainText); // the provider's own words
    row->addWidget(m_result, 1);
    column->addLayout(row);
    column->addWidget(new FormField(tr("model"), m_model, this));
    column->addStretch(1);
    connect(m_preset, &QComboBox::currentIndexChanged, this, &ProviderStep::usePreset);
    m_check = new LongWork(link, this);
    connect(m_test, &QPushButton::clicked, this, &ProviderStep::test);
    connect(m_model, &QComboBox::editTextChanged, this, &SetupStep::changed);
    connect(m_url, &QLineEdit::textChanged, this, &SetupStep::changed);
    usePreset();
}

void ProviderStep::usePreset() {
    const ProviderPreset* preset = findPreset(m_preset->currentData().toString());
    if (!preset)
        return;
    ++m_tests; // an answer on its way is about another one
    const bool simulated = preset->kind == u"simulated";
    m_url->setText(preset->baseUrl);
    m_urlField->setVisible(!simulated);
    m_keyField->setVisible(!simulated);
    m_keyField->setHint(preset->keyHint);
    m_key->clear();
    m_model->clear();
    if (simulated)
        m_model->setEditText(QStringLiteral("mock"));
    m_badge->hide();
    m_result->clear();
    m_check->cancel();
    m_test->setText(tr("Test"));
    Q_EMIT changed();
}

void ProviderStep::test() {
    if (m_check->isRunning())
        return m_check->cancel();
    FormField::clearErrors(this);
    Starter starter;
    fill(starter);
    const int number = ++m_tests;
    m_test->setText(tr("Stop the test"));
    m_badge->set(tr("asking"), Tone::Neutral);
    m_badge->show();
    m_result->clear();
    m_check->start(
        "POST", QStringLiteral("/providers/check"), starterProvider(starter),
        [this, number](const GatewayReply& reply) {
            if (number != m_tests)
                return;
            m_test->setText(tr("Test"));
            if (LongWork::wasCancelled(reply))
                return m_badge->set(tr("stopped"), Tone::Neutral);
            const bool works = reply.ok() && reply.json.value(u"ok").toBool();
            m_badge->set(works ? tr("works") : tr("failed"), works ? Tone::Good : Tone::Bad);
            if (!works) {
                m_result->setText(reply.ok() ? gatewaySentence(reply.json.value(u"error").toString())
                                             : reply.errorMessage());
                return;
            }
            const QJsonArray models = reply.json.value(u"models").toArray();
            m_result->setText(tr("Answered in %1, %n models found.", nullptr, static_cast<int>(models.size()))
                                  .arg(format::milliseconds(reply.json.value(u"latency_ms").toDouble())));
            const QString typed = m_model->currentText();
            m_model->clear();
            for (const QJsonValue& model : models)
                m_model->addItem(model.toString());
            if (!typed.isEmpty())
                m_model->setEditText(typed);
            Q_EMIT changed();
        });
}

bool ProviderStep::isComplete() const {
    return !model().isEmpty() && (m_urlField->isHidden() || !url().isEmpty());
}

void ProviderStep::fill(Starter& starter) const {
    const ProviderPreset* preset = findPreset(m_preset->currentData().toString());
    starter.provider = preset->name.isEmpty() ? QStringLiteral("provider") : preset->name;
    starter.kind = preset->kind;
    starter.baseUrl = url();
    starter.apiKey = m_key->text().trimmed();
    starter.model = model();
}

void ProviderStep::restore(const QString& preset, const QString& url, const QString& model) {
    if (const int at = m_preset->findData(preset); at >= 0)
        m_preset->setCurrentIndex(at);
    if (!url.isEmpty())
        m_url->setText(url);
    if (!model.isEmpty())
        m_model->setEditText(model);
}

QString ProviderStep::preset() const {
    return m_preset->currentData().toString();
}
QString ProviderStep::model() const {
    return m_model->currentText().trimmed();
}
QString ProviderStep::url() const {
    return m_url->text().trimmed();
}
QString ProviderStep::result() const {
    return m_result->text();
}

// ---- policy ----

PolicyStep::PolicyStep(QWidget* parent)
    : SetupStep(
          tr("A name and a budget"),
          tr("Applications ask for an alias, so that the model behind it can change without them. The budget "
             "only warns; what blocks is set on the page Budgets."),
          parent)
    , m_alias(new QLineEdit(QStringLiteral("chat-default"), this))
    , m_project(new QLineEdit(QStringLiteral("main"), this))
    , m_keyName(new QLineEdit(QStringLiteral("first-key"), this))
    , m_budget(new MoneySpin(this)) {
    m_alias->setObjectName(QStringLiteral("alias"));
    m_budget->setObjectName(QStringLiteral("budget"));
    m_budget->setMaximum(1'000'000);
    m_budget->setNoneText(tr("none"));
    auto* column = static_cast<QVBoxLayout*>(layout());
    column->addWidget(new FormField(tr("alias"), m_alias, this));
    column->addWidget(new FormField(tr("budget per month"), m_budget, this));
    column->addWidget(new FormField(tr("project"), m_project, this));
    column->addWidget(new FormField(tr("name of the client key"), m_keyName, this));
    column->addStretch(1);
    for (QLineEdit* edit : {m_alias, m_project, m_keyName})
        connect(edit, &QLineEdit::textChanged, this, &SetupStep::changed);
}

bool PolicyStep::isComplete() const {
    return !alias().isEmpty() && !m_project->text().trimmed().isEmpty() &&
           !m_keyName->text().trimmed().isEmpty();
}

void PolicyStep::fill(Starter& starter) const {
    starter.alias = alias();
    starter.project = m_project->text().trimmed();
    starter.keyName = m_keyName->text().trimmed();
    if (m_budget->value() > 0)
        starter.budgetUsd = m_budget->value();
}

void PolicyStep::restore(const QString& alias, double budgetUsd) {
    if (!alias.isEmpty())
        m_alias->setText(alias);
    m_budget->setValue(budgetUsd);
}

QString PolicyStep::alias() const {
    return m_alias->text().trimmed();
}
double PolicyStep::budgetUsd() const {
    return m_budget->value();
}

} // namespace tollgate::ui
