#pragma once
// The Overview page's part of the title row: range, project, how fresh the numbers are, pause.

#include <QTimer>
#include <QWidget>

class QLabel;
class QMenu;
class QPushButton;

namespace tollgate::ui {

class GatewayLink;
class OverviewFeed;
class SegmentedControl;

class OverviewControls : public QWidget {
    Q_OBJECT
public:
    OverviewControls(GatewayLink& link, OverviewFeed& feed, QWidget* parent = nullptr);

    SegmentedControl* range() const { return m_range; }
    QPushButton* pauseButton() const { return m_pause; }
    QPushButton* projectButton() const { return m_project; }
    QString freshness() const; ///< "Live · updated 1 s ago"

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void askForProjects();
    void fillProjects(const QStringList& names);
    void refresh();

    GatewayLink& m_link;
    OverviewFeed& m_feed;
    SegmentedControl* m_range = nullptr;
    QPushButton* m_project = nullptr;
    QMenu* m_projects = nullptr;
    QLabel* m_freshness = nullptr;
    QPushButton* m_pause = nullptr;
    QTimer m_seconds;
};

} // namespace tollgate::ui
