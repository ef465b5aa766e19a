// The playground over a real gateway with a simulated provider: every dialect, cost, times, errors in the
// gateway's own words, and a request of Traffic asked again.
#include "gateway/gateway.h"
#include "ui/link/local_link.h"
#include "ui/pages/playground/answer_card.h"
#include "ui/pages/playground/original_card.h"
#include "ui/pages/playground/playground_page.h"
#include "ui/pages/playground/prompt_edit.h"
#include "ui/pages/traffic/request_table.h"
#include "ui/pages/traffic/traffic_page.h"
#include "ui/shell/main_window.h"
#include "ui/shell/page_registry.h"
#include "ui/shell/theme.h"
#include "ui/widgets/message_bar.h"

#include <QJsonArray>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

using namespace tollgate;
using namespace tollgate::ui;

namespace {

constexpr int kPatienceMs = 10'000;

const char kConfiguration[] = R"({
"providers":[{"name":"sim","kind":"simulated","options":{"mean_latency_ms":1,"p_timeout":0,"p_long_tail":0,"reply":"said: {prompt:40}"}},
             {"name":"broken","kind":"simulated","max_retries":0,"options":{"mean_latency_ms":1,"p_timeout":0,"p_error":1}}],
"models":[{"provider":"sim","model":"m","input_usd_per_mtok":1000,"output_usd_per_mtok":1000,
           "capabilities":["chat","streaming","tools","vision"]}],
"aliases":[{"alias":"chat","strategy":"simple","targets":[{"provider":"sim","model":"m","weight":1}]}],
"settings":{"capture_bodies":"all"}})";

} // namespace

