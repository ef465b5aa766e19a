// The first-run wizard over a real gateway with nothing in it.

#include "tests/ui/support/live_console.h"

#include "ui/pages/projects/secret_panel.h"
#include "ui/shell/console_state.h"
#include "ui/shell/setup/first_run.h"
#include "ui/shell/setup/setup_steps.h"
#include "ui/shell/setup/setup_wizard.h"
#include "ui/widgets/message_bar.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace tollgate;
using namespace tollgate::ui;

namespace {
constexpr int kPatienceMs = LiveConsole::kPatienceMs;
} // namespace

class TestSetup : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_console = std::make_unique<LiveConsole>(m_theme, QSize(1280, 720));
        QVERIFY(m_console->listen());
    }
    void cleanup() { m_console.reset(); }

    void anEmptyGatewayOpensItAndItsFiveStepsEndInALiveRequest() {
        new FirstRun(m_console->window, m_console->link);
        QTRY_VERIFY_WITH_TIMEOUT(wizard() != nullptr, kPatienceMs);
        QCOMPARE(wizard()->step(), 0);
        press("next");
        press("next");
        choose(u"simulated"_qs);
        press("test");
        auto* provider = wizard()->findChild<ProviderStep*>();
        QTRY_VERIFY_WITH_TIMEOUT(provider->result().contains(u"ms"_qs), kPatienceMs);
        press("next");
        wizard()->findChild<QLineEdit*>(u"alias"_qs)->setText(u"talk"_qs);
        press("next");
        QCOMPARE(versionOf(), 0); // nothing yet
        press("next");            // "Create all of it"
        auto* key = wizard()->findChild<KeyStep*>();
        QTRY_VERIFY_WITH_TIMEOUT(key->isMade(), kPatienceMs);
        QCOMPARE(versionOf(), 1); // one write
        const QString secret = wizard()->findChild<QLabel*>(u"secret"_qs)->text();
        QVERIFY(secret.startsWith(u"tg-"_qs));
        QVERIFY(wizard()->findChild<SecretPanel*>()->snippet().contains(secret));
        press("send");
        QTRY_VERIFY_WITH_TIMEOUT(key->requestText().contains(u"200"_qs), kPatienceMs);
        press("next"); // "Finish"
        QTRY_VERIFY(wizard() == nullptr);
        QVERIFY(SetupWizard::isDone(*m_console->window.state()));
    }

    void whatIsLeftIsTakenUpAgainWithoutTheKey() {
        m_console->window.openSetup();
        press("next");
        press("next");
        choose(u"groq"_qs);
        wizard()->findChild<QLineEdit*>(u"key"_qs)->setText(u"gsk-secret-0123456789"_qs);
        wizard()->findChild<QComboBox*>(u"model"_qs)->setEditText(u"llama"_qs);
        press("next");
        press("later");
        QTRY_VERIFY(wizard() == nullptr);
        QVERIFY(SetupWizard::isPostponed(*m_console->window.state()));
        QFile file(m_console->directory() + u"/console.ini"_qs);
        m_console->window.state()->sync();
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(!file.readAll().contains("gsk-secret"));
        new FirstRun(m_console->window, m_console->link); // the next start: a reminder, no dialog
        QTRY_VERIFY_WITH_TIMEOUT(!m_console->window.messages()->text().isEmpty(), kPatienceMs);
        QVERIFY(wizard() == nullptr);
        m_console->window.openSetup();
        QCOMPARE(wizard()->step(), 2);
        QCOMPARE(wizard()->findChild<ProviderStep*>()->preset(), u"groq"_qs);
        QCOMPARE(wizard()->findChild<ProviderStep*>()->model(), u"llama"_qs);
        QVERIFY(wizard()->findChild<QLineEdit*>(u"key"_qs)->text().isEmpty());
    }

    void theProviderMayBeSkipped() {
        m_console->window.openSetup();
        press("next");
        press("next");
        press("skip");
        press("next");
        press("next");
        QTRY_VERIFY_WITH_TIMEOUT(wizard()->findChild<KeyStep*>()->isMade(), kPatienceMs);
        QCOMPARE(listed("/providers"), 0);
        QCOMPARE(listed("/aliases"), 0);
        QCOMPARE(listed("/keys"), 1);
    }

    void theBudgetAndTheKeyMayBeSkipped() {
        m_console->window.openSetup();
        press("next");
        press("next");
        choose(u"simulated"_qs);
        press("next");
        wizard()->findChild<QLineEdit*>(u"alias"_qs)->setText(u"not wanted"_qs);
        press("skip");
        press("skip"); // the key: the provider and its alias are made all the same
        QTRY_VERIFY_WITH_TIMEOUT(wizard() == nullptr, kPatienceMs);
        QVERIFY(SetupWizard::isDone(*m_console->window.state()));
        QCOMPARE(listed("/providers"), 1);
        QCOMPARE(listed("/aliases"), 1);
        QCOMPARE(listed("/budgets"), 0);
        QCOMPARE(listed("/keys"), 0);
        QCOMPARE(listed("/projects"), 0);
    }

    void allOfItMayBeSkipped() {
        m_console->window.openSetup();
        press("next");
        press("next");
        press("skip");
        press("skip");
        press("skip");
        QTRY_VERIFY_WITH_TIMEOUT(wizard() == nullptr, kPatienceMs);
        QVERIFY(SetupWizard::isDone(*m_console->window.state()));
        QCOMPARE(versionOf(), 0);
    }

    void theAddressCanBeChangedWhileItListens() {
        m_console->window.openSetup();
        const QString before = m_console->link.address();
        auto* other = wizard()->findChild<AddressStep*>()->findChild<QPushButton*>(u"otherPort"_qs);
        QTRY_VERIFY(other->isVisible());
        other->click();
        QTRY_VERIFY_WITH_TIMEOUT(m_console->link.state() == LinkState::Listening &&
                                     m_console->link.address() != before,
                                 kPatienceMs);
        QVERIFY(m_console->link.address().startsWith(u"127.0.0.1:"_qs));
    }

    void aRefusalMakesNothingAndSaysWhy() {
        m_console->window.openSetup();
        press("next");
        press("next");
        choose(u"other"_qs);
        wizard()->findChild<QLineEdit*>(u"url"_qs)->setText(u"not a url"_qs);
        wizard()->findChild<QComboBox*>(u"model"_qs)->setEditText(u"m"_qs);
        press("next");
        press("next");
        press("next");
        auto* key = wizard()->findChild<KeyStep*>();
        QTRY_VERIFY_WITH_TIMEOUT(!key->problem().isEmpty(), kPatienceMs);
        QVERIFY2(key->problem().contains(u"base_url"_qs), qPrintable(key->problem()));
        QVERIFY(!key->isMade());
        QCOMPARE(versionOf(), 0);
        QCOMPARE(listed("/keys"), 0);
    }

    void aGatewayThatIsConfiguredIsNotAskedAbout() {
        QVERIFY(m_console->request("POST", "/projects", {{u"name"_qs, u"p"_qs}}).ok());
        new FirstRun(m_console->window, m_console->link);
        QCOMPARE(versionOf(), 1); // its own question has been answered by then
        QVERIFY(wizard() == nullptr);
    }

private:
    SetupWizard* wizard() const { return m_console->window.findChild<SetupWizard*>(); }

    void press(const char* name) {
        QPushButton* found = nullptr;
        for (QPushButton* one : wizard()->findChildren<QPushButton*>(QString::fromLatin1(name)))
            if (one->isVisible())
                found = one;
        QVERIFY2(found != nullptr && found->isEnabled(), name);
        found->click();
    }

    void choose(const QString& preset) {
        auto* box = wizard()->findChild<QComboBox*>(u"preset"_qs);
        box->setCurrentIndex(box->findData(preset));
    }

    int versionOf() { return m_console->request("GET", "/status").json[u"config_version"].toInt(-1); }
    qsizetype listed(const char* path) { return m_console->listed(path); }

    Theme m_theme;
    std::unique_ptr<LiveConsole> m_console;
};

QTEST_MAIN(TestSetup)
#include "tst_setup.moc"
