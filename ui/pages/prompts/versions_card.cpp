#include "ui/pages/prompts/versions_card.h"

#include "ui/models/format.h"
#include "ui/pages/prompts/version_text.h"
#include "ui/widgets/fit_headers.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/table_view.h"

#include <QHeaderView>
#include <QItemSelectionModel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStandardItemModel>

#include <algorithm>

namespace tollgate::ui {

namespace {

QString orNone(const QJsonValue& value, QString (*say)(double)) {
    return value.isDouble() ? say(value.toDouble()) : format::none();
}

QString ratio(double value) {
    return format::percent(value);
}

} // namespace

VersionsCard::VersionsCard(QWidget* parent)
    : Card(tr("Versions"), parent) {
    setCaption(tr("use in the last 24 hours"));
    m_model = new QStandardItemModel(0, ColumnCount, this);
    m_model->setHorizontalHeaderLabels({tr("version"), QString(), tr("note"), tr("hash"), tr("saved"),
                                        tr("requests"), tr("errors"), tr("p95"), tr("$ / request")});
    m_table = new TableView(tr("Versions of this prompt"), this);
    m_table->setObjectName(QStringLiteral("versions"));
    m_table->setModel(m_model);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setFitsRows(true);
    auto* header = m_table->horizontalHeader();
    header->setSectionResizeMode(QHeaderView::Fixed);
    header->setSectionResizeMode(Note, QHeaderView::Stretch);
    const Theme& theme = Theme::of(this);
    const std::pair<Column, int> widths[] = {{Version, 56},  {State, 70},  {Hash, 104}, {Day, 64},
                                             {Requests, 70}, {Errors, 60}, {P95, 66},   {Cost, 96}};
    for (const auto& [column, width] : widths)
        m_table->setColumnWidth(column, theme.px(width));
    fitHeaders(m_table);
    const int badge = m_table->fontMetrics().horizontalAdvance(tr("default")) + theme.px(26);
    m_table->setColumnWidth(State, std::max(m_table->columnWidth(State), badge));
    const int day = m_table->fontMetrics().horizontalAdvance(format::dayShort(QStringLiteral("2026-11-23")));
    m_table->setColumnWidth(Day, std::max(m_table->columnWidth(Day), day + theme.px(26)));
    for (const Column column : {Requests, Errors, P95, Cost})
        m_model->horizontalHeaderItem(column)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    content()->addWidget(m_table);
    auto* row = makeRow(8);
    m_traffic = new QPushButton(this);
    m_traffic->setObjectName(QStringLiteral("versionTraffic"));
    m_default = new QPushButton(this);
    m_default->setObjectName(QStringLiteral("makeDefault"));
    row->addStretch(1);
    row->addWidget(m_traffic);
    row->addWidget(m_default);
    content()->addLayout(row);
    connect(m_traffic, &QPushButton::clicked, this, [this] { Q_EMIT trafficRequested(m_chosen); });
    connect(m_default, &QPushButton::clicked, this, [this] { Q_EMIT defaultRequested(m_chosen); });
    connect(m_table, &TableView::rowActivated, this, [this] { Q_EMIT trafficRequested(m_chosen); });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& index) {
                if (!index.isValid())
                    return;
                m_chosen = m_model->item(index.row(), Version)->text();
                follow();
                Q_EMIT chosenChanged(m_chosen);
            });
}

void VersionsCard::setPrompt(const QJsonObject& prompt) {
    if (prompt.value(u"name") != m_prompt.value(u"name"))
        m_usage.clear();
    m_prompt = prompt;
    if (versionText::find(prompt, m_chosen).isEmpty())
        m_chosen = prompt.value(u"default").toString();
    fill();
}

void VersionsCard::setUsage(const QJsonArray& rows) {
    m_usage.clear();
    for (const QJsonValue& row : rows)
        m_usage.insert(row.toObject().value(u"prompt_version").toString(), row.toObject());
    fill();
}

void VersionsCard::choose(const QString& version) {
    m_chosen = version;
    fill();
}

void VersionsCard::fill() {
    const QSignalBlocker quiet(m_table->selectionModel());
    m_model->removeRows(0, m_model->rowCount());
    QStringList versions = versionText::names(m_prompt);
    std::sort(versions.begin(), versions.end(), [](const QString& a, const QString& b) {
        return versionText::number(a) > versionText::number(b);
    });
    const QString standard = m_prompt.value(u"default").toString();
    for (const QString& name : versions) {
        const QJsonObject version = versionText::find(m_prompt, name);
        const QJsonObject usage = m_usage.value(name);
        const double requests = usage.value(u"requests").toDouble();
        const QJsonValue cost = usage.value(u"cost_usd");
        const QString note = version.value(u"note").toString();
        const QList<QString> texts{
            name,
            name == standard ? tr("default") : QString(),
            note,
            version.value(u"hash").toString(),
            format::dayShort(version.value(u"created_at").toString().left(10)),
            format::count(static_cast<qint64>(requests)),
            requests > 0 ? ratio(usage.value(u"errors").toDouble() / requests) : format::none(),
            orNone(usage.value(u"p95_ms"), &format::milliseconds),
            requests > 0 && cost.isDouble() ? format::usdEach(cost.toDouble() / requests) : format::none()};
        QList<QStandardItem*> row;
        for (int column = 0; column < ColumnCount; ++column) {
            auto* item = new QStandardItem(texts[column]);
            item->setEditable(false);
            if (column == Version || column == Hash)
                item->setData(true, RowDelegate::MonoRole);
            if (column == Hash || column == Day)
                item->setData(static_cast<int>(ColorRole::TextMuted), RowDelegate::ColorRoleRole);
            if (column >= Requests)
                item->setData(static_cast<int>(Qt::AlignRight | Qt::AlignVCenter), Qt::TextAlignmentRole);
            row << item;
        }
        if (name == standard)
            row[State]->setData(static_cast<int>(Tone::Good), RowDelegate::ToneRole);
        row[Note]->setToolTip(note);
        m_model->appendRow(row);
        if (name == m_chosen)
            m_table->setCurrentIndex(row[Version]->index());
    }
    m_table->viewport()->update();
    m_table->updateGeometry();
    follow();
}

void VersionsCard::follow() {
    const QString standard = m_prompt.value(u"default").toString();
    m_traffic->setText(tr("Requests of %1").arg(m_chosen));
    m_traffic->setEnabled(!m_chosen.isEmpty());
    const bool back = versionText::number(m_chosen) < versionText::number(standard);
    m_default->setText(m_chosen == standard ? tr("%1 is the default").arg(m_chosen)
                       : back               ? tr("Roll back to %1").arg(m_chosen)
                                            : tr("Make %1 the default").arg(m_chosen));
    m_default->setEnabled(!m_chosen.isEmpty() && m_chosen != standard);
}

int VersionsCard::rowCount() const {
    return m_model->rowCount();
}

QStringList VersionsCard::rowTexts(int row) const {
    QStringList texts;
    for (int column = 0; column < ColumnCount; ++column)
        texts << m_model->item(row, column)->text();
    return texts;
}

} // namespace tollgate::ui
