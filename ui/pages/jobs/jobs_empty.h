#pragma once
// What stands where a list of the Jobs page would be: four reasons for an empty one, each with the way out.

#include "ui/pages/list_empty.h"

namespace tollgate::ui {

class JobsEmpty : public ListEmpty {
    Q_OBJECT
public:
    enum class Why { Loading, NothingYet, FilterHidesAll, Stopped, Failed };

    explicit JobsEmpty(GatewayLink& link, QWidget* parent = nullptr);

    /// list: "tasks", "batches", "webhooks". failure: of Failed, in the gateway's words.
    void explain(Why why, const QString& list, const QString& failure);
    Why why() const { return m_why; }

private:
    void explainNothing(const QString& list);
    QString sample() const;

    Why m_why = Why::Loading;
    QString m_list;
    EmptyState* m_nothing = nullptr;
    QWidget* m_try = nullptr;
};

} // namespace tollgate::ui
