#pragma once
// Pages on top of each other, as large as the one on top needs: QStackedWidget asks for room for every page
// it has, so that one wide page nobody looks at widens the window.

#include <QStackedWidget>

namespace tollgate::ui {

class CurrentStack : public QStackedWidget {
    Q_OBJECT
public:
    explicit CurrentStack(QWidget* parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override;
    int heightForWidth(int width) const override;
};

} // namespace tollgate::ui
