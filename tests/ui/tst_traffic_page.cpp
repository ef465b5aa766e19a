// The Traffic page against prepared replies: list, filter, follow, pause, inspector, empty states, export.

#include "tests/ui/support/observe_samples.h"
#include "tests/ui/support/painted_text.h"
#include "tests/ui/support/scripted_link.h"
#include "ui/models/format.h"
#include "ui/models/json_tree_model.h"
#include "ui/pages/forms/form_fields.h"
#include "ui/pages/traffic/body_view.h"
#include "ui/pages/traffic/export_strip.h"
#include "ui/pages/traffic/inspector.h"
#include "ui/pages/traffic/notice_strip.h"
#include "ui/pages/traffic/request_table.h"
#include "ui/pages/traffic/route_tab.h"
#include "ui/pages/traffic/timeline_bars.h"
#include "ui/pages/traffic/traffic_controls.h"
#include "ui/pages/traffic/traffic_empty.h"
#include "ui/pages/traffic/traffic_har.h"
#include "ui/pages/traffic/traffic_page.h"
#include "ui/shell/console_state.h"
#include "ui/shell/theme_colors.h"
#include "ui/widgets/completions.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/segmented_control.h"

#include <QClipboard>
#include <QCompleter>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>
#include <QTreeView>

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
    TrafficPage page{{&theme, &link, &messages, nullptr, nullptr}, &window};
    TrafficControls* controls = nullptr;

    explicit Fixture(const QJsonObject& firstPage = samples::page(samples::pictureRows())) {
        link.answer(u"/requests"_qs, firstPage);
        link.answer(u"/requests/"_qs, samples::fallbackDetail(13));
        for (const char* list : {"/providers", "/aliases", "/projects", "/models", "/keys", "/flags"})
            link.answer(QString::fromLatin1(list), samples::page({}));
        link.answer(u"/providers"_qs, samples::page({QJsonObject{{u"name"_qs, u"openai"_qs}},
                                                     QJsonObject{{u"name"_qs, u"ollama"_qs}}}));
        controls = static_cast<TrafficControls*>(page.createTitleControls(&window));
        controls->resize(1000, 40);
        window.resize(1240, 840);
        page.setGeometry(0, 50, 1240, 780);
        window.show();
    }
    void activate() {
        page.activate();
        QTRY_VERIFY(!page.feed().isLoading());
    }
    void live(const QJsonArray& rows) { link.emitEvent(u"request"_qs, {{u"rows"_qs, rows}}); }
    void choose(int row) { page.table()->setCurrentIndex(page.model().index(row, 0)); }
    void type(const QString& text) {
        controls->filter()->setFocus();
        controls->filter()->setText(text);
        QTest::keyClick(controls->filter(), Qt::Key_Return);
    }
    QString lastAsked() const {
        return QString::fromUtf8(
            QByteArray::fromPercentEncoding(link.sentTo("GET", u"/requests?"_qs).last().path.toUtf8()));
    }
};

} // namespace

class tst_traffic_page : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theListReadsAsInThePicture();
    void theStatusLineCountsAndTimes();
    void liveRowsShowOnTopWhileFollowing();
    void choosingARowStopsFollowingAndKeepsItsPlace();
    void keysMovePauseFollowAndFilter();
    void pauseCountsWhatWaits();
    void theFilterIsAskedForAndReadBack();
    void aRefusedFilterIsExplainedUnderTheField();
    void quickFiltersJoinTheTypedOne();
    void completionOffersFieldsThenValues();
    void theInspectorTellsTheWholeStory();
    void bodiesHaveThreeReadings();
    void textOfUsersAndModelsIsNeverRendered();
    void walkingThroughTheListAsksOnceAtTheEnd();
    void aRequestGoneFromTheLedgerIsExplained();
    void nothingOfTheRequestBeforeStays_data();
    void nothingOfTheRequestBeforeStays();
    void theInspectorSaysTheDay();
    void filterByThisAndExclude();
    void theFilterOfTheLastTimeIsThereAgain();
    void columnsCanBeChosenButNeverAllHidden();
    void fourWaysToBeEmpty();
    void aSearchThatGoesOnIsNoEmptyList();
    void oneRequestIsOne();
    void theShortcutIsNotPaintedOverTheHint();
    void completionsAreReadable_data();
    void completionsAreReadable();
    void exportWritesWhatMatches();
    void exportGoesOnBeyondTheRowsHeld();
    void anArchiveHoldsTheBodies();
    void anExportCanBeCancelled();
    void oneRequestIsAnArchive();
    void spreadsheetsGetNoFormulas();
    void readableJsonKeepsItsOrder();
    void openingWithAFilterShowsIt();
    void aHiddenPageAsksForNothing();
    void everyControlHasAnAccessibleName();
};

void tst_traffic_page::theListReadsAsInThePicture() {
    Fixture f;
    f.activate();
    QCOMPARE(f.page.model().rowCount(), 14);
    const QStringList expected{
        u"200"_qs,    u"nightly-eval"_qs,     u"auto"_qs,    u"vllm-gpu1 \u2192 openai/gpt-4o"_qs,
        u"2.31 s"_qs, u"8 210 \u2192 655"_qs, u"$0.02708"_qs};
    for (int column = TrafficModel::Status; column < TrafficModel::kShownByDefault; ++column) {
        QCOMPARE(plain(f.page.model().index(1, column).data().toString()), expected.at(column - 1));
        QVERIFY(!f.page.table()->isColumnHidden(column));
    }
    for (int column = TrafficModel::kShownByDefault; column < TrafficModel::ColumnCount; ++column)
        QVERIFY(f.page.table()->isColumnHidden(column));
}

