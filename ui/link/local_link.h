#pragma once
// The link to the gateway inside this very process: no socket, no token; requests go to the control thread as
// values.

#include "gateway/gateway.h"
#include "ui/link/gateway_link.h"

#include <QTimer>

namespace tollgate::ui {

/// Main thread. The gateway outlives the link. Requests sent before the gateway has opened wait for it.
class LocalLink final : public GatewayLink {
    Q_OBJECT
public:
    explicit LocalLink(Gateway& gateway, QObject* parent = nullptr);
    ~LocalLink() override;

    void send(const QByteArray& method, const QString& path, const QJsonObject& body, QObject* context,
              ReplyHandler onReply) override;
    LinkState state() const override { return m_state; }
    QString address() const override { return m_address; }
    QString stateDetail() const override { return m_detail; }
    bool canControl() const override { return true; }
    void start() override;
    void startOnFreePort() override;
    void stop() override;

    /// Where start() listens: the next one after a port was taken.
    void setAddress(const ListenAddress& address);
    /// Something went wrong before the gateway could be asked to listen.
    void fail(const QString& detail);

private:
    void opened();
    void watchOpening();
    void drain();
    void setState(LinkState state, const QString& detail = {});

    Gateway& m_gateway;
    ListenAddress m_wanted;
    QString m_address;
    QString m_detail;
    LinkState m_state = LinkState::Starting;
    bool m_opened = false;
    OpeningStage m_stage = OpeningStage::None;
    QTimer m_watch; ///< what the gateway does before it is open
    std::vector<std::function<void()>> m_waiting;
    EventFeed::Subscription m_events;
};

} // namespace tollgate::ui
