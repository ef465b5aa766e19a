#include "app/gateway_host.h"

#include "app/data_directory.h"

#include <QDebug>
#include <QFile>

namespace tollgate {

GatewayHost::GatewayHost(Options options, QObject* parent)
    : QObject(parent)
    , m_options(std::move(options)) {}

GatewayHost::~GatewayHost() {
    if (m_gateway)
        m_gateway->close();
}

tl::expected<void, StartFailure> GatewayHost::prepare() {
    auto lock = lockDataDirectory(m_options.dataDirectory);
    if (!lock) {
        const ExitCode code = lock.error().alreadyRunning ? kExitAlreadyRunning : kExitFailure;
        return tl::unexpected(StartFailure{code, lock.error().message});
    }
    m_lock = std::move(*lock);
    auto token = adminToken(m_options.dataDirectory);
    if (!token)
        return tl::unexpected(StartFailure{kExitFailure, token.error()});

    GatewayOptions options;
    options.dataDirectory = m_options.dataDirectory.toStdString();
    options.adminToken = std::move(*token);
    options.threads = m_options.threads;
    options.drainSeconds = m_options.drainSeconds;
    m_gateway = std::make_unique<Gateway>(std::move(options));
    connect(m_gateway.get(), &Gateway::openFailed, this,
            [this](const QString& message) { fail(kExitFailure, message); });
    connect(m_gateway.get(), &Gateway::opened, this, &GatewayHost::applyConfigFile);
    connect(m_gateway.get(), &Gateway::listening, this, &GatewayHost::listening);
    connect(m_gateway.get(), &Gateway::listenFailed, this, [this](bool inUse, const QString& message) {
        fail(inUse ? kExitPortInUse : kExitFailure, message);
    });
    return {};
}

void GatewayHost::start() {
    m_keyLoader = std::make_unique<MasterKeyLoader>(
        MasterKeyLoader::Options::fromSystem(m_options.dataDirectory.toStdString()));
    m_keyLoader->load([this](MasterKeyLoader::Result result) {
        if (!result) {
            fail(kExitFailure, QString::fromStdString(result.error()));
            return;
        }
        m_gateway->open(std::move(*result));
    });
}

void GatewayHost::applyConfigFile() {
    if (m_options.configFile.isEmpty()) {
        listen();
        return;
    }
    QFile file(m_options.configFile);
    if (!file.open(QIODevice::ReadOnly)) {
        fail(kExitUsage,
             QStringLiteral("--config: %1 cannot be read: %2").arg(m_options.configFile, file.errorString()));
        return;
    }
    m_gateway->applyConfigFile(file.readAll().toStdString(), m_options.configFile.toStdString(),
                               [this](const QString& problem) {
                                   if (problem.isEmpty())
                                       listen();
                                   else
                                       fail(kExitUsage, problem);
                               });
}

void GatewayHost::listen() {
    m_gateway->listen(m_options.listen);
}

void GatewayHost::fail(ExitCode code, const QString& message) {
    Q_EMIT failed({code, message});
}

} // namespace tollgate
