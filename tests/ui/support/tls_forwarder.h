#pragma once
// TLS in front of a gateway, as a reverse proxy would put it there, with a certificate made on the spot and
// signed by nobody but itself.

#include "tests/support/self_signed.h"

#include <QPointer>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QTcpServer>

namespace tollgate::ui {

class TlsForwarder : public QTcpServer {
public:
    explicit TlsForwarder(quint16 gatewayPort)
        : m_gatewayPort(gatewayPort) {
        renew();
    }

    QSslCertificate certificate() const { return m_configuration.localCertificate(); }

    /// Another key and certificate from the next connection on.
    void renew() { m_configuration = test::selfSigned("gateway.example"); }

    qint64 bytesFromClients() const { return m_bytes; } ///< inside TLS

    void dropEverybody() {
        for (const QPointer<QTcpSocket>& client : std::as_const(m_clients))
            if (client)
                client->abort();
        m_clients.clear();
    }

protected:
    void incomingConnection(qintptr descriptor) override {
        auto* client = new QSslSocket(this);
        client->setSslConfiguration(m_configuration);
        connect(client, &QSslSocket::encrypted, this, [this, client] { join(client); });
        connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
        client->setSocketDescriptor(descriptor);
        client->startServerEncryption();
    }

private:
    void join(QTcpSocket* client) {
        m_clients << client;
        auto* gateway = new QTcpSocket(client);
        gateway->connectToHost(QHostAddress::LocalHost, m_gatewayPort);
        const auto forward = [this, client, gateway] {
            const QByteArray bytes = client->readAll();
            m_bytes += bytes.size();
            gateway->write(bytes);
        };
        connect(client, &QTcpSocket::readyRead, gateway, forward);
        connect(gateway, &QTcpSocket::connected, gateway, forward); // what came with the handshake
        connect(gateway, &QTcpSocket::readyRead, client,
                [client, gateway] { client->write(gateway->readAll()); });
        connect(gateway, &QTcpSocket::disconnected, client, &QTcpSocket::disconnectFromHost);
    }

    const quint16 m_gatewayPort;
    QSslConfiguration m_configuration;
    QList<QPointer<QTcpSocket>> m_clients;
    qint64 m_bytes = 0;
};

} // namespace tollgate::ui
