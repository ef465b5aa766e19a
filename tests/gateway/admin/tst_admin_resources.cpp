// Create, read, list, replace, patch and delete, the same for every kind of resource; what a refused write
// answers, and that it changes nothing.
#include "tests/gateway/admin/admin_fixture.h"

#include <QTest>

using namespace tollgate;

namespace {

struct Kind {
    const char* collection;
    const char* identity;
    const char* body;
    const char* patch;
    const char* field; ///< that the patch changes
    const char* after; ///< its value then, as JSON
    const char* bad;   ///< a patch to refuse
    const char* param; ///< the field at fault
};

constexpr Kind kKinds[] = {
    {"providers", "name", "{'name':'new','kind':'openai','base_url':'http://127.0.0.1:9/v1'}",
     "{'max_retries':0}", "max_retries", "0", "{'timeouts_ms':{'idle':0}}", "timeouts_ms.idle"},
    {"models", "model", "{'provider':'base','model':'org/m:1','input_usd_per_mtok':0.15}",
     "{'output_usd_per_mtok':0.6}", "output_usd_per_mtok", "0.6", "{'tier':'huge'}", "tier"},
    {"aliases", "alias", "{'alias':'new','targets':[{'provider':'base','model':'m','weight':2}]}",
     "{'strategy':'weighted'}", "strategy", "'weighted'", "{'targets':[{'provider':'nobody','model':'m'}]}",
     "targets[0].provider"},
    {"projects", "name", "{'name':'new','limits':{'rpm':600,'tpm':10}}", "{'limits':{'rpm':null}}", "limits",
     "{'rpm':null,'tpm':10,'max_parallel':null}", "{'limits':{'tpm':0}}", "limits.tpm"},
    {"keys", "id", "{'name':'new','project':'base','user':'alice'}", "{'user':null}", "user", "null",
     "{'project':'nobody'}", "project"},
    {"budgets", "id", "{'scope':'project','subject':'base','limit_usd':100}", "{'limit_usd':12.5}",
     "limit_usd", "12.5", "{'timezone':'Mars/Olympus'}", "timezone"},
    {"flags", "key",
     "{'key':'new','type':'canary','alias':'base','stable':'base/m','canary':'base/n','rollout_percent':15,"
     "'ramp':{'step_percent':5}}",
     "{'ramp':null}", "ramp", "null", "{'canary':'nobody/n'}", "canary"},
    {"prompts", "name", "{'name':'new','system':'Be brief.','template':'{{message}}'}", "{'default':'v1'}",
     "default", "'v1'", "{'default':'v7'}", "default"},
};

std::string whereOf(const Kind& kind, const boost::json::object& created) {
    const std::string collection = "/" + std::string(kind.collection);
    if (kind.collection == std::string_view("models"))
        return "/models/base/org/m%3A1";
    return collection + "/" + std::string(created.at(kind.identity).as_string());
}

/// Without what the gateway adds and may change by itself.
boost::json::object settled(boost::json::value value) {
    boost::json::object object = value.as_object();
    for (const char* key :
         {"health", "last_used_at", "spent_usd", "reserved_usd", "forecast_usd", "resets_at", "state"})
        object.erase(key);
    return object;
}

} // namespace

class AdminResourcesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyKind_data();
    void everyKind();
    void listsArePaged();
    void badPagesAreRefused();
    void whatIsNoResourceIs404And405();
    void bodiesThatAreNoObjectsAre400();
    void identityCannotBeChanged();
    void whatIsUsedCannotGo();
    void providerTakesItsPricesAlong();
    void aliasMayHoldASlash();
    void publishedSnapshotIsTheOneThatWouldBeLoaded();
    void everyWriteReachesTheEventFeed();
    void catalogueRowsAreThereReplaceableAndComeBack();
    void settingsAreMergedAndAudited();
};

void AdminResourcesTest::everyKind_data() {
    QTest::addColumn<int>("index");
    for (int i = 0; i < static_cast<int>(std::size(kKinds)); ++i)
        QTest::newRow(kKinds[i].collection) << i;
}

