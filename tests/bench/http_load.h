#pragma once
// Asks a gateway a steady number of times a second over connections that stay open.

#include <QElapsedTimer>
#include <QTcpSocket>
#include <QTimer>

#include <memory>
#include <vector>

namespace tollgate::bench {

/// One thread with an event loop. What is late is made up for, up to one request per connection at a time.
class HttpLoad : public QObject {
public:
    HttpLoad(const QString& host, quint16 port, QByteArray key, int perSecond)
        : m_key(std::move(key))
        , m_perSecond(perSecond) {
        constexpr int kConnections = 48;
        for (int i = 0; i < kConnections; ++i) {
            auto& socket = m_connections.emplace_back(std::make_unique<Connection>());
            connect(&socket->tcp, &QTcpSocket::readyRead, this, [this, one = socket.get()] { read(*one); });
            socket->tcp.connectToHost(host, port);
        }
        m_timer.setTimerType(Qt::PreciseTimer);
        connect(&m_timer, &QTimer::timeout, this, &HttpLoad::send);
        m_timer.start(2);
        m_clock.start();
    }

    qint64 answered() const { return m_answered; }

private:
    struct Connection {
        QTcpSocket tcp;
        QByteArray received;
        bool busy = false;
    };

    void send() {
        const qint64 due = m_clock.elapsed() * m_perSecond / 1000;
        m_sent = qMax(m_sent, due - m_perSecond / 10); // a machine that slept does not catch up
        for (auto& connection : m_connections) {
            if (m_sent >= due)
                return;
            if (connection->busy || connection->tcp.state() != QAbstractSocket::ConnectedState)
                continue;
            const QByteArray body =
                R"({"model":"chat","max_tokens":64,"user":"user-)" + QByteArray::number(m_sent % 40) +
                R"(","messages":[{"role":"user","content":"How many requests are there?"}]})";
            connection->tcp.write(
                "POST /v1/chat/completions HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + m_key +
                "\r\nContent-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size()) +
                "\r\n\r\n" + body);
            connection->busy = true;
            ++m_sent;
        }
    }

    void read(Connection& connection) {
        connection.received += connection.tcp.readAll();
        const qsizetype head = connection.received.indexOf("\r\n\r\n");
        if (head < 0)
            return;
        const QByteArray headers = connection.received.left(head).toLower();
        const qsizetype at = headers.indexOf("content-length:");
        const qsizetype length =
            at < 0 ? 0 : headers.mid(at + 15, headers.indexOf('\r', at) - at - 15).trimmed().toLongLong();
        if (connection.received.size() < head + 4 + length)
            return;
        connection.received.clear();
        connection.busy = false;
        ++m_answered;
    }

    const QByteArray m_key;
    const int m_perSecond;
    std::vector<std::unique_ptr<Connection>> m_connections;
    QTimer m_timer;
    QElapsedTimer m_clock;
    qint64 m_sent = 0;
    qint64 m_answered = 0;
};

} // namespace tollgate::bench
