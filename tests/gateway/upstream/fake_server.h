#pragma once
// A server that says exactly the bytes a test wants, and a listener that writes down what comes of it.

#include "gateway/upstream/upstream_client.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <functional>
#include <string>
#include <vector>

namespace tollgate {

/// Collects what each connection sends; the test answers on the socket itself.
class FakeServer : public QTcpServer {
public:
    FakeServer() {
        if (!listen(QHostAddress::LocalHost))
            qFatal("cannot listen");
        connect(this, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket* socket = nextPendingConnection()) {
                sockets.push_back(socket);
                received.emplace_back();
                const std::size_t index = sockets.size() - 1;
                connect(socket, &QTcpSocket::readyRead, this, [this, socket, index] {
                    received[index] += socket->readAll().toStdString();
                    if (onRequest && complete(received[index]))
                        onRequest(*socket, std::exchange(received[index], {}));
                });
                connect(socket, &QTcpSocket::disconnected, this, [this] { ++disconnects; });
            }
        });
    }

    std::string url(const std::string& path = "/") const {
        return "http://127.0.0.1:" + std::to_string(serverPort()) + path;
    }

    /// Called with every whole request (content-length only).
    std::function<void(QTcpSocket&, const std::string&)> onRequest;
    std::vector<QTcpSocket*> sockets;
    std::vector<std::string> received;
    int disconnects = 0;

private:
    static bool complete(const std::string& bytes) {
        const std::size_t end = bytes.find("\r\n\r\n");
        if (end == std::string::npos)
            return false;
        const std::size_t length = bytes.find("ontent-Length: ");
        const std::size_t body = length < end ? std::stoul(bytes.substr(length + 15)) : 0;
        return bytes.size() >= end + 4 + body;
    }
};

class Recorder : public UpstreamListener {
public:
    void upstreamHeaders(int s, const HttpHeaders& h) override {
        status = s;
        headers = h;
        log += "H";
        if (onHeaders)
            onHeaders();
    }
    void upstreamBody(std::string_view bytes) override {
        body.append(bytes);
        log += "B";
        if (onBody)
            onBody();
    }
    void upstreamDone(const UpstreamResult& r) override {
        result = r;
        done = true;
        log += "D";
        if (onDone)
            onDone();
    }

    int status = 0;
    HttpHeaders headers;
    std::string body;
    std::string log;
    UpstreamResult result;
    bool done = false;
    std::function<void()> onHeaders;
    std::function<void()> onBody;
    std::function<void()> onDone;
};

inline void say(QTcpSocket& socket, const std::string& bytes) {
    socket.write(bytes.data(), static_cast<qint64>(bytes.size()));
    socket.flush();
}

inline std::string okAnswer(const std::string& body) {
    return "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: " + std::to_string(body.size()) +
           "\r\n\r\n" + body;
}

} // namespace tollgate
