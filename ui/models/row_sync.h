#pragma once
// Brings the rows of a small list model to a new state with as little signalling as the change needs: a list
// refreshed every second keeps its selection and repaints only what differs.

#include <QAbstractItemModel>
#include <QList>

#include <algorithm>

namespace tollgate::ui {

/// `sameRow` says that two values are the same thing, perhaps with other numbers. A changed order resets the
/// model. The callables forward to the model's protected begin…/end… functions.
template <typename Row, typename SameRow, typename Reset, typename Changed>
void syncRows(QList<Row>& rows, QList<Row> next, SameRow sameRow, Reset reset, Changed changed) {
    const bool sameOrder =
        rows.size() == next.size() && std::equal(rows.begin(), rows.end(), next.begin(), sameRow);
    if (!sameOrder) {
        reset(std::move(next));
        return;
    }
    for (qsizetype row = 0; row < rows.size(); ++row) {
        if (rows[row] == next[row])
            continue;
        rows[row] = std::move(next[row]);
        changed(static_cast<int>(row));
    }
}

} // namespace tollgate::ui