void tst_traffic_page::theStatusLineCountsAndTimes() {
    Fixture f;
    f.activate();
    f.link.emitEvent(u"tick"_qs, {{u"ledger_rows"_qs, 1284310}});
    QCOMPARE(plain(f.page.statusText()), u"1 284 310 requests     showing 14"_qs);
    f.type(u"user:alice"_qs);
    QTRY_VERIFY(f.page.statusText().contains(u"filter matched in "_qs));
    QCOMPARE(f.page.statusHint(),
             u"\u2191\u2193 move \u00b7 Enter inspect \u00b7 / filter \u00b7 Space pause"_qs);
}

void tst_traffic_page::liveRowsShowOnTopWhileFollowing() {
    Fixture f(samples::page(samples::rows(200, 200)));
    f.activate();
    f.live(samples::rows(260, 60));
    QTRY_COMPARE(f.page.model().rowCount(), 260);
    QVERIFY(f.page.table()->isFollowing());
    QCOMPARE(f.page.table()->verticalScrollBar()->value(), 0);
    QCOMPARE(f.page.table()->rowAt(2), 0);
    QVERIFY(!f.page.notice()->isVisible());
}

void tst_traffic_page::choosingARowStopsFollowingAndKeepsItsPlace() {
    Fixture f(samples::page(samples::rows(200, 200)));
    f.activate();
    f.choose(3);
    QVERIFY(!f.page.table()->isFollowing());
    const QString chosen = f.page.model().at(3).id;
    const int top = f.page.table()->visualRect(f.page.table()->currentIndex()).top();
    f.live(samples::rows(250, 50));
    QTRY_COMPARE(f.page.model().rowCount(), 250);
    QCOMPARE(f.page.model().at(f.page.table()->currentIndex().row()).id, chosen);
    QCOMPARE(f.page.table()->visualRect(f.page.table()->currentIndex()).top(), top);
    QCOMPARE(f.page.notice()->liveNote(), u"50 newer above"_qs);
    Q_EMIT f.page.notice()->actionClicked();
    QVERIFY(f.page.table()->isFollowing());
    QCOMPARE(f.page.table()->verticalScrollBar()->value(), 0);
    QVERIFY(f.page.inspector()->shownId().isEmpty());
}

void tst_traffic_page::keysMovePauseFollowAndFilter() {
    Fixture f;
    f.activate();
    RequestTable* table = f.page.table();
    f.window.activateWindow();
    table->setFocus();
    QTest::keyClick(table, Qt::Key_Down);
    QCOMPARE(table->currentIndex().row(), 0);
    QTest::keyClick(table, Qt::Key_Down);
    QCOMPARE(f.page.inspector()->shownId(), f.page.model().at(1).id);
    QTest::keyClick(table, Qt::Key_End);
    QCOMPARE(table->currentIndex().row(), 13);
    QTest::keyClick(table, Qt::Key_Space);
    QVERIFY(f.page.feed().isPaused());
    QTest::keyClick(table, Qt::Key_Space);
    QVERIFY(!f.page.feed().isPaused());
    QTest::keyClick(table, Qt::Key_F);
    QVERIFY(table->isFollowing());
    QCOMPARE(table->chosenRow(), -1);
    QTest::keyClick(table, Qt::Key_Down);
    QTest::keyClick(table, Qt::Key_Return);
    QTRY_VERIFY(f.page.inspector()->isAncestorOf(QApplication::focusWidget()));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QTRY_COMPARE(QApplication::focusWidget(), table);
    QTest::keyClick(table, Qt::Key_Slash);
    QTRY_COMPARE(QApplication::focusWidget(), f.controls->filter());
    QTest::keyClicks(f.controls->filter(), u" f"_qs); // letters are text here
    QCOMPARE(f.controls->filter()->text(), u" f"_qs);
    QVERIFY(!f.page.feed().isPaused());
    f.controls->filter()->setText({});
    QTest::keyClick(f.controls->filter(), Qt::Key_Escape);
    QTRY_COMPARE(QApplication::focusWidget(), table);
}

void tst_traffic_page::pauseCountsWhatWaits() {
    Fixture f;
    f.activate();
    f.controls->pauseButton()->click();
    QCOMPARE(f.controls->pauseButton()->text(), u"Resume"_qs);
    f.live({samples::request(50), samples::request(51)});
    QTRY_COMPARE(f.page.notice()->liveNote(), u"Paused \u00b7 2 new"_qs);
    QCOMPARE(f.page.model().rowCount(), 14);
    Q_EMIT f.page.notice()->actionClicked();
    QTRY_COMPARE(f.page.model().rowCount(), 16);
    QCOMPARE(f.controls->pauseButton()->text(), u"Pause"_qs);
    QVERIFY(!f.page.notice()->isVisible());
}

void tst_traffic_page::theFilterIsAskedForAndReadBack() {
    Fixture f;
    f.activate();
    f.link.answer(u"/requests?limit=200&filter="_qs,
                  samples::page(samples::rows(3, 3), {}, u"user is alice"_qs));
    f.type(u"user:alice"_qs);
    QTRY_COMPARE(f.page.model().rowCount(), 3);
    QVERIFY(f.lastAsked().endsWith(u"filter=user:alice"_qs));
    QCOMPARE(f.page.notice()->filterNote(), u"user is alice"_qs);
    QVERIFY(f.page.notice()->isVisible());
    QTest::keyClick(f.controls->filter(), Qt::Key_Escape);
    QTRY_COMPARE(f.page.model().rowCount(), 14);
    QVERIFY(!f.page.notice()->isVisible());
}

