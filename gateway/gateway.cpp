#include "gateway/gateway.h"

#include "gateway/control.h"
#include "gateway/loop/epoll_dispatcher.h"
#include "gateway/worker.h"

#include <QDebug>
#include <QPointer>
#include <QTimer>

namespace tollgate {

Gateway::Gateway(GatewayOptions options, QObject* parent)
    : QObject(parent)
    , m_options(std::move(options))
    , m_house(Clock::system(), m_options.dataDirectory)
    , m_admin{[this](AdminRequest request, std::function<void(AdminResponse)> reply) {
                  post(std::move(request), std::move(reply));
              },
              m_house.events, m_options.adminToken} {
    m_controlThread.setObjectName(QStringLiteral("control"));
}

Gateway::~Gateway() {
    close();
}

void Gateway::open(LoadedMasterKey masterKey) {
    m_control = std::make_unique<Control>(m_house, m_options.dataDirectory, m_opening);
    m_control->moveToThread(&m_controlThread);
    m_controlThread.start();
    auto key = std::make_shared<LoadedMasterKey>(std::move(masterKey));
    QMetaObject::invokeMethod(m_control.get(), [this, key, control = m_control.get()] {
        const auto done = control->open(*key);
        QMetaObject::invokeMethod(this, [this, done] {
            m_opened = done.has_value();
            if (done)
                Q_EMIT opened();
            else
                Q_EMIT openFailed(QString::fromStdString(done.error()));
        });
    });
}

void Gateway::post(AdminRequest request, std::function<void(AdminResponse)> reply) {
    QMetaObject::invokeMethod(
        m_control.get(),
        [control = m_control.get(), request = std::move(request), reply = std::move(reply)] {
            control->handle(request, reply);
        },
        Qt::QueuedConnection);
}

void Gateway::admin(AdminRequest request, QObject* context, std::function<void(AdminResponse)> reply) {
    // The context may die while the answer is under way: only its own thread may look.
    auto guard = std::make_shared<QPointer<QObject>>(context);
    post(std::move(request), [this, guard, reply = std::move(reply)](AdminResponse response) {
        QMetaObject::invokeMethod(
            this,
            [guard, reply, response = std::move(response)] {
                if (*guard)
                    reply(response);
            },
            Qt::QueuedConnection);
    });
}

void Gateway::applyConfigFile(std::string text, std::string fileName, std::function<void(QString)> done) {
    QMetaObject::invokeMethod(m_control.get(), [this, control = m_control.get(), text = std::move(text),
                                                fileName = std::move(fileName), done = std::move(done)] {
        const auto applied = control->applyConfigFile(text, fileName);
        const QString problem = applied ? QString() : QString::fromStdString(applied.error());
        QMetaObject::invokeMethod(this, [done, problem] { done(problem); });
    });
}

void Gateway::listen(const ListenAddress& address) {
    if (!m_opened || m_listening)
        return;
    const auto port = ReservedPort::reserve(address);
    if (!port) {
        Q_EMIT listenFailed(port.error().kind == ListenError::Kind::AddressInUse,
                            QString::fromStdString(port.error().message));
        return;
    }
    m_address = port->address();
    std::vector<std::string> hosts = m_options.hosts;
    if (!m_address.isLoopback()) {
        const std::vector<std::string> own = hostNamesOf(m_address);
        hosts.insert(hosts.end(), own.begin(), own.end());
        qWarning("other machines can reach %s: every request needs a client key",
                 m_address.toString().c_str());
    }
    m_house.access->setHosts(std::move(hosts));
    startWorkers(*port);
}

void Gateway::startWorkers(const ReservedPort& port) {
    EdgeOptions edge;
    edge.access = m_house.access;
    edge.connections = std::make_shared<ConnectionCount>();
    edge.trustLoopback = m_address.isLoopback();
    m_shared = std::make_unique<WorkerShared>(WorkerShared{
        m_house.services(), m_admin, edge, [this] { return m_house.ledger.writable(); }, m_house.jobs});
    QString failure;
    for (int i = 0; i < m_options.threads; ++i) {
        RunningWorker running;
        running.thread = std::make_unique<QThread>();
        running.thread->setObjectName(QStringLiteral("worker-%1").arg(i));
        running.thread->setEventDispatcher(new EpollDispatcher); // the thread owns it
        running.thread->start();
        // Made in its own thread: everything inside belongs there.
        QObject birthplace;
        birthplace.moveToThread(running.thread.get());
        QMetaObject::invokeMethod(
            &birthplace,
            [&] {
                running.worker = std::make_unique<Worker>(*m_shared, randomSeed());
                if (const auto done = running.worker->listen(port); !done)
                    failure = QString::fromStdString(done.error().message);
                birthplace.moveToThread(thread());
            },
            Qt::BlockingQueuedConnection);
        m_workers.push_back(std::move(running));
    }
    if (!failure.isEmpty()) {
        endWorkers();
        Q_EMIT listenFailed(false, failure);
        return;
    }
    m_listening = true;
    const QString text = QString::fromStdString(m_address.toString());
    QMetaObject::invokeMethod(m_control.get(),
                              [control = m_control.get(), address = m_address, threads = m_options.threads] {
                                  control->setListening(address, threads);
                              });
    Q_EMIT listening(text);
}

void Gateway::stopListening() {
    if (!m_listening || m_draining != 0)
        return;
    m_draining = m_workers.size();
    Q_EMIT stopping();
    for (const RunningWorker& running : m_workers) {
        Worker* worker = running.worker.get();
        QMetaObject::invokeMethod(worker, [this, worker] {
            worker->drain(
                [this] { QMetaObject::invokeMethod(this, &Gateway::workerIdle, Qt::QueuedConnection); });
        });
    }
    QTimer::singleShot(std::chrono::seconds(m_options.drainSeconds), this, &Gateway::stopNow);
}

void Gateway::stopNow() {
    if (m_draining == 0)
        return;
    m_draining = 1; // patience is over
    workerIdle();
}

void Gateway::workerIdle() {
    if (m_draining == 0 || --m_draining != 0)
        return;
    endWorkers();
    m_listening = false;
    QMetaObject::invokeMethod(m_control.get(),
                              [control = m_control.get()] { control->setListening(std::nullopt, 0); });
    Q_EMIT stopped();
}

void Gateway::endWorkers() {
    for (RunningWorker& running : m_workers) {
        QMetaObject::invokeMethod(
            running.worker.get(),
            [&running] {
                running.worker->closeAll();
                running.worker.reset();
            },
            Qt::BlockingQueuedConnection);
        running.thread->quit();
        running.thread->wait();
    }
    m_workers.clear();
}

void Gateway::close() {
    endWorkers();
    m_listening = false;
    m_draining = 0;
    if (!m_control)
        return;
    m_opening->work->cancelled = !m_opened; // it does not wait for a repair that takes minutes
    QMetaObject::invokeMethod(
        m_control.get(), [this] { m_control->close(); }, Qt::BlockingQueuedConnection);
    m_controlThread.quit();
    m_controlThread.wait();
    m_control.reset();
    m_opened = false;
}

} // namespace tollgate
