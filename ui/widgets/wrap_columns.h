#pragma once
// Columns beside each other as long as each has the width it needs, else fewer of them in more rows: forms
// stay whole in a narrow window.

#include "ui/widgets/width_cache.h"

#include <QLayout>

#include <initializer_list>

class QVBoxLayout;

namespace tollgate::ui {

class WrapColumns : public QLayout {
    Q_OBJECT
public:
    /// shares: of the width, while all stand beside each other; none: equal ones.
    explicit WrapColumns(int spacing, QList<int> shares = {});
    ~WrapColumns() override;

    /// Without an alignment it is as high as its row.
    void addColumn(QWidget* widget, Qt::Alignment alignment = Qt::AlignTop);
    void addColumn(QLayout* layout);

    void addItem(QLayoutItem* item) override;
    int count() const override;
    QLayoutItem* itemAt(int index) const override;
    QLayoutItem* takeAt(int index) override;
    QSize sizeHint() const override;
    QSize minimumSize() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    Qt::Orientations expandingDirections() const override;
    void setGeometry(const QRect& rect) override;
    void invalidate() override;

private:
    QList<QLayoutItem*> shown() const;
    QList<int> widths(const QList<QLayoutItem*>& items, int width) const; ///< one per column
    int arrange(const QRect& rect, bool apply) const;

    QList<QLayoutItem*> m_items;
    QList<int> m_shares;
    // Asked again and again within one pass, by each layout around this one.
    mutable WidthCache m_heights;
    mutable QSize m_least;
    mutable QSize m_hint;
};

} // namespace tollgate::ui
