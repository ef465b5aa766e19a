#pragma once
// Names to choose from: what providers, models, aliases, flags, budgets, projects, keys, users and prompts
// there are. Asks only for the kinds somebody wanted. Main thread.

#include <QHash>
#include <QObject>
#include <QStringList>
#include <QTimer>

namespace tollgate::ui {

class GatewayLink;

class ResourceCatalogue : public QObject {
    Q_OBJECT
public:
    enum class Kind { Providers, Models, Aliases, Projects, Keys, Users, Prompts, Flags, Budgets };
    struct Name {
        QString id;   ///< what the API wants
        QString text; ///< what people recognise
        QString type; ///< kind of a provider, type of a flag, period of a budget
    };

    ResourceCatalogue(GatewayLink* link, const QList<Kind>& wanted, QObject* parent = nullptr);

    void setActive(bool active);
    void refresh();
    QList<Name> entries(Kind kind) const { return m_names.value(static_cast<int>(kind)); }
    QStringList ids(Kind kind) const;

Q_SIGNALS:
    void changed();

private:
    void ask(Kind kind);

    GatewayLink* m_link;
    QList<Kind> m_wanted;
    QHash<int, QList<Name>> m_names;
    QTimer m_again;
    bool m_active = false;
    bool m_stale = true;
};

} // namespace tollgate::ui
