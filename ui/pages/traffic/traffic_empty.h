#pragma once
// What stands where the list would be: four reasons for an empty list, each with the way out.

#include "ui/widgets/current_stack.h"

class QLabel;

namespace tollgate::ui {

class EmptyState;
class GatewayLink;

class TrafficEmpty : public CurrentStack {
    Q_OBJECT
public:
    enum class Why { Loading, NothingYet, Paused, FilterHidesAll, Stopped, Failed };

    explicit TrafficEmpty(GatewayLink& link, QWidget* parent = nullptr);

    /// waiting: rows that arrived while paused. failure: of Failed, in the gateway's words.
    void explain(Why why, bool paused, int waiting, const QString& failure);
    Why why() const { return m_why; }
    QString title() const;

Q_SIGNALS:
    void clearFilterWanted();
    void resumeWanted();
    void retryWanted();

private:
    void makeNothingYet();
    QString sample() const;

    GatewayLink& m_link;
    Why m_why = Why::Loading;
    QWidget* m_loading = nullptr;
    EmptyState* m_nothing = nullptr;
    QLabel* m_address = nullptr;
    EmptyState* m_paused = nullptr;
    EmptyState* m_filtered = nullptr;
    EmptyState* m_stopped = nullptr;
    EmptyState* m_failed = nullptr;
};

} // namespace tollgate::ui
