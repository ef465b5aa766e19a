#include "ui/pages/traffic/filter_vocabulary.h"

#include "ui/link/gateway_link.h"
#include "ui/models/traffic_model.h"

#include <QJsonArray>

#include <algorithm>

namespace tollgate::ui {

namespace {

constexpr int kRowsLookedAt = 1000;

} // namespace

FilterVocabulary::FilterVocabulary(GatewayLink& link, const TrafficModel& model, QObject* parent)
    : QObject(parent)
    , m_link(link)
    , m_model(model) {
    connect(&m_link, &GatewayLink::event, this, [this](const QString& type) {
        if (type == QLatin1String("config"))
            m_stale = true;
    });
}

void FilterVocabulary::refresh() {
    if (!m_stale || m_link.state() != LinkState::Listening)
        return;
    m_stale = false;
    ask(QStringLiteral("/providers?limit=200"), QStringLiteral("provider"), QStringLiteral("name"));
    ask(QStringLiteral("/aliases?limit=200"), QStringLiteral("alias"), QStringLiteral("alias"));
    ask(QStringLiteral("/projects?limit=200"), QStringLiteral("project"), QStringLiteral("name"));
    ask(QStringLiteral("/models?limit=500"), QStringLiteral("model"), QStringLiteral("model"));
    ask(QStringLiteral("/keys?limit=200"), QStringLiteral("key"), QStringLiteral("name"));
    ask(QStringLiteral("/flags?limit=200"), QStringLiteral("flag"), QStringLiteral("key"));
    ask(QStringLiteral("/prompts?limit=200"), QStringLiteral("prompt"), QStringLiteral("name"));
    ask(QStringLiteral("/usage?group_by=user&limit=1000"), QStringLiteral("user"), QStringLiteral("user"));
}

void FilterVocabulary::ask(const QString& path, const QString& field, const QString& name) {
    m_link.get(path, this, [this, field, name](const GatewayReply& reply) {
        if (!reply.ok()) {
            m_stale = true;
            return;
        }
        QStringList values;
        for (const QJsonValue& value : reply.json.value(QLatin1String("data")).toArray())
            values << value.toObject().value(name).toString();
        values.removeAll(QString());
        values.removeDuplicates();
        values.sort();
        m_values.insert(field, values);
    });
}

QStringList FilterVocabulary::usersSeen() const {
    QStringList users = m_values.value(QStringLiteral("user"));
    QSet<QString> seen(users.begin(), users.end());
    const int rows = std::min(m_model.rowCount(), kRowsLookedAt);
    for (int row = 0; row < rows; ++row) {
        const QString& user = m_model.at(row).user;
        if (!user.isEmpty() && !seen.contains(user)) {
            seen.insert(user);
            users << user;
        }
    }
    users.sort();
    return users;
}

QHash<QString, QStringList> FilterVocabulary::values() const {
    QHash<QString, QStringList> values = m_values;
    values.insert(QStringLiteral("user"), usersSeen());
    return values;
}

} // namespace tollgate::ui
