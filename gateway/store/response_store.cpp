#include "gateway/store/response_store.h"

#include "gateway/store/database_rescue.h"
#include "gateway/store/response_archive.h"

#include <QDebug>
#include <QObject>
#include <QTimer>

#include <utility>

namespace tollgate {

namespace {

constexpr int kBatchMs = 20;
constexpr std::int64_t kTrimEveryMs = 60'000;
constexpr std::size_t kMostReplies = 10'000; ///< of one conversation

/// Who waits for an answer. They may die meanwhile: whoever posts to them holds their destructor up. What
/// they want called is theirs, so it is called and dropped in their thread only.
struct Address {
    std::mutex mutex;
    QObject* context = nullptr;
    ResponseStore::Found found;
    ResponseLookup result;
    QMetaObject::Connection watch;

    /// In the context's thread.
    void deliver() {
        std::unique_lock lock(mutex);
        const ResponseStore::Found call = std::exchange(found, nullptr);
        ResponseLookup lookup = std::move(result);
        lock.unlock();
        QObject::disconnect(watch);
        if (call)
            call(std::move(lookup));
    }
    void forget() {
        const std::scoped_lock lock(mutex);
        context = nullptr;
        found = nullptr;
    }
};

} // namespace

/// Everything that happens in the store's thread.
class ResponseStore::Worker : public QObject {
public:
    explicit Worker(ResponseStore& store)
        : m_store(store) {}

    tl::expected<void, std::string> open() {
        if (const auto damage = damageOf(m_store.m_options.path)) {
            if (auto moved = putAside(*damage); !moved)
                return moved;
        }
        auto archive = ResponseArchive::open(m_store.m_options.path);
        if (!archive)
            return tl::unexpected(std::move(archive.error()));
        m_archive = std::move(*archive);
        trim();
        return {};
    }

    void close() {
        write();
        m_archive.reset(); // in the thread that opened it
    }

    void add(Entry response) {
        m_waiting.push_back(std::move(response));
        if (m_waiting.size() == 1)
            QTimer::singleShot(kBatchMs, this, [this] { write(); });
    }

    ResponseLookup find(const ResponseQuery& query) {
        write();
        ResponseLookup lookup;
        const Source source = [&](const std::string& id) { return response(query.owner, id, lookup); };
        if (!m_store.collect(query, source, lookup))
            return lookup;
        for (const std::string& id : query.references) {
            std::string item = m_store.cachedItem(query.owner, id);
            if (item.empty())
                item = archivedItem(query.owner, id, lookup);
            if (item.empty()) {
                lookup.missingItem = id;
                return lookup;
            }
            lookup.referenced[id] = std::move(item);
        }
        return lookup;
    }

private:
    /// Replies are a convenience of some callers: a damaged file is replaced by an empty one.
    tl::expected<void, std::string> putAside(const std::string& damage) {
        m_archive.reset();
        const auto moved = moveAside(m_store.m_options.path, m_store.m_clock.unixMs());
        if (!moved)
            return tl::unexpected(moved.error());
        qCritical("the store of replies was damaged (%s) and is kept as %s; it begins anew", damage.c_str(),
                  moved->c_str());
        return {};
    }

    /// After an error: when the file is damaged, the next one is written to a new one.
    void mend(const std::string& why) {
        if (!saysCorrupt(why))
            return;
        if (const auto moved = putAside(why); !moved || !open())
            m_archive.reset();
    }

    void write() {
        if (m_waiting.empty() || !m_archive)
            return;
        const std::vector<Entry> batch = std::exchange(m_waiting, {});
        if (const auto added = m_archive->add(batch); !added) {
            m_store.m_lost += static_cast<std::int64_t>(batch.size());
            mend(added.error());
        }
        std::int64_t written = 0;
        for (const Entry& response : batch)
            written += static_cast<std::int64_t>(response->bytes());
        m_store.m_waitingBytes -= written;
        if (m_archive != nullptr && (m_store.m_clock.unixMs() - m_trimmedMs >= kTrimEveryMs ||
                                     m_archive->bytes() > m_store.m_options.maxBytes))
            trim();
    }

    void trim() {
        if (!m_archive)
            return;
        m_trimmedMs = m_store.m_clock.unixMs();
        const auto more = m_archive->trim(m_store.oldestMs(), m_store.m_options.maxBytes);
        if (more && *more) // step by step: requests wait for this thread
            QTimer::singleShot(0, this, [this] { trim(); });
    }

    Entry response(const std::string& owner, const std::string& id, ResponseLookup& lookup) {
        if (Entry known = m_store.cached(owner, id))
            return known;
        if (m_archive == nullptr)
            return nullptr;
        auto found = m_archive->find(owner, id, m_store.oldestMs());
        if (!found) {
            mend(found.error());
            lookup.failure = std::move(found.error());
            return nullptr;
        }
        if (!*found)
            return nullptr;
        auto response = std::make_shared<const StoredResponse>(*std::move(*found));
        const std::scoped_lock lock(m_store.m_mutex);
        m_store.m_cache.put(response);
        return response;
    }

    std::string archivedItem(const std::string& owner, const std::string& id, ResponseLookup& lookup) {
        if (m_archive == nullptr)
            return {};
        auto found = m_archive->findItem(owner, id, m_store.oldestMs());
        if (!found) {
            mend(found.error());
            lookup.failure = std::move(found.error());
        }
        return found && *found ? **std::move(found) : std::string();
    }

