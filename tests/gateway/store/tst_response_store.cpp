// Conversations kept for their owners: in memory, on disk, over a restart, and no longer than they may be.
#include "gateway/store/response_archive.h"
#include "gateway/store/response_store.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace tollgate;

namespace {

StoredResponse reply(const std::string& id, const std::string& previous = {},
                     const std::string& owner = "key") {
    StoredResponse response;
    response.owner = owner;
    response.id = id;
    response.previousId = previous;
    response.input.push_back({{}, "in-" + id});
    response.output.push_back({"rs_" + id, "think-" + id});
    response.output.push_back({"msg_" + id, "say-" + id});
    return response;
}

std::string joined(const ResponseLookup& lookup) {
    std::string text;
    for (const std::string& item : lookup.priorItems)
        text += (text.empty() ? "" : " ") + item;
    return text;
}

} // namespace

class ResponseStoreTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_store.reset(); }
    void givesAConversationOldestFirst();
    void survivesARestart();
    void findsItemsByTheirIds();
    void tellsWhatIsMissing();
    void keysDoNotSeeEachOthersReplies();
    void forgetsAfterThirtyDays();
    void keepsNoMoreThanItsBytes();
    void memoryIsBoundedAndTheDiskIsNot();
    void endlessConversationsAreRefused();
    void aLoopEnds();
    void callersMayDieWhileTheyWait();
    void whatIsCalledIsDroppedWhereItWasMade();
    void answersNeverComeDuringTheCall();
    void manyThreadsAtOnce();
    void withoutADiskThereIsStillTheMemory();
    void theFileIsItsOwnersOnly();
    void aReplyIsKeptOnce();

private:
    void open(ResponseStoreOptions options = {});
    ResponseLookup find(ResponseQuery query);
    ResponseLookup after(const std::string& id, const std::string& owner = "key") {
        return find({owner, id, {}});
    }
    std::string path() const { return m_directory->filePath(QStringLiteral("responses.db")).toStdString(); }

    std::unique_ptr<QTemporaryDir> m_directory;
    ManualClock m_clock;
    std::unique_ptr<ResponseStore> m_store;
};

void ResponseStoreTest::init() {
    m_directory = std::make_unique<QTemporaryDir>();
    open();
}

void ResponseStoreTest::open(ResponseStoreOptions options) {
    m_store.reset();
    options.path = path();
    m_store = std::make_unique<ResponseStore>(std::move(options), m_clock);
    const auto started = m_store->start();
    QVERIFY2(started, started ? "" : started.error().c_str());
}

ResponseLookup ResponseStoreTest::find(ResponseQuery query) {
    ResponseLookup lookup;
    bool answered = false;
    m_store->find(std::move(query), this, [&](ResponseLookup found) {
        lookup = std::move(found);
        answered = true;
    });
    if (!QTest::qWaitFor([&] { return answered; }))
        lookup.failure = "no answer";
    return lookup;
}

void ResponseStoreTest::givesAConversationOldestFirst() {
    m_store->put(reply("a"));
    m_store->put(reply("b", "a"));
    m_store->put(reply("c", "b"));
    m_store->put(reply("d", "a")); // the other way it could have gone
    QCOMPARE(joined(after("c")), "in-a think-a say-a in-b think-b say-b in-c think-c say-c");
    QCOMPARE(joined(after("d")), "in-a think-a say-a in-d think-d say-d");
}

void ResponseStoreTest::survivesARestart() {
    m_store->put(reply("a"));
    m_store->put(reply("b", "a"));
    open();
    const ResponseLookup lookup = find({"key", "b", {"msg_a"}});
    QCOMPARE(lookup.failure, "");
    QCOMPARE(joined(lookup), "in-a think-a say-a in-b think-b say-b");
    QCOMPARE(lookup.referenced.at("msg_a"), "say-a");
    m_store->put(reply("c", "b"));
    QCOMPARE(joined(after("c")), "in-a think-a say-a in-b think-b say-b in-c think-c say-c");
}

void ResponseStoreTest::findsItemsByTheirIds() {
    StoredResponse named = reply("a");
    named.input.push_back({"msg_in", "mine"});
    m_store->put(named);
    for (const bool restarted : {false, true}) {
        if (restarted)
            open();
        const ResponseLookup lookup = find({"key", "", {"msg_in", "rs_a"}});
        QCOMPARE(lookup.referenced.size(), 2U);
        QCOMPARE(lookup.referenced.at("msg_in"), "mine");
        QCOMPARE(lookup.referenced.at("rs_a"), "think-a");
        QVERIFY(lookup.priorItems.empty());
    }
}

