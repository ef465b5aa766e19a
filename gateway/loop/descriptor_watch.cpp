#include "gateway/loop/descriptor_watch.h"

#include "gateway/loop/epoll_dispatcher.h"

#include <QSocketNotifier>

namespace tollgate {

class DescriptorWatch::Backend {
public:
    virtual ~Backend() = default;
    virtual void watch(bool read, bool write) = 0;
};

class DescriptorWatch::OnEpoll final : public Backend, private EpollDispatcher::Watch {
public:
    OnEpoll(EpollDispatcher& loop, int descriptor, Listener& listener)
        : Watch(loop, descriptor)
        , m_listener(listener) {}

    void watch(bool read, bool write) override { want((read ? EPOLLIN : 0U) | (write ? EPOLLOUT : 0U)); }

private:
    void ready(std::uint32_t events) override {
        m_listener.descriptorReady(descriptor(), (events & EPOLLIN) != 0, (events & EPOLLOUT) != 0);
    }

    Listener& m_listener;
};

class DescriptorWatch::OnNotifiers final : public Backend {
public:
    OnNotifiers(int descriptor, Listener& listener)
        : m_descriptor(descriptor)
        , m_listener(listener) {}

    void watch(bool read, bool write) override {
        set(m_read, QSocketNotifier::Read, read);
        set(m_write, QSocketNotifier::Write, write);
    }

private:
    void set(std::unique_ptr<QSocketNotifier>& notifier, QSocketNotifier::Type type, bool on) {
        if (!notifier) {
            if (!on)
                return;
            notifier = std::make_unique<QSocketNotifier>(m_descriptor, type);
            QObject::connect(notifier.get(), &QSocketNotifier::activated, notifier.get(), [this, type] {
                m_listener.descriptorReady(m_descriptor, type == QSocketNotifier::Read,
                                           type == QSocketNotifier::Write);
            });
        } else if (notifier->isEnabled() != on) {
            notifier->setEnabled(on);
        }
    }

    const int m_descriptor;
    Listener& m_listener;
    std::unique_ptr<QSocketNotifier> m_read;
    std::unique_ptr<QSocketNotifier> m_write;
};

DescriptorWatch::DescriptorWatch(int descriptor, Listener& listener) {
    if (EpollDispatcher* loop = EpollDispatcher::current())
        m_backend = std::make_unique<OnEpoll>(*loop, descriptor, listener);
    else
        m_backend = std::make_unique<OnNotifiers>(descriptor, listener);
}

DescriptorWatch::~DescriptorWatch() = default;

void DescriptorWatch::watch(bool read, bool write) {
    if (read == m_read && write == m_write)
        return;
    m_read = read;
    m_write = write;
    m_backend->watch(read, write);
}

} // namespace tollgate
