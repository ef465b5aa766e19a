#include "gateway/pipeline/pipeline.h"

#include "gateway/pipeline/model_list.h"

namespace tollgate {

Pipeline::Pipeline(const PipelineServices& services, std::uint64_t seed)
    : m_services(services)
    , m_ids(seed)
    , m_jitter(static_cast<std::minstd_rand::result_type>(seed >> 32U))
    , m_mirror(m_services, m_upstream) {}

Pipeline::~Pipeline() = default;

void Pipeline::handle(ExchangePtr exchange, const Dialect& dialect, std::string storedPrompt) {
    const CallContext context{m_services, m_upstream, m_ids, m_jitter, m_refusals, m_mirror};
    auto call = std::make_unique<ChatCall>(context, std::move(exchange), dialect,
                                           [this](ChatCall* done) { m_calls.erase(done); });
    ChatCall* started = call.get();
    if (!storedPrompt.empty())
        call->fillIn(std::move(storedPrompt));
    m_calls.emplace(started, std::move(call));
    started->start();
}

void Pipeline::completePrompt(ExchangePtr exchange, std::string prompt) {
    handle(std::move(exchange), openAiChatDialect(), std::move(prompt));
}

void Pipeline::listModels(const ExchangePtr& exchange, const std::string& id) {
    const SnapshotPtr snapshot = m_services.snapshots.load();
    identify(
        m_services, snapshot, exchange->request(), this,
        [exchange, snapshot, id](const Identified& who) { answerModels(*exchange, *snapshot, who, id); });
}

} // namespace tollgate
