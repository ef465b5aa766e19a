// Prompts over the admin API: rendering, drafts, prompts.yaml in and out.
#include "gateway/admin/config_text.h"
#include "gateway/prompts/prompt_file.h"
#include "tests/gateway/admin/admin_fixture.h"

#include <random>

using namespace tollgate;

namespace {

const char* const kFile = "prompts:\n"
                          "  summarize:\n"
                          "    template: \"Summarize the following text:\\n\\n{{ text }}\"\n"
                          "    model: gpt-4o-mini\n"
                          "    temperature: 0.3\n"
                          "    max_tokens: 500\n"
                          "    system_prompt: \"You are a concise summarizer.\"\n"
                          "  price:\n"
                          "    template: It costs ${AMOUNT}, {{ name }}.\n";

} // namespace

class AdminPromptsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void renderingNamesWhatIsWrong();
    void draftsAreRenderedWithWhatIsMissing();
    void aFileIsTakenInAndGivenBack();
    void aDryRunChangesNothing();
    void theSameFileTwiceChangesNothing();
    void aChangedTextIsANewVersionAndTheDefault();
    void oldTextIsRolledBackTo();
    void mistakesInAFileNameTheField();
    void theConfigurationTakesTheMappingToo();
    void movingTheDefaultIsAudited();
    void writtenTextsReadBackTheSame();
};

void AdminPromptsTest::renderingNamesWhatIsWrong() {
    AdminFixture fixture;
    fixture.create("/prompts",
                   "{'name':'p','system':'Help {{team}}.','template':'{{#polite}}Please: {{/polite}}{{q}}'}");
    const Reading whole =
        fixture.call("POST", "/prompts/p/render", "{'variables':{'team':'sales','q':'hi','polite':true}}");
    QCOMPARE(whole.status, 200);
    QVERIFY(whole.at("messages") == jsonOf("[{'role':'system','content':'Help sales.'},"
                                           "{'role':'user','content':'Please: hi'}]"));
    QVERIFY(whole.at("variables") == jsonOf("[{'name':'team','section':false,'required':true},"
                                            "{'name':'polite','section':true,'required':false},"
                                            "{'name':'q','section':false,'required':true}]"));
    const Reading wrong = fixture.call("POST", "/prompts/p/render", "{'variables':{'taem':'x'}}");
    QCOMPARE(wrong.status, 422);
    QCOMPARE(wrong.param(), std::string("variables"));
    QVERIFY2(wrong.message().find("team and q are missing; taem is in no template") != std::string::npos,
             wrong.message().c_str());
    const Reading broken = fixture.call("POST", "/prompts/p/versions", "{'template':'a\\n{{#b}}'}");
    QCOMPARE(broken.status, 422);
    QCOMPARE(broken.param(), std::string("template"));
    QVERIFY(broken.message().find("line 2: {{#b}} is never closed") != std::string::npos);
}

void AdminPromptsTest::draftsAreRenderedWithWhatIsMissing() {
    AdminFixture fixture;
    const Reading draft =
        fixture.call("POST", "/prompts/render",
                     "{'system':'Be {{tone}}.','template':'{{q}}','variables':{'q':'hi','x':1}}");
    QVERIFY2(draft.status == 200, draft.text().c_str());
    QVERIFY(draft.at("messages") ==
            jsonOf("[{'role':'system','content':'Be .'},{'role':'user','content':'hi'}]"));
    QVERIFY(draft.at("missing") == jsonOf("['tone']"));
    QVERIFY(draft.at("unknown") == jsonOf("['x']"));
    const Reading broken = fixture.call("POST", "/prompts/render", "{'system':'{{'}");
    QCOMPARE(broken.status, 422);
    QCOMPARE(broken.param(), std::string("system"));
    QVERIFY(fixture.get("/prompts").data().empty());
}