    ResponseStore& m_store;
    std::unique_ptr<ResponseArchive> m_archive;
    std::vector<Entry> m_waiting;
    std::int64_t m_trimmedMs = 0;
};

ResponseStore::ResponseStore(ResponseStoreOptions options, const Clock& clock)
    : m_options(std::move(options))
    , m_clock(clock)
    , m_cache(m_options.maxMemoryBytes) {
    m_thread.setObjectName(QStringLiteral("responses"));
}

ResponseStore::~ResponseStore() {
    stop();
}

tl::expected<void, std::string> ResponseStore::start() {
    auto* worker = new Worker(*this); // NOLINT(cppcoreguidelines-owning-memory): its thread deletes it
    worker->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, worker, &QObject::deleteLater);
    m_thread.start();
    tl::expected<void, std::string> opened;
    QMetaObject::invokeMethod(
        worker, [&] { opened = worker->open(); }, Qt::BlockingQueuedConnection);
    if (opened) {
        m_worker = worker;
        return {};
    }
    m_thread.quit();
    m_thread.wait();
    return tl::unexpected("cannot keep replies: " + opened.error());
}

void ResponseStore::stop() {
    if (m_worker == nullptr)
        return;
    Worker* worker = std::exchange(m_worker, nullptr);
    QMetaObject::invokeMethod(
        worker, [worker] { worker->close(); }, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

void ResponseStore::put(StoredResponse response) {
    response.createdMs = m_clock.unixMs();
    const auto entry = std::make_shared<const StoredResponse>(std::move(response));
    {
        const std::scoped_lock lock(m_mutex);
        m_cache.put(entry);
    }
    const auto size = static_cast<std::int64_t>(entry->bytes());
    if (m_worker == nullptr || m_waitingBytes + size > m_options.maxUnwrittenBytes) {
        ++m_lost;
        return;
    }
    m_waitingBytes += size;
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker, entry] { worker->add(entry); }, Qt::QueuedConnection);
}

void ResponseStore::find(ResponseQuery query, QObject* context, Found found) {
    ResponseLookup lookup;
    if (lookUpInMemory(query, lookup) || m_worker == nullptr) {
        const auto result = std::make_shared<ResponseLookup>(std::move(lookup));
        QMetaObject::invokeMethod(
            context, [found = std::move(found), result] { found(std::move(*result)); }, Qt::QueuedConnection);
        return;
    }
    const auto address = std::make_shared<Address>();
    address->context = context;
    address->found = std::move(found);
    address->watch = QObject::connect(
        context, &QObject::destroyed, context, [address] { address->forget(); }, Qt::DirectConnection);
    QMetaObject::invokeMethod(
        m_worker,
        [worker = m_worker, query = std::move(query), address] {
            ResponseLookup answer = worker->find(query);
            const std::scoped_lock lock(address->mutex);
            address->result = std::move(answer);
            if (address->context != nullptr)
                QMetaObject::invokeMethod(
                    address->context, [address] { address->deliver(); }, Qt::QueuedConnection);
        },
        Qt::QueuedConnection);
}

std::int64_t ResponseStore::oldestMs() const {
    return m_clock.unixMs() - m_options.retentionDays * kMsPerDay;
}

ResponseStore::Entry ResponseStore::cached(const std::string& owner, const std::string& id) {
    const std::scoped_lock lock(m_mutex);
    Entry found = m_cache.find(owner, id);
    return found && found->createdMs >= oldestMs() ? found : nullptr;
}

std::string ResponseStore::cachedItem(const std::string& owner, const std::string& id) {
    const std::scoped_lock lock(m_mutex);
    return m_cache.findItem(owner, id, oldestMs());
}

bool ResponseStore::collect(const ResponseQuery& query, const Source& source, ResponseLookup& lookup) const {
    std::vector<Entry> chain; // newest first
    std::size_t bytes = 0;
    for (std::string id = query.previousId; !id.empty(); id = chain.back()->previousId) {
        Entry reply = source(id);
        if (!reply) {
            lookup.missingResponse = id;
            return false;
        }
        bytes += reply->bytes();
        if (bytes > m_options.maxChainBytes || chain.size() == kMostReplies) {
            lookup.tooLong = true;
            return false;
        }
        chain.push_back(std::move(reply));
    }
    for (auto reply = chain.rbegin(); reply != chain.rend(); ++reply) {
        for (const auto* items : {&(*reply)->input, &(*reply)->output}) {
            for (const ReplyItem& item : *items)
                lookup.priorItems.push_back(item.json);
        }
    }
    return true;
}

/// False: something has to be looked up in the database.
bool ResponseStore::lookUpInMemory(const ResponseQuery& query, ResponseLookup& lookup) {
    const Source source = [&](const std::string& id) { return cached(query.owner, id); };
    if (!collect(query, source, lookup))
        return lookup.tooLong;
    for (const std::string& id : query.references) {
        std::string item = cachedItem(query.owner, id);
        if (item.empty()) {
            lookup.missingItem = id;
            return false;
        }
        lookup.referenced[id] = std::move(item);
    }
    return true;
}

} // namespace tollgate