void tst_traffic_page::aRefusedFilterIsExplainedUnderTheField() {
    Fixture f;
    f.activate();
    f.link.answer("GET", u"/requests?limit=200&filter="_qs,
                  ScriptedLink::refusal(u"“colour” is no field; try user, status or cost"_qs, u"filter"_qs));
    f.type(u"colour:red"_qs);
    QTRY_COMPARE(f.page.notice()->filterNote(), u"“colour” is no field; try user, status or cost"_qs);
    QVERIFY(f.controls->filter()->property("invalid").toBool());
    QCOMPARE(f.page.model().rowCount(), 14); // what was there stays
    f.link.answer(u"/requests?limit=200&filter="_qs, samples::page(samples::rows(1, 1)));
    f.type(u"user:red"_qs);
    QTRY_COMPARE(f.page.model().rowCount(), 1);
    QVERIFY(!f.controls->filter()->property("invalid").toBool());
}

void tst_traffic_page::quickFiltersJoinTheTypedOne() {
    Fixture f;
    f.activate();
    f.type(u"user:alice"_qs);
    f.controls->quick()->setCurrent(u"errors"_qs);
    QTRY_VERIFY(f.lastAsked().endsWith(u"filter=user:alice status:>=400"_qs));
    QCOMPARE(f.controls->filter()->text(), u"user:alice"_qs);
    f.controls->quick()->setCurrent(u"all"_qs);
    QTRY_VERIFY(f.lastAsked().endsWith(u"filter=user:alice"_qs));
    for (const char* id : {"errors", "fallbacks", "streaming", "slow"})
        QVERIFY(TrafficControls::quickFilter(QString::fromLatin1(id)).contains(u':'));
}

void tst_traffic_page::completionOffersFieldsThenValues() {
    Fixture f;
    f.activate();
    FilterLineEdit* filter = f.controls->filter();
    f.window.activateWindow();
    filter->setFocus();
    QTRY_VERIFY(filter->hasFocus());
    QTest::qWait(20); // the lists of known values arrive
    QTest::keyClicks(filter, u"user:alice pro"_qs);
    QCOMPARE(filter->offered(),
             (QStringList{u"project:"_qs, u"provider:"_qs, u"prompt:"_qs, u"prompt_version:"_qs}));
    QTest::keyClicks(filter, u"vider:o"_qs);
    QCOMPARE(filter->offered(), (QStringList{u"provider:ollama"_qs, u"provider:openai"_qs}));
    QTest::keyClick(filter, Qt::Key_Tab); // takes the first
    QCOMPARE(filter->text(), u"user:alice provider:ollama "_qs);
    QTest::keyClicks(filter, u"-user:ni"_qs); // seen in the list
    QCOMPARE(filter->offered(), QStringList{u"-user:nightly-eval"_qs});
}

void tst_traffic_page::theInspectorTellsTheWholeStory() {
    Fixture f;
    f.activate();
    f.choose(1);
    QTRY_VERIFY(f.page.inspector()->detail());
    const RequestDetail& detail = *f.page.inspector()->detail();
    QCOMPARE(detail.timeline.size(), 5);
    QCOMPARE(detail.row.attempts, 2);
    const auto* reasons = f.page.inspector()->findChild<RouteTab*>()->reasons();
    QCOMPARE(reasons->sentences().size(), 8);
    QCOMPARE(reasons->sentences().last(), u"attempt 2: openai/gpt-4o answered"_qs);
    QStringList texts;
    for (const QLabel* label : f.page.inspector()->findChildren<QLabel*>())
        texts << plain(label->text());
    for (const QString& text : {u"POST /v1/chat/completions"_qs, u"input 8 210 \u00d7 $2.50/M"_qs,
                                u"$0.02053"_qs, u"$0.02708"_qs, u"reserved $0.03210, released $0.00502"_qs,
                                u"price: built-in"_qs, u"prompt v2 \u00b7 chat-canary \u2192 stable"_qs})
        QVERIFY2(texts.contains(text), qPrintable(text + u"\n"_qs + texts.join(u'\n')));
    QStringList views;
    for (const QPlainTextEdit* view : f.page.inspector()->findChildren<QPlainTextEdit*>())
        views << view->toPlainText();
    QVERIFY(views.contains(u"<i>Hello</i>"_qs)); // the streamed answer, put together
    QVERIFY(views.join(u'\n').contains(u"X-Tollgate-Trace: 01JD8YTRACE13"_qs));
    QCOMPARE(f.page.inspector()->tabs()->count(), 5);
}

