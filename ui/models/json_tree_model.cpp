#include "ui/models/json_tree_model.h"

#include "ui/models/json_walker.h"

#include <QJsonDocument>

#include <algorithm>
#include <iterator>

namespace tollgate::ui {

namespace {

constexpr qsizetype kMostShown = 200; // of a value in its row

bool isContainer(const QByteArray& text) {
    return text.startsWith('{') || text.startsWith('[');
}

bool isEmptyContainer(const QByteArray& text) {
    return std::all_of(std::next(text.begin()), std::prev(text.end()),
                       [](char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; });
}

} // namespace

struct JsonTreeModel::Node {
    Node* parent = nullptr;
    int row = 0;
    QString name;
    QByteArray text; ///< empty: the row that says what is left out
    bool opened = false;
    bool leaf = false; ///< no JSON
    std::vector<std::unique_ptr<Node>> children;

    bool mayOpen() const { return !leaf && isContainer(text) && !isEmptyContainer(text); }
    void add(const QString& childName, const QByteArray& childText) {
        children.push_back(std::make_unique<Node>());
        *children.back() =
            Node{this, static_cast<int>(children.size()) - 1, childName, childText, false, false, {}};
    }
};

JsonTreeModel::JsonTreeModel(QObject* parent)
    : QAbstractItemModel(parent)
    , m_top(std::make_unique<Node>()) {
    m_top->opened = true;
}

JsonTreeModel::~JsonTreeModel() = default;

bool JsonTreeModel::setDocument(const QByteArray& text) {
    const QByteArray trimmed = text.trimmed();
    const bool valid = isContainer(trimmed) && !QJsonDocument::fromJson(trimmed).isNull();
    beginResetModel();
    m_top = std::make_unique<Node>();
    m_top->opened = true;
    if (valid) {
        m_top->text = trimmed;
        m_top->children = childrenOf(m_top.get());
    }
    endResetModel();
    return valid;
}

void JsonTreeModel::setRoots(const QList<Root>& roots) {
    beginResetModel();
    m_top = std::make_unique<Node>();
    m_top->opened = true;
    for (const Root& root : roots) {
        m_top->add(root.name, root.text.trimmed());
        m_top->children.back()->leaf = QJsonDocument::fromJson(m_top->children.back()->text).isNull();
    }
    endResetModel();
}

std::vector<std::unique_ptr<JsonTreeModel::Node>> JsonTreeModel::childrenOf(Node* node) {
    Node parent;
    qsizetype left = 0;
    const JsonWalker walker(node->text);
    if (node->text.startsWith('{')) {
        const JsonWalker::Object object = walker.object(0);
        for (const JsonWalker::Member& member :
             object.members.first(std::min<qsizetype>(object.members.size(), kMostChildren)))
            parent.add(member.name, walker.value(member));
        left = object.members.size() - std::ssize(parent.children);
    } else {
        const QList<QByteArray> elements = walker.elements(0);
        for (const QByteArray& element : elements.first(std::min<qsizetype>(elements.size(), kMostChildren)))
            parent.add(QString::number(parent.children.size()), element);
        left = elements.size() - std::ssize(parent.children);
    }
    if (left > 0)
        parent.add(tr("and %n more", nullptr, static_cast<int>(left)), {});
    for (const std::unique_ptr<Node>& child : parent.children)
        child->parent = node;
    return std::move(parent.children);
}

JsonTreeModel::Node* JsonTreeModel::nodeOf(const QModelIndex& index) const {
    return index.isValid() ? static_cast<Node*>(index.internalPointer()) : m_top.get();
}

QString JsonTreeModel::valueText(const QModelIndex& index) const {
    return index.isValid() ? QString::fromUtf8(nodeOf(index)->text) : QString();
}

QModelIndex JsonTreeModel::index(int row, int column, const QModelIndex& parent) const {
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, nodeOf(parent)->children[static_cast<std::size_t>(row)].get());
}

QModelIndex JsonTreeModel::parent(const QModelIndex& child) const {
    Node* above = child.isValid() ? nodeOf(child)->parent : nullptr;
    return !above || above == m_top.get() ? QModelIndex() : createIndex(above->row, Name, above);
}

int JsonTreeModel::rowCount(const QModelIndex& parent) const {
    return parent.column() > 0 ? 0 : static_cast<int>(nodeOf(parent)->children.size());
}

int JsonTreeModel::columnCount(const QModelIndex&) const {
    return ColumnCount;
}

bool JsonTreeModel::hasChildren(const QModelIndex& parent) const {
    if (parent.column() > 0)
        return false;
    return parent.isValid() ? nodeOf(parent)->mayOpen() : !m_top->children.empty();
}

bool JsonTreeModel::canFetchMore(const QModelIndex& parent) const {
    return parent.column() <= 0 && !nodeOf(parent)->opened && nodeOf(parent)->mayOpen();
}

void JsonTreeModel::fetchMore(const QModelIndex& parent) {
    if (!canFetchMore(parent))
        return;
    Node* node = nodeOf(parent);
    node->opened = true;
    std::vector<std::unique_ptr<Node>> children = childrenOf(node);
    beginInsertRows(parent, 0, static_cast<int>(children.size()) - 1);
    node->children = std::move(children);
    endInsertRows();
}

QVariant JsonTreeModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid())
        return {};
    const Node& node = *nodeOf(index);
    if (role == Qt::DisplayRole) {
        if (index.column() == Name)
            return node.name;
        const QString start = QString::fromUtf8(node.text.left(4 * kMostShown)).simplified();
        return start.size() > kMostShown ? QString(start.left(kMostShown) + u'\u2026') : start;
    }
    if (role == Qt::AccessibleTextRole)
        return index.column() == Name
                   ? QString(node.name + u": " + data(index.siblingAtColumn(Value)).toString())
                   : data(index);
    return {};
}

QVariant JsonTreeModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == Name ? tr("Name") : tr("Value");
}

} // namespace tollgate::ui
