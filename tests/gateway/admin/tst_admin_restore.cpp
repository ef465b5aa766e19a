// Deletions that take a secret with them can be taken back for ten minutes; until then nothing of it works.
#include "tests/gateway/admin/admin_fixture.h"

#include "gateway/admin/undo_bin.h"
#include "gateway/policy/key_hash.h"

#include <QTest>

using namespace tollgate;

namespace {

constexpr const char* kSecret = "sk-live-9b1f63d27c5e4a08";

std::string provider(const char* name) {
    return std::string("{'name':'") + name +
           "','kind':'openai','base_url':'http://127.0.0.1:9','credentials':{'api_key':'" + kSecret + "'}}";
}

std::vector<std::string> keysOf(const AdminFixture& fixture, const char* name) {
    const auto* found = ConfigSnapshot::find(fixture.snapshot()->credentials, name);
    return found == nullptr ? std::vector<std::string>() : found->apiKeys;
}

std::string lastAction(AdminFixture& fixture) {
    return std::string(fixture.get("/audit?limit=1").data().front().at("action").as_string());
}

} // namespace

class AdminRestoreTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aDeletedKeyStopsAtOnceAndComesBackWithItsSecret() {
        AdminFixture fixture;
        fixture.createBase();
        const auto made = fixture.create("/keys", "{'name':'ci','project':'base','user':'alice'}");
        const std::string id(made.at("id").as_string());
        const std::string secret(made.at("secret").as_string());
        QCOMPARE(fixture.call("DELETE", "/keys/" + id).status, 204);
        QVERIFY(fixture.snapshot()->keys.empty());
        const Reading back = fixture.call("POST", "/keys/" + id + "/restore");
        QCOMPARE(back.status, 200);
        QVERIFY(!back.body.as_object().contains("secret"));
        const ClientKey& key = fixture.snapshot()->keys.find(id)->second;
        QVERIFY(verifyKeySecret(secret, key.bcrypt));
        QCOMPARE(key.user.value_or(""), std::string("alice"));
        QCOMPARE(lastAction(fixture), std::string("restore"));
        fixture.restart(); // it is written down, too
        QVERIFY(verifyKeySecret(secret, fixture.snapshot()->keys.find(id)->second.bcrypt));
    }

    void afterTenMinutesAKeyIsGoneForGood() {
        AdminFixture fixture;
        const std::string id(fixture.create("/keys", "{'name':'ci'}").at("id").as_string());
        fixture.call("DELETE", "/keys/" + id);
        fixture.clock.advanceMs(UndoBin::kKeptMs);
        const Reading late = fixture.call("POST", "/keys/" + id + "/restore");
        QCOMPARE(late.status, 404);
        QVERIFY(late.message().find("ten minutes") != std::string::npos);
    }

    void aRestartForgetsWhatWasDeleted() {
        AdminFixture fixture;
        const std::string id(fixture.create("/keys", "{'name':'ci'}").at("id").as_string());
        fixture.call("DELETE", "/keys/" + id);
        fixture.restart();
        QCOMPARE(fixture.call("POST", "/keys/" + id + "/restore").status, 404);
    }

    void aKeyIsRestoredOnceAndOnlyWhereItFits() {
        AdminFixture fixture;
        fixture.create("/projects", "{'name':'shop'}");
        const std::string id(fixture.create("/keys", "{'name':'ci','project':'shop'}").at("id").as_string());
        QCOMPARE(fixture.call("POST", "/keys/" + id + "/restore").status, 409); // it is there
        fixture.call("DELETE", "/keys/" + id);
        const std::string other(fixture.create("/keys", "{'name':'ci'}").at("id").as_string());
        const Reading taken = fixture.call("POST", "/keys/" + id + "/restore");
        QCOMPARE(taken.status, 409);
        QCOMPARE(taken.param(), std::string("name"));
        fixture.call("DELETE", "/keys/" + other);
        fixture.call("DELETE", "/projects/shop");
        const Reading homeless = fixture.call("POST", "/keys/" + id + "/restore");
        QCOMPARE(homeless.status, 422);
        QCOMPARE(homeless.param(), std::string("project"));
        fixture.create("/projects", "{'name':'shop'}");
        QCOMPARE(fixture.call("POST", "/keys/" + id + "/restore").status, 200); // a refusal took nothing
        QCOMPARE(fixture.call("POST", "/keys/key_none/restore").status, 404);
    }

    void aDeletedProviderComesBackWithCredentialsAndPrices() {
        AdminFixture fixture;
        fixture.create("/providers", provider("p"));
        fixture.create("/models", "{'provider':'p','model':'m','input_usd_per_mtok':3}");
        QCOMPARE(fixture.call("DELETE", "/providers/p").status, 204);
        QVERIFY(keysOf(fixture, "p").empty());
        QCOMPARE(fixture.call("POST", "/providers/p/restore").status, 200);
        QCOMPARE(keysOf(fixture, "p"), std::vector<std::string>{kSecret});
        QVERIFY(fixture.snapshot()->models.contains("p/m"));
        fixture.restart();
        QCOMPARE(keysOf(fixture, "p"), std::vector<std::string>{kSecret});
        QCOMPARE(fixture.call("POST", "/providers/p/restore").status, 404);
    }

    void credentialsThatWereTakenAwayOrReplacedComeBack() {
        AdminFixture fixture;
        fixture.create("/providers", provider("p"));
        for (const char* patch : {"{'credentials':null}", "{'credentials':{'api_key':'sk-another-0000'}}"}) {
            QCOMPARE(fixture.call("PATCH", "/providers/p", patch).status, 200);
            fixture.call("PATCH", "/providers/p", "{'max_retries':7}"); // another change loses nothing
            QCOMPARE(fixture.call("POST", "/providers/p/restore").status, 200);
            QCOMPARE(keysOf(fixture, "p"), std::vector<std::string>{kSecret});
            QCOMPARE(fixture.snapshot()->providers.find("p")->second.maxRetries, 7);
        }
        QCOMPARE(fixture.call("POST", "/providers/p/restore").status, 404);
    }

    void whatNobodyLostIsNotKept() {
        AdminFixture fixture;
        fixture.create("/providers", "{'name':'bare','kind':'openai','base_url':'http://127.0.0.1:9'}");
        fixture.call("PATCH", "/providers/bare", "{'credentials':{'api_key':'sk-another-0000'}}");
        QCOMPARE(fixture.call("POST", "/providers/bare/restore").status, 404);
        QCOMPARE(keysOf(fixture, "bare"), std::vector<std::string>{"sk-another-0000"});
    }
};

QTEST_GUILESS_MAIN(AdminRestoreTest)
#include "tst_admin_restore.moc"
