#pragma once
// libcurl's multi handle on the Qt event loop of the thread that made it.
//
// A descriptor's watch is kept for as long as it is open. Reading from a kept-alive connection stays on
// between two transfers; should the descriptor become readable meanwhile (the peer closed it), it is switched
// off then.

#include "gateway/loop/descriptor_watch.h"

#include <QObject>
#include <QTimer>

#include <curl/curl.h>

#include <cstdint>
#include <functional>
#include <memory>
#include <vector>

namespace tollgate {

class Clock;

class CurlLoop final : private DescriptorWatch::Listener {
public:
    /// Something with an easy handle in this loop.
    class Task {
    public:
        /// It is over; the handle may be removed. Runs outside of libcurl, before afterActivity.
        virtual void completed(CURLcode code) = 0;

    protected:
        ~Task() = default;
    };

    /// afterActivity runs whenever libcurl may have received or finished something; onDeadline when a time
    /// asked for with wakeAt() has come. Neither runs inside libcurl.
    CurlLoop(const Clock& clock, std::function<void()> afterActivity, std::function<void()> onDeadline);
    ~CurlLoop();
    CurlLoop(const CurlLoop&) = delete;
    CurlLoop& operator=(const CurlLoop&) = delete;

    CURLM* multi() const { return m_multi; }
    /// Sets what every easy handle of this loop needs.
    void prepare(CURL* easy, Task& task);
    /// Sets how that handle opens and closes its sockets.
    void useSockets(CURL* easy);
    /// Opens a socket as handles of this loop do by themselves.
    curl_socket_t openSocket(const curl_sockaddr& address);
    /// Lets go of a descriptor that a handle has opened: it is the caller's, and stays open when the handle
    /// goes.
    void releaseSocket(curl_socket_t descriptor);
    /// Starts what was added with curl_multi_add_handle at once, instead of a turn of the event loop later.
    void kick();
    /// After curl_easy_pause, which may have asked for a timer.
    void rearm() { armTimer(); }
    /// Calls onDeadline at that Clock::monotonicNs or, when an earlier one was asked for, already then.
    void wakeAt(std::int64_t ns);
    /// The time at which the running activity began: one clock reading serves all its callbacks.
    std::int64_t nowNs() const { return m_nowNs; }
    QObject* context() { return &m_context; }

private:
    struct Watch {
        std::unique_ptr<DescriptorWatch> on; ///< null while nothing was ever wanted of it
        bool wantRead = false;
        bool wantWrite = false;
        bool ours = false;     ///< opened by us, so we hear of its closing
        bool released = false; ///< not libcurl's to close any more
    };

    static int socketCallback(CURL*, curl_socket_t descriptor, int what, void* self, void*);
    static int timerCallback(CURLM*, long timeoutMs, void* self);
    static curl_socket_t openCallback(void* self, curlsocktype purpose, curl_sockaddr* address);
    static int closeCallback(void* self, curl_socket_t descriptor);

    DescriptorWatch::Listener& listener() { return *this; }
    Watch& watchOf(curl_socket_t descriptor);
    void setInterest(curl_socket_t descriptor, bool read, bool write, bool removed);
    void descriptorReady(int descriptor, bool readable, bool writable) override;
    void collect();
    void timerFired();
    void armTimer();

    static constexpr std::int64_t kNever = INT64_MAX;

    const Clock& m_clock;
    std::function<void()> m_afterActivity;
    std::function<void()> m_onDeadline;
    CURLM* m_multi = nullptr;
    std::vector<Watch> m_watches; ///< by descriptor
    QTimer m_timer;
    std::int64_t m_armedNs = kNever;
    std::int64_t m_curlWakeNs = kNever;
    std::int64_t m_callWakeNs = kNever;
    std::int64_t m_nowNs = 0;
    QObject m_context;
};

} // namespace tollgate
