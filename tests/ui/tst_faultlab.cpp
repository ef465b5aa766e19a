#include "tests/ui/support/page_probe.h"

#include "ui/pages/faultlab/faultlab_page.h"
#include "ui/pages/faultlab/outcomes_card.h"
#include "ui/pages/faultlab/test_traffic.h"
#include "ui/shell/console_state.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/percent_slider.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>

using namespace tollgate::ui;
using Probe = PageProbe<FaultLabPage>;

namespace {

QByteArray answer(const QByteArray& provider, int attempts, const QByteArray& body) {
    return "HTTP/1.1 200 OK\r\nx-tollgate-provider: " + provider +
           "\r\nx-tollgate-model: m\r\nx-tollgate-attempts: " + QByteArray::number(attempts) +
           "\r\nConnection: close\r\n\r\n" + body;
}

const QByteArray kWhole = "data: {\"choices\":[{\"delta\":{\"content\":\"ok\"}}]}\n\ndata: [DONE]\n\n";

/// Gives the prepared answers in turn, the last one again and again.
class Gateway : public QTcpServer {
public:
    Gateway() {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            QTcpSocket* socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] {
                if (!socket->readAll().endsWith("}"))
                    return;
                socket->write(replies.at(qMin<qsizetype>(asked++, replies.size() - 1)));
                socket->disconnectFromHost();
            });
        });
    }
    QString address() const { return QStringLiteral("127.0.0.1:%1").arg(serverPort()); }
    QList<QByteArray> replies;
    int asked = 0;
};

void prepare(ScriptedLink& link) {
    link.answer(QStringLiteral("/providers"),
                page({simulatedJson(QStringLiteral("sim")), providerJson(QStringLiteral("openai"))}));
    link.answer(QStringLiteral("/providers/sim"), simulatedJson(QStringLiteral("sim")));
    link.answer("PATCH", QStringLiteral("/providers/sim"),
                ScriptedLink::json(simulatedJson(QStringLiteral("sim"))));
    link.answer("POST", QStringLiteral("/keys"),
                ScriptedLink::json(QByteArray(R"({"id":"k","secret":"tg-console"})"), 201));
}

struct Fixture {
    Fixture() {
        prepare(probe.link);
        probe.link.setAddress(gateway.address());
        probe.form->deactivate();
        probe.link.emitEvent(QStringLiteral("config"), {{QStringLiteral("version"), 2}});
        probe.form->activate();
        probe.settle();
    }
    QJsonObject lastOptions() const {
        return probe.bodyOf("PATCH", QStringLiteral("/providers/sim")).value(u"options").toObject();
    }
    Gateway gateway;
    Probe probe;
};

} // namespace

