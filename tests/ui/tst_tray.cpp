#include "tests/ui/support/form_fixture.h"
#include "ui/shell/main_window.h"
#include "ui/shell/page_registry.h"
#include "ui/shell/tray/notice_rules.h"
#include "ui/shell/tray/tray.h"
#include "ui/widgets/message_bar.h"

#include <QMenu>
#include <QPushButton>
#include <QTest>

using namespace tollgate::ui;

namespace {

QJsonObject budgetEvent(int threshold, const QString& resets = QStringLiteral("2026-12-01T00:00:00Z")) {
    return {{QStringLiteral("id"), QStringLiteral("bud_1")},
            {QStringLiteral("subject"), QStringLiteral("checkout")},
            {QStringLiteral("threshold"), threshold},
            {QStringLiteral("spent_usd"), 81.5},
            {QStringLiteral("limit_usd"), 100},
            {QStringLiteral("resets_at"), resets}};
}

QJsonObject healthEvent(const QString& circuit, const QString& provider = QStringLiteral("azure-eu")) {
    return {{QStringLiteral("provider"), provider},
            {QStringLiteral("model"), QStringLiteral("m")},
            {QStringLiteral("circuit"), circuit},
            {QStringLiteral("last_error"), QStringLiteral("http_500 <b>x</b>")}};
}

class OpenedPage : public Page {
public:
    OpenedPage(const UiContext& context, QWidget* parent, QStringList* opened)
        : Page(context, parent)
        , m_opened(opened) {}
    void open(const QString& argument) override { *m_opened << argument; }
    QStringList* m_opened;
};

} // namespace

