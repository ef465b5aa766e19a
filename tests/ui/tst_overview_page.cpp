// The Overview page against prepared replies: what it shows, what it asks for, where clicks lead.

#include "tests/ui/support/observe_samples.h"
#include "tests/ui/support/scripted_link.h"
#include "ui/charts/stacked_bar_chart.h"
#include "ui/charts/time_series_chart.h"
#include "ui/pages/overview/canary_card.h"
#include "ui/pages/overview/cost_card.h"
#include "ui/pages/overview/health_card.h"
#include "ui/pages/overview/latency_card.h"
#include "ui/pages/overview/overview_controls.h"
#include "ui/pages/overview/overview_page.h"
#include "ui/pages/overview/overview_tiles.h"
#include "ui/pages/overview/users_card.h"
#include "ui/pages/stopped_state.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/segmented_control.h"
#include "ui/widgets/sparkline.h"
#include "ui/widgets/stat_tile.h"
#include "ui/widgets/table_view.h"
#include "ui/widgets/warning_line.h"

#include <QAbstractButton>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <limits>

using namespace tollgate::ui;

namespace {

QString plain(QString text) {
    return text.replace(QChar(0x202f), u' ').replace(QChar(0x00a0), u' ');
}

struct Fixture {
    Theme theme;
    ScriptedLink link;
    QWidget window;
    MessageBar messages{&window};
    OverviewPage page{{&theme, &link, &messages, nullptr, nullptr}, &window};
    OverviewControls* controls = nullptr;
    QSignalSpy navigated{&page, &Page::navigate};

    explicit Fixture(const QJsonObject& overview = samples::overview()) {
        link.answer(u"/overview"_qs, overview);
        link.answer(u"/projects"_qs, samples::page({QJsonObject{{u"name"_qs, u"search"_qs}}}));
        controls = static_cast<OverviewControls*>(page.createTitleControls(&window));
        window.resize(1240, 840);
        page.resize(1240, 780);
        window.show();
    }
    void activate() {
        page.activate();
        QTRY_VERIFY(page.feed().hasData() || !page.feed().failure().isEmpty());
    }
    qsizetype asked() const { return link.sentTo("GET", u"/overview"_qs).size(); }
    QString lastFilter() const { return navigated.last().at(1).toString(); }
};

} // namespace

class tst_overview_page : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void showsTheNumbersOfTheReply();
    void anEmptyGatewayHasNoNumbersAndSaysWhatToDo();
    void gapsInLatencyAreGaps();
    void anErrorKeepsTheLastNumbers();
    void aStoppedGatewayIsExplained();
    void aGatewayElsewhereIsNotSaidToBeStopped();
    void oneQuestionPerRefreshAndNoneWhilePausedOrHidden();
    void asksSeldomWhileNothingHappens();
    void theRangeAndTheProjectAreAskedFor();
    void ticksMoveTheSpendAndTheCircuits();
    void ticksDoNothingWhileHidden();
    void tilesLeadToTheirRequests();
    void rowsLeadToTheirRequests();
    void chartsLeadToTheirRequests();
    void oneTimeLineGoesThroughAllCharts();
    void aZoomIsSharedAndNarrowsWhatClicksShow();
    void anotherRangeEndsTheZoom();
    void tilesSayHowMuchChanged();
    void whatHasNoPriceIsUnknownAndNotZero();
    void aSickProviderIsCalledSo();
    void groupingTheCostAsksAnew();
    void rollingForwardCanBeUndone();
    void rollingBackCanBeUndone();
    void aRefusedRolloutIsTold();
    void everyControlHasAnAccessibleName();
};

