// Certificates are always checked. The one here is made for the test and signed by itself.

#include "gateway/upstream/upstream_client.h"
#include "tests/support/self_signed.h"

#include "fake_server.h"

#include <QSslServer>
#include <QSslSocket>
#include <QTest>

using namespace tollgate;

namespace {

UpstreamRequest get(const std::string& url) {
    UpstreamRequest request;
    request.method = "GET";
    request.url = url;
    return request;
}

} // namespace

class TestUpstreamTls : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aCertificateNobodyVouchesForIsRefused() {
        if (!QSslSocket::supportsSsl())
            QSKIP("Qt has no TLS here");
        QSslServer server;
        server.setSslConfiguration(test::selfSigned("127.0.0.1"));
        QVERIFY(server.listen(QHostAddress::LocalHost));
        bool asked = false;
        connect(&server, &QTcpServer::newConnection, &server, [&] {
            while (QTcpSocket* socket = server.nextPendingConnection())
                connect(socket, &QTcpSocket::readyRead, &server, [&asked] { asked = true; });
        });
        UpstreamClient client;
        Recorder recorder;
        UpstreamRequest request = get("https://127.0.0.1:" + std::to_string(server.serverPort()) + "/");
        request.headers.add("authorization", "Bearer secret");
        const auto call = client.send(std::move(request), recorder);
        QTRY_VERIFY(recorder.done);
        QCOMPARE(recorder.result.outcome, UpstreamOutcome::TlsFailed);
        QVERIFY2(recorder.result.message.find("certificate") != std::string::npos,
                 recorder.result.message.c_str());
        QTest::qWait(20);
        QVERIFY(!asked); // the key did not leave
    }

    void aPeerThatDoesNotSpeakTlsIsATlsFailure() {
        FakeServer server;
        connect(&server, &QTcpServer::newConnection, &server, [&server] {
            for (QTcpSocket* socket : server.sockets)
                say(*socket, "HTTP/1.1 400 Bad Request\r\n\r\n");
        });
        UpstreamClient client;
        Recorder recorder;
        const auto call =
            client.send(get("https://127.0.0.1:" + std::to_string(server.serverPort()) + "/"), recorder);
        QTRY_VERIFY(recorder.done);
        QCOMPARE(recorder.result.outcome, UpstreamOutcome::TlsFailed);
    }
};

QTEST_GUILESS_MAIN(TestUpstreamTls)
#include "tst_upstream_tls.moc"
