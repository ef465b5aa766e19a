#pragma once
// A key and a certificate made on the spot, signed by nobody but itself, for servers of tests.

#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

#include <string>
#include <vector>

namespace tollgate::test {

inline QByteArray textOf(BIO* memory) {
    char* data = nullptr;
    const long size = BIO_get_mem_data(memory, &data);
    QByteArray text(data, size);
    BIO_free(memory);
    return text;
}

/// Another one with each call, valid for an hour.
inline QSslConfiguration selfSigned(const std::string& commonName) {
    EVP_PKEY* key = EVP_EC_gen("P-256");
    X509* certificate = X509_new();
    ASN1_INTEGER_set(X509_get_serialNumber(certificate), 1);
    X509_gmtime_adj(X509_getm_notBefore(certificate), -3600);
    X509_gmtime_adj(X509_getm_notAfter(certificate), 3600);
    X509_set_pubkey(certificate, key);
    X509_NAME* name = X509_get_subject_name(certificate);
    const std::vector<unsigned char> text(commonName.begin(), commonName.end());
    X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, text.data(), static_cast<int>(text.size()), -1, 0);
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

} // namespace tollgate::test