void AdminResourcesTest::everyKind() {
    QFETCH(int, index);
    const Kind& kind = kKinds[index];
    const std::string collection = "/" + std::string(kind.collection);
    AdminFixture fixture;
    fixture.createBase();

    const std::int64_t before = fixture.version();
    const boost::json::object created = fixture.create(collection, kind.body);
    const std::string where = whereOf(kind, created);
    QCOMPARE(fixture.version(), before + 1);
    boost::json::object visible = created;
    visible.erase("secret");
    const Reading read = fixture.get(where);
    QCOMPARE(read.status, 200);
    QVERIFY(settled(read.body) == settled(visible));
    const auto listed = fixture.get(collection);
    QVERIFY(std::ranges::count(listed.data(), read.body) == 1);

    const bool named = std::string_view(kind.identity) != "id";
    if (named) {
        const Reading twice = fixture.call("POST", collection, kind.body);
        QCOMPARE(twice.status, 409);
        QCOMPARE(twice.code(), std::string("already_exists"));
    }

    const Reading patched = fixture.call("PATCH", where, kind.patch);
    QVERIFY2(patched.status == 200, patched.text().c_str());
    QVERIFY2(patched.at(kind.field) == jsonOf(kind.after), patched.text().c_str());
    const auto audit = fixture.get("/audit?limit=1").data().front().as_object();
    QCOMPARE(std::string(audit.at("action").as_string()), std::string("update"));
    QCOMPARE(std::string(audit.at("actor").as_string()), std::string("admin-token"));
    QVERIFY(audit.at("after").as_object().at(kind.field) == jsonOf(kind.after));
    QVERIFY(audit.at("before").is_object());
    QCOMPARE(fixture.auditCount(), static_cast<std::size_t>(fixture.version()));

    const Reading replaced = fixture.send("PUT", where, boost::json::serialize(read.body));
    QVERIFY2(replaced.status == 200, replaced.text().c_str());
    QVERIFY(settled(replaced.body) == settled(read.body));

    const std::int64_t settledVersion = fixture.version();
    const std::size_t audits = fixture.auditCount();
    const Reading refused = fixture.call("PATCH", where, kind.bad);
    QCOMPARE(refused.status, 422);
    QCOMPARE(refused.param(), std::string(kind.param));
    QVERIFY(!refused.message().empty());
    QVERIFY(settled(fixture.get(where).body) == settled(read.body));
    QCOMPARE(fixture.version(), settledVersion);
    QCOMPARE(fixture.auditCount(), audits);

    QCOMPARE(fixture.call("DELETE", where).status, 204);
    QCOMPARE(fixture.get(where).status, 404);
    QCOMPARE(fixture.call("PATCH", where, kind.patch).status, 404);
    QCOMPARE(fixture.call("PUT", where, kind.body).status, 404);
    QCOMPARE(fixture.call("DELETE", where).status, 404);
    QVERIFY(std::ranges::count(fixture.get(collection).data(), read.body) == 0);
    fixture.restart();
    QCOMPARE(fixture.get(where).status, 404);
}

void AdminResourcesTest::listsArePaged() {
    AdminFixture fixture;
    for (int i = 0; i < 7; ++i)
        fixture.create("/projects", "{'name':'p" + std::to_string(i) + "'}");
    std::vector<std::string> names;
    std::string cursor;
    int pages = 0;
    do {
        const Reading page = fixture.get("/projects?limit=3" + (cursor.empty() ? "" : "&cursor=" + cursor));
        QVERIFY(page.data().size() <= 3);
        for (const auto& item : page.data())
            names.emplace_back(item.at("name").as_string());
        cursor = page.at("next_cursor").is_null() ? "" : page.textAt("next_cursor");
        ++pages;
    } while (!cursor.empty() && pages < 10);
    QCOMPARE(names, (std::vector<std::string>{"p0", "p1", "p2", "p3", "p4", "p5", "p6"}));
    QCOMPARE(pages, 3);
}

void AdminResourcesTest::badPagesAreRefused() {
    AdminFixture fixture;
    for (const char* query : {"limit=0", "limit=1001", "limit=ten", "limit=5x"}) {
        QCOMPARE(fixture.get("/projects?" + std::string(query)).status, 422);
        QCOMPARE(fixture.get("/audit?" + std::string(query)).param(), std::string("limit"));
    }
    QCOMPARE(fixture.get("/projects?cursor=!!").param(), std::string("cursor"));
    QCOMPARE(fixture.get("/audit?cursor=aXg").param(), std::string("cursor"));
}

