#include "ui/shell/palette/palette_model.h"

#include "ui/shell/palette/fuzzy_match.h"

#include <algorithm>

namespace tollgate::ui {

void PaletteModel::setItems(QList<PaletteItem> items) {
    m_items = std::move(items);
    rebuild();
}

void PaletteModel::setRecent(const QStringList& ids) {
    m_recent = ids.mid(0, kMaxRecent);
    rebuild();
}

void PaletteModel::setPattern(const QString& pattern) {
    m_pattern = pattern.simplified();
    rebuild();
}

std::function<void()> PaletteModel::use(int row) {
    if (row < 0 || row >= m_rows.size())
        return {};
    const PaletteItem item = m_items.at(m_rows.at(row).item);
    QStringList recent = m_recent;
    recent.removeAll(item.id);
    recent.prepend(item.id);
    setRecent(recent);
    return item.run;
}

int PaletteModel::recencyOf(const QString& id) const {
    const auto at = static_cast<int>(m_recent.indexOf(id));
    return at < 0 ? 0 : kMaxRecent - at;
}

void PaletteModel::rebuild() {
    QList<Row> rows;
    for (int i = 0; i < m_items.size(); ++i) {
        const PaletteItem& item = m_items.at(i);
        if (const auto match = fuzzyMatch(m_pattern, item.title, item.kind))
            rows.append({i, match->score, recencyOf(item.id), match->positions});
    }
    std::stable_sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) {
        return a.score != b.score ? a.score > b.score : a.recency > b.recency;
    });
    if (rows.size() > kMaxRows)
        rows.resize(kMaxRows);
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

int PaletteModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant PaletteModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const Row& row = m_rows.at(index.row());
    const PaletteItem& item = m_items.at(row.item);
    switch (role) {
    case Qt::DisplayRole:
        return item.title;
    case Qt::AccessibleTextRole: {
        QStringList parts{item.title, item.kind, item.keys};
        parts.removeAll(QString());
        return parts.join(QStringLiteral(", "));
    }
    case IdRole:
        return item.id;
    case KindRole:
        return item.kind;
    case IconRole:
        return item.icon;
    case KeysRole:
        return item.keys;
    case PositionsRole:
        return QVariant::fromValue(row.positions);
    case RecentRole:
        return m_pattern.isEmpty() && row.recency > 0;
    default:
        return {};
    }
}

} // namespace tollgate::ui