void tst_overview_page::showsTheNumbersOfTheReply() {
    Fixture f;
    f.activate();
    OverviewTiles* tiles = f.page.tiles();
    QCOMPARE(tiles->requests()->value(), u"42.1"_qs);
    QCOMPARE(tiles->latency()->value(), u"812"_qs);
    QCOMPARE(tiles->latency()->detail(), u"\u00b7 p50 304 \u00b7 TTFT p95 211\u00a0ms"_qs);
    QCOMPARE(tiles->overhead()->value(), u"0.4"_qs);
    QCOMPARE(tiles->errors()->value(), u"0.31"_qs);
    QVERIFY(tiles->errors()->detail().contains(u"128 saved by fallback"_qs));
    QCOMPARE(tiles->spend()->value(), u"$19.72"_qs);
    QVERIFY(tiles->spend()->accessibleDescription().contains(u"of $26"_qs));
    QVERIFY(plain(tiles->spend()->detail()).startsWith(u"76 % \u00b7 over at "_qs));
    QCOMPARE(plain(tiles->tokens()->value()), u"1.9 M"_qs);
    QCOMPARE(plain(tiles->tokens()->detail()), u"31 % cached input"_qs);
    QVERIFY(tiles->requests()->accessibleDescription().contains(u"8\u00a0%"_qs));

    QCOMPARE(f.page.latency()->chart()->table().rows.size(), 60);
    QCOMPARE(f.page.cost()->chart()->table().rows.size(), 17); // 14 days and 3 to come
    QCOMPARE(f.page.users()->table()->model()->rowCount(), 7);
    QVERIFY(
        f.page.users()->warning()->text().startsWith(u"nightly-eval: 3.4\u00d7 its usual spend since "_qs));
    QCOMPARE(f.page.canary()->table()->model()->rowCount(), 3);
    QCOMPARE(plain(f.page.canary()->table()->model()->index(0, 2).data().toString()), u"861 ms"_qs);
    QCOMPARE(plain(f.page.canary()->table()->model()->index(2, 3).data().toString()), u"+24 %"_qs);
    QCOMPARE(f.page.health()->table()->model()->rowCount(), 6);
    QCOMPARE(f.controls->freshness(), u"Live \u00b7 updated 0 s ago"_qs);
}

void tst_overview_page::anEmptyGatewayHasNoNumbersAndSaysWhatToDo() {
    Fixture f(samples::emptyOverview());
    f.activate();
    QCOMPARE(f.page.tiles()->requests()->value(), u"\u2014"_qs);
    QCOMPARE(f.page.tiles()->spend()->value(), u"\u2014"_qs);
    QVERIFY(!f.page.latency()->chart()->isVisible());
    QVERIFY(!f.page.canary()->rollBackButton()->isVisible());
    QVERIFY(!f.page.users()->warning()->isVisible());
    Q_EMIT f.page.health()->providersWanted();
    QCOMPARE(f.navigated.last().first().toString(), u"providers"_qs);
}

void tst_overview_page::gapsInLatencyAreGaps() {
    QJsonObject overview = samples::overview();
    QJsonObject series = overview.value(u"latency_series"_qs).toObject();
    QJsonArray providers = series.value(u"providers"_qs).toArray();
    QJsonObject all = providers.first().toObject();
    QJsonArray values = all.value(u"p50_ms"_qs).toArray();
    for (int minute = 20; minute < 30; ++minute)
        values[minute] = QJsonValue();
    all.insert(u"p50_ms"_qs, values);
    providers[0] = all;
    series.insert(u"providers"_qs, providers);
    overview.insert(u"latency_series"_qs, series);
    Fixture f(overview);
    f.activate();
    QTRY_COMPARE(f.page.latency()->chart()->drawnRuns(u"p50"_qs).size(), 2);
    QCOMPARE(f.page.latency()->chart()->drawnRuns(u"p95"_qs).size(), 1);
}