void AdminPromptsTest::aFileIsTakenInAndGivenBack() {
    AdminFixture fixture;
    const Reading taken = fixture.send("POST", "/prompts/import", kFile, "application/yaml");
    QVERIFY2(taken.status == 200, taken.text().c_str());
    QCOMPARE(taken.at("prompts").as_array().size(), std::size_t{2});
    QCOMPARE(taken.at("prompts").at(0).at("action"), boost::json::value("create"));
    const PromptVersion& said = fixture.snapshot()->prompts.at("summarize").versions.front();
    QCOMPARE(said.system, std::string("You are a concise summarizer."));
    QCOMPARE(said.maxTokens, std::optional<std::int64_t>(500));
    // A dollar sign is no variable of the environment here.
    QCOMPARE(fixture.snapshot()->prompts.at("price").versions.front().templateText,
             std::string("It costs ${AMOUNT}, {{ name }}."));
    const Reading file = fixture.get("/prompts/export?format=json");
    QCOMPARE(file.at("prompts").at("summarize").at("system_prompt"),
             boost::json::value("You are a concise summarizer."));
    QCOMPARE(fixture.send("POST", "/prompts/import", file.text()).at("unchanged"), boost::json::value(2));
    QCOMPARE(fixture.get("/prompts/export?format=xml").status, 422);
    const std::string inside = boost::json::serialize(boost::json::object{{"yaml", kFile}});
    QCOMPARE(fixture.send("POST", "/prompts/import", inside).at("unchanged"), boost::json::value(2));
    const Reading broken = fixture.send("POST", "/prompts/import", "{\"yaml\":\"prompts:\\n  p: [\\n\"}");
    QCOMPARE(broken.param(), std::string("yaml"));
    QVERIFY(broken.message().find("line 3") != std::string::npos);
}

void AdminPromptsTest::aDryRunChangesNothing() {
    AdminFixture fixture;
    const Reading looked = fixture.send("POST", "/prompts/import?dry_run=true", kFile, "application/yaml");
    QCOMPARE(looked.at("dry_run"), boost::json::value(true));
    QCOMPARE(looked.at("prompts").as_array().size(), std::size_t{2});
    QVERIFY(fixture.snapshot()->prompts.empty());
    QVERIFY(fixture.get("/audit").data().empty());
}

void AdminPromptsTest::theSameFileTwiceChangesNothing() {
    AdminFixture fixture;
    fixture.send("POST", "/prompts/import", kFile, "application/yaml");
    const auto version = fixture.snapshot()->version;
    const Reading again = fixture.send("POST", "/prompts/import", kFile, "application/yaml");
    QCOMPARE(again.at("unchanged"), boost::json::value(2));
    QVERIFY(again.at("prompts").as_array().empty());
    QCOMPARE(fixture.snapshot()->version, version);
}

void AdminPromptsTest::aChangedTextIsANewVersionAndTheDefault() {
    AdminFixture fixture;
    fixture.create("/prompts", "{'name':'p','template':'one'}");
    const Reading taken = fixture.call("POST", "/prompts/import", "{'prompts':{'p':{'template':'two'}}}");
    const boost::json::value& step = taken.at("prompts").at(0);
    QCOMPARE(step.at("action"), boost::json::value("add_version"));
    QCOMPARE(step.at("version"), boost::json::value("v2"));
    QCOMPARE(step.at("before").at("template"), boost::json::value("one"));
    QCOMPARE(step.at("after").at("template"), boost::json::value("two"));
    QCOMPARE(fixture.snapshot()->prompts.at("p").defaultVersion, std::string("v2"));
}

void AdminPromptsTest::oldTextIsRolledBackTo() {
    AdminFixture fixture;
    fixture.create("/prompts", "{'name':'p','default':'v2','versions':[{'version':'v1','template':'one'},"
                               "{'version':'v2','template':'two'}]}");
    const Reading taken = fixture.call("POST", "/prompts/import", "{'prompts':{'p':{'template':'one'}}}");
    QCOMPARE(taken.at("prompts").at(0).at("action"), boost::json::value("promote"));
    QCOMPARE(fixture.snapshot()->prompts.at("p").defaultVersion, std::string("v1"));
    QCOMPARE(fixture.snapshot()->prompts.at("p").versions.size(), std::size_t{2});
}

