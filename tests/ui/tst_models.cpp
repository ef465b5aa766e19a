#include "tests/ui/support/page_probe.h"

#include "ui/models/resource_specs.h"
#include "ui/pages/forms/diff_table.h"
#include "ui/pages/models/model_table.h"
#include "ui/pages/models/models_page.h"
#include "ui/pages/models/price_edit.h"
#include "ui/pages/models/tiers_edit.h"
#include "ui/widgets/tag_edit.h"

#include <QTableView>
#include <QTemporaryDir>
#include <QToolButton>

using namespace tollgate::ui;

namespace {

QJsonObject modelJson(const char* provider, const char* name, const QJsonValue& in, const QJsonValue& out) {
    QJsonObject model = parseObject(R"({"cache_read_usd_per_mtok":null,"cache_write_usd_per_mtok":null,
        "usd_per_hour":null,"source":"list price","valid_from":"2026-01-01T00:00:00Z","context_window":128000,
        "max_output_tokens":16384,"capabilities":["chat","tools"],"tier":"simple",
        "history":[{"input_usd_per_mtok":9,"output_usd_per_mtok":18,"valid_from":null,"source":"manual"}]})");
    model.insert(u"provider", QString::fromLatin1(provider));
    model.insert(u"model", QString::fromLatin1(name));
    model.insert(u"input_usd_per_mtok", in);
    model.insert(u"output_usd_per_mtok", out);
    return model;
}

using Base = PageProbe<ModelsPage>;

struct Probe : Base {
    Probe() {
        link.answer(
            QStringLiteral("/models"),
            page({modelJson("openai", "gpt-4o", 2.5, 10), modelJson("openai", "gpt-4o-mini", 0.15, 0.6),
                  modelJson("groq", "meta/llama-3", QJsonValue::Null, QJsonValue::Null)}));
        link.emitEvent(QStringLiteral("config"), {});
        QTest::qWait(150);
        form->open(QStringLiteral("openai/gpt-4o-mini"));
        settle();
    }
    QTableView* table() const { return form->findChild<QTableView*>(QStringLiteral("models")); }
    QString cell(const QString& name, int column) const {
        const QAbstractItemModel* model = table()->model();
        for (int row = 0; row < model->rowCount(); ++row)
            if (model->index(row, ModelTable::Name).data().toString() == name)
                return model->index(row, column).data().toString();
        return QStringLiteral("no such row");
    }
};

const auto kMini = QStringLiteral("/models/openai/gpt-4o-mini");

} // namespace

