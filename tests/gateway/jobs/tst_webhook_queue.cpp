#include "gateway/jobs/webhook_queue.h"

#include <QtTest/QTest>

#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>

using namespace tollgate;

namespace {

/// A receiver on an address of its own: who answers, and who only listens.
struct Receiver {
    QTcpServer server;
    bool answers = true;
    int connections = 0;
    int posts = 0;

    explicit Receiver(const char* address, bool answering, quint16 port = 0)
        : answers(answering) {
        QVERIFY(server.listen(QHostAddress(QLatin1String(address)), port));
        QObject::connect(&server, &QTcpServer::newConnection, &server, [this] {
            while (QTcpSocket* socket = server.nextPendingConnection()) {
                ++connections;
                QObject::connect(socket, &QTcpSocket::readyRead, &server, [this, socket] {
                    if (!socket->readAll().contains("\r\n\r\n") || !answers)
                        return;
                    ++posts;
                    socket->write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
                });
            }
        });
    }
    std::string url() const {
        return "http://" + server.serverAddress().toString().toStdString() + ":" +
               std::to_string(server.serverPort()) + "/hook";
    }
};

struct Scene {
    QTemporaryDir folder;
    ManualClock clock;
    std::unique_ptr<JobDatabase> database =
        *JobDatabase::open(folder.filePath(QStringLiteral("jobs.db")).toStdString());
    bool news = false;
    std::unique_ptr<WebhookQueue> queue;
    int added = 0;

    Scene() {
        queue = std::make_unique<WebhookQueue>(
            clock, *database,
            [](const std::string& sealed, const std::string&) { return std::optional(sealed); },
            [this] { news = true; }, 7);
        QVERIFY(queue->load().has_value());
    }

    std::int64_t add(const std::string& project, const std::string& url) {
        NewJob job;
        job.id = "task_" + std::to_string(++added);
        job.owner = {"key_1", project};
        job.path = "/v1/chat/completions";
        job.body = "{}";
        job.webhookUrl = url;
        job.webhookSecret = "secret";
        TaskRow task;
        task.seq = *database->addJob(job);
        task.id = job.id;
        task.owner = job.owner;
        queue->added(**database->addWebhook(task, "{\"n\":1}", clock.unixMs()));
        return task.seq;
    }
    void turn() {
        news = false;
        QVERIFY(database->begin().has_value());
        QVERIFY(queue->apply().has_value());
        QVERIFY(queue->pump(true).has_value());
        QVERIFY(database->commit().has_value());
        queue->applied();
    }
    void spin(const std::function<bool()>& until) {
        QElapsedTimer timer;
        for (timer.start(); !until() && timer.elapsed() < 5000;) {
            QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
            if (news)
                turn();
        }
        QVERIFY(until());
    }
    std::size_t left() const {
        JobFilter filter;
        filter.limit = 10'000;
        return database->webhooks(JobDatabase::WebhookList::Waiting, filter)->size();
    }
};

} // namespace

class WebhookQueueTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aReceiverThatHangsHoldsUpNobodyElse() {
        Receiver hanging("127.0.0.1", false);
        Receiver good("127.0.0.2", true);
        Scene scene;
        for (int i = 0; i < 200; ++i)
            scene.add("slow", hanging.url());
        for (int i = 0; i < 30; ++i)
            scene.add("fast", good.url());
        scene.turn();
        scene.spin([&] { return good.posts == 30; });
        QCOMPARE(hanging.connections, WebhookQueue::kMostOfReceiver);
        QCOMPARE(scene.left(), std::size_t{200});
    }

    void aReceiverThatHangsHoldsUpNoOtherReceiverOfItsOwnProject() {
        Receiver hanging("127.0.0.1", false);
        Receiver good("127.0.0.2", true);
        Scene scene;
        for (int i = 0; i < 50; ++i)
            scene.add("p", hanging.url());
        for (int i = 0; i < 10; ++i)
            scene.add("p", good.url());
        scene.turn();
        scene.spin([&] { return good.posts == 10; });
    }

    void manyReceiversOfOneProjectLeaveRoomForOthers() {
        std::vector<std::unique_ptr<Receiver>> hanging;
        Scene scene;
        for (int i = 0; i < 20; ++i) {
            hanging.push_back(
                std::make_unique<Receiver>(("127.0.1." + std::to_string(i + 1)).c_str(), false));
            for (int j = 0; j < 5; ++j)
                scene.add("slow", hanging.back()->url());
        }
        Receiver good("127.0.0.2", true);
        for (int i = 0; i < 10; ++i)
            scene.add("fast", good.url());
        scene.turn();
        scene.spin([&] { return good.posts == 10; });
        int held = 0;
        for (const auto& one : hanging)
            held += one->connections;
        QCOMPARE(held, WebhookQueue::kMostOfOwner);
    }

    void whoDidNotAnswerGetsOneAtATimeUntilItDoes() {
        // Nobody listens there: refused at once.
        QTcpServer closed;
        QVERIFY(closed.listen(QHostAddress(QStringLiteral("127.0.0.3")), 0));
        const std::string url = "http://127.0.0.3:" + std::to_string(closed.serverPort()) + "/";
        const quint16 port = closed.serverPort();
        closed.close();
        Scene scene;
        scene.add("p", url);
        scene.turn();
        scene.spin([&] { return scene.queue->wakeMs() && *scene.queue->wakeMs() > scene.clock.unixMs(); });
        Receiver back("127.0.0.3", false, port);
        for (int i = 0; i < 10; ++i)
            scene.add("p", back.url());
        scene.turn();
        scene.spin([&] { return back.connections >= 1; });
        for (int i = 0; i < 5; ++i) {
            QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
            scene.turn();
        }
        QCOMPARE(back.connections, 1);
    }

    void whatFailedWaitsAndIsTriedAgain() {
        QTcpServer closed;
        QVERIFY(closed.listen(QHostAddress(QStringLiteral("127.0.0.3")), 0));
        const quint16 port = closed.serverPort();
        closed.close();
        Scene scene;
        scene.add("p", "http://127.0.0.3:" + std::to_string(port) + "/");
        scene.turn();
        scene.spin([&] { return scene.queue->wakeMs() && *scene.queue->wakeMs() > scene.clock.unixMs(); });
        JobFilter filter;
        const WebhookRow row = scene.database->webhooks(JobDatabase::WebhookList::All, filter)->front();
        QCOMPARE(row.tries, 1);
        QVERIFY(!row.lastError.empty());
        QCOMPARE(row.dueMs, *scene.queue->wakeMs());
        Receiver back("127.0.0.3", true);
        back.server.close();
        QVERIFY(back.server.listen(QHostAddress(QStringLiteral("127.0.0.3")), port));
        scene.clock.advanceMs(*scene.queue->wakeMs() - scene.clock.unixMs());
        scene.turn();
        scene.spin([&] { return scene.left() == 0; });
        QCOMPARE(back.posts, 1);
    }

    void whatIsResentIsFoundAgain() {
        Receiver good("127.0.0.2", true);
        Scene scene;
        scene.add("p", good.url());
        JobFilter filter;
        const WebhookRow row = scene.database->webhooks(JobDatabase::WebhookList::All, filter)->front();
        QVERIFY(scene.database->webhookDied(row.seq, 500, "It fell over.", 1).has_value());
        scene.turn();
        QVERIFY(!scene.queue->wakeMs());
        QVERIFY(*scene.database->resendWebhook(row.id, scene.clock.unixMs()));
        QVERIFY(scene.queue->load().has_value());
        scene.turn();
        scene.spin([&] { return good.posts == 1 && scene.left() == 0; });
    }
};

QTEST_GUILESS_MAIN(WebhookQueueTest)
#include "tst_webhook_queue.moc"
