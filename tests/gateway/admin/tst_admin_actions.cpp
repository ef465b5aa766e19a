// What resources can do besides being written: check, import, evaluate, roll back, render, report.
#include "tests/gateway/admin/admin_fixture.h"

#include <QTest>

using namespace tollgate;

class AdminActionsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void checkAnswersWhenTheProviderHas();
    void aProviderIsTriedBeforeItIsStored();
    void healthComesWithTheProvider();
    void liveUseOfLimitsCanBeRead();
    void importShowsTheDifferenceFirst();
    void importKeepsWhatTheFileDoesNotSay();
    void importSkipsWhatIsNoPriceByName();
    void importReadsEveryPriceThereIs();
    void importMakesVersionsAndWarns();
    void evaluateSaysBucketArmAndReason();
    void flagsWithoutArmsHaveNothingToEvaluate();
    void rollbackSendsEveryoneBack_data();
    void rollbackSendsEveryoneBack();
    void versionsAreNumberedAndHashed();
    void versionThatIsNoTemplateIsRefused();
    void renderFillsInTheVersionAskedFor();
    void movingTheDefaultIsTheRollback();
    void promptFlagNamesVersionsThatThereAre();
    void budgetsShowWhatIsSpent();
    void ledgerQueriesAnswerInTheirShape();
    void badQueriesNameTheirParameter();
    void statusSaysVersionAndSecretStore();
    void routesCannotBeExplainedWhileStopped();
};

void AdminActionsTest::checkAnswersWhenTheProviderHas() {
    AdminFixture fixture;
    fixture.create("/providers", "{'name':'p','kind':'openai','credentials':{'api_key':'sk-abcdefgh1234'}}");
    std::function<void(ProviderCheckResult)> done;
    std::string keySeen;
    fixture.checker = [&](const Provider&, const Credentials& credentials,
                          std::function<void(ProviderCheckResult)> callback) {
        keySeen = credentials.apiKeys.front();
        done = std::move(callback);
    };
    std::optional<AdminResponse> answered;
    fixture.service->handle({"POST", "/providers/p/check", {}, {}, {}, "console"},
                            [&](AdminResponse response) { answered = std::move(response); });
    QVERIFY(!answered.has_value());
    QCOMPARE(keySeen, std::string("sk-abcdefgh1234"));
    done({false, 41.0, {"m"}, "connection refused"});
    QVERIFY(answered.has_value());
    QCOMPARE(answered->status, 200);
    QVERIFY(boost::json::parse(answered->body) ==
            jsonOf("{'ok':false,'latency_ms':41,'models':['m'],'error':'connection refused'}"));
    QCOMPARE(fixture.call("POST", "/providers/none/check").status, 404);
}

void AdminActionsTest::aProviderIsTriedBeforeItIsStored() {
    AdminFixture fixture;
    fixture.create("/providers", "{'name':'p','kind':'openai','credentials':{'api_key':'sk-abcdefgh1234'}}");
    Provider tried;
    std::string keySeen;
    fixture.trier = [&](const Provider& provider, const Credentials& credentials,
                        const std::function<void(ProviderCheckResult)>& done) {
        tried = provider;
        keySeen = credentials.apiKeys.empty() ? std::string() : credentials.apiKeys.front();
        done({false, 7.0, {}, "401: " + keySeen + " is wrong", 401});
    };
    const Reading unsaved = fixture.call("POST", "/providers/check",
                                         "{'name':'new','kind':'openai','base_url':'https://x.example/v1',"
                                         "'credentials':{'api_key':'sk-another5678'}}");
    QCOMPARE(unsaved.status, 200);
    QCOMPARE(tried.baseUrl, std::string("https://x.example/v1"));
    QCOMPARE(keySeen, std::string("sk-another5678"));
    QCOMPARE(unsaved.textAt("error"), std::string("401: [key] is wrong")); // it does not come back
    QCOMPARE(fixture.call("GET", "/providers/new").status, 404);
    // The mask of a stored key stands for it: an edited address is tried with the key that is there.
    fixture.call("POST", "/providers/check",
                 "{'name':'p','kind':'openai','credentials':{'api_key':'\xE2\x80\xA6"
                 "1234'}}");
    QCOMPARE(keySeen, std::string("sk-abcdefgh1234"));
    const Reading refused = fixture.call("POST", "/providers/check", "{'name':'x','kind':'nonsense'}");
    QCOMPARE(refused.status, 422);
    QCOMPARE(refused.param(), std::string("kind"));
}