class TestModels : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void tiersAreEditedOneByOne() {
        Probe probe;
        QJsonObject model = modelJson("openai", "gpt-4o-mini", 0.15, 0.6);
        model.insert(u"tiers",
                     QJsonArray{parseObject(R"({"above_input_tokens":200000,"input_usd_per_mtok":0.3,
            "cache_write_usd_per_mtok":0.4})"),
                                parseObject(R"({"service_tier":"batch","input_usd_per_mtok":0.075})")});
        probe.link.answer(QStringLiteral("/models"), page({model}));
        probe.link.emitEvent(QStringLiteral("config"), {});
        QTest::qWait(150);
        probe.form->open(QStringLiteral("openai/gpt-4o-mini"));
        probe.settle();
        QVERIFY(!probe.form->isDirty());
        auto* tiers = probe.form->findChild<TiersEdit*>();
        QCOMPARE(tiers->findChildren<PriceEdit*>(QStringLiteral("input_usd_per_mtok")).size(), 2);
        tiers->findChildren<PriceEdit*>(QStringLiteral("input_usd_per_mtok"))
            .at(0)
            ->setText(QStringLiteral("0.35"));
        tiers->findChildren<QToolButton*>().at(1)->click(); // the second goes
        probe.link.answer("PATCH", kMini, ScriptedLink::json(model));
        probe.form->save();
        probe.settle();
        const QJsonArray sent = probe.bodyOf("PATCH", kMini).value(u"tiers").toArray();
        QCOMPARE(sent.size(), 1);
        // What has no column stays.
        QCOMPARE(sent.at(0).toObject(), parseObject(R"({"above_input_tokens":200000,"input_usd_per_mtok":0.35,
            "cache_write_usd_per_mtok":0.4})"));
    }

    void aTierWithoutAConditionIsNotSent() {
        Probe probe;
        auto* tiers = probe.form->findChild<TiersEdit*>();
        QVERIFY(probe.press(QStringLiteral("addTier")));
        tiers->findChildren<PriceEdit*>(QStringLiteral("output_usd_per_mtok"))
            .at(0)
            ->setText(QStringLiteral("1"));
        probe.form->save();
        probe.settle();
        QVERIFY(probe.link.sentTo("PATCH", kMini).isEmpty());
        QVERIFY(probe.errorAt(QStringLiteral("tiers")).contains(QStringLiteral("above how many")));
        QCOMPARE(probe.namelessControls(), QString());
    }

    void listsPricesAndCapabilitiesAndUnknownStandsOut() {
        Probe probe;
        QCOMPARE(probe.cell(QStringLiteral("openai/gpt-4o"), ModelTable::Input), QStringLiteral("$2.50"));
        QCOMPARE(probe.cell(QStringLiteral("openai/gpt-4o-mini"), ModelTable::Output),
                 QStringLiteral("$0.60"));
        QCOMPARE(probe.cell(QStringLiteral("groq/meta/llama-3"), ModelTable::Input),
                 QStringLiteral("unknown"));
        QCOMPARE(probe.cell(QStringLiteral("openai/gpt-4o"), ModelTable::Capabilities),
                 QStringLiteral("chat, tools"));
        QVERIFY(probe.form->statusText().contains(QStringLiteral("1 without a price")));
        QCOMPARE(probe.namelessControls(), QString());
    }

    void columnsSortByNumber() {
        Probe probe;
        probe.table()->sortByColumn(ModelTable::Input, Qt::AscendingOrder);
        const QAbstractItemModel* model = probe.table()->model();
        QCOMPARE(model->index(0, ModelTable::Input).data().toString(), QStringLiteral("unknown"));
        QCOMPARE(model->index(2, ModelTable::Input).data().toString(), QStringLiteral("$2.50"));
    }

    void searchFindsByNameCapabilityAndWhatIsUnknown() {
        Probe probe;
        auto* filter = probe.window.findChild<QLineEdit*>(QStringLiteral("filter"));
        filter->setText(QStringLiteral("unknown"));
        QCOMPARE(probe.table()->model()->rowCount(), 1);
        filter->setText(QStringLiteral("tools"));
        QCOMPARE(probe.table()->model()->rowCount(), 3);
        filter->setText(QStringLiteral("mini"));
        QCOMPARE(probe.table()->model()->rowCount(), 1);
    }

    void anotherPriceIsAPatchOfItAlone() {
        Probe probe;
        probe.link.answer("PATCH", kMini, ScriptedLink::json(modelJson("openai", "gpt-4o-mini", 0.2, 0.6)));
        probe.find<PriceEdit>(QStringLiteral("input_usd_per_mtok"))->setText(QStringLiteral("$0.2"));
        QVERIFY(probe.form->save());
        probe.settle();
        QCOMPARE(probe.bodyOf("PATCH", kMini), parseObject(R"({"input_usd_per_mtok":0.2})"));
    }

    void aCorrectionKeepsTheDayOfTheVersion() {
        Probe probe;
        probe.link.answer("PATCH", kMini, ScriptedLink::json(modelJson("openai", "gpt-4o-mini", 0.2, 0.6)));
        probe.find<PriceEdit>(QStringLiteral("input_usd_per_mtok"))->setText(QStringLiteral("0.2"));
        probe.choose(QStringLiteral("since"), QStringLiteral("correct"));
        probe.form->save();
        probe.settle();
        QCOMPARE(probe.bodyOf("PATCH", kMini),
                 parseObject(R"({"input_usd_per_mtok":0.2,"valid_from":"2026-01-01T00:00:00Z"})"));
    }

    void aPriceOfTheFutureSaysSinceWhen() {
        Probe probe;
        probe.link.answer(
            "PATCH", kMini,
            ScriptedLink::refusal(QStringLiteral("must be a time"), QStringLiteral("valid_from")));
        probe.find<PriceEdit>(QStringLiteral("output_usd_per_mtok"))->setText(QString());
        probe.choose(QStringLiteral("since"), QStringLiteral("day"));
        probe.edit(QStringLiteral("sinceDay"))->setText(QStringLiteral("2027-01-01"));
        probe.form->save();
        probe.settle();
        QCOMPARE(probe.bodyOf("PATCH", kMini),
                 parseObject(R"({"output_usd_per_mtok":null,"valid_from":"2027-01-01"})"));
        QVERIFY(probe.messages->text().contains(QStringLiteral("must be a time")));
    }

    void whatIsNoPriceIsNotSent() {
        Probe probe;
        probe.find<PriceEdit>(QStringLiteral("input_usd_per_mtok"))->setText(QStringLiteral("cheap"));
        QVERIFY(!probe.form->save());
        QVERIFY(!probe.errorAt(QStringLiteral("input_usd_per_mtok")).isEmpty());
    }

    void namesWithSlashesKeepTheirPath() {
        QCOMPARE(specs::models().pathOf(QStringLiteral("groq/meta/llama 3")),
                 QStringLiteral("/models/groq/meta/llama%203"));
        QCOMPARE(specs::models().idOf(modelJson("groq", "meta/llama", 1, 1)),
                 QStringLiteral("groq/meta/llama"));
    }

    void bulkEditMultipliesPricesAndKeepsVersions() {
        QJsonObject model = modelJson("openai", "gpt-4o", 2.5, 10);
        model.insert(u"tiers",
                     QJsonArray{parseObject(R"({"above_input_tokens":200000,"input_usd_per_mtok":5})")});
        model.insert(u"warnings", QJsonArray{QStringLiteral("odd")});
        const QJsonObject next =
            modelTasks::edited(model, {90, {QStringLiteral("vision")}, {QStringLiteral("tools")}});
        QCOMPARE(next.value(u"input_usd_per_mtok").toDouble(), 2.25);
        QCOMPARE(next.value(u"tiers").toArray().first().toObject().value(u"input_usd_per_mtok").toDouble(),
                 4.5);
        QCOMPARE(next.value(u"tiers").toArray().first().toObject().value(u"above_input_tokens").toInt(),
                 200'000);
        QCOMPARE(next.value(u"capabilities").toArray(), strings({"chat", "vision"}));
        QVERIFY(!next.contains(u"history") && !next.contains(u"valid_from") && !next.contains(u"warnings"));
        QVERIFY(next.value(u"cache_read_usd_per_mtok").isNull()); // unknown stays unknown
        QCOMPARE(next.value(u"context_window").toInt(), 128'000);
    }

    void chosenRowsAreEditedInOneWrite() {
        Probe probe;
        probe.link.answer("PUT", QStringLiteral("/config"), ScriptedLink::json(QByteArray(R"({"dry_run":true,
            "unchanged":0,"changes":[{"kind":"model","id":"openai/gpt-4o","action":"update",
            "before":{"input_usd_per_mtok":2.5,"history":[]},"after":{"input_usd_per_mtok":1.25,"history":[{}]}}]})")));
        probe.table()->selectAll();
        QCOMPARE(probe.form->chosenCount(), 3);
        QVERIFY(probe.press(QStringLiteral("editChosen")));
        probe.find<QDoubleSpinBox>(QStringLiteral("pricePercent"))->setValue(50);
        probe.settle();
        const QList<FieldDiff> expected{{QStringLiteral("openai/gpt-4o \u00b7 input_usd_per_mtok"),
                                         QStringLiteral("2.5"), QStringLiteral("1.25")}};
        QCOMPARE(probe.form->panel()->diff()->diff(), expected);
        QVERIFY(probe.link.sentTo("PUT", QStringLiteral("/config?dry_run=false")).isEmpty());
        QVERIFY(probe.press(QStringLiteral("applyTask")));
        const auto sent = probe.link.sentTo("PUT", QStringLiteral("/config?dry_run=false"));
        QCOMPARE(sent.size(), 1);
        const QJsonArray models = sent.first().body.value(u"models").toArray();
        QCOMPARE(models.size(), 3);
        QSet<double> prices;
        for (const QJsonValue& model : models)
            prices << model.toObject().value(u"input_usd_per_mtok").toDouble(-1);
        QCOMPARE(prices, (QSet<double>{1.25, 0.075, -1})); // half of each; unknown stays unknown
    }

    void aCostMapIsShownBeforeItIsImported() {
        Probe probe;
        QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("map.json"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(R"({"gpt-4o":{"input_cost_per_token":2e-6,"litellm_provider":"openai"}})");
        file.close();
        probe.link.answer("POST", QStringLiteral("/models/import"),
                          ScriptedLink::json(QByteArray(R"({"added":2,
            "unchanged":5,"skipped":[{"model":"x","reason":"y"}],"warnings":[],"changed":[{"provider":"openai",
            "model":"gpt-4o","old":{"input_usd_per_mtok":2.5},"new":{"input_usd_per_mtok":2}}]})")));
        probe.form->importFile(path);
        probe.settle();
        QVERIFY(probe.link.sentTo("POST", QStringLiteral("/models/import"))
                    .last()
                    .path.startsWith(u"/models/import?dry_run=true&operation="));
        QCOMPARE(probe.form->panel()->summary(),
                 QStringLiteral("New: 2, changed: 1, as they are: 5, left out: 1."));
        QCOMPARE(probe.form->panel()->diff()->diff().first().after, QStringLiteral("2"));
        QVERIFY(probe.press(QStringLiteral("applyTask")));
        QVERIFY(probe.link.sentTo("POST", QStringLiteral("/models/import"))
                    .last()
                    .path.startsWith(u"/models/import?operation="));
        QVERIFY(probe.button(QStringLiteral("applyTask")) == nullptr); // back to the form
    }

    void whatIsNoCostMapIsNotSent() {
        Probe probe;
        QTemporaryDir dir;
        probe.form->importFile(dir.filePath(QStringLiteral("nowhere.json")));
        QVERIFY(probe.messages->text().contains(QStringLiteral("cannot be read")));
        QVERIFY(probe.link.sentTo("POST", QStringLiteral("/models")).isEmpty());
    }

    void historyIsPricedAgainAfterALook() {
        Probe probe;
        probe.link.answer("POST", QStringLiteral("/usage/rerate"), [](const ScriptedLink::Sent&) {
            return ScriptedLink::json(QByteArray(R"({"rows":100,"changed":40,"unpriced":0,"old_cost_usd":12.5,
                "new_cost_usd":10,"models":[{"provider":"openai","model":"gpt-4o","rows":50,"changed":40,
                "old_cost_usd":12,"new_cost_usd":9.5},{"provider":"groq","model":"l","rows":50,"changed":0,
                "old_cost_usd":0.5,"new_cost_usd":0.5}]})"));
        });
        probe.form->rerate();
        probe.settle();
        QCOMPARE(probe.bodyOf("POST", QStringLiteral("/usage/rerate")), parseObject(R"({"dry_run":true})"));
        QCOMPARE(probe.form->panel()->diff()->diff().size(), 1);
        QVERIFY(probe.form->panel()->summary().contains(QStringLiteral("$10.00 instead of $12.50")));
        QVERIFY(probe.press(QStringLiteral("applyTask")));
        QCOMPARE(probe.bodyOf("POST", QStringLiteral("/usage/rerate")), parseObject(R"({"dry_run":false})"));
    }

    void aRefusedTaskSaysWhyAndCanBeLeft() {
        Probe probe;
        probe.link.answer("POST", QStringLiteral("/usage/rerate"),
                          ScriptedLink::refusal(QStringLiteral("history cannot be priced now"), {}, 503));
        probe.form->rerate();
        probe.settle();
        QVERIFY(probe.form->panel()->summary().contains(QStringLiteral("cannot be priced now")));
        QVERIFY(!probe.button(QStringLiteral("applyTask"))->isEnabled());
        QVERIFY(probe.press(QStringLiteral("leaveTask")));
        QVERIFY(!probe.form->currentId().isEmpty());
    }

    void opensOnAnEmptyCatalogue() {
        Base probe(Base::Data::Empty);
        QCOMPARE(probe.list()->model()->rowCount(), 0);
    }
};

QTEST_MAIN(TestModels)
#include "tst_models.moc"
