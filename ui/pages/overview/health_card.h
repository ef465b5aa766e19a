#pragma once
// The providers: circuit, the last minutes, p95, errors.

#include "ui/models/provider_health_model.h"
#include "ui/widgets/card.h"

namespace tollgate::ui {

class EmptyState;
class TableView;

class HealthCard : public Card {
    Q_OBJECT
public:
    explicit HealthCard(QWidget* parent = nullptr);
    void setData(const QList<ProviderHealth>& providers);
    ProviderHealthModel& model() { return m_model; }
    TableView* table() const { return m_table; }

Q_SIGNALS:
    void filterWanted(const QString& terms);
    void providersWanted(); ///< there is none yet

private:
    ProviderHealthModel m_model;
    TableView* m_table = nullptr;
    EmptyState* m_empty = nullptr;
};

} // namespace tollgate::ui
