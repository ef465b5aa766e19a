#include "ui/models/provider_health_model.h"

#include "ui/models/api_words.h"

#include "ui/models/format.h"
#include "ui/models/request_cells.h"
#include "ui/shell/theme.h"

#include <algorithm>
#include <cmath>

namespace tollgate::ui {

namespace {

ColorRole toneOf(const ProviderHealth& provider, int column) {
    if (column == ProviderHealthModel::Circuit) {
        if (provider.state == QLatin1String("disabled"))
            return ColorRole::TextMuted;
        if (provider.circuit == QLatin1String("open") || provider.state == QLatin1String("down"))
            return ColorRole::Bad;
        if (provider.circuit == QLatin1String("half_open") || provider.state == QLatin1String("degraded"))
            return ColorRole::Warning;
        return ColorRole::Good;
    }
    if (column == ProviderHealthModel::Name && provider.state == QLatin1String("disabled"))
        return ColorRole::TextMuted;
    return ColorRole::Text;
}

/// Minutes with traffic and, of those, the ones that saw failures.
std::pair<int, int> minutes(const QList<double>& uptime) {
    int withTraffic = 0;
    int withFailures = 0;
    for (const double ratio : uptime) {
        withTraffic += std::isnan(ratio) ? 0 : 1;
        withFailures += ratio < 1.0 ? 1 : 0;
    }
    return {withTraffic, withFailures};
}

} // namespace

void ProviderHealthModel::setProviders(QList<ProviderHealth> providers) {
    const auto sameName = [](const ProviderHealth& a, const ProviderHealth& b) { return a.name == b.name; };
    if (!std::equal(providers.begin(), providers.end(), m_providers.begin(), m_providers.end(), sameName)) {
        beginResetModel();
        m_providers = std::move(providers);
        endResetModel();
        return;
    }
    for (int row = 0; row < rowCount(); ++row) {
        if (m_providers[row] == providers[row])
            continue;
        m_providers[row] = std::move(providers[row]);
        Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
    }
}

void ProviderHealthModel::setState(const QString& name, const QString& state, const QString& circuit) {
    for (int row = 0; row < rowCount(); ++row) {
        ProviderHealth& provider = m_providers[row];
        if (provider.name != name || (provider.state == state && provider.circuit == circuit))
            continue;
        provider.state = state;
        provider.circuit = circuit;
        Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
    }
}

int ProviderHealthModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_providers.size());
}

int ProviderHealthModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QString ProviderHealthModel::text(const ProviderHealth& provider, int column) const {
    switch (column) {
    case Name:
        return provider.name;
    case Circuit:
        if (provider.state == QLatin1String("disabled"))
            return tr("disabled");
        // A closed circuit alone would tell a sick provider by its colour only.
        if ((provider.state == QLatin1String("degraded") || provider.state == QLatin1String("down")) &&
            provider.circuit == QLatin1String("closed"))
            return words::health(provider.state);
        return words::circuit(provider.circuit);
    case P95:
        return provider.p95Ms ? format::milliseconds(*provider.p95Ms) : format::none();
    case Errors:
        return provider.errorRate ? format::percent(*provider.errorRate, 1) : format::none();
    default:
        return {};
    }
}

QString ProviderHealthModel::toolTip(const ProviderHealth& provider, int column) const {
    if (column == Uptime) {
        const auto [withTraffic, withFailures] = minutes(provider.uptime);
        return tr("%1 of the last %2 minutes had traffic, %3 had failures")
            .arg(withTraffic)
            .arg(provider.uptime.size())
            .arg(withFailures);
    }
    if (column == Circuit && !provider.retryAt.isEmpty())
        return tr("Next try at %1").arg(format::clock(format::fromIso(provider.retryAt)));
    return {};
}

QVariant ProviderHealthModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const ProviderHealth& provider = m_providers[index.row()];
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return text(provider, column);
    case Qt::ToolTipRole:
        return toolTip(provider, column);
    case Qt::AccessibleTextRole:
        return column == Uptime ? toolTip(provider, column) : text(provider, column);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignVCenter | (column >= P95 ? Qt::AlignRight : Qt::AlignLeft));
    case UptimeRole:
        return QVariant::fromValue(provider.uptime);
    case ToneRole:
        return static_cast<int>(toneOf(provider, column));
    case FilterTermRole:
        return cells::term(QStringLiteral("provider"), provider.name);
    default:
        return {};
    }
}

QVariant ProviderHealthModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter | (section >= P95 ? Qt::AlignRight : Qt::AlignLeft));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("provider");
    case Circuit:
        return tr("circuit");
    case Uptime:
        return QString();
    case P95:
        return tr("p95");
    case Errors:
        return tr("errors");
    default:
        return {};
    }
}

} // namespace tollgate::ui