void tst_overview_page::anErrorKeepsTheLastNumbers() {
    Fixture f;
    f.activate();
    f.link.answer("GET", u"/overview"_qs, ScriptedLink::refusal(u"the ledger is busy"_qs, {}, 503));
    f.page.feed().refreshNow();
    QTRY_COMPARE(f.page.feed().failure(), u"the ledger is busy"_qs);
    QVERIFY(f.controls->freshness().startsWith(u"Not answering"_qs));
    QCOMPARE(f.page.tiles()->requests()->value(), u"42.1"_qs);
    f.link.answer(u"/overview"_qs, samples::overview());
    f.page.feed().refreshNow();
    QTRY_VERIFY(f.controls->freshness().startsWith(u"Live"_qs));
}

void tst_overview_page::aStoppedGatewayIsExplained() {
    Fixture f;
    f.link.answer("GET", u"/overview"_qs, GatewayReply{});
    f.link.setState(LinkState::Failed, u"Port 8655 is taken by another program."_qs);
    f.activate();
    QVERIFY(f.page.stoppedState()->isVisible());
    QCOMPARE(f.page.stoppedState()->text(), u"Port 8655 is taken by another program."_qs);
    f.link.answer(u"/overview"_qs, samples::overview());
    f.page.stoppedState()->findChild<QPushButton*>()->click();
    QCOMPARE(f.link.starts, 1);
    QTRY_COMPARE(f.page.tiles()->requests()->value(), u"42.1"_qs);
    QVERIFY(!f.page.stoppedState()->isVisible());
}

void tst_overview_page::aGatewayElsewhereIsNotSaidToBeStopped() {
    struct : ScriptedLink {
        bool canControl() const override { return false; }
    } link;
    link.setAddress(u"gw.example:8655"_qs);
    StoppedState state(link);
    link.setState(LinkState::Failed, u"Connection refused"_qs);
    state.explain(u"No client can reach it until it runs."_qs);
    QCOMPARE(state.title(), u"Not connected to gw.example:8655"_qs);
    QCOMPARE(state.text(), u"Connection refused"_qs);
    QVERIFY(!state.findChild<QPushButton*>());
    link.setState(LinkState::Starting);
    state.explain(u"No client can reach it until it runs."_qs);
    QCOMPARE(state.title(), u"Connecting to gw.example:8655"_qs);
    QVERIFY(state.text().isEmpty());
}

void tst_overview_page::oneQuestionPerRefreshAndNoneWhilePausedOrHidden() {
    Fixture f;
    QTest::qWait(30);
    QCOMPARE(f.asked(), 0);
    f.activate();
    QCOMPARE(f.asked(), 1);
    QCOMPARE(f.link.sent().size(), 1); // one reply feeds the whole page
    f.page.feed().refreshNow();
    f.page.feed().refreshNow(); // the first is not answered yet
    QCOMPARE(f.asked(), 2);
    QTest::qWait(30);
    f.controls->pauseButton()->click();
    QVERIFY(f.page.feed().isPaused());
    QCOMPARE(f.controls->pauseButton()->text(), u"Resume"_qs);
    QTest::qWait(OverviewFeed::kShortRefreshMs + 200);
    QCOMPARE(f.asked(), 2);
    f.controls->pauseButton()->click();
    QTRY_COMPARE(f.asked(), 3);
    f.page.deactivate();
    QTest::qWait(OverviewFeed::kShortRefreshMs + 200);
    QCOMPARE(f.asked(), 3);
}

void tst_overview_page::asksSeldomWhileNothingHappens() {
    Fixture f;
    f.activate();
    const auto tick = [&f](int rows) { f.link.emitEvent(u"tick"_qs, {{u"ledger_rows"_qs, rows}}); };
    tick(7);
    QTRY_COMPARE(f.asked(), 2); // the first tick is news
    QTest::qWait(30);
    tick(7);
    QTest::qWait(OverviewFeed::kShortRefreshMs + 200);
    QCOMPARE(f.asked(), 2);
    QVERIFY(f.page.feed().ageMs() > OverviewFeed::kShortRefreshMs);
    tick(7);
    QVERIFY(f.page.feed().ageMs() < OverviewFeed::kShortRefreshMs); // told again that nothing has changed
    tick(8);
    QTRY_COMPARE(f.asked(), 3);
}

