#pragma once
// A mutex for what takes less than a microsecond: who finds it taken looks again for about that long before
// going to sleep, which would cost more than the work.

#include <mutex>

namespace tollgate {

/// Lockable, as std::scoped_lock wants it.
class ShortMutex {
public:
    void lock() {
        for (int tries = 0; tries < kTries; ++tries) {
            if (m_mutex.try_lock())
                return;
            pause();
        }
        m_mutex.lock();
    }
    bool try_lock() { return m_mutex.try_lock(); }
    void unlock() { m_mutex.unlock(); }

private:
    static constexpr int kTries = 60;

    static void pause() {
#if defined(__x86_64__) || defined(__i386__)
        __builtin_ia32_pause();
#elif defined(__aarch64__)
        asm volatile("yield");
#endif
    }

    std::mutex m_mutex;
};

} // namespace tollgate
