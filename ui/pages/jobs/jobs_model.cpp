#include "ui/pages/jobs/jobs_model.h"

#include "ui/link/gateway_link.h"
#include "ui/pages/jobs/jobs_text.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/table_view.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace tollgate::ui {

namespace {
constexpr int kPage = 100;
constexpr int kMostAtOnce = 1'000; ///< as the API has it
} // namespace

JobsModel::JobsModel(GatewayLink& link, JobsKind kind, QObject* parent)
    : QAbstractTableModel(parent)
    , m_link(link)
    , m_kind(kind)
    , m_columns(jobsColumns(kind)) {}

void JobsModel::setSource(const QString& path, const QString& filter) {
    if (path == m_path && filter == m_filter)
        return;
    m_path = path;
    m_filter = filter;
    m_stale = true;
    m_answered = false;
    reset({}, {});
    if (m_active)
        restart();
}

void JobsModel::setActive(bool active) {
    m_active = active;
    if (active && m_stale)
        m_answered ? refresh() : restart();
    m_stale = m_stale || !active;
}

QString JobsModel::path(int limit, const QString& cursor) const {
    QString text = m_path + QStringLiteral("?limit=%1").arg(limit);
    if (!m_filter.isEmpty())
        text += u'&' + m_filter;
    if (!cursor.isEmpty())
        text += QStringLiteral("&cursor=") + cursor;
    return text;
}

void JobsModel::restart() {
    if (m_path.isEmpty())
        return;
    m_asking = true;
    m_stale = false;
    m_link.get(path(kPage, {}), this, [this, generation = ++m_generation](const GatewayReply& reply) {
        if (generation != m_generation)
            return;
        m_asking = false;
        m_refreshing = false;
        m_answered = true;
        m_stale = !reply.ok();
        m_failure = reply.ok() ? QString() : reply.errorMessage();
        if (reply.ok())
            reset(reply.json.value(u"data").toArray(), reply.json.value(u"next_cursor").toString());
        Q_EMIT changed();
    });
}

void JobsModel::refresh() {
    if (!m_active || m_path.isEmpty() || m_refreshing)
        return;
    if (!m_answered)
        return restart();
    m_stale = false;
    m_refreshing = true;
    readAgain(0, {});
}

/// From that row on, piece by piece, as far as has been read.
void JobsModel::readAgain(int from, const QString& cursor) {
    const int limit = std::clamp(rowCount() - from, kPage, kMostAtOnce);
    m_link.get(path(limit, cursor), this, [this, from, generation = m_generation](const GatewayReply& reply) {
        if (generation != m_generation)
            return;
        m_stale = !reply.ok() || !m_active;
        m_failure = reply.ok() ? QString() : reply.errorMessage();
        const QJsonArray objects = reply.json.value(u"data").toArray();
        const QString next = reply.json.value(u"next_cursor").toString();
        const int read = from + static_cast<int>(objects.size());
        if (reply.ok() && merge(from, objects, next) && !next.isEmpty() && m_active && read < rowCount()) {
            readAgain(read, next);
        } else {
            m_refreshing = false;
            if (!m_rows.empty()) // ages
                Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1), {Qt::DisplayRole});
        }
        Q_EMIT changed();
    });
}

std::vector<JobsModel::Row> JobsModel::rowsFrom(const QJsonArray& objects) const {
    std::vector<Row> rows;
    rows.reserve(static_cast<std::size_t>(objects.size()));
    for (const QJsonValue& value : objects) {
        const QJsonObject object = value.toObject();
        rows.push_back({jobsIdOf(m_kind, object), object});
    }
    return rows;
}

void JobsModel::reset(const QJsonArray& rows, const QString& cursor) {
    m_cursor = cursor;
    if (m_rows.empty() && rows.isEmpty())
        return;
    beginResetModel();
    m_rows = rowsFrom(rows);
    endResetModel();
}

void JobsModel::update(int row, const QJsonObject& object) {
    Row& mine = m_rows[static_cast<std::size_t>(row)];
    if (mine.object == object)
        return;
    mine.object = object;
    Q_EMIT dataChanged(index(row, 0), index(row, columnCount() - 1));
    Q_EMIT rowChanged(row);
}

