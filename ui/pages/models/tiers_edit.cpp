#include "ui/pages/models/tiers_edit.h"

#include "ui/pages/forms/form_fields.h"
#include "ui/pages/models/price_edit.h"
#include "ui/widgets/paint.h"

#include <QJsonArray>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>

namespace tollgate::ui {
namespace {

const QString kAbove = u"above_input_tokens"_qs;
const QString kService = u"service_tier"_qs;
constexpr int kMostTiers = 32; // as many as the gateway takes

struct Column {
    const char* field;
    QString name;
};

QList<Column> priceColumns() {
    return {{"input_usd_per_mtok", TiersEdit::tr("in")},
            {"output_usd_per_mtok", TiersEdit::tr("out")},
            {"cache_read_usd_per_mtok", TiersEdit::tr("cached")}};
}

/// How providers say they served; standard is said by leaving it out.
QList<QPair<QString, QString>> services() {
    return {{{}, TiersEdit::tr("standard")},     {u"batch"_qs, TiersEdit::tr("batch")},
            {u"flex"_qs, TiersEdit::tr("flex")}, {u"priority"_qs, TiersEdit::tr("priority")},
            {u"fast"_qs, TiersEdit::tr("fast")}, {u"us"_qs, TiersEdit::tr("US only")}};
}

} // namespace

TiersEdit::TiersEdit(QWidget* parent)
    : QWidget(parent) {
    m_column = makeColumn(6);
    m_none = makeLabel(tr("None: one price whatever the length."), ColorRole::TextMuted, -0.5, QFont::Normal,
                       this);
    m_add = new QPushButton(tr("Add a tier"), this);
    m_add->setObjectName(u"addTier"_qs);
    setKind(m_add, "link");
    auto* column = makeColumn(6);
    column->addWidget(m_none);
    column->addLayout(m_column);
    column->addWidget(m_add, 0, Qt::AlignLeft);
    setLayout(column);
    setFocusProxy(m_add);
    connect(m_add, &QPushButton::clicked, this, [this] {
        addRow({});
        m_rows.last().above->setFocus(Qt::OtherFocusReason);
        follow();
    });
    follow();
}

void TiersEdit::addRow(const QJsonObject& tier) {
    Row row;
    row.original = tier;
    row.box = new QWidget(this);
    auto* line = makeRow(6);
    row.box->setLayout(line);
    row.above = new OptionalNumberEdit(tr("above tokens"), row.box);
    row.above->setObjectName(kAbove);
    row.above->setAccessibleName(tr("Tier: above so many input tokens"));
    row.above->setToolTip(tr("Holds above so many input tokens"));
    row.above->setValue(tier.value(kAbove));
    row.service = new ChoiceBox(row.box);
    row.service->setObjectName(kService);
    row.service->setAccessibleName(tr("Tier: how the provider served"));
    row.service->setToolTip(tr("Holds for what the provider says it served so"));
    for (const auto& [id, name] : services())
        row.service->addChoice(id, name);
    row.service->setId(tier.value(kService).toString());
    guardWheel(row.service);
    line->addWidget(row.above, 3);
    line->addWidget(row.service, 3);
    for (const Column& column : priceColumns()) {
        auto* price = new PriceEdit(row.box);
        price->setObjectName(QString::fromLatin1(column.field));
        price->setAccessibleName(tr("Tier: %1").arg(column.name));
        price->setPlaceholderText(column.name);
        price->setToolTip(tr("%1, US dollars per million tokens").arg(column.name));
        price->setValue(tier.value(QLatin1String(column.field)));
        connect(price, &QLineEdit::textChanged, this, &TiersEdit::changed);
        line->addWidget(price, 2);
        row.prices << price;
    }
    auto* remove = new QToolButton(row.box);
    remove->setIcon(Theme::of(this).icon(u"close"_qs));
    remove->setAccessibleName(tr("Remove this tier"));
    remove->setToolTip(tr("Remove this tier"));
    line->addWidget(remove);
    connect(remove, &QToolButton::clicked, this, [this, box = row.box] { removeRow(box); });
    connect(row.above, &QLineEdit::textChanged, this, &TiersEdit::changed);
    connect(row.service, &QComboBox::currentIndexChanged, this, &TiersEdit::changed);
    m_column->addWidget(row.box);
    m_rows.append(row);
}

void TiersEdit::removeRow(QWidget* box) {
    m_rows.removeIf([box](const Row& row) { return row.box == box; });
    box->hide();
    box->deleteLater(); // its button was clicked
    follow();
}

void TiersEdit::setValue(const QJsonValue& tiers) {
    if (tiers.toArray() == value().toArray())
        return;
    for (const Row& row : std::exchange(m_rows, {}))
        delete row.box;
    for (const QJsonValue& tier : tiers.toArray())
        addRow(tier.toObject());
    follow();
}

QJsonObject TiersEdit::valueOf(const Row& row) {
    QJsonObject tier = row.original;
    const auto put = [&tier](const QString& name, const QJsonValue& value) {
        if (value.isNull() || value.toString(u"-"_qs).isEmpty())
            tier.remove(name);
        else
            tier.insert(name, value);
    };
    put(kAbove, row.above->value());
    put(kService, row.service->id());
    for (const PriceEdit* price : row.prices)
        put(price->objectName(), price->value());
    return tier;
}

QJsonValue TiersEdit::value() const {
    QJsonArray tiers;
    for (const Row& row : m_rows)
        tiers.append(valueOf(row));
    return tiers;
}

QString TiersEdit::mistake() const {
    for (const Row& row : m_rows) {
        const QJsonObject tier = valueOf(row);
        const bool prices = std::any_of(row.prices.begin(), row.prices.end(), [](const PriceEdit* edit) {
            return !edit->text().trimmed().isEmpty();
        });
        const bool wrong = std::any_of(row.prices.begin(), row.prices.end(),
                                       [](const PriceEdit* edit) { return !edit->isAcceptable(); });
        if (wrong || !row.above->isAcceptable())
            return tr("Tiers are numbers.");
        if (tier.value(kAbove).toInteger() == 0 && !tier.contains(kService))
            return tr("A tier says above how many tokens it holds, or how it was served.");
        if (!prices && row.original.isEmpty())
            return tr("A tier says at least one price.");
    }
    return {};
}

QString TiersEdit::say(const QJsonValue& tiers) {
    const auto count = static_cast<int>(tiers.toArray().size());
    return count == 0 ? tr("none") : tr("%n tier(s)", nullptr, count);
}

void TiersEdit::follow() {
    m_none->setVisible(m_rows.isEmpty());
    m_add->setEnabled(m_rows.size() < kMostTiers);
    Q_EMIT changed();
}

} // namespace tollgate::ui
