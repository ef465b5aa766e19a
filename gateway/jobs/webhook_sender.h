#pragma once
// Posts one webhook: signed, to an address that was judged, no redirect followed, little of the answer read.
//
// Headers: X-Webhook-Id (the same at every attempt), X-Webhook-Timestamp (Unix seconds of the attempt),
// X-Webhook-Signature (hex HMAC-SHA256 of the exact body) and, against replay, X-Webhook-Timestamp-Signature
// (of "ID.TIMESTAMP.BODY").

#include "gateway/upstream/upstream_client.h"

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>

namespace tollgate {

struct Delivery {
    std::int64_t seq = 0;
    std::string id; ///< "whd_…"
    std::string url;
    std::string secret;
    std::string body; ///< JSON
};

struct DeliveryResult {
    int status = 0;       ///< HTTP; 0: no answer
    std::string error;    ///< for people; empty: delivered
    bool refused = false; ///< by our own rule: trying again is no use
};

/// Lives in one thread and is used there only.
class WebhookSender {
public:
    using Done = std::function<void(std::int64_t seq, DeliveryResult result)>;

    WebhookSender(const Clock& clock, Done done);
    ~WebhookSender(); ///< gives up what is under way, without a word
    WebhookSender(const WebhookSender&) = delete;
    WebhookSender& operator=(const WebhookSender&) = delete;

    void send(const Delivery& delivery, bool allowPrivate);
    std::size_t active() const { return m_posts.size(); }

private:
    class Post;
    void ended(std::int64_t seq);

    const Clock& m_clock;
    const Done m_done;
    UpstreamClient m_client;
    std::map<std::int64_t, std::unique_ptr<Post>> m_posts;
};

} // namespace tollgate
