#pragma once
// SIGINT and SIGTERM as a Qt signal (self-pipe: a handler may do nothing but write a byte).

#include <QObject>
#include <QSocketNotifier>

#include <memory>

namespace tollgate {

/// One per process, main thread.
class UnixSignals final : public QObject {
    Q_OBJECT
public:
    explicit UnixSignals(QObject* parent = nullptr);
    ~UnixSignals() override;

Q_SIGNALS:
    void terminationRequested();

private:
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace tollgate
