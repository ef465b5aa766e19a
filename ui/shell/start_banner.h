#pragma once
// What the gateway does before it is there (a database brought up to date or mended), and a way out. Closing
// is safe: nothing of it is half done, and the next start begins again. Main thread.

#include <QTimer>
#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace tollgate::ui {

class GatewayLink;

class StartBanner : public QWidget {
    Q_OBJECT
public:
    explicit StartBanner(GatewayLink& link, QWidget* parent = nullptr);

    QString text() const;
    QProgressBar* bar() const { return m_bar; }

Q_SIGNALS:
    void closeWanted();

private:
    void present();
    void showProgress();

    GatewayLink& m_link;
    QTimer m_watch;
    QTimer m_patience; ///< most starts are over before anybody could read it
    QLabel* m_text = nullptr;
    QProgressBar* m_bar = nullptr;
    QPushButton* m_close = nullptr;
};

} // namespace tollgate::ui
