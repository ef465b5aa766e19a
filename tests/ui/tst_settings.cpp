#include "tests/ui/support/page_probe.h"

#include "ui/pages/forms/diff_table.h"
#include "ui/pages/forms/form_fields.h"
#include "ui/pages/settings/backup_card.h"
#include "ui/pages/settings/retention_run.h"
#include "ui/pages/settings/settings_cards.h"
#include "ui/pages/settings/settings_page.h"
#include "ui/pages/settings/telemetry_card.h"
#include "ui/shell/console_state.h"
#include "ui/shell/language.h"
#include "ui/widgets/segmented_control.h"
#include "ui/widgets/tag_edit.h"
#include "ui/widgets/toggle_switch.h"

#include <QCheckBox>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace tollgate::ui;

namespace {

QJsonObject settings() {
    return parseObject(
        R"({"auth":"required","capture_bodies":"errors","retention_days":90,"max_database_mb":2048,
        "cache":"off","cache_ttl_seconds":300,"cache_max_mb":64,"cors_origins":[],"webhook_allow_private":false,
        "otlp_endpoint":null,"default_alias":"chat-default","default_prompt":"assistant",
        "breaker":{"failures":3,"window_seconds":60,"cooldown_seconds":30,"max_cooldown_seconds":300,"successes":2},
        "on_ledger_failure":"serve","health_probe_seconds":30,"jobs_parallel":32,"task_ttl_hours":24,"jobs_max_mb":4096,"jobs_project_max_mb":1024,"of_a_newer_gateway":{"x":1}})");
}

using Base = PageProbe<SettingsPage>;

struct Probe : Base {
    Probe() {
        link.answer(QStringLiteral("/settings"), settings());
        link.answer(QStringLiteral("/status"),
                    parseObject(R"({"version":"0.1.0","config_version":17,"threads":4,
            "listen":"127.0.0.1:8655","data_directory":"/home/me/.local/share/tollgate","ledger_rows":75354,
            "database_bytes":87552000,"secret_store":"file","secret_store_note":"there is no session bus"})"));
        link.answer(
            QStringLiteral("/security/self-check"),
            page(
                {parseObject(
                     R"({"id":"bind","title":"Listens here only","state":"ok","detail":"127.0.0.1"})"),
                 parseObject(
                     R"({"id":"secrets","title":"Keys are sealed","state":"warning","detail":"<b>file</b>"})")}));
        form->deactivate();
        form->activate();
        settle();
    }
    QString write(const QTemporaryDir& dir, const QByteArray& text) const {
        const QString path = dir.filePath(QStringLiteral("config.json"));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("cannot write %s", qPrintable(path));
        return path;
    }
    void answerDryRun() {
        link.answer("PUT", QStringLiteral("/config"),
                    ScriptedLink::json(QByteArray(R"({"dry_run":true,"unchanged":9,
            "config_version":17,"generated_keys":[],"changes":[
            {"kind":"alias","id":"chat-default","action":"update","before":{"enabled":true},"after":{"enabled":false}},
            {"kind":"project","id":"new","action":"create","before":null,"after":{"name":"new"}}]})")));
    }
};

} // namespace

