#pragma once
// One easy handle, what it sends and what it has received but not yet handed over. Pooled by the client.

#include "gateway/upstream/upstream_client.h"

#include <curl/curl.h>

#include <array>
#include <string>
#include <utility>
#include <vector>

namespace tollgate {

class CurlLoop;

class Transfer {
public:
    /// Called from inside libcurl when something has arrived; must not call back into it.
    using Touched = void (*)(void* owner, Transfer& transfer);

    Transfer(CurlLoop& loop, void* owner, Touched touched);
    ~Transfer();
    Transfer(const Transfer&) = delete;
    Transfer& operator=(const Transfer&) = delete;

    CURL* easy() const { return m_easy; }
    static Transfer* of(CURL* easy);

    /// Sets the easy handle up for that request, which is kept until recycle(): the body is sent from there.
    void load(UpstreamRequest request, std::int64_t nowNs);
    /// Makes it ready for the next request; large buffers are given back.
    void recycle();

    const UpstreamRequest& request() const { return m_request; }
    /// Once it is finished.
    std::string takeBody() { return std::exchange(m_request.body, {}); }
    /// Fills result from libcurl's code.
    void finish(CURLcode code, std::int64_t nowNs);
    void fail(UpstreamOutcome outcome, std::string message, std::int64_t nowNs);

    /// The earliest time-out that can still happen, and its judgement at that time.
    std::int64_t deadlineNs() const;
    struct Expired {
        UpstreamOutcome outcome;
        std::string message;
    };
    Expired expired(std::int64_t nowNs) const;

    // Received, not handed over yet.
    int status = 0;
    HttpHeaders headers;
    std::string body;
    std::string handedOver; ///< what the listener is looking at
    UpstreamResult result;
    bool headersComplete = false;
    bool headersTold = false;
    bool finished = false;

    // Kept by the client.
    UpstreamListener* listener = nullptr;
    UpstreamCall* call = nullptr; ///< null once the owner has let go
    bool inMulti = false;
    bool paused = false;
    bool queued = false;     ///< waits in the client's list of transfers with news
    bool delivering = false; ///< one of its callbacks is running
    std::int64_t lastByteNs = 0;
    std::size_t activeIndex = 0; ///< its place in the client's list of transfers under way

private:
    static std::size_t headerCallback(char* data, std::size_t size, std::size_t count, void* self);
    static std::size_t writeCallback(char* data, std::size_t size, std::size_t count, void* self);
    static int connectedCallback(void* self, char*, char*, int, int);
    static curl_socket_t guardedOpen(void* self, curlsocktype purpose, curl_sockaddr* address);

    void headerLine(std::string_view line);
    void setHeaders();
    void setMethod();
    void trust();
    void setGuard();

    CurlLoop& m_loop;
    void* m_owner;
    Touched m_touched;
    CURL* m_easy;
    UpstreamRequest m_request;
    std::string m_caFile; ///< that the handle has now
    std::string m_defaultCaFile;
    std::string m_defaultCaPath;
    bool m_knowsDefaults = false;
    std::string m_headerText; ///< the lines the list below points into
    std::vector<std::size_t> m_lineStarts;
    std::vector<curl_slist> m_headerList;
    std::array<char, CURL_ERROR_SIZE> m_error{};
    std::int64_t m_startNs = 0;
    std::int64_t m_firstByteNs = 0;
    bool m_connected = false;
    bool m_headRequest = false;
    bool m_guarded = false;
};

/// What a finished transfer's code means.
UpstreamOutcome outcomeOf(CURLcode code);

} // namespace tollgate