void tst_overview_page::theRangeAndTheProjectAreAskedFor() {
    Fixture f;
    f.activate();
    QVERIFY(f.link.sent().last().path.contains(u"window=1h&by=provider"_qs));
    f.controls->range()->setCurrent(u"7d"_qs);
    QTRY_VERIFY(f.link.sent().last().path.contains(u"window=7d"_qs));
    f.page.feed().setProject(u"a&b"_qs);
    QTRY_VERIFY(f.link.sent().last().path.endsWith(u"&project=a%26b"_qs));
}

void tst_overview_page::ticksMoveTheSpendAndTheCircuits() {
    Fixture f;
    f.activate();
    const QJsonObject openai{
        {u"name"_qs, u"openai"_qs}, {u"state"_qs, u"down"_qs}, {u"circuit"_qs, u"open"_qs}};
    f.link.emitEvent(u"tick"_qs, {{u"spend_today_usd"_qs, 27}, {u"providers"_qs, QJsonArray{openai}}});
    QCOMPARE(f.page.tiles()->spend()->value(), u"$27.00"_qs);
    QVERIFY(f.page.tiles()->spend()->detail().contains(u"over budget"_qs));
    QCOMPARE(f.page.health()->model().index(0, ProviderHealthModel::Circuit).data().toString(), u"open"_qs);
    QCOMPARE(f.asked(), 1);
}

void tst_overview_page::ticksDoNothingWhileHidden() {
    Fixture f;
    f.activate();
    f.page.deactivate();
    f.link.emitEvent(u"tick"_qs, {{u"spend_today_usd"_qs, 27}});
    QCOMPARE(f.page.tiles()->spend()->value(), u"$19.72"_qs);
}

void tst_overview_page::tilesLeadToTheirRequests() {
    Fixture f;
    f.activate();
    QTest::mouseClick(f.page.tiles()->errors(), Qt::LeftButton);
    QCOMPARE(f.navigated.last().first().toString(), u"traffic"_qs);
    QCOMPARE(f.lastFilter(), u"status:>=400 at:>-1h"_qs);
    f.page.feed().setProject(u"search"_qs);
    f.page.tiles()->latency()->setFocus();
    QTest::keyClick(f.page.tiles()->latency(), Qt::Key_Return);
    QCOMPARE(f.lastFilter(), u"latency:>=812ms at:>-1h project:search"_qs);
}

void tst_overview_page::rowsLeadToTheirRequests() {
    Fixture f;
    f.activate();
    TableView* providers = f.page.health()->table();
    QTest::mouseClick(providers->viewport(), Qt::LeftButton, {},
                      providers->visualRect(providers->model()->index(5, 0)).center());
    QCOMPARE(f.lastFilter(), u"provider:vllm-gpu1 at:>-1h"_qs);
    TableView* users = f.page.users()->table();
    users->setCurrentIndex(users->model()->index(1, 0));
    QTest::keyClick(users, Qt::Key_Return);
    QCOMPARE(f.lastFilter(), u"user:nightly-eval at:today"_qs);
    const qsizetype before = f.navigated.size();
    users->setCurrentIndex(users->model()->index(6, 0)); // the others together
    QTest::keyClick(users, Qt::Key_Return);
    QCOMPARE(f.navigated.size(), before);
    f.page.users()->warning()->click();
    QCOMPARE(f.lastFilter(), u"user:nightly-eval at:today"_qs);
    TableView* canary = f.page.canary()->table();
    QTest::mouseClick(canary->viewport(), Qt::LeftButton, {},
                      canary->visualRect(canary->model()->index(0, 2)).center());
    QCOMPARE(f.lastFilter(), u"flag:chat-canary arm:canary at:>-1h"_qs);
}