void ResponseStoreTest::tellsWhatIsMissing() {
    m_store->put(reply("b", "gone"));
    QCOMPARE(after("never").missingResponse, "never");
    QCOMPARE(after("b").missingResponse, "gone");
    QCOMPARE(find({"key", "", {"rs_b", "rs_never"}}).missingItem, "rs_never");
    QCOMPARE(joined(find({"key", "", {}})), "");
}

void ResponseStoreTest::keysDoNotSeeEachOthersReplies() {
    m_store->put(reply("a"));
    m_store->put(reply("mine", "a", "other"));
    for (const bool restarted : {false, true}) {
        if (restarted)
            open();
        QCOMPARE(after("a", "other").missingResponse, "a");
        QCOMPARE(after("mine", "other").missingResponse, "a");
        QCOMPARE(find({"other", "", {"msg_a"}}).missingItem, "msg_a");
        QCOMPARE(after("a", "").missingResponse, "a");
        QCOMPARE(joined(after("a")), "in-a think-a say-a");
    }
}

void ResponseStoreTest::forgetsAfterThirtyDays() {
    m_store->put(reply("old"));
    m_clock.advanceMs(29 * kMsPerDay);
    m_store->put(reply("new"));
    QVERIFY(after("old").missingResponse.empty());
    m_clock.advanceMs(kMsPerDay + 1);
    QCOMPARE(after("old").missingResponse, "old");
    QCOMPARE(find({"key", "", {"msg_old"}}).missingItem, "msg_old");
    open(); // takes it off the disk
    QCOMPARE(after("old").missingResponse, "old");
    QVERIFY(after("new").missingResponse.empty());
    m_store->stop();
    const auto archive = ResponseArchive::open(path());
    QVERIFY(archive);
    QVERIFY(!(*archive)->find("key", "old", 0).value().has_value());
    QVERIFY((*archive)->find("key", "new", 0).value().has_value());
}

