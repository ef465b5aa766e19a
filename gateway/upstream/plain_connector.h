#pragma once
// Makes one TCP connection: libcurl resolves the name and tries its addresses (RFC 8305), then gives the
// socket away.

#include "gateway/upstream/curl_loop.h"

#include <curl/curl.h>

#include <array>
#include <cstdint>
#include <string>

namespace tollgate {

/// Destroying it gives the attempt up.
class PlainConnector final : private CurlLoop::Task {
public:
    class Listener {
    public:
        /// The descriptor is the listener's. May destroy the connector, as the next may.
        virtual void connectionMade(int descriptor, std::int64_t tookUs) = 0;
        virtual void connectionFailed(CURLcode code, std::string message) = 0;

    protected:
        ~Listener() = default;
    };

    /// No callback comes before start().
    PlainConnector(CurlLoop& loop, const std::string& url, Listener& listener);
    ~PlainConnector();
    PlainConnector(const PlainConnector&) = delete;
    PlainConnector& operator=(const PlainConnector&) = delete;

    void start();

private:
    void completed(CURLcode code) override;
    void leave();

    CurlLoop& m_loop;
    Listener& m_listener;
    CURL* m_easy;
    std::array<char, CURL_ERROR_SIZE> m_error{};
    bool m_inMulti = false;
};

} // namespace tollgate
