#include "gateway/secrets/keychain.h"

#include <QObject>
#include <QString>
#include <qt6keychain/keychain.h>

namespace tollgate {

namespace {

class DesktopKeychain final : public Keychain {
public:
    void read(const std::string& entry, Done done) override {
        auto* job = new QKeychain::ReadPasswordJob(QStringLiteral("tollgate"), &m_owner);
        job->setKey(QString::fromStdString(entry));
        QObject::connect(job, &QKeychain::Job::finished, &m_owner, [job, done = std::move(done)] {
            KeychainAnswer answer;
            if (job->error() == QKeychain::NoError)
                answer.value = job->textData().toStdString();
            answer.notFound = job->error() == QKeychain::EntryNotFound;
            answer.error = messageOf(*job);
            done(answer);
        });
        job->start();
    }

    void write(const std::string& entry, const std::string& value, Done done) override {
        auto* job = new QKeychain::WritePasswordJob(QStringLiteral("tollgate"), &m_owner);
        job->setKey(QString::fromStdString(entry));
        job->setTextData(QString::fromStdString(value));
        QObject::connect(job, &QKeychain::Job::finished, &m_owner, [job, done = std::move(done)] {
            KeychainAnswer answer;
            answer.error = messageOf(*job);
            done(answer);
        });
        job->start();
    }

private:
    static std::string messageOf(const QKeychain::Job& job) {
        if (job.error() == QKeychain::NoError)
            return {};
        return job.errorString().isEmpty() ? std::string("the keychain does not answer")
                                           : job.errorString().toStdString();
    }

    QObject m_owner; ///< cuts the connections when the keychain goes
};

} // namespace

std::unique_ptr<Keychain> makeDesktopKeychain() {
    return std::make_unique<DesktopKeychain>();
}

bool desktopKeychainLikely() {
    return qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS");
}

} // namespace tollgate
