#pragma once
// The answer of GET /usage as a table: one row and one column per value of the two dimensions. Amounts are
// added up as whole nanodollars, as the ledger does, so that every sum agrees with it. Plain values, any
// thread.

#include <QHash>
#include <QJsonArray>
#include <QString>
#include <QStringList>

#include <vector>

namespace tollgate::ui {

struct SpendSum {
    qint64 nanodollars = 0;
    qint64 requests = 0;
    qint64 unpriced = 0; ///< of the requests: their price is not known
    qint64 inputTokens = 0;
    qint64 outputTokens = 0;

    double usd() const { return static_cast<double>(nanodollars) / 1e9; }
    /// Not one price is known: there is no amount, not even zero.
    bool isUnknown() const { return requests > 0 && unpriced >= requests; }
    SpendSum& operator+=(const SpendSum& other);
    friend bool operator==(const SpendSum&, const SpendSum&) = default;
};

class SpendTable {
public:
    struct Value {
        QString id;   ///< as the ledger has it; empty: none
        QString name; ///< as people know it
        SpendSum sum;
    };

    SpendTable() = default;
    /// `split` may be the same as `rows`: then there are no columns.
    SpendTable(const QJsonArray& usage, const QString& rows, const QString& split);

    const std::vector<Value>& rows() const { return m_rows; }       ///< dearest first; days by date
    const std::vector<Value>& columns() const { return m_columns; } ///< likewise
    SpendSum at(const QString& row, const QString& column) const;
    const SpendSum& total() const { return m_total; }
    bool isEmpty() const { return m_rows.empty(); }

private:
    std::vector<Value> m_rows;
    std::vector<Value> m_columns;
    QHash<std::pair<QString, QString>, SpendSum> m_cells;
    SpendSum m_total;
};

} // namespace tollgate::ui
