#pragma once
// The list at the left of a form page: rows without frame or grid, as tall as their delegate wants.

#include <QListView>

namespace tollgate::ui {

class ResourceListView : public QListView {
    Q_OBJECT
public:
    explicit ResourceListView(QWidget* parent = nullptr)
        : QListView(parent) {
        setFrameShape(QFrame::NoFrame);
        setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        setUniformItemSizes(true);
    }
};

} // namespace tollgate::ui
