// The first-run wizard over a real gateway with nothing in it.

#include "gateway/gateway.h"
#include "ui/link/local_link.h"
#include "ui/pages/projects/secret_panel.h"
#include "ui/shell/console_state.h"
#include "ui/shell/main_window.h"
#include "ui/shell/page_registry.h"
#include "ui/shell/setup/first_run.h"
#include "ui/shell/setup/setup_steps.h"
#include "ui/shell/setup/setup_wizard.h"
#include "ui/shell/theme.h"
#include "ui/widgets/message_bar.h"

#include <QComboBox>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

using namespace tollgate;
using namespace tollgate::ui;

namespace {
constexpr int kPatienceMs = 10'000;
} // namespace

class TestSetup : public QObject {
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
        m_window =
            std::make_unique<MainWindow>(m_theme, *m_link, m_pages, m_directory->filePath(u"console.ini"_qs));
        m_window->resize(1280, 720);
        m_window->show();
        m_gateway->open({MasterKey::generate(), SecretStoreKind::Memory, {}});
        m_link->start();
        connect(m_gateway.get(), &Gateway::opened, m_link.get(), [this] { m_link->start(); });
        QTRY_COMPARE_WITH_TIMEOUT(m_link->state(), LinkState::Listening, kPatienceMs);
    }

    void cleanup() {
        m_window.reset();
        m_link.reset();
        m_gateway.reset();
    }

    void anEmptyGatewayOpensItAndItsFiveStepsEndInALiveRequest() {
        new FirstRun(*m_window, *m_link);
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
        QVERIFY(SetupWizard::isDone(*m_window->state()));
    }

    void whatIsLeftIsTakenUpAgainWithoutTheKey() {
        m_window->openSetup();
        press("next");
        press("next");
        choose(u"groq"_qs);
        wizard()->findChild<QLineEdit*>(u"key"_qs)->setText(u"gsk-secret-0123456789"_qs);
        wizard()->findChild<QComboBox*>(u"model"_qs)->setEditText(u"llama"_qs);
        press("next");
        press("later");
        QTRY_VERIFY(wizard() == nullptr);
        QVERIFY(SetupWizard::isPostponed(*m_window->state()));
        QFile file(m_directory->filePath(u"console.ini"_qs));
        m_window->state()->sync();
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(!file.readAll().contains("gsk-secret"));
        new FirstRun(*m_window, *m_link); // the next start: a reminder, no dialog
        QTRY_VERIFY_WITH_TIMEOUT(!m_window->messages()->text().isEmpty(), kPatienceMs);
        QVERIFY(wizard() == nullptr);
        m_window->openSetup();
        QCOMPARE(wizard()->step(), 2);
        QCOMPARE(wizard()->findChild<ProviderStep*>()->preset(), u"groq"_qs);
        QCOMPARE(wizard()->findChild<ProviderStep*>()->model(), u"llama"_qs);
        QVERIFY(wizard()->findChild<QLineEdit*>(u"key"_qs)->text().isEmpty());
    }

    void theProviderMayBeSkipped() {
        m_window->openSetup();
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

    void aRefusalMakesNothingAndSaysWhy() {
        m_window->openSetup();
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
        bool done = false;
        m_link->send("POST", u"/projects"_qs, {{u"name"_qs, u"p"_qs}}, this,
                     [&](const GatewayReply&) { done = true; });
        QTRY_VERIFY_WITH_TIMEOUT(done, kPatienceMs);
        new FirstRun(*m_window, *m_link);
        QCOMPARE(versionOf(), 1); // its own question has been answered by then
        QVERIFY(wizard() == nullptr);
    }

private:
    SetupWizard* wizard() const { return m_window->findChild<SetupWizard*>(); }

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

    QJsonObject read(const char* path) {
        std::optional<GatewayReply> reply;
        m_link->get(QString::fromLatin1(path), this, [&](const GatewayReply& got) { reply = got; });
        [&] { QTRY_VERIFY_WITH_TIMEOUT(reply.has_value(), kPatienceMs); }();
        return reply.value_or(GatewayReply{}).json;
    }
    int versionOf() { return read("/status")[u"config_version"].toInt(-1); }
    qsizetype listed(const char* path) { return read(path)[u"data"].toArray().size(); }

    Theme m_theme;
    PageRegistry m_pages;
    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<Gateway> m_gateway;
    std::unique_ptr<LocalLink> m_link;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(TestSetup)
#include "tst_setup.moc"
