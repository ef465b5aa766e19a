#pragma once
// The objects of one admin collection as a list that stays true: read through GatewayLink, read again on
// `config` events, updated row by row so that selection and scroll position survive. Main thread only.

#include "ui/models/resource_row.h"

#include <QAbstractListModel>
#include <QJsonArray>
#include <QTimer>

#include <functional>
#include <vector>

namespace tollgate::ui {

class GatewayLink;
struct GatewayReply;

class ResourceListModel : public QAbstractListModel {
    Q_OBJECT
public:
    using Presenter = std::function<RowLook(const QJsonObject&)>;

    ResourceListModel(GatewayLink* link, ResourceSpec spec, QObject* parent = nullptr);

    const ResourceSpec& spec() const { return m_spec; }
    void setPresenter(Presenter presenter);
    /// Event types besides `config` after which the list is read again, at most twice a second.
    void setRefreshEvents(const QStringList& types) { m_events = types; }

    /// An inactive model asks for nothing; it reads again as soon as it is active.
    void setActive(bool active);
    void refresh();

    bool hasLoaded() const { return m_hasLoaded; }
    QString failure() const { return m_failure; } ///< of the latest read; empty when it went well

    int rowOf(const QString& id) const; ///< -1 when it is not there
    QJsonObject object(const QString& id) const;
    QJsonObject objectAt(int row) const;

    /// What the API answered to a write, shown before the next read.
    void put(const QJsonObject& object);
    void drop(const QString& id);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void loaded();
    void failed(const QString& message);

private:
    struct Row {
        QString id;
        QJsonObject object;
        RowLook look;
    };

    void ask(const QString& cursor);
    void take(const GatewayReply& reply);
    void onEvent(const QString& type);
    void merge(const QJsonArray& objects);
    Row makeRow(const QJsonObject& object) const;
    void replaceRow(int row, Row next);
    void removeAt(int row);

    GatewayLink* m_link;
    ResourceSpec m_spec;
    Presenter m_presenter;
    QStringList m_events;
    std::vector<Row> m_rows;
    QJsonArray m_pending; ///< pages read so far
    QTimer m_again;
    QString m_failure;
    bool m_reading = false;
    bool m_readAgain = false;
    bool m_outdated = false; ///< a local write happened while an answer was under way
    bool m_active = false;
    bool m_stale = true;
    bool m_hasLoaded = false;
};

} // namespace tollgate::ui
