// Prices have versions, look odd in public, and take effect by themselves.
#include "admin_fixture.h"

#include "gateway/config/price_versions.h"

using namespace tollgate;

class ModelPricesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void anotherPriceIsAnotherVersion();
    void theSamePriceIsNoVersion();
    void aVersionIsCorrectedByItsInstant();
    void aFuturePriceTakesEffectByItself();
    void aFuturePriceStandsAboveTheCatalogueOnlyThen();
    void historyCanBeReplacedAndComesBackAsItWas();
    void oddPricesAreSaidSoAndAudited();
    void aConfigurationFileIsAppliedOnce();
    void versionsSurviveARestart();
    void versionsAreBounded();

private:
    static double inputAt(const AdminFixture& fixture, const std::string& id, std::int64_t atMs) {
        const auto* model = ConfigSnapshot::find(fixture.snapshot()->models, id);
        const auto input = pricesAt(*model, atMs).input;
        return input ? input->usdPerMtok() : -1;
    }
    static void makeModel(AdminFixture& fixture) {
        fixture.create("/providers", "{'name':'p','kind':'simulated'}");
        fixture.create("/models",
                       "{'provider':'p','model':'m','input_usd_per_mtok':1,'output_usd_per_mtok':2}");
    }
};

void ModelPricesTest::anotherPriceIsAnotherVersion() {
    AdminFixture fixture;
    makeModel(fixture);
    QVERIFY(fixture.get("/models/p/m").at("valid_from").is_null());
    const std::int64_t first = fixture.clock.unixMs();
    fixture.clock.advanceMs(60'000);
    const std::int64_t second = fixture.clock.unixMs();
    const Reading patched = fixture.call("PATCH", "/models/p/m", "{'input_usd_per_mtok':3}");
    QVERIFY2(patched.status == 200, patched.text().c_str());
    QVERIFY(patched.at("input_usd_per_mtok") == 3);
    QCOMPARE(patched.textAt("valid_from"), toRfc3339(second));
    const auto& history = patched.at("history").as_array();
    QCOMPARE(history.size(), std::size_t{1});
    QVERIFY(history[0].at("input_usd_per_mtok") == 1);
    QVERIFY(history[0].at("valid_from").is_null());
    QCOMPARE(inputAt(fixture, "p/m", first), 1.0);
    QCOMPARE(inputAt(fixture, "p/m", second - 1), 1.0);
    QCOMPARE(inputAt(fixture, "p/m", second), 3.0);
    fixture.clock.advanceMs(1000);
    fixture.call("PUT", "/models/p/m", "{'input_usd_per_mtok':4,'output_usd_per_mtok':5}");
    QCOMPARE(fixture.get("/models/p/m").at("history").as_array().size(), std::size_t{2});
}

void ModelPricesTest::theSamePriceIsNoVersion() {
    AdminFixture fixture;
    makeModel(fixture);
    fixture.clock.advanceMs(1000);
    fixture.call("PUT", "/models/p/m",
                 "{'input_usd_per_mtok':1,'output_usd_per_mtok':2,'context_window':100}");
    fixture.call("PATCH", "/models/p/m", "{'tier':'simple'}");
    fixture.call("PATCH", "/models/p/m", "{'input_usd_per_mtok':1}");
    const Reading model = fixture.get("/models/p/m");
    QVERIFY(model.at("valid_from").is_null());
    QVERIFY(model.at("history").as_array().empty());
    QVERIFY(model.at("context_window") == 100);
}

void ModelPricesTest::aVersionIsCorrectedByItsInstant() {
    AdminFixture fixture;
    makeModel(fixture);
    const Reading corrected =
        fixture.call("PATCH", "/models/p/m", "{'input_usd_per_mtok':0.1,'valid_from':null}");
    QVERIFY2(corrected.status == 200, corrected.text().c_str());
    QVERIFY(corrected.at("history").as_array().empty());
    QCOMPARE(inputAt(fixture, "p/m", 1), 0.1);
    // One in the past beside it, one before that: the latest that began holds.
    fixture.call("PATCH", "/models/p/m", "{'input_usd_per_mtok':5,'valid_from':'2026-02-01T00:00:00Z'}");
    fixture.call("PATCH", "/models/p/m", "{'input_usd_per_mtok':7,'valid_from':'2026-01-01T00:00:00Z'}");
    const Reading model = fixture.get("/models/p/m");
    QVERIFY(model.at("input_usd_per_mtok") == 5);
    QCOMPARE(model.at("history").as_array().size(), std::size_t{2});
    QCOMPARE(inputAt(fixture, "p/m", 1'769'000'000'000), 7.0); // 2026-01-21
}

void ModelPricesTest::aFuturePriceTakesEffectByItself() {
    AdminFixture fixture;
    makeModel(fixture);
    const std::int64_t then = fixture.clock.unixMs() + 3'600'000;
    const Reading answer = fixture.call("PATCH", "/models/p/m",
                                        "{'input_usd_per_mtok':9,'valid_from':'" + toRfc3339(then) + "'}");
    QVERIFY2(answer.status == 200, answer.text().c_str());
    QVERIFY(answer.at("input_usd_per_mtok") == 1); // still
    QVERIFY(answer.at("history").at(0).at("input_usd_per_mtok") == 9);
    const auto shownInput = [&] {
        return fixture.snapshot()->models.find("p/m")->second.input->usdPerMtok();
    };
    QCOMPARE(shownInput(), 1.0);
    const std::int64_t version = fixture.version();
    fixture.clock.advanceMs(3'599'999);
    fixture.service->tick();
    QCOMPARE(shownInput(), 1.0);
    fixture.clock.advanceMs(1);
    fixture.service->tick();
    QCOMPARE(shownInput(), 9.0);
    QVERIFY(fixture.get("/models/p/m").at("input_usd_per_mtok") == 9);
    QCOMPARE(fixture.version(), version);
}

void ModelPricesTest::aFuturePriceStandsAboveTheCatalogueOnlyThen() {
    AdminFixture fixture;
    fixture.create("/providers", "{'name':'openai','kind':'openai','base_url':'https://api.openai.com/v1'}");
    const Reading created = fixture.call(
        "PUT", "/models/openai/gpt-4o-mini",
        "{'input_usd_per_mtok':0.3,'output_usd_per_mtok':0.6,'valid_from':'2027-01-01T00:00:00Z'}");
    QVERIFY2(created.status == 200, created.text().c_str());
    QVERIFY(created.at("input_usd_per_mtok") == 0.15);
    QCOMPARE(created.textAt("source"), std::string("built-in"));
    QCOMPARE(inputAt(fixture, "openai/gpt-4o-mini", 1'798'761'600'000), 0.3); // 2027-01-01
    fixture.restart();
    QCOMPARE(inputAt(fixture, "openai/gpt-4o-mini", 1'798'761'600'000), 0.3);
    QCOMPARE(fixture.call("DELETE", "/models/openai/gpt-4o-mini").status, 204);
    QCOMPARE(inputAt(fixture, "openai/gpt-4o-mini", 1'798'761'600'000), 0.15);
}

void ModelPricesTest::historyCanBeReplacedAndComesBackAsItWas() {
    AdminFixture fixture;
    makeModel(fixture);
    fixture.call("PATCH", "/models/p/m", "{'input_usd_per_mtok':5,'valid_from':'2026-02-01T00:00:00Z'}");
    fixture.call("PATCH", "/models/p/m", "{'input_usd_per_mtok':6,'valid_from':'2030-02-01T00:00:00Z'}");
    const Reading before = fixture.get("/models/p/m");
    const std::int64_t version = fixture.version();
    const Reading again = fixture.send("PUT", "/models/p/m", before.text());
    QVERIFY2(again.status == 200, again.text().c_str());
    QVERIFY(again.body == before.body);
    QCOMPARE(fixture.version(), version + 1);
    const Reading emptied = fixture.call("PATCH", "/models/p/m", "{'history':[]}");
    QVERIFY(emptied.at("history").as_array().empty());
    QVERIFY(emptied.at("input_usd_per_mtok") == 5);
}

void ModelPricesTest::oddPricesAreSaidSoAndAudited() {
    AdminFixture fixture;
    makeModel(fixture);
    fixture.clock.advanceMs(1000);
    const Reading odd = fixture.call("PATCH", "/models/p/m", "{'input_usd_per_mtok':2500}");
    QCOMPARE(odd.status, 200);
    const auto& warnings = odd.at("warnings").as_array();
    QCOMPARE(warnings.size(), std::size_t{3}); // too dear, a leap, and more than its output
    QVERIFY2(odd.text().find("is it per million?") != std::string::npos, odd.text().c_str());
    const Reading audit = fixture.get("/audit?kind=model&limit=1");
    QCOMPARE(audit.data().at(0).at("after").at("warnings").as_array().size(), std::size_t{3});
    const Reading perToken = fixture.call("POST", "/models",
                                          "{'provider':'p','model':'token','input_usd_per_mtok':0.00000015,"
                                          "'output_usd_per_mtok':0.0000006}");
    QVERIFY2(perToken.text().find("is it per token?") != std::string::npos, perToken.text().c_str());
    // What is refused outright is refused.
    QCOMPARE(fixture.call("PATCH", "/models/p/m", "{'input_usd_per_mtok':200000}").status, 422);
    QVERIFY(!fixture.create("/models", "{'provider':'p','model':'fair','input_usd_per_mtok':1}")
                 .contains("warnings"));
}

void ModelPricesTest::aConfigurationFileIsAppliedOnce() {
    AdminFixture fixture;
    makeModel(fixture);
    const std::string file =
        "{'models':[{'provider':'p','model':'m','input_usd_per_mtok':3,'output_usd_per_mtok':6}]}";
    fixture.clock.advanceMs(1000);
    QCOMPARE(fixture.call("PUT", "/config", file).status, 200);
    const std::int64_t version = fixture.version();
    fixture.clock.advanceMs(1000);
    QCOMPARE(fixture.call("PUT", "/config", file).status, 200);
    QCOMPARE(fixture.version(), version);
    QCOMPARE(fixture.get("/models/p/m").at("history").as_array().size(), std::size_t{1});
    // The whole of it, there and back.
    fixture.call("PATCH", "/models/p/m", "{'input_usd_per_mtok':8,'valid_from':'2031-01-01T00:00:00Z'}");
    const Reading exported = fixture.get("/config");
    const std::int64_t now = fixture.version();
    const Reading applied = fixture.send("PUT", "/config", exported.text());
    QVERIFY2(applied.status == 200, applied.text().c_str());
    QCOMPARE(fixture.version(), now);
}

void ModelPricesTest::versionsSurviveARestart() {
    AdminFixture fixture;
    makeModel(fixture);
    fixture.call("PATCH", "/models/p/m", "{'input_usd_per_mtok':6,'valid_from':'2030-02-01T00:00:00Z'}");
    const Reading before = fixture.get("/models/p/m");
    fixture.restart();
    QVERIFY(fixture.get("/models/p/m").body == before.body);
    QCOMPARE(fixture.snapshot()->models.find("p/m")->second.input->usdPerMtok(), 1.0);
}

void ModelPricesTest::versionsAreBounded() {
    AdminFixture fixture;
    makeModel(fixture);
    boost::json::object model = fixture.get("/models/p/m").body.as_object();
    boost::json::array history;
    for (int day = 0; day < 199; ++day) {
        boost::json::object version;
        version["input_usd_per_mtok"] = 1 + day;
        version["valid_from"] = toRfc3339(1'700'000'000'000 + day * 86'400'000LL);
        history.push_back(std::move(version));
    }
    model["history"] = std::move(history);
    QCOMPARE(fixture.send("PUT", "/models/p/m", boost::json::serialize(model)).status, 200);
    fixture.clock.advanceMs(1000);
    const Reading full = fixture.call("PATCH", "/models/p/m", "{'input_usd_per_mtok':77}");
    QCOMPARE(full.status, 422);
    QCOMPARE(full.param(), std::string("history"));
}

QTEST_GUILESS_MAIN(ModelPricesTest)
#include "tst_model_prices.moc"
