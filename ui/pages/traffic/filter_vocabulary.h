#pragma once
// The values the filter field offers after "provider:", "alias:" and so on: what the gateway has configured,
// and who was seen in the list. Asked for when the field is first used, again after the configuration
// changed. Main thread.

#include <QHash>
#include <QObject>
#include <QStringList>

namespace tollgate::ui {

class GatewayLink;
class TrafficModel;

class FilterVocabulary : public QObject {
    Q_OBJECT
public:
    FilterVocabulary(GatewayLink& link, const TrafficModel& model, QObject* parent = nullptr);

    void refresh(); ///< asks for what is not known or no longer true
    QHash<QString, QStringList> values() const;

private:
    void ask(const QString& path, const QString& field, const QString& name);
    QStringList usersSeen() const;

    GatewayLink& m_link;
    const TrafficModel& m_model;
    QHash<QString, QStringList> m_values;
    bool m_stale = true;
};

} // namespace tollgate::ui
