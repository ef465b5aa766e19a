// Certificates are always checked. The one here is made for the test and signed by itself.

#include "gateway/upstream/upstream_client.h"

#include "fake_server.h"

#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QSslSocket>
#include <QTest>

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

using namespace tollgate;

namespace {

QByteArray textOf(BIO* memory) {
    char* data = nullptr;
    const long size = BIO_get_mem_data(memory, &data);
    QByteArray text(data, size);
    BIO_free(memory);
    return text;
}

QSslConfiguration selfSigned() {
    EVP_PKEY* key = EVP_EC_gen("P-256");
    X509* certificate = X509_new();
    ASN1_INTEGER_set(X509_get_serialNumber(certificate), 1);
    X509_gmtime_adj(X509_getm_notBefore(certificate), -3600);
    X509_gmtime_adj(X509_getm_notAfter(certificate), 3600);
    X509_set_pubkey(certificate, key);
    X509_NAME* name = X509_get_subject_name(certificate);
    static constexpr unsigned char kName[] = "127.0.0.1";
    X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, kName, -1, -1, 0);
    X509_set_issuer_name(certificate, name);
    X509_sign(certificate, key, EVP_sha256());

    BIO* keyText = BIO_new(BIO_s_mem());
    PEM_write_bio_PrivateKey(keyText, key, nullptr, nullptr, 0, nullptr, nullptr);
    BIO* certificateText = BIO_new(BIO_s_mem());
    PEM_write_bio_X509(certificateText, certificate);
    X509_free(certificate);
    EVP_PKEY_free(key);

    QSslConfiguration configuration;
    configuration.setPrivateKey(QSslKey(textOf(keyText), QSsl::Ec));
    configuration.setLocalCertificate(QSslCertificate(textOf(certificateText)));
    return configuration;
}

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
        server.setSslConfiguration(selfSigned());
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