/// Both lists are in one order: what is no more goes, what is new comes where it belongs. These rows stand
/// from `from` on; false: they could not be fitted in, and the list begins anew with them.
bool JobsModel::merge(int from, const QJsonArray& objects, const QString& cursor) {
    const std::vector<Row> fresh = rowsFrom(objects);
    QHash<QString, int> mine;
    for (int row = from; row < rowCount(); ++row)
        mine.insert(m_rows[static_cast<std::size_t>(row)].id, row);
    int known = -1;
    for (auto it = fresh.rbegin(); it != fresh.rend() && known < 0; ++it)
        known = mine.value(it->id, -1);
    const bool last = cursor.isEmpty(); // then this is all there is
    if (from == 0 && known < 0) {
        reset(objects, cursor);
        return false;
    }
    QSet<QString> ids;
    for (const Row& row : fresh)
        ids.insert(row.id);
    for (int row = last || known < 0 ? rowCount() - 1 : known; row >= from; --row) {
        if (ids.contains(m_rows[static_cast<std::size_t>(row)].id))
            continue;
        beginRemoveRows({}, row, row);
        m_rows.erase(m_rows.begin() + row);
        endRemoveRows();
    }
    for (int i = 0; i < static_cast<int>(fresh.size()); ++i) {
        const int row = from + i;
        const Row& now = fresh[static_cast<std::size_t>(i)];
        if (row < rowCount() && m_rows[static_cast<std::size_t>(row)].id == now.id) {
            update(row, now.object);
            continue;
        }
        if (mine.contains(now.id)) { // the order is another one than it was
            if (from == 0)
                reset(objects, cursor);
            else
                restart();
            return false;
        }
        beginInsertRows({}, row, row);
        m_rows.insert(m_rows.begin() + row, now);
        endInsertRows();
    }
    if (last || rowCount() == from + static_cast<int>(fresh.size()))
        m_cursor = cursor;
    return true;
}

void JobsModel::append(const QJsonArray& objects) {
    std::vector<Row> rows = rowsFrom(objects);
    std::erase_if(rows, [this](const Row& row) { return rowOf(row.id) >= 0; });
    if (rows.empty())
        return;
    beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(rows.size()) - 1);
    m_rows.insert(m_rows.end(), std::make_move_iterator(rows.begin()), std::make_move_iterator(rows.end()));
    endInsertRows();
}

bool JobsModel::canFetchMore(const QModelIndex& parent) const {
    return !parent.isValid() && m_answered && !m_asking && !m_cursor.isEmpty();
}

void JobsModel::fetchMore(const QModelIndex& parent) {
    if (!canFetchMore(parent))
        return;
    m_asking = true;
    m_link.get(path(kPage, m_cursor), this, [this, generation = m_generation](const GatewayReply& reply) {
        if (generation != m_generation)
            return;
        m_asking = false;
        m_failure = reply.ok() ? QString() : reply.errorMessage();
        if (reply.ok()) {
            m_cursor = reply.json.value(u"next_cursor").toString();
            append(reply.json.value(u"data").toArray());
        }
        Q_EMIT changed();
    });
}

QJsonObject JobsModel::object(int row) const {
    return row < 0 || row >= rowCount() ? QJsonObject() : m_rows[static_cast<std::size_t>(row)].object;
}

int JobsModel::rowOf(const QString& id) const {
    const auto found = std::ranges::find(m_rows, id, &Row::id);
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

int JobsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int JobsModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

QVariant JobsModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    using Look = JobsColumn::Look;
    const QJsonObject& row = m_rows[static_cast<std::size_t>(index.row())].object;
    const JobsColumn& column = m_columns.at(index.column());
    switch (role) {
    case ObjectRole:
        return row;
    case Qt::DisplayRole:
        return column.text(row).left(300);
    case Qt::ToolTipRole: {
        const QString tip = column.toolTip ? column.toolTip(row) : QString();
        return tip.isEmpty() ? QVariant() : QVariant(tip.toHtmlEscaped());
    }
    case Qt::TextAlignmentRole:
        return column.look == Look::Number ? int(Qt::AlignRight | Qt::AlignVCenter)
                                           : int(Qt::AlignLeft | Qt::AlignVCenter);
    case RowDelegate::ToneRole:
        return column.look == Look::Status
                   ? QVariant(static_cast<int>(jobsText::tone(row.value(u"status").toString())))
                   : QVariant();
    case RowDelegate::MonoRole:
        return column.look == Look::Mono;
    case RowDelegate::ColorRoleRole:
        return column.look == Look::Muted ? QVariant(static_cast<int>(ColorRole::TextMuted)) : QVariant();
    default:
        return {};
    }
}

QVariant JobsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    if (role == Qt::TextAlignmentRole && m_columns.at(section).look == JobsColumn::Look::Number)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    return role == Qt::DisplayRole ? QVariant(m_columns.at(section).title) : QVariant();
}

} // namespace tollgate::ui
