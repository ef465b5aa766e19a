#include "gateway/store/migrations.h"
#include "gateway/store/resource_repository.h"

#include <QTemporaryDir>
#include <QTest>
#include <QVariant>

using namespace tollgate;

namespace {

ResourceChange put(ResourceKind kind, std::string id, boost::json::object document,
                   std::string action = "create") {
    ResourceChange change;
    change.kind = kind;
    change.id = std::move(id);
    change.after = document;
    change.document = std::move(document);
    change.action = std::move(action);
    return change;
}

ResourceChange removal(ResourceKind kind, std::string id) {
    ResourceChange change;
    change.kind = kind;
    change.id = std::move(id);
    change.action = "delete";
    return change;
}

} // namespace

class ResourceRepositoryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_database.reset(); }
    void keepsDocumentsAcrossConnections();
    void replacesByKindAndId();
    void everyApplyIsOneVersion();
    void credentialsAreReplacedWholeAndKeptWhenNotMentioned();
    void deletedProviderTakesItsCredentialsAlong();
    void auditIsNewestFirstAndPaged();
    void auditIsNarrowedByKindSubjectAndActor();
    void auditIsNarrowedByText();
    void unauditedChangesLeaveNoEntry();
    void failureInTheMiddleChangesNothing();
    void damagedDocumentIsAnErrorThatNamesIt();

private:
    AppliedChanges apply(const std::vector<ResourceChange>& changes, const char* actor = "console") {
        const auto applied = ResourceRepository(*m_database).apply(changes, actor, 1000);
        if (!applied)
            qFatal("%s", applied.error().c_str());
        return *applied;
    }
    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<Database> m_database;
    std::string m_path;
};

void ResourceRepositoryTest::init() {
    m_directory = std::make_unique<QTemporaryDir>();
    m_path = m_directory->filePath(QStringLiteral("t.db")).toStdString();
    m_database = std::move(*Database::open(m_path));
    QVERIFY(migrate(*m_database, storeMigrations()).has_value());
}

void ResourceRepositoryTest::keepsDocumentsAcrossConnections() {
    apply({put(ResourceKind::Project, "Köln", {{"name", "Köln"}, {"z", 1}, {"a", 2}})});
    m_database = std::move(*Database::open(m_path));
    const auto resources = ResourceRepository(*m_database).resources();
    QVERIFY(resources.has_value());
    QCOMPARE(resources->size(), std::size_t{1});
    QCOMPARE(resources->front().id, std::string("Köln"));
    QVERIFY(resources->front().kind == ResourceKind::Project);
    QVERIFY(resources->front().document == (boost::json::object{{"name", "Köln"}, {"z", 1}, {"a", 2}}));
    QCOMPARE(std::string(resources->front().document.begin()->key()), std::string("name"));
}

void ResourceRepositoryTest::replacesByKindAndId() {
    apply({put(ResourceKind::Project, "x", {{"v", 1}}), put(ResourceKind::Alias, "x", {{"v", 2}})});
    apply({put(ResourceKind::Project, "x", {{"v", 3}}, "update"), removal(ResourceKind::Alias, "x")});
    const auto resources = ResourceRepository(*m_database).resources();
    QCOMPARE(resources->size(), std::size_t{1});
    QVERIFY(resources->front().document.at("v") == 3);
}

void ResourceRepositoryTest::everyApplyIsOneVersion() {
    ResourceRepository repository(*m_database);
    QCOMPARE(*repository.version(), std::int64_t{0});
    QCOMPARE(apply({put(ResourceKind::Project, "a", {})}).version, std::int64_t{1});
    QCOMPARE(apply({put(ResourceKind::Project, "b", {}), put(ResourceKind::Project, "c", {})}).version,
             std::int64_t{2});
    QCOMPARE(*repository.version(), std::int64_t{2});
}

void ResourceRepositoryTest::credentialsAreReplacedWholeAndKeptWhenNotMentioned() {
    ResourceRepository repository(*m_database);
    auto create = put(ResourceKind::Provider, "p", {});
    create.credentials = {{"p", "api_key.0", std::string("\0\1", 2)}, {"p", "api_key.1", "b"}};
    apply({create});
    apply({put(ResourceKind::Provider, "p", {{"enabled", false}}, "update")});
    QCOMPARE(repository.credentials()->size(), std::size_t{2});
    QCOMPARE(repository.credentials()->front().sealed, std::string("\0\1", 2));
    auto replace = put(ResourceKind::Provider, "p", {}, "update");
    replace.credentials = {{"p", "api_key", "c"}};
    apply({replace});
    QCOMPARE(repository.credentials()->size(), std::size_t{1});
    QCOMPARE(repository.credentials()->front().field, std::string("api_key"));
}

