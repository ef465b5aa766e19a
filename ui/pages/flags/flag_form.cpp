#include "ui/pages/flags/flag_form.h"

#include "ui/link/gateway_link.h"
#include "ui/models/resource_catalogue.h"
#include "ui/pages/flags/flag_history_card.h"
#include "ui/pages/flags/flag_text.h"
#include "ui/pages/forms/form_fields.h"
#include "ui/pages/forms/form_layout.h"
#include "ui/widgets/card.h"
#include "ui/widgets/segmented_control.h"

#include <QUrl>

namespace tollgate::ui {

namespace {
constexpr int kTargetWidth = 214; // most names of a provider and its model fit
}

FlagForm::FlagForm(const UiContext& context, ResourceCatalogue* names, const QString& type, QWidget* parent)
    : ObjectForm(context, parent)
    , m_names(names)
    , m_type(type) {
    auto* column = makeColumn(12);
    setLayout(column);
    m_identity = new Card(tr("What it is"), this);
    m_identity->setCaption(tr("key and type stay once it is created"));
    m_types = new SegmentedControl(tr("Type of flag"), m_identity);
    for (const char* one : {"canary", "prompt", "kill_switch", "mirror"})
        m_types->addSegment(QString::fromLatin1(one), flagText::typeName(QString::fromLatin1(one)));
    auto* key = new QLineEdit(m_identity);
    key->setFont(theme().monoFont(-0.25));
    auto* row = makeRow(12);
    row->addWidget(bindField::text(binding(), QStringLiteral("key"), tr("key"), key), 1);
    row->addWidget(m_types, 0, Qt::AlignBottom);
    m_identity->content()->addLayout(row);
    binding().fixAfterCreation(QStringLiteral("key"));
    bindField::required(binding(), QStringLiteral("key"), tr("A flag needs a key."));
    // The header's switch acts at once; a restored state comes with the other edits and is saved with them.
    FormBinding::Field enabled;
    enabled.path = QStringLiteral("enabled");
    enabled.label = tr("enabled");
    enabled.read = [this] { return m_enabled; };
    enabled.write = [this](const QJsonValue& value) { m_enabled = value; };
    binding().add(std::move(enabled));
    m_identity->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    column->addWidget(m_identity);
    m_body = makeColumn(12);
    column->addLayout(m_body);
    m_history = new FlagHistoryCard(this);
    column->addWidget(m_history, 1);
    column->addStretch(0); // takes the rest where there is no history yet

    connect(m_types, &SegmentedControl::currentChanged, this, [this, key](const QString& chosen) {
        if (chosen != m_type && binding().isNew())
            Q_EMIT typeChosen(chosen, key->text());
    });
    connect(m_history, &FlagHistoryCard::restoreRequested, this,
            [this](const QJsonObject& flag) { binding().fill(flag, FormBinding::Missing::Clears); });
    connect(m_names, &ResourceCatalogue::changed, this, &FlagForm::namesChanged);
}

QJsonObject FlagForm::newFlag(const QString& type, const QString& key) {
    QJsonObject flag{
        {QStringLiteral("key"), key}, {QStringLiteral("type"), type}, {QStringLiteral("enabled"), true}};
    if (type == QLatin1String("canary")) {
        flag.insert(u"alias", QString());
        flag.insert(u"stable", QString());
        flag.insert(u"canary", QString());
        flag.insert(u"rollout_percent", 1);
        flag.insert(u"sticky_by", QStringLiteral("user"));
        flag.insert(u"salt", QString());
        flag.insert(u"rules", QJsonArray());
        flag.insert(u"guardrails", QJsonObject{{QStringLiteral("min_requests"), 200},
                                               {QStringLiteral("max_error_rate"), 0.02},
                                               {QStringLiteral("max_p95_ratio"), 1.25},
                                               {QStringLiteral("max_cost_ratio"), 1.4}});
        flag.insert(u"ramp", QJsonValue::Null);
    } else if (type == QLatin1String("kill_switch")) {
        flag.insert(u"enabled", false); // it cuts off as soon as it is on
    } else if (type == QLatin1String("mirror")) {
        flag.insert(u"percent", 5);
    } else {
        flag.insert(u"weights", QJsonObject());
        flag.insert(u"rules", QJsonArray());
    }
    return flag;
}

QString FlagForm::heading() const {
    return binding().original().value(u"key").toString();
}

QString FlagForm::kindText() const {
    return flagText::typeName(m_type);
}

QStringList FlagForm::targets() const {
    return m_names->ids(ResourceCatalogue::Kind::Models);
}

NamePicker* FlagForm::targetPicker(QWidget* parent) const {
    auto* picker = new NamePicker(QStringLiteral("provider/model"), parent);
    connect(m_names, &ResourceCatalogue::changed, picker, [this, picker] { picker->setNames(targets()); });
    picker->setNames(targets());
    picker->setMinimumWidth(theme().px(kTargetWidth));
    connect(picker, &QComboBox::currentTextChanged, picker,
            [picker](const QString& target) { picker->setToolTip(target.toHtmlEscaped()); });
    return picker;
}

void FlagForm::shown(const QJsonObject&, bool isNew) {
    m_identity->setVisible(isNew);
    m_types->setCurrent(m_type);
    m_history->setVisible(!isNew);
    namesChanged();
    if (!isNew && isLive())
        readHistory();
    else
        m_history->setEntries({}, {}, {});
}

void FlagForm::liveChanged(bool live) {
    if (live)
        readHistory();
}

void FlagForm::readHistory() {
    const QString key = heading();
    const QString path = QStringLiteral("/audit?kind=flag&subject=") +
                         QString::fromLatin1(QUrl::toPercentEncoding(key)) + QStringLiteral("&limit=100");
    link().get(path, this, [this, key](const GatewayReply& reply) {
        if (reply.ok() && key == heading())
            m_history->setEntries(reply.json.value(u"data").toArray(), key, binding().original());
    });
}

} // namespace tollgate::ui
