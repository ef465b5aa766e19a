#pragma once
// Under the title while a gateway elsewhere is not there: why, of when the figures are that still stand on
// the screen, when the next attempt is due, and a button for now.

#include <QTimer>
#include <QWidget>

class QLabel;
class QPushButton;

namespace tollgate::ui {

class GatewayLink;

class ConnectionBanner : public QWidget {
    Q_OBJECT
public:
    explicit ConnectionBanner(GatewayLink& link, QWidget* parent = nullptr);

    QString text() const;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void refresh();

    GatewayLink& m_link;
    QLabel* m_icon = nullptr;
    QLabel* m_text = nullptr;
    QLabel* m_when = nullptr;
    QPushButton* m_now = nullptr;
    QTimer m_second;
};

} // namespace tollgate::ui