void ResourceRepositoryTest::deletedProviderTakesItsCredentialsAlong() {
    auto create = put(ResourceKind::Provider, "p", {});
    create.credentials = {{"p", "api_key", "a"}};
    apply({create});
    apply({removal(ResourceKind::Provider, "p")});
    QVERIFY(ResourceRepository(*m_database).credentials()->empty());
}

void ResourceRepositoryTest::auditIsNewestFirstAndPaged() {
    for (int i = 0; i < 5; ++i)
        apply({put(ResourceKind::Project, "p" + std::to_string(i), {{"n", i}})});
    ResourceRepository repository(*m_database);
    const auto first = repository.audit({.limit = 2});
    QCOMPARE(first->size(), std::size_t{2});
    QCOMPARE(first->front().subject, std::string("p4"));
    QVERIFY(first->front().after.at("n") == 4);
    QVERIFY(first->front().before.is_null());
    QCOMPARE(first->front().atMs, std::int64_t{1000});
    const auto second = repository.audit({.beforeId = first->back().id, .limit = 10});
    QCOMPARE(second->size(), std::size_t{3});
    QCOMPARE(second->front().subject, std::string("p2"));
}

void ResourceRepositoryTest::auditIsNarrowedByKindSubjectAndActor() {
    apply({put(ResourceKind::Project, "x", {}), put(ResourceKind::Alias, "x", {})});
    apply({put(ResourceKind::Alias, "y", {})}, "admin-token");
    ResourceRepository repository(*m_database);
    QCOMPARE(repository.audit({.kind = "alias"})->size(), std::size_t{2});
    QCOMPARE(repository.audit({.kind = "alias", .subject = "x"})->size(), std::size_t{1});
    QCOMPARE(repository.audit({.actor = "admin-token"})->front().subject, std::string("y"));
}

void ResourceRepositoryTest::auditIsNarrowedByText() {
    apply({put(ResourceKind::Project, "shop", {{"description", "The Checkout"}})});
    apply({put(ResourceKind::Project, "other", {{"description", "100 % new"}})});
    apply({put(ResourceKind::Alias, "checkout-chat", {})}, "admin-token");
    ResourceRepository repository(*m_database);
    QCOMPARE(repository.audit({.text = "checkout"})->size(), std::size_t{2});
    QCOMPARE(repository.audit({.kind = "project", .text = "CHECKOUT"})->front().subject, std::string("shop"));
    QCOMPARE(repository.audit({.text = "100 %"})->front().subject, std::string("other"));
    QVERIFY(repository.audit({.text = "nowhere"})->empty());
}

void ResourceRepositoryTest::unauditedChangesLeaveNoEntry() {
    auto silent = removal(ResourceKind::Model, "p/m");
    silent.audited = false;
    const auto applied = apply({removal(ResourceKind::Provider, "p"), silent});
    QCOMPARE(applied.audit.size(), std::size_t{1});
    QCOMPARE(ResourceRepository(*m_database).audit({})->size(), std::size_t{1});
}

void ResourceRepositoryTest::failureInTheMiddleChangesNothing() {
    auto twice = put(ResourceKind::Provider, "p", {});
    twice.credentials = {{"p", "api_key", "a"}, {"p", "api_key", "b"}};
    ResourceRepository repository(*m_database);
    QVERIFY(!repository.apply(std::vector{put(ResourceKind::Project, "x", {}), twice}, "console", 1));
    QVERIFY(repository.resources()->empty());
    QVERIFY(repository.audit({})->empty());
    QCOMPARE(*repository.version(), std::int64_t{0});
}

void ResourceRepositoryTest::damagedDocumentIsAnErrorThatNamesIt() {
    QVERIFY(m_database->execute(QStringLiteral("INSERT INTO resources VALUES('alias', 'bad', '{', 1)"))
                .has_value());
    const auto resources = ResourceRepository(*m_database).resources();
    QVERIFY(!resources);
    QVERIFY(resources.error().find("alias bad") != std::string::npos);
}

QTEST_GUILESS_MAIN(ResourceRepositoryTest)
#include "tst_resource_repository.moc"
