#pragma once
// Where the requests of an alias went in the last hour, target by target.

#include "ui/widgets/card.h"
#include "ui/widgets/paint.h"

#include <QJsonArray>

class QGridLayout;

namespace tollgate::ui {

class LiveShareCard : public Card {
    Q_OBJECT
public:
    explicit LiveShareCard(QWidget* parent = nullptr);
    /// Rows of GET /usage?group_by=provider,model.
    void setRows(const QJsonArray& usageRows);
    int rowCount() const { return m_count; }

private:
    QWidget* m_table = nullptr;
    QGridLayout* m_grid = nullptr;
    QLabel* m_empty = nullptr;
    int m_count = 0;
};

} // namespace tollgate::ui
