#pragma once
// Opens the setup by itself where nothing is configured yet, and reminds of one that was left.

#include <QObject>

namespace tollgate::ui {

class GatewayLink;
class MainWindow;

/// Main thread. Looks once, when the gateway answers for the first time.
class FirstRun : public QObject {
    Q_OBJECT
public:
    FirstRun(MainWindow& window, GatewayLink& link);

private:
    void look();

    MainWindow& m_window;
    GatewayLink& m_link;
};

} // namespace tollgate::ui