class TestFaultLab : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void opensOnEmptyDataAndSaysWhatIsMissing() {
        Probe probe(Probe::Data::Empty);
        const auto* empty = probe.form->findChild<EmptyState*>();
        QVERIFY(empty->isVisible());
        QVERIFY(!probe.button(QStringLiteral("traffic")));
    }

    void showsHowTheProviderIsAndOnlySimulatedOnes() {
        Fixture f;
        auto* choice = f.probe.find<QComboBox>(QStringLiteral("faultProvider"));
        QCOMPARE(choice->count(), 1);
        QCOMPARE(choice->currentText(), QStringLiteral("sim"));
        QCOMPARE(f.probe.form->faults().latencyMs, 120.0);
        QCOMPARE(f.probe.form->faults().timeouts, 0.02);
        QVERIFY(!f.probe.button(QStringLiteral("restoreFaults"))->isEnabled());
        QCOMPARE(f.probe.namelessControls(), QString());
        QCOMPARE(f.probe.tabOrderMistakes(), QString());
    }

    void trafficComesByTheDialledProviderUnlessSomebodyChose() {
        Fixture f;
        const auto alias = [](const char* name, const char* first, const char* second) {
            return parseObject(
                QByteArray("{\"alias\":\"" + QByteArray(name) + "\",\"targets\":[{\"provider\":\"" + first +
                           "\",\"model\":\"m\"},{\"provider\":\"" + second + "\",\"model\":\"m\"}]}")
                    .constData());
        };
        f.probe.link.answer(QStringLiteral("/aliases"),
                            page({alias("other", "openai", "groq"), alias("second", "openai", "sim"),
                                  alias("first", "sim", "openai")}));
        f.probe.link.emitEvent(QStringLiteral("config"), {{QStringLiteral("version"), 3}});
        auto* target = f.probe.find<QComboBox>(QStringLiteral("faultTarget"));
        QTRY_COMPARE(target->currentText(), QStringLiteral("first"));
        target->setEditText(QStringLiteral("other"));
        f.probe.link.emitEvent(QStringLiteral("config"), {{QStringLiteral("version"), 4}});
        QTest::qWait(350);
        QCOMPARE(target->currentText(), QStringLiteral("other"));
    }

    void presetsDialAndBackToNormalRestoresExactly() {
        Fixture f;
        QVERIFY(f.probe.press(QStringLiteral("preset-failing")));
        QCOMPARE(f.lastOptions().value(u"p_error").toDouble(), 0.9);
        QCOMPARE(f.lastOptions().value(u"p_rate_limit").toDouble(-1), 0.0);
        QVERIFY(!f.lastOptions().contains(u"seed")); // what is not dialled is not sent
        QJsonObject dialled = simulatedJson(QStringLiteral("sim"));
        QJsonObject options = dialled.value(u"options").toObject();
        for (const QString& key : f.lastOptions().keys())
            options.insert(key, f.lastOptions().value(key));
        dialled.insert(u"options", options);
        f.probe.link.answer(QStringLiteral("/providers/sim"), dialled);
        QVERIFY(f.probe.press(QStringLiteral("preset-slow"))); // a second turn keeps the first "before"
        QVERIFY(f.probe.press(QStringLiteral("restoreFaults")));
        QJsonObject expected = simulatedJson(QStringLiteral("sim")).value(u"options").toObject();
        for (const char* added : {"p_rate_limit", "p_stall", "p_truncate"})
            expected.insert(QString::fromLatin1(added), QJsonValue::Null);
        QCOMPARE(f.lastOptions(), expected);
        QVERIFY(f.probe.messages->text().contains(QStringLiteral("as it did before")));
    }

    void theWayBackOutlivesTheConsole() {
        QTemporaryDir dir;
        const QString file = dir.filePath(QStringLiteral("console.ini"));
        ScriptedLink link;
        prepare(link);
        const QJsonObject before = simulatedJson(QStringLiteral("sim")).value(u"options").toObject();
        {
            ConsoleState state(file);
            FaultDial dial(&link, &state);
            dial.apply(QStringLiteral("sim"), before, faultPresets().at(2).faults, [](const QString&) {});
        }
        ConsoleState state(file);
        FaultDial dial(&link, &state);
        QVERIFY(dial.isDialled(QStringLiteral("sim")));
        bool done = false;
        dial.restore(QStringLiteral("sim"), before,
                     [&done](const QString& problem) { done = problem.isEmpty(); });
        QTRY_VERIFY(done);
        QVERIFY(!dial.isDialled(QStringLiteral("sim")));
        QCOMPARE(
            link.sentTo("PATCH", QStringLiteral("/providers/sim")).last().body.value(u"options").toObject(),
            before);
    }

    void aRefusedDialIsTold() {
        Fixture f;
        f.probe.link.answer(
            "PATCH", QStringLiteral("/providers/sim"),
            ScriptedLink::refusal(QStringLiteral("not now"), QStringLiteral("options.p_error")));
        QVERIFY(f.probe.press(QStringLiteral("preset-failing")));
        QCOMPARE(f.probe.messages->text(), QStringLiteral("not now"));
    }

    void trafficIsBoundedAndItsOutcomesAreCounted() {
        Fixture f;
        f.gateway.replies = {
            answer("sim", 1, kWhole), answer("backup", 2, kWhole),
            answer("sim", 1, "data: {\"choices\":[]}\n\n"),
            "HTTP/1.1 503 Service Unavailable\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}"};
        TestTraffic* traffic = f.probe.form->traffic();
        traffic->start(QStringLiteral("chat-default"), TestTraffic::kMostPerSecond, 4);
        QTRY_VERIFY_WITH_TIMEOUT(!traffic->isRunning(), 5000);
        QCOMPARE(f.gateway.asked, 4);
        QCOMPARE(traffic->succeeded(), 2);
        QCOMPARE(traffic->saved(), 1);
        QCOMPARE(traffic->failed(), 2);
        const QStringList rows = f.probe.form->findChild<OutcomesCard*>()->rows();
        QCOMPARE(rows.size(), 4);
        QVERIFY(rows.at(2).contains(QStringLiteral("backup/m | 2")));
        QVERIFY(rows.at(1).contains(QStringLiteral("broke off")));
        QVERIFY(f.probe.form->statusText().contains(QStringLiteral("4 sent, 2 answered, 2 failed, 1 saved")));
    }

    void trafficNeverExceedsItsCaps() {
        ScriptedLink link;
        prepare(link);
        Gateway gateway;
        gateway.replies = {answer("sim", 1, kWhole)};
        link.setAddress(gateway.address());
        TestTraffic traffic(&link);
        traffic.start(QStringLiteral("m"), 1000, 1'000'000);
        QTest::qWait(350);
        QVERIFY(traffic.sent() <= 5); // ten a second at most
        traffic.stop();
        const int sent = traffic.sent();
        QTest::qWait(250);
        QCOMPARE(traffic.sent(), sent);
    }

    void trafficGoesOnWhileOneLooksElsewhere() {
        Fixture f;
        f.gateway.replies = {answer("sim", 1, kWhole)};
        f.probe.form->traffic()->start(QStringLiteral("chat-default"), 5, 100);
        QTRY_VERIFY(f.gateway.asked > 0);
        f.probe.form->deactivate();
        QVERIFY(f.probe.form->traffic()->isRunning());
        const int sent = f.probe.form->traffic()->sent();
        QTRY_VERIFY(f.probe.form->traffic()->sent() > sent);
    }

    void breakersAreWatchedAndReset() {
        Fixture f;
        QJsonObject broken = simulatedJson(QStringLiteral("sim"));
        broken.insert(u"health", parseObject(R"({"state":"down","circuit":"open","retry_at":null})"));
        f.probe.link.answer(QStringLiteral("/providers/sim"), broken);
        f.probe.link.answer("POST", QStringLiteral("/providers/sim/reset"),
                            ScriptedLink::json(simulatedJson(QStringLiteral("sim"))));
        f.probe.link.emitEvent(
            QStringLiteral("health"),
            parseObject(R"({"provider":"sim","model":"m","circuit":"open","state":"down"})"));
        f.probe.settle();
        QVERIFY(f.probe.press(QStringLiteral("resetCircuit")));
        QCOMPARE(f.probe.link.sentTo("POST", QStringLiteral("/providers/sim/reset")).size(), 1);
    }
};

QTEST_MAIN(TestFaultLab)
#include "tst_faultlab.moc"
