// The console over a real gateway: real database, real sockets, no scripted answer anywhere. What a form
// saves counts for the next request, and what the pages show is what the ledger holds.

#include "tests/ui/support/live_console.h"

#include "ui/models/traffic_model.h"
#include "ui/pages/forms/object_form.h"

#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QTableView>

using namespace tollgate;
using namespace tollgate::ui;

namespace {

constexpr int kPatienceMs = LiveConsole::kPatienceMs;

const char kConfiguration[] = R"({
"providers":[{"name":"sim","kind":"simulated","options":{"mean_latency_ms":1,"p_timeout":0,"p_long_tail":0,"reply":"first"}},
             {"name":"other","kind":"simulated","options":{"mean_latency_ms":1,"p_timeout":0,"p_long_tail":0,"reply":"second"}}],
"models":[{"provider":"sim","model":"m","input_usd_per_mtok":1000,"output_usd_per_mtok":1000},
          {"provider":"other","model":"m","input_usd_per_mtok":2000,"output_usd_per_mtok":2000}],
"aliases":[{"alias":"chat","strategy":"simple","targets":[{"provider":"sim","model":"m","weight":1}]}],
"projects":[{"name":"checkout"}],
"keys":[{"name":"app","project":"checkout","user":"alice","secret":"tg-livetest0123456789"}],
"budgets":[{"id":"bud_day","scope":"global","period":"day","limit_usd":100,"action":"block"}],
"flags":[{"key":"new-model","type":"canary","alias":"chat","stable":"sim/m","canary":"other/m","rollout_percent":0}]})";

struct Heard {
    int status = 0;
    QString text; ///< of the model, or of the error
};

} // namespace

class TestConsoleLive : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_console = std::make_unique<LiveConsole>(m_theme, QSize(1440, 900));
        QVERIFY(m_console->open());
        const auto configured = request("PUT", "/config", QJsonDocument::fromJson(kConfiguration).object());
        QCOMPARE(configured.status, 200);
        QVERIFY(m_console->listen());
    }
    void cleanup() { m_console.reset(); }

    void trafficShowsARequestAsItHappens() {
        m_console->window.showPage(u"traffic"_qs);
        QCOMPARE(ask().text, u"first"_qs);
        auto* table = m_console->window.currentPage()->findChild<QTableView*>();
        QVERIFY(table != nullptr);
        QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 1, kPatienceMs);
    }

    void overviewSaysWhatTheLedgerHolds() {
        for (int i = 0; i < 7; ++i)
            QCOMPARE(ask().status, 200);
        QTRY_COMPARE_WITH_TIMEOUT(rows().size(), 7, kPatienceMs);
        double cost = 0;
        qint64 tokens = 0;
        for (const QJsonValue& row : rows()) {
            cost += row[u"cost_usd"].toDouble();
            tokens += row[u"input_tokens"].toInteger() + row[u"output_tokens"].toInteger();
        }
        QVERIFY(cost > 0);
        const QJsonObject overview = request("GET", "/overview?window=1h").json;
        QCOMPARE(overview[u"requests"][u"total"].toInteger(), 7);
        QCOMPARE(overview[u"tokens"][u"total"].toInteger(), tokens);
        QCOMPARE(overview[u"spend_today"][u"cost_usd"].toDouble(), cost);
        const QJsonObject usage = request("GET", "/usage?group_by=day").json[u"data"][0].toObject();
        QCOMPARE(usage[u"requests"].toInteger(), 7);
        QCOMPARE(usage[u"cost_usd"].toDouble(), cost);
        const QJsonObject budget = request("GET", "/budgets/bud_day").json;
        QCOMPARE(budget[u"spent_usd"].toDouble(), cost);
        QCOMPARE(budget[u"reserved_usd"].toDouble(), 0.0);
    }

    void theProviderFormChangesTheNextAnswer() {
        QCOMPARE(ask().text, u"first"_qs);
        edit("providers", "sim", {{u"options"_qs, QJsonObject{{u"reply"_qs, u"edited"_qs}}}});
        QCOMPARE(ask().text, u"edited"_qs);
    }

    void theAliasFormChangesTheNextTarget() {
        const QJsonArray targets{
            QJsonObject{{u"provider"_qs, u"other"_qs}, {u"model"_qs, u"m"_qs}, {u"weight"_qs, 1}}};
        QCOMPARE(request("DELETE", "/flags/new-model").status, 204);
        edit("aliases", "chat", {{u"targets"_qs, targets}});
        QCOMPARE(ask().text, u"second"_qs);
    }

    void theFlagFormMovesEverybodyToTheCanary() {
        QCOMPARE(ask().text, u"first"_qs);
        edit("flags", "new-model", {{u"rollout_percent"_qs, 100}});
        QCOMPARE(ask().text, u"second"_qs);
    }

    void theBudgetFormBlocksTheNextRequest() {
        edit("budgets", "bud_day", {{u"limit_usd"_qs, 0.000001}});
        const Heard refused = ask();
        QCOMPARE(refused.status, 402);
        QVERIFY2(refused.text.contains(u"bud_day"), qPrintable(refused.text));
    }

    void theProjectFormLimitsTheNextRequest() {
        edit("projects", "checkout", {{u"limits"_qs, QJsonObject{{u"rpm"_qs, 1}}}});
        QCOMPARE(ask().status, 200);
        QCOMPARE(ask().status, 429);
    }

    void aRefusedEditChangesNothing() {
        QCOMPARE(ask().text, u"first"_qs);
        m_console->window.showPage(u"aliases"_qs, u"chat"_qs);
        ObjectForm* form = formOf(u"chat"_qs);
        QVERIFY(form != nullptr);
        const QJsonArray targets{
            QJsonObject{{u"provider"_qs, u"nowhere"_qs}, {u"model"_qs, u"m"_qs}, {u"weight"_qs, 1}}};
        form->binding().fill({{u"targets"_qs, targets}});
        m_console->window.currentPage()->save();
        QTest::qWait(300);
        QVERIFY(form->isDirty()); // the edit is still there, to be mended
        QCOMPARE(ask().text, u"first"_qs);
        QCOMPARE(request("GET", "/aliases/chat").json[u"targets"][0][u"provider"].toString(), u"sim"_qs);
        form->binding().revert();
    }

    void theGatewayStopsAndStartsFromTheCard() {
        QCOMPARE(ask().status, 200);
        m_console->link.stop();
        QTRY_COMPARE_WITH_TIMEOUT(m_console->link.state(), LinkState::Stopped, kPatienceMs);
        QCOMPARE(ask().status, 0);
        QCOMPARE(request("GET", "/status").status, 200); // the pages go on working
        m_console->link.start();
        QTRY_COMPARE_WITH_TIMEOUT(m_console->link.state(), LinkState::Listening, kPatienceMs);
        QCOMPARE(ask().status, 200);
    }

