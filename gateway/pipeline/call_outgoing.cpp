// What is sent to a target: the caller's own bytes where it speaks the caller's format, else a translation.

#include "gateway/config/provider_options.h"
#include "gateway/dialects/anthropic_betas.h"
#include "gateway/pipeline/call.h"
#include "gateway/pipeline/http_attempt.h"
#include "gateway/pipeline/route_request.h"
#include "gateway/pipeline/simulated_attempt.h"

#include <algorithm>

namespace tollgate {

namespace {

/// Beyond it a whole answer takes longer than ten minutes, which Anthropic's API refuses to be waited for
/// (anthropic-sdk-typescript, "Long requests").
constexpr std::int64_t kLongReplyTokens = 21'333;

/// Several gateways in a row would otherwise show each other's wishes: only what Anthropic defines goes up.
const Credentials* credentialsOf(const ConfigSnapshot& snapshot, const std::string& provider) {
    return ConfigSnapshot::find(snapshot.credentials, provider);
}

} // namespace

tl::expected<const ChatRequest*, Error> ChatCall::decoded() {
    if (!m_chat) {
        auto chat = m_dialect.decode(*m_request);
        if (!chat)
            return tl::unexpected(std::move(chat.error()));
        m_chat = *std::move(chat);
        m_chat->operation = m_dialect.operation();
        m_chat->stream = m_envelope.stream;
        m_chat->betas = anthropicBetas(m_request->headers);
        if (!m_userText.empty())
            m_chat->messages.back().parts.front().text = m_userText;
        if (!m_systemText.empty()) {
            Message system;
            system.role = Role::System;
            system.parts.emplace_back().text = m_systemText;
            m_chat->messages.insert(m_chat->messages.begin(), std::move(system));
        }
    }
    return &*m_chat;
}

std::string ChatCall::ownBody(const Candidate& target, bool forceStream) const {
    Rewrite rewrite;
    rewrite.model = target.target.model;
    rewrite.systemText = m_systemText;
    rewrite.askForUsage = (m_envelope.stream || forceStream) && !m_envelope.includeUsage;
    rewrite.forceStream = forceStream;
    return m_dialect.rewritten(*m_request, m_envelope, rewrite);
}

tl::expected<ChatCall::Outgoing, Error>
ChatCall::prepare(const Candidate& target, const ProviderAdapter& adapter, TranslationLog& log) {
    Outgoing outgoing;
    const WireFormat format = m_dialect.wireFormat();
    auto ownWords = sendsOwnWords(target, adapter);
    if (!ownWords)
        return tl::unexpected(std::move(ownWords.error()));
    const std::int64_t longest = m_envelope.maxTokens.value_or(0);
    outgoing.fold = !m_envelope.stream && m_dialect.operation() == Operation::Chat &&
                    adapter.streamsLongReplies() && longest > kLongReplyTokens;
    outgoing.call.operation = m_dialect.operation();
    outgoing.call.stream = m_envelope.stream || outgoing.fold;
    outgoing.call.callerHeaders = &m_exchange->request().headers;
    outgoing.call.unixMs = m_services.clock.unixMs();
    m_passThrough = *ownWords && !outgoing.fold;
    if (*ownWords) {
        outgoing.call.format = format;
        outgoing.encoded.body = ownBody(target, outgoing.fold);
        if (!outgoing.fold)
            return outgoing;
    }
    const auto chat = decoded();
    if (!chat)
        return tl::unexpected(chat.error());
    if (*ownWords)
        return outgoing;
    auto encoded = encodedFor(target, adapter, outgoing.call.stream, log);
    if (encoded && !outgoing.call.stream && adapter.streamsLongReplies() &&
        encoded->replyTokens > kLongReplyTokens) {
        // The caller named no limit, or thinking came on top of it.
        outgoing.fold = outgoing.call.stream = true;
        TranslationLog sameNotes = log;
        encoded = encodedFor(target, adapter, true, sameNotes);
    }
    if (!encoded)
        return tl::unexpected(std::move(encoded.error()));
    if (log.refusal())
        return tl::unexpected(*log.refusal());
    outgoing.encoded = *std::move(encoded);
    outgoing.call.written = outgoing.encoded.written;
    return outgoing;
}

/// Where both sides speak the same, unless this model would refuse it.
tl::expected<bool, Error> ChatCall::sendsOwnWords(const Candidate& target, const ProviderAdapter& adapter) {
    const WireFormat format = m_dialect.wireFormat();
    if (format == WireFormat::None || !adapter.accepts(format, *target.provider))
        return false;
    const OwnWords fate = adapter.ownWords(format, targetOf(target), m_envelope.hasTools);
    if (fate != OwnWords::UnlessRefused)
        return fate == OwnWords::Sent;
    const auto chat = decoded();
    if (!chat)
        return tl::unexpected(chat.error());
    return !adapter.refuses(**chat, targetOf(target));
}

tl::expected<EncodedCall, Error> ChatCall::encodedFor(const Candidate& target, const ProviderAdapter& adapter,
                                                      bool stream, TranslationLog& log) {
    const bool asked = std::exchange(m_chat->stream, stream);
    auto encoded = adapter.encode(*m_chat, targetOf(target), log);
    m_chat->stream = asked;
    return encoded;
}

CallTarget ChatCall::targetOf(const Candidate& target) const {
    CallTarget where{*target.provider, target.target.model, target.model};
    where.credentials = credentialsOf(*m_snapshot, target.target.provider);
    if (where.credentials != nullptr && !where.credentials->apiKeys.empty())
        where.apiKey = where.credentials->apiKeys[m_credential % where.credentials->apiKeys.size()];
    return where;
}

void ChatCall::startHttp(const Candidate& target, const ProviderAdapter& adapter, Outgoing outgoing) {
    HttpAttemptOptions options;
    options.streaming = outgoing.call.stream;
    options.fold = outgoing.fold;
    options.passThrough = m_passThrough;
    options.hideUsage = !m_envelope.includeUsage;
    options.timeouts = target.provider->timeouts;
    options.caFile = caFileOf(*target.provider);
    options.remainingMs = static_cast<int>(std::clamp<std::int64_t>(remainingMs(), 1, 24 * kMsPerHour));
    static const ChatRequest kUndecoded;
    m_encoder =
        m_passThrough ? nullptr : m_dialect.encoder(m_envelope, facts(), m_chat ? *m_chat : kUndecoded);
    auto decoder = adapter.decoder(outgoing.call, std::move(outgoing.encoded.hints));
    ProviderRequest request =
        adapter.request(targetOf(target), outgoing.call, std::move(outgoing.encoded.body));
    passTraceOn(request.headers);
    m_attempt = std::make_unique<HttpAttempt>(m_context.upstream, adapter, std::move(decoder),
                                              std::move(request), options, sink());
}

void ChatCall::startSimulated(const Candidate& target) {
    m_passThrough = false;
    const auto chat = decoded();
    if (!chat) {
        QMetaObject::invokeMethod(
            this, [this, error = chat.error()] { refuseUndecodable(error); }, Qt::QueuedConnection);
        return;
    }
    m_encoder = m_dialect.encoder(m_envelope, facts(), **chat);
    SimulatedCall plan = m_services.simulated.plan(*target.provider, target.target.model, **chat);
    const std::int64_t patience = std::min<std::int64_t>(target.provider->timeouts.firstByteMs,
                                                         std::max<std::int64_t>(remainingMs(), 1));
    m_attempt = std::make_unique<SimulatedAttempt>(std::move(plan), target.target.model, m_envelope.stream,
                                                   static_cast<int>(patience), sink());
}

void ChatCall::refuseUndecodable(const Error& error) {
    if (m_settled)
        return;
    m_permit.release();
    closeAttempt("refused", nullptr);
    fail(error);
}

void ChatCall::countHere(const Candidate& target) {
    m_passThrough = false;
    const auto chat = decoded();
    if (!chat) {
        QMetaObject::invokeMethod(
            this, [this, error = chat.error()] { refuseUndecodable(error); }, Qt::QueuedConnection);
        return;
    }
    m_encoder = m_dialect.encoder(m_envelope, facts(), **chat);
    event::TokenCount count;
    count.inputTokens =
        target.provider->kind == ProviderKind::Simulated
            ? simulatedTokens(simulatedPrompt(**chat))
            : std::max<std::int64_t>(1, static_cast<std::int64_t>(m_envelope.promptBytes) / 4);
    m_record.decision.push_back({"count.estimate", target.target.reference() + " counts no tokens itself: "
                                                                               "estimated here"});
    QMetaObject::invokeMethod(
        this,
        [this, count] {
            attemptReply({event::Start{}, count, event::Finish{}}, {});
        },
        Qt::QueuedConnection);
}

} // namespace tollgate