void AdminActionsTest::liveUseOfLimitsCanBeRead() {
    AdminFixture fixture;
    fixture.create("/projects", "{'name':'shop','limits':{'rpm':600,'max_parallel':4}}");
    fixture.create("/projects", "{'name':'free'}");
    const std::string id(
        fixture.create("/keys", "{'name':'ci','project':'shop','limits':{'tpm':9}}")["id"].as_string());
    const Limits* limits = &fixture.snapshot()->projects.find("shop")->second.limits;
    const auto running = fixture.limiter.admit({{LimitScope::Project, "shop", limits}}, 0);
    QVERIFY(!running.refusal);
    const Reading shop = fixture.get("/projects/shop/use");
    QCOMPARE(shop.status, 200);
    QCOMPARE(shop.at("running").as_int64(), std::int64_t{1});
    QCOMPARE(shop.at("requests_last_minute").as_int64(), std::int64_t{0});
    QCOMPARE(shop.at("tokens_last_minute").as_int64(), std::int64_t{0});
    QVERIFY(fixture.get("/projects/free/use").at("running").is_null()); // no limit, so nobody counts
    QCOMPARE(fixture.get("/keys/" + id + "/use").at("running").as_int64(), std::int64_t{0});
    QCOMPARE(fixture.get("/projects/nobody/use").status, 404);
    QCOMPARE(fixture.get("/keys/nobody/use").status, 404);
}

void AdminActionsTest::healthComesWithTheProvider() {
    AdminFixture fixture;
    fixture.create("/providers", "{'name':'p','kind':'simulated'}");
    const auto fresh = fixture.get("/providers/p").at("health").as_object();
    QVERIFY(fresh.at("state") == "unknown");
    QVERIFY(fresh.at("circuit") == "closed");
    QVERIFY(fresh.at("p95_ms").is_null() && fresh.at("error_rate").is_null() &&
            fresh.at("checked_at").is_null());
    for (int i = 0; i < 3; ++i)
        fixture.health.failed("p/m", "HTTP 500");
    const auto broken = fixture.get("/providers/p").at("health").as_object();
    QVERIFY(broken.at("circuit") == "open");
    QVERIFY(broken.at("last_error") == "HTTP 500");
    QVERIFY(broken.at("retry_at").is_string());
    fixture.call("PATCH", "/providers/p", "{'enabled':false}");
    QVERIFY(fixture.get("/providers/p").at("health").at("state") == "disabled");
}

