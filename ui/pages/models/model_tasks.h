#pragma once
// Writes over many models as tasks for DryRunPanel: bulk edit, import of a cost map, history priced again.
// Pure functions, main thread (translations).

#include "ui/pages/models/dry_run_panel.h"

#include <QJsonArray>

namespace tollgate::ui::modelTasks {

struct BulkEdit {
    double pricePercent = 100; ///< of what every price is now
    QStringList addCapabilities;
    QStringList removeCapabilities;
};

/// The model as it would be; prices that change hold from now on.
QJsonObject edited(const QJsonObject& model, const BulkEdit& edit);

/// `edit` is asked for at each request. One audited write for all of them.
DryRunPanel::Task bulkEdit(const QJsonArray& models, std::function<BulkEdit()> edit);
DryRunPanel::Task import(const QString& file, const QJsonObject& costMap);
DryRunPanel::Task rerate();

} // namespace tollgate::ui::modelTasks
