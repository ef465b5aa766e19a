#pragma once
// The requests the Traffic page holds, newest first. It knows rows and columns, not where rows come from:
// TrafficFeed brings them in batches. Main thread.

#include "ui/models/request_row.h"

#include <QAbstractTableModel>

#include <deque>
#include <memory>
#include <vector>

namespace tollgate::ui {

class TrafficModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column {
        Time,
        Status,
        User,
        Alias,
        ServedBy,
        Latency,
        Tokens,
        Cost,
        // Hidden until the reader asks for them.
        Project,
        Key,
        TimeToFirstToken,
        Overhead,
        Attempts,
        Flag,
        PromptVersion,
        TraceId,
        Note,
        Error,
        ColumnCount
    };
    static constexpr int kShownByDefault = Project;
    static constexpr int kDefaultCapacity = 20000;

    enum Role {
        FilterTermRole =
            Qt::UserRole + 1, ///< QString: what selects rows like this cell, empty when nothing does
        ToneRole,             ///< int(ColorRole): how the cell feels about its value
        MonoRole,             ///< bool: a code, shown in the monospaced font
        RunningRole,          ///< bool: the request has not ended yet
    };

    explicit TrafficModel(int capacity = kDefaultCapacity, QObject* parent = nullptr);
    ~TrafficModel() override;

    /// Replaces everything. Newest first, as in all three.
    void reset(std::vector<RequestRow> rows);
    /// Newer rows; ids already held update their row in place. Oldest rows go when the capacity is reached.
    void prepend(std::vector<RequestRow> rows);
    /// The next older page; ids already held are skipped, as is what would not fit.
    void append(std::vector<RequestRow> rows);

    bool isEmpty() const { return m_rows.empty(); }
    bool contains(const QString& id) const { return m_ids.contains(id); }
    const RequestRow& at(int row) const { return m_rows[static_cast<std::size_t>(row)].row; }
    int indexOf(const QString& id) const; ///< -1 when it is not held
    int capacity() const { return m_capacity; }
    bool isFull() const { return rowCount() >= m_capacity; }
    TextPool& texts() { return m_texts; }

    /// Whether older rows exist that are not held yet; fetchMore() then emits olderRowsWanted().
    void setOlderAvailable(bool available) { m_olderAvailable = available; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;

    /// The text of a cell as the table shows it.
    QString text(int row, int column) const;
    static QString columnName(int column);

Q_SIGNALS:
    void olderRowsWanted();

private:
    struct Entry {
        RequestRow row;
        /// Built once, when the row is first looked at.
        mutable std::unique_ptr<std::vector<QString>> shown;
    };

    void updateInPlace(const RequestRow& row);
    void dropOldest(int count);

    std::deque<Entry> m_rows;
    QSet<QString> m_ids;
    TextPool m_texts;
    int m_capacity;
    bool m_olderAvailable = false;
};

} // namespace tollgate::ui