void AdminActionsTest::importShowsTheDifferenceFirst() {
    AdminFixture fixture;
    fixture.create("/providers", "{'name':'mine','kind':'openai','base_url':'http://127.0.0.1:9'}");
    fixture.create("/providers",
                   "{'name':'groq','kind':'openai_compatible','base_url':'http://127.0.0.1:9'}");
    fixture.create("/models",
                   "{'provider':'mine','model':'gpt-x','input_usd_per_mtok':1,'output_usd_per_mtok':2}");
    fixture.create("/models",
                   "{'provider':'mine','model':'same','input_usd_per_mtok':1,'output_usd_per_mtok':2,"
                   "'capabilities':['chat','streaming']}");
    const std::string file =
        "{'sample_spec':{'input_cost_per_token':0},"
        "'gpt-x':{'litellm_provider':'openai','mode':'chat','input_cost_per_token':2e-06,"
        "'output_cost_per_token':8e-06,'max_input_tokens':128000,'supports_vision':true},"
        "'same':{'litellm_provider':'openai','mode':'chat','input_cost_per_token':1e-06,'output_cost_per_"
        "token':2e-06},"
        "'groq/llama':{'litellm_provider':'groq','mode':'chat','input_cost_per_token':1e-07,"
        "'output_cost_per_token':1e-07},"
        "'embed':{'litellm_provider':'openai','mode':'embedding','input_cost_per_token':2e-08},"
        "'picture':{'litellm_provider':'openai','mode':'image_generation','input_cost_per_token':1},"
        "'claude':{'litellm_provider':'anthropic','mode':'chat','input_cost_per_token':1e-06}}";
    const std::int64_t version = fixture.version();
    for (const bool dryRun : {true, false}) {
        const Reading result =
            fixture.call("POST", "/models/import?dry_run=" + std::string(dryRun ? "true" : "false"), file);
        QVERIFY2(result.status == 200, result.text().c_str());
        QVERIFY(result.at("added") == 2);
        QVERIFY(result.at("unchanged") == 1);
        QCOMPARE(result.at("changed").as_array().size(), std::size_t{1});
        const auto& change = result.at("changed").at(0);
        QVERIFY2(change.at("old").at("input_usd_per_mtok") == 1, boost::json::serialize(change).c_str());
        QVERIFY(change.at("new").at("input_usd_per_mtok") == 2);
        QCOMPARE(result.at("skipped").as_array().size(), std::size_t{2});
        QCOMPARE(fixture.version(), dryRun ? version : version + 1);
    }
    const Reading groq = fixture.get("/models/groq/llama");
    QVERIFY(groq.at("input_usd_per_mtok") == 0.1);
    QCOMPARE(groq.textAt("source"), std::string("litellm"));
    QVERIFY(fixture.get("/models/mine/embed").at("capabilities") == jsonOf("['embeddings']"));
    const Reading again = fixture.call("POST", "/models/import", file);
    QVERIFY(again.at("added") == 0 && again.at("unchanged") == 4);
    QCOMPARE(fixture.version(), version + 1);
}

void AdminActionsTest::importKeepsWhatTheFileDoesNotSay() {
    AdminFixture fixture;
    fixture.create("/providers", "{'name':'p','kind':'openai','base_url':'http://127.0.0.1:9'}");
    fixture.create("/models",
                   "{'provider':'p','model':'m','input_usd_per_mtok':1,'cache_read_usd_per_mtok':0.1,"
                   "'tier':'simple'}");
    fixture.call("POST", "/models/import",
                 "{'m':{'litellm_provider':'openai','input_cost_per_token':3e-06}}");
    const Reading model = fixture.get("/models/p/m");
    QVERIFY(model.at("input_usd_per_mtok") == 3);
    QVERIFY(model.at("cache_read_usd_per_mtok") == 0.1);
    QVERIFY(model.at("output_usd_per_mtok").is_null());
    QVERIFY(model.at("tier") == "simple");
}

