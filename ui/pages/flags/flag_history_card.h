#pragma once
// Who changed the flag, when and what, from the audit log; a row can be brought back into the form.

#include "ui/widgets/card.h"
#include "ui/widgets/paint.h"

#include <QJsonArray>
#include <QJsonObject>

class QStandardItemModel;

namespace tollgate::ui {

class TableView;

class FlagHistoryCard : public Card {
    Q_OBJECT
public:
    explicit FlagHistoryCard(QWidget* parent = nullptr);

    /// Entries of GET /audit; those about other objects are left out. `now` is the stored flag.
    void setEntries(const QJsonArray& entries, const QString& key, const QJsonObject& now);
    int rowCount() const;
    QString changeAt(int row) const;

public Q_SLOTS:
    void restore(int row);

Q_SIGNALS:
    /// The flag as that change left it.
    void restoreRequested(const QJsonObject& flag);

private:
    QStandardItemModel* m_model = nullptr;
    TableView* m_table = nullptr;
    QLabel* m_empty = nullptr;
    QList<QJsonObject> m_states; ///< per row; empty: nothing to bring back
};

} // namespace tollgate::ui
