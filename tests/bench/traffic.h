#pragma once
// Requests with a fixed seed, as a team makes them: what the ledger's benchmarks write and read.

#include "gateway/wire/request_record.h"
#include "gateway/wire/trace_id.h"

#include <cstdint>
#include <random>
#include <string>

namespace tollgate::bench {

/// A team of forty, three projects, four models, a canary: some thousand sets of dimensions a month.
class Traffic {
public:
    RequestRecord next(std::int64_t atMs) {
        static const char* const kModels[] = {"gpt-4o-mini", "gpt-4o", "claude-haiku-4-5",
                                              "gemini-2.5-flash"};
        static const char* const kProviders[] = {"openai", "openai", "anthropic", "gemini"};
        const std::size_t model = below(4);
        const std::size_t user = below(40);
        RequestRecord record;
        record.id = m_ids.next(atMs);
        record.traceId = record.id;
        record.atMs = atMs;
        record.route = "/v1/chat/completions";
        record.dialect = "openai_chat";
        record.user = "user-" + std::to_string(user);
        record.project = "project-" + std::to_string(user % 3);
        record.keyId = "key_" + std::to_string(user % 6);
        record.requestedModel = record.alias = "chat-default";
        record.provider = kProviders[model];
        record.model = kModels[model];
        record.promptVersion = "v1";
        record.status = below(50) == 0 ? 502 : 200;
        record.outcome = record.status == 200 ? RequestOutcome::Ok : RequestOutcome::Error;
        record.usage.inputUncached = static_cast<std::int64_t>(50 + below(3000));
        record.usage.outputText = static_cast<std::int64_t>(1 + below(800));
        record.latencyUs = static_cast<std::int64_t>(80'000 + below(2'000'000));
        record.overheadUs = static_cast<std::int64_t>(150 + below(400));
        record.attempts.push_back(
            {record.provider, record.model, 200, 0, 20'000, record.latencyUs - 200, record.status, "ok", {}});
        record.cost = Money{record.usage.inputUncached * 150 + record.usage.outputText * 600};
        return record;
    }

private:
    std::size_t below(std::size_t limit) { return m_random() % limit; }
    std::mt19937_64 m_random{20261122};
    UlidSource m_ids{7};
};

} // namespace tollgate::bench
