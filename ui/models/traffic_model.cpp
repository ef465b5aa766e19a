#include "ui/models/traffic_model.h"

#include "ui/models/request_cells.h"

#include <algorithm>

namespace tollgate::ui {

TrafficModel::TrafficModel(int capacity, QObject* parent)
    : QAbstractTableModel(parent)
    , m_capacity(capacity) {}

TrafficModel::~TrafficModel() = default;

void TrafficModel::reset(std::vector<RequestRow> rows) {
    beginResetModel();
    m_rows.clear();
    m_ids.clear();
    for (RequestRow& row : rows) {
        if (isFull() || m_ids.contains(row.id))
            continue;
        m_ids.insert(row.id);
        m_rows.push_back({std::move(row), nullptr});
    }
    endResetModel();
}

void TrafficModel::prepend(std::vector<RequestRow> rows) {
    std::vector<RequestRow> fresh;
    fresh.reserve(rows.size());
    QSet<QString> seen;
    for (RequestRow& row : rows) {
        if (m_ids.contains(row.id)) {
            updateInPlace(row);
        } else if (!seen.contains(row.id) && fresh.size() < static_cast<std::size_t>(m_capacity)) {
            seen.insert(row.id);
            fresh.push_back(std::move(row));
        }
    }
    if (fresh.empty())
        return;
    const int count = static_cast<int>(fresh.size());
    dropOldest(rowCount() + count - m_capacity);
    beginInsertRows({}, 0, count - 1);
    m_ids.unite(seen);
    for (auto row = fresh.rbegin(); row != fresh.rend(); ++row)
        m_rows.push_front({std::move(*row), nullptr});
    endInsertRows();
}

void TrafficModel::append(std::vector<RequestRow> rows) {
    std::erase_if(rows, [this](const RequestRow& row) { return m_ids.contains(row.id); });
    const auto room = static_cast<std::size_t>(std::max(0, m_capacity - rowCount()));
    if (rows.size() > room)
        rows.resize(room);
    if (rows.empty())
        return;
    beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(rows.size()) - 1);
    for (RequestRow& row : rows) {
        m_ids.insert(row.id);
        m_rows.push_back({std::move(row), nullptr});
    }
    endInsertRows();
}

void TrafficModel::updateInPlace(const RequestRow& row) {
    const int at = indexOf(row.id);
    if (at < 0)
        return;
    m_rows[static_cast<std::size_t>(at)] = {row, nullptr};
    Q_EMIT dataChanged(index(at, 0), index(at, ColumnCount - 1), {Qt::DisplayRole, ToneRole, RunningRole});
}

void TrafficModel::dropOldest(int count) {
    count = std::min(count, rowCount());
    if (count <= 0)
        return;
    beginRemoveRows({}, rowCount() - count, rowCount() - 1);
    for (int dropped = 0; dropped < count; ++dropped) {
        m_ids.remove(m_rows.back().row.id);
        m_rows.pop_back();
    }
    endRemoveRows();
}

int TrafficModel::indexOf(const QString& id) const {
    if (!m_ids.contains(id))
        return -1;
    const auto found =
        std::find_if(m_rows.begin(), m_rows.end(), [&id](const Entry& entry) { return entry.row.id == id; });
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

int TrafficModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int TrafficModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QString TrafficModel::text(int row, int column) const {
    const Entry& entry = m_rows[static_cast<std::size_t>(row)];
    if (column == Time)
        return cells::text(entry.row, column); // what is today's is not tomorrow
    if (!entry.shown)
        entry.shown = std::make_unique<std::vector<QString>>(ColumnCount);
    QString& shown = (*entry.shown)[static_cast<std::size_t>(column)];
    if (shown.isNull())
        shown = cells::text(entry.row, column);
    return shown;
}

QVariant TrafficModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return text(index.row(), column);
    case Qt::ToolTipRole: {
        const QString tip = cells::toolTip(at(index.row()), column);
        // A tooltip would render markup; the texts of callers and models stay what they are.
        return tip.isEmpty() ? QVariant()
                             : QVariant(QString(u"<span style=\"white-space:pre-wrap\">" %
                                                tip.toHtmlEscaped() % u"</span>"));
    }
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignVCenter |
                                   (cells::isNumeric(column) ? Qt::AlignRight : Qt::AlignLeft));
    case Qt::AccessibleTextRole: {
        const QString shown = text(index.row(), column);
        return column == Status ? QString(shown % u", " % cells::outcomeText(at(index.row()))) : shown;
    }
    case FilterTermRole:
        return cells::filterTerm(at(index.row()), column);
    case ToneRole:
        return static_cast<int>(cells::tone(at(index.row()), column));
    case MonoRole:
        return cells::isCode(column);
    case RunningRole:
        return at(index.row()).isRunning();
    default:
        return {};
    }
}

QVariant TrafficModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return cells::columnName(section);
    case Qt::ToolTipRole:
        return cells::columnToolTip(section);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignVCenter |
                                   (cells::isNumeric(section) ? Qt::AlignRight : Qt::AlignLeft));
    default:
        return {};
    }
}

bool TrafficModel::canFetchMore(const QModelIndex& parent) const {
    return !parent.isValid() && m_olderAvailable && !isFull();
}

void TrafficModel::fetchMore(const QModelIndex& parent) {
    if (canFetchMore(parent))
        Q_EMIT olderRowsWanted();
}

QString TrafficModel::columnName(int column) {
    return cells::columnName(column);
}

} // namespace tollgate::ui
