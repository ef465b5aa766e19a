#include "gateway/server/path_table.h"

#include <QTest>

#include <atomic>
#include <cstdlib>
#include <new>

using namespace tollgate;
using Kind = PathTable::Match::Kind;

namespace {
std::atomic<int> allocations{0};
}

void* operator new(std::size_t size) {
    ++allocations;
    if (void* memory = std::malloc(size))
        return memory;
    throw std::bad_alloc();
}
void operator delete(void* memory) noexcept {
    std::free(memory);
}
void operator delete(void* memory, std::size_t) noexcept {
    std::free(memory);
}

class TestPathTable : public QObject {
    Q_OBJECT

private:
    PathTable m_table;
    std::size_t m_chat = 0, m_models = 0, m_model = 0, m_special = 0, m_patch = 0, m_arm = 0, m_files = 0,
                m_root = 0;

private Q_SLOTS:
    void initTestCase() {
        m_chat = m_table.add("POST", "/v1/chat/completions");
        m_models = m_table.add("GET", "/v1/models");
        m_model = m_table.add("GET", "/v1/models/{id}");
        m_special = m_table.add("POST", "/v1/models/special");
        m_patch = m_table.add("PATCH", "/v1/models/{name}");
        m_arm = m_table.add("GET", "/flags/{key}/arms/{arm}");
        m_files = m_table.add("GET", "/files/{path*}");
        m_root = m_table.add("GET", "/");
    }

    void findsLiteralPaths() {
        QCOMPARE(m_table.match("POST", "/v1/chat/completions").route, m_chat);
        QCOMPARE(m_table.match("GET", "/v1/models").route, m_models);
        QCOMPARE(m_table.match("GET", "/").route, m_root);
        QVERIFY(m_table.match("GET", "/").kind == Kind::Found);
    }

    void bindsParametersByTheNamesOfTheirOwnPattern() {
        const auto model = m_table.match("GET", "/v1/models/gpt-4o%2Fx");
        QCOMPARE(model.route, m_model);
        QCOMPARE(model.param("id"), std::string_view("gpt-4o%2Fx"));
        QCOMPARE(model.param("name"), std::string_view());
        const auto patch = m_table.match("PATCH", "/v1/models/a");
        QCOMPARE(patch.route, m_patch);
        QCOMPARE(patch.param("name"), std::string_view("a"));
        const auto arm = m_table.match("GET", "/flags/chat/arms/canary");
        QCOMPARE(arm.route, m_arm);
        QCOMPARE(arm.param("key"), std::string_view("chat"));
        QCOMPARE(arm.param("arm"), std::string_view("canary"));
    }

    void aRestParameterTakesSlashes() {
        const auto files = m_table.match("GET", "/files/a/b/c.txt");
        QCOMPARE(files.route, m_files);
        QCOMPARE(files.param("path"), std::string_view("a/b/c.txt"));
        QVERIFY(m_table.match("GET", "/files/").kind == Kind::NotFound);
        QVERIFY(m_table.match("GET", "/files").kind == Kind::NotFound);
    }

    void aLiteralWinsButDoesNotHideAnotherMethodOfTheParameter() {
        QCOMPARE(m_table.match("POST", "/v1/models/special").route, m_special);
        const auto get = m_table.match("GET", "/v1/models/special");
        QVERIFY(get.kind == Kind::Found);
        QCOMPARE(get.route, m_model);
        QCOMPARE(get.param("id"), std::string_view("special"));
    }

    void headFindsGet() {
        QCOMPARE(m_table.match("HEAD", "/v1/models/x").route, m_model);
        QVERIFY(m_table.match("HEAD", "/v1/chat/completions").kind == Kind::MethodNotAllowed);
    }

    void tellsUnknownFromNotAllowed() {
        QVERIFY(m_table.match("GET", "/v1/chat/completions").kind == Kind::MethodNotAllowed);
        QVERIFY(m_table.match("DELETE", "/v1/models/x").kind == Kind::MethodNotAllowed);
        for (const char* path : {"/v1", "/v1/", "/v1/chat/completions/", "/v1/models/", "/v1/models/a/b",
                                 "/nothing", "", "*", "v1/models", "//", "/v1//models"})
            QVERIFY2(m_table.match("GET", path).kind == Kind::NotFound, path);
    }

    void namesTheAllowedMethods() {
        QCOMPARE(m_table.allowed("/v1/chat/completions"), std::string("POST"));
        QCOMPARE(m_table.allowed("/v1/models/x"), std::string("GET, HEAD, PATCH"));
        QCOMPARE(m_table.allowed("/v1/models/special"), std::string("GET, HEAD, PATCH, POST"));
        QCOMPARE(m_table.allowed("/nothing"), std::string());
    }

    void matchingAllocatesNothing() {
        const int before = allocations;
        const auto found = m_table.match("GET", "/flags/chat/arms/canary");
        const auto missing = m_table.match("GET", "/flags/chat/arms");
        const auto wrong = m_table.match("PUT", "/v1/models/x");
        QCOMPARE(int(allocations), before);
        QVERIFY(found.kind == Kind::Found && missing.kind == Kind::NotFound &&
                wrong.kind == Kind::MethodNotAllowed);
    }
};

QTEST_GUILESS_MAIN(TestPathTable)
#include "tst_path_table.moc"
