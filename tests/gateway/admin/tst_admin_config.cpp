// The whole configuration as one document: out, in, in parts, in a dry run, from a file.
#include "tests/gateway/admin/admin_fixture.h"

#include "gateway/policy/key_hash.h"

#include <QFile>
#include <QFileInfo>
#include <QTest>

using namespace tollgate;

namespace {

const std::string kDocument =
    "{'providers':[{'name':'sim','kind':'simulated'},"
    "{'name':'local','kind':'openai_compatible','base_url':'http://127.0.0.1:9/v1',"
    "'credentials':{'api_key':'${KEY}'}}],"
    "'models':[{'provider':'sim','model':'m','input_usd_per_mtok':1,'output_usd_per_mtok':2}],"
    "'aliases':[{'alias':'chat','targets':[{'provider':'sim','model':'m'}]}],"
    "'projects':[{'name':'team','limits':{'rpm':600}}],"
    "'keys':[{'name':'ci','project':'team'}],"
    "'budgets':[{'scope':'project','subject':'team','period':'day','limit_usd':5,'action':'block'},"
    "{'scope':'project','subject':'team','period':'day','limit_usd':4,'action':'block'}],"
    "'prompts':[{'name':'assistant','versions':[{'version':'v1','system':'Be brief.'}]}],"
    "'flags':[{'key':'f','type':'prompt','prompt':'assistant','weights':{'v1':1},'default':'v1'}],"
    "'settings':{'retention_days':7}}";

} // namespace

class AdminConfigTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void dryRunTellsAndChangesNothing();
    void isAppliedAsOneChange();
    void appliedAgainChangesNothing();
    void whatComesOutGoesIn();
    void goesThroughAnotherGateway();
    void absentListsAreLeftAlone();
    void pruneTakesOnlyWhatAListDoesNotName();
    void pruneDoesNotBreakWhatIsLeft();
    void mistakesNameListAndField_data();
    void mistakesNameListAndField();
    void givenSecretIsKeptAndRecognised();
    void generatedSecretGoesIntoAFile();
    void textsWithVariablesSurviveTheExport();
    void promptVersionsAreAddedNeverChanged();
    void yamlIsTaken();
    void fileIsSignedAndItsMistakesKnowTheirLine();
};

void AdminConfigTest::dryRunTellsAndChangesNothing() {
    AdminFixture fixture;
    fixture.environment["KEY"] = "sk-config-3f9d1c7b";
    const Reading before = fixture.get("/config");
    const Reading dry = fixture.call("PUT", "/config?dry_run=true", kDocument);
    QVERIFY2(dry.status == 200, dry.text().c_str());
    QCOMPARE(dry.at("changes").as_array().size(), std::size_t{11});
    QCOMPARE(dry.at("dry_run").as_bool(), true);
    QVERIFY(dry.text().find("sk-config") == std::string::npos);
    QVERIFY(fixture.get("/config").body == before.body);
    QCOMPARE(fixture.version(), std::int64_t{0});
    QVERIFY(!QFileInfo::exists(QString::fromStdString(fixture.path("keys/ci"))));
}

void AdminConfigTest::isAppliedAsOneChange() {
    AdminFixture fixture;
    fixture.environment["KEY"] = "sk-config-3f9d1c7b";
    const Reading applied = fixture.call("PUT", "/config", kDocument);
    QVERIFY2(applied.status == 200, applied.text().c_str());
    QCOMPARE(fixture.version(), std::int64_t{1});
    QCOMPARE(fixture.auditCount(), std::size_t{11});
    QCOMPARE(fixture.snapshot()->credentials.at("local").apiKeys.front(), std::string("sk-config-3f9d1c7b"));
    QCOMPARE(fixture.snapshot()->budgets.size(), std::size_t{2});
    QCOMPARE(fixture.snapshot()->settings.retentionDays, 7);
}

