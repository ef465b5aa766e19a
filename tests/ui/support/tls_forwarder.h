#pragma once
// TLS in front of a gateway, as a reverse proxy would put it there, with a certificate made on the spot and
// signed by nobody but itself.

#include <QPointer>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslSocket>
#include <QTcpServer>

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

namespace tollgate::ui {

class TlsForwarder : public QTcpServer {
public:
    explicit TlsForwarder(quint16 gatewayPort)
        : m_gatewayPort(gatewayPort) {
        renew();
    }

    QSslCertificate certificate() const { return m_configuration.localCertificate(); }

    /// Another key and certificate from the next connection on.
    void renew() {
        EVP_PKEY* key = EVP_EC_gen("P-256");
        X509* certificate = X509_new();
        ASN1_INTEGER_set(X509_get_serialNumber(certificate), 1);
        X509_gmtime_adj(X509_getm_notBefore(certificate), -3600);
        X509_gmtime_adj(X509_getm_notAfter(certificate), 3600);
        X509_set_pubkey(certificate, key);
        X509_NAME* name = X509_get_subject_name(certificate);
        static constexpr unsigned char kName[] = "gateway.example";
        X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, kName, -1, -1, 0);
        X509_set_issuer_name(certificate, name);
        X509_sign(certificate, key, EVP_sha256());
        BIO* keyText = BIO_new(BIO_s_mem());
        PEM_write_bio_PrivateKey(keyText, key, nullptr, nullptr, 0, nullptr, nullptr);
        BIO* certificateText = BIO_new(BIO_s_mem());
        PEM_write_bio_X509(certificateText, certificate);
        X509_free(certificate);
        EVP_PKEY_free(key);
        m_configuration = {};
        m_configuration.setPrivateKey(QSslKey(textOf(keyText), QSsl::Ec));
        m_configuration.setLocalCertificate(QSslCertificate(textOf(certificateText)));
    }

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
    static QByteArray textOf(BIO* memory) {
        char* data = nullptr;
        const long size = BIO_get_mem_data(memory, &data);
        QByteArray text(data, size);
        BIO_free(memory);
        return text;
    }

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
