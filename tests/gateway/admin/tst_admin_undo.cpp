// POST /config/undo: a write over many resources is taken back whole, with its secrets, or not at all.
#include "tests/gateway/admin/admin_fixture.h"

#include "gateway/admin/write_log.h"
#include "gateway/policy/key_hash.h"

#include <QTest>

using namespace tollgate;

namespace {

std::string undoOf(const Reading& answer) {
    return "{'config_version':" + std::to_string(answer.at("config_version").as_int64()) + "}";
}

} // namespace

class AdminUndoTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aPruningRestoreComesBackWithKeysAndCredentials() {
        AdminFixture fixture;
        fixture.create("/providers", "{'name':'live','kind':'openai','base_url':'http://127.0.0.1:9',"
                                     "'credentials':{'api_key':'sk-live-9b1f63d2'}}");
        fixture.create("/projects", "{'name':'shop'}");
        const auto key = fixture.create("/keys", "{'name':'ci','project':'shop'}");
        fixture.create("/aliases", "{'alias':'chat','targets':[{'provider':'live','model':'m'}]}");
        const std::string before = fixture.get("/config").text();

        const Reading restored = fixture.call(
            "PUT", "/config?dry_run=false",
            "{'prune':true,'providers':[{'name':'new','kind':'simulated'}],'aliases':[],'keys':[],"
            "'projects':[],'settings':{'retention_days':3}}");
        QCOMPARE(restored.status, 200);
        QVERIFY(fixture.snapshot()->keys.empty());
        QVERIFY(fixture.snapshot()->providers.find("live") == fixture.snapshot()->providers.end());

        const Reading undone = fixture.call("POST", "/config/undo", undoOf(restored));
        QCOMPARE(undone.status, 200);
        QCOMPARE(fixture.get("/config").text(), before);
        fixture.restart(); // it is written down, too
        QCOMPARE(fixture.get("/config").text(), before);
        QCOMPARE(fixture.snapshot()->credentials.find("live")->second.apiKeys.front(),
                 std::string("sk-live-9b1f63d2"));
        const ClientKey& kept = fixture.snapshot()->keys.find(key.at("id").as_string().c_str())->second;
        QVERIFY(verifyKeySecret(std::string(key.at("secret").as_string()), kept.bcrypt));
    }

    void whatChangedSinceIsNotOverwritten() {
        AdminFixture fixture;
        fixture.create("/projects", "{'name':'shop'}");
        const Reading restored =
            fixture.call("PUT", "/config?dry_run=false",
                         "{'projects':[{'name':'shop','description':'from the file'},{'name':'other'}]}");
        fixture.call("PATCH", "/projects/shop", "{'description':'by hand'}");
        const Reading refused = fixture.call("POST", "/config/undo", undoOf(restored));
        QCOMPARE(refused.status, 409);
        QVERIFY(refused.message().find("project shop") != std::string::npos);
        QCOMPARE(fixture.get("/projects/shop").textAt("description"), std::string("by hand"));
        QCOMPARE(fixture.get("/projects/other").status, 200); // nothing at all was taken back
    }

    void whatSomethingNewNeedsStays() {
        AdminFixture fixture;
        const Reading made = fixture.call("PUT", "/config?dry_run=false", "{'projects':[{'name':'shop'}]}");
        fixture.create("/keys", "{'name':'ci','project':'shop'}");
        const Reading refused = fixture.call("POST", "/config/undo", undoOf(made));
        QCOMPARE(refused.status, 409);
        QCOMPARE(fixture.get("/projects/shop").status, 200);
    }

    void itIsTakenBackOnceAndWithinTenMinutes() {
        AdminFixture fixture;
        const Reading made = fixture.call("PUT", "/config?dry_run=false", "{'projects':[{'name':'shop'}]}");
        const Reading undone = fixture.call("POST", "/config/undo", undoOf(made));
        QCOMPARE(undone.status, 200);
        QCOMPARE(fixture.call("POST", "/config/undo", undoOf(made)).status, 404);
        // What was taken back can be done again.
        QCOMPARE(fixture.call("POST", "/config/undo", undoOf(undone)).status, 200);
        QCOMPARE(fixture.get("/projects/shop").status, 200);
        const Reading late = fixture.call("PUT", "/config?dry_run=false", "{'projects':[{'name':'two'}]}");
        fixture.clock.advanceMs(WriteLog::kKeptMs);
        QCOMPARE(fixture.call("POST", "/config/undo", undoOf(late)).status, 404);
        QCOMPARE(fixture.call("POST", "/config/undo", "{}").status, 422);
    }

    void anImportOfPricesIsTakenBack() {
        AdminFixture fixture;
        fixture.create("/providers", "{'name':'live','kind':'openai','base_url':'http://127.0.0.1:9'}");
        const std::string before = fixture.get("/config").text();
        const Reading imported =
            fixture.call("POST", "/models/import",
                         "{'made-up-1':{'litellm_provider':'openai','mode':'chat',"
                         "'input_cost_per_token':0.000001,'output_cost_per_token':0.000002}}");
        QCOMPARE(imported.status, 200);
        QVERIFY(fixture.get("/config").text() != before);
        QCOMPARE(fixture.call("POST", "/config/undo", undoOf(imported)).status, 200);
        QCOMPARE(fixture.get("/config").text(), before);
    }

    void aRotatedKeyGetsItsOldSecretBack() {
        AdminFixture fixture;
        const auto made = fixture.create("/keys", "{'name':'ci'}");
        const std::string id(made.at("id").as_string());
        const Reading rotated = fixture.call("POST", "/keys/" + id + "/rotate");
        QCOMPARE(fixture.call("POST", "/config/undo", undoOf(rotated)).status, 200);
        const ClientKey& key = fixture.snapshot()->keys.find(id)->second;
        QVERIFY(verifyKeySecret(std::string(made.at("secret").as_string()), key.bcrypt));
        QVERIFY(!verifyKeySecret(rotated.textAt("secret"), key.bcrypt));
    }
};

QTEST_GUILESS_MAIN(AdminUndoTest)
#include "tst_admin_undo.moc"
