// Work that takes its time: how far it is, and the button that really stops it.
#include "tests/ui/support/scripted_link.h"
#include "ui/link/long_work.h"
#include "ui/pages/forms/work_bar.h"
#include "ui/shell/start_banner.h"
#include "ui/shell/theme.h"

#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace tollgate::ui;

namespace {

/// Answers the work only when it is told to.
class SlowLink : public ScriptedLink {
public:
    void send(const QByteArray& method, const QString& path, const QJsonObject& body, QObject* context,
              ReplyHandler onReply) override {
        if (!path.startsWith(u"/slow"))
            return ScriptedLink::send(method, path, body, context, std::move(onReply));
        id = path.section(QStringLiteral("operation="), 1);
        answerNow = std::move(onReply);
    }
    void announce(const QString& what) { setState(LinkState::Starting, what); }

    QString id;
    ReplyHandler answerNow;
};

} // namespace

class TestLongWork : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<Theme>(); }
    void cleanupTestCase() { m_theme.reset(); }

    void theBarShowsHowFarItIs() {
        SlowLink link;
        LongWork work(link);
        WorkBar bar(work, QStringLiteral("Import"));
        bool answered = false;
        work.start("POST", QStringLiteral("/slow?dry_run=true"), {},
                   [&](const GatewayReply&) { answered = true; });
        QVERIFY(!bar.isVisible()); // what is done at once needs none
        QVERIFY(!link.id.isEmpty());
        link.answer("GET", u"/operations/" + link.id,
                    ScriptedLink::json(QJsonObject{{u"done"_qs, 30}, {u"total"_qs, 120}}));
        QTRY_VERIFY(bar.isVisible());
        QTRY_COMPARE(bar.text(), QStringLiteral("Import: 30 of 120"));
        QCOMPARE(bar.bar()->maximum(), 1000);
        QCOMPARE(bar.bar()->value(), 250);
        QCOMPARE(bar.bar()->accessibleName(), QStringLiteral("Import"));
        link.answerNow(ScriptedLink::json(QJsonObject()));
        QVERIFY(answered);
        QVERIFY(!bar.isVisible());
    }

    void stoppingTellsTheGatewayAndWaitsForItsAnswer() {
        SlowLink link;
        LongWork work(link);
        WorkBar bar(work, QStringLiteral("Import"));
        GatewayReply got;
        work.start("POST", QStringLiteral("/slow"), {}, [&](const GatewayReply& reply) { got = reply; });
        QTRY_VERIFY(bar.isVisible());
        QCOMPARE(bar.bar()->maximum(), 0); // nobody knows how much there is
        bar.stopButton()->click();
        QCOMPARE(link.sentTo("DELETE", u"/operations/" + link.id).size(), 1);
        QVERIFY(work.isStopping());
        QVERIFY(!bar.stopButton()->isEnabled());
        QVERIFY(bar.text().contains(u"stopping"));
        link.answerNow(ScriptedLink::json(
            QJsonObject{{u"error"_qs, QJsonObject{{u"code"_qs, u"cancelled"_qs}, {u"message"_qs, u"x"_qs}}}},
            409));
        QVERIFY(LongWork::wasCancelled(got));
        QVERIFY(!work.isRunning());
    }

    void whatBeginsAnewForgetsTheAnswerOfTheFirst() {
        SlowLink link;
        LongWork work(link);
        int first = 0;
        int second = 0;
        work.start("POST", QStringLiteral("/slow"), {}, [&](const GatewayReply&) { ++first; });
        const auto late = link.answerNow;
        const QString id = link.id;
        work.start("POST", QStringLiteral("/slow"), {}, [&](const GatewayReply&) { ++second; });
        QCOMPARE(link.sentTo("DELETE", u"/operations/" + id).size(), 1); // the gateway stops it, too
        late(ScriptedLink::json(QJsonObject()));
        link.answerNow(ScriptedLink::json(QJsonObject()));
        QCOMPARE(first, 0);
        QCOMPARE(second, 1);
    }

    void aStartThatTakesItsTimeSaysWhatItDoes() {
        SlowLink link;
        StartBanner banner(link);
        QVERIFY(!banner.isVisible());
        link.announce(QStringLiteral("The database is brought up to date."));
        QVERIFY(!banner.isVisible()); // most starts are over by now
        QTRY_VERIFY(banner.isVisible());
        QCOMPARE(banner.text(), QStringLiteral("The database is brought up to date."));
        QCOMPARE(banner.bar()->maximum(), 0);
        QSignalSpy closing(&banner, &StartBanner::closeWanted);
        banner.findChild<QPushButton*>()->click();
        QCOMPARE(closing.size(), 1);
        link.setState(LinkState::Listening);
        QVERIFY(!banner.isVisible());
    }

private:
    std::unique_ptr<Theme> m_theme;
};

QTEST_MAIN(TestLongWork)
#include "tst_long_work.moc"
