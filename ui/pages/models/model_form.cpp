#include "ui/pages/models/model_form.h"

#include "ui/models/gateway_words.h"
#include "ui/models/resource_catalogue.h"
#include "ui/pages/forms/form_fields.h"
#include "ui/pages/forms/form_layout.h"
#include "ui/pages/models/price_edit.h"
#include "ui/pages/models/tiers_edit.h"
#include "ui/widgets/card.h"
#include "ui/widgets/table_view.h"
#include "ui/widgets/tag_edit.h"

#include <QHeaderView>
#include <QJsonArray>
#include <QStandardItemModel>

namespace tollgate::ui {

namespace {

QString path(const char* text) {
    return QString::fromLatin1(text);
}

QString priceText(const QJsonObject& prices, const char* field) {
    const QJsonValue value = prices.value(QLatin1String(field));
    return value.isDouble() ? QString(u'$' + QString::number(value.toDouble(), 'g', 6))
                            : QStringLiteral("\u2013");
}

/// "above 200 000 tokens, batch"
QString tierText(const QJsonObject& tier) {
    QStringList parts;
    if (tier.contains(u"above_input_tokens"))
        parts << ModelForm::tr("above %1 tokens").arg(tier.value(u"above_input_tokens").toInteger());
    if (tier.contains(u"service_tier"))
        parts << tier.value(u"service_tier").toString();
    return parts.join(QStringLiteral(", "));
}

} // namespace

QStringList ModelForm::capabilities() {
    QStringList list;
    for (const char* one :
         {"chat", "streaming", "tools", "vision", "json_schema", "reasoning", "embeddings", "pdf", "audio"})
        list << QString::fromLatin1(one);
    return list;
}

ModelForm::ModelForm(const UiContext& context, ResourceCatalogue* names, QWidget* parent)
    : ObjectForm(context, parent)
    , m_names(names) {
    auto* column = makeColumn(12);
    setLayout(column);
    m_warnings = makeLabel({}, ColorRole::Warning, -0.5, QFont::Normal, this);
    m_warnings->setWordWrap(true);
    column->addWidget(m_warnings);
    column->addWidget(identityCard());
    column->addWidget(pricesCard());
    column->addWidget(abilitiesCard());
    column->addWidget(versionsCard());
    column->addStretch(1);
}

Card* ModelForm::identityCard() {
    auto* card = new Card(tr("Model"), this);
    auto* provider = new NamePicker(tr("which provider"), card);
    auto* model = new QLineEdit(card);
    model->setFont(theme().monoFont(-0.25));
    card->content()->addLayout(
        sideBySide({bindField::name(binding(), path("provider"), tr("provider"), provider),
                    bindField::text(binding(), path("model"), tr("name at the provider"), model)}));
    for (const char* fixed : {"provider", "model"})
        binding().fixAfterCreation(path(fixed));
    bindField::required(binding(), path("provider"), tr("A model belongs to a provider."));
    bindField::required(binding(), path("model"), tr("A model needs a name."));
    const auto fill = [this, provider] {
        provider->setNames(m_names->ids(ResourceCatalogue::Kind::Providers));
    };
    connect(m_names, &ResourceCatalogue::changed, this, fill);
    fill();
    return card;
}

QWidget* ModelForm::price(const char* field, const QString& label, Card* card) {
    auto* edit = new PriceEdit(card);
    edit->setObjectName(path(field));
    auto* labelled = new FormField(label, edit, card);
    labelled->setParam(path(field));
    FormBinding::Field bound;
    bound.path = path(field);
    bound.label = label;
    bound.read = [this, edit, field]() -> QJsonValue {
        // Fields the gateway leaves out while they are unknown are not sent as null.
        const QJsonValue value = edit->value();
        return value.isNull() && !binding().original().contains(QLatin1String(field))
                   ? QJsonValue(QJsonValue::Undefined)
                   : value;
    };
    bound.write = [edit](const QJsonValue& value) { edit->setValue(value); };
    bound.check = [edit] { return edit->isAcceptable() ? QString() : tr("A number, or nothing."); };
    bound.showError = [labelled](const QString& message) { labelled->setError(message); };
    bound.say = [](const QJsonValue& value) {
        return value.isDouble() ? QString(u'$' + QString::number(value.toDouble(), 'g', 12)) : tr("unknown");
    };
    bound.editor = edit;
    binding().add(std::move(bound));
    connect(edit, &QLineEdit::textChanged, &binding(), &FormBinding::touch);
    m_priceFields << path(field);
    return labelled;
}

FormField* ModelForm::tiers(Card* card) {
    auto* edit = new TiersEdit(card);
    edit->setObjectName(path("tiers"));
    auto* labelled = new FormField(tr("other prices for long prompts or other terms"), edit, card);
    labelled->setParam(path("tiers"));
    FormBinding::Field bound;
    bound.path = path("tiers");
    bound.label = tr("tiers");
    bound.read = [this, edit]() -> QJsonValue {
        const QJsonValue value = edit->value();
        return value.toArray().isEmpty() && !binding().original().contains(u"tiers")
                   ? QJsonValue(QJsonValue::Undefined)
                   : value;
    };
    bound.write = [edit](const QJsonValue& value) { edit->setValue(value); };
    bound.check = [edit] { return edit->mistake(); };
    bound.showError = [labelled](const QString& message) { labelled->setError(message); };
    bound.say = &TiersEdit::say;
    bound.editor = edit;
    binding().add(std::move(bound));
    connect(edit, &TiersEdit::changed, &binding(), &FormBinding::touch);
    m_priceFields << path("tiers");
    return labelled;
}

Card* ModelForm::pricesCard() {
    auto* card = new Card(tr("Prices"), this);
    card->setCaption(tr("US dollars per million tokens"));
    card->content()->addLayout(sideBySide({price("input_usd_per_mtok", tr("in"), card),
                                           price("output_usd_per_mtok", tr("out"), card),
                                           price("cache_read_usd_per_mtok", tr("from the cache"), card)}));
    card->content()->addLayout(sideBySide({price("cache_write_usd_per_mtok", tr("cache write"), card),
                                           price("cache_write_1h_usd_per_mtok", tr("cache write, 1 h"), card),
                                           price("reasoning_usd_per_mtok", tr("reasoning"), card)}));
    card->content()->addLayout(sideBySide({price("audio_input_usd_per_mtok", tr("sound in"), card),
                                           price("audio_output_usd_per_mtok", tr("sound out"), card),
                                           price("image_output_usd_per_mtok", tr("pictures out"), card)}));
    card->content()->addLayout(sideBySide({price("audio_cache_read_usd_per_mtok", tr("sound, cached"), card),
                                           price("usd_per_hour", tr("or per hour it runs"), card)}));
    card->content()->addWidget(tiers(card));
    m_since = new ChoiceBox(card);
    m_since->setObjectName(path("since"));
    m_since->addChoice(path("now"), tr("from now on"));
    m_since->addChoice(path("correct"), tr("in place of the present version"));
    m_since->addChoice(path("day"), tr("from a day on"));
    guardWheel(m_since);
    m_day = new QLineEdit(card);
    m_day->setObjectName(path("sinceDay"));
    m_day->setPlaceholderText(QStringLiteral("2027-01-01"));
    auto* day = new FormField(tr("day (UTC)"), m_day, card);
    day->setParam(path("valid_from"));
    card->content()->addLayout(sideBySide({new FormField(tr("changed prices hold"), m_since, card), day}));
    const auto follow = [this, day] { day->setVisible(m_since->id() == QLatin1String("day")); };
    connect(m_since, &QComboBox::currentIndexChanged, this, follow);
    follow();
    auto* reference = new QLineEdit(card);
    card->content()->addWidget(bindField::text(binding(), path("reference"), tr("published at"), reference));
    // A text the gateway leaves out while it is empty.
    binding().onlyWhen(path("reference"), [this, reference] {
        return !reference->text().trimmed().isEmpty() || binding().original().contains(u"reference");
    });
    return card;
}

Card* ModelForm::abilitiesCard() {
    auto* card = new Card(tr("What it can do"), this);
    auto* tags = new TagEdit(tr("chat, tools, vision \u2026"), card);
    tags->setCompletions(capabilities());
    FormField* field = bindField::tags(binding(), path("capabilities"), tr("capabilities"), tags);
    field->setHint(tr("Requests that need another one are not sent here."));
    card->content()->addWidget(field);
    auto* tier = new ChoiceBox(card);
    tier->addChoice({}, tr("not said"));
    tier->addChoice(path("simple"), tr("simple"));
    tier->addChoice(path("medium"), tr("medium"));
    tier->addChoice(path("complex"), tr("complex"));
    card->content()->addLayout(
        sideBySide({bindField::optionalNumber(binding(), path("context_window"), tr("context, tokens"),
                                              new OptionalNumberEdit(tr("unknown"), card)),
                    bindField::optionalNumber(binding(), path("max_output_tokens"), tr("longest answer"),
                                              new OptionalNumberEdit(tr("unknown"), card)),
                    bindField::choice(binding(), path("tier"), tr("good for tasks"), tier, true)}));
    return card;
}

Card* ModelForm::versionsCard() {
    m_versions = new Card(tr("Versions and tiers"), this);
    m_rows = new QStandardItemModel(0, 4, this);
    m_rows->setHorizontalHeaderLabels({tr("since"), tr("in"), tr("out"), tr("source")});
    m_table = new TableView(tr("Versions of the prices"), m_versions);
    m_table->setModel(m_rows);
    m_table->setFitsRows(true);
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_versions->content()->addWidget(m_table);
    return m_versions;
}

void ModelForm::shown(const QJsonObject& object, bool isNew) {
    QStringList warnings;
    for (const QJsonValue& warning : object.value(u"warnings").toArray())
        warnings << gatewaySentence(warning.toString());
    m_warnings->setText(warnings.join(u'\n'));
    m_warnings->setVisible(!warnings.isEmpty());
    m_since->setId(path("now"));
    m_day->clear();
    m_versions->setVisible(!isNew);
    m_rows->removeRows(0, m_rows->rowCount());
    const auto add = [this](const QString& when, const QJsonObject& prices, const QString& source) {
        m_rows->appendRow(
            {new QStandardItem(when), new QStandardItem(priceText(prices, "input_usd_per_mtok")),
             new QStandardItem(priceText(prices, "output_usd_per_mtok")), new QStandardItem(source)});
    };
    const auto since = [](const QJsonObject& version) {
        const QString from = version.value(u"valid_from").toString();
        return from.isEmpty() ? tr("ever") : from.left(10);
    };
    const auto addVersion = [&](const QJsonObject& version, const QString& when) {
        add(when, version, gatewayWord(version.value(u"source").toString()));
        for (const QJsonValue& tier : version.value(u"tiers").toArray())
            add(QStringLiteral("    ") + tierText(tier.toObject()), tier.toObject(), {});
    };
    addVersion(object, tr("%1 (holds)").arg(since(object)));
    for (const QJsonValue& version : object.value(u"history").toArray())
        addVersion(version.toObject(), since(version.toObject()));
}

QString ModelForm::heading() const {
    return binding().original().value(u"model").toString(); // the provider stands below it
}

QString ModelForm::kindText() const {
    return gatewayWord(binding().original().value(u"source").toString());
}

void ModelForm::withValidFrom(QJsonObject& document) const {
    if (m_since->id() == QLatin1String("correct"))
        document.insert(u"valid_from", binding().original().value(u"valid_from"));
    else if (m_since->id() == QLatin1String("day"))
        document.insert(u"valid_from", m_day->text().trimmed());
}

QJsonObject ModelForm::body() const {
    QJsonObject document = binding().current();
    if (m_since->id() == QLatin1String("day"))
        withValidFrom(document);
    return document;
}

QJsonObject ModelForm::patch() const {
    QJsonObject document = binding().patch();
    for (const QString& field : m_priceFields) {
        if (document.contains(field)) {
            withValidFrom(document);
            break;
        }
    }
    return document;
}

} // namespace tollgate::ui
