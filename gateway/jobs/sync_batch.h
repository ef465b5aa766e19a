#pragma once
// POST /v1/batch/completions: prompts answered at once, some at a time, in the order they were given; one
// that fails says so and is no trouble to the others. What is done is written as soon as it is its turn, so
// that only what overtook others is held in memory.

#include "gateway/jobs/job_exchange.h"
#include "gateway/jobs/job_request.h"
#include "gateway/pipeline/pipeline.h"

#include <boost/json/object.hpp>

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace tollgate {

/// Lives in one worker's thread.
class SyncBatch final : public QObject {
    Q_OBJECT
public:
    struct Item {
        std::string customId; ///< empty: none
        std::string prompt;   ///< empty: it was a body
        bool isPrompt = false;
        DeferredRequest request;
    };
    static constexpr std::size_t kMostItems = 1'000;
    static constexpr std::size_t kAtOnce = 10;

    /// {"prompts":[…],"model"} or {"items":[{"custom_id","body"}],"model"}; other members go into each
    /// prompt.
    static tl::expected<std::vector<Item>, Error> read(const HttpRequest& request, const Settings& settings);

    /// `done` is called once, from the event loop.
    SyncBatch(Pipeline& pipeline, const Clock& clock, ExchangePtr exchange, JobOwner owner,
              std::vector<Item> items, std::function<void(SyncBatch*)> done);
    ~SyncBatch() override;

    void start();

private:
    void startMore();
    void startOne(std::size_t index);
    void answered(std::size_t index, const JobReply& reply);
    void writeReady();
    void clientLeft();
    void end();

    Pipeline& m_pipeline;
    const Clock& m_clock;
    const ExchangePtr m_exchange;
    const JobOwner m_owner;
    const HttpHeaders m_headers;
    std::vector<Item> m_items;
    std::vector<std::string> m_texts; ///< of what is done and not written
    std::vector<std::weak_ptr<JobExchange>> m_running;
    std::function<void(SyncBatch*)> m_done;
    std::size_t m_next = 0;
    std::size_t m_written = 0;
    std::size_t m_active = 0;
    bool m_ended = false;
    bool m_starting = false;
};

} // namespace tollgate