void tst_overview_page::chartsLeadToTheirRequests() {
    Fixture f;
    f.activate();
    Q_EMIT f.page.cost()->chart()->barClicked(QDate(2026, 11, 20), u"anthropic"_qs);
    QCOMPARE(f.lastFilter(), u"provider:anthropic at:2026-11-20"_qs);
    Q_EMIT f.page.cost()->chart()->barClicked(QDate(2026, 11, 20), u"others"_qs);
    QVERIFY2(f.lastFilter().startsWith(u"-provider:"_qs), qPrintable(f.lastFilter()));
    QVERIFY(f.lastFilter().endsWith(u" at:2026-11-20"_qs));
    f.page.latency()->setProvider(u"openai"_qs);
    Q_EMIT f.page.latency()->chart()->timeClicked(samples::kNoon, 60'000);
    QCOMPARE(f.lastFilter(), u"provider:openai at:>=2026-11-22T14:05:07Z at:<2026-11-22T14:06:07Z"_qs);
}

void tst_overview_page::oneTimeLineGoesThroughAllCharts() {
    Fixture f;
    f.activate();
    TimeSeriesChart* latency = f.page.latency()->chart();
    StackedBarChart* cost = f.page.cost()->chart();
    QTest::keyClick(latency, Qt::Key_Left); // the latest minute
    QVERIFY(latency->crosshair());
    QCOMPARE(cost->crosshair(), latency->crosshair());
    for (StatTile* tile : f.page.tiles()->findChildren<StatTile*>())
        QCOMPARE(tile->spark()->marked(), 59);
    QTest::keyClick(cost, Qt::Key_Left);
    QCOMPARE(latency->crosshair(), cost->crosshair());
    QCOMPARE(f.page.tiles()->errors()->spark()->marked(), -1); // midnight is not in this hour
}

void tst_overview_page::aZoomIsSharedAndNarrowsWhatClicksShow() {
    Fixture f;
    f.activate();
    TimeSeriesChart* latency = f.page.latency()->chart();
    QVERIFY(f.page.tiles()->errors()->spark()->lastIsPartial());
    QTest::keyClick(latency, Qt::Key_Left);
    for (int minute = 0; minute < 9; ++minute)
        QTest::keyClick(latency, Qt::Key_Left);
    for (int minute = 0; minute < 4; ++minute)
        QTest::keyClick(latency, Qt::Key_Left, Qt::ShiftModifier);
    QTest::keyClick(latency, Qt::Key_Return);
    QVERIFY(latency->zoom());
    QCOMPARE(f.page.tiles()->errors()->spark()->values().size(), 5);
    QVERIFY(!f.page.tiles()->errors()->spark()->lastIsPartial());
    const QString span = u"at:>=2026-11-22T13:52:07Z at:<2026-11-22T13:57:07Z"_qs;
    QTest::mouseClick(f.page.tiles()->errors(), Qt::LeftButton);
    QCOMPARE(f.lastFilter(), QString(u"status:>=400 " % span));
    QTest::keyClick(latency, Qt::Key_Right);
    QTest::keyClick(latency, Qt::Key_Return);
    QCOMPARE(f.lastFilter(), span);
    QTest::keyClick(latency, Qt::Key_Escape);
    QCOMPARE(f.page.tiles()->errors()->spark()->values().size(), 60);
    QTest::mouseClick(f.page.tiles()->errors(), Qt::LeftButton);
    QCOMPARE(f.lastFilter(), u"status:>=400 at:>-1h"_qs);
}

void tst_overview_page::anotherRangeEndsTheZoom() {
    Fixture f;
    f.activate();
    TimeSeriesChart* latency = f.page.latency()->chart();
    latency->setZoom(ChartSpan{samples::kNoon - 600'000, samples::kNoon - 300'000});
    f.controls->range()->setCurrent(u"7d"_qs);
    QTRY_VERIFY(!latency->zoom()); // with the answer
}

void tst_overview_page::tilesSayHowMuchChanged() {
    QJsonObject overview = samples::overview();
    const auto change = [&overview](const QString& part, const QString& field, double value) {
        overview.insert(part, samples::changed(overview.value(part).toObject(), {{field, value}}));
    };
    change(u"latency"_qs, u"previous_p95_ms"_qs, 400);
    change(u"overhead"_qs, u"previous_p95_us"_qs, 800);
    change(u"tokens"_qs, u"previous_per_hour"_qs, 1'000'000);
    Fixture f(overview);
    f.activate();
    const auto said = [](const StatTile* tile) { return plain(tile->accessibleDescription()); };
    QVERIFY2(said(f.page.tiles()->latency()).contains(u"up 103 %"_qs),
             qPrintable(said(f.page.tiles()->latency())));
    QVERIFY(said(f.page.tiles()->overhead()).contains(u"down 50 %"_qs));
    QVERIFY(said(f.page.tiles()->tokens()).contains(u"up 90 %"_qs));
}

void tst_overview_page::whatHasNoPriceIsUnknownAndNotZero() {
    QJsonObject overview = samples::overview();
    overview.insert(u"spend_today"_qs, QJsonObject{{u"cost_usd"_qs, 0}, {u"unpriced_requests"_qs, 16}});
    overview.insert(u"cost_by_day"_qs, QJsonObject{{u"days"_qs, QJsonArray{u"2026-11-22"_qs}}});
    QJsonObject anonymous = samples::user("anonymous", "", 0);
    anonymous.insert(u"unpriced_requests"_qs, 16);
    overview.insert(u"users_today"_qs, QJsonArray{anonymous, samples::user("free", "", 0)});
    Fixture f(overview);
    f.activate();
    StatTile* spend = f.page.tiles()->spend();
    QCOMPARE(spend->value(), u"unknown"_qs);
    QVERIFY(spend->detail().contains(u"16 unpriced"_qs));
    const QAbstractItemModel* users = f.page.users()->table()->model();
    QCOMPARE(users->index(0, UserCostModel::Cost).data().toString(), u"unknown"_qs);
    QCOMPARE(users->index(1, UserCostModel::Cost).data().toString(), u"$0.00"_qs);
    const auto* empty = f.page.cost()->findChild<EmptyState*>();
    QCOMPARE(empty->title(), u"The cost is not known"_qs);
    QVERIFY(empty->text().contains(u"16"_qs));
}

void tst_overview_page::aSickProviderIsCalledSo() {
    QJsonObject overview = samples::overview();
    QJsonArray providers = overview.value(u"providers"_qs).toArray();
    providers[0] = samples::changed(providers[0].toObject(), {{u"state"_qs, u"degraded"_qs}});
    overview.insert(u"providers"_qs, providers);
    Fixture f(overview);
    f.activate();
    const auto word = [&f](int row) {
        return f.page.health()->model().index(row, ProviderHealthModel::Circuit).data().toString();
    };
    QCOMPARE(word(0), u"degraded"_qs); // its circuit is closed
    QCOMPARE(word(1), u"closed"_qs);
}

void tst_overview_page::groupingTheCostAsksAnew() {
    Fixture f;
    f.activate();
    Q_EMIT f.page.cost()->groupingChosen(u"user"_qs);
    QTRY_VERIFY(f.link.sent().last().path.contains(u"by=user"_qs));
}

void tst_overview_page::rollingForwardCanBeUndone() {
    Fixture f;
    f.link.answer("PATCH", u"/flags/chat-canary"_qs, [](const ScriptedLink::Sent& sent) {
        QJsonObject flag = sent.body;
        flag.insert(u"key"_qs, u"chat-canary"_qs);
        return ScriptedLink::json(flag);
    });
    f.activate();
    QTest::mouseClick(f.page.canary()->rollForwardButtons().at(1), Qt::LeftButton);
    QVERIFY(!f.page.canary()->rollBackButton()->isEnabled()); // one change at a time
    QCOMPARE(f.link.sentTo("PATCH", u"/flags/chat-canary"_qs).last().body,
             (QJsonObject{{u"rollout_percent"_qs, 50}}));
    QTRY_COMPARE(f.messages.text(), u"chat-canary sends 50 % to the canary now."_qs);
    QVERIFY(f.asked() >= 2);
    QPushButton* undo = nullptr;
    for (QPushButton* button : f.messages.findChildren<QPushButton*>())
        undo = button->text() == u"Undo"_qs ? button : undo;
    QVERIFY(undo);
    undo->click();
    QTRY_COMPARE(f.link.sentTo("PATCH", u"/flags/chat-canary"_qs).last().body,
                 (QJsonObject{{u"rollout_percent"_qs, 15}}));
    QTRY_COMPARE(f.messages.text(), u"Undone: share of flag chat-canary."_qs);
}

void tst_overview_page::rollingBackCanBeUndone() {
    Fixture f;
    const QJsonObject before{{u"enabled"_qs, true},
                             {u"rollout_percent"_qs, 15},
                             {u"ramp"_qs, QJsonObject{{u"step_percent"_qs, 10}}},
                             {u"rules"_qs, QJsonArray{QJsonObject{{u"serve"_qs, u"canary"_qs}}}}};
    const QJsonObject flag =
        samples::changed(before, {{u"salt"_qs, u"x"_qs}, {u"key"_qs, u"chat-canary"_qs}});
    f.link.answer(u"/flags/chat-canary"_qs, flag);
    f.link.answer("POST", u"/flags/chat-canary/rollback"_qs, [&f, flag](const ScriptedLink::Sent&) {
        f.link.answer(u"/flags/chat-canary"_qs, samples::changed(flag, {{u"enabled"_qs, false},
                                                                        {u"rollout_percent"_qs, 0},
                                                                        {u"ramp"_qs, QJsonValue::Null},
                                                                        {u"rules"_qs, QJsonArray()}}));
        return ScriptedLink::json(QJsonObject{});
    });
    f.link.answer("PATCH", u"/flags/chat-canary"_qs, ScriptedLink::json(flag));
    f.activate();
    f.page.canary()->rollBackButton()->click();
    QTRY_COMPARE(f.messages.text(), u"chat-canary is rolled back."_qs);
    for (QPushButton* button : f.messages.findChildren<QPushButton*>()) {
        if (button->text() == u"Undo"_qs)
            button->click();
    }
    QTRY_COMPARE(f.link.sentTo("PATCH", u"/flags/chat-canary"_qs).size(), 1);
    QCOMPARE(f.link.sentTo("PATCH", u"/flags/chat-canary"_qs).last().body, before);
}

void tst_overview_page::aRefusedRolloutIsTold() {
    Fixture f;
    f.link.answer("PATCH", u"/flags/"_qs, ScriptedLink::refusal(u"The flag is gone."_qs, {}, 404));
    f.activate();
    f.page.canary()->rollForwardButtons().first()->click();
    QTRY_COMPARE(f.messages.text(), u"The flag is gone."_qs);
    QCOMPARE(f.messages.tone(), Tone::Bad);
    QVERIFY(f.page.canary()->rollBackButton()->isEnabled());
}

void tst_overview_page::everyControlHasAnAccessibleName() {
    Fixture f;
    f.activate();
    for (const QWidget* widget : f.window.findChildren<QWidget*>()) {
        const bool control =
            qobject_cast<const QAbstractButton*>(widget) || qobject_cast<const QLineEdit*>(widget) ||
            qobject_cast<const QAbstractItemView*>(widget) || qobject_cast<const StatTile*>(widget);
        if (!control || !widget->isVisible())
            continue;
        const auto* button = qobject_cast<const QAbstractButton*>(widget);
        QVERIFY2(!widget->accessibleName().isEmpty() || (button && !button->text().isEmpty()),
                 widget->metaObject()->className());
    }
}

QTEST_MAIN(tst_overview_page)
#include "tst_overview_page.moc"