void AdminResourcesTest::whatIsNoResourceIs404And405() {
    AdminFixture fixture;
    QCOMPARE(fixture.get("/unicorns").status, 404);
    QCOMPARE(fixture.get("/").status, 404);
    QCOMPARE(fixture.call("DELETE", "/providers").status, 405);
    QCOMPARE(fixture.call("PUT", "/status").status, 405);
    QCOMPARE(fixture.get("/providers/none").status, 404);
    QCOMPARE(fixture.get("/providers/none/check").status, 405);
}

void AdminResourcesTest::bodiesThatAreNoObjectsAre400() {
    AdminFixture fixture;
    for (const char* body : {"{'a':", "[]", "null", "", "{} {}"}) {
        const Reading refused = fixture.call("POST", "/projects", body);
        QCOMPARE(refused.status, 400);
        QCOMPARE(refused.code(), std::string("invalid_json"));
    }
}

void AdminResourcesTest::identityCannotBeChanged() {
    AdminFixture fixture;
    fixture.createBase();
    const Reading provider = fixture.call("PATCH", "/providers/base", "{'name':'other'}");
    QCOMPARE(provider.status, 422);
    QCOMPARE(provider.param(), std::string("name"));
    const auto key = fixture.create("/keys", "{'name':'k'}");
    const std::string where = "/keys/" + std::string(key.at("id").as_string());
    QCOMPARE(fixture.call("PATCH", where, "{'id':'key_other'}").param(), std::string("id"));
    QCOMPARE(fixture.call("PATCH", where, "{'name':'renamed'}").textAt("name"), std::string("renamed"));
    fixture.create("/keys", "{'name':'taken'}");
    QCOMPARE(fixture.call("PATCH", where, "{'name':'taken'}").status, 409);
    QCOMPARE(fixture.call("PUT", "/projects/base", "{'description':'no name given'}").textAt("name"),
             std::string("base"));
}

void AdminResourcesTest::whatIsUsedCannotGo() {
    AdminFixture fixture;
    fixture.createBase();
    const auto key = fixture.create("/keys", "{'name':'ci','project':'base'}");
    const std::string keyId(key.at("id").as_string());
    const auto budget =
        fixture.create("/budgets", "{'scope':'key','subject':'" + keyId +
                                       "','limit_usd':1,'action':'downgrade','downgrade_to':'base'}");
    fixture.create("/prompts", "{'name':'say','system':'s'}");
    fixture.create("/flags", "{'key':'f','type':'prompt','prompt':'say','weights':{'v1':1},'default':'v1'}");

    const Reading provider = fixture.call("DELETE", "/providers/base");
    QCOMPARE(provider.status, 409);
    QVERIFY2(provider.message().find("alias base (targets[0])") != std::string::npos,
             provider.message().c_str());
    QVERIFY(fixture.call("DELETE", "/projects/base").message().find("key ci") != std::string::npos);
    QVERIFY(fixture.call("DELETE", "/aliases/base").message().find("budget ") != std::string::npos);
    QCOMPARE(fixture.call("DELETE", "/keys/" + keyId).status, 409);
    QVERIFY(fixture.call("DELETE", "/prompts/say").message().find("flag f") != std::string::npos);

    QCOMPARE(fixture.call("DELETE", "/flags/f").status, 204);
    QCOMPARE(fixture.call("DELETE", "/prompts/say").status, 204);
    QCOMPARE(fixture.call("DELETE", "/budgets/" + std::string(budget.at("id").as_string())).status, 204);
    QCOMPARE(fixture.call("DELETE", "/keys/" + keyId).status, 204);
    QCOMPARE(fixture.call("DELETE", "/aliases/base").status, 204);
    QCOMPARE(fixture.call("DELETE", "/projects/base").status, 204);
    QCOMPARE(fixture.call("DELETE", "/providers/base").status, 204);
}

void AdminResourcesTest::providerTakesItsPricesAlong() {
    AdminFixture fixture;
    fixture.create("/providers", "{'name':'p','kind':'simulated'}");
    fixture.create("/models", "{'provider':'p','model':'m','input_usd_per_mtok':1}");
    const std::size_t audits = fixture.auditCount();
    QCOMPARE(fixture.call("DELETE", "/providers/p").status, 204);
    QCOMPARE(fixture.auditCount(), audits + 1);
    QVERIFY(fixture.get("/models").data().empty());
    fixture.restart();
    QVERIFY(fixture.snapshot()->models.empty());
}

