#pragma once
// The conversations of OpenAI Responses: what previous_response_id and item_reference name.
//
// The replies used last are in memory; all of them are in responses.db, which a thread of the store's own
// writes and reads through its own connection. put() and find() never wait for it. A reply belongs to the key
// that asked for it and is not there for any other. It is kept for 30 days, as OpenAI does
// (platform.openai.com/docs/guides/conversation-state), or until newer ones need its room.

#include "gateway/store/response_cache.h"
#include "gateway/store/stored_response.h"
#include "gateway/wire/clock.h"

#include <QThread>

#include <tl/expected.hpp>

#include <atomic>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

class QObject;

namespace tollgate {

struct ResponseStoreOptions {
    std::string path;
    int retentionDays = 30;
    std::int64_t maxBytes = 512LL << 20;         ///< on disk: the sum of the items, indices not counted
    std::size_t maxMemoryBytes = 64U << 20U;     ///< of the replies used last
    std::int64_t maxUnwrittenBytes = 64LL << 20; ///< beyond it replies are kept in memory only
    std::size_t maxChainBytes = 32U << 20U;      ///< of one conversation: what a request body may hold
};

struct ResponseQuery {
    std::string owner;
    std::string previousId;              ///< empty: none
    std::vector<std::string> references; ///< ids of items
};

struct ResponseLookup {
    std::vector<std::string> priorItems; ///< JSON texts of the whole conversation, oldest first
    std::map<std::string, std::string, std::less<>> referenced; ///< id → JSON text
    // What went wrong; empty: all was found.
    std::string missingResponse;
    std::string missingItem;
    bool tooLong = false; ///< the conversation is larger than a request may be
    std::string failure;  ///< the database's, for the log; what was asked for then counts as missing, too
};

class ResponseStore {
public:
    using Found = std::function<void(ResponseLookup)>;

    /// `clock` must outlive the store.
    ResponseStore(ResponseStoreOptions options, const Clock& clock);
    ~ResponseStore(); ///< stops
    ResponseStore(const ResponseStore&) = delete;
    ResponseStore& operator=(const ResponseStore&) = delete;

    /// Opens the database and starts the thread; the error is for people. Without it, or after an error,
    /// there is only the memory.
    tl::expected<void, std::string> start();
    /// Writes out what is waiting and ends the thread. Idempotent. Once nobody calls put() or find() any
    /// more.
    void stop();

    /// Any thread. The time is the store's to fill in.
    void put(StoredResponse response);
    /// `found` is called and dropped in the thread of `context`, always later, never during this call; it is
    /// not called when `context` dies before. Call in the thread of `context`.
    void find(ResponseQuery query, QObject* context, Found found);

    /// Replies that memory alone holds because the disk did not keep up or failed. Any thread.
    std::int64_t unwritten() const { return m_lost.load(std::memory_order_relaxed); }

private:
    class Worker;
    friend class Worker;
    using Entry = ResponseCache::Entry;
    /// Null: nowhere.
    using Source = std::function<Entry(const std::string& id)>;

    std::int64_t oldestMs() const;
    Entry cached(const std::string& owner, const std::string& id);
    std::string cachedItem(const std::string& owner, const std::string& id);
    /// False: the conversation is not whole.
    bool collect(const ResponseQuery& query, const Source& source, ResponseLookup& lookup) const;
    bool lookUpInMemory(const ResponseQuery& query, ResponseLookup& lookup);

    const ResponseStoreOptions m_options;
    const Clock& m_clock;
    std::mutex m_mutex; ///< of the cache
    ResponseCache m_cache;
    std::atomic<std::int64_t> m_waitingBytes{0};
    std::atomic<std::int64_t> m_lost{0};
    QThread m_thread;
    Worker* m_worker = nullptr; ///< lives in the thread
};

} // namespace tollgate
