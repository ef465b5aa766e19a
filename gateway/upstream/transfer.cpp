#include "gateway/upstream/transfer.h"

#include "gateway/upstream/curl_loop.h"
#include "gateway/wire/utf8.h"

#include <algorithm>
#include <cctype>
#include <charconv>

namespace tollgate {

namespace {

constexpr std::size_t kKeptBuffer = 256 * 1024;
constexpr std::int64_t kNsPerMs = 1'000'000;

/// Names that are libcurl's to write; given by a caller they would contradict it.
bool isConnectionsOwn(std::string_view name) {
    return name == "host" || name == "content-length" || name == "transfer-encoding" ||
           name == "connection" || name == "expect" || name == "keep-alive" || name == "te" ||
           name == "upgrade" || name == "trailer";
}

bool isClean(std::string_view text) {
    if (plainEnd(text, 0) == text.size()) // as nearly all are; looked at eight bytes at a time
        return true;
    return text.find_first_of(std::string_view("\r\n\0", 3)) == std::string_view::npos;
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t'))
        text.remove_prefix(1);
    while (!text.empty() &&
           (text.back() == ' ' || text.back() == '\t' || text.back() == '\r' || text.back() == '\n'))
        text.remove_suffix(1);
    return text;
}

void giveBack(std::string& buffer) {
    buffer.clear();
    if (buffer.capacity() > kKeptBuffer)
        buffer.shrink_to_fit();
}

std::int64_t after(std::int64_t startNs, int ms) {
    return ms > 0 ? startNs + ms * kNsPerMs : INT64_MAX;
}

} // namespace

Transfer::Transfer(CurlLoop& loop, void* owner, Touched touched)
    : m_loop(loop)
    , m_owner(owner)
    , m_touched(touched)
    , m_easy(curl_easy_init()) {
    loop.prepare(m_easy);
    curl_easy_setopt(m_easy, CURLOPT_PRIVATE, this);
    curl_easy_setopt(m_easy, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(m_easy, CURLOPT_NOPROGRESS, 1L);
    curl_easy_setopt(m_easy, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(m_easy, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(m_easy, CURLOPT_SSL_VERIFYPEER, 1L);
    curl_easy_setopt(m_easy, CURLOPT_SSL_VERIFYHOST, 2L);
    curl_easy_setopt(m_easy, CURLOPT_HTTP_VERSION, long{CURL_HTTP_VERSION_2TLS});
    curl_easy_setopt(m_easy, CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);
    curl_easy_setopt(m_easy, CURLOPT_TCP_NODELAY, 1L);
    curl_easy_setopt(m_easy, CURLOPT_TCP_KEEPALIVE, 1L);
    curl_easy_setopt(m_easy, CURLOPT_ERRORBUFFER, m_error.data());
    curl_easy_setopt(m_easy, CURLOPT_HEADERFUNCTION, &Transfer::headerCallback);
    curl_easy_setopt(m_easy, CURLOPT_HEADERDATA, this);
    curl_easy_setopt(m_easy, CURLOPT_WRITEFUNCTION, &Transfer::writeCallback);
    curl_easy_setopt(m_easy, CURLOPT_WRITEDATA, this);
    curl_easy_setopt(m_easy, CURLOPT_PREREQFUNCTION, &Transfer::connectedCallback);
    curl_easy_setopt(m_easy, CURLOPT_PREREQDATA, this);
}

Transfer::~Transfer() {
    curl_easy_cleanup(m_easy);
}

Transfer* Transfer::of(CURL* easy) {
    char* self = nullptr;
    curl_easy_getinfo(easy, CURLINFO_PRIVATE, &self);
    return static_cast<Transfer*>(static_cast<void*>(self));
}

void Transfer::load(UpstreamRequest request, std::int64_t nowNs) {
    m_request = std::move(request);
    m_startNs = nowNs;
    lastByteNs = nowNs;
    curl_easy_setopt(m_easy, CURLOPT_URL, m_request.url.c_str());
    if (m_request.caFile != m_caFile) {
        m_caFile = m_request.caFile;
        trust();
    }
    if (m_request.guard || m_guarded)
        setGuard();
    setMethod();
    setHeaders();
}

/// A kept connection was made under the rules of another time, and a proxy connects to what it likes.
void Transfer::setGuard() {
    m_guarded = static_cast<bool>(m_request.guard);
    m_loop.prepare(m_easy);
    curl_easy_setopt(m_easy, CURLOPT_FRESH_CONNECT, long{m_guarded});
    curl_easy_setopt(m_easy, CURLOPT_FORBID_REUSE, long{m_guarded});
    curl_easy_setopt(m_easy, CURLOPT_PROXY, m_guarded ? "" : nullptr); // "": none, NULL: the environment's
    if (!m_guarded)
        return;
    curl_easy_setopt(m_easy, CURLOPT_OPENSOCKETFUNCTION, &Transfer::guardedOpen);
    curl_easy_setopt(m_easy, CURLOPT_OPENSOCKETDATA, this);
}

curl_socket_t Transfer::guardedOpen(void* self, curlsocktype, curl_sockaddr* address) {
    auto* transfer = static_cast<Transfer*>(self);
    if (!transfer->m_request.guard(address->addr))
        return CURL_SOCKET_BAD;
    return transfer->m_loop.openSocket(*address);
}

void Transfer::trust() {
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

void Transfer::setMethod() {
    if (m_headRequest) {
        curl_easy_setopt(m_easy, CURLOPT_NOBODY, 0L);
        m_headRequest = false;
    }
    const std::string& method = m_request.method;
    if (method == "POST" || !m_request.body.empty()) {
        curl_easy_setopt(m_easy, CURLOPT_POST, 1L);
        curl_easy_setopt(m_easy, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(m_request.body.size()));
        curl_easy_setopt(m_easy, CURLOPT_POSTFIELDS, m_request.body.data()); // not copied
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

void Transfer::setHeaders() {
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
    bool encodingGiven = false;
    bool typeGiven = false;
    bool acceptGiven = false;
    for (const auto& [name, value] : m_request.headers.entries()) {
        if (name.empty() || isConnectionsOwn(name) || !isClean(name) || !isClean(value))
            continue;
        encodingGiven = encodingGiven || name == "accept-encoding";
        typeGiven = typeGiven || name == "content-type";
        acceptGiven = acceptGiven || name == "accept";
        if (value.empty())
            line(name, ";", {}); // libcurl's way to send a header without a value
        else
            line(name, ": ", value);
    }
    if (!encodingGiven)
        line("accept-encoding", ": ", "identity");
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

void Transfer::recycle() {
    giveBack(m_request.body);
    m_request.headers = HttpHeaders();
    m_request.guard = nullptr;
    status = 0;
    headers = HttpHeaders();
    giveBack(body);
    giveBack(handedOver);
    result = UpstreamResult();
    headersComplete = headersTold = finished = false;
    listener = nullptr;
    call = nullptr;
    inMulti = paused = queued = delivering = false;
    m_firstByteNs = 0;
    m_connected = false;
    m_error[0] = '\0';
}

std::size_t Transfer::headerCallback(char* data, std::size_t size, std::size_t count, void* self) {
    static_cast<Transfer*>(self)->headerLine({data, size * count});
    return size * count;
}

void Transfer::headerLine(std::string_view line) {
    lastByteNs = m_loop.nowNs();
    if (m_firstByteNs == 0) {
        m_firstByteNs = lastByteNs;
        m_touched(m_owner, *this);
    }
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
        m_touched(m_owner, *this);
    }
}

std::size_t Transfer::writeCallback(char* data, std::size_t size, std::size_t count, void* self) {
    auto* transfer = static_cast<Transfer*>(self);
    transfer->lastByteNs = transfer->m_loop.nowNs();
    transfer->body.append(data, size * count);
    transfer->m_touched(transfer->m_owner, *transfer);
    return size * count;
}

int Transfer::connectedCallback(void* self, char*, char*, int, int) {
    static_cast<Transfer*>(self)->m_connected = true;
    return CURL_PREREQFUNC_OK;
}

void Transfer::finish(CURLcode code, std::int64_t nowNs) {
    UpstreamOutcome outcome = outcomeOf(code);
    if (code == CURLE_OPERATION_TIMEDOUT && !m_connected)
        outcome = UpstreamOutcome::ConnectFailed;
    if (outcome == UpstreamOutcome::Completed && !headersComplete)
        outcome = UpstreamOutcome::Reset;
    std::string message;
    if (outcome != UpstreamOutcome::Completed)
        message = m_error[0] != '\0' ? m_error.data() : curl_easy_strerror(code);
    fail(outcome, std::move(message), nowNs);
}

void Transfer::fail(UpstreamOutcome outcome, std::string message, std::int64_t nowNs) {
    finished = true;
    result.outcome = outcome;
    result.message = std::move(message);
    long made = 0;
    curl_easy_getinfo(m_easy, CURLINFO_NUM_CONNECTS, &made);
    if (made > 0 && m_connected) {
        curl_off_t tcp = 0;
        curl_off_t tls = 0;
        curl_easy_getinfo(m_easy, CURLINFO_CONNECT_TIME_T, &tcp);
        curl_easy_getinfo(m_easy, CURLINFO_APPCONNECT_TIME_T, &tls);
        result.connectUs = std::max(tcp, tls);
    }
    if (m_firstByteNs != 0)
        result.firstByteUs = std::max<std::int64_t>(1, (m_firstByteNs - m_startNs) / 1000);
    result.totalUs = (nowNs - m_startNs) / 1000;
}

std::int64_t Transfer::deadlineNs() const {
    std::int64_t deadline = after(m_startNs, m_request.totalTimeoutMs);
    if (!m_connected)
        deadline = std::min(deadline, after(m_startNs, m_request.connectTimeoutMs));
    if (m_firstByteNs == 0)
        deadline = std::min(deadline, after(m_startNs, m_request.firstByteTimeoutMs));
    else if (!paused)
        deadline = std::min(deadline, after(lastByteNs, m_request.idleTimeoutMs));
    return deadline;
}

Transfer::Expired Transfer::expired(std::int64_t nowNs) const {
    const auto within = [](const char* what, int ms) {
        return std::string(what) + std::to_string(ms) + " ms";
    };
    if (after(m_startNs, m_request.totalTimeoutMs) <= nowNs)
        return {UpstreamOutcome::TotalTimeout, within("not finished within ", m_request.totalTimeoutMs)};
    if (!m_connected && after(m_startNs, m_request.connectTimeoutMs) <= nowNs)
        return {UpstreamOutcome::ConnectFailed, within("no connection within ", m_request.connectTimeoutMs)};
    if (m_firstByteNs == 0)
        return {UpstreamOutcome::FirstByteTimeout, within("no answer within ", m_request.firstByteTimeoutMs)};
    return {UpstreamOutcome::IdleTimeout, within("nothing more came for ", m_request.idleTimeoutMs)};
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