void AdminPromptsTest::mistakesInAFileNameTheField() {
    AdminFixture fixture;
    const Reading jinja =
        fixture.call("POST", "/prompts/import", "{'prompts':{'p':{'template':'{% if a %}b{% endif %}'}}}");
    QCOMPARE(jinja.status, 422);
    QCOMPARE(jinja.param(), std::string("prompts.p.template"));
    QCOMPARE(fixture.call("POST", "/prompts/import", "{'prompts':[]}").param(), std::string("prompts"));
    QCOMPARE(fixture.call("POST", "/prompts/import", "{'prompts':{},'aliases':[]}").status, 422);
    QCOMPARE(fixture.call("POST", "/prompts/import", "{'prompts':{'two words':{'template':'x'}}}").status,
             422);
    QCOMPARE(fixture.call("POST", "/prompts/import", "{'prompts':{'export':{'template':'x'}}}").status, 422);
    QVERIFY(fixture.snapshot()->prompts.empty());
}

void AdminPromptsTest::theConfigurationTakesTheMappingToo() {
    AdminFixture fixture;
    const auto applied = fixture.service->applyConfigFile(
        "prompts:\n  p:\n    template: \"${PRICE} {{ text }}\"\n    system_prompt: Be brief.\n",
        "prompts.yaml");
    QVERIFY2(applied, applied ? "" : applied.error().c_str());
    QCOMPARE(fixture.snapshot()->prompts.at("p").versions.front().system, std::string("Be brief."));
    const auto broken = fixture.service->applyConfigFile(
        "prompts:\n  p:\n    model: m\n    template: \"{{\"\n", "prompts.yaml");
    QVERIFY(!broken);
    QVERIFY2(broken.error().find("prompts.yaml:4") != std::string::npos, broken.error().c_str());
}

void AdminPromptsTest::movingTheDefaultIsAudited() {
    AdminFixture fixture;
    fixture.create("/prompts", "{'name':'p','default':'v2','versions':[{'version':'v1','template':'one'},"
                               "{'version':'v2','template':'two'}]}");
    const Reading moved = fixture.call("PATCH", "/prompts/p", "{'default':'v1'}");
    QVERIFY2(moved.status == 200, moved.text().c_str());
    const Reading audit = fixture.get("/audit");
    const boost::json::value& entry = audit.data().front();
    QCOMPARE(entry.at("before").at("default"), boost::json::value("v2"));
    QCOMPARE(entry.at("after").at("default"), boost::json::value("v1"));
    QCOMPARE(fixture.call("PATCH", "/prompts/p", "{'default':'v9'}").param(), std::string("default"));
}

void AdminPromptsTest::writtenTextsReadBackTheSame() {
    static const std::vector<std::string> kPieces{"a",  "\n", " ",  "\t",   "#",  ":",   "- ",
                                                  "\"", "'",  "\\", "{{",   "}}", "%",   "漢",
                                                  "|",  ">",  "\r", "\x01", "no", "\n\n"};
    std::minstd_rand random(7);
    for (int round = 0; round < 2000; ++round) {
        PromptFileEntry entry{"p: #1", {}};
        entry.says.templateText.clear();
        for (auto i = random() % 8; i > 0; --i)
            entry.says.templateText += kPieces[random() % kPieces.size()];
        entry.says.system = entry.says.templateText;
        entry.says.temperature = 0.7;
        const auto read = parseConfigText(writePromptFile({entry}));
        QVERIFY2(read.has_value(), writePromptFile({entry}).c_str());
        QCOMPARE(read->at("prompts"), promptFileJson({entry}).at("prompts"));
    }
    QCOMPARE(writePromptFile({}), std::string("prompts: {}\n"));
}

QTEST_GUILESS_MAIN(AdminPromptsTest)
#include "tst_admin_prompts.moc"
