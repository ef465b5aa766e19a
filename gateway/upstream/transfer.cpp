#include "gateway/upstream/transfer.h"

#include <algorithm>
#include <utility>

namespace tollgate {

namespace {

constexpr std::size_t kKeptBuffer = 256 * 1024;
constexpr std::int64_t kNsPerMs = 1'000'000;

void giveBack(std::string& buffer) {
    buffer.clear();
    if (buffer.capacity() > kKeptBuffer)
        buffer.shrink_to_fit();
}

std::int64_t after(std::int64_t startNs, int ms) {
    return ms > 0 ? startNs + ms * kNsPerMs : INT64_MAX;
}

} // namespace

Transfer::Transfer(Owner& owner, Lane lane)
    : m_owner(owner)
    , m_lane(lane) {}

void Transfer::load(UpstreamRequest request, std::int64_t nowNs) {
    m_request = std::move(request);
    m_startNs = nowNs;
    lastByteNs = nowNs;
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
    active = paused = queued = delivering = false;
    m_firstByteNs = 0;
    m_connected = false;
}

void Transfer::received(std::int64_t nowNs) {
    lastByteNs = nowNs;
    if (m_firstByteNs == 0) {
        m_firstByteNs = nowNs;
        m_owner.touched(*this);
    }
}

void Transfer::end(UpstreamOutcome outcome, std::string message, std::int64_t nowNs) {
    finished = true;
    result.outcome = outcome;
    result.message = std::move(message);
    result.connectUs = connectTookUs();
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

} // namespace tollgate