class TestPlaygroundLive : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_directory = std::make_unique<QTemporaryDir>();
        GatewayOptions options;
        options.dataDirectory = m_directory->path().toStdString();
        options.adminToken = "unused-by-the-local-link";
        m_gateway = std::make_unique<Gateway>(options);
        m_link = std::make_unique<LocalLink>(*m_gateway);
        m_link->setAddress({"127.0.0.1", 0});
        registerPages(m_pages = {});
        m_window = std::make_unique<MainWindow>(m_theme, *m_link, m_pages);
        m_window->resize(1440, 900);
        m_window->show();
        m_gateway->open({MasterKey::generate(), SecretStoreKind::Memory, {}});
        QCOMPARE(request("PUT", "/config", QJsonDocument::fromJson(kConfiguration).object()).status, 200);
        m_link->start();
        QTRY_COMPARE_WITH_TIMEOUT(m_link->state(), LinkState::Listening, kPatienceMs);
        m_window->showPage(u"playground"_qs);
        m_window->findChild<QAbstractButton*>(u"compare"_qs)->setChecked(false); // one request each
    }

    void cleanup() {
        m_window.reset();
        m_link.reset();
        m_gateway.reset();
    }

    void everyDialectAnswersStreamedAndWhole_data() {
        QTest::addColumn<int>("dialect");
        QTest::addColumn<bool>("stream");
        for (const PlayDialect dialect : {PlayDialect::Chat, PlayDialect::Responses, PlayDialect::Messages})
            for (const bool stream : {true, false})
                QTest::addRow("%s %s", qPrintable(dialectId(dialect)), stream ? "streamed" : "whole")
                    << static_cast<int>(dialect) << stream;
    }
    void everyDialectAnswersStreamedAndWhole() {
        QFETCH(const int, dialect);
        QFETCH(const bool, stream);
        PlayPrompt prompt;
        prompt.dialect = static_cast<PlayDialect>(dialect);
        prompt.stream = stream;
        prompt.system = u"Be brief."_qs;
        prompt.user = u"Hello there"_qs;
        prompt.maxTokens = 64;
        prompt.images = {{u"a.png"_qs, "image/png", QByteArray("\x89PNG\r\n\x1a\nrest"), {}}};
        const PlayRun& run = ask(prompt, u"chat"_qs);
        QVERIFY2(run.state() == PlayRun::State::Done, qPrintable(run.problem()));
        QVERIFY2(run.answer().text().startsWith(u"said: "), qPrintable(run.answer().text()));
        QCOMPARE(run.servedBy(), u"sim/m"_qs);
        QVERIFY(run.costUsd().value_or(0) > 0);
        QVERIFY(run.answer().inputTokens().value_or(0) > 0 && run.answer().outputTokens().value_or(0) > 0);
        QVERIFY(run.totalMs() > 0);
        QCOMPARE(run.firstTokenMs() >= 0, stream);
        QVERIFY(!run.answer().turn().isEmpty());
    }

    void refusalsAreInTheGatewaysOwnWords() {
        PlayPrompt prompt;
        prompt.user = u"Hello"_qs;
        for (const PlayDialect dialect : {PlayDialect::Chat, PlayDialect::Responses, PlayDialect::Messages}) {
            prompt.dialect = dialect;
            QVERIFY(ask(prompt, u"no-such-model"_qs).problem().contains(u"no-such-model"));
            const QString failed = ask(prompt, u"broken/m"_qs).problem();
            QVERIFY2(failed.contains(u"status 50"), qPrintable(failed));
        }
        prompt.dialect = PlayDialect::Chat;
        prompt.more = u"{\"temperature_\": 1, \"top_p\": 7}"_qs;
        QVERIFY(!ask(prompt, u"chat"_qs).problem().isEmpty());
    }

    void aRequestOfTrafficIsAskedAgain() {
        PlayPrompt prompt;
        prompt.dialect = PlayDialect::Messages;
        prompt.system = u"Be brief."_qs;
        prompt.user = u"The first question"_qs;
        prompt.more = u"{\"top_p\": 0.5}"_qs;
        QVERIFY(ask(prompt, u"chat"_qs).state() == PlayRun::State::Done);
        m_window->showPage(u"traffic"_qs);
        auto* traffic = qobject_cast<TrafficPage*>(m_window->currentPage());
        QTRY_COMPARE_WITH_TIMEOUT(traffic->model().rowCount(), 1, kPatienceMs);
        QVERIFY(playground().prompt()->prompt().user == u"The first question"_qs); // nothing lost on the way
        playground().prompt()->setPrompt({});
        traffic->table()->setFocus();
        traffic->table()->setCurrentIndex(traffic->model().index(0, 0));
        QTest::keyClick(traffic->table(), Qt::Key_R);
        QTRY_COMPARE_WITH_TIMEOUT(m_window->currentPageId(), u"playground"_qs, kPatienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(playground().original()->isVisible(), kPatienceMs);
        QVERIFY(playground().original()->answerText().startsWith(u"said: "));
        const PlayPrompt filled = playground().prompt()->prompt();
        QVERIFY(filled.dialect == PlayDialect::Messages && filled.user == u"The first question"_qs);
        QCOMPARE(filled.system, u"Be brief."_qs);
        QCOMPARE(playground().first()->target(), u"chat"_qs);
        QCOMPARE(rowsInLedger(), 1); // it was not sent
        playground().run();
        QTRY_VERIFY_WITH_TIMEOUT(playground().first()->run() && !playground().first()->isRunning(),
                                 kPatienceMs);
        QCOMPARE(playground().first()->answerText(), playground().original()->answerText());
        QTRY_COMPARE_WITH_TIMEOUT(rowsInLedger(), 2, kPatienceMs);
        const QJsonArray rows = request("GET", "/requests").json.value(u"data").toArray();
        const auto body = [&](int row) {
            const QString id = rows.at(row).toObject().value(u"id").toString();
            return request("GET", u"/requests/"_qs + id).json.value(u"request_body").toString();
        };
        QVERIFY(!body(0).isEmpty());
        QCOMPARE(body(0), body(1)); // the same bytes
    }

    void withoutCaptureTheReplaySaysSo() {
        QCOMPARE(request("PATCH", "/settings", {{u"capture_bodies"_qs, u"off"_qs}}).status, 200);
        PlayPrompt prompt;
        prompt.user = u"A secret question"_qs;
        QVERIFY(ask(prompt, u"chat"_qs).state() == PlayRun::State::Done);
        QTRY_COMPARE_WITH_TIMEOUT(rowsInLedger(), 1, kPatienceMs);
        const QJsonObject row = request("GET", "/requests").json.value(u"data").toArray().at(0).toObject();
        m_window->showPage(u"playground"_qs, u"replay:"_qs + row.value(u"id").toString());
        QTRY_VERIFY_WITH_TIMEOUT(playground().original()->isVisible(), kPatienceMs);
        QVERIFY(playground().original()->note().contains(u"was not kept"_qs));
        QCOMPARE(playground().prompt()->prompt().user, QString());
        QCOMPARE(playground().first()->target(), u"chat"_qs);
    }

private:
    PlaygroundPage& playground() { return *qobject_cast<PlaygroundPage*>(m_window->page(u"playground"_qs)); }

    const PlayRun& ask(const PlayPrompt& prompt, const QString& target) {
        playground().prompt()->setPrompt(prompt);
        playground().first()->setTarget(target);
        playground().second()->setTarget(target);
        playground().run();
        [&] {
            QTRY_VERIFY_WITH_TIMEOUT(playground().first()->run() && !playground().first()->isRunning() &&
                                         !playground().second()->isRunning(),
                                     kPatienceMs);
        }();
        return *playground().first()->run();
    }

    int rowsInLedger() {
        return static_cast<int>(request("GET", "/requests").json.value(u"data").toArray().size());
    }

    GatewayReply request(const char* method, const QString& path, const QJsonObject& body = {}) {
        std::optional<GatewayReply> reply;
        m_link->send(method, path, body, this, [&](const GatewayReply& got) { reply = got; });
        [&] { QTRY_VERIFY_WITH_TIMEOUT(reply.has_value(), kPatienceMs); }();
        return reply.value_or(GatewayReply{});
    }
    GatewayReply request(const char* method, const char* path, const QJsonObject& body = {}) {
        return request(method, QString::fromLatin1(path), body);
    }

    Theme m_theme;
    PageRegistry m_pages;
    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<Gateway> m_gateway;
    std::unique_ptr<LocalLink> m_link;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(TestPlaygroundLive)
#include "tst_playground_live.moc"
