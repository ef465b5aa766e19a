#pragma once
// An edge on a free port and clients that send exactly the bytes a test wants.

#include "gateway/server/access_policy.h"
#include "gateway/server/edge_server.h"

#include <QTcpSocket>
#include <QTest>

#include <memory>
#include <string>
#include <vector>

#include <sys/socket.h>

namespace tollgate {

class RawClient {
public:
    explicit RawClient(std::uint16_t port) {
        m_socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
        QObject::connect(&m_socket, &QTcpSocket::readyRead, &m_socket, [this] {
            if (reading)
                received += m_socket.readAll().toStdString();
        });
        if (!QTest::qWaitFor([this] { return m_socket.state() == QAbstractSocket::ConnectedState; }))
            qFatal("cannot connect");
    }

    void send(const std::string& bytes) {
        m_socket.write(bytes.data(), static_cast<qint64>(bytes.size()));
        m_socket.flush();
    }
    bool closed() const { return m_socket.state() == QAbstractSocket::UnconnectedState; }
    void leave() { m_socket.abort(); }
    void close() { m_socket.disconnectFromHost(); }
    /// "I ask nothing more", but still reads.
    void halfClose() { ::shutdown(static_cast<int>(m_socket.socketDescriptor()), SHUT_WR); }
    QTcpSocket& socket() { return m_socket; }

    /// Stops taking bytes from the kernel, as a slow reader does.
    void stopReading() {
        reading = false;
        m_socket.setReadBufferSize(1);
    }
    void startReading() {
        reading = true;
        m_socket.setReadBufferSize(0);
        received += m_socket.readAll().toStdString();
    }

    int status() const { return received.size() > 12 ? std::atoi(received.c_str() + 9) : 0; }
    bool has(const std::string& text) const { return received.find(text) != std::string::npos; }
    std::string body() const {
        const std::size_t end = received.find("\r\n\r\n");
        return end == std::string::npos ? std::string() : received.substr(end + 4);
    }

    std::string received;
    bool reading = true;

private:
    QTcpSocket m_socket;
};

/// Keeps the exchanges for the test to answer; with autoAnswer it answers each with its own path.
class Edge {
public:
    explicit Edge(EdgeOptions options = {}, const Clock& clock = Clock::system()) {
        if (!options.access)
            options.access = access;
        else
            access = options.access;
        server = std::make_unique<EdgeServer>(options, clock, [this](ExchangePtr exchange) {
            ++requests;
            if (autoAnswer)
                exchange->answer(200, {{"content-type", "text/plain"}}, exchange->request().path);
            else
                exchanges.push_back(std::move(exchange));
        });
        auto reserved = ReservedPort::reserve(ListenAddress());
        if (!reserved || !server->listen(*reserved))
            qFatal("cannot listen");
        port = reserved->port();
    }

    std::shared_ptr<AccessPolicy> access = std::make_shared<AccessPolicy>();
    std::unique_ptr<EdgeServer> server;
    std::uint16_t port = 0;
    std::vector<ExchangePtr> exchanges;
    int requests = 0;
    bool autoAnswer = false;
};

inline std::string get(const std::string& path, const std::string& fields = {}) {
    return "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + fields + "\r\n";
}

inline std::string post(const std::string& path, const std::string& body) {
    return "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + std::to_string(body.size()) +
           "\r\n\r\n" + body;
}

} // namespace tollgate