void tst_traffic_page::bodiesHaveThreeReadings() {
    Fixture f;
    f.link.answer(u"/requests/"_qs, samples::changed(samples::fallbackDetail(13),
                                                     {{u"event_ms"_qs, QJsonArray{612, 1216, 2306}}}));
    f.activate();
    f.choose(1);
    QTRY_VERIFY(f.page.inspector()->detail());
    auto* request = qobject_cast<BodyView*>(f.page.inspector()->tabs()->widget(1));
    auto* response = qobject_cast<BodyView*>(f.page.inspector()->tabs()->widget(2));
    QVERIFY(request && response);
    f.page.inspector()->tabs()->setCurrentIndex(2);
    response->reading()->setCurrent(u"raw"_qs);
    QStringList lines = plain(response->shownText()).split(u'\n');
    QVERIFY2(lines.first().startsWith(u"  612 ms  data: {\"choices\""_qs), qPrintable(lines.first()));
    QVERIFY2(lines.at(2).startsWith(u"2 306 ms  data: [DONE]"_qs), qPrintable(lines.at(2)));
    response->reading()->setCurrent(u"tree"_qs);
    QVERIFY(response->tree()->isVisible());
    QCOMPARE(response->treeModel()->rowCount(), 3);
    const QModelIndex first = response->treeModel()->index(0, 0);
    QCOMPARE(plain(first.data().toString()), u"1 \u00b7 612 ms"_qs);
    // By the keyboard alone: open, go in, copy.
    f.window.activateWindow();
    response->tree()->setFocus();
    response->tree()->setCurrentIndex(first);
    QTest::keyClick(response->tree(), Qt::Key_Right);
    QVERIFY(response->tree()->isExpanded(first));
    QTest::keyClick(response->tree(), Qt::Key_Down);
    QCOMPARE(response->tree()->currentIndex().siblingAtColumn(0).data().toString(), u"choices"_qs);
    QTest::keyClick(response->tree(), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"[{\"delta\":{\"content\":\"<i>Hel\"}}]"_qs);
    f.page.inspector()->tabs()->setCurrentIndex(1);
    request->reading()->setCurrent(u"tree"_qs);
    QVERIFY(request->tree()->isVisible());
    QCOMPARE(request->treeModel()->index(0, 0).data().toString(), u"model"_qs); // not sorted
    if (const QString shots = qEnvironmentVariable("TOLLGATE_TEST_SHOTS"); !shots.isEmpty()) {
        f.page.inspector()->grab().save(shots + u"/tree-request.png"_qs);
        f.page.inspector()->tabs()->setCurrentIndex(2);
        f.page.inspector()->grab().save(shots + u"/tree-response.png"_qs);
        response->reading()->setCurrent(u"raw"_qs);
        f.page.inspector()->grab().save(shots + u"/raw-response.png"_qs);
    }
    // Another request: nothing of the tree stays.
    f.choose(3);
    QCOMPARE(request->treeModel()->rowCount(), 0);
    QCOMPARE(response->treeModel()->rowCount(), 0);
}

void tst_traffic_page::textOfUsersAndModelsIsNeverRendered() {
    QJsonObject evil = samples::request(20, u"<b>evil</b><img src=x>"_qs);
    evil.insert(u"error"_qs, u"<h1>boom</h1>"_qs);
    evil.insert(u"status"_qs, 502);
    evil.insert(u"outcome"_qs, u"error"_qs);
    evil.insert(u"trace_id"_qs, u"<u>t</u>"_qs);
    evil.insert(u"route"_qs, u"/v1/<i>x</i>"_qs);
    Fixture f(samples::page({evil}, {}, u"user is <b>evil</b>"_qs));
    f.link.answer(u"/requests/"_qs,
                  samples::changed(samples::fallbackDetail(20), {{u"error"_qs, u"<h1>boom</h1>"_qs},
                                                                 {u"outcome"_qs, u"error"_qs},
                                                                 {u"route"_qs, u"/v1/<i>x</i>"_qs}}));
    f.activate();
    f.type(u"<b>"_qs);
    QTRY_VERIFY(!f.page.feed().isLoading());
    f.choose(0);
    QTRY_VERIFY(f.page.inspector()->detail());
    QCOMPARE(f.page.model().index(0, TrafficModel::User).data().toString(), u"<b>evil</b><img src=x>"_qs);
    for (const QLabel* label : f.window.findChildren<QLabel*>()) {
        if (label->text().contains(u'<'))
            QCOMPARE(label->textFormat(), Qt::PlainText);
        QVERIFY2(!label->toolTip().contains(u'<') || !Qt::mightBeRichText(label->toolTip()),
                 qPrintable(label->toolTip()));
    }
    for (const QWidget* widget : f.window.findChildren<QWidget*>())
        QVERIFY2(!qobject_cast<const QTextEdit*>(widget), "a rich text widget");
    QStringList bodies;
    for (const BodyView* body : f.page.inspector()->findChildren<BodyView*>())
        bodies << body->shownText();
    QVERIFY2(bodies.join(u'\n').contains(u"<b>bold</b> <img src=x>"_qs), qPrintable(bodies.join(u'\n')));
}

void tst_traffic_page::walkingThroughTheListAsksOnceAtTheEnd() {
    Fixture f;
    f.activate();
    for (int row = 0; row < 10; ++row)
        f.choose(row);
    QTRY_VERIFY(f.page.inspector()->detail());
    const auto asked = f.link.sentTo("GET", u"/requests/"_qs);
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.first().path, u"/requests/"_qs + f.page.model().at(9).id);
}

void tst_traffic_page::aRequestGoneFromTheLedgerIsExplained() {
    Fixture f;
    f.link.answer("GET", u"/requests/"_qs, ScriptedLink::refusal(u"no such request"_qs, {}, 404));
    f.activate();
    f.choose(2);
    const auto said = [&f] {
        for (const QLabel* label : f.page.inspector()->findChildren<QLabel*>()) {
            if (label->isVisible() && label->text() == u"This request is no longer in the ledger."_qs)
                return true;
        }
        return false;
    };
    QTRY_VERIFY(said());
}

void tst_traffic_page::nothingOfTheRequestBeforeStays_data() {
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("said");
    QTest::newRow("the gateway ended") << 0 << u"The gateway does not answer."_qs;
    QTest::newRow("retention removed it") << 404 << u"This request is no longer in the ledger."_qs;
}

