#include "gateway/upstream/curl_transfer.h"

#include "gateway/upstream/sent_headers.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <utility>

namespace tollgate {

namespace {

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t'))
        text.remove_prefix(1);
    while (!text.empty() &&
           (text.back() == ' ' || text.back() == '\t' || text.back() == '\r' || text.back() == '\n'))
        text.remove_suffix(1);
    return text;
}

} // namespace

CurlTransfer::CurlTransfer(CurlLoop& loop, Owner& owner)
    : Transfer(owner, Lane::Curl)
    , m_loop(loop)
    , m_easy(curl_easy_init()) {
    loop.prepare(m_easy, *this);
    curl_easy_setopt(m_easy, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(m_easy, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(m_easy, CURLOPT_SSL_VERIFYPEER, 1L);
    curl_easy_setopt(m_easy, CURLOPT_SSL_VERIFYHOST, 2L);
    curl_easy_setopt(m_easy, CURLOPT_HTTP_VERSION, long{CURL_HTTP_VERSION_2TLS});
    curl_easy_setopt(m_easy, CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);
    curl_easy_setopt(m_easy, CURLOPT_ERRORBUFFER, m_error.data());
    curl_easy_setopt(m_easy, CURLOPT_HEADERFUNCTION, &CurlTransfer::headerCallback);
    curl_easy_setopt(m_easy, CURLOPT_HEADERDATA, this);
    curl_easy_setopt(m_easy, CURLOPT_WRITEFUNCTION, &CurlTransfer::writeCallback);
    curl_easy_setopt(m_easy, CURLOPT_WRITEDATA, this);
    curl_easy_setopt(m_easy, CURLOPT_PREREQFUNCTION, &CurlTransfer::connectedCallback);
    curl_easy_setopt(m_easy, CURLOPT_PREREQDATA, this);
}

CurlTransfer::~CurlTransfer() {
    curl_easy_cleanup(m_easy);
}

void CurlTransfer::start() {
    curl_easy_setopt(m_easy, CURLOPT_URL, request().url.c_str());
    if (request().caFile != m_caFile) {
        m_caFile = request().caFile;
        trust();
    }
    if (request().guard || m_guarded)
        setGuard();
    setMethod();
    setHeaders();
    m_inMulti = true;
    curl_multi_add_handle(m_loop.multi(), m_easy);
    m_loop.kick();
}

void CurlTransfer::stop() {
    if (std::exchange(m_inMulti, false))
        curl_multi_remove_handle(m_loop.multi(), m_easy);
}

void CurlTransfer::hold(bool on) {
    if (!m_inMulti)
        return;
    curl_easy_pause(m_easy, on ? CURLPAUSE_RECV : CURLPAUSE_CONT);
    if (!on)
        m_loop.rearm();
}

void CurlTransfer::recycle() {
    Transfer::recycle();
    m_error[0] = '\0';
}

/// A kept connection was made under the rules of another time, and a proxy connects to what it likes.
void CurlTransfer::setGuard() {
    m_guarded = static_cast<bool>(request().guard);
    m_loop.useSockets(m_easy);
    curl_easy_setopt(m_easy, CURLOPT_FRESH_CONNECT, long{m_guarded});
    curl_easy_setopt(m_easy, CURLOPT_FORBID_REUSE, long{m_guarded});
    curl_easy_setopt(m_easy, CURLOPT_PROXY, m_guarded ? "" : nullptr); // "": none, NULL: the environment's
    if (!m_guarded)
        return;
    curl_easy_setopt(m_easy, CURLOPT_OPENSOCKETFUNCTION, &CurlTransfer::guardedOpen);
    curl_easy_setopt(m_easy, CURLOPT_OPENSOCKETDATA, this);
}

curl_socket_t CurlTransfer::guardedOpen(void* self, curlsocktype, curl_sockaddr* address) {
    auto* transfer = static_cast<CurlTransfer*>(self);
    if (!transfer->request().guard(address->addr))
        return CURL_SOCKET_BAD;
    return transfer->m_loop.openSocket(*address);
}

void CurlTransfer::trust() {
    if (!m_knowsDefaults) {
        m_knowsDefaults = true;
        char* path = nullptr; // what libcurl was built with
        if (curl_easy_getinfo(m_easy, CURLINFO_CAINFO, &path) == CURLE_OK && path != nullptr)
            m_defaultCaFile = path;
        path = nullptr;
        if (curl_easy_getinfo(m_easy, CURLINFO_CAPATH, &path) == CURLE_OK && path != nullptr)
            m_defaultCaPath = path;
    }
    const bool own = !m_caFile.empty();
    const auto orNone = [](const std::string& text) { return text.empty() ? nullptr : text.c_str(); };
    curl_easy_setopt(m_easy, CURLOPT_CAINFO, orNone(own ? m_caFile : m_defaultCaFile));
    curl_easy_setopt(m_easy, CURLOPT_CAPATH, own ? nullptr : orNone(m_defaultCaPath));
}

void CurlTransfer::setMethod() {
    if (m_headRequest) {
        curl_easy_setopt(m_easy, CURLOPT_NOBODY, 0L);
        m_headRequest = false;
    }
    const std::string& method = request().method;
    if (method == "POST" || !request().body.empty()) {
        curl_easy_setopt(m_easy, CURLOPT_POST, 1L);
        curl_easy_setopt(m_easy, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request().body.size()));
        curl_easy_setopt(m_easy, CURLOPT_POSTFIELDS, request().body.data()); // not copied
        curl_easy_setopt(m_easy, CURLOPT_CUSTOMREQUEST, method == "POST" ? nullptr : method.c_str());
        return;
    }
    curl_easy_setopt(m_easy, CURLOPT_HTTPGET, 1L);
    if (method == "HEAD") {
        curl_easy_setopt(m_easy, CURLOPT_NOBODY, 1L);
        m_headRequest = true;
    }
    curl_easy_setopt(m_easy, CURLOPT_CUSTOMREQUEST,
                     method == "GET" || method == "HEAD" ? nullptr : method.c_str());
}

void CurlTransfer::setHeaders() {
    // The list is built in two buffers that live as long as the handle, instead of two allocations for every
    // line.
    m_headerText.clear();
    m_headerList.clear();
    std::vector<std::size_t>& starts = m_lineStarts;
    starts.clear();
    const auto line = [&](std::string_view name, std::string_view separator, std::string_view value) {
        starts.push_back(m_headerText.size());
        m_headerText.append(name).append(separator).append(value).push_back('\0');
    };
    bool typeGiven = false;
    bool acceptGiven = false;
    forEachSentHeader(request().headers, [&](std::string_view name, std::string_view value) {
        typeGiven = typeGiven || name == "content-type";
        acceptGiven = acceptGiven || name == "accept";
        if (value.empty())
            line(name, ";", {}); // libcurl's way to send a header without a value
        else
            line(name, ": ", value);
    });
    if (!acceptGiven)
        line("Accept", ":", {}); // a name and nothing else takes libcurl's own line away
    if (!typeGiven)
        line("Content-Type", ":", {});
    line("Expect", ":", {});
    m_headerList.resize(starts.size());
    for (std::size_t i = 0; i < starts.size(); ++i) {
        m_headerList[i].data = m_headerText.data() + starts[i];
        m_headerList[i].next = i + 1 < starts.size() ? &m_headerList[i + 1] : nullptr;
    }
    curl_easy_setopt(m_easy, CURLOPT_HTTPHEADER, m_headerList.data());
}

std::size_t CurlTransfer::headerCallback(char* data, std::size_t size, std::size_t count, void* self) {
    static_cast<CurlTransfer*>(self)->headerLine({data, size * count});
    return size * count;
}

void CurlTransfer::headerLine(std::string_view line) {
    received(m_loop.nowNs());
    if (headersComplete)
        return; // trailers
    if (line.starts_with("HTTP/")) {
        headers = HttpHeaders();
        status = 0;
        const std::size_t space = line.find(' ');
        if (space != std::string_view::npos)
            std::from_chars(line.data() + space + 1, line.data() + line.size(), status);
        return;
    }
    const std::size_t colon = line.find(':');
    if (colon != std::string_view::npos) {
        std::string name(trimmed(line.substr(0, colon)));
        std::transform(name.begin(), name.end(), name.begin(),
                       [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
        headers.add(std::move(name), std::string(trimmed(line.substr(colon + 1))));
        return;
    }
    if (trimmed(line).empty() &&
        status >= 200) { // the end of the head; interim answers (1xx) are followed by another
        headersComplete = true;
        owner().touched(*this);
    }
}

std::size_t CurlTransfer::writeCallback(char* data, std::size_t size, std::size_t count, void* self) {
    auto* transfer = static_cast<CurlTransfer*>(self);
    transfer->received(transfer->m_loop.nowNs());
    transfer->body.append(data, size * count);
    transfer->owner().touched(*transfer);
    return size * count;
}

int CurlTransfer::connectedCallback(void* self, char*, char*, int, int) {
    static_cast<CurlTransfer*>(self)->setConnected(true);
    return CURL_PREREQFUNC_OK;
}

void CurlTransfer::completed(CURLcode code) {
    UpstreamOutcome outcome = outcomeOf(code);
    if (code == CURLE_OPERATION_TIMEDOUT && !connected())
        outcome = UpstreamOutcome::ConnectFailed;
    if (outcome == UpstreamOutcome::Completed && !headersComplete)
        outcome = UpstreamOutcome::Reset;
    std::string message;
    if (outcome != UpstreamOutcome::Completed)
        message = m_error[0] != '\0' ? m_error.data() : curl_easy_strerror(code);
    end(outcome, std::move(message), m_loop.nowNs());
    owner().ended(*this);
}

std::int64_t CurlTransfer::connectTookUs() const {
    long made = 0;
    curl_easy_getinfo(m_easy, CURLINFO_NUM_CONNECTS, &made);
    if (made == 0 || !connected())
        return 0;
    curl_off_t tcp = 0;
    curl_off_t tls = 0;
    curl_easy_getinfo(m_easy, CURLINFO_CONNECT_TIME_T, &tcp);
    curl_easy_getinfo(m_easy, CURLINFO_APPCONNECT_TIME_T, &tls);
    return std::max(tcp, tls);
}

UpstreamOutcome outcomeOf(CURLcode code) {
    switch (code) {
    case CURLE_OK:
        return UpstreamOutcome::Completed;
    case CURLE_COULDNT_RESOLVE_PROXY:
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_CONNECT:
    case CURLE_INTERFACE_FAILED:
    case CURLE_NO_CONNECTION_AVAILABLE:
    case CURLE_PROXY:
        return UpstreamOutcome::ConnectFailed;
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_ENGINE_NOTFOUND:
    case CURLE_SSL_ENGINE_SETFAILED:
    case CURLE_SSL_ENGINE_INITFAILED:
    case CURLE_SSL_CERTPROBLEM:
    case CURLE_SSL_CIPHER:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_CRL_BADFILE:
    case CURLE_SSL_ISSUER_ERROR:
    case CURLE_SSL_PINNEDPUBKEYNOTMATCH:
    case CURLE_SSL_INVALIDCERTSTATUS:
    case CURLE_SSL_CLIENTCERT:
    case CURLE_USE_SSL_FAILED:
        return UpstreamOutcome::TlsFailed;
    case CURLE_SEND_ERROR:
    case CURLE_RECV_ERROR:
    case CURLE_GOT_NOTHING:
    case CURLE_PARTIAL_FILE:
    case CURLE_HTTP2:
    case CURLE_HTTP2_STREAM:
    case CURLE_SEND_FAIL_REWIND:
        return UpstreamOutcome::Reset;
    case CURLE_OPERATION_TIMEDOUT:
        return UpstreamOutcome::TotalTimeout;
    default:
        return UpstreamOutcome::Failed;
    }
}

} // namespace tollgate
