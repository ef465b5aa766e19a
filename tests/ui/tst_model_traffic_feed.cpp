// How requests reach the list: pages, live batches, pause, filters.

#include "tests/ui/support/observe_samples.h"
#include "tests/ui/support/scripted_link.h"
#include "ui/models/traffic_feed.h"
#include "ui/models/traffic_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace tollgate::ui;

namespace {

struct Fixture {
    ScriptedLink link;
    TrafficModel model;
    TrafficFeed feed{link, model};
    std::unique_ptr<QAbstractItemModelTester> tester;

    /// The tester fetches more by itself, like a view; tests of paging go without.
    explicit Fixture(const QJsonObject& firstPage, bool tested = true) {
        link.answer(u"/requests"_qs, firstPage);
        if (tested)
            tester = std::make_unique<QAbstractItemModelTester>(
                &model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    }
    void live(const QJsonArray& rows) { link.emitEvent(u"request"_qs, {{u"rows"_qs, rows}}); }
    qsizetype asked() const { return link.sentTo("GET", u"/requests"_qs).size(); }
};

} // namespace

class tst_model_traffic_feed : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void asksNothingBeforeItIsActive();
    void scrollingDownAsksForTheNextPage();
    void aPageIsPutTogetherFromSeveralAnswers();
    void theTimeOfAFilterIsThatOfTheWholeSearch();
    void whatWaitsIsCountedByTheFilter();
    void liveRowsArriveInOneBatchSortedByTime();
    void rowsThatEndWhileAPageIsOnItsWayAreKept();
    void pausedRowsAreCountedAndComeOnResume();
    void aHiddenFeedIgnoresRowsAndCatchesUp();
    void withAFilterTheNewestPageIsAskedAgain();
    void aRefusedFilterKeepsTheRowsAndSaysWhy();
    void anAnswerToAnOlderFilterIsDropped();
    void aGapBeforeTheNewestPageStartsAfresh();
    void aFloodIsAskedForInsteadOfCarried();
    void anUnreachableGatewayIsAFailureNotAFilterError();
};

void tst_model_traffic_feed::asksNothingBeforeItIsActive() {
    Fixture f(samples::page(samples::rows(5, 5)));
    f.live(samples::rows(6, 1));
    QTest::qWait(150);
    QCOMPARE(f.asked(), 0);
    QCOMPARE(f.model.rowCount(), 0);
    f.feed.setActive(true);
    QTRY_COMPARE(f.model.rowCount(), 5);
    QVERIFY(f.feed.hasAnswer());
}

void tst_model_traffic_feed::scrollingDownAsksForTheNextPage() {
    constexpr int kPage = TrafficFeed::kPageSize;
    Fixture f(samples::page(samples::rows(2 * kPage, kPage), u"a/b=1"_qs), false);
    f.link.answer("GET", u"/requests?limit=200&cursor="_qs,
                  ScriptedLink::json(samples::page(samples::rows(kPage, 5))));
    f.feed.setActive(true);
    QTRY_COMPARE(f.model.rowCount(), kPage);
    QVERIFY(f.model.canFetchMore({}));
    f.model.fetchMore({});
    f.model.fetchMore({}); // a view asks more than once
    QTRY_COMPARE(f.model.rowCount(), kPage + 5);
    QCOMPARE(f.asked(), 2);
    QVERIFY(f.link.sent().last().path.contains(u"cursor=a%2Fb%3D1"_qs));
    QVERIFY(!f.model.canFetchMore({}));
}

// The gateway looks through so many requests an answer, and few or none of them may be what is looked for.
void tst_model_traffic_feed::aPageIsPutTogetherFromSeveralAnswers() {
    Fixture f(samples::page({}, u"c1"_qs), false);
    f.link.answer("GET", u"/requests?limit=200&cursor=c1"_qs,
                  ScriptedLink::json(samples::page(samples::rows(20, 3), u"c2"_qs)));
    f.link.answer("GET", u"/requests?limit=200&cursor=c2"_qs,
                  ScriptedLink::json(samples::page(samples::rows(10, 2))));
    bool saidThereIsNothing = false;
    connect(&f.feed, &TrafficFeed::changed, &f.feed,
            [&] { saidThereIsNothing = saidThereIsNothing || (!f.feed.isLoading() && f.model.isEmpty()); });
    f.feed.setActive(true);
    QTRY_COMPARE(f.model.rowCount(), 5);
    QVERIFY(!saidThereIsNothing); // nothing found yet is not nothing there
    QCOMPARE(f.asked(), 3);
    QVERIFY(!f.feed.isLoading());
    QVERIFY(!f.model.canFetchMore({}));
}

