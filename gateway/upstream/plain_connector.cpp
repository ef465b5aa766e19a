#include "gateway/upstream/plain_connector.h"

#include <utility>

namespace tollgate {

PlainConnector::PlainConnector(CurlLoop& loop, const std::string& url, Listener& listener)
    : m_loop(loop)
    , m_listener(listener)
    , m_easy(curl_easy_init()) {
    loop.prepare(m_easy, *this);
    curl_easy_setopt(m_easy, CURLOPT_URL, url.c_str());
    curl_easy_setopt(m_easy, CURLOPT_PROTOCOLS_STR, "http");
    curl_easy_setopt(m_easy, CURLOPT_CONNECT_ONLY, 1L);
    curl_easy_setopt(m_easy, CURLOPT_FRESH_CONNECT, 1L);
    curl_easy_setopt(m_easy, CURLOPT_PROXY, ""); // where there is one, another lane is taken
    curl_easy_setopt(m_easy, CURLOPT_ERRORBUFFER, m_error.data());
}

PlainConnector::~PlainConnector() {
    leave();
    curl_easy_cleanup(m_easy);
}

void PlainConnector::start() {
    m_inMulti = true;
    curl_multi_add_handle(m_loop.multi(), m_easy);
    m_loop.kick();
}

void PlainConnector::leave() {
    if (std::exchange(m_inMulti, false))
        curl_multi_remove_handle(m_loop.multi(), m_easy);
}

void PlainConnector::completed(CURLcode code) {
    curl_socket_t descriptor = CURL_SOCKET_BAD;
    if (code == CURLE_OK)
        curl_easy_getinfo(m_easy, CURLINFO_ACTIVESOCKET, &descriptor);
    if (descriptor == CURL_SOCKET_BAD) {
        if (code == CURLE_OK)
            code = CURLE_COULDNT_CONNECT;
        std::string message = m_error[0] != '\0' ? m_error.data() : curl_easy_strerror(code);
        leave();
        m_listener.connectionFailed(code, std::move(message));
        return;
    }
    curl_off_t tookUs = 0;
    curl_easy_getinfo(m_easy, CURLINFO_CONNECT_TIME_T, &tookUs);
    m_loop.releaseSocket(descriptor);
    leave(); // libcurl forgets the connection, but does not close it
    m_listener.connectionMade(descriptor, tookUs);
}

} // namespace tollgate
