#include "gateway/chat_socket.h"

#include "gateway/dialects/dialect.h"
#include "gateway/pipeline/pipeline.h"

#include <utility>

namespace tollgate {

namespace {

constexpr std::chrono::seconds kPingEvery{20};    // two of them unanswered end the connection
constexpr quint64 kMaxMessageBytes = 32ULL << 20; // as of a request body
constexpr std::size_t kMaxWaiting = 16;
constexpr qsizetype kMaxWaitingBytes = 4 << 20; // of more than one

/// Of the connection rather than of what is asked; and a trace is one request's.
bool staysBehind(std::string_view name) {
    return name == "host" || name == "connection" || name == "upgrade" || name == "origin" ||
           name == "content-length" || name == "traceparent" || name == "tracestate" ||
           name == "x-trace-id" || name.starts_with("sec-websocket-");
}

HttpRequest promptTemplate(const HttpRequest& upgrade) {
    HttpRequest request = upgrade;
    request.method = "POST";
    request.query.clear();
    request.body.clear();
    request.headers = {{"content-type", "application/json"}};
    for (const auto& [name, value] : upgrade.headers.entries()) {
        if (!staysBehind(name))
            request.headers.add(name, value);
    }
    return request;
}

Error tooManyWaiting() {
    Error error{ErrorCode::RateLimited, "Too many prompts wait on this connection."};
    error.retryAfterMs = 1'000;
    return error;
}

} // namespace

/// The exchange of one prompt. The reply's lines are the messages.
class ChatSocket::Answer final : public Exchange {
public:
    Answer(ChatSocket& socket, HttpRequest request)
        : m_socket(&socket)
        , m_request(std::move(request)) {}
    ~Answer() override { abortStream(); }

    const HttpRequest& request() const override { return m_request; }

    void answer(int, const HttpHeaders&, std::string_view body) override {
        if (m_socket)
            m_socket->say(body);
        finish();
    }
    void beginStream(int, const HttpHeaders&) override {}
    void write(std::string_view bytes) override {
        if (!m_socket)
            return;
        m_line += bytes;
        std::size_t start = 0;
        for (std::size_t end = m_line.find('\n'); end != std::string::npos; end = m_line.find('\n', start)) {
            m_socket->say(std::string_view(m_line).substr(start, end - start));
            start = end + 1;
        }
        m_line.erase(0, start);
        m_aboveHighWater = m_aboveHighWater || unsentBytes() > kHighWater;
    }
    void endStream() override { finish(); }
    void abortStream() override {
        if (m_socket)
            m_socket->say(
                promptSocketDialect().errorBody({ErrorCode::UpstreamError, "The answer broke off."}, {}));
        finish();
    }

    std::size_t unsentBytes() const override {
        return m_socket ? static_cast<std::size_t>(m_socket->m_socket->bytesToWrite()) : 0;
    }
    bool clientGone() const override { return m_gone; }
    void onClientGone(std::function<void()> callback) override { m_onClientGone = std::move(callback); }
    void onDrained(std::function<void()> callback) override { m_onDrained = std::move(callback); }

    void progress() {
        if (!m_aboveHighWater || unsentBytes() > kLowWater)
            return;
        m_aboveHighWater = false;
        if (const std::function<void()> callback = m_onDrained)
            callback();
    }
    void lost() {
        m_socket = nullptr;
        m_gone = true;
        m_onDrained = nullptr;
        if (const std::function<void()> callback = std::exchange(m_onClientGone, nullptr))
            callback(); // may drop the last reference to this
    }

private:
    void finish() {
        m_onClientGone = nullptr;
        m_onDrained = nullptr;
        if (ChatSocket* socket = std::exchange(m_socket, nullptr))
            socket->answered();
    }

