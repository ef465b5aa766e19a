#include "gateway/pipeline/identify.h"

#include <QObject>

#include <algorithm>
#include <array>
#include <memory>
#include <mutex>
#include <utility>

namespace tollgate {

namespace {

Error wrongKey(std::string message) {
    Error error;
    error.code = ErrorCode::InvalidApiKey;
    error.message = std::move(message);
    return error;
}

Identified verdict(const KeyLookup& lookup) {
    if (lookup.verdict == KeyVerdict::Known)
        return lookup.key;
    return tl::unexpected(wrongKey("Incorrect API key provided."));
}

/// Waits in its worker's thread for the key ring's. It is a child of who asked, so it dies with it, and what
/// it holds is never touched or dropped in the other thread.
class KeyWaiter final : public QObject {
public:
    KeyWaiter(QObject* asker, std::function<void()> resume)
        : QObject(asker)
        , m_resume(std::move(resume))
        , m_link(std::make_shared<Link>()) {
        m_link->waiter = this;
    }
    ~KeyWaiter() override {
        const std::scoped_lock lock(m_link->mutex);
        m_link->waiter = nullptr;
    }
    KeyWaiter(const KeyWaiter&) = delete;
    KeyWaiter& operator=(const KeyWaiter&) = delete;

    /// To be called once, in any thread and at any time.
    std::function<void()> waker() const {
        return [link = m_link] {
            const std::scoped_lock lock(link->mutex);
            if (KeyWaiter* waiter = link->waiter)
                QMetaObject::invokeMethod(
                    waiter, [waiter] { waiter->resume(); }, Qt::QueuedConnection);
        };
    }

private:
    struct Link {
        std::mutex mutex;
        KeyWaiter* waiter = nullptr;
    };

    void resume() {
        const auto go = std::move(m_resume);
        deleteLater(); // going on may end the asker, and with it this
        go();
    }

    std::function<void()> m_resume;
    std::shared_ptr<Link> m_link;
};

} // namespace

Identified identifyById(const ConfigSnapshot& snapshot, std::string_view keyId, std::int64_t nowMs) {
    if (keyId.empty()) {
        if (snapshot.settings.auth == AuthMode::OptionalOnLoopback)
            return nullptr;
        return tl::unexpected(wrongKey("Requests without an API key are no longer taken."));
    }
    if (const ClientKey* key = KeyRing::byId(snapshot, keyId, nowMs))
        return key;
    return tl::unexpected(wrongKey("The API key that asked for this may not be used any more."));
}

std::string_view secretOf(const HttpHeaders& headers) {
    constexpr std::string_view kBearer = "bearer ";
    const std::string_view authorization = headers.value("authorization");
    const auto sameLetter = [](char a, char b) { return a == (b >= 'A' && b <= 'Z' ? b - 'A' + 'a' : b); };
    if (authorization.size() > kBearer.size() &&
        std::equal(kBearer.begin(), kBearer.end(), authorization.begin(), sameLetter))
        return authorization.substr(kBearer.size());
    // Anthropic's, Azure's and Google's SDKs, in this order.
    for (const std::string_view name : {"x-api-key", "api-key", "x-goog-api-key"}) {
        if (const std::string_view secret = headers.value(name); !secret.empty())
            return secret;
    }
    return {};
}

bool isSecretHeader(std::string_view name) {
    constexpr std::array<std::string_view, 6> kNames{
        "authorization", "proxy-authorization", "x-api-key", "api-key", "cookie", "x-goog-api-key"};
    return std::ranges::find(kNames, name) != kNames.end();
}

void identify(const PipelineServices& services, const SnapshotPtr& snapshot, const HttpRequest& request,
              QObject* context, const std::function<void(Identified)>& then) {
    const std::string_view secret = secretOf(request.headers);
    // What looks like a key of ours, or begins like one that was given, is held to it everywhere.
    const bool ours = secret.starts_with("tg-") ||
                      snapshot->keyIdsByPrefix.contains(secret.substr(0, KeyRing::kPrefixLength));
    if (!ours) {
        // With optional authentication a placeholder key of an SDK is as good as none.
        if (request.loopback && snapshot->settings.auth == AuthMode::OptionalOnLoopback)
            then(nullptr);
        else
            then(tl::unexpected(
                wrongKey(secret.empty() ? "No API key provided." : "Incorrect API key provided.")));
        return;
    }
    const KeyLookup lookup = services.keys.lookup(*snapshot, secret, services.clock.unixMs());
    if (lookup.verdict != KeyVerdict::Unproved) {
        then(verdict(lookup));
        return;
    }
    auto* waiter = new KeyWaiter(
        context, [&keys = services.keys, &clock = services.clock, snapshot, text = std::string(secret),
                  then] { then(verdict(keys.lookup(*snapshot, text, clock.unixMs()))); });
    if (!services.keys.prove(snapshot, std::string(secret), services.clock.unixMs(), waiter->waker())) {
        delete waiter;
        Error busy;
        busy.code = ErrorCode::Unavailable;
        busy.message = "Too many new keys are being checked; try again.";
        busy.retryAfterMs = 1'000;
        then(tl::unexpected(std::move(busy)));
    }
}

} // namespace tollgate