void ResponseStoreTest::keepsNoMoreThanItsBytes() {
    ResponseStoreOptions options;
    options.maxBytes = 10'000;
    options.maxMemoryBytes = 1;
    open(options);
    for (int i = 0; i < 300; ++i) {
        StoredResponse response = reply(std::to_string(i));
        response.output.front().json.assign(900, 'x');
        m_store->put(response);
        m_clock.advanceMs(1);
    }
    QVERIFY(after("299").missingResponse.empty());
    QCOMPARE(after("0").missingResponse, "0");
    QTRY_COMPARE(after("280").missingResponse, "280");
    m_store->stop();
    const auto archive = ResponseArchive::open(path());
    QVERIFY(archive);
    QVERIFY((*archive)->bytes() <= 10'000);
    QVERIFY((*archive)->bytes() > 5'000);
}

void ResponseStoreTest::memoryIsBoundedAndTheDiskIsNot() {
    ResponseCache cache(1'000);
    StoredResponse large = reply("large");
    large.input.front().json.assign(2'000, 'x');
    cache.put(std::make_shared<const StoredResponse>(large));
    QVERIFY(!cache.find("key", "large"));
    for (int i = 0; i < 100; ++i) {
        cache.put(std::make_shared<const StoredResponse>(reply(std::to_string(i))));
        QVERIFY(cache.find("key", "0")); // used again and again, so it stays
    }
    QVERIFY(cache.bytes() <= 1'000);
    QVERIFY(!cache.find("key", "50"));
    QCOMPARE(cache.findItem("key", "msg_50", 0), "");
    QCOMPARE(cache.findItem("key", "msg_99", 0), "say-99");

    ResponseStoreOptions options;
    options.maxMemoryBytes = 1;
    open(options);
    m_store->put(reply("a"));
    m_store->put(reply("b", "a"));
    QCOMPARE(joined(after("b")), "in-a think-a say-a in-b think-b say-b");
}

void ResponseStoreTest::endlessConversationsAreRefused() {
    ResponseStoreOptions options;
    options.maxChainBytes = 1'000;
    open(options);
    std::string previous;
    for (int i = 0; i < 100; ++i) {
        m_store->put(reply(std::to_string(i), previous));
        previous = std::to_string(i);
    }
    QVERIFY(!after("5").tooLong);
    QVERIFY(after("99").tooLong);
    QVERIFY(after("99").priorItems.empty());
}

void ResponseStoreTest::aLoopEnds() {
    m_store->put(reply("a", "b"));
    m_store->put(reply("b", "a"));
    QVERIFY(after("a").tooLong);
}

void ResponseStoreTest::callersMayDieWhileTheyWait() {
    std::atomic<int> called{0};
    for (int i = 0; i < 200; ++i) {
        QObject context;
        m_store->find({"key", "unknown", {}}, &context, [&](const ResponseLookup&) { ++called; });
    }
    QCOMPARE(after("unknown").missingResponse, "unknown"); // all before it are through
    QCOMPARE(called.load(), 0);
}

void ResponseStoreTest::whatIsCalledIsDroppedWhereItWasMade() {
    std::atomic<int> elsewhere{0};
    std::atomic<int> dropped{0};
    const std::thread::id here = std::this_thread::get_id();
    const auto token = [&] {
        return std::shared_ptr<void>(nullptr, [&, here](void*) {
            ++dropped;
            elsewhere += std::this_thread::get_id() != here;
        });
    };
    constexpr int kRounds = 300;
    for (int i = 0; i < kRounds; ++i) {
        auto context = std::make_unique<QObject>();
        m_store->find({"key", i % 2 == 0 ? "unknown" : "", {}}, context.get(),
                      [held = token()](const ResponseLookup&) { QVERIFY(!held); });
        if (i % 3 == 0)
            context.reset();
        QCoreApplication::processEvents();
    }
    QCOMPARE(after("unknown").missingResponse, "unknown");
    QTRY_COMPARE(dropped.load(), kRounds);
    QCOMPARE(elsewhere.load(), 0);
}

void ResponseStoreTest::answersNeverComeDuringTheCall() {
    m_store->put(reply("a"));
    bool answered = false;
    m_store->find({"key", "a", {}}, this, [&](const ResponseLookup&) { answered = true; });
    QVERIFY(!answered);
    QTRY_VERIFY(answered);
}

void ResponseStoreTest::manyThreadsAtOnce() {
    std::vector<std::thread> threads;
    for (int t = 0; t < 4; ++t) {
        threads.emplace_back([this, t] {
            for (int i = 0; i < 100; ++i)
                m_store->put(
                    reply(std::to_string(i), i > 0 ? std::to_string(i - 1) : "", "key" + std::to_string(t)));
        });
    }
    for (std::thread& thread : threads)
        thread.join();
    open();
    for (int t = 0; t < 4; ++t)
        QCOMPARE(after("99", "key" + std::to_string(t)).priorItems.size(), 300U);
}

void ResponseStoreTest::withoutADiskThereIsStillTheMemory() {
    ResponseStoreOptions options;
    options.path = m_directory->filePath(QStringLiteral("no/such/place.db")).toStdString();
    ResponseStore store(options, m_clock);
    QVERIFY(!store.start());
    store.put(reply("a"));
    QCOMPARE(store.unwritten(), 1);
    std::string items;
    std::string missing;
    store.find({"key", "a", {}}, this, [&](const ResponseLookup& lookup) { items = joined(lookup); });
    store.find({"key", "b", {}}, this,
               [&](const ResponseLookup& lookup) { missing = lookup.missingResponse; });
    QTRY_COMPARE(missing, "b");
    QCOMPARE(items, "in-a think-a say-a");
}

void ResponseStoreTest::theFileIsItsOwnersOnly() {
    m_store->put(reply("a"));
    QVERIFY(after("a").missingResponse.empty());
    for (const char* suffix : {"", "-wal"}) {
        const QFile file(QString::fromStdString(path()) + QString::fromLatin1(suffix));
        QVERIFY(file.exists());
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        QVERIFY(!(file.permissions() & others));
    }
}

void ResponseStoreTest::aReplyIsKeptOnce() {
    m_store->put(reply("a"));
    StoredResponse again = reply("a");
    again.output.front().json = "another";
    m_store->put(again);
    QCOMPARE(joined(after("a")), "in-a think-a say-a");
    open();
    QCOMPARE(joined(after("a")), "in-a think-a say-a");
}

QTEST_GUILESS_MAIN(ResponseStoreTest)
#include "tst_response_store.moc"