void AdminConfigTest::appliedAgainChangesNothing() {
    AdminFixture fixture;
    fixture.environment["KEY"] = "sk-config-3f9d1c7b";
    fixture.call("PUT", "/config", kDocument);
    const Reading before = fixture.get("/config");
    const std::string id = fixture.snapshot()->keys.begin()->first;
    fixture.clock.advanceMs(60'000);
    const Reading again = fixture.call("PUT", "/config", kDocument);
    QVERIFY2(again.at("changes").as_array().empty(), again.text().c_str());
    QVERIFY(again.at("unchanged") == 11);
    QVERIFY(fixture.get("/config").body == before.body);
    QCOMPARE(fixture.version(), std::int64_t{1});
    QCOMPARE(fixture.auditCount(), std::size_t{11});
    QCOMPARE(fixture.snapshot()->keys.begin()->first, id);
}

void AdminConfigTest::whatComesOutGoesIn() {
    AdminFixture fixture;
    fixture.environment["KEY"] = "sk-config-3f9d1c7b";
    fixture.call("PUT", "/config", kDocument);
    const Reading whole = fixture.get("/config");
    const Reading dry = fixture.send("PUT", "/config?dry_run=true", whole.text());
    QVERIFY2(dry.status == 200 && dry.at("changes").as_array().empty(), dry.text().c_str());
    QCOMPARE(fixture.send("PUT", "/config", whole.text()).status, 200);
    QVERIFY(fixture.get("/config").body == whole.body);
    QCOMPARE(fixture.snapshot()->credentials.at("local").apiKeys.size(), std::size_t{1});
}

void AdminConfigTest::goesThroughAnotherGateway() {
    AdminFixture first;
    first.environment["KEY"] = "sk-config-3f9d1c7b";
    first.call("PUT", "/config", kDocument);
    const Reading whole = first.get("/config");
    AdminFixture second;
    const Reading applied = second.send("PUT", "/config", whole.text());
    QVERIFY2(applied.status == 200, applied.text().c_str());
    QVERIFY(second.get("/config").body == whole.body);
}

void AdminConfigTest::absentListsAreLeftAlone() {
    AdminFixture fixture;
    fixture.createBase();
    QCOMPARE(fixture.call("PUT", "/config", "{'projects':[{'name':'second'}]}").status, 200);
    QCOMPARE(fixture.snapshot()->projects.size(), std::size_t{2});
    QCOMPARE(fixture.snapshot()->aliases.size(), std::size_t{1});
}

void AdminConfigTest::pruneTakesOnlyWhatAListDoesNotName() {
    AdminFixture fixture;
    fixture.createBase();
    fixture.create("/projects", "{'name':'old'}");
    const Reading pruned = fixture.call("PUT", "/config", "{'prune':true,'projects':[{'name':'base'}]}");
    QVERIFY2(pruned.status == 200, pruned.text().c_str());
    QCOMPARE(pruned.at("changes").as_array().size(), std::size_t{1});
    QVERIFY(pruned.at("changes").at(0).at("action") == "delete");
    QCOMPARE(fixture.snapshot()->projects.size(), std::size_t{1});
    QCOMPARE(fixture.snapshot()->providers.size(), std::size_t{1});
}

void AdminConfigTest::pruneDoesNotBreakWhatIsLeft() {
    AdminFixture fixture;
    fixture.createBase();
    const Reading refused = fixture.call("PUT", "/config", "{'prune':true,'providers':[]}");
    QCOMPARE(refused.status, 422);
    QCOMPARE(refused.param(), std::string("providers"));
    QVERIFY(refused.message().find("alias base") != std::string::npos);
    // Together with what needs it, it may go.
    const Reading both = fixture.call("PUT", "/config", "{'prune':true,'providers':[],'aliases':[]}");
    QVERIFY2(both.status == 200, both.text().c_str());
    QVERIFY(fixture.snapshot()->aliases.empty());
}

void AdminConfigTest::mistakesNameListAndField_data() {
    QTest::addColumn<QByteArray>("document");
    QTest::addColumn<QByteArray>("param");
    const auto row = [](const char* document, const char* param) {
        QTest::newRow(document) << QByteArray(document) << QByteArray(param);
    };
    row("{'provders':[]}", "provders");
    row("{'projects':{}}", "projects");
    row("{'projects':[5]}", "projects[0]");
    row("{'projects':[{'name':'a'},{'name':'b','limits':{'rpm':0}}]}", "projects[1].limits.rpm");
    row("{'projects':[{'name':'a'},{'name':'a'}]}", "projects[1].name");
    row("{'projects':[{'name':'base'},{'name':'base'}]}", "projects[1]");
    row("{'aliases':[{'alias':'x','targets':[{'provider':'no','model':'m'}]}]}",
        "aliases[0].targets[0].provider");
    row("{'providers':[{'name':'p','kind':'simulated','credentials':{'api_key':'${NO_SUCH}'}}]}",
        "providers[0].credentials.api_key");
    row("{'keys':[{'name':'k','project':'nobody'}]}", "keys[0].project");
    row("{'keys':[{'name':'k','secret':'short'}]}", "keys[0].secret");
    row("{'budgets':[{'scope':'project','subject':'nobody','limit_usd':1}]}", "budgets[0].subject");
    row("{'flags':[{'key':'f','type':'kill_switch','provider':'nobody'}]}", "flags[0].provider");
    row("{'settings':{'auth':'never'}}", "settings.auth");
    row("{'settings':[]}", "settings");
    row("{'prune':'yes'}", "prune");
}

void AdminConfigTest::mistakesNameListAndField() {
    QFETCH(QByteArray, document);
    QFETCH(QByteArray, param);
    AdminFixture fixture;
    fixture.createBase();
    const Reading before = fixture.get("/config");
    const Reading refused = fixture.call("PUT", "/config", document.toStdString());
    QCOMPARE(refused.status, 422);
    QCOMPARE(refused.param(), param.toStdString());
    QVERIFY(fixture.get("/config").body == before.body);
}

void AdminConfigTest::givenSecretIsKeptAndRecognised() {
    AdminFixture fixture;
    const std::string document = "{'keys':[{'name':'ci','secret':'tg-chosen-by-hand'}]}";
    fixture.call("PUT", "/config", document);
    const std::string id = fixture.snapshot()->keys.begin()->first;
    QVERIFY(verifyKeySecret("tg-chosen-by-hand", fixture.snapshot()->keys.at(id).bcrypt));
    QVERIFY(!QFileInfo::exists(QString::fromStdString(fixture.path("keys/ci"))));
    QVERIFY(fixture.call("PUT", "/config", document).at("changes").as_array().empty());
    const Reading changed =
        fixture.call("PUT", "/config", "{'keys':[{'name':'ci','secret':'tg-another-one'}]}");
    QCOMPARE(changed.at("changes").as_array().size(), std::size_t{1});
    QVERIFY(changed.text().find("tg-another-one") == std::string::npos);
    QVERIFY(verifyKeySecret("tg-another-one", fixture.snapshot()->keys.at(id).bcrypt));
}

void AdminConfigTest::generatedSecretGoesIntoAFile() {
    AdminFixture fixture;
    const Reading applied = fixture.call("PUT", "/config", "{'keys':[{'name':'ci'}]}");
    QVERIFY(applied.at("generated_keys").at(0).at("name") == "ci");
    QFile file(QString::fromStdString(fixture.path("keys/ci")));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const std::string secret = file.readAll().trimmed().toStdString();
    QVERIFY(verifyKeySecret(secret, fixture.snapshot()->keys.begin()->second.bcrypt));
    QVERIFY(applied.text().find(secret) == std::string::npos);
    constexpr auto kOthers = QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther;
    QVERIFY(!(file.permissions() & kOthers));
    QVERIFY(!(QFile::permissions(QString::fromStdString(fixture.path("keys"))) & kOthers));
    // A document that is refused leaves no file behind.
    fixture.call("PUT", "/config", "{'keys':[{'name':'second'},{'name':'third','project':'nobody'}]}");
    QVERIFY(!QFileInfo::exists(QString::fromStdString(fixture.path("keys/second"))));
}

void AdminConfigTest::textsWithVariablesSurviveTheExport() {
    AdminFixture fixture;
    fixture.create("/projects", "{'name':'p','description':'uses ${HOME} and $${X}'}");
    const Reading whole = fixture.get("/config");
    const Reading applied = fixture.send("PUT", "/config", whole.text());
    QVERIFY2(applied.status == 200 && applied.at("changes").as_array().empty(), applied.text().c_str());
}

void AdminConfigTest::promptVersionsAreAddedNeverChanged() {
    AdminFixture fixture;
    fixture.create("/prompts", "{'name':'p','system':'one'}");
    const Reading changed = fixture.call(
        "PUT", "/config", "{'prompts':[{'name':'p','versions':[{'version':'v1','system':'other'}]}]}");
    QCOMPARE(changed.status, 422);
    QCOMPARE(changed.param(), std::string("prompts[0].versions[0]"));
    const Reading added = fixture.call(
        "PUT", "/config",
        "{'prompts':[{'name':'p','default':'v2','versions':[{'version':'v2','system':'two'}]}]}");
    QVERIFY2(added.status == 200, added.text().c_str());
    const Prompt& prompt = fixture.snapshot()->prompts.at("p");
    QCOMPARE(prompt.versions.size(), std::size_t{2});
    QCOMPARE(prompt.versions[0].system, std::string("one"));
    QCOMPARE(prompt.defaultVersion, std::string("v2"));
}

void AdminConfigTest::yamlIsTaken() {
    AdminFixture fixture;
    const std::string yaml =
        "projects:\n  - name: from-yaml\n    description: \"1.0\"\n    limits: { rpm: 7 }\n";
    const Reading applied = fixture.send("PUT", "/config", yaml, "application/yaml; charset=utf-8");
    QVERIFY2(applied.status == 200, applied.text().c_str());
    QCOMPARE(fixture.snapshot()->projects.at("from-yaml").description, std::string("1.0"));
    const Reading broken = fixture.send("PUT", "/config", "projects:\n  - [\n", "application/yaml");
    QCOMPARE(broken.status, 400);
    QVERIFY(broken.message().find("line 3") != std::string::npos);
}

void AdminConfigTest::fileIsSignedAndItsMistakesKnowTheirLine() {
    AdminFixture fixture;
    const auto applied = fixture.service->applyConfigFile("projects:\n  - name: team\n", "tollgate.yaml");
    QVERIFY2(applied, applied ? "" : applied.error().c_str());
    QVERIFY(fixture.get("/audit").data().front().at("actor") == "config-file");
    const auto error = [&](const char* text) {
        const auto refused = fixture.service->applyConfigFile(text, "tollgate.yaml");
        return refused ? std::string("applied") : refused.error();
    };
    const std::string field = error("projects:\n  - name: ok\n    limits:\n      rpm: many\n");
    QVERIFY2(field.starts_with("tollgate.yaml:4: projects[0].limits.rpm"), field.c_str());
    const std::string syntax = error("projects:\n  - name: ok\n  - name: [1\n");
    QVERIFY2(syntax.starts_with("tollgate.yaml:4: "), syntax.c_str());
    const std::string variable = error("projects:\n  - name: ok\n    description: ${NO_SUCH_VARIABLE}\n");
    QVERIFY2(variable.starts_with("tollgate.yaml:3: ") &&
                 variable.find("NO_SUCH_VARIABLE") != std::string::npos,
             variable.c_str());
    const std::string reference =
        error("aliases:\n  - alias: a\n    targets:\n      - { provider: none, model: m }\n");
    QVERIFY2(reference.starts_with("tollgate.yaml:4: aliases[0].targets[0].provider"), reference.c_str());
    QVERIFY(!fixture.snapshot()->projects.contains("ok"));
}

QTEST_GUILESS_MAIN(AdminConfigTest)
#include "tst_admin_config.moc"
