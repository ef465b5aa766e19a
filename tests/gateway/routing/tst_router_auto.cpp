// Strategy auto: how hard a task looks, and who gets it.

#include "gateway/routing/capability.h"
#include "tests/gateway/routing/router_fixture.h"

#include <QTest>

using namespace tollgate;

namespace {

class Task final : public TaskReader {
public:
    TaskSigns read() const override {
        ++reads;
        return signs;
    }
    TaskSigns signs;
    mutable int reads = 0;
};

} // namespace

class RouterAutoTest : public QObject, private RouterFixture {
    Q_OBJECT

private Q_SLOTS:
    void init();

    void tasksAreJudgedByTheirSigns_data();
    void tasksAreJudgedByTheirSigns();
    void thresholdsAreTheAliases();
    void ownWordsReplaceTheBuiltIn();
    void simpleTasksStayAtHome();
    void complexTasksGoToTheCloud();
    void aLocalModelThatCanIsTaken();
    void theCheapestThatIsEnoughIsTaken();
    void whoIsNotEnoughStandsBehind();
    void homeMayBeUnfavoured();
    void localIsSeenOrNamed_data();
    void localIsSeenOrNamed();
    void othersDoNotPayForTheReading();

private:
    void price(std::string provider, std::string name, double usd, std::string tier) {
        Model& made = model(std::move(provider), std::move(name));
        made.input = made.output = TokenPrice::fromUsdPerMtok(usd);
        made.tier = std::move(tier);
    }
    void say(std::string text) { m_task.signs.lastText = std::move(text); }
    Task m_task;
};

void RouterAutoTest::init() {
    start();
    m_task = {};
    Provider& home = m_snapshot.providers["c"];
    home.kind = ProviderKind::OpenAiCompatible;
    home.baseUrl = "http://127.0.0.1:11434/v1";
    alias("auto", Strategy::Auto, {{"a", "one"}, {"b", "two"}, {"c", "mock"}});
    m_request.promptTokens = 20;
    m_request.task = &m_task;
}

