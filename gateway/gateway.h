#pragma once
// The gateway as a whole: opens the house, runs its threads, listens, stops in order.

#include "gateway/admin_port.h"
#include "gateway/house.h"
#include "gateway/opening.h"
#include "gateway/secrets/master_key_loader.h"
#include "gateway/server/listen_address.h"

#include <QObject>
#include <QThread>

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace tollgate {

class Control;
class Worker;
struct WorkerShared;

struct GatewayOptions {
    std::string dataDirectory; ///< exists, locked by this process
    std::string adminToken;
    int threads = 1;
    int drainSeconds = 30;
    std::vector<std::string> hosts; ///< names callers may use for this gateway beside its addresses
};

/// Main thread, all of it. Nothing here blocks but close() and the destructor.
class Gateway final : public QObject {
    Q_OBJECT
public:
    explicit Gateway(GatewayOptions options, QObject* parent = nullptr);
    ~Gateway() override; ///< close()

    /// Opens database, ledger and admin service in the control thread; then opened() or openFailed().
    void open(LoadedMasterKey masterKey);

    /// Starts the workers on that address; then listening() or listenFailed(). Only while opened and not
    /// listening.
    void listen(const ListenAddress& address);
    /// Drains for at most drainSeconds; then stopped().
    void stopListening();
    bool isDraining() const { return m_draining != 0; }
    /// Ends what still drains; then stopped().
    void stopNow();
    bool isListening() const { return m_listening; }
    const ListenAddress& address() const { return m_address; }

    /// Stops listening at once if it still does, writes everything out, ends all threads. Idempotent.
    void close();

    /// Only after opened(). The reply comes in context's thread, and not at all when context is gone by then.
    void admin(AdminRequest request, QObject* context, std::function<void(AdminResponse)> reply);
    /// Applies a declarative configuration; `done` gets the error for people, empty when all went well.
    void applyConfigFile(std::string text, std::string fileName, std::function<void(QString)> done);
    /// What happens between open() and opened(). close() stops it.
    const Opening& opening() const { return *m_opening; }
    std::int64_t configVersion() const { return m_house.snapshots.load()->version; }
    EventFeed& events() { return m_house.events; }

Q_SIGNALS:
    void opened();
    void openFailed(const QString& message);
    void listening(const QString& address);
    void listenFailed(bool addressInUse, const QString& message);
    void stopping(); ///< no new requests from here on
    void stopped();

private:
    struct RunningWorker {
        std::unique_ptr<QThread> thread;
        std::unique_ptr<Worker> worker;
    };
    void post(AdminRequest request, std::function<void(AdminResponse)> reply);
    void startWorkers(const ReservedPort& port);
    void workerIdle();
    void endWorkers();

    const GatewayOptions m_options;
    std::shared_ptr<Opening> m_opening = std::make_shared<Opening>();
    House m_house;
    AdminPort m_admin;
    std::unique_ptr<WorkerShared> m_shared;
    QThread m_controlThread;
    std::unique_ptr<Control> m_control;
    std::vector<RunningWorker> m_workers;
    ListenAddress m_address;
    std::size_t m_draining = 0;
    bool m_opened = false;
    bool m_listening = false;
};

} // namespace tollgate
