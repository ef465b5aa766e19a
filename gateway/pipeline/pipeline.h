#pragma once
// One worker's requests. Everything a request needs beyond the shared services lives here.

#include "gateway/pipeline/call.h"
#include "gateway/pipeline/mirror.h"

#include <QObject>

#include <memory>
#include <unordered_map>

namespace tollgate {

/// Created, used and destroyed in its worker's thread.
class Pipeline final : public QObject {
    Q_OBJECT
public:
    Pipeline(const PipelineServices& services, std::uint64_t seed);
    ~Pipeline() override;

    /// A chat request of that dialect.
    void handle(ExchangePtr exchange, const Dialect& dialect) {
        handle(std::move(exchange), dialect, std::string());
    }
    /// POST /v1/prompts/{name}/completions: a Chat Completions request that a stored prompt is part of.
    void completePrompt(ExchangePtr exchange, std::string prompt);
    /// GET /v1/models and /v1/models/{id}; an empty id lists.
    void listModels(const ExchangePtr& exchange, const std::string& id);

    UpstreamClient& upstream() { return m_upstream; }

private:
    void handle(ExchangePtr exchange, const Dialect& dialect, std::string storedPrompt);

    const PipelineServices m_services;
    UpstreamClient m_upstream;
    UlidSource m_ids;
    std::minstd_rand m_jitter;
    RefusalMeter m_refusals;
    Mirror m_mirror;
    std::unordered_map<ChatCall*, std::unique_ptr<ChatCall>> m_calls;
};

} // namespace tollgate
