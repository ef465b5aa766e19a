#pragma once
// The providers on the Overview page: circuit, the last minutes, p95, errors. Main thread.

#include "ui/models/overview_data.h"

#include <QAbstractTableModel>

namespace tollgate::ui {

class ProviderHealthModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Name, Circuit, Uptime, P95, Errors, ColumnCount };
    enum Role {
        UptimeRole = Qt::UserRole + 1, ///< QList<double>: success per minute, NaN without traffic
        ToneRole,                      ///< int(ColorRole)
        FilterTermRole,                ///< QString: selects the provider's requests
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setProviders(QList<ProviderHealth> providers);
    /// What a tick or a health event tells between two replies.
    void setState(const QString& name, const QString& state, const QString& circuit);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString text(const ProviderHealth& provider, int column) const;
    QString toolTip(const ProviderHealth& provider, int column) const;

    QList<ProviderHealth> m_providers;
};

} // namespace tollgate::ui