void tst_traffic_page::nothingOfTheRequestBeforeStays() {
    QFETCH(int, status);
    QFETCH(QString, said);
    Fixture f;
    f.activate();
    f.choose(1);
    QTRY_VERIFY(f.page.inspector()->detail());
    RequestInspector* inspector = f.page.inspector();
    const auto everyText = [inspector] {
        QStringList texts;
        for (const QPlainTextEdit* view : inspector->findChildren<QPlainTextEdit*>())
            texts << view->toPlainText();
        for (const EmptyState* state : inspector->findChildren<EmptyState*>()) {
            if (!state->isHidden())
                texts << state->title() << state->text();
        }
        return texts.join(u'\n');
    };
    QVERIFY(everyText().contains(u"<b>bold</b>"_qs) && everyText().contains(u"openai-node/4"_qs));
    f.link.answer("GET", u"/requests/"_qs,
                  status == 0 ? GatewayReply{} : ScriptedLink::refusal(u"no such request"_qs, {}, status));
    f.choose(2);
    for (const char* old : {"<b>bold</b>", "Hello", "openai-node/4", "X-Tollgate-Trace"})
        QVERIFY2(!everyText().contains(QString::fromLatin1(old)), old);
    QVERIFY(everyText().contains(u"Loading"_qs));
    QTRY_VERIFY(everyText().contains(said));
    QVERIFY(!inspector->detail());
    QVERIFY(!everyText().contains(u"Loading"_qs));
    for (const BodyView* body : inspector->findChildren<BodyView*>())
        QVERIFY(body->shownText().isEmpty());
    // It is asked for again once the gateway is back.
    f.link.answer("GET", u"/requests/"_qs, ScriptedLink::json(samples::fallbackDetail(12)));
    f.link.setState(LinkState::Stopped);
    f.link.setState(LinkState::Listening);
    QTRY_VERIFY(inspector->detail());
    QVERIFY(everyText().contains(u"openai-node/4"_qs));
}

void tst_traffic_page::theInspectorSaysTheDay() {
    Fixture f;
    f.activate();
    f.choose(1);
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(f.page.model().at(1).atMs);
    const QString day = at.toString(u"yyyy-MM-dd HH:mm:ss.zzz"_qs);
    const auto labels = f.page.inspector()->findChildren<QLabel*>();
    QVERIFY(std::any_of(labels.begin(), labels.end(),
                        [&day](const QLabel* label) { return label->text().startsWith(day); }));
}

void tst_traffic_page::filterByThisAndExclude() {
    Fixture f;
    f.activate();
    const auto pick = [&f](const QString& text) {
        Q_EMIT f.page.table()->cellMenuWanted(f.page.model().index(1, TrafficModel::User), {10, 10});
        auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        QVERIFY(menu);
        for (QAction* action : menu->actions()) {
            if (action->text() == text)
                action->trigger();
        }
        menu->close();
    };
    pick(u"Filter by user:nightly-eval"_qs);
    QCOMPARE(f.controls->filter()->text(), u"user:nightly-eval"_qs);
    QTRY_VERIFY(f.lastAsked().endsWith(u"filter=user:nightly-eval"_qs));
    QTRY_VERIFY(!f.page.feed().isLoading());
    pick(u"Exclude user:nightly-eval"_qs);
    QCOMPARE(f.controls->filter()->text(), u"-user:nightly-eval"_qs);
    QTRY_VERIFY(!f.page.feed().isLoading());
    pick(u"Copy trace id"_qs);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"01JD8YTRACE13"_qs);
}

void tst_traffic_page::theFilterOfTheLastTimeIsThereAgain() {
    QTemporaryDir directory;
    Theme theme;
    ScriptedLink link;
    for (const QString& expected : {QString(), QStringLiteral("user:alice")}) {
        QWidget window;
        MessageBar messages(&window);
        ConsoleState state(directory.filePath(u"console.ini"_qs));
        TrafficPage page({&theme, &link, &messages, nullptr, &state}, &window);
        page.createTitleControls(&window);
        const auto* controls = window.findChild<TrafficControls*>();
        QVERIFY(controls != nullptr);
        QCOMPARE(controls->filter()->text(), expected);
        page.open(u"user:alice"_qs);
    }
}

void tst_traffic_page::columnsCanBeChosenButNeverAllHidden() {
    Fixture f;
    f.activate();
    RequestTable* table = f.page.table();
    table->showColumn(TrafficModel::Project, true);
    QVERIFY(!table->isColumnHidden(TrafficModel::Project));
    for (int column = 1; column < TrafficModel::ColumnCount; ++column)
        table->showColumn(column, false);
    const std::unique_ptr<QMenu> menu(table->makeColumnMenu(nullptr));
    QCOMPARE(menu->actions().size(), int(TrafficModel::ColumnCount));
    QVERIFY(!menu->actions().first()->isEnabled()); // the last one that shows
    menu->actions().at(TrafficModel::Cost)->trigger();
    QVERIFY(!table->isColumnHidden(TrafficModel::Cost));
}

void tst_traffic_page::fourWaysToBeEmpty() {
    Fixture f(samples::page({}));
    f.activate();
    using Why = TrafficEmpty::Why;
    TrafficEmpty* empty = f.page.emptyState();
    QVERIFY(empty->isVisible());
    QCOMPARE(empty->why(), Why::NothingYet);
    bool address = false;
    for (const QLabel* label : empty->findChildren<QLabel*>())
        address = address || label->text() == u"http://127.0.0.1:8655/v1"_qs;
    QVERIFY(address);
    f.controls->pauseButton()->click();
    QCOMPARE(empty->why(), Why::Paused);
    f.controls->pauseButton()->click();
    f.type(u"user:nobody"_qs);
    QTRY_COMPARE(empty->why(), Why::FilterHidesAll);
    Q_EMIT empty->clearFilterWanted();
    QVERIFY(f.controls->filter()->text().isEmpty());
    QTRY_COMPARE(empty->why(), Why::NothingYet);
    f.link.setState(LinkState::Stopped);
    QCOMPARE(empty->why(), Why::Stopped);
    f.link.setState(LinkState::Listening);
    f.live({samples::request(1)});
    QTRY_VERIFY(!empty->isVisible());
    QVERIFY(f.page.table()->isVisible());
}