void tst_model_traffic_feed::theTimeOfAFilterIsThatOfTheWholeSearch() {
    Fixture f(samples::page({}, u"c1"_qs), false);
    f.link.answer("GET", u"/requests?limit=200&filter=user%3Aalice&cursor=c1"_qs,
                  ScriptedLink::json(samples::page(samples::rows(20, 3), u"c2"_qs)));
    f.link.answer("GET", u"/requests?limit=200&filter=user%3Aalice&cursor=c2"_qs,
                  ScriptedLink::json(samples::page({})));
    int slices = 0;
    bool timedASlice = false;
    connect(&f.feed, &TrafficFeed::changed, &f.feed, [&] {
        slices += f.feed.isSeeking() ? 1 : 0;
        timedASlice = timedASlice || (f.feed.isSeeking() && f.feed.matchedInMs() >= 0);
    });
    f.feed.setFilter(u"user:alice"_qs);
    f.feed.setActive(true);
    QTRY_VERIFY(f.feed.matchedInMs() >= 0);
    QVERIFY(!f.feed.isSeeking());
    QCOMPARE(slices, 2);
    QVERIFY(!timedASlice);
    QCOMPARE(f.model.rowCount(), 3);
}

void tst_model_traffic_feed::whatWaitsIsCountedByTheFilter() {
    Fixture f(samples::page(samples::rows(5, 5)));
    f.feed.setFilter(u"user:alice"_qs);
    f.feed.setActive(true);
    QTRY_COMPARE(f.model.rowCount(), 5);
    f.feed.setPaused(true);
    f.link.answer(u"/requests"_qs, samples::page(samples::rows(7, 7)));
    f.live(samples::rows(60, 50)); // of other users, but for two
    QCOMPARE(f.feed.pendingCount(), 0);
    QTRY_COMPARE(f.feed.pendingCount(), 2);
    QVERIFY(!f.feed.pendingIsLeast());
    QCOMPARE(f.model.rowCount(), 5);
    f.link.answer(u"/requests"_qs, samples::page(samples::rows(300, 200), u"c"_qs));
    f.live(samples::rows(400, 50));
    QTRY_COMPARE(f.feed.pendingCount(), 200);
    QVERIFY(f.feed.pendingIsLeast());
    f.link.answer(u"/requests"_qs, samples::page(samples::rows(7, 7)));
    f.feed.setPaused(false);
    QCOMPARE(f.feed.pendingCount(), 0);
    QTRY_COMPARE(f.model.rowCount(), 7);
}

void tst_model_traffic_feed::liveRowsArriveInOneBatchSortedByTime() {
    Fixture f(samples::page(samples::rows(5, 5)));
    f.feed.setActive(true);
    QTRY_COMPARE(f.model.rowCount(), 5);
    QSignalSpy inserted(&f.model, &QAbstractItemModel::rowsInserted);
    f.live({samples::request(7), samples::request(6)});
    f.live({samples::request(9)});
    f.live({samples::request(8)});
    QTRY_COMPARE(f.model.rowCount(), 9);
    QCOMPARE(inserted.size(), 1);
    for (int row = 0; row < 4; ++row)
        QCOMPARE(f.model.at(row).id, samples::request(9 - row).value(u"id"_qs).toString());
    QCOMPARE(f.asked(), 1);
}

void tst_model_traffic_feed::rowsThatEndWhileAPageIsOnItsWayAreKept() {
    Fixture f(samples::page(samples::rows(5, 5)));
    f.feed.setActive(true);
    f.live({samples::request(6), samples::request(5)});
    QTRY_COMPARE(f.model.rowCount(), 6);
    QCOMPARE(f.model.at(0).id, samples::request(6).value(u"id"_qs).toString());
}

void tst_model_traffic_feed::pausedRowsAreCountedAndComeOnResume() {
    Fixture f(samples::page(samples::rows(5, 5)));
    f.feed.setActive(true);
    QTRY_COMPARE(f.model.rowCount(), 5);
    f.feed.setPaused(true);
    f.live(samples::rows(8, 3));
    QCOMPARE(f.feed.pendingCount(), 3);
    QTest::qWait(150);
    QCOMPARE(f.model.rowCount(), 5);
    f.feed.setPaused(false);
    QTRY_COMPARE(f.model.rowCount(), 8);
    QCOMPARE(f.feed.pendingCount(), 0);
}

void tst_model_traffic_feed::aHiddenFeedIgnoresRowsAndCatchesUp() {
    Fixture f(samples::page(samples::rows(5, 5)));
    f.feed.setActive(true);
    QTRY_COMPARE(f.model.rowCount(), 5);
    f.feed.setActive(false);
    f.live(samples::rows(7, 2));
    QTest::qWait(150);
    QCOMPARE(f.model.rowCount(), 5);
    f.link.answer(u"/requests"_qs, samples::page(samples::rows(7, 7)));
    f.feed.setActive(true);
    QTRY_COMPARE(f.model.rowCount(), 7);
}

