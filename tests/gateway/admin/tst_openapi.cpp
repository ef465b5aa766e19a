// The OpenAPI document says what the service does: every route, and every field of every resource.
#include "tests/gateway/admin/admin_fixture.h"

#include <QTest>

#include <set>

using namespace tollgate;

class OpenApiTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_fixture = std::make_unique<AdminFixture>(); }
    void everyRouteIsThere();
    void everyPathOfTheContractIsThere_data();
    void everyPathOfTheContractIsThere();
    void everyReferenceHasItsTarget();
    void pathParametersAreDeclared();
    void answersHoldOnlyDeclaredFields();

private:
    boost::json::object document() { return m_fixture->get("/openapi.json").body.as_object(); }
    std::unique_ptr<AdminFixture> m_fixture;
};

namespace {

void collectReferences(const boost::json::value& value, std::set<std::string>& out) {
    if (value.is_object()) {
        for (const auto& entry : value.get_object()) {
            if (entry.key() == "$ref")
                out.emplace(entry.value().as_string());
            else
                collectReferences(entry.value(), out);
        }
    } else if (value.is_array()) {
        for (const auto& item : value.get_array())
            collectReferences(item, out);
    }
}

std::string lower(std::string text) {
    std::ranges::transform(text, text.begin(), [](char c) { return static_cast<char>(c | 0x20); });
    return text;
}

} // namespace

void OpenApiTest::everyRouteIsThere() {
    const auto paths = document().at("paths").as_object();
    std::size_t operations = 0;
    for (const auto& path : paths)
        operations += path.value().as_object().size();
    QCOMPARE(operations, m_fixture->service->routes().routes().size());
    std::set<std::string> ids;
    for (const auto& path : paths) {
        for (const auto& operation : path.value().as_object()) {
            QVERIFY(ids.emplace(operation.value().at("operationId").as_string()).second);
            QVERIFY(!operation.value().at("summary").as_string().empty());
            QVERIFY(operation.value().at("responses").as_object().contains("default"));
        }
    }
    QCOMPARE(std::string(document().at("openapi").as_string()), std::string("3.1.0"));
}

void OpenApiTest::everyPathOfTheContractIsThere_data() {
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    const auto row = [](const char* method, const char* path) {
        QTest::addRow("%s %s", method, path) << QByteArray(method) << QByteArray(path);
    };
    for (const char* collection :
         {"/providers", "/models", "/aliases", "/projects", "/keys", "/budgets", "/flags", "/prompts"}) {
        row("GET", collection);
        row("POST", collection);
    }
    for (const char* item :
         {"/providers/{name}", "/models/{provider}/{model}", "/aliases/{alias}", "/projects/{name}",
          "/keys/{id}", "/budgets/{id}", "/flags/{key}", "/prompts/{name}"}) {
        for (const char* method : {"GET", "PUT", "PATCH", "DELETE"})
            row(method, item);
    }
    row("POST", "/providers/{name}/check");
    row("POST", "/models/import");
    row("POST", "/keys/{id}/rotate");
    row("POST", "/flags/{key}/evaluate");
    row("POST", "/flags/{key}/rollback");
    row("GET", "/flags/{key}/report");
    row("POST", "/prompts/{name}/versions");
    row("POST", "/prompts/{name}/render");
    row("GET", "/usage");
    row("GET", "/requests");
    row("GET", "/requests/{trace_id}");
    row("GET", "/overview");
    row("GET", "/events");
    row("POST", "/route/explain");
    row("GET", "/audit");
    row("GET", "/status");
    row("GET", "/config");
    row("PUT", "/config");
    row("GET", "/settings");
    row("PATCH", "/settings");
    row("GET", "/openapi.json");
}

void OpenApiTest::everyPathOfTheContractIsThere() {
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, path);
    const auto paths = document().at("paths").as_object();
    const auto* found = paths.if_contains(path.toStdString());
    QVERIFY(found != nullptr);
    QVERIFY(found->as_object().contains(lower(method.toStdString())));
}

void OpenApiTest::everyReferenceHasItsTarget() {
    const boost::json::object whole = document();
    std::set<std::string> references;
    collectReferences(whole, references);
    QVERIFY(references.size() > 10);
    const auto& schemas = whole.at("components").at("schemas").as_object();
    for (const std::string& reference : references)
        QVERIFY2(schemas.contains(reference.substr(std::string("#/components/schemas/").size())),
                 reference.c_str());
}

void OpenApiTest::pathParametersAreDeclared() {
    const boost::json::object whole = document();
    for (const auto& path : whole.at("paths").as_object()) {
        const auto wanted = std::ranges::count(std::string_view(path.key()), '{');
        for (const auto& operation : path.value().as_object()) {
            const auto declared =
                std::ranges::count_if(operation.value().at("parameters").as_array(),
                                      [](const auto& parameter) { return parameter.at("in") == "path"; });
            QCOMPARE(declared, wanted);
        }
    }
}

void OpenApiTest::answersHoldOnlyDeclaredFields() {
    AdminFixture& fixture = *m_fixture;
    fixture.createBase();
    fixture.create("/prompts", "{'name':'p','system':'s'}");
    const std::pair<const char*, boost::json::object> answers[] = {
        {"Provider", fixture.get("/providers/base").body.as_object()},
        {"Health", fixture.get("/providers/base").at("health").as_object()},
        {"Alias", fixture.get("/aliases/base").body.as_object()},
        {"Project", fixture.get("/projects/base").body.as_object()},
        {"Model", fixture.create("/models", "{'provider':'base','model':'m'}")},
        {"Key", fixture.create("/keys", "{'name':'k'}")},
        {"Budget", fixture.create("/budgets", "{'scope':'global','limit_usd':1}")},
        {"Flag", fixture.create("/flags", "{'key':'f','type':'canary','alias':'base','stable':'base/m',"
                                          "'canary':'base/n'}")},
        {"Prompt", fixture.get("/prompts/p").body.as_object()},
        {"PromptVersion", fixture.get("/prompts/p").at("versions").at(0).as_object()},
        {"Settings", fixture.get("/settings").body.as_object()},
        {"Breaker", fixture.get("/settings").at("breaker").as_object()},
        {"Config", fixture.get("/config").body.as_object()},
        {"AuditEntry", fixture.get("/audit").data().front().as_object()},
        {"ConfigApplied", fixture.call("PUT", "/config", "{}").body.as_object()},
        {"ImportResult", fixture.call("POST", "/models/import", "{}").body.as_object()},
    };
    const auto schemas = document().at("components").at("schemas").as_object();
    for (const auto& [schema, answer] : answers) {
        const auto& properties = schemas.at(schema).at("properties").as_object();
        for (const auto& field : answer)
            QVERIFY2(properties.contains(field.key()),
                     (std::string(schema) + "." + std::string(field.key())).c_str());
    }
}

QTEST_GUILESS_MAIN(OpenApiTest)
#include "tst_openapi.moc"
