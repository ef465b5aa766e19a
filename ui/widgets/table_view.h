#pragma once
// A table as the console shows them: no grid, a divider under each row, whole rows selected.

#include <QStyledItemDelegate>
#include <QTableView>

namespace tollgate::ui {

/// Paints the row's background, hover, selection and divider, and the text elided in one line. Delegates for
/// special cells derive from it and override paintContent.
class RowDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    /// DisplayRole text is drawn mono when this role says true, and in the ColorRole (int) given by the
    /// other.
    enum Role { MonoRole = Qt::UserRole + 900, ColorRoleRole, ToneRole /* Tone as int: drawn as a Badge */ };

    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

protected:
    virtual void paintContent(QPainter* painter, const QStyleOptionViewItem& option,
                              const QModelIndex& index) const;
};

class TableView : public QTableView {
    Q_OBJECT
public:
    explicit TableView(const QString& accessibleName, QWidget* parent = nullptr);

    /// As tall as its rows, without a scroll bar; for the small tables inside cards.
    void setFitsRows(bool fits);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    void setModel(QAbstractItemModel* model) override;
    int hoveredRow() const { return m_hovered; }

Q_SIGNALS:
    void rowActivated(const QModelIndex& index); ///< Enter or double click

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void setHovered(int row);
    void applyMetrics();

    bool m_fitsRows = false;
    int m_hovered = -1;
    QList<QMetaObject::Connection> m_modelConnections;
};

} // namespace tollgate::ui
