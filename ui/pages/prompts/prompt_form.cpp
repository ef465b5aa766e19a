#include "ui/pages/prompts/prompt_form.h"

#include "ui/link/gateway_link.h"
#include "ui/models/resource_catalogue.h"
#include "ui/pages/flags/flag_text.h"
#include "ui/pages/forms/form_fields.h"
#include "ui/pages/forms/form_layout.h"
#include "ui/pages/prompts/compare_card.h"
#include "ui/pages/prompts/preview_card.h"
#include "ui/pages/prompts/version_text.h"
#include "ui/pages/prompts/versions_card.h"
#include "ui/widgets/card.h"
#include "ui/widgets/copy_button.h"
#include "ui/widgets/diff_view.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/wrap_columns.h"

#include <QDateTime>
#include <QPushButton>
#include <QUrl>

namespace tollgate::ui {

namespace {

constexpr int kUseEveryMs = 15'000;
constexpr double kNoTemperature = -0.1; ///< below the least one: the model's own
constexpr int kShownOfText = 60;

QString shortened(const QJsonValue& value) {
    QString text = value.toString().simplified();
    if (text.size() > kShownOfText)
        text = text.left(kShownOfText) + u'…';
    return text.isEmpty() ? PromptForm::tr("nothing") : QString(u'“' + text + u'”');
}

QString inFilter(const QString& name) {
    return u'"' + QString(name).replace(u'"', QStringLiteral("\\\"")) + u'"';
}

} // namespace

PromptForm::PromptForm(const UiContext& context, ResourceCatalogue* names, QWidget* parent)
    : ObjectForm(context, parent)
    , m_names(names) {
    auto* column = makeColumn(12);
    setLayout(column);
    m_identity = new Card(tr("Prompt"), this);
    auto* name = new QLineEdit(m_identity);
    name->setFont(theme().monoFont(-0.25));
    name->setPlaceholderText(QStringLiteral("summarize"));
    m_identity->content()->addWidget(bindField::text(binding(), QStringLiteral("name"), tr("name"), name));
    bindField::required(binding(), QStringLiteral("name"), tr("A prompt needs a name."));
    binding().fixAfterCreation(QStringLiteral("name"));
    column->addWidget(m_identity);

    m_versions = new VersionsCard(this);
    column->addWidget(m_versions);
    m_editor = editorCard();
    m_preview = new PreviewCard(link(), this);
    auto* row = new WrapColumns(theme().px(12));
    row->addColumn(m_editor, {});
    row->addColumn(m_preview, {});
    column->addLayout(row);
    m_compare = new CompareCard(this);
    column->addWidget(m_compare);
    m_use = useCard();
    column->addWidget(m_use);
    column->addStretch(1);

    connect(m_versions, &VersionsCard::chosenChanged, this, &PromptForm::chooseVersion);
    connect(m_versions, &VersionsCard::defaultRequested, this, &PromptForm::defaultRequested);
    connect(m_versions, &VersionsCard::trafficRequested, this, [this](const QString& version) {
        Q_EMIT pageRequested(QStringLiteral("traffic"), QStringLiteral("prompt:") + inFilter(heading()) +
                                                            QStringLiteral(" prompt_version:") + version);
    });
    connect(m_preview, &PreviewCard::judged, this, [this](const QString& param, const QString& message) {
        for (const char* field : {"system", "template"})
            if (m_fault == QLatin1String(field) && param != m_fault)
                binding().showError(m_fault, {});
        m_fault = param;
        m_faultText = message;
        if (param == QLatin1String("system") || param == QLatin1String("template"))
            binding().showError(param, message);
    });
    connect(&binding(), &FormBinding::changed, this, &PromptForm::followDraft);
    m_again.setInterval(kUseEveryMs);
    connect(&m_again, &QTimer::timeout, this, &PromptForm::readUse);
}

QJsonValue PromptForm::baseValue(const char* field) const {
    const QJsonValue value = versionText::find(m_prompt, m_base).value(QLatin1String(field));
    return value.isUndefined() ? QJsonValue(QJsonValue::Null) : value;
}

/// A stored prompt has no such field: its editor then shows what the version it starts from says.
void PromptForm::bindText(const char* field, const QString& label, QPlainTextEdit* edit, Card* card) {
    const QString path = QString::fromLatin1(field);
    edit->setObjectName(path);
    edit->setTabChangesFocus(true);
    auto* labelled = new FormField(label, edit, card);
    labelled->setParam(path);
    card->content()->addWidget(labelled);
    FormBinding::Field bound;
    bound.path = path;
    bound.label = label;
    bound.read = [edit] { return QJsonValue(edit->toPlainText()); };
    bound.write = [this, edit, field](const QJsonValue& value) {
        const QString text = (value.isUndefined() ? baseValue(field) : value).toString();
        if (edit->toPlainText() != text)
            edit->setPlainText(text);
    };
    bound.check = [this, path] { return m_fault == path ? m_faultText : QString(); };
    bound.showError = [labelled](const QString& message) { labelled->setError(message); };
    bound.say = &shortened;
    bound.editor = edit;
    binding().add(std::move(bound));
    connect(edit, &QPlainTextEdit::textChanged, &binding(), &FormBinding::touch);
}

Card* PromptForm::editorCard() {
    auto* card = new Card(tr("Next version"), this);
    auto* system = new QPlainTextEdit(card);
    system->setFixedHeight(theme().px(72));
    system->setPlaceholderText(tr("You are a concise assistant."));
    bindText("system", tr("system message"), system, card);
    auto* text = new QPlainTextEdit(card);
    text->setMinimumHeight(theme().px(120));
    text->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored); // grows with the preview beside it
    text->setPlaceholderText(QStringLiteral("{{ message }}"));
    bindText("template", tr("template of the user message"), text, card);
    card->content()->addWidget(makeLabel(
        tr("{{ name }} is a variable, {{#name}} … {{/name}} a section that may be left out or repeat."),
        ColorRole::TextMuted, -0.75, QFont::Normal, card));
    static_cast<QLabel*>(card->content()->itemAt(card->content()->count() - 1)->widget())->setWordWrap(true);

