#pragma once
// JSON texts as a tree to look at: names on the left, values as they are written on the right, in the order
// of the text. What stands inside a value is read when it is opened. Main thread.

#include <QAbstractItemModel>
#include <QByteArray>
#include <QList>

#include <memory>
#include <vector>

namespace tollgate::ui {

class JsonTreeModel : public QAbstractItemModel {
    Q_OBJECT
public:
    enum Column { Name, Value, ColumnCount };
    /// Of one object or array so many show; a last row says how many there are more.
    static constexpr int kMostChildren = 2000;

    struct Root {
        QString name;
        QByteArray text; ///< what is no JSON shows and does not open
    };

    explicit JsonTreeModel(QObject* parent = nullptr);
    ~JsonTreeModel() override;

    /// The members of an object, the elements of an array or one value. False when the text is no JSON; the
    /// tree is empty then.
    bool setDocument(const QByteArray& text);
    /// Several texts, each a row.
    void setRoots(const QList<Root>& roots);

    QString valueText(const QModelIndex& index) const; ///< whole, as the text has it

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& child) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    bool hasChildren(const QModelIndex& parent = {}) const override;
    bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Node;

    Node* nodeOf(const QModelIndex& index) const;
    static std::vector<std::unique_ptr<Node>> childrenOf(Node* node);

    std::unique_ptr<Node> m_top;
};

} // namespace tollgate::ui
