#include "ui/pages/spend/spend_model.h"

#include "ui/models/format.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/table_view.h"

#include <algorithm>
#include <numeric>

namespace tollgate::ui {

namespace {

bool sameValues(const std::vector<SpendTable::Value>& a, const std::vector<SpendTable::Value>& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](const SpendTable::Value& one, const SpendTable::Value& other) {
                          return one.id == other.id && one.name == other.name;
                      });
}

} // namespace

void SpendModel::setTable(const SpendTable& table, const SpendQuery& query) {
    if (query == m_query && sameValues(table.rows(), m_table.rows()) &&
        sameValues(table.columns(), m_table.columns())) {
        // Only amounts are new: selection and scroll position stay.
        m_table = table;
        measure();
        if (!m_table.isEmpty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
        return;
    }
    beginResetModel();
    if (query.rows != m_query.rows || query.split != m_query.split)
        m_sortColumn = -1;
    m_table = table;
    m_query = query;
    arrange();
    endResetModel();
}

void SpendModel::measure() {
    m_largest = 0;
    for (const SpendTable::Value& row : m_table.rows())
        m_largest = std::max(m_largest, row.sum.nanodollars);
}

void SpendModel::arrange() {
    measure();
    m_order.resize(m_table.rows().size());
    std::iota(m_order.begin(), m_order.end(), 0);
    if (m_sortColumn < 0) {
        if (m_query.rows == QLatin1String("day"))
            std::reverse(m_order.begin(), m_order.end());
        return;
    }
    const auto& rows = m_table.rows();
    const SpendTable::Value* split = splitAt(m_sortColumn);
    const auto number = [&](int row) {
        const SpendTable::Value& value = rows[static_cast<std::size_t>(row)];
        if (split)
            return m_table.at(value.id, split->id).nanodollars;
        return m_sortColumn == Requests ? value.sum.requests : value.sum.nanodollars;
    };
    const auto less = [&](int a, int b) {
        if (m_sortColumn == Name)
            return rows[static_cast<std::size_t>(a)].name.localeAwareCompare(
                       rows[static_cast<std::size_t>(b)].name) < 0;
        return number(a) < number(b);
    };
    std::stable_sort(m_order.begin(), m_order.end(), [&](int a, int b) {
        return m_sortOrder == Qt::AscendingOrder ? less(a, b) : less(b, a);
    });
}

void SpendModel::sort(int column, Qt::SortOrder order) {
    if (column == m_sortColumn && order == m_sortOrder)
        return;
    Q_EMIT layoutAboutToBeChanged();
    m_sortColumn = column;
    m_sortOrder = order;
    const std::vector<int> before = m_order;
    arrange();
    for (const QModelIndex& old : persistentIndexList()) {
        if (old.row() == 0)
            continue; // the sums stay on top
        const auto now =
            std::find(m_order.begin(), m_order.end(), before[static_cast<std::size_t>(old.row() - 1)]);
        changePersistentIndex(old, index(static_cast<int>(now - m_order.begin()) + 1, old.column()));
    }
    Q_EMIT layoutChanged();
}

int SpendModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() || m_table.isEmpty() ? 0 : static_cast<int>(m_order.size()) + 1;
}

int SpendModel::columnCount(const QModelIndex& parent) const {
    if (parent.isValid())
        return 0;
    return FixedColumns + (m_query.hasSplit() ? static_cast<int>(m_table.columns().size()) : 0);
}

const SpendTable::Value* SpendModel::splitAt(int column) const {
    const auto at = static_cast<std::size_t>(std::max(column - FixedColumns, 0));
    return column < FixedColumns || at >= m_table.columns().size() ? nullptr : &m_table.columns()[at];
}

SpendSum SpendModel::cell(int row, int column) const {
    const SpendTable::Value* split = splitAt(column);
    if (row == 0)
        return split ? split->sum : m_table.total();
    const SpendTable::Value& value =
        m_table.rows()[static_cast<std::size_t>(m_order[static_cast<std::size_t>(row - 1)])];
    return split ? m_table.at(value.id, split->id) : value.sum;
}

QString SpendModel::amount(const SpendSum& sum) {
    if (sum.isUnknown())
        return tr("unknown");
    if (sum.requests == 0)
        return {};
    return format::usdSmall(sum.usd());
}

QString SpendModel::text(int row, int column) const {
    switch (column) {
    case Name:
        return row == 0 ? tr("everything")
                        : m_table.rows()[static_cast<std::size_t>(m_order[static_cast<std::size_t>(row - 1)])]
                              .name;
    case Share:
        return {};
    case Requests:
        return format::count(cell(row, column).requests);
    default:
        return amount(cell(row, column));
    }
}

QString SpendModel::toolTip(int row, int column) const {
    const SpendSum sum = cell(row, column);
    if (sum.requests == 0 || column == Name)
        return {};
    if (column == Share)
        return data(index(row, column), Qt::AccessibleTextRole).toString();
    QStringList lines{
        tr("%1 for %n requests", nullptr, static_cast<int>(sum.requests))
            .arg(sum.isUnknown() ? tr("unknown") : u'$' + QString::number(sum.usd(), 'f', 9)),
        tr("%1 tokens in, %2 out").arg(format::count(sum.inputTokens), format::count(sum.outputTokens))};
    if (sum.unpriced > 0)
        lines << tr("%n of them without a known price", nullptr, static_cast<int>(sum.unpriced));
    lines << tr("Click shows the requests.");
    return lines.join(u'\n');
}

QStringList SpendModel::terms(int row, int column) const {
    QStringList list;
    if (row > 0)
        list << spend::term(
            m_query.rows,
            m_table.rows()[static_cast<std::size_t>(m_order[static_cast<std::size_t>(row - 1)])].id);
    if (const SpendTable::Value* split = splitAt(column))
        list << spend::term(m_query.split, split->id);
    return list;
}

QVariant SpendModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const int row = index.row();
    const int column = index.column();
    const auto shareOf = [&](qint64 whole) {
        return whole > 0 ? static_cast<double>(cell(row, column).nanodollars) / static_cast<double>(whole)
                         : 0.0;
    };
    switch (role) {
    case Qt::DisplayRole:
        return text(row, column);
    case Qt::AccessibleTextRole:
        return column == Share
                   ? tr("%1 of everything").arg(format::percent(shareOf(m_table.total().nanodollars), 1))
                   : text(row, column);
    case Qt::ToolTipRole:
        return toolTip(row, column);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignVCenter |
                                   (column == Name || column == Share ? Qt::AlignLeft : Qt::AlignRight));
    case ShareRole:
        return column == Share && row > 0 ? QVariant(shareOf(m_largest)) : QVariant();
    case TermsRole:
        return terms(row, column);
    case RowDelegate::ColorRoleRole:
        if (column >= Total && cell(row, column).isUnknown())
            return static_cast<int>(ColorRole::Warning);
        return column == Requests ? QVariant(static_cast<int>(ColorRole::TextMuted)) : QVariant();
    case Qt::FontRole:
        return row == 0 || column == Total ? QVariant(Theme::of(nullptr).textFont(-0.25, QFont::DemiBold))
                                           : QVariant();
    default:
        return {};
    }
}

QVariant SpendModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter |
                                   (section == Name || section == Share ? Qt::AlignLeft : Qt::AlignRight));
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    switch (section) {
    case Name:
        return spend::dimensionName(m_query.rows);
    case Total:
        return tr("cost");
    case Share:
        return tr("share");
    case Requests:
        return tr("requests");
    default:
        return splitAt(section) ? splitAt(section)->name : QString();
    }
}

} // namespace tollgate::ui
