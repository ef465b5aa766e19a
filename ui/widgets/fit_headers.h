#pragma once
// Columns of fixed widths were measured in English; other languages' headers may need more. Main thread.

class QTableView;

namespace tollgate::ui {

/// Widens the columns whose headers would be cut; none becomes narrower.
void fitHeaders(QTableView* table);

} // namespace tollgate::ui
