#pragma once
// Brings a gateway up as the command line asks: directory, lock, token, master key, configuration file or
// demo, listen.

#include "app/demo/demo_traffic.h"
#include "app/options.h"
#include "gateway/gateway.h"

#include <QLockFile>
#include <QObject>

#include <memory>

namespace tollgate {

struct StartFailure {
    ExitCode code = kExitFailure;
    QString message;
};

/// Main thread.
class GatewayHost final : public QObject {
    Q_OBJECT
public:
    explicit GatewayHost(Options options, QObject* parent = nullptr);
    ~GatewayHost() override;

    /// The quick part: directory, lock, token. Blocks for milliseconds.
    tl::expected<void, StartFailure> prepare();
    /// The rest, in steps of the event loop; then listening() or failed().
    void start();

    Gateway& gateway() { return *m_gateway; } ///< after prepare()
    const Options& options() const { return m_options; }
    /// With --demo: the client key that a person may use, once listening. Shown to that person, never logged.
    QString demoKey() const;

Q_SIGNALS:
    void opened(); ///< with --init, instead of listening: nothing is configured yet
    void listening(const QString& address);
    void failed(const tollgate::StartFailure& failure);

private:
    void open(LoadedMasterKey masterKey);
    void configure();
    void applyDemoConfiguration();
    void applyConfigFile();
    void startTraffic(const QString& address);
    void listen();
    void fail(ExitCode code, const QString& message);

    const Options m_options;
    std::unique_ptr<QLockFile> m_lock;
    std::unique_ptr<Gateway> m_gateway;
    std::unique_ptr<MasterKeyLoader> m_keyLoader;
    std::unique_ptr<QThread> m_historian;
    std::unique_ptr<DemoTraffic> m_traffic;
};

} // namespace tollgate