    ChatSocket* m_socket; ///< null once the answer has ended or the client has left
    const HttpRequest m_request;
    std::string m_line;
    bool m_gone = false;
    bool m_aboveHighWater = false;
    std::function<void()> m_onClientGone;
    std::function<void()> m_onDrained;
};

ChatSocket::ChatSocket(Pipeline& pipeline, const Clock& clock, const HttpRequest& upgrade,
                       std::unique_ptr<QWebSocket> socket, std::function<void(ChatSocket*)> onGone)
    : m_pipeline(pipeline)
    , m_clock(clock)
    , m_template(promptTemplate(upgrade))
    , m_socket(std::move(socket))
    , m_onGone(std::move(onGone)) {
    m_socket->setMaxAllowedIncomingMessageSize(kMaxMessageBytes);
    m_socket->setMaxAllowedIncomingFrameSize(kMaxMessageBytes);
    connect(m_socket.get(), &QWebSocket::textMessageReceived, this, &ChatSocket::received);
    connect(m_socket.get(), &QWebSocket::binaryMessageReceived, this,
            [this] { m_socket->close(QWebSocketProtocol::CloseCodeDatatypeNotSupported); });
    connect(m_socket.get(), &QWebSocket::pong, this, [this] { m_heard = true; });
    connect(m_socket.get(), &QWebSocket::bytesWritten, this, [this] {
        m_heard = true;
        if (m_answer)
            m_answer->progress();
    });
    connect(m_socket.get(), &QWebSocket::disconnected, this, &ChatSocket::closed);
    connect(&m_ping, &QTimer::timeout, this, &ChatSocket::keepAlive);
    m_ping.start(kPingEvery);
}

ChatSocket::~ChatSocket() {
    m_socket->disconnect(this);
    if (Answer* answer = std::exchange(m_answer, nullptr))
        answer->lost();
}

void ChatSocket::received(const QString& text) {
    m_heard = true;
    if (m_ending)
        return;
    QByteArray prompt = text.toUtf8();
    const bool tooLarge = !m_waiting.empty() && m_waitingBytes + prompt.size() > kMaxWaitingBytes;
    if (m_waiting.size() >= kMaxWaiting || tooLarge) {
        say(promptSocketDialect().errorBody(tooManyWaiting(), {}));
        return;
    }
    m_waitingBytes += prompt.size();
    m_waiting.push_back(std::move(prompt));
    answerNext();
}

void ChatSocket::answerNext() {
    if (m_answer != nullptr || m_waiting.empty() || m_ending)
        return;
    HttpRequest request = m_template;
    request.body = m_waiting.front().toStdString();
    request.arrivedNs = m_clock.monotonicNs();
    m_waitingBytes -= m_waiting.front().size();
    m_waiting.pop_front();
    auto answer = std::make_shared<Answer>(*this, std::move(request));
    m_answer = answer.get();
    m_pipeline.handle(std::move(answer), promptSocketDialect());
}

/// The pipeline is still at it when this is called.
void ChatSocket::answered() {
    m_answer = nullptr;
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (m_ending && m_answer == nullptr)
                m_socket->close(QWebSocketProtocol::CloseCodeGoingAway);
            else
                answerNext();
        },
        Qt::QueuedConnection);
}

void ChatSocket::say(std::string_view message) {
    m_socket->sendTextMessage(QString::fromUtf8(message.data(), static_cast<qsizetype>(message.size())));
}

void ChatSocket::keepAlive() {
    if (!std::exchange(m_heard, false))
        m_socket->abort();
    else
        m_socket->ping();
}

void ChatSocket::end() {
    m_ending = true;
    m_waiting.clear();
    m_waitingBytes = 0;
    if (m_answer == nullptr)
        m_socket->close(QWebSocketProtocol::CloseCodeGoingAway);
}

void ChatSocket::closed() {
    m_ping.stop();
    if (Answer* answer = std::exchange(m_answer, nullptr))
        answer->lost();
    QMetaObject::invokeMethod(
        this, [this] { m_onGone(this); }, Qt::QueuedConnection);
}

} // namespace tollgate
