#pragma once
// A descriptor on the event loop of the thread that made the watch: directly where a worker's loop runs, by
// QSocketNotifier elsewhere.

#include <memory>

namespace tollgate {

/// Used in the thread that made it; to be gone before the descriptor is closed.
class DescriptorWatch {
public:
    class Listener {
    public:
        /// Only of what is watched. A broken or ended connection is ready for all that is watched.
        virtual void descriptorReady(int descriptor, bool readable, bool writable) = 0;

    protected:
        ~Listener() = default;
    };

    DescriptorWatch(int descriptor, Listener& listener);
    ~DescriptorWatch();
    DescriptorWatch(const DescriptorWatch&) = delete;
    DescriptorWatch& operator=(const DescriptorWatch&) = delete;

    void watch(bool read, bool write);
    void watchReading(bool on) { watch(on, m_write); }
    void watchWriting(bool on) { watch(m_read, on); }
    bool reading() const { return m_read; }
    bool writing() const { return m_write; }

private:
    class Backend;
    class OnEpoll;
    class OnNotifiers;

    std::unique_ptr<Backend> m_backend;
    bool m_read = false;
    bool m_write = false;
};

} // namespace tollgate