private:
    GatewayReply request(const char* method, const char* path, const QJsonObject& body = {}) {
        return m_console->request(method, path, body);
    }

    QJsonArray rows() { return request("GET", "/requests").json[u"data"].toArray(); }

    Heard ask() {
        QNetworkRequest wanted(QUrl(u"http://"_qs + m_console->link.address() + u"/v1/chat/completions"_qs));
        wanted.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_qs);
        wanted.setRawHeader("Authorization", "Bearer tg-livetest0123456789");
        QNetworkReply* reply = m_network.post(
            wanted, R"({"model":"chat","max_tokens":64,"messages":[{"role":"user","content":"Hello"}]})");
        [&] { QTRY_VERIFY_WITH_TIMEOUT(reply->isFinished(), kPatienceMs); }();
        const QJsonObject body = QJsonDocument::fromJson(reply->readAll()).object();
        Heard answer;
        answer.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        answer.text = answer.status == 200 ? body[u"choices"][0][u"message"][u"content"].toString()
                                           : body[u"error"][u"message"].toString();
        reply->deleteLater();
        return answer;
    }

    ObjectForm* formOf(const QString& id) {
        ObjectForm* found = nullptr;
        [&] {
            QTRY_VERIFY_WITH_TIMEOUT(
                [&] {
                    for (ObjectForm* form : m_console->window.currentPage()->findChildren<ObjectForm*>()) {
                        if (form->isVisible() &&
                            QJsonDocument(form->binding().original()).toJson().contains(id.toUtf8()))
                            found = form;
                    }
                    return found != nullptr;
                }(),
                kPatienceMs);
        }();
        return found;
    }

    /// Opens the object, changes the fields as a person would, saves.
    void edit(const char* page, const char* id, const QJsonObject& values) {
        m_console->window.showPage(QString::fromLatin1(page), QString::fromLatin1(id));
        ObjectForm* form = formOf(QString::fromLatin1(id));
        QVERIFY(form != nullptr);
        form->binding().fill(values);
        QVERIFY(form->isDirty());
        m_console->window.currentPage()->save();
        QTRY_VERIFY_WITH_TIMEOUT(!form->isDirty(), kPatienceMs);
    }

    Theme m_theme;
    QNetworkAccessManager m_network;
    std::unique_ptr<LiveConsole> m_console;
};

QTEST_MAIN(TestConsoleLive)
#include "tst_console_live.moc"
