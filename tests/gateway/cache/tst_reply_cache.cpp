// What counts as the same question, and what the cache keeps of the answers.

#include "gateway/cache/reply_cache.h"

#include <QtTest/QTest>

#include <string>

using namespace tollgate;

namespace {

CacheQuestion question() {
    CacheQuestion question;
    question.project = "one";
    question.path = "/v1/chat/completions";
    question.model = "chat-default";
    return question;
}

CacheKey keyOf(std::string_view body) {
    return cacheKeyOf(question(), body);
}

CachedReply replyOf(std::size_t bytes) {
    return {std::string(bytes, 'a'), "openai", "gpt", 0};
}

CacheKey keyNumber(int number) {
    return keyOf("{\"n\":" + std::to_string(number) + "}");
}

} // namespace

class TstReplyCache : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void takesSpaceAndTheOrderOfMembersForNothing() {
        QCOMPARE(keyOf("{\"a\":1,\"b\":[1,2]}"), keyOf("{ \"b\" : [1, 2],\n \"a\" : 1 }"));
    }

    void takesTheOrderWithinMembersSeriously() {
        QVERIFY(keyOf("{\"s\":{\"a\":1,\"b\":2}}") != keyOf("{\"s\":{\"b\":2,\"a\":1}}"));
        QVERIFY(keyOf("{\"m\":[1,2]}") != keyOf("{\"m\":[2,1]}"));
    }

    void ignoresWhoAsksAndWhichModelTheBodyNames() {
        QCOMPARE(keyOf("{\"a\":1,\"user\":\"x\",\"model\":\"m\",\"metadata\":{\"t\":1}}"),
                 keyOf("{\"a\":1}"));
        QVERIFY(keyOf("{\"a\":{\"user\":\"x\"}}") != keyOf("{\"a\":{\"user\":\"y\"}}"));
    }

    void tellsQuestionsApartByAllThatChangesTheAnswer() {
        const CacheKey plain = cacheKeyOf(question(), "{}");
        for (const auto member :
             {&CacheQuestion::project, &CacheQuestion::owner, &CacheQuestion::path, &CacheQuestion::model,
              &CacheQuestion::promptVersion, &CacheQuestion::arm, &CacheQuestion::variant}) {
            CacheQuestion other = question();
            other.*member = "other";
            QVERIFY(cacheKeyOf(other, "{}") != plain);
        }
        CacheQuestion streaming = question();
        streaming.streaming = true;
        QVERIFY(cacheKeyOf(streaming, "{}") != plain);
    }

    void takesNeighbouringPartsForNoOneText() {
        CacheQuestion left = question();
        left.project = "ab";
        left.owner = "c";
        CacheQuestion right = question();
        right.project = "a";
        right.owner = "bc";
        QVERIFY(cacheKeyOf(left, "{}") != cacheKeyOf(right, "{}"));
    }

    void countsABodyThatIsNoObjectAsItStands() {
        QCOMPARE(keyOf("[1]"), keyOf("[1]"));
        QVERIFY(keyOf("[1]") != keyOf("[1 ]"));
        QVERIFY(keyOf("{\"a\":") != keyOf("{}"));
    }

    void findsWhatWasPutAndSaysItsAge() {
        ManualClock clock;
        ReplyCache cache(clock);
        cache.put(keyNumber(1), replyOf(10));
        clock.advanceMs(1500);
        const ReplyCache::Found found = cache.find(keyNumber(1));
        QVERIFY(found.reply != nullptr);
        QCOMPARE(found.reply->bytes.size(), std::size_t{10});
        QCOMPARE(found.ageMs, std::int64_t{1500});
        QVERIFY(cache.find(keyNumber(2)).reply == nullptr);
    }

    void replacesAnAnswerWithoutCountingItTwice() {
        ManualClock clock;
        ReplyCache cache(clock);
        cache.put(keyNumber(1), replyOf(1000));
        const std::size_t once = cache.stats().bytes;
        cache.put(keyNumber(1), replyOf(1000));
        QCOMPARE(cache.stats().bytes, once);
        QCOMPARE(cache.stats().entries, std::size_t{1});
    }

    void makesRoomByWhatWasUsedLeastRecently() {
        ManualClock clock;
        ReplyCache cache(clock);
        cache.setMaxBytes(100'000);
        for (int i = 0; i < 8; ++i)
            cache.put(keyNumber(i), replyOf(10'000));
        QVERIFY(cache.find(keyNumber(0)).reply != nullptr); // used again
        for (int i = 8; i < 12; ++i)
            cache.put(keyNumber(i), replyOf(10'000));
        QVERIFY(cache.find(keyNumber(0)).reply != nullptr);
        QVERIFY(cache.find(keyNumber(1)).reply == nullptr);
        QVERIFY(cache.stats().bytes <= 100'000);
        cache.setMaxBytes(0);
        QCOMPARE(cache.stats().entries, std::size_t{0});
        QCOMPARE(cache.stats().bytes, std::size_t{0});
    }

    void keepsNoAnswerThatIsTooLargeOrEmpty() {
        ManualClock clock;
        ReplyCache cache(clock);
        cache.put(keyNumber(1), replyOf(ReplyCache::kMaxReply + 1));
        cache.put(keyNumber(2), replyOf(0));
        QCOMPARE(cache.stats().entries, std::size_t{0});
    }

    void forgetsWhenCleared() {
        ManualClock clock;
        ReplyCache cache(clock);
        cache.put(keyNumber(1), replyOf(10));
        cache.clear();
        QVERIFY(cache.find(keyNumber(1)).reply == nullptr);
        QCOMPARE(cache.stats().bytes, std::size_t{0});
    }
};

QTEST_GUILESS_MAIN(TstReplyCache)
#include "tst_reply_cache.moc"
