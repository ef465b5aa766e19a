#include "ui/models/resource_list_model.h"

#include "ui/link/gateway_link.h"

#include <QUrl>

#include <algorithm>

namespace tollgate::ui {

namespace {
constexpr int kCoalesceMs = 500; // live events come in bursts; people read no faster than this
constexpr int kConfigMs = 50;    // a write of one's own should show at once
} // namespace

ResourceListModel::ResourceListModel(GatewayLink* link, ResourceSpec spec, QObject* parent)
    : QAbstractListModel(parent)
    , m_link(link)
    , m_spec(std::move(spec)) {
    m_presenter = [this](const QJsonObject& object) {
        RowLook look;
        look.title = m_spec.idOf(object);
        return look;
    };
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, &ResourceListModel::refresh);
    connect(m_link, &GatewayLink::event, this, [this](const QString& type) { onEvent(type); });
    connect(m_link, &GatewayLink::stateChanged, this, [this] {
        if (m_link->state() == LinkState::Listening)
            onEvent(QStringLiteral("config"));
    });
}

void ResourceListModel::setPresenter(Presenter presenter) {
    m_presenter = std::move(presenter);
    for (int row = 0; row < rowCount(); ++row)
        replaceRow(row, makeRow(m_rows[static_cast<std::size_t>(row)].object));
}

void ResourceListModel::onEvent(const QString& type) {
    const bool isConfig = type == QLatin1String("config");
    if (!isConfig && !m_events.contains(type))
        return;
    m_stale = true;
    if (!m_active)
        return;
    const int wait = isConfig ? kConfigMs : kCoalesceMs;
    if (!m_again.isActive() || m_again.remainingTime() > wait)
        m_again.start(wait);
}

void ResourceListModel::setActive(bool active) {
    m_active = active;
    if (!active)
        m_again.stop();
    else if (m_stale)
        refresh();
}

void ResourceListModel::refresh() {
    if (m_reading) {
        m_readAgain = true;
        return;
    }
    m_reading = true;
    m_readAgain = false;
    m_outdated = false;
    m_stale = false;
    m_pending = {};
    ask({});
}

void ResourceListModel::ask(const QString& cursor) {
    QString path = m_spec.collection + QStringLiteral("?limit=1000");
    if (!cursor.isEmpty())
        path += QStringLiteral("&cursor=") + QString::fromLatin1(QUrl::toPercentEncoding(cursor));
    m_link->get(path, this, [this](const GatewayReply& reply) { take(reply); });
}

void ResourceListModel::take(const GatewayReply& reply) {
    for (const QJsonValue& value : reply.json.value(u"data").toArray())
        m_pending.append(value);
    const QString next = reply.json.value(u"next_cursor").toString();
    if (reply.ok() && !next.isEmpty()) {
        ask(next);
        return;
    }
    m_reading = false;
    const QJsonArray objects = std::exchange(m_pending, {});
    if (!reply.ok()) {
        m_stale = true;
        m_failure = reply.errorMessage();
        Q_EMIT failed(m_failure);
    } else if (!m_outdated) {
        m_failure.clear();
        merge(objects);
        m_hasLoaded = true;
        Q_EMIT loaded();
    }
    if (m_readAgain || m_outdated)
        refresh();
}

ResourceListModel::Row ResourceListModel::makeRow(const QJsonObject& object) const {
    return {m_spec.idOf(object), object, m_presenter(object)};
}

void ResourceListModel::replaceRow(int row, Row next) {
    Row& now = m_rows[static_cast<std::size_t>(row)];
    if (now.object == next.object && now.look == next.look)
        return;
    now = std::move(next);
    Q_EMIT dataChanged(index(row), index(row));
}

/// Row by row towards the new state, so that persistent indexes (selection, current) keep their object.
void ResourceListModel::merge(const QJsonArray& objects) {
    std::vector<Row> target;
    target.reserve(static_cast<std::size_t>(objects.size()));
    QHash<QString, int> wanted;
    for (const QJsonValue& value : objects) {
        target.push_back(makeRow(value.toObject()));
        wanted.insert(target.back().id, static_cast<int>(target.size()) - 1);
    }
    for (int row = rowCount() - 1; row >= 0; --row)
        if (!wanted.contains(m_rows[static_cast<std::size_t>(row)].id))
            removeAt(row);
    for (int row = 0; row < static_cast<int>(target.size()); ++row) {
        Row& next = target[static_cast<std::size_t>(row)];
        const int at = rowOf(next.id);
        if (at < 0) {
            beginInsertRows({}, row, row);
            m_rows.insert(m_rows.begin() + row, std::move(next));
            endInsertRows();
            continue;
        }
        if (at > row && beginMoveRows({}, at, at, {}, row)) {
            std::rotate(m_rows.begin() + row, m_rows.begin() + at, m_rows.begin() + at + 1);
            endMoveRows();
        }
        replaceRow(row, std::move(next));
    }
}

int ResourceListModel::rowOf(const QString& id) const {
    const auto it = std::find_if(m_rows.begin(), m_rows.end(), [&](const Row& row) { return row.id == id; });
    return it == m_rows.end() ? -1 : static_cast<int>(it - m_rows.begin());
}

QJsonObject ResourceListModel::object(const QString& id) const {
    return objectAt(rowOf(id));
}

QJsonObject ResourceListModel::objectAt(int row) const {
    return row < 0 || row >= rowCount() ? QJsonObject() : m_rows[static_cast<std::size_t>(row)].object;
}

void ResourceListModel::put(const QJsonObject& object) {
    m_outdated = m_reading;
    Row next = makeRow(object);
    const int row = rowOf(next.id);
    if (row >= 0) {
        replaceRow(row, std::move(next));
        return;
    }
    beginInsertRows({}, rowCount(), rowCount());
    m_rows.push_back(std::move(next));
    endInsertRows();
}

void ResourceListModel::drop(const QString& id) {
    const int row = rowOf(id);
    if (row < 0)
        return;
    m_outdated = m_reading;
    removeAt(row);
}

void ResourceListModel::removeAt(int row) {
    beginRemoveRows({}, row, row);
    m_rows.erase(m_rows.begin() + row);
    endRemoveRows();
}

int ResourceListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant ResourceListModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return row.look.title;
    case Qt::AccessibleTextRole:
        return spokenRow(row.look);
    case IdRole:
        return row.id;
    case ObjectRole:
        return row.object;
    case LookRole:
        return QVariant::fromValue(row.look);
    case SearchRole:
        return QString(row.look.title + u' ' + row.look.subtitle + u' ' + row.look.searchText);
    case CollectionRole:
        return m_spec.collection;
    default:
        return {};
    }
}

QHash<int, QByteArray> ResourceListModel::roleNames() const {
    return {{Qt::DisplayRole, "display"}, {IdRole, "id"}, {ObjectRole, "object"}};
}

} // namespace tollgate::ui
