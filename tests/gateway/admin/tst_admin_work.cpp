// Long work in slices: others are answered in between, it can be seen and stopped, and it is written at once
// or not at all.
#include "tests/gateway/admin/admin_fixture.h"

#include <QTest>

using namespace tollgate;

namespace {

std::string costMap(int count) {
    std::string map;
    for (int i = 0; i < count; ++i)
        map += (i == 0 ? "{" : ",") + std::string("'made-up-") + std::to_string(i) +
               "':{'litellm_provider':'openai','mode':'chat','input_cost_per_token':0.000001}";
    return map + "}";
}

} // namespace

class AdminWorkTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_fixture = std::make_unique<AdminFixture>();
        m_fixture->create("/providers", "{'name':'live','kind':'openai','base_url':'http://127.0.0.1:9'}");
        m_fixture->waits = true;
        m_fixture->restart();
        m_before = m_fixture->get("/config").text();
    }

    void itIsSeenWhileItRuns() {
        QCOMPARE(m_fixture->call("POST", "/models/import?operation=w1", costMap(100)).status, 0);
        const auto answer = m_fixture->answered;
        QVERIFY(m_fixture->turn());
        const Reading seen = m_fixture->get("/operations/w1");
        QCOMPARE(seen.status, 200);
        QCOMPARE(seen.at("total").as_int64(), 100);
        QVERIFY(seen.at("done").as_int64() > 0 && seen.at("done").as_int64() < 100);
        QCOMPARE(m_fixture->get("/operations").data().size(), std::size_t{1});
        QCOMPARE(m_fixture->get("/config").text(), m_before); // nothing is written before the end
        while (m_fixture->turn()) {
        }
        QCOMPARE(AdminFixture::readingOf(answer).at("added").as_int64(), 100);
        QCOMPARE(m_fixture->get("/operations/w1").status, 404);
        QVERIFY(m_fixture->get("/config").text() != m_before);
    }

    void stoppedItHasChangedNothing_data() {
        QTest::addColumn<QString>("method");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("body");
        QTest::newRow("import") << "POST"
                                << "/models/import?operation=w" << QString::fromStdString(costMap(100));
        QString projects;
        for (int i = 0; i < 100; ++i)
            projects += QStringLiteral("%1{'name':'p%2'}").arg(i == 0 ? u"" : u",").arg(i);
        QTest::newRow("config") << "PUT"
                                << "/config?dry_run=false&operation=w"
                                << QString(u"{'projects':[" + projects + u"]}");
    }
    void stoppedItHasChangedNothing() {
        QFETCH(QString, method);
        QFETCH(QString, path);
        QFETCH(QString, body);
        QCOMPARE(m_fixture->call(method.toStdString(), path.toStdString(), body.toStdString()).status, 0);
        const auto answer = m_fixture->answered;
        QVERIFY(m_fixture->turn());
        QCOMPARE(m_fixture->call("DELETE", "/operations/w").status, 200);
        while (m_fixture->turn()) {
        }
        const Reading refused = AdminFixture::readingOf(answer);
        QCOMPARE(refused.status, 409);
        QCOMPARE(refused.code(), std::string("cancelled"));
        QCOMPARE(m_fixture->get("/config").text(), m_before);
        m_fixture->restart();
        QCOMPARE(m_fixture->get("/config").text(), m_before);
    }

    void whatOthersWriteMeanwhileIsKept() {
        m_fixture->call("PUT", "/config?dry_run=false&operation=w",
                        "{'projects':[{'name':'a'}" + std::string(40, ' ') + "]," + models(60) + "}");
        const auto answer = m_fixture->answered;
        QVERIFY(m_fixture->turn());
        m_fixture->create("/projects", "{'name':'between'}");
        while (m_fixture->turn()) {
        }
        QCOMPARE(AdminFixture::readingOf(answer).status, 200);
        QCOMPARE(m_fixture->get("/projects/between").status, 200);
        QCOMPARE(m_fixture->get("/projects/a").status, 200);
    }

    void aCheckThatIsStoppedIsAnswered() {
        bool stopped = false;
        m_fixture->checker = [](const Provider&, const Credentials&, const auto&) {}; // never answers
        m_fixture->checkerStops = [&stopped] { stopped = true; };
        QCOMPARE(m_fixture->call("POST", "/providers/live/check?operation=c").status, 0);
        const auto answer = m_fixture->answered;
        QCOMPARE(m_fixture->call("DELETE", "/operations/c").status, 200);
        QVERIFY(stopped);
        QCOMPARE(AdminFixture::readingOf(answer).code(), std::string("cancelled"));
        QCOMPARE(m_fixture->get("/operations").data().size(), std::size_t{0});
    }

    void anIdMayBeUsedOnceAtATime() {
        m_fixture->call("POST", "/models/import?dry_run=true&operation=w", costMap(100));
        QCOMPARE(m_fixture->call("POST", "/models/import?dry_run=true&operation=w", costMap(1)).status, 409);
        while (m_fixture->turn()) {
        }
        QCOMPARE(
            m_fixture->call("POST", "/models/import?operation=" + std::string(65, 'x'), costMap(1)).status,
            422);
        QCOMPARE(m_fixture->call("DELETE", "/operations/w").status, 404);
    }

private:
    static std::string models(int count) {
        std::string list = "'models':[";
        for (int i = 0; i < count; ++i)
            list +=
                (i == 0 ? "" : ",") + std::string("{'provider':'live','model':'m") + std::to_string(i) + "'}";
        return list + "]";
    }

    std::unique_ptr<AdminFixture> m_fixture;
    std::string m_before;
};

QTEST_GUILESS_MAIN(AdminWorkTest)
#include "tst_admin_work.moc"
