#include "ui/pages/spend/spend_table.h"

#include "ui/pages/spend/spend_query.h"

#include <QJsonObject>

#include <algorithm>
#include <cmath>

namespace tollgate::ui {

namespace {

constexpr double kNanodollars = 1e9;

SpendSum sumOf(const QJsonObject& row) {
    const auto whole = [&](const char* field) { return row.value(QLatin1String(field)).toInteger(); };
    SpendSum sum;
    sum.nanodollars = std::llround(row.value(u"cost_usd").toDouble() * kNanodollars);
    sum.requests = whole("requests");
    sum.unpriced = whole("unpriced_requests");
    sum.inputTokens = whole("input_tokens");
    sum.outputTokens = whole("output_tokens");
    return sum;
}

/// The values of one dimension in the order they came.
class Values {
public:
    Values(QString dimension, std::vector<SpendTable::Value>& list)
        : m_dimension(std::move(dimension))
        , m_list(list) {}

    QString add(const QJsonObject& row, const SpendSum& sum) {
        const QString id = row.value(m_dimension).toString();
        auto at = m_index.find(id);
        if (at == m_index.end()) {
            at = m_index.insert(id, m_list.size());
            m_list.push_back({id, nameOf(row, id), {}});
        }
        m_list[*at].sum += sum;
        return id;
    }

    void sort() {
        const bool byDate = m_dimension == QLatin1String("day");
        std::stable_sort(m_list.begin(), m_list.end(),
                         [byDate](const SpendTable::Value& a, const SpendTable::Value& b) {
                             return byDate ? a.id < b.id : a.sum.nanodollars > b.sum.nanodollars;
                         });
    }

private:
    QString nameOf(const QJsonObject& row, const QString& id) const {
        if (id.isEmpty())
            return spend::noneText(m_dimension);
        const QString keyName =
            m_dimension == QLatin1String("key") ? row.value(u"key_name").toString() : QString();
        return keyName.isEmpty() ? id : keyName;
    }

    QString m_dimension;
    std::vector<SpendTable::Value>& m_list;
    QHash<QString, std::size_t> m_index;
};

} // namespace

SpendSum& SpendSum::operator+=(const SpendSum& other) {
    nanodollars += other.nanodollars;
    requests += other.requests;
    unpriced += other.unpriced;
    inputTokens += other.inputTokens;
    outputTokens += other.outputTokens;
    return *this;
}

SpendTable::SpendTable(const QJsonArray& usage, const QString& rows, const QString& split) {
    Values rowValues(rows, m_rows);
    Values columnValues(split, m_columns);
    for (const QJsonValue& value : usage) {
        const QJsonObject object = value.toObject();
        const SpendSum sum = sumOf(object);
        m_total += sum;
        const QString row = rowValues.add(object, sum);
        if (rows != split)
            m_cells[{row, columnValues.add(object, sum)}] += sum;
    }
    rowValues.sort();
    columnValues.sort();
}

SpendSum SpendTable::at(const QString& row, const QString& column) const {
    return m_cells.value({row, column});
}

} // namespace tollgate::ui