    const auto bind = [&](const char* field, const QString& label, QWidget* edit,
                          std::function<QJsonValue()> read, std::function<void(const QJsonValue&)> write) {
        const QString path = QString::fromLatin1(field);
        edit->setObjectName(path);
        auto* labelled = new FormField(label, edit, card);
        labelled->setParam(path);
        FormBinding::Field bound;
        bound.path = path;
        bound.label = label;
        bound.read = std::move(read);
        bound.write = [this, field, write = std::move(write)](const QJsonValue& value) {
            write(value.isUndefined() ? baseValue(field) : value);
        };
        bound.showError = [labelled](const QString& message) { labelled->setError(message); };
        bound.editor = edit;
        binding().add(std::move(bound));
        return labelled;
    };
    auto* model = new NamePicker(tr("the caller's"), card);
    auto* temperature = makeDecimal(kNoTemperature, 2, 2, {}, card);
    temperature->setSingleStep(0.1);
    temperature->setSpecialValueText(tr("the model's own"));
    guardWheel(temperature);
    auto* tokens = new OptionalNumberEdit(tr("no limit"), card);
    auto* note = new QLineEdit(card);
    note->setPlaceholderText(tr("what is new in it"));
    const auto roomFor = [this](QWidget* editor, const QString& words) {
        editor->setMinimumWidth(editor->fontMetrics().horizontalAdvance(words) + theme().px(40));
    };
    roomFor(note, note->placeholderText());
    roomFor(temperature, temperature->specialValueText());
    auto* modelField = bind(
        "model", tr("model"), model,
        [model] {
            return model->name().isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(model->name());
        },
        [model](const QJsonValue& value) { model->setName(value.toString()); });
    auto* temperatureField = bind(
        "temperature", tr("temperature"), temperature,
        [temperature] {
            return temperature->value() < 0 ? QJsonValue(QJsonValue::Null)
                                            : QJsonValue(qRound(temperature->value() * 100) / 100.0);
        },
        [temperature](const QJsonValue& value) { temperature->setValue(value.toDouble(kNoTemperature)); });
    auto* tokensField = bind(
        "max_tokens", tr("max tokens"), tokens, [tokens] { return tokens->value(); },
        [tokens](const QJsonValue& value) { tokens->setValue(value); });
    auto* noteField = bind(
        "note", tr("note"), note, [note] { return QJsonValue(note->text()); },
        [this, note](const QJsonValue& value) { note->setText(m_isNew ? value.toString() : QString()); });
    card->content()->addLayout(sideBySide({modelField, noteField}));
    card->content()->addLayout(sideBySide({temperatureField, tokensField}));
    connect(model, &QComboBox::currentTextChanged, &binding(), &FormBinding::touch);
    connect(temperature, &QDoubleSpinBox::valueChanged, &binding(), &FormBinding::touch);
    connect(tokens, &QLineEdit::textChanged, &binding(), &FormBinding::touch);
    connect(note, &QLineEdit::textChanged, &binding(), &FormBinding::touch);
    const auto fill = [this, model] {
        model->setNames(m_names->ids(ResourceCatalogue::Kind::Aliases) +
                        m_names->ids(ResourceCatalogue::Kind::Models));
    };
    connect(m_names, &ResourceCatalogue::changed, this, fill);
    fill();
    return card;
}

