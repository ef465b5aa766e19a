#include "ui/models/resource_catalogue.h"

#include "ui/link/gateway_link.h"

#include <QJsonArray>

namespace tollgate::ui {

namespace {

QString pathOf(ResourceCatalogue::Kind kind) {
    using Kind = ResourceCatalogue::Kind;
    switch (kind) {
    case Kind::Providers:
        return QStringLiteral("/providers?limit=1000");
    case Kind::Models:
        return QStringLiteral("/models?limit=1000");
    case Kind::Aliases:
        return QStringLiteral("/aliases?limit=1000");
    case Kind::Projects:
        return QStringLiteral("/projects?limit=1000");
    case Kind::Keys:
        return QStringLiteral("/keys?limit=1000");
    case Kind::Users: // whoever was seen; there is no list of users
        return QStringLiteral("/usage?group_by=user&limit=1000");
    case Kind::Prompts:
        return QStringLiteral("/prompts?limit=1000");
    case Kind::Flags:
        return QStringLiteral("/flags?limit=1000");
    case Kind::Budgets:
        return QStringLiteral("/budgets?limit=1000");
    }
    return {};
}

ResourceCatalogue::Name nameOf(ResourceCatalogue::Kind kind, const QJsonObject& object) {
    using Kind = ResourceCatalogue::Kind;
    QString id;
    switch (kind) {
    case Kind::Models:
        id = object.value(u"provider").toString() + u'/' + object.value(u"model").toString();
        return {id, id, {}};
    case Kind::Keys: {
        id = object.value(u"id").toString();
        const QString project = object.value(u"project").toString();
        const QString name = object.value(u"name").toString();
        return {id, project.isEmpty() ? name : QString(project + QStringLiteral(" / ") + name), {}};
    }
    case Kind::Aliases:
        id = object.value(u"alias").toString();
        return {id, id, {}};
    case Kind::Users:
        id = object.value(u"user").toString();
        return {id, id, {}};
    case Kind::Flags:
        id = object.value(u"key").toString();
        return {id, id, object.value(u"type").toString()};
    case Kind::Budgets: {
        id = object.value(u"id").toString();
        const QString subject = object.value(u"subject").toString();
        return {id, subject.isEmpty() ? object.value(u"scope").toString() : subject,
                object.value(u"period").toString()};
    }
    case Kind::Providers:
    case Kind::Projects:
    case Kind::Prompts:
        break;
    }
    id = object.value(u"name").toString();
    return {id, id, object.value(u"kind").toString()};
}

} // namespace

ResourceCatalogue::ResourceCatalogue(GatewayLink* link, const QList<Kind>& wanted, QObject* parent)
    : QObject(parent)
    , m_link(link)
    , m_wanted(wanted) {
    m_again.setSingleShot(true);
    m_again.setInterval(200);
    connect(&m_again, &QTimer::timeout, this, &ResourceCatalogue::refresh);
    connect(m_link, &GatewayLink::event, this, [this](const QString& type) {
        if (type != QLatin1String("config"))
            return;
        m_stale = true;
        if (m_active)
            m_again.start();
    });
}

void ResourceCatalogue::setActive(bool active) {
    m_active = active;
    if (active && m_stale)
        refresh();
}

void ResourceCatalogue::refresh() {
    m_stale = false;
    for (const Kind kind : m_wanted)
        ask(kind);
}

void ResourceCatalogue::ask(Kind kind) {
    m_link->get(pathOf(kind), this, [this, kind](const GatewayReply& reply) {
        if (!reply.ok()) {
            m_stale = true;
            return;
        }
        QList<Name> names;
        for (const QJsonValue& value : reply.json.value(u"data").toArray()) {
            const Name name = nameOf(kind, value.toObject());
            if (!name.id.isEmpty())
                names.append(name);
        }
        m_names.insert(static_cast<int>(kind), names);
        Q_EMIT changed();
    });
}

QStringList ResourceCatalogue::ids(Kind kind) const {
    QStringList list;
    for (const Name& name : entries(kind))
        list.append(name.id);
    return list;
}

} // namespace tollgate::ui
