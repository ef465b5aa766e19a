#include "app/gateway_host.h"

#include "app/data_directory.h"
#include "app/demo/demo.h"

#include <QDebug>
#include <QFile>
#include <QUrl>

namespace tollgate {

GatewayHost::GatewayHost(Options options, QObject* parent)
    : QObject(parent)
    , m_options(std::move(options)) {}

GatewayHost::~GatewayHost() {
    m_traffic.reset();
    if (m_historian)
        m_historian->wait();
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
    for (const QString& host : m_options.hosts)
        options.hosts.push_back(host.toStdString());
    m_gateway = std::make_unique<Gateway>(std::move(options));
    connect(m_gateway.get(), &Gateway::openFailed, this,
            [this](const QString& message) { fail(kExitFailure, message); });
    connect(m_gateway.get(), &Gateway::opened, this, &GatewayHost::configure);
    connect(m_gateway.get(), &Gateway::listening, this, [this](const QString& address) {
        startTraffic(address);
        Q_EMIT listening(address);
    });
    connect(m_gateway.get(), &Gateway::stopping, this, [this] { m_traffic.reset(); });
    connect(m_gateway.get(), &Gateway::listenFailed, this, [this](bool inUse, const QString& message) {
        fail(inUse ? kExitPortInUse : kExitFailure, message);
    });
    return {};
}

void GatewayHost::start() {
    m_keyLoader = std::make_unique<MasterKeyLoader>(
        MasterKeyLoader::Options::fromSystem(m_options.dataDirectory.toStdString()));
    m_keyLoader->load([this](MasterKeyLoader::Result result) {
        if (result)
            open(std::move(*result));
        else
            fail(kExitFailure, QString::fromStdString(result.error()));
    });
}

void GatewayHost::open(LoadedMasterKey masterKey) {
    if (!m_options.demo) {
        m_gateway->open(std::move(masterKey));
        return;
    }
    // Thirty days are written in a second or two: not in the thread that draws.
    auto problem = std::make_shared<QString>();
    m_historian.reset(
        QThread::create([path = House::databasePath(m_options.dataDirectory.toStdString()), problem] {
            if (const auto written = writeDemoHistory(path, Clock::system().unixMs()); !written)
                *problem = QString::fromStdString(written.error());
        }));
    auto key = std::make_shared<LoadedMasterKey>(std::move(masterKey));
    connect(m_historian.get(), &QThread::finished, this, [this, problem, key] {
        // The gateway knows better what to do with a database that cannot be written or read.
        if (!problem->isEmpty())
            qWarning("the demo's past was not written: %s", qUtf8Printable(*problem));
        m_gateway->open(std::move(*key));
    });
    m_historian->start();
}

void GatewayHost::configure() {
    if (m_options.init.wanted) {
        Q_EMIT opened();
        return;
    }
    if (m_options.demo && m_gateway->configVersion() == 0)
        applyDemoConfiguration();
    else
        applyConfigFile();
}

void GatewayHost::applyDemoConfiguration() {
    m_gateway->applyConfigFile(std::string(demoConfiguration()), "the demo's configuration",
                               [this](const QString& problem) {
                                   if (problem.isEmpty())
                                       applyConfigFile();
                                   else
                                       fail(kExitFailure, problem);
                               });
}

void GatewayHost::startTraffic(const QString& address) {
    if (!m_options.demo)
        return;
    QUrl url(QStringLiteral("http://") + address);
    if (url.host() == u"0.0.0.0")
        url.setHost(QStringLiteral("127.0.0.1"));
    if (!m_traffic)
        m_traffic = std::make_unique<DemoTraffic>(m_options.dataDirectory);
    m_traffic->start(url);
}

QString GatewayHost::demoKey() const {
    if (!m_options.demo)
        return {};
    const auto name = QLatin1String(kDemoKeyForPeople.data(), qsizetype(kDemoKeyForPeople.size()));
    QFile file(m_options.dataDirectory + QStringLiteral("/keys/") + name);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll().trimmed()) : QString();
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