Card* PromptForm::useCard() {
    auto* card = new Card(tr("How it is used"), this);
    card->addHeaderWidget(new CopyButton(
        tr("the call"), [this] { return m_call->toPlainText(); }, card));
    auto* row = makeRow(8);
    m_experiment = makeLabel({}, ColorRole::Text, -0.25, QFont::Normal, card);
    m_experiment->setWordWrap(true);
    m_openExperiment = new QPushButton(tr("Open the experiment"), card);
    m_openExperiment->setObjectName(QStringLiteral("openExperiment"));
    auto* traffic = new QPushButton(tr("All its requests"), card);
    traffic->setObjectName(QStringLiteral("allRequests"));
    row->addWidget(m_experiment, 1);
    row->addWidget(m_openExperiment);
    row->addWidget(traffic);
    card->content()->addLayout(row);
    m_call = makeCodeView(tr("How an application calls it"), card);
    m_call->setObjectName(QStringLiteral("promptCall"));
    card->content()->addWidget(m_call);
    connect(m_openExperiment, &QPushButton::clicked, this,
            [this] { Q_EMIT pageRequested(QStringLiteral("flags"), m_flag); });
    connect(traffic, &QPushButton::clicked, this, [this] {
        Q_EMIT pageRequested(QStringLiteral("traffic"), QStringLiteral("prompt:") + inFilter(heading()));
    });
    return card;
}

QString PromptForm::heading() const {
    return m_prompt.value(u"name").toString();
}

QString PromptForm::kindText() const {
    return m_isNew ? QString() : tr("default %1").arg(m_prompt.value(u"default").toString());
}

QString PromptForm::experimentText() const {
    return m_experiment->text();
}

QJsonObject PromptForm::newPrompt() {
    return {{QStringLiteral("name"), QString()},
            {QStringLiteral("system"), QString()},
            {QStringLiteral("template"), QStringLiteral("{{ message }}")},
            {QStringLiteral("model"), QJsonValue::Null},
            {QStringLiteral("temperature"), QJsonValue::Null},
            {QStringLiteral("max_tokens"), QJsonValue::Null},
            {QStringLiteral("note"), QString()}};
}

void PromptForm::startFrom(const QJsonObject& prompt) {
    const bool other = prompt.value(u"name") != m_prompt.value(u"name");
    m_prompt = prompt;
    m_isNew = !prompt.contains(u"versions");
    if (other || versionText::find(prompt, m_base).isEmpty())
        m_base = prompt.value(u"default").toString();
}

QJsonObject PromptForm::draft() const {
    QJsonObject version;
    for (const char* field : {"system", "template", "model", "temperature", "max_tokens", "note"})
        version.insert(QLatin1String(field), binding().value(QLatin1String(field)));
    return version;
}