void AdminActionsTest::importSkipsWhatIsNoPriceByName() {
    AdminFixture fixture;
    fixture.create("/providers", "{'name':'p','kind':'openai','base_url':'http://127.0.0.1:9'}");
    const Reading result =
        fixture.call("POST", "/models/import",
                     "{'negative':{'litellm_provider':'openai','input_cost_per_token':-1},"
                     "'text':{'litellm_provider':'openai','input_cost_per_token':'1e-6'},"
                     "'endless':{'litellm_provider':'openai','output_cost_per_token':1e300},"
                     "'per million':{'litellm_provider':'openai','input_cost_per_token':2.5},"
                     "'range':{'litellm_provider':'openai','tiered_pricing':[{'range':['a'],'input_cost_per_"
                     "token':1e-6}]},"
                     "'number':5,'nobody':{'input_cost_per_token':1e-6},"
                     "'openai/good':{'litellm_provider':'openai','input_cost_per_token':1e-6},"
                     "'good':{'litellm_provider':'openai','input_cost_per_token':2e-6}}");
    QVERIFY2(result.status == 200, result.text().c_str());
    QVERIFY(result.at("added") == 1);
    std::map<std::string, std::string> reasons;
    for (const auto& skipped : result.at("skipped").as_array())
        reasons[std::string(skipped.at("model").as_string())] = skipped.at("reason").as_string();
    QCOMPARE(reasons.size(), std::size_t{8});
    QCOMPARE(reasons["negative"], std::string("input_cost_per_token must not be negative"));
    QCOMPARE(reasons["text"], std::string("input_cost_per_token must be a number"));
    QCOMPARE(reasons["endless"], std::string("output_cost_per_token is no plausible price in USD per token"));
    QCOMPARE(reasons["per million"],
             std::string("input_cost_per_token is no plausible price in USD per token"));
    QCOMPARE(reasons["range"],
             std::string("tiered_pricing must have ranges that begin at a number of tokens"));
    QCOMPARE(reasons["number"], std::string("must be an object"));
    QCOMPARE(reasons["nobody"], std::string("no litellm_provider"));
    QCOMPARE(reasons["good"], std::string("the file has p/good twice"));
    QVERIFY(fixture.get("/models/p/good").at("input_usd_per_mtok") == 1);
    QCOMPARE(fixture.call("POST", "/models/import?dry_run=perhaps", "{}").param(), std::string("dry_run"));
    QCOMPARE(fixture.call("POST", "/models/import?valid_from=soon", "{}").param(), std::string("valid_from"));
    QCOMPARE(fixture.call("POST", "/models/import", "[]").status, 400);
}

