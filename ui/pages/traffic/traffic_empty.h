#pragma once
// What stands where the list would be: four reasons for an empty list, each with the way out.

#include "ui/pages/list_empty.h"

#include <functional>

class QLabel;

namespace tollgate::ui {

class TrafficEmpty : public ListEmpty {
    Q_OBJECT
public:
    enum class Why { Loading, Searching, NothingYet, Paused, FilterHidesAll, FilterRefused, Stopped, Failed };

    /// aliases: those that there are, for the line to try it with.
    TrafficEmpty(GatewayLink& link, std::function<QStringList()> aliases, QWidget* parent = nullptr);

    /// waiting: rows that arrived while paused. failure: of Failed and FilterRefused, in words for people.
    void explain(Why why, bool paused, int waiting, const QString& failure);
    Why why() const { return m_why; }

Q_SIGNALS:
    void resumeWanted();
    void connectWanted(); ///< to Connect an app

private:
    void makeNothingYet();
    QString sample() const;

    std::function<QStringList()> m_aliases;
    Why m_why = Why::Loading;
    EmptyState* m_searching = nullptr;
    EmptyState* m_nothing = nullptr;
    QLabel* m_address = nullptr;
    EmptyState* m_paused = nullptr;
};

} // namespace tollgate::ui