class TestTray : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eachThresholdIsToldOncePerPeriod() {
        NoticeRules rules = newRules();
        const auto notice = rules.judge(u"budget"_qs, budgetEvent(80));
        QVERIFY(notice.has_value());
        QCOMPARE(notice->title, u"Budget of checkout at 80 %"_qs);
        QCOMPARE(notice->text, u"$81.50 of $100 are spent."_qs);
        QCOMPARE(notice->page, u"budgets"_qs);
        QCOMPARE(notice->argument, u"bud_1"_qs);
        QVERIFY(!notice->urgent);
        QVERIFY(!rules.judge(u"budget"_qs, budgetEvent(80)));
        QVERIFY(rules.judge(u"budget"_qs, budgetEvent(100))->urgent);
        QVERIFY(rules.judge(u"budget"_qs, budgetEvent(80, u"2027-01-01T00:00:00Z"_qs))); // its next month
        m_now += NoticeRules::kBudgetMs;
        QVERIFY(rules.judge(u"budget"_qs, budgetEvent(80)));
    }

    void aProviderIsToldDownAndUpButNotWhileItFlaps() {
        NoticeRules rules = newRules();
        QVERIFY(!rules.judge(u"health"_qs, healthEvent(u"closed"_qs))); // was never down
        QVERIFY(rules.judge(u"health"_qs, healthEvent(u"open"_qs))->urgent);
        QVERIFY(!rules.judge(u"health"_qs, healthEvent(u"open"_qs))); // another model of it
        QVERIFY(!rules.judge(u"health"_qs, healthEvent(u"half_open"_qs)));
        QVERIFY(rules.judge(u"health"_qs, healthEvent(u"closed"_qs))->title.contains(u"answers again"_qs));
        for (int i = 0; i < 10; ++i) {
            m_now += 30'000;
            QVERIFY(!rules.judge(u"health"_qs, healthEvent(i % 2 == 0 ? u"open"_qs : u"closed"_qs)));
        }
        QVERIFY(rules.judge(u"health"_qs, healthEvent(u"open"_qs, u"openai"_qs))); // another cause
        m_now += NoticeRules::kHealthMs;
        QVERIFY(rules.judge(u"health"_qs, healthEvent(u"open"_qs)));
    }

    void oddSpendingIsToldOncePerUser() {
        NoticeRules rules = newRules();
        const QJsonObject event{
            {u"user"_qs, u"nightly-eval"_qs}, {u"ratio"_qs, 3.44}, {u"recent_usd"_qs, 12.5}};
        const auto notice = rules.judge(u"anomaly"_qs, event);
        QCOMPARE(notice->text, u"3.4 times the usual: $12.50 in the last hours."_qs);
        QCOMPARE(notice->argument, u"user:nightly-eval"_qs);
        QVERIFY(!rules.judge(u"anomaly"_qs, event));
        QVERIFY(!rules.judge(u"tick"_qs, {}));
        QVERIFY(!rules.judge(u"budget"_qs, {}));
        QVERIFY(!rules.judge(u"health"_qs, {}));
    }

    void aClockThatIsSetBackSilencesNothing() {
        NoticeRules rules = newRules();
        QVERIFY(rules.judge(u"budget"_qs, budgetEvent(80)));
        m_now -= 86'400'000;
        QVERIFY(rules.judge(u"budget"_qs, budgetEvent(80)));
    }

    void theMenuTellsStateAndSpendAndPauses() {
        makeWindow();
        Tray& tray = *m_window->tray();
        QVERIFY(texts(tray).contains(u"Listening on 127.0.0.1:8655"_qs));
        QVERIFY(texts(tray).contains(u"Spent today: unknown"_qs)); // unknown is not zero
        m_link->emitEvent(u"tick"_qs, {{u"spend_today_usd"_qs, 19.72}});
        QVERIFY(texts(tray).contains(u"Spent today: $19.72"_qs));
        trigger(tray, u"Pause the gateway"_qs);
        QCOMPARE(m_link->stops, 1);
        QVERIFY(texts(tray).contains(u"Paused: no requests are taken"_qs));
        trigger(tray, u"Start the gateway"_qs);
        QCOMPARE(m_link->starts, 1);
    }

    void nothingHidesInATrayThatIsNotThere() {
        makeWindow();
        QVERIFY(!m_window->tray()->isShown()); // this platform has none
        m_window->tray()->setKeepRunning(true);
        QVERIFY(!m_window->tray()->keepsRunning());
        QVERIFY(m_window->close());
        QVERIFY(!m_window->isVisible());
    }

    void withoutATrayNoticesAreMessagesThatLeadToTheCause() {
        makeWindow();
        m_link->emitEvent(u"health"_qs, healthEvent(u"open"_qs));
        QVERIFY(m_window->messages()->text().contains(u"azure-eu is out of the rotation"_qs));
        QCOMPARE(m_window->messages()->tone(), Tone::Warning);
        for (QPushButton* button : m_window->messages()->findChildren<QPushButton*>())
            if (button->text() == u"Show"_qs && button->isVisible()) {
                button->click();
                break;
            }
        QCOMPARE(m_window->currentPageId(), u"providers"_qs);
        QCOMPARE(m_opened, QStringList({u"azure-eu"_qs}));
    }

    void noticesWaitUntilAQuestionIsAnswered() {
        makeWindow();
        m_window->messages()->ask(u"Leave?"_qs, {{u"Stay"_qs, [] {}}});
        m_link->emitEvent(u"health"_qs, healthEvent(u"open"_qs));
        QCOMPARE(m_window->messages()->text(), u"Leave?"_qs);
        m_window->messages()->dismiss();
        QTRY_VERIFY(m_window->messages()->text().contains(u"azure-eu is out of the rotation"_qs));
        QVERIFY(m_window->messages()->isVisible());
    }

    void quittingFromTheMenuCloses() {
        makeWindow();
        m_window->hide();
        trigger(*m_window->tray(), u"Show Tollgate"_qs);
        QVERIFY(m_window->isVisible());
        trigger(*m_window->tray(), u"Quit"_qs);
        QVERIFY(!m_window->isVisible());
    }

    void cleanup() {
        m_window.reset();
        m_link.reset();
        m_opened.clear();
    }
    void initTestCase() { m_theme = std::make_unique<Theme>(); }
    void cleanupTestCase() { m_theme.reset(); }

private:
    NoticeRules newRules() {
        return NoticeRules([this] { return m_now; });
    }
    void makeWindow() {
        m_link = std::make_unique<ScriptedLink>();
        m_registry = std::make_unique<PageRegistry>();
        for (const QString& id : {u"overview"_qs, u"providers"_qs})
            m_registry->add(
                {id, id, PageGroup::Observe, id, [this](const UiContext& context, QWidget* parent) -> Page* {
                     return new OpenedPage(context, parent, &m_opened);
                 }});
        m_window = std::make_unique<MainWindow>(*m_theme, *m_link, *m_registry);
        m_window->show();
    }
    static QStringList texts(const Tray& tray) {
        QStringList list;
        for (const QAction* action : tray.menu()->actions())
            list << action->text();
        return list;
    }
    static void trigger(const Tray& tray, const QString& text) {
        for (QAction* action : tray.menu()->actions())
            if (action->text() == text)
                return action->trigger();
        QFAIL("the tray's menu has no such action");
    }

    qint64 m_now = 1'795'000'000'000;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<ScriptedLink> m_link;
    std::unique_ptr<PageRegistry> m_registry;
    std::unique_ptr<MainWindow> m_window;
    QStringList m_opened;
};

QTEST_MAIN(TestTray)
#include "tst_tray.moc"