void AdminActionsTest::importReadsEveryPriceThereIs() {
    AdminFixture fixture;
    fixture.create("/providers", "{'name':'p','kind':'openai','base_url':'http://127.0.0.1:9'}");
    const Reading result = fixture.call(
        "POST", "/models/import",
        "{'m':{'litellm_provider':'openai','mode':'chat','input_cost_per_token':2.5e-06,"
        "'output_cost_per_token':1.5e-05,'cache_read_input_token_cost':2.5e-07,"
        "'cache_creation_input_token_cost':3.125e-06,'cache_creation_input_token_cost_above_1hr':5e-06,"
        "'output_cost_per_reasoning_token':1.6e-05,'input_cost_per_audio_token':4e-05,"
        "'output_cost_per_audio_token':8e-05,'output_cost_per_image_token':3e-05,"
        "'cache_read_input_audio_token_cost':4e-07,"
        "'input_cost_per_token_above_272k_tokens':5e-06,'output_cost_per_token_above_272k_tokens':2.25e-05,"
        "'cache_read_input_token_cost_above_272k_tokens':5e-07,'input_cost_per_token_flex':1.25e-06,"
        "'output_cost_per_token_flex':7.5e-06,'input_cost_per_token_batches':1.25e-06,"
        "'input_cost_per_token_above_272k_tokens_priority':1e-05,'input_cost_per_token_priority':5e-06,"
        "'search_context_cost_per_query':{'search_context_size_low':0.01},'input_cost_per_image':0.001,"
        "'provider_specific_entry':{'us':1.1}},"
        "'qwen':{'litellm_provider':'openai','mode':'chat','tiered_pricing':["
        "{'range':[0,32000],'input_cost_per_token':1e-06,'output_cost_per_token':2e-06},"
        "{'range':[32000,128000],'input_cost_per_token':3e-06,'output_cost_per_token':4e-06}]}}");
    QVERIFY2(result.status == 200, result.text().c_str());
    QVERIFY(result.at("added") == 2);
    QVERIFY(result.at("ignored_fields").as_object().contains("input_cost_per_image"));
    QVERIFY(result.at("ignored_fields").as_object().contains("search_context_cost_per_query"));
    const Reading m = fixture.get("/models/p/m");
    const auto is = [&](const char* field, double usd) { return m.at(field).to_number<double>() == usd; };
    QVERIFY(is("input_usd_per_mtok", 2.5) && is("output_usd_per_mtok", 15));
    QVERIFY(is("cache_read_usd_per_mtok", 0.25) && is("cache_write_usd_per_mtok", 3.125));
    QVERIFY(is("cache_write_1h_usd_per_mtok", 5) && is("reasoning_usd_per_mtok", 16));
    QVERIFY(is("audio_input_usd_per_mtok", 40) && is("audio_output_usd_per_mtok", 80));
    QVERIFY(is("image_output_usd_per_mtok", 30) && is("audio_cache_read_usd_per_mtok", 0.4));
    const std::string tiers = boost::json::serialize(m.at("tiers"));
    const auto tier = [&](std::int64_t above, const char* service) {
        for (const auto& one : m.at("tiers").as_array()) {
            const auto& item = one.as_object();
            const auto* from = item.if_contains("above_input_tokens");
            const auto* terms = item.if_contains("service_tier");
            const bool sameTerms = terms == nullptr ? *service == 0 : terms->as_string() == service;
            if (sameTerms && (from == nullptr ? 0 : from->as_int64()) == above)
                return item.at("input_usd_per_mtok").to_number<double>();
        }
        return -1.0;
    };
    QVERIFY2(tier(272'000, "") == 5, tiers.c_str());
    QVERIFY2(tier(0, "flex") == 1.25 && tier(0, "batch") == 1.25, tiers.c_str());
    QVERIFY2(tier(0, "priority") == 5 && tier(272'000, "priority") == 10, tiers.c_str());
    QVERIFY2(tier(0, "us") == 2.75, tiers.c_str());
    const Reading qwen = fixture.get("/models/p/qwen");
    QVERIFY(qwen.at("input_usd_per_mtok") == 1);
    QVERIFY(qwen.at("tiers").at(0).at("above_input_tokens") == 32'000);
}

void AdminActionsTest::importMakesVersionsAndWarns() {
    AdminFixture fixture;
    fixture.create("/providers", "{'name':'p','kind':'openai','base_url':'http://127.0.0.1:9'}");
    fixture.create("/models", "{'provider':'p','model':'m','input_usd_per_mtok':1,'output_usd_per_mtok':2}");
    const Reading result = fixture.call(
        "POST", "/models/import?valid_from=2026-11-01T00:00:00Z",
        "{'m':{'litellm_provider':'openai','input_cost_per_token':5e-05,'output_cost_per_token':1e-04}}");
    QVERIFY2(result.at("warnings").as_array().size() == 2, result.text().c_str());
    const Reading m = fixture.get("/models/p/m");
    QCOMPARE(m.textAt("valid_from"), std::string("2026-11-01T00:00:00Z"));
    QVERIFY(m.at("history").at(0).at("input_usd_per_mtok") == 1);
}

void AdminActionsTest::evaluateSaysBucketArmAndReason() {
    AdminFixture fixture;
    fixture.createBase();
    fixture.create("/flags", "{'key':'c','type':'canary','alias':'base','stable':'base/m','canary':'base/n',"
                             "'rollout_percent':15,'rules':[{'if':{'user':['qa-*']},'serve':'canary'}]}");
    const auto evaluate = [&](const std::string& body) {
        return fixture.call("POST", "/flags/c/evaluate", body).body;
    };
    QVERIFY(evaluate("{'user':'carol','project':null}") ==
            jsonOf("{'bucket':43,'serve':'stable','reason':'rollout'}"));
    QVERIFY(evaluate("{'user':'alice'}") == jsonOf("{'bucket':1,'serve':'canary','reason':'rollout'}"));
    QVERIFY(evaluate("{'user':'qa-7'}").at("reason") == "rule:1");
    QCOMPARE(fixture.call("POST", "/flags/c/evaluate", "{'user':5}").param(), std::string("user"));
    QCOMPARE(fixture.call("POST", "/flags/none/evaluate", "{}").status, 404);
}

void AdminActionsTest::flagsWithoutArmsHaveNothingToEvaluate() {
    AdminFixture fixture;
    fixture.createBase();
    fixture.create("/flags", "{'key':'k','type':'kill_switch','target':'base/m'}");
    QCOMPARE(fixture.call("POST", "/flags/k/evaluate", "{}").status, 422);
}

void AdminActionsTest::rollbackSendsEveryoneBack_data() {
    QTest::addColumn<QByteArray>("flag");
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("canary")
        << QByteArray("{'key':'f','type':'canary','alias':'base','stable':'base/m','canary':'base/n',"
                      "'rollout_percent':100,'ramp':{'step_percent':5},"
                      "'rules':[{'if':{'user':'a'},'serve':'canary'},{'if':{'user':'b'},'serve':'stable'}]}")
        << QByteArray("rollout_percent") << QByteArray("0");
    QTest::newRow("prompt") << QByteArray(
                                   "{'key':'f','type':'prompt','prompt':'say','weights':{'v1':1,'v2':9},"
                                   "'default':'v1','rules':[{'if':{'user':'a'},'serve':'v2'}]}")
                            << QByteArray("weights") << QByteArray("{'v1':100}");
    QTest::newRow("kill switch") << QByteArray("{'key':'f','type':'kill_switch','provider':'base'}")
                                 << QByteArray("enabled") << QByteArray("false");
    QTest::newRow("mirror")
        << QByteArray("{'key':'f','type':'mirror','alias':'base','target':'base/n','percent':50}")
        << QByteArray("percent") << QByteArray("0");
}

void AdminActionsTest::rollbackSendsEveryoneBack() {
    QFETCH(QByteArray, flag);
    QFETCH(QByteArray, field);
    QFETCH(QByteArray, value);
    AdminFixture fixture;
    fixture.createBase();
    fixture.create("/prompts", "{'name':'say','versions':[{'system':'a'},{'system':'b'}]}");
    fixture.create("/flags", flag.toStdString());
    const Reading rolled = fixture.call("POST", "/flags/f/rollback");
    QVERIFY2(rolled.status == 200, rolled.text().c_str());
    const boost::json::value wanted = jsonOf(value.toStdString());
    const boost::json::value& got = rolled.at(field.toStdString());
    QVERIFY2(got == wanted || (got.is_number() && got.to_number<double>() == wanted.to_number<double>()) ||
                 (got.is_object() && got.at("v1").to_number<double>() == 100 && got.as_object().size() == 1),
             rolled.text().c_str());
    QVERIFY(fixture.get("/audit").data().front().at("action") == "rollback");
    if (rolled.body.as_object().contains("rules")) {
        const Reading verdict = fixture.call("POST", "/flags/f/evaluate", "{'user':'a'}");
        QVERIFY(verdict.at("serve") == "stable" || verdict.at("serve") == "v1");
    }
}

void AdminActionsTest::versionsAreNumberedAndHashed() {
    AdminFixture fixture;
    fixture.create("/prompts", "{'name':'p','system':'one'}");
    const Reading second =
        fixture.call("POST", "/prompts/p/versions", "{'system':'two','temperature':0.2,'note':'shorter'}");
    QCOMPARE(second.status, 201);
    QCOMPARE(second.textAt("version"), std::string("v2"));
    QCOMPARE(second.textAt("hash").size(), std::size_t{12});
    QCOMPARE(second.textAt("created_at"), toRfc3339(fixture.clock.unixMs()));
    const Reading prompt = fixture.get("/prompts/p");
    QCOMPARE(prompt.textAt("default"), std::string("v1"));
    QVERIFY(prompt.at("versions").at(1) == second.body);
    QCOMPARE(fixture.call("PUT", "/prompts/p", "{'versions':[{'version':'v2','system':'changed'}]}").param(),
             std::string("versions[0]"));
    QCOMPARE(fixture.call("PATCH", "/prompts/p", "{'system':'changed'}").status, 422);
}

void AdminActionsTest::versionThatIsNoTemplateIsRefused() {
    AdminFixture fixture;
    const Reading refused = fixture.call("POST", "/prompts", "{'name':'p','system':'{{#open}}'}");
    QCOMPARE(refused.param(), std::string("versions[0].system"));
    fixture.create("/prompts", "{'name':'p','system':'fine'}");
    QCOMPARE(fixture.call("POST", "/prompts/p/versions", "{'template':'{{'}").param(),
             std::string("template"));
}

void AdminActionsTest::renderFillsInTheVersionAskedFor() {
    AdminFixture fixture;
    fixture.create("/prompts",
                   "{'name':'p','versions':[{'system':'Help {{team}}.','template':'Q: {{message}}',"
                   "'model':'base/m','max_tokens':64},{'template':'{{message}}!'}]}");
    const Reading first = fixture.call("POST", "/prompts/p/render",
                                       "{'version':null,'variables':{'team':'sales','message':'<hi>'}}");
    QVERIFY2(first.status == 200, first.text().c_str());
    QVERIFY(first.at("messages") ==
            jsonOf("[{'role':'system','content':'Help sales.'},{'role':'user','content':'Q: <hi>'}]"));
    QVERIFY(first.at("model") == "base/m" && first.at("max_tokens") == 64 &&
            first.at("temperature").is_null());
    const Reading second =
        fixture.call("POST", "/prompts/p/render", "{'version':'v2','variables':{'message':'hi'}}");
    QVERIFY(second.at("messages") == jsonOf("[{'role':'user','content':'hi!'}]"));
    QCOMPARE(fixture.call("POST", "/prompts/p/render", "{'version':'v9'}").param(), std::string("version"));
}

void AdminActionsTest::movingTheDefaultIsTheRollback() {
    AdminFixture fixture;
    fixture.create("/prompts", "{'name':'p','default':'v2','versions':[{'system':'a'},{'system':'b'}]}");
    const Reading moved = fixture.call("PATCH", "/prompts/p", "{'default':'v1'}");
    QVERIFY2(moved.status == 200, moved.text().c_str());
    QCOMPARE(fixture.snapshot()->prompts.at("p").defaultVersion, std::string("v1"));
    QCOMPARE(fixture.call("PUT", "/prompts/p", "{'name':'p','default':'v2'}").status, 200);
    QCOMPARE(fixture.snapshot()->prompts.at("p").versions.size(), std::size_t{2});
}

void AdminActionsTest::promptFlagNamesVersionsThatThereAre() {
    AdminFixture fixture;
    fixture.create("/prompts", "{'name':'p','system':'a'}");
    const auto param = [&](const std::string& rest) {
        return fixture.call("POST", "/flags", "{'key':'f','type':'prompt'," + rest + "}").param();
    };
    QCOMPARE(param("'prompt':'none','weights':{'v1':1},'default':'v1'"), std::string("prompt"));
    QCOMPARE(param("'prompt':'p','weights':{'v7':1},'default':'v1'"), std::string("weights.v7"));
    QCOMPARE(param("'prompt':'p','weights':{'v1':1},'default':'v7'"), std::string("default"));
    QCOMPARE(
        param("'prompt':'p','weights':{'v1':1},'default':'v1','rules':[{'if':{'user':'a'},'serve':'v7'}]"),
        std::string("rules[0].serve"));
}

void AdminActionsTest::budgetsShowWhatIsSpent() {
    AdminFixture fixture;
    const auto budget =
        fixture.create("/budgets", "{'scope':'global','period':'day','limit_usd':10,'action':'warn'}");
    const std::string where = "/budgets/" + std::string(budget.at("id").as_string());
    QVERIFY2(budget.at("spent_usd") == 0 && budget.at("state") == "ok",
             boost::json::serialize(budget).c_str());
    auto verdict = fixture.budgets.reserve({}, Money::fromUsd(9));
    QVERIFY(fixture.get(where).at("reserved_usd") == 9);
    fixture.budgets.settle(verdict.reservation, {}, Money::fromUsd(8.5));
    BudgetBook::recorded(verdict.reservation);
    const Reading spent = fixture.get(where);
    QVERIFY(spent.at("spent_usd") == 8.5 && spent.at("reserved_usd") == 0 && spent.at("state") == "warning");
    QVERIFY(spent.at("resets_at").is_string());
    fixture.call("PATCH", where, "{'limit_usd':5}");
    QVERIFY(fixture.get(where).at("state") == "exceeded"); // what is spent stays when the limit moves
    QVERIFY(fixture.get("/status").at("budget_alerts") == 1);
}

void AdminActionsTest::ledgerQueriesAnswerInTheirShape() {
    AdminFixture fixture;
    fixture.createBase();
    QVERIFY(fixture.get("/usage?group_by=day,user").data().empty());
    QVERIFY(fixture.get("/requests?filter=user:alice").data().empty());
    QCOMPARE(fixture.get("/requests/01ARZ3NDEKTSV4RRFFQ69G5FAV").status, 404);
    const Reading overview = fixture.get("/overview?window=1h&by=user");
    QVERIFY2(overview.status == 200, overview.text().c_str());
    QCOMPARE(overview.textAt("window"), std::string("1h"));
    QVERIFY(overview.at("providers").at(0).at("name") == "base");
    fixture.create("/flags",
                   "{'key':'c','type':'canary','alias':'base','stable':'base/m','canary':'base/n'}");
    QCOMPARE(fixture.get("/flags/c/report?window=24h").status, 200);
    QCOMPARE(fixture.get("/flags/none/report").status, 404);
}

void AdminActionsTest::badQueriesNameTheirParameter() {
    AdminFixture fixture;
    fixture.createBase();
    QCOMPARE(fixture.get("/usage?from=yesterday").param(), std::string("from"));
    QCOMPARE(fixture.get("/usage?group_by=shoe_size").param(), std::string("group_by"));
    QCOMPARE(fixture.get("/usage?filter=shoe:41").param(), std::string("filter"));
    QCOMPARE(fixture.get("/requests?filter=status:%3E%3Dlots").param(), std::string("filter"));
    QCOMPARE(fixture.get("/requests?limit=0").param(), std::string("limit"));
    QCOMPARE(fixture.get("/overview?window=1y").param(), std::string("window"));
    QCOMPARE(fixture.get("/overview?by=colour").param(), std::string("by"));
    fixture.create("/flags",
                   "{'key':'c','type':'canary','alias':'base','stable':'base/m','canary':'base/n'}");
    QCOMPARE(fixture.get("/flags/c/report?window=1y").param(), std::string("window"));
}

void AdminActionsTest::statusSaysVersionAndSecretStore() {
    AdminFixture fixture;
    const Reading status = fixture.get("/status");
    QCOMPARE(status.textAt("version"), std::string(TOLLGATE_VERSION));
    QCOMPARE(status.textAt("secret_store"), std::string("memory"));
    QVERIFY(status.at("config_version") == 0);
}

void AdminActionsTest::routesCannotBeExplainedWhileStopped() {
    AdminFixture fixture;
    QCOMPARE(fixture.call("POST", "/route/explain", "{'path':'/v1/chat/completions','body':{}}").status, 503);
}

QTEST_GUILESS_MAIN(AdminActionsTest)
#include "tst_admin_actions.moc"
