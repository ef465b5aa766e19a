#include "ui/pages/models/model_table.h"

#include "ui/models/format.h"
#include "ui/models/gateway_words.h"
#include "ui/models/resource_list_model.h"
#include "ui/pages/forms/json_path.h"
#include "ui/widgets/table_view.h"

namespace tollgate::ui {

namespace {

const char* priceField(int column) {
    switch (column) {
    case ModelTable::Input:
        return "input_usd_per_mtok";
    case ModelTable::Output:
        return "output_usd_per_mtok";
    case ModelTable::CacheRead:
        return "cache_read_usd_per_mtok";
    case ModelTable::CacheWrite:
        return "cache_write_usd_per_mtok";
    default:
        return nullptr;
    }
}

bool isPrice(int column) {
    return priceField(column) != nullptr;
}

} // namespace

ModelTable::ModelTable(ResourceListModel* list, QObject* parent)
    : QAbstractTableModel(parent)
    , m_list(list) {
    connect(list, &QAbstractItemModel::rowsAboutToBeInserted, this,
            [this](const QModelIndex&, int first, int last) { beginInsertRows({}, first, last); });
    connect(list, &QAbstractItemModel::rowsInserted, this, [this] { endInsertRows(); });
    connect(list, &QAbstractItemModel::rowsAboutToBeRemoved, this,
            [this](const QModelIndex&, int first, int last) { beginRemoveRows({}, first, last); });
    connect(list, &QAbstractItemModel::rowsRemoved, this, [this] { endRemoveRows(); });
    connect(list, &QAbstractItemModel::rowsAboutToBeMoved, this,
            [this](const QModelIndex&, int first, int last, const QModelIndex&, int to) {
                beginMoveRows({}, first, last, {}, to);
            });
    connect(list, &QAbstractItemModel::rowsMoved, this, [this] { endMoveRows(); });
    connect(list, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex& first, const QModelIndex& last) {
                Q_EMIT dataChanged(index(first.row(), 0), index(last.row(), ColumnCount - 1));
            });
}

bool ModelTable::isUnpriced(const QJsonObject& model) {
    return !model.value(u"input_usd_per_mtok").isDouble() &&
           !model.value(u"output_usd_per_mtok").isDouble() && !model.value(u"usd_per_hour").isDouble();
}

int ModelTable::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : m_list->rowCount();
}

int ModelTable::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QString ModelTable::text(const QJsonObject& model, int column) const {
    if (const char* field = priceField(column)) {
        const QJsonValue price = model.value(QLatin1String(field));
        if (price.isDouble())
            return format::usdPrice(price.toDouble());
        const bool perHour = column == Input && model.value(u"usd_per_hour").isDouble();
        if (perHour)
            return tr("%1/h").arg(format::usdPrice(model.value(u"usd_per_hour").toDouble()));
        return column == Input && isUnpriced(model) ? tr("unknown") : format::none();
    }
    switch (column) {
    case Name:
        return model.value(u"provider").toString() + u'/' + model.value(u"model").toString();
    case Context: {
        const QJsonValue window = model.value(u"context_window");
        return window.isDouble() ? format::count(window.toInteger()) : format::none();
    }
    case Capabilities:
        return sayJson(model.value(u"capabilities"));
    default:
        return gatewayWord(model.value(u"source").toString());
    }
}

QVariant ModelTable::sortKey(const QJsonObject& model, int column) const {
    constexpr double kUnknownFirst = -1;
    if (const char* field = priceField(column))
        return model.value(QLatin1String(field)).toDouble(kUnknownFirst);
    if (column == Context)
        return model.value(u"context_window").toDouble(kUnknownFirst);
    return text(model, column);
}

QVariant ModelTable::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const QJsonObject model = m_list->objectAt(index.row());
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return text(model, column);
    case Qt::ToolTipRole:
        return column == Name || column == Capabilities ? text(model, column).toHtmlEscaped() : QString();
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignVCenter |
                                   (isPrice(column) || column == Context ? Qt::AlignRight : Qt::AlignLeft));
    case SortRole:
        return sortKey(model, column);
    case RowDelegate::MonoRole:
        return column == Name;
    case RowDelegate::ColorRoleRole:
        if (column == Input && isUnpriced(model))
            return static_cast<int>(ColorRole::Warning);
        return column > Context ? QVariant(static_cast<int>(ColorRole::TextMuted)) : QVariant();
    default:
        return m_list->data(m_list->index(index.row()), role); // the roles of resources
    }
}

QVariant ModelTable::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter |
                                   (isPrice(section) || section == Context ? Qt::AlignRight : Qt::AlignLeft));
    if (role == Qt::ToolTipRole && isPrice(section))
        return tr("US dollars per million tokens");
    if (role != Qt::DisplayRole || section < 0 || section >= ColumnCount)
        return {};
    const QString titles[] = {tr("model"),       tr("in"),      tr("out"),          tr("cached"),
                              tr("cache write"), tr("context"), tr("capabilities"), tr("source")};
    return titles[section];
}

} // namespace tollgate::ui