void tst_traffic_page::aSearchThatGoesOnIsNoEmptyList() {
    Fixture f;
    f.activate();
    using Why = TrafficEmpty::Why;
    for (int slice = 0; slice < 10; ++slice) {
        const QString cursor = slice == 0 ? QString() : u"&cursor=c%1"_qs.arg(slice);
        const QString next = slice == 9 ? QString() : u"c%1"_qs.arg(slice + 1);
        f.link.answer(u"/requests?limit=200&filter=user%3Anobody"_qs + cursor, samples::page({}, next));
    }
    QList<Why> reasons;
    connect(&f.page.feed(), &TrafficFeed::changed, &f.page, [&] {
        if (reasons.isEmpty() || reasons.last() != f.page.emptyState()->why())
            reasons << f.page.emptyState()->why();
    });
    f.type(u"user:nobody"_qs);
    QTRY_COMPARE(f.page.emptyState()->why(), Why::FilterHidesAll);
    QVERIFY(reasons.contains(Why::Searching));
    QCOMPARE(reasons.count(Why::FilterHidesAll), 1);
    QCOMPARE(reasons.last(), Why::FilterHidesAll);
    QCOMPARE(f.link.sentTo("GET", u"/requests?limit=200&filter=user%3Anobody"_qs).size(), 10);
}