void PromptForm::shown(const QJsonObject& object, bool isNew) {
    m_prompt = object;
    m_isNew = isNew;
    const bool other = m_shown != heading();
    m_shown = heading();
    m_identity->setVisible(isNew);
    for (QWidget* card : std::initializer_list<QWidget*>{m_versions, m_compare, m_use})
        card->setVisible(!isNew);
    m_editor->setTitle(isNew ? tr("First version") : tr("Next version"));
    if (!isNew) {
        m_versions->setPrompt(object);
        m_versions->choose(m_base);
        m_compare->setPrompt(object);
        const QString path = QStringLiteral("/v1/prompts/") +
                             QString::fromLatin1(QUrl::toPercentEncoding(heading())) +
                             QStringLiteral("/completions");
        showCode(m_call, QStringLiteral("curl %1 \\\n  -H \"Authorization: Bearer $TOLLGATE_API_KEY\" -H "
                                        "'Content-Type: application/json' \\\n  -d '{\"variables\": {…}}'")
                             .arg(link().url(path)));
    }
    if (other && isLive())
        liveChanged(true);
    followDraft();
}

void PromptForm::liveChanged(bool live) {
    m_preview->setLive(true); // of a new prompt, too, which is never live
    if (!live) {
        m_again.stop();
        return;
    }
    m_again.start();
    readUse();
    readExperiment();
}

void PromptForm::chooseVersion(const QString& version) {
    m_compare->compare(m_prompt.value(u"default").toString(), version);
    if (isDirty() || version == m_base)
        return; // what is being written stays
    m_base = version;
    binding().load(m_prompt, false);
}

void PromptForm::followDraft() {
    const QJsonObject now = draft();
    m_preview->setLive(true);
    m_preview->setDraft(now);
    m_compare->setDraft(now, !m_isNew && isDirty());
    if (!m_isNew)
        m_editor->setCaption(isDirty() ? tr("saved as %1")
                                             .arg(QStringLiteral("v%1").arg(
                                                 versionText::number(versionText::newest(m_prompt)) + 1))
                                       : tr("starts from %1").arg(m_base));
    else
        m_editor->setCaption({});
}

void PromptForm::readUse() {
    const QString name = heading();
    const QString since = QDateTime::currentDateTimeUtc().addDays(-1).toString(Qt::ISODate);
    const QString filter =
        QString::fromLatin1(QUrl::toPercentEncoding(QStringLiteral("prompt:") + inFilter(name)));
    link().get(QStringLiteral("/usage?group_by=prompt_version&from=%1&filter=%2").arg(since, filter), this,
               [this, name](const GatewayReply& reply) {
                   if (reply.ok() && name == heading())
                       m_versions->setUsage(reply.json.value(u"data").toArray());
               });
}

void PromptForm::readExperiment() {
    const QString name = heading();
    link().get(QStringLiteral("/flags?limit=1000"), this, [this, name](const GatewayReply& reply) {
        if (!reply.ok() || name != heading())
            return;
        QJsonObject flag;
        for (const QJsonValue& value : reply.json.value(u"data").toArray()) {
            const QJsonObject one = value.toObject();
            const bool ours = one.value(u"type").toString() == QLatin1String("prompt") &&
                              one.value(u"prompt").toString() == name;
            if (ours && (flag.isEmpty() || one.value(u"enabled").toBool()))
                flag = one;
        }
        m_flag = flag.value(u"key").toString();
        m_openExperiment->setVisible(!m_flag.isEmpty());
        const QString standard = m_prompt.value(u"default").toString();
        m_experiment->setText(
            m_flag.isEmpty()
                ? tr("No experiment: everybody gets %1, unless they ask for another.").arg(standard)
            : flag.value(u"enabled").toBool()
                ? tr("The experiment %1 decides who gets which version (%2); the default waits until it is "
                     "off.")
                      .arg(m_flag, flagText::subtitle(flag))
                : tr("The experiment %1 is off: everybody gets %2.").arg(m_flag, standard));
    });
}

} // namespace tollgate::ui
