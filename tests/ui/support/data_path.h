#pragma once
// A gateway's data path whose answers the test writes by hand.

#include <QJsonDocument>
#include <QJsonObject>
#include <QTcpServer>
#include <QTcpSocket>

namespace tollgate::ui {

inline const QByteArray kStreamHead =
    "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nx-request-id: T-7\r\n"
    "x-tollgate-provider: openai\r\nx-tollgate-model: gpt-4o-mini\r\nx-tollgate-attempts: 1\r\n"
    "Connection: close\r\n\r\n";

class DataPath : public QTcpServer {
public:
    DataPath() {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            QTcpSocket* socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] {
                if (!sockets.contains(socket)) { // a connection that Qt opens in reserve asks nothing
                    sockets << socket;
                    asked << QByteArray();
                }
                QByteArray& all = asked[sockets.indexOf(socket)];
                all += socket->readAll();
                if (isWhole(all) && !reply.isEmpty()) {
                    socket->write(replies.isEmpty() ? reply : replies.takeFirst());
                    socket->disconnectFromHost();
                }
            });
        });
    }
    QString address() const { return QStringLiteral("127.0.0.1:%1").arg(serverPort()); }
    QJsonObject body(int index) const {
        return QJsonDocument::fromJson(asked.value(index).mid(asked.value(index).indexOf("\r\n\r\n") + 4))
            .object();
    }
    static bool isWhole(const QByteArray& request) {
        const qsizetype head = request.indexOf("\r\n\r\n");
        const qsizetype length = request.toLower().indexOf("content-length: ");
        if (head < 0 || length < 0)
            return false;
        const QByteArray number = request.mid(length + 16, request.indexOf('\r', length) - length - 16);
        return request.size() >= head + 4 + number.toLongLong();
    }
    QList<QTcpSocket*> sockets;
    QList<QByteArray> asked;
    QByteArray reply;          ///< written when a request is whole; empty: the test does it
    QList<QByteArray> replies; ///< first these, one after the other
};

} // namespace tollgate::ui
