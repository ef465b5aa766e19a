#pragma once
// The gateway in the sidebar: whether it listens, where, how much passes, and a way to start and stop it.

#include <QJsonObject>
#include <QWidget>

class QLabel;
class QPushButton;
class QToolButton;

namespace tollgate::ui {

class CopyButton;
class GatewayLink;

class GatewayCard : public QWidget {
    Q_OBJECT
public:
    explicit GatewayCard(GatewayLink& link, QWidget* parent = nullptr);

    void setNarrow(bool narrow); ///< only whether it runs, and the switch
    void setTick(const QJsonObject& tick);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void refresh();
    void toggle();

    GatewayLink& m_link;
    QLabel* m_state = nullptr;
    QLabel* m_rate = nullptr;
    QLabel* m_address = nullptr;
    QLabel* m_detail = nullptr;
    QWidget* m_dot = nullptr;
    CopyButton* m_copy = nullptr;
    QToolButton* m_power = nullptr;
    QPushButton* m_otherPort = nullptr;
    bool m_narrow = false;
};

} // namespace tollgate::ui
