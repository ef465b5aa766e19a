#include "ui/pages/audit/audit_model.h"

#include "ui/link/gateway_link.h"
#include "ui/pages/audit/audit_text.h"
#include "ui/pages/forms/json_diff.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/table_view.h"

#include <QUrl>

namespace tollgate::ui {

namespace {
constexpr int kPage = 100;
constexpr int kNewerMs = 200; // a configuration document makes many entries at once
} // namespace

AuditModel::AuditModel(GatewayLink& link, QObject* parent)
    : QAbstractTableModel(parent)
    , m_link(link) {
    m_newer.setSingleShot(true);
    m_newer.setInterval(kNewerMs);
    connect(&m_newer, &QTimer::timeout, this, &AuditModel::askNewest);
    connect(&m_link, &GatewayLink::event, this, [this](const QString& type) {
        if (type != QLatin1String("audit"))
            return;
        m_stale = true;
        if (m_active && !m_newer.isActive())
            m_newer.start();
    });
    connect(&m_link, &GatewayLink::stateChanged, this, [this] {
        if (m_active && m_link.state() == LinkState::Listening)
            askNewest();
    });
}

void AuditModel::setActive(bool active) {
    m_active = active;
    if (active && m_stale)
        m_loaded ? askNewest() : restart();
}

void AuditModel::setFilter(const AuditFilter& filter) {
    if (filter == m_filter)
        return;
    m_filter = filter;
    if (m_active)
        restart();
    else
        m_loaded = false;
}

QString AuditModel::path(const QString& cursor) const {
    QString text = QStringLiteral("/audit?limit=%1").arg(kPage);
    const auto add = [&](QLatin1String name, const QString& value) {
        if (!value.isEmpty())
            text += u'&' + name + u'=' + QString::fromLatin1(QUrl::toPercentEncoding(value));
    };
    add(QLatin1String("kind"), m_filter.kind);
    add(QLatin1String("actor"), m_filter.actor);
    add(QLatin1String("subject"), m_filter.subject);
    add(QLatin1String("text"), m_filter.text);
    add(QLatin1String("cursor"), cursor);
    return text;
}

void AuditModel::restart() {
    const int generation = ++m_generation;
    m_asking = true;
    m_stale = false;
    m_link.get(path({}), this, [this, generation](const GatewayReply& reply) {
        if (generation != m_generation)
            return;
        m_asking = false;
        if (!reply.ok())
            return fail(reply);
        beginResetModel();
        m_rows.clear();
        endResetModel();
        m_cursor = reply.json.value(u"next_cursor").toString();
        m_loaded = true;
        m_failure.clear();
        append(reply.json.value(u"data").toArray());
        Q_EMIT changed();
    });
}

void AuditModel::askNewest() {
    if (!m_loaded)
        return restart();
    m_stale = false;
    m_link.get(path({}), this, [this, generation = m_generation](const GatewayReply& reply) {
        if (generation != m_generation)
            return;
        if (!reply.ok())
            return fail(reply);
        const qint64 newest = m_rows.empty() ? 0 : m_rows.front().entry.value(u"id").toInteger();
        QJsonArray newer;
        for (const QJsonValue& value : reply.json.value(u"data").toArray())
            if (value.toObject().value(u"id").toInteger() > newest)
                newer.append(value);
        if (newer.size() >= kPage)
            return restart(); // there may be more between
        m_failure.clear();
        prepend(newer);
        Q_EMIT changed();
    });
}

void AuditModel::fail(const GatewayReply& reply) {
    m_failure = reply.errorMessage();
    m_stale = true;
    Q_EMIT changed();
}

AuditModel::Row AuditModel::rowFrom(const QJsonObject& entry) {
    const QString action = entry.value(u"action").toString();
    Row row{entry, auditText::when(entry.value(u"at").toString()), auditText::action(action), {}};
    const bool both = entry.value(u"before").isObject() && entry.value(u"after").isObject();
    if (both)
        row.change = diffSummary(jsonDiff(entry.value(u"before"), entry.value(u"after")));
    return row;
}

void AuditModel::append(const QJsonArray& entries) {
    if (entries.isEmpty())
        return;
    beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(entries.size()) - 1);
    for (const QJsonValue& value : entries)
        m_rows.push_back(rowFrom(value.toObject()));
    endInsertRows();
}

void AuditModel::prepend(const QJsonArray& entries) {
    if (entries.isEmpty())
        return;
    std::vector<Row> rows;
    for (const QJsonValue& value : entries)
        rows.push_back(rowFrom(value.toObject()));
    beginInsertRows({}, 0, static_cast<int>(rows.size()) - 1);
    m_rows.insert(m_rows.begin(), std::make_move_iterator(rows.begin()), std::make_move_iterator(rows.end()));
    endInsertRows();
}

bool AuditModel::canFetchMore(const QModelIndex& parent) const {
    return !parent.isValid() && m_loaded && !m_asking && !m_cursor.isEmpty();
}

void AuditModel::fetchMore(const QModelIndex& parent) {
    if (!canFetchMore(parent))
        return;
    m_asking = true;
    m_link.get(path(m_cursor), this, [this, generation = m_generation](const GatewayReply& reply) {
        if (generation != m_generation)
            return;
        m_asking = false;
        if (!reply.ok())
            return fail(reply);
        m_cursor = reply.json.value(u"next_cursor").toString();
        append(reply.json.value(u"data").toArray());
        Q_EMIT changed();
    });
}

QJsonObject AuditModel::entry(int row) const {
    return row < 0 || row >= rowCount() ? QJsonObject() : m_rows[static_cast<std::size_t>(row)].entry;
}

int AuditModel::rowOf(qint64 id) const {
    for (int row = 0; row < rowCount(); ++row)
        if (entry(row).value(u"id").toInteger() == id)
            return row;
    return -1;
}

int AuditModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int AuditModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant AuditModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    const auto text = [&](const char* field) { return row.entry.value(QLatin1String(field)).toString(); };
    switch (role) {
    case EntryRole:
        return row.entry;
    case Qt::DisplayRole:
        switch (index.column()) {
        case When:
            return row.when;
        case Who:
            return auditText::actor(text("actor"));
        case What:
            return row.what;
        case Resource:
            return text("kind") == text("subject")
                       ? auditText::kind(text("kind"))
                       : QString(auditText::kind(text("kind")) + u' ' + text("subject"));
        default:
            return row.change;
        }
    case Qt::ToolTipRole:
        return index.column() == When ? text("at") : QVariant();
    case RowDelegate::ToneRole:
        return index.column() == What ? QVariant(static_cast<int>(auditText::tone(text("action"))))
                                      : QVariant();
    case RowDelegate::ColorRoleRole:
        return index.column() == Change || index.column() == When
                   ? QVariant(static_cast<int>(ColorRole::TextMuted))
                   : QVariant();
    default:
        return {};
    }
}

QVariant AuditModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const QString titles[] = {tr("when"), tr("who"), tr("what"), tr("resource"), tr("change")};
    return section >= 0 && section < ColumnCount ? titles[section] : QString();
}

} // namespace tollgate::ui
