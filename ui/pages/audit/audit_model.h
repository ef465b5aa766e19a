#pragma once
// The audit log, newest first, read page by page as somebody scrolls; what happens meanwhile comes on top.
// Main thread.

#include <QAbstractTableModel>
#include <QJsonArray>
#include <QJsonObject>
#include <QTimer>

#include <vector>

namespace tollgate::ui {

class GatewayLink;
struct GatewayReply;

struct AuditFilter {
    QString kind;
    QString actor;
    QString text;
    QString subject;
    friend bool operator==(const AuditFilter&, const AuditFilter&) = default;
};

class AuditModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { When, Who, What, Resource, Change, ColumnCount };
    enum Role { EntryRole = Qt::UserRole + 1 };

    explicit AuditModel(GatewayLink& link, QObject* parent = nullptr);

    void setActive(bool active);
    void setFilter(const AuditFilter& filter);
    const AuditFilter& filter() const { return m_filter; }
    bool hasLoaded() const { return m_loaded; }
    QString failure() const { return m_failure; }
    QJsonObject entry(int row) const;
    int rowOf(qint64 id) const; ///< -1: not read

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;

Q_SIGNALS:
    void changed(); ///< rows came, or did not

private:
    struct Row {
        QJsonObject entry;
        QString when;
        QString what;
        QString change;
    };

    void restart();
    void askNewest();
    QString path(const QString& cursor) const;
    static Row rowFrom(const QJsonObject& entry);
    void append(const QJsonArray& entries);
    void prepend(const QJsonArray& entries);
    void fail(const GatewayReply& reply);

    GatewayLink& m_link;
    AuditFilter m_filter;
    std::vector<Row> m_rows;
    QString m_cursor; ///< of the next page; empty: there is none
    QString m_failure;
    QTimer m_newer;
    int m_generation = 0;
    bool m_asking = false;
    bool m_loaded = false;
    bool m_active = false;
    bool m_stale = true;
};

} // namespace tollgate::ui