void AdminResourcesTest::aliasMayHoldASlash() {
    AdminFixture fixture;
    fixture.createBase();
    fixture.create("/aliases", "{'alias':'openai/gpt-4o','targets':[{'provider':'base','model':'m'}]}");
    QCOMPARE(fixture.get("/aliases/openai/gpt-4o").status, 200);
    QCOMPARE(fixture.get("/aliases/openai%2Fgpt-4o").textAt("alias"), std::string("openai/gpt-4o"));
}

void AdminResourcesTest::publishedSnapshotIsTheOneThatWouldBeLoaded() {
    AdminFixture fixture;
    fixture.createBase();
    for (const Kind& kind : kKinds)
        fixture.create("/" + std::string(kind.collection), kind.body);
    fixture.call("PATCH", "/settings", "{'retention_days':7}");
    const boost::json::value live = fixture.get("/config").body;
    const SnapshotPtr before = fixture.snapshot();
    fixture.restart();
    QVERIFY(fixture.get("/config").body == live);
    const SnapshotPtr after = fixture.snapshot();
    QCOMPARE(after->version, before->version);
    QCOMPARE(after->models.size(), before->models.size());
    QCOMPARE(after->keyIdsByPrefix.size(), before->keyIdsByPrefix.size());
    for (const auto& [id, key] : before->keys) {
        QCOMPARE(after->keys.at(id).bcrypt, key.bcrypt);
        QVERIFY(!key.bcrypt.empty());
    }
}

void AdminResourcesTest::everyWriteReachesTheEventFeed() {
    AdminFixture fixture;
    fixture.createBase();
    int woken = 0;
    auto reader = fixture.events.subscribe([&woken] { ++woken; });
    const int published = fixture.published;
    fixture.create("/flags", "{'key':'k','type':'kill_switch','provider':'base'}");
    QCOMPARE(fixture.published, published + 1);
    QCOMPARE(woken, 1);
    const auto events = reader.take();
    QCOMPARE(events.size(), std::size_t{3});
    QCOMPARE(events[0].type, std::string("audit"));
    QCOMPARE(events[1].type, std::string("flag"));
    QCOMPARE(events[2].type, std::string("config"));
    QCOMPARE(*events[2].data, "{\"version\":" + std::to_string(fixture.version()) + "}");
}

void AdminResourcesTest::catalogueRowsAreThereReplaceableAndComeBack() {
    AdminFixture fixture;
    fixture.create("/providers", "{'name':'openai','kind':'openai'}");
    const std::string where = "/models/openai/gpt-4o-mini";
    QCOMPARE(fixture.get(where).textAt("source"), std::string("built-in"));
    QCOMPARE(fixture.call("DELETE", where).status, 409);
    const Reading patched = fixture.call("PATCH", where, "{'input_usd_per_mtok':0.1}");
    QCOMPARE(patched.textAt("source"), std::string("manual"));
    QVERIFY(patched.at("output_usd_per_mtok") == 0.6);
    QCOMPARE(fixture.get("/config").at("models").as_array().size(), std::size_t{1});
    fixture.restart();
    QVERIFY(fixture.get(where).at("input_usd_per_mtok") == 0.1);
    QCOMPARE(fixture.call("DELETE", where).status, 204);
    QCOMPARE(fixture.get(where).textAt("source"), std::string("built-in"));
    const Reading created =
        fixture.call("POST", "/models", "{'provider':'openai','model':'gpt-4o-mini','input_usd_per_mtok':9}");
    QCOMPARE(created.status, 201);
}

void AdminResourcesTest::settingsAreMergedAndAudited() {
    AdminFixture fixture;
    const auto before = fixture.get("/settings").body.as_object();
    const Reading patched =
        fixture.call("PATCH", "/settings", "{'retention_days':31,'breaker':{'failures':5}}");
    boost::json::object expected = before;
    expected["retention_days"] = 31;
    expected["breaker"].as_object()["failures"] = 5;
    QVERIFY(patched.body == boost::json::value(expected));
    QCOMPARE(fixture.call("PATCH", "/settings", "{'auth':'never'}").param(), std::string("auth"));
    QCOMPARE(fixture.auditCount(), std::size_t{1});
    fixture.restart();
    QCOMPARE(fixture.snapshot()->settings.breaker.failures, 5);
}

QTEST_GUILESS_MAIN(AdminResourcesTest)
#include "tst_admin_resources.moc"
