#pragma once
// The live list: newest on top, following until a row is chosen or the reader scrolls away. What is being
// read stays in place while new rows come in above it.

#include "ui/widgets/table_view.h"

class QMenu;

namespace tollgate::ui {

class TrafficModel;

class RequestDelegate : public RowDelegate {
    Q_OBJECT
public:
    using RowDelegate::RowDelegate;

protected:
    void paintContent(QPainter* painter, const QStyleOptionViewItem& option,
                      const QModelIndex& index) const override;
};

class RequestTable : public TableView {
    Q_OBJECT
public:
    explicit RequestTable(TrafficModel& model, QWidget* parent = nullptr);

    int chosenRow() const; ///< -1: none
    bool isFollowing() const { return m_following; }
    void setFollowing(bool following);            ///< following drops the choice and goes to the top
    int newerRows() const { return m_newerRows; } ///< came in above since following stopped

    /// The column chooser; new each time.
    QMenu* makeColumnMenu(QWidget* parent);
    int wantedWidth() const; ///< shows every column whole
    void showColumn(int column, bool shown);

Q_SIGNALS:
    void rowChosen(int row); ///< -1: none
    void inspectWanted();    ///< Enter
    void filterWanted();     ///< "/"
    void pauseWanted();      ///< Space
    void replayWanted();     ///< R, while a row is chosen
    void followingChanged();
    /// The reader wants the menu of a cell.
    void cellMenuWanted(const QModelIndex& index, const QPoint& globalPosition);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void setUpColumns();
    void fitServedBy();
    void onRowsInserted(int first, int last);
    void onScrolled(int value);

    TrafficModel& m_model;
    bool m_following = true;
    bool m_keepingPlace = false;
    int m_newerRows = 0;
};

} // namespace tollgate::ui