class TestSettings : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void opensWithWhatIsStored() {
        Probe probe;
        QVERIFY(!probe.form->isDirty());
        QCOMPARE(probe.form->form().binding().value(QStringLiteral("retention_days")).toInt(), 90);
        QCOMPARE(probe.form->form().binding().current(), settings());
        QVERIFY(!probe.button(QStringLiteral("Save"))->isEnabled());
        QCOMPARE(probe.namelessControls(), QString());
        QCOMPARE(probe.tabOrderMistakes(), QString());
    }

    void savesOnlyWhatChangedAndCanUndo() {
        Probe probe;
        QJsonObject stored = settings();
        stored.insert(u"retention_days", 30);
        probe.link.answer("PATCH", QStringLiteral("/settings"), ScriptedLink::json(stored));
        probe.find<QSpinBox>(QStringLiteral("retention_days"))->setValue(30);
        QVERIFY(probe.form->isDirty());
        QVERIFY(probe.press(QStringLiteral("Save")));
        QCOMPARE(probe.bodyOf("PATCH", QStringLiteral("/settings")), parseObject(R"({"retention_days":30})"));
        QVERIFY(!probe.form->isDirty());
        probe.link.answer("PATCH", QStringLiteral("/settings"), ScriptedLink::json(settings()));
        probe.link.answer(QStringLiteral("/settings"), stored);
        QVERIFY(probe.press(QStringLiteral("Undo")));
        QCOMPARE(probe.bodyOf("PATCH", QStringLiteral("/settings")), parseObject(R"({"retention_days":90})"));
    }

    void everySettingIsAField() {
        Probe probe;
        const FormBinding& binding = probe.form->form().binding();
        for (const QString& path : settings().keys()) {
            if (path == QLatin1String("breaker") || path == QLatin1String("of_a_newer_gateway"))
                continue;
            QVERIFY2(!binding.value(path).isUndefined(), qPrintable(path));
        }
        for (const QString& path : settings().value(u"breaker").toObject().keys())
            QVERIFY2(!binding.value(QStringLiteral("breaker.") + path).isUndefined(), qPrintable(path));
    }

    void switchesAndListsAreWritten() {
        Probe probe;
        probe.link.answer("PATCH", QStringLiteral("/settings"), ScriptedLink::json(settings()));
        probe.find<ToggleSwitch>(QStringLiteral("webhook_allow_private"))->click();
        probe.form->findChild<TagEdit*>()->setTags({QStringLiteral("app.example.com")});
        Q_EMIT probe.form->findChild<TagEdit*>()->tagsChanged();
        probe.choose(QStringLiteral("cache"), QStringLiteral("exact"));
        probe.find<QSpinBox>(QStringLiteral("breaker.failures"))->setValue(5);
        probe.form->save();
        probe.settle();
        const QJsonObject expected = parseObject(R"({"webhook_allow_private":true,"cache":"exact",
            "cors_origins":["app.example.com"],"breaker":{"failures":5}})");
        QCOMPARE(probe.bodyOf("PATCH", QStringLiteral("/settings")), expected);
    }

    void refusalsStandAtTheirField() {
        Probe probe;
        probe.link.answer("PATCH", QStringLiteral("/settings"),
                          ScriptedLink::refusal(QStringLiteral("must be at least cooldown_seconds"),
                                                QStringLiteral("breaker.max_cooldown_seconds")));
        probe.find<QSpinBox>(QStringLiteral("breaker.max_cooldown_seconds"))->setValue(10);
        probe.form->save();
        probe.settle();
        QCOMPARE(probe.errorAt(QStringLiteral("breaker.max_cooldown_seconds")),
                 QStringLiteral("must be at least cooldown_seconds"));
        QVERIFY(probe.form->isDirty());
        probe.form->revert();
        QVERIFY(!probe.form->isDirty());
        QCOMPARE(probe.errorAt(QStringLiteral("breaker.max_cooldown_seconds")), QString());
    }

    void whatIsTypedStaysWhenOthersSave() {
        Probe probe;
        probe.find<QSpinBox>(QStringLiteral("retention_days"))->setValue(7);
        QJsonObject other = settings();
        other.insert(u"max_database_mb", 512);
        probe.link.answer(QStringLiteral("/settings"), other);
        probe.link.emitEvent(QStringLiteral("config"), {});
        probe.settle();
        QCOMPARE(probe.find<QSpinBox>(QStringLiteral("retention_days"))->value(), 7);
        QCOMPARE(probe.find<QSpinBox>(QStringLiteral("max_database_mb"))->value(), 512);
    }

    void everySettingOfTheGatewayHasAControl() {
        Probe probe;
        const QJsonObject stored = settings();
        for (const QString& name : stored.keys()) {
            if (name == u"of_a_newer_gateway"_qs)
                continue;
            const QStringList paths = stored.value(name).isObject() ? [&] {
                QStringList inner;
                for (const QString& field : stored.value(name).toObject().keys())
                    inner << name + u'.' + field;
                return inner;
            }()
                                                                    : QStringList{name};
            for (const QString& path : paths)
                QVERIFY2(!probe.form->form().binding().value(path).isUndefined(), qPrintable(path));
        }
    }

    void setupCanBeRunAgain() {
        Probe probe;
        QSignalSpy left(probe.form, &Page::navigate);
        QVERIFY(probe.press(QStringLiteral("runSetup")));
        QCOMPARE(left.first().first().toString(), QStringLiteral("setup"));
    }

    void aRestoreTakesYaml() {
        Probe probe;
        QTemporaryDir dir;
        probe.answerDryRun();
        probe.form->backup()->preview(
            probe.write(dir, "aliases:\n  - alias: chat-default\n    enabled: false\n"));
        probe.settle();
        const QJsonObject sent = probe.bodyOf("PUT", QStringLiteral("/config"));
        QCOMPARE(sent.value(u"aliases").toArray().at(0).toObject().value(u"enabled"), QJsonValue(false));
        probe.form->backup()->preview(probe.write(dir, "aliases:\n  - alias: [x\n"));
        QVERIFY2(probe.messages->text().contains(QStringLiteral("line")), qPrintable(probe.messages->text()));
    }

    void factsAndSecretsAreTold() {
        Probe probe;
        QStringList texts;
        for (const QLabel* label : probe.form->facts()->findChildren<QLabel*>())
            texts << label->text();
        QVERIFY(texts.contains(QStringLiteral("/home/me/.local/share/tollgate")));
        QVERIFY(texts.contains(QStringLiteral("127.0.0.1:8655")));
        QCOMPARE(probe.form->facts()->secrets(), QStringLiteral("a sealed file"));
    }

    void theSelfCheckIsAListWithStates() {
        Probe probe;
        const QAbstractItemModel* rows = probe.form->security()->table()->model();
        QCOMPARE(rows->rowCount(), 2);
        QCOMPARE(rows->index(1, 0).data().toString(), QStringLiteral("look at this"));
        QCOMPARE(rows->index(1, 2).data().toString(), QStringLiteral("<b>file</b>")); // as text
        QVERIFY(!rows->index(1, 2).data(Qt::ToolTipRole).toString().contains(QStringLiteral("<b>")));
        probe.link.clearSent();
        QVERIFY(probe.press(QStringLiteral("Check again")));
        QCOMPARE(probe.link.sentTo("GET", QStringLiteral("/security/self-check")).size(), 1);
    }

    void coloursChangeAtOnceAndTheLanguageIsRemembered() {
        QTemporaryDir dir;
        ConsoleState state(dir.filePath(QStringLiteral("console.ini")));
        ScriptedLink link;
        MessageBar messages;
        Theme& theme = Theme::of(nullptr);
        const ThemeMode before = theme.mode();
        AppearanceCard card({&theme, &link, &messages, nullptr, &state});
        card.mode()->setCurrent(QStringLiteral("light"));
        QVERIFY(theme.mode() == ThemeMode::Light);
        theme.setMode(ThemeMode::Dark);
        QCOMPARE(card.mode()->current(), QStringLiteral("dark"));
        theme.setMode(before);
        card.language()->setCurrentIndex(2);
        QCOMPARE(state.value(languageKey()).toString(), languages().at(1).code);
    }

    void theConfigurationIsWrittenAsItIs() {
        Probe probe;
        QTemporaryDir dir;
        const QJsonObject config =
            parseObject(R"({"aliases":[{"alias":"a"}],"settings":{"auth":"required"}})");
        probe.link.answer(QStringLiteral("/config"), config);
        QSignalSpy saved(probe.form->backup(), &BackupCard::saved);
        const QString path = dir.filePath(QStringLiteral("backup.json"));
        probe.form->backup()->saveTo(path);
        QVERIFY(saved.wait(5'000));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(QJsonDocument::fromJson(file.readAll()).object(), config);
    }

    void aRestoreIsShownBeforeItIsApplied() {
        Probe probe;
        QTemporaryDir dir;
        probe.answerDryRun();
        probe.form->backup()->preview(probe.write(dir, R"({"aliases":[]})"));
        probe.settle();
        const QList<FieldDiff> expected{{QStringLiteral("alias chat-default \u00b7 enabled"),
                                         QStringLiteral("yes"), QStringLiteral("no")},
                                        {QStringLiteral("project new"), QString(), QStringLiteral("there")}};
        QCOMPARE(probe.form->backup()->diff()->diff(), expected);
        QVERIFY(probe.form->backup()->summary().startsWith(u'2'));
        for (const auto& sent : probe.link.sentTo("PUT", QStringLiteral("/config")))
            QVERIFY(sent.path.startsWith(u"/config?dry_run=true"));
        probe.find<QCheckBox>(QStringLiteral("prune"))->setChecked(true);
        probe.settle();
        QVERIFY(probe.bodyOf("PUT", QStringLiteral("/config")).value(u"prune").toBool());
        QVERIFY(probe.press(QStringLiteral("applyConfig")));
        QCOMPARE(probe.link.sentTo("PUT", QStringLiteral("/config?dry_run=false")).size(), 1);
        QCOMPARE(probe.form->backup()->summary(), QString());
    }

    void aRestoreThatDeletesAsksOnceAndCanBeUndone() {
        Probe probe;
        QTemporaryDir dir;
        probe.link.answer("PUT", QStringLiteral("/config"), ScriptedLink::json(QByteArray(R"({"dry_run":true,
            "unchanged":0,"config_version":42,"changes":[{"kind":"alias","id":"a","action":"delete",
            "before":{"alias":"a"},"after":null}]})")));
        probe.form->backup()->preview(probe.write(dir, R"({"aliases":[]})"));
        probe.settle();
        QVERIFY(probe.press(QStringLiteral("applyConfig")));
        QVERIFY(probe.link.sentTo("PUT", QStringLiteral("/config?dry_run=false")).isEmpty());
        auto* question = probe.form->backup()->findChild<MessageBar*>(QStringLiteral("question"));
        QVERIFY(question->isVisible() && question->text().contains(u"deleted"));
        QVERIFY(probe.press(QStringLiteral("Restore")));
        QCOMPARE(probe.link.sentTo("PUT", QStringLiteral("/config?dry_run=false")).size(), 1);
        probe.link.answer("POST", QStringLiteral("/config/undo"), ScriptedLink::json(QByteArray("{}")));
        QVERIFY(probe.press(QStringLiteral("Undo restore")));
        QCOMPARE(probe.bodyOf("POST", QStringLiteral("/config/undo")),
                 parseObject(R"({"config_version":42})"));
        QVERIFY(probe.messages->text().startsWith(u"Undone: restore of the configuration"));
    }

    void retentionAsksRunsAndSaysWhatWent() {
        Probe probe;
        probe.link.answer("POST", QStringLiteral("/retention/run"),
                          ScriptedLink::json(QByteArray(R"({"removed_requests":1200,"before":null,
            "database_bytes_before":3000000,"database_bytes":1000000})")));
        auto* run = probe.form->findChild<RetentionRun*>();
        QVERIFY(probe.press(QStringLiteral("runRetention")));
        QVERIFY(probe.link.sentTo("POST", QStringLiteral("/retention/run")).isEmpty());
        QVERIFY(probe.press(QStringLiteral("Remove")));
        QCOMPARE(probe.link.sentTo("POST", QStringLiteral("/retention/run")).size(), 1);
        QVERIFY(run->outcome().contains(u"1\u2009200") || run->outcome().contains(u"1,200") ||
                run->outcome().contains(u"200 requests"));
    }

    void aRefusedFileSaysWhereAndCannotBeApplied() {
        Probe probe;
        QTemporaryDir dir;
        probe.link.answer("PUT", QStringLiteral("/config"),
                          ScriptedLink::refusal(QStringLiteral("there is no provider x"),
                                                QStringLiteral("aliases[0].targets[0].provider")));
        probe.form->backup()->preview(probe.write(dir, R"({"aliases":[{}]})"));
        probe.settle();
        QVERIFY(probe.form->backup()->summary().contains(QStringLiteral("aliases[0].targets[0].provider")));
        QVERIFY(!probe.button(QStringLiteral("applyConfig"))->isEnabled());
    }

    void whatIsNoConfigurationIsNotSent() {
        Probe probe;
        QTemporaryDir dir;
        probe.form->backup()->preview(probe.write(dir, "{\"aliases\": ["));
        QVERIFY(probe.messages->text().contains(QStringLiteral("cannot be read")));
        probe.form->backup()->preview(dir.filePath(QStringLiteral("nowhere.json")));
        QVERIFY(probe.messages->text().contains(QStringLiteral("cannot be read")));
        QVERIFY(probe.link.sentTo("PUT", QStringLiteral("/config")).isEmpty());
    }

    void headersOfTelemetryAreLinesAndNeverShown() {
        QVERIFY(!headersOfText(QStringLiteral("no colon")));
        QVERIFY(!headersOfText(QStringLiteral("empty:")));
        const auto headers = headersOfText(QStringLiteral("Authorization: Bearer a:b\n\n x-scope :c "));
        QVERIFY(headers);
        QCOMPARE(*headers, parseObject(R"({"authorization":"Bearer a:b","x-scope":"c"})"));
        QCOMPARE(textOfHeaders(*headers), QStringLiteral("authorization: Bearer a:b\nx-scope: c"));

        Probe probe;
        auto* edit = probe.form->telemetry()->findChild<QPlainTextEdit*>();
        QVERIFY(edit != nullptr);
        edit->setPlainText(QStringLiteral("authorization: Bearer very-secret"));
        for (const FieldChange& change : probe.form->form().binding().changes())
            QVERIFY(!change.after.contains(QLatin1String("very-secret")));
        const QJsonObject expected =
            parseObject(R"({"otlp_headers":{"authorization":"Bearer very-secret"}})");
        QCOMPARE(probe.form->form().binding().patch(), expected);
        edit->setPlainText(QStringLiteral("authorization"));
        QVERIFY(!probe.form->form().binding().checkAll());
    }

    void aTestOfTelemetrySendsWhatTheFormSaysAndShowsTheExactError() {
        Probe probe;
        TelemetryCard* card = probe.form->telemetry();
        card->findChild<QLineEdit*>()->setText(QStringLiteral("http://127.0.0.1:4318"));
        probe.link.answer(
            "POST", QStringLiteral("/telemetry/test"),
            ScriptedLink::json(QByteArray(
                R"({"ok":false,"latency_ms":null,"error":"/v1/traces answered 401: <b>no</b>"})")));
        card->test();
        probe.settle();
        const QJsonObject expected =
            QJsonObject{{QStringLiteral("otlp_endpoint"), QStringLiteral("http://127.0.0.1:4318")}};
        QCOMPARE(probe.link.sentTo("POST", QStringLiteral("/telemetry/test")).last().body, expected);
        QCOMPARE(card->outcome(), QStringLiteral("/v1/traces answered 401: <b>no</b>"));
        probe.link.answer("POST", QStringLiteral("/telemetry/test"),
                          ScriptedLink::json(QByteArray(R"({"ok":true,"latency_ms":11.6,"error":null})")));
        card->test();
        probe.settle();
        QCOMPARE(card->outcome(), QStringLiteral("The collector took it after 12 ms."));
    }

    void telemetryTellsHowItGoes() {
        Probe probe;
        TelemetryCard* card = probe.form->telemetry();
        QVERIFY(card->state().isEmpty()); // of a gateway that says nothing of it
        card->setStatus(parseObject(
            R"({"state":"failing","last_error":"/v1/traces answered 503","spans_waiting":3,
            "spans_exported":1,"spans_dropped":4,"spans_rejected":2})"));
        QCOMPARE(card->state(), QStringLiteral("Spans sent: 1, waiting: 3, refused: 2, lost: 4\n"
                                               "/v1/traces answered 503"));
    }
};

QTEST_MAIN(TestSettings)
#include "tst_settings.moc"
