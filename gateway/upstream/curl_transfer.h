#pragma once
// A transfer by libcurl: one easy handle.

#include "gateway/upstream/curl_loop.h"
#include "gateway/upstream/transfer.h"

#include <curl/curl.h>

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace tollgate {

class CurlTransfer final : public Transfer, private CurlLoop::Task {
public:
    CurlTransfer(CurlLoop& loop, Owner& owner);
    ~CurlTransfer() override;

    void start() override;
    void stop() override;
    void hold(bool on) override;
    void recycle() override;

private:
    static std::size_t headerCallback(char* data, std::size_t size, std::size_t count, void* self);
    static std::size_t writeCallback(char* data, std::size_t size, std::size_t count, void* self);
    static int connectedCallback(void* self, char*, char*, int, int);
    static curl_socket_t guardedOpen(void* self, curlsocktype purpose, curl_sockaddr* address);

    void completed(CURLcode code) override;
    std::int64_t connectTookUs() const override;
    void headerLine(std::string_view line);
    void setHeaders();
    void setMethod();
    void trust();
    void setGuard();

    CurlLoop& m_loop;
    CURL* m_easy;
    std::string m_caFile; ///< that the handle has now
    std::string m_defaultCaFile;
    std::string m_defaultCaPath;
    bool m_knowsDefaults = false;
    std::string m_headerText; ///< the lines the list below points into
    std::vector<std::size_t> m_lineStarts;
    std::vector<curl_slist> m_headerList;
    std::array<char, CURL_ERROR_SIZE> m_error{};
    bool m_inMulti = false;
    bool m_headRequest = false;
    bool m_guarded = false;
};

/// What the code of a transfer, or of a connection being made, means.
UpstreamOutcome outcomeOf(CURLcode code);

} // namespace tollgate
