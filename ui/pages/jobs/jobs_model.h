#pragma once
// One of the lists of the Jobs page, read page by page as somebody scrolls. A refresh reads anew what has
// been read, piece by piece: what changed changes in place, so that nothing that is being read jumps. Main
// thread.

#include "ui/pages/jobs/jobs_columns.h"

#include <QAbstractTableModel>
#include <QJsonArray>

#include <vector>

namespace tollgate::ui {

class GatewayLink;

class JobsModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Role { ObjectRole = Qt::UserRole + 1 };

    JobsModel(GatewayLink& link, JobsKind kind, QObject* parent = nullptr);

    /// path: "/tasks"; filter: "status=failed&project=x", encoded. Reads from the start when it changed.
    void setSource(const QString& path, const QString& filter);
    /// Nothing is asked for while it is not active.
    void setActive(bool active);
    void refresh();

    bool hasAnswer() const { return m_answered; }
    bool isComplete() const { return m_cursor.isEmpty(); } ///< nothing is left to read
    QString failure() const { return m_failure; }
    QJsonObject object(int row) const;
    int rowOf(const QString& id) const; ///< -1: not read

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;

    const QList<JobsColumn>& columns() const { return m_columns; }

Q_SIGNALS:
    void changed(); ///< rows came or went, or could not be read
    void rowChanged(int row);

private:
    struct Row {
        QString id;
        QJsonObject object;
    };

    QString path(int limit, const QString& cursor) const;
    void restart();
    void reset(const QJsonArray& rows, const QString& cursor);
    void readAgain(int from, const QString& cursor);
    bool merge(int from, const QJsonArray& rows, const QString& cursor);
    void append(const QJsonArray& rows);
    void update(int row, const QJsonObject& object);
    std::vector<Row> rowsFrom(const QJsonArray& objects) const;

    GatewayLink& m_link;
    const JobsKind m_kind;
    const QList<JobsColumn> m_columns;
    QString m_path;
    QString m_filter;
    std::vector<Row> m_rows;
    QString m_cursor;
    QString m_failure;
    int m_generation = 0;
    bool m_asking = false;
    bool m_refreshing = false;
    bool m_answered = false;
    bool m_active = false;
    bool m_stale = true;
};

} // namespace tollgate::ui
