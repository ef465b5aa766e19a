#pragma once
// How the queue stands, in five numbers.

#include <QJsonObject>
#include <QWidget>

namespace tollgate::ui {

class StatTile;

class JobsTiles : public QWidget {
    Q_OBJECT
public:
    explicit JobsTiles(QWidget* parent = nullptr);
    /// GET /jobs.
    void setState(const QJsonObject& state);

Q_SIGNALS:
    /// A list and a status to filter it by: ("tasks", "failed").
    void listWanted(const QString& list, const QString& status);

private:
    StatTile* add(const QString& label, const QString& list, const QString& status);

    StatTile* m_waiting = nullptr;
    StatTile* m_running = nullptr;
    StatTile* m_failed = nullptr;
    StatTile* m_dead = nullptr;
    StatTile* m_stored = nullptr;
};

} // namespace tollgate::ui
