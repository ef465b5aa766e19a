#pragma once
// What stands where a list of the Jobs page would be: four reasons for an empty one, each with the way out.

#include "ui/widgets/current_stack.h"

namespace tollgate::ui {

class EmptyState;
class GatewayLink;

class JobsEmpty : public CurrentStack {
    Q_OBJECT
public:
    enum class Why { Loading, NothingYet, FilterHidesAll, Stopped, Failed };

    explicit JobsEmpty(GatewayLink& link, QWidget* parent = nullptr);

    /// list: "tasks", "batches", "webhooks". failure: of Failed, in the gateway's words.
    void explain(Why why, const QString& list, const QString& failure);
    Why why() const { return m_why; }
    QString title() const;

Q_SIGNALS:
    void clearFilterWanted();
    void retryWanted();

private:
    void explainNothing(const QString& list);
    QString sample() const;

    GatewayLink& m_link;
    Why m_why = Why::Loading;
    QString m_list;
    QWidget* m_loading = nullptr;
    EmptyState* m_nothing = nullptr;
    QWidget* m_try = nullptr;
    EmptyState* m_filtered = nullptr;
    EmptyState* m_stopped = nullptr;
    EmptyState* m_failed = nullptr;
};

} // namespace tollgate::ui
