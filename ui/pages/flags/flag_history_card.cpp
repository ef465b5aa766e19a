#include "ui/pages/flags/flag_history_card.h"

#include "ui/models/format.h"
#include "ui/pages/audit/audit_text.h"
#include "ui/pages/flags/flag_text.h"
#include "ui/widgets/fit_headers.h"
#include "ui/widgets/table_view.h"

#include <QDateTime>
#include <QHeaderView>
#include <QLocale>
#include <QStandardItemModel>

namespace tollgate::ui {

namespace {

enum Column { When, Who, Change, Restore, ColumnCount };

/// "today 11:20", "yesterday 17:02", "Nov 9 08:15"
QString sayTime(const QString& iso) {
    const qint64 ms = format::fromIso(iso);
    if (ms <= 0)
        return iso;
    const QDate day = QDateTime::fromMSecsSinceEpoch(ms).date();
    const qint64 ago = day.daysTo(QDate::currentDate());
    if (ago == 0)
        return FlagHistoryCard::tr("today %1").arg(format::clock(ms));
    if (ago == 1)
        return FlagHistoryCard::tr("yesterday %1").arg(format::clock(ms));
    return QString(format::dayShort(day.toString(Qt::ISODate)) + u' ' + format::clock(ms));
}

QString first(const QJsonObject& entry, std::initializer_list<const char*> names) {
    for (const char* name : names)
        if (const QString text = entry.value(QLatin1String(name)).toString(); !text.isEmpty())
            return text;
    return {};
}

bool isAbout(const QJsonObject& entry, const QString& key) {
    const QString kind = first(entry, {"kind", "resource", "collection"});
    const QString subject = first(entry, {"subject", "id", "name"});
    return (kind == QLatin1String("flag") || kind == QLatin1String("flags")) && subject == key;
}

} // namespace

FlagHistoryCard::FlagHistoryCard(QWidget* parent)
    : Card(tr("History"), parent) {
    m_model = new QStandardItemModel(0, ColumnCount, this);
    m_model->setHorizontalHeaderLabels({tr("when"), tr("who"), tr("change"), QString()});
    m_table = new TableView(tr("History of this flag"), this);
    m_table->setModel(m_model);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setFitsRows(true);
    auto* header = m_table->horizontalHeader();
    header->setSectionResizeMode(QHeaderView::Fixed);
    header->setSectionResizeMode(Change, QHeaderView::Stretch);
    const Theme& theme = Theme::of(this);
    m_table->setColumnWidth(When, theme.px(166));
    m_table->setColumnWidth(Who, theme.px(210));
    m_table->setColumnWidth(Restore, theme.px(90));
    fitHeaders(m_table);
    content()->addWidget(m_table);
    m_empty =
        makeLabel(tr("Changes to this flag appear here."), ColorRole::TextMuted, -0.5, QFont::Normal, this);
    content()->addWidget(m_empty);
    content()->addStretch(1);
    connect(m_table, &QTableView::clicked, this, [this](const QModelIndex& index) {
        if (index.column() == Restore)
            restore(index.row());
    });
    connect(m_table, &TableView::rowActivated, this,
            [this](const QModelIndex& index) { restore(index.row()); });
    setEntries({}, {}, {});
}

void FlagHistoryCard::setEntries(const QJsonArray& entries, const QString& key, const QJsonObject& now) {
    m_model->removeRows(0, m_model->rowCount());
    m_states.clear();
    QJsonObject wanted = now; // without what nobody set
    wanted.remove(u"changed_at");
    wanted.remove(u"intervention");
    for (const QJsonValue& value : entries) {
        const QJsonObject entry = value.toObject();
        if (!isAbout(entry, key))
            continue;
        const QJsonObject after = entry.value(u"after").toObject();
        const bool canRestore = after.contains(u"type") && after != wanted;
        const QString what =
            flagText::change(first(entry, {"action", "what"}), entry.value(u"before"), entry.value(u"after"));
        QList<QStandardItem*> row{new QStandardItem(sayTime(first(entry, {"at", "when", "time"}))),
                                  new QStandardItem(auditText::actor(first(entry, {"actor", "who"}))),
                                  new QStandardItem(what),
                                  new QStandardItem(canRestore ? tr("restore") : QString())};
        row[Change]->setToolTip(what);
        row[Restore]->setToolTip(tr("Bring the flag back to how this change left it; saved only by Save"));
        row[Restore]->setData(static_cast<int>(ColorRole::TextMuted), RowDelegate::ColorRoleRole);
        row[Restore]->setData(static_cast<int>(Qt::AlignRight | Qt::AlignVCenter), Qt::TextAlignmentRole);
        m_model->appendRow(row);
        m_states << (canRestore ? after : QJsonObject());
    }
    m_table->setVisible(m_model->rowCount() > 0);
    m_empty->setVisible(m_model->rowCount() == 0);
}

int FlagHistoryCard::rowCount() const {
    return m_model->rowCount();
}

QString FlagHistoryCard::changeAt(int row) const {
    return m_model->item(row, Change)->text();
}

void FlagHistoryCard::restore(int row) {
    if (row >= 0 && row < m_states.size() && !m_states.at(row).isEmpty())
        Q_EMIT restoreRequested(m_states.at(row));
}

} // namespace tollgate::ui
