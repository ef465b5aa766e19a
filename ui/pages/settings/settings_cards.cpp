#include "ui/pages/settings/settings_cards.h"

#include "ui/models/format.h"
#include "ui/models/gateway_words.h"
#include "ui/pages/forms/form_fields.h"
#include "ui/pages/forms/form_layout.h"
#include "ui/shell/console_state.h"
#include "ui/shell/language.h"
#include "ui/shell/theme.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/segmented_control.h"
#include "ui/widgets/table_view.h"

#include <QHeaderView>
#include <QPushButton>
#include <QStandardItemModel>

namespace tollgate::ui {

namespace {

QString storeName(const QString& id) {
    if (id == QLatin1String("keychain"))
        return FactsCard::tr("the desktop's keychain");
    if (id == QLatin1String("file"))
        return FactsCard::tr("a sealed file");
    if (id == QLatin1String("environment"))
        return FactsCard::tr("sealed with a key from the environment");
    if (id == QLatin1String("memory"))
        return FactsCard::tr("memory only: lost at the end");
    return FactsCard::tr("nowhere: credentials cannot be stored");
}

QString modeName(ThemeMode mode) {
    return mode == ThemeMode::Dark    ? QStringLiteral("dark")
           : mode == ThemeMode::Light ? QStringLiteral("light")
                                      : QStringLiteral("system");
}

struct CheckLook {
    Tone tone;
    QString text;
};

CheckLook lookOf(const QString& state) {
    if (state == QLatin1String("ok"))
        return {Tone::Good, SecurityCard::tr("ok")};
    if (state == QLatin1String("warning"))
        return {Tone::Warning, SecurityCard::tr("look at this")};
    return {Tone::Neutral, SecurityCard::tr("off")};
}

} // namespace

FactsCard::FactsCard(QWidget* parent)
    : Card(tr("This gateway"), parent) {
    setCaption(tr("decided when the program starts"));
    auto* facts = new FactList(this);
    m_address = facts->add(tr("listens on"), true);
    m_threads = facts->add(tr("worker threads"));
    m_directory = facts->add(tr("data directory"), true);
    m_database = facts->add(tr("database"));
    m_secrets = facts->add(tr("provider keys in"));
    m_version = facts->add(tr("version"));
    content()->addWidget(facts);
    auto* setup = new QPushButton(tr("Run setup again"), this);
    setup->setObjectName(u"runSetup"_qs);
    setup->setToolTip(tr("Address, secret store, a provider, a budget, a client key: step by step"));
    content()->addWidget(setup, 0, Qt::AlignLeft);
    connect(setup, &QPushButton::clicked, this, &FactsCard::setupWanted);
    setStatus({}, {});
}

void FactsCard::setStatus(const QJsonObject& status, const QString& address) {
    const auto orNone = [](const QString& text) { return text.isEmpty() ? format::none() : text; };
    const auto count = [&](const char* field) {
        return format::count(status.value(QLatin1String(field)).toInteger());
    };
    m_address->setText(orNone(status.value(u"listen").toString(address)));
    m_threads->setText(status.contains(u"threads") ? count("threads") : format::none());
    m_directory->setText(orNone(status.value(u"data_directory").toString()));
    m_database->setText(
        status.isEmpty()
            ? format::none()
            : tr("%1, %2 requests")
                  .arg(format::bytes(status.value(u"database_bytes").toInteger()), count("ledger_rows")));
    const QString note = status.value(u"secret_store_note").toString();
    const QString store = storeName(status.value(u"secret_store").toString());
    m_secrets->setText(status.isEmpty() ? format::none() : store);
    m_secrets->setToolTip(note.toHtmlEscaped());
    setLabelRole(m_secrets, note.isEmpty() ? ColorRole::Text : ColorRole::Warning);
    m_version->setText(
        status.isEmpty()
            ? format::none()
            : tr("%1, configuration %2").arg(status.value(u"version").toString(), count("config_version")));
}

QString FactsCard::secrets() const {
    return m_secrets->text();
}

AppearanceCard::AppearanceCard(const UiContext& context, QWidget* parent)
    : Card(tr("Appearance"), parent)
    , m_mode(new SegmentedControl(tr("Colours"), this))
    , m_language(new ChoiceBox(this)) {
    setCaption(tr("takes effect at once, in this console only"));
    m_mode->addSegment(QStringLiteral("system"), tr("as the desktop"));
    m_mode->addSegment(QStringLiteral("dark"), tr("dark"));
    m_mode->addSegment(QStringLiteral("light"), tr("light"));
    Theme* theme = context.theme;
    m_mode->setCurrent(modeName(theme->mode()));
    connect(m_mode, &SegmentedControl::currentChanged, this, [theme](const QString& mode) {
        theme->setMode(mode == QLatin1String("dark")    ? ThemeMode::Dark
                       : mode == QLatin1String("light") ? ThemeMode::Light
                                                        : ThemeMode::System);
    });
    connect(theme, &Theme::changed, m_mode, [this, theme] { m_mode->setCurrent(modeName(theme->mode())); });
    m_language->setObjectName(QStringLiteral("language"));
    m_language->addChoice({}, tr("as the desktop"));
    for (const Language& language : languages())
        m_language->addChoice(language.code, language.name);
    guardWheel(m_language);
    auto* language = new FormField(tr("language"), m_language, this);
    language->setHint(tr("From the next start on."));
    auto* colours = new FormField(tr("colours"), m_mode, this);
    content()->addLayout(sideBySide({colours, language}));
    if (ConsoleState* state = context.state) {
        m_language->setId(state->value(languageKey()).toString());
        connect(m_language, &QComboBox::currentIndexChanged, this,
                [this, state] { state->setValue(languageKey(), m_language->id()); });
    }
}

SecurityCard::SecurityCard(QWidget* parent)
    : Card(tr("Security self-check"), parent)
    , m_rows(new QStandardItemModel(0, 3, this)) {
    auto* again = new QPushButton(tr("Check again"), this);
    setKind(again, "chip");
    addHeaderWidget(again);
    connect(again, &QPushButton::clicked, this, &SecurityCard::againWanted);
    m_rows->setHorizontalHeaderLabels({tr("state"), tr("point"), tr("as it is right now")});
    m_table = new TableView(tr("Security self-check"), this);
    m_table->setModel(m_rows);
    m_table->setFitsRows(true);
    m_table->horizontalHeader()->setSectionResizeMode(2, QHeaderView::Stretch);
    m_table->setColumnWidth(0, Theme::of(this).px(110));
    m_table->setColumnWidth(1, Theme::of(this).px(330));
    content()->addWidget(m_table);
}

void SecurityCard::setChecks(const QJsonArray& checks) {
    m_rows->removeRows(0, m_rows->rowCount());
    int warnings = 0;
    for (const QJsonValue& value : checks) {
        const QJsonObject check = value.toObject();
        const CheckLook look = lookOf(check.value(u"state").toString());
        warnings += look.tone == Tone::Warning ? 1 : 0;
        auto* state = new QStandardItem(look.text);
        state->setData(static_cast<int>(look.tone), RowDelegate::ToneRole);
        auto* detail = new QStandardItem(gatewaySentence(check.value(u"detail").toString()));
        detail->setData(static_cast<int>(ColorRole::TextMuted), RowDelegate::ColorRoleRole);
        detail->setToolTip(detail->text().toHtmlEscaped());
        m_rows->appendRow(
            {state, new QStandardItem(gatewaySentence(check.value(u"title").toString())), detail});
    }
    setCaption(checks.isEmpty() ? QString()
               : warnings == 0  ? tr("nothing to worry about")
                                : tr("%n points need a look", nullptr, warnings));
}

void SecurityCard::setFailure(const QString& message) {
    m_rows->removeRows(0, m_rows->rowCount());
    setCaption(message);
}

} // namespace tollgate::ui
