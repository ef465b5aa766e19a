#pragma once
// The copies that one worker has under way. A copy goes out when its request has been answered, so it can
// delay nobody; when too many wait already, it is not made.

#include "gateway/pipeline/mirror_call.h"

#include <memory>
#include <unordered_map>

namespace tollgate {

/// In its worker's thread.
class Mirror {
public:
    /// Of a provider with max_parallel: one.
    static constexpr std::size_t kMaxRunning = 8;

    Mirror(const PipelineServices& services, UpstreamClient& upstream)
        : m_services(services)
        , m_upstream(upstream) {}

    /// The mirror flag that takes this request along: its alias has one, and the request is in its share. The
    /// first by key speaks for an alias. Null: none.
    static const Flag* chosen(const ConfigSnapshot& snapshot, const RequestRecord& record);

    /// Whether a copy may go there now; else it is counted as dropped.
    bool mayStart(const ConfigSnapshot& snapshot, const Flag& flag, Operation operation);
    /// `worst` is the most the copy can cost.
    void start(MirrorJob job, Money worst);

private:
    bool isOpen(const ConfigSnapshot& snapshot, const Target& target, Operation operation);

    const PipelineServices& m_services;
    UpstreamClient& m_upstream;
    std::unordered_map<MirrorCall*, std::unique_ptr<MirrorCall>> m_running;
};

} // namespace tollgate