void RouterAutoTest::tasksAreJudgedByTheirSigns_data() {
    QTest::addColumn<std::string>("text");
    QTest::addColumn<int>("prompt");
    QTest::addColumn<int>("output");
    QTest::addColumn<std::string>("signs");
    QTest::addColumn<std::string>("tier");
    const auto row = [](const char* name, const char* text, int prompt, int output, const char* signs,
                        const char* tier) {
        QTest::newRow(name) << std::string(text) << prompt << output << std::string(signs)
                            << std::string(tier);
    };
    row("the seed's own", "classify: positive or negative", 10, 0, "", "simple");
    row("short", "What is the capital of France?", 10, 100, "", "simple");
    row("up to the bound", "", 500, 1'999, "", "simple");
    row("not short", "", 501, 0, "", "medium");
    row("long", "", 4'000, 0, "", "complex");
    row("a long answer", "", 10, 2'000, "", "complex");
    row("tools", "", 10, 0, "t", "medium");
    row("images", "", 10, 0, "i", "medium");
    row("a schema", "", 10, 0, "s", "medium");
    row("reasoning", "", 10, 0, "r", "complex");
    row("a word", "Please REFACTOR this class", 10, 0, "", "complex");
    row("in steps", "Think step by step.", 10, 0, "", "complex");
    row("the beginning of a word", "debugging help", 10, 0, "", "complex");
    row("not within a word", "I approve of reanalysed drinks", 10, 0, "", "simple");
    row("words before tools", "prove it", 10, 0, "t", "complex");
}

void RouterAutoTest::tasksAreJudgedByTheirSigns() {
    QFETCH(std::string, text);
    QFETCH(int, prompt);
    QFETCH(int, output);
    QFETCH(std::string, signs);
    QFETCH(std::string, tier);
    TaskSigns seen;
    seen.lastText = text;
    seen.tools = signs.find('t') != std::string::npos ? 2 : 0;
    seen.structured = signs.find('s') != std::string::npos;
    seen.reasoning = signs.find('r') != std::string::npos;
    const Complexity judged =
        judgeComplexity(seen, prompt, output, signs.find('i') != std::string::npos, RouteOptions());
    QCOMPARE(std::string(toString(judged.tier)), tier);
    QVERIFY(!judged.why.empty());
}

void RouterAutoTest::thresholdsAreTheAliases() {
    RouteOptions options;
    options.simpleMaxPromptTokens = 5;
    options.complexMinPromptTokens = 50;
    options.complexMinOutputTokens = 10;
    QVERIFY(judgeComplexity({}, 5, 9, false, options).tier == Tier::Simple);
    QVERIFY(judgeComplexity({}, 6, 9, false, options).tier == Tier::Medium);
    QVERIFY(judgeComplexity({}, 50, 0, false, options).tier == Tier::Complex);
    QVERIFY(judgeComplexity({}, 5, 10, false, options).tier == Tier::Complex);
}

void RouterAutoTest::ownWordsReplaceTheBuiltIn() {
    RouteOptions options;
    options.complexWords = {"beweise"};
    TaskSigns signs;
    signs.lastText = "Beweise den Satz";
    QVERIFY(judgeComplexity(signs, 5, 0, false, options).tier == Tier::Complex);
    signs.lastText = "prove it";
    QVERIFY(judgeComplexity(signs, 5, 0, false, options).tier == Tier::Simple);
    options.complexWords = std::vector<std::string>();
    QVERIFY(judgeComplexity(signs, 5, 0, false, options).tier == Tier::Simple);
}

void RouterAutoTest::simpleTasksStayAtHome() {
    say("classify: positive or negative");
    const auto made = plan("auto");
    QCOMPARE(namesOf(made->candidates).front(), std::string("c/mock"));
    QCOMPARE(made->candidates[0].reason, std::string("chosen: local, tier simple"));
    QCOMPARE(made->decision[1].code, std::string("auto.complexity"));
    QCOMPARE(made->decision[1].text, std::string("the task looks simple: short and plain"));
    open("c/mock"); // the cloud when home fails
    QCOMPARE(chain("auto").front(), std::string("a/one"));
}

void RouterAutoTest::complexTasksGoToTheCloud() {
    say("Analyze the architecture of this system.");
    QCOMPARE(chain("auto"), (Names{"a/one", "b/two", "c/mock"})); // home knows no tier: taken for simple
    price("b", "two", 9, "complex");
    QCOMPARE(chain("auto"), (Names{"b/two", "a/one", "c/mock"}));
}

void RouterAutoTest::aLocalModelThatCanIsTaken() {
    price("a", "one", 1, "complex");
    price("c", "mock", 0, "complex");
    say("prove it");
    QCOMPARE(chain("auto").front(), std::string("c/mock"));
}

void RouterAutoTest::theCheapestThatIsEnoughIsTaken() {
    price("a", "one", 5, "complex");
    price("b", "two", 1, "medium");
    price("c", "mock", 9, "complex");
    m_snapshot.aliases["auto"].route.localFirst = false;
    m_task.signs.tools = 1;
    QCOMPARE(chain("auto"), (Names{"b/two", "a/one", "c/mock"}));
    say("prove it");
    QCOMPARE(chain("auto"), (Names{"a/one", "c/mock", "b/two"}));
    model("a", "one").capabilities = {"chat"};
    m_request.needsTools = true;
    QCOMPARE(chain("auto"), (Names{"c/mock", "b/two"})); // and capable
}

void RouterAutoTest::whoIsNotEnoughStandsBehind() {
    price("a", "one", 1, "simple");
    price("b", "two", 2, "medium");
    price("c", "mock", 3, "simple");
    say("prove it");
    QCOMPARE(chain("auto"), (Names{"b/two", "c/mock", "a/one"})); // nearest to it first, then local
}

void RouterAutoTest::homeMayBeUnfavoured() {
    price("a", "one", 1, "simple");
    price("b", "two", 2, "simple");
    price("c", "mock", 3, "simple");
    QCOMPARE(chain("auto").front(), std::string("c/mock"));
    m_snapshot.aliases["auto"].route.localFirst = false;
    QCOMPARE(chain("auto").front(), std::string("a/one"));
}

void RouterAutoTest::localIsSeenOrNamed_data() {
    QTest::addColumn<std::string>("address");
    QTest::addColumn<bool>("local");
    for (const char* near :
         {"http://localhost:11434/v1", "http://127.0.0.1:8000/v1", "http://[::1]:8000/v1",
          "http://10.1.2.3/v1", "http://192.168.0.7:80", "http://172.16.0.1", "http://172.31.9.9/v1",
          "http://ollama:11434/v1", "https://gpu.local/v1", "http://[fd00::1]/v1"})
        QTest::newRow(near) << std::string(near) << true;
    for (const char* far : {"https://api.groq.com/openai/v1", "https://8.8.8.8/v1", "http://172.32.0.1/v1",
                            "http://172.15.0.1/v1", "https://10.example.com/v1", "http://[2001:db8::1]/v1"})
        QTest::newRow(far) << std::string(far) << false;
}

void RouterAutoTest::localIsSeenOrNamed() {
    QFETCH(std::string, address);
    QFETCH(bool, local);
    Provider provider = m_snapshot.providers["c"];
    provider.baseUrl = address;
    RouteOptions options;
    QCOMPARE(isLocal(provider, nullptr, options), local);
    provider.kind = ProviderKind::OpenAi; // a cloud's own API, behind a proxy
    QVERIFY(!isLocal(provider, nullptr, options));
    Model hourly;
    hourly.usdPerHour = Money::fromUsd(0.7);
    QVERIFY(isLocal(provider, &hourly, options));
    options.localProviders = {"c"};
    QVERIFY(isLocal(provider, nullptr, options));
}

void RouterAutoTest::othersDoNotPayForTheReading() {
    plan("chat");
    QCOMPARE(m_task.reads, 0);
    plan("auto");
    QCOMPARE(m_task.reads, 1);
}

QTEST_GUILESS_MAIN(RouterAutoTest)
#include "tst_router_auto.moc"