void tst_traffic_page::oneRequestIsOne() {
    QCOMPARE(format::pluralOf(1), 1);
    QCOMPARE(format::pluralOf(999'999), 999'999);
    QCOMPARE(format::pluralOf(12'345'678'901'234) % 100, 34);
    QTranslator english;
    QVERIFY(english.load(u":/translations/tollgate_en.qm"_qs));
    QVERIFY(QCoreApplication::installTranslator(&english));
    Fixture f;
    f.activate();
    f.link.emitEvent(u"tick"_qs, {{u"ledger_rows"_qs, 1}});
    QVERIFY2(f.page.statusText().startsWith(u"1 request "_qs), qPrintable(f.page.statusText()));
    f.link.emitEvent(u"tick"_qs, {{u"ledger_rows"_qs, 2}});
    QVERIFY2(f.page.statusText().startsWith(u"2 requests "_qs), qPrintable(f.page.statusText()));
}

void tst_traffic_page::theShortcutIsNotPaintedOverTheHint() {
    Fixture f;
    FilterLineEdit* filter = f.controls->filter();
    filter->setText({});
    filter->resize(700, filter->height());
    QVERIFY(filter->showsShortcut());
    filter->resize(filter->minimumWidth(), filter->height());
    QVERIFY(!filter->showsShortcut());
}

void tst_traffic_page::completionsAreReadable_data() {
    QTest::addColumn<bool>("dark");
    QTest::newRow("dark") << true;
    QTest::newRow("light") << false;
}

// The list is a window of its own: what is transparent in it is black.
void tst_traffic_page::completionsAreReadable() {
    QFETCH(bool, dark);
    Fixture f;
    f.theme.setMode(dark ? ThemeMode::Dark : ThemeMode::Light);
    QLineEdit plain(&f.window);
    auto* names = new QCompleter(QStringList{u"alice"_qs, u"alina"_qs}, &plain);
    styleCompletions(*names);
    plain.setCompleter(names);
    plain.show();
    NamePicker picker(u"name"_qs, &f.window);
    picker.setNames({u"alice"_qs, u"alina"_qs});
    picker.show();
    f.window.activateWindow();
    const QColor text = themeColor(ColorRole::Text, dark);
    for (QLineEdit* field : {static_cast<QLineEdit*>(f.controls->filter()), &plain, picker.lineEdit()}) {
        field->setFocus();
        QTRY_VERIFY(field->hasFocus());
        QTest::keyClicks(field, u"al"_qs);
        const auto* filter = qobject_cast<FilterLineEdit*>(field);
        QCompleter* completer = filter ? filter->completions() : field->completer();
        QAbstractItemView* list = completer->popup();
        QTRY_VERIFY(list->isVisible());
        QVERIFY(list->visualRect(list->model()->index(0, 0)).height() >= 24);
        const QImage image = list->grab().toImage();
        const QColor ground = image.pixelColor(image.width() - 8, image.height() / 2);
        QVERIFY2(contrast(text, ground) >= 4.5, qPrintable(ground.name()));
        QVERIFY(image.pixelColor(image.width() / 2, 3).alpha() == 255);
        if (const QString shots = qEnvironmentVariable("TOLLGATE_TEST_SHOTS"); !shots.isEmpty())
            image.save(shots + (filter ? u"/filter-"_qs : u"/plain-"_qs) + QString::number(dark) +
                       u".png"_qs);
        list->hide();
        field->clear();
    }
}

void tst_traffic_page::exportGoesOnBeyondTheRowsHeld() {
    QTemporaryDir dir;
    Fixture f(samples::page(samples::rows(200, 200), u"older"_qs));
    f.activate();
    f.link.answer(u"/requests?limit=500"_qs, samples::page(samples::rows(1200, 500), u"c1"_qs));
    f.link.answer(u"/requests?limit=500&cursor=c1"_qs, samples::page({}, u"c2"_qs)); // looked through in vain
    f.link.answer(u"/requests?limit=500&cursor=c2"_qs, samples::page(samples::rows(700, 700)));
    const QString path = dir.filePath(u"all.jsonl"_qs);
    f.page.exportTo(path, ExportFormat::JsonLines);
    QVERIFY(f.page.exportStrip()->isVisible());
    QTRY_VERIFY2(f.messages.text().contains(u"1200"_qs), qPrintable(f.messages.text()));
    QVERIFY2(f.page.exportStrip()->text().contains(u"1\u202f200"_qs),
             qPrintable(f.page.exportStrip()->text()));
    QVERIFY(!f.page.exportStrip()->isVisible());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QSet<QString> ids;
    while (!file.atEnd())
        ids << QJsonDocument::fromJson(file.readLine()).object().value(u"id"_qs).toString();
    QCOMPARE(ids.size(), 1200);
}

void tst_traffic_page::anArchiveHoldsTheBodies() {
    QTemporaryDir dir;
    Fixture f;
    f.activate();
    for (int number = 1; number <= 14; ++number)
        f.link.answer(u"/requests/"_qs + samples::request(number).value(u"id"_qs).toString(),
                      samples::fallbackDetail(number));
    f.link.answer("GET", u"/requests/"_qs + samples::request(14).value(u"id"_qs).toString(),
                  ScriptedLink::refusal(u"no such request"_qs, {}, 404)); // retention took it
    const QString path = dir.filePath(u"all.har"_qs);
    f.page.exportTo(path, ExportFormat::Har);
    QTRY_VERIFY(f.messages.text().contains(u"all.har"_qs));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonObject log = QJsonDocument::fromJson(file.readAll()).object().value(u"log"_qs).toObject();
    const QJsonArray entries = log.value(u"entries"_qs).toArray();
    QCOMPARE(entries.size(), 14);
    for (int at = 0; at < 14; ++at) {
        const QJsonObject entry = entries.at(at).toObject();
        QCOMPARE(entry.value(u"_tollgate"_qs).toObject().value(u"id"_qs),
                 samples::request(14 - at).value(u"id"_qs)); // in the order of the list
        const QJsonObject request = entry.value(u"request"_qs).toObject();
        const QString sent = request.value(u"postData"_qs).toObject().value(u"text"_qs).toString();
        QCOMPARE(sent.contains(u"<b>bold</b>"_qs), at != 0);
        QCOMPARE(request.value(u"headers"_qs).toArray().size(), at == 0 ? 0 : 1);
    }
}

void tst_traffic_page::anExportCanBeCancelled() {
    QTemporaryDir dir;
    Fixture f;
    f.activate();
    f.link.answer(u"/requests?limit=500"_qs, samples::page(samples::rows(1000, 500), u"c"_qs)); // no end
    const QString path = dir.filePath(u"endless.csv"_qs);
    f.page.exportTo(path, ExportFormat::Csv);
    QTRY_VERIFY(f.link.sentTo("GET", u"/requests?limit=500&cursor=c"_qs).size() >= 2);
    QVERIFY(f.page.exportStrip()->isVisible());
    f.page.exportTo(path, ExportFormat::Csv);
    QCOMPARE(f.messages.text(), u"Another export still runs."_qs);
    f.page.exportStrip()->cancelButton()->click();
    QTRY_COMPARE(f.messages.tone(), Tone::Bad);
    QVERIFY(!f.page.exportStrip()->isVisible());
    QVERIFY(!QFile::exists(path));
}

void tst_traffic_page::exportWritesWhatMatches() {
    QTemporaryDir dir;
    Fixture f;
    f.activate();
    const QString csv = dir.filePath(u"requests.csv"_qs);
    f.page.exportTo(csv, ExportFormat::Csv);
    QTRY_VERIFY(f.messages.text().contains(u"requests.csv"_qs));
    QFile file(csv);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QList<QByteArray> lines = file.readAll().split('\n');
    QCOMPARE(lines.size(), 16); // head, 14 rows, the end
    QVERIFY(lines.first().startsWith("at,status,outcome,user,"));
    QVERIFY(lines.at(2).contains(",nightly-eval,"));
    const QString json = dir.filePath(u"requests.jsonl"_qs);
    f.page.exportTo(json, ExportFormat::JsonLines);
    QTRY_VERIFY(f.messages.text().contains(u"requests.jsonl"_qs));
    QFile second(json);
    QVERIFY(second.open(QIODevice::ReadOnly));
    QCOMPARE(QJsonDocument::fromJson(second.readLine()).object().value(u"user"_qs).toString(), u"alice"_qs);
    const QString har = dir.filePath(u"requests.har"_qs);
    f.page.exportTo(har, ExportFormat::Har);
    QTRY_VERIFY(f.messages.text().contains(u"requests.har"_qs));
    QFile third(har);
    QVERIFY(third.open(QIODevice::ReadOnly));
    const QJsonObject log = QJsonDocument::fromJson(third.readAll()).object().value(u"log"_qs).toObject();
    QCOMPARE(log.value(u"version"_qs).toString(), u"1.2"_qs);
    const QJsonArray entries = log.value(u"entries"_qs).toArray();
    QCOMPARE(entries.size(), 14);
    const QJsonObject entry = entries.first().toObject();
    QVERIFY(entry.value(u"request"_qs)
                .toObject()
                .value(u"url"_qs)
                .toString()
                .endsWith(u"/v1/chat/completions"_qs));
    const QJsonObject timings = entry.value(u"timings"_qs).toObject();
    QCOMPARE(timings.value(u"wait"_qs).toDouble() + timings.value(u"receive"_qs).toDouble(),
             entry.value(u"time"_qs).toDouble());
    f.page.exportTo(dir.filePath(u"no/such/folder.csv"_qs), ExportFormat::Csv);
    QTRY_COMPARE(f.messages.tone(), Tone::Bad);
}

void tst_traffic_page::oneRequestIsAnArchive() {
    RequestDetail detail;
    detail.method = u"POST"_qs;
    detail.row.route = u"/v1/messages"_qs;
    detail.row.status = 200;
    detail.row.atMs = 1'795'000'000'123;
    detail.row.latencyMs = 900;
    detail.row.ttftMs = 200;
    detail.requestHeaders = {{u"content-type"_qs, u"application/json"_qs}};
    detail.requestBody = u"{\"model\":\"m\"}"_qs;
    detail.responseHeaders = {{u"content-type"_qs, u"text/event-stream"_qs}};
    detail.responseBody = u"data: \u017c\n\n"_qs;
    const QByteArray har = harHead() + harEntry(detail, u"http://127.0.0.1:8655"_qs) + harFoot();
    const QJsonObject entry = QJsonDocument::fromJson(har)
                                  .object()
                                  .value(u"log"_qs)
                                  .toObject()
                                  .value(u"entries"_qs)
                                  .toArray()
                                  .first()
                                  .toObject();
    QCOMPARE(entry.value(u"startedDateTime"_qs).toString(), u"2026-11-18T11:06:40.123Z"_qs);
    const QJsonObject request = entry.value(u"request"_qs).toObject();
    QCOMPARE(request.value(u"url"_qs).toString(), u"http://127.0.0.1:8655/v1/messages"_qs);
    QCOMPARE(request.value(u"postData"_qs).toObject().value(u"text"_qs).toString(), *detail.requestBody);
    QCOMPARE(request.value(u"headers"_qs).toArray().size(), 1);
    const QJsonObject response = entry.value(u"response"_qs).toObject();
    QCOMPARE(response.value(u"bodySize"_qs).toInt(), 10);
    const QJsonObject content = response.value(u"content"_qs).toObject();
    QCOMPARE(content.value(u"mimeType"_qs).toString(), u"text/event-stream"_qs);
    QCOMPARE(content.value(u"text"_qs).toString(), *detail.responseBody);
    QCOMPARE(entry.value(u"timings"_qs).toObject().value(u"receive"_qs).toDouble(), 700.0);
}

void tst_traffic_page::spreadsheetsGetNoFormulas() {
    QCOMPARE(csvLine({u"=HYPERLINK(1)"_qs, u"-5"_qs, u"-x"_qs, u"a,\"b\""_qs, {}}),
             QByteArray("'=HYPERLINK(1),-5,'-x,\"a,\"\"b\"\"\",\r\n"));
}

void tst_traffic_page::readableJsonKeepsItsOrder() {
    // The order of keys stays; brackets and commas inside texts are text.
    QCOMPARE(
        readableJson(u"{\"b\":[1, {\"x\":\"{,}\\\"\"}],\"a\":{},\"c\":[ ]}"_qs),
        u"{\n  \"b\": [\n    1,\n    {\n      \"x\": \"{,}\\\"\"\n    }\n  ],\n  \"a\": {},\n  \"c\": []\n}"_qs);
    QCOMPARE(readableJson(u"plain"_qs), u"plain"_qs);
}

void tst_traffic_page::openingWithAFilterShowsIt() {
    Fixture f;
    f.activate();
    f.controls->quick()->setCurrent(u"slow"_qs);
    f.page.open(u"provider:openai"_qs);
    QCOMPARE(f.controls->filter()->text(), u"provider:openai"_qs);
    QCOMPARE(f.controls->quick()->current(), u"all"_qs);
    QTRY_VERIFY(f.lastAsked().endsWith(u"filter=provider:openai"_qs));
}

void tst_traffic_page::aHiddenPageAsksForNothing() {
    Fixture f;
    f.page.open(u"user:alice"_qs);
    f.live({samples::request(30)});
    QTest::qWait(150);
    QVERIFY(f.link.sentTo("GET", u"/requests"_qs).isEmpty());
    f.activate();
    f.page.deactivate();
    f.link.clearSent();
    f.live({samples::request(31)});
    QTest::qWait(TrafficFeed::kRequeryMs + 150);
    QVERIFY(f.link.sent().isEmpty());
}

void tst_traffic_page::everyControlHasAnAccessibleName() {
    Fixture f;
    f.activate();
    f.choose(1);
    QTRY_VERIFY(f.page.inspector()->detail());
    for (const QWidget* widget : f.window.findChildren<QWidget*>()) {
        const auto* button = qobject_cast<const QAbstractButton*>(widget);
        const bool control = button || qobject_cast<const QLineEdit*>(widget) ||
                             qobject_cast<const QAbstractItemView*>(widget) ||
                             qobject_cast<const QPlainTextEdit*>(widget) ||
                             qobject_cast<const QTabWidget*>(widget);
        if (!control || !widget->isVisible() || widget->objectName().startsWith(u"qt_"_qs))
            continue;
        // Buttons inside a field or a tab bar belong to it.
        if (button && (qobject_cast<QLineEdit*>(widget->parentWidget()) ||
                       qobject_cast<QTabBar*>(widget->parentWidget()) ||
                       qobject_cast<QAbstractItemView*>(widget->parentWidget())))
            continue;
        QVERIFY2(!widget->accessibleName().isEmpty() || (button && !button->text().isEmpty()),
                 widget->metaObject()->className());
    }
}

QTEST_MAIN(tst_traffic_page)
#include "tst_traffic_page.moc"
