#include "gateway/jobs/webhook_sender.h"

#include "gateway/jobs/address_rule.h"
#include "gateway/jobs/webhook_signature.h"

#include <utility>

namespace tollgate {

namespace {

constexpr int kConnectMs = 5'000;
constexpr int kTotalMs = 30'000;
constexpr std::size_t kMostAnswer = 64 * 1024; ///< nobody reads it

bool isRedirect(int status) {
    return status >= 300 && status < 400;
}

} // namespace

class WebhookSender::Post final : public UpstreamListener {
public:
    Post(WebhookSender& sender, const Delivery& delivery, bool allowPrivate)
        : m_sender(sender)
        , m_seq(delivery.seq) {
        const std::string timestamp = std::to_string(sender.m_clock.unixMs() / 1000);
        UpstreamRequest request;
        request.url = delivery.url;
        request.body = delivery.body;
        request.connectTimeoutMs = kConnectMs;
        request.firstByteTimeoutMs = request.idleTimeoutMs = request.totalTimeoutMs = kTotalMs;
        request.headers.add("content-type", "application/json");
        request.headers.add("user-agent", "Tollgate-Webhook");
        request.headers.add("x-webhook-id", delivery.id);
        request.headers.add("x-webhook-timestamp", timestamp);
        request.headers.add("x-webhook-signature", hmacSha256Hex(delivery.secret, delivery.body));
        request.headers.add(
            "x-webhook-timestamp-signature",
            hmacSha256Hex(delivery.secret, delivery.id + "." + timestamp + "." + delivery.body));
        request.guard = [refused = m_refused, allowPrivate](const sockaddr& address) {
            const bool allowed = isAllowed(classOf(address), allowPrivate);
            if (!allowed)
                *refused = textOf(address);
            return allowed;
        };
        m_call = sender.m_client.send(std::move(request), *this);
    }

    void upstreamHeaders(int status, const HttpHeaders&) override { m_status = status; }
    void upstreamBody(std::string_view bytes) override {
        m_read += bytes.size();
        if (m_read > kMostAnswer)
            end({}); // its status has said enough
    }
    void upstreamDone(const UpstreamResult& result) override {
        end(result.outcome == UpstreamOutcome::Completed ? std::string() : result.message);
    }

private:
    void end(std::string trouble) {
        DeliveryResult result;
        result.status = m_status;
        if (!m_refused->empty() && m_status == 0) {
            result.refused = true;
            result.error = "The URL leads to " + *m_refused + ", where webhooks may not go.";
        } else if (!trouble.empty()) {
            result.error = std::move(trouble);
        } else if (isRedirect(m_status)) {
            result.error =
                "The receiver redirects (" + std::to_string(m_status) + "), which is not followed.";
        } else if (m_status < 200 || m_status >= 300) {
            result.error = "The receiver answered " + std::to_string(m_status) + ".";
        }
        WebhookSender& sender = m_sender;
        const std::int64_t seq = m_seq;
        sender.ended(seq); // this is gone
        sender.m_done(seq, std::move(result));
    }

    WebhookSender& m_sender;
    const std::int64_t m_seq;
    int m_status = 0;
    std::size_t m_read = 0;
    const std::shared_ptr<std::string> m_refused = std::make_shared<std::string>();
    std::unique_ptr<UpstreamCall> m_call;
};

WebhookSender::WebhookSender(const Clock& clock, Done done)
    : m_clock(clock)
    , m_done(std::move(done))
    , m_client(clock) {}

WebhookSender::~WebhookSender() = default;

void WebhookSender::send(const Delivery& delivery, bool allowPrivate) {
    m_posts[delivery.seq] = std::make_unique<Post>(*this, delivery, allowPrivate);
}

void WebhookSender::ended(std::int64_t seq) {
    m_posts.erase(seq);
}

} // namespace tollgate