void tst_model_traffic_feed::withAFilterTheNewestPageIsAskedAgain() {
    Fixture f(samples::page(samples::rows(5, 5), {}, u"user is alice"_qs));
    f.feed.setFilter(u"user:alice status:>=400"_qs);
    f.feed.setActive(true);
    QTRY_COMPARE(f.model.rowCount(), 5);
    QCOMPARE(f.feed.description(), u"user is alice"_qs);
    QVERIFY(f.feed.matchedInMs() >= 0);
    QVERIFY(f.link.sent().first().path.contains(u"filter=user%3Aalice%20status%3A%3E%3D400"_qs));
    f.link.answer(u"/requests"_qs, samples::page(samples::rows(6, 6)));
    // These do not match; only the gateway knows that. Many events, one question.
    for (int number = 50; number < 60; ++number)
        f.live({samples::request(number)});
    QTRY_COMPARE(f.model.rowCount(), 6);
    QCOMPARE(f.asked(), 2);
    QCOMPARE(f.model.at(0).id, samples::request(6).value(u"id"_qs).toString());
}

void tst_model_traffic_feed::aRefusedFilterKeepsTheRowsAndSaysWhy() {
    Fixture f(samples::page(samples::rows(5, 5)));
    f.feed.setActive(true);
    QTRY_COMPARE(f.model.rowCount(), 5);
    f.link.answer("GET", u"/requests"_qs, ScriptedLink::refusal(u"“colour” is no field"_qs, u"filter"_qs));
    f.feed.setFilter(u"colour:red"_qs);
    QTRY_COMPARE(f.feed.filterError(), u"“colour” is no field"_qs);
    QCOMPARE(f.model.rowCount(), 5);
    f.link.answer(u"/requests"_qs, samples::page(samples::rows(2, 2)));
    f.feed.setFilter(u"user:alice"_qs);
    QTRY_COMPARE(f.model.rowCount(), 2);
    QVERIFY(f.feed.filterError().isEmpty());
}

void tst_model_traffic_feed::anAnswerToAnOlderFilterIsDropped() {
    Fixture f(samples::page(samples::rows(5, 5)));
    f.link.answer("GET", u"/requests?limit=200&filter=b"_qs,
                  ScriptedLink::json(samples::page(samples::rows(1, 1))));
    f.feed.setActive(true);
    f.feed.setFilter(u"a"_qs);
    f.feed.setFilter(u"b"_qs);
    QTRY_COMPARE(f.model.rowCount(), 1);
    QTest::qWait(50);
    QCOMPARE(f.model.rowCount(), 1);
}

void tst_model_traffic_feed::aGapBeforeTheNewestPageStartsAfresh() {
    Fixture f(samples::page(samples::rows(5, 5)));
    f.feed.setFilter(u"user:alice"_qs);
    f.feed.setActive(true);
    QTRY_COMPARE(f.model.rowCount(), 5);
    f.link.answer(u"/requests"_qs, samples::page(samples::rows(900, 200), u"next"_qs));
    f.live({samples::request(900)});
    QTRY_COMPARE(f.model.rowCount(), 200);
    QVERIFY(f.model.canFetchMore({}));
}

void tst_model_traffic_feed::aFloodIsAskedForInsteadOfCarried() {
    Fixture f(samples::page(samples::rows(5, 5)), false);
    f.feed.setActive(true);
    QTRY_COMPARE(f.model.rowCount(), 5);
    f.link.answer(u"/requests"_qs, samples::page(samples::rows(5000, 200), u"next"_qs));
    f.live(samples::rows(3000, 2995));
    QTRY_COMPARE(f.model.rowCount(), 200);
    QCOMPARE(f.asked(), 2);
}

void tst_model_traffic_feed::anUnreachableGatewayIsAFailureNotAFilterError() {
    Fixture f({});
    f.link.answer("GET", u"/requests"_qs, GatewayReply{});
    f.feed.setActive(true);
    QTRY_VERIFY(!f.feed.failure().isEmpty());
    QVERIFY(f.feed.filterError().isEmpty());
    QVERIFY(!f.feed.hasAnswer());
    f.link.answer(u"/requests"_qs, samples::page(samples::rows(2, 2)));
    f.feed.retry();
    QTRY_COMPARE(f.model.rowCount(), 2);
    QVERIFY(f.feed.failure().isEmpty());
}

QTEST_GUILESS_MAIN(tst_model_traffic_feed)
#include "tst_model_traffic_feed.moc"
