#include "gateway/jobs/job_items.h"
#include "gateway/jobs/retry_rule.h"
#include "gateway/jobs/webhook_signature.h"

#include <QtTest/QTest>

using namespace tollgate;

namespace {

tl::expected<DeferredRequest, Error> deferred(std::string_view body, const HttpHeaders& headers = {},
                                              std::string_view model = "fallback") {
    return deferredRequest(*objectOf(body), headers, model);
}

std::string mistakenParam(std::string_view body) {
    auto object = *objectOf(body);
    const auto items = itemsOf(object, {}, "fallback");
    return items ? std::string() : items.error().param;
}

} // namespace

class JobRequestTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void dialectsAreToldByTheirShape_data() {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("path");
        const char* chat = "/v1/chat/completions";
        const char* messages = "/v1/messages";
        QTest::newRow("prompt") << QByteArray("{\"prompt\":\"Hi\"}") << QByteArray(chat);
        QTest::newRow("chat") << QByteArray("{\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}")
                              << QByteArray(chat);
        QTest::newRow("responses") << QByteArray("{\"input\":\"Hi\"}") << QByteArray("/v1/responses");
        QTest::newRow("system") << QByteArray("{\"system\":\"S\",\"max_tokens\":9,\"messages\":[{\"role\":"
                                              "\"user\",\"content\":\"Hi\"}]}")
                                << QByteArray(messages);
        QTest::newRow("named") << QByteArray("{\"dialect\":\"anthropic_messages\",\"max_tokens\":9,"
                                             "\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}")
                               << QByteArray(messages);
        QTest::newRow("path") << QByteArray("{\"path\":\"/v1/completions\",\"prompt\":\"Hi\"}")
                              << QByteArray("/v1/completions");
    }
    void dialectsAreToldByTheirShape() {
        QFETCH(const QByteArray, body);
        QFETCH(const QByteArray, path);
        const auto request = deferred(body.toStdString());
        QVERIFY2(request.has_value(), request ? "" : request.error().message.c_str());
        QCOMPARE(request->path, path.toStdString());
        QVERIFY(request->body.find("\"model\":\"fallback\"") != std::string::npos);
    }

    void anthropicsHeaderSaysWhatAnthropicsBodyMayNot() {
        const auto request =
            deferred("{\"max_tokens\":9,\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}",
                     {{"anthropic-version", "2023-06-01"}});
        QCOMPARE(request->path, std::string("/v1/messages"));
    }

    void whatIsOursIsTakenOutAndTheRestKeepsItsOrder() {
        const auto request = deferred(
            "{\"webhook_url\":\"https://x\",\"temperature\":0.7,\"stream\":true,\"model\":\"m\","
            "\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}],\"ttl_seconds\":5,\"unknown\":[1]}");
        QCOMPARE(request->body, std::string("{\"temperature\":0.7,\"model\":\"m\",\"messages\":[{\"role\":"
                                            "\"user\",\"content\":\"Hi\"}],\"unknown\":[1]}"));
    }

    void aPromptIsOneUsersMessage() {
        const auto request = deferred("{\"prompt\":\"Hi\",\"max_tokens\":5}");
        QCOMPARE(request->body, std::string("{\"max_tokens\":5,\"messages\":[{\"role\":\"user\",\"content\":"
                                            "\"Hi\"}],\"model\":\"fallback\"}"));
        QCOMPARE(deferred("{\"prompt\":\"\"}").error().param, std::string("prompt"));
        QCOMPARE(deferred("{\"prompt\":3}").error().param, std::string("prompt"));
    }

    void mistakesInABatchNameWhatWasSent() {
        const auto item = [](const std::string& rest, const std::string& body = "{\"prompt\":\"x\"}") {
            return "{\"items\":[{" + rest + "\"body\":" + body + "}]}";
        };
        QCOMPARE(mistakenParam(item("")), std::string());
        QCOMPARE(mistakenParam(item("\"custom_id\":null,")), std::string());
        QCOMPARE(mistakenParam(item("\"custom_id\":5,")), std::string("items[0].custom_id"));
        QCOMPARE(mistakenParam(item("\"custom_id\":\"\",")), std::string("items[0].custom_id"));
        QCOMPARE(mistakenParam(item("\"custom_id\":\"" + std::string(256, 'i') + "\",")), std::string());
        QCOMPARE(mistakenParam(item("\"custom_id\":\"" + std::string(257, 'i') + "\",")),
                 std::string("items[0].custom_id"));
        QCOMPARE(mistakenParam(item("\"url\":5,")), std::string("items[0].url"));
        QCOMPARE(mistakenParam(item("\"url\":\"/metrics\",")), std::string("items[0].url"));
        QCOMPARE(mistakenParam(item("", "{\"prompt\":5}")), std::string("items[0].body.prompt"));
        QCOMPARE(mistakenParam(item("", "{\"prompt\":\"x\",\"model\":\"\"}")),
                 std::string("items[0].body.model"));
        QCOMPARE(mistakenParam("{\"items\":[{\"custom_id\":\"a\",\"body\":{\"prompt\":\"x\"}},"
                               "{\"custom_id\":\"a\",\"body\":{\"prompt\":\"x\"}}]}"),
                 std::string("items[1].custom_id"));
        QCOMPARE(mistakenParam("{\"model\":5,\"items\":[{\"body\":{\"prompt\":\"x\"}}]}"),
                 std::string("model"));
        QCOMPARE(mistakenParam("{\"model\":{},\"prompts\":[\"x\"]}"), std::string("model"));
        QCOMPARE(mistakenParam("{\"prompts\":[\"x\",\"\"]}"), std::string("prompts[1]"));
        QCOMPARE(mistakenParam("{\"prompts\":[\"x\"],\"items\":[]}"), std::string("prompts"));
        QCOMPARE(mistakenParam("{\"prompts\":[]}"), std::string("prompts"));
        QCOMPARE(mistakenParam("{\"prompts\":\"x\"}"), std::string("prompts"));
        QCOMPARE(mistakenParam("{}"), std::string("items"));
    }

    void itemsKeepTheirNamesAndTakeTheCommonPart() {
        auto body = *objectOf("{\"temperature\":0.5,\"prompts\":[\"a\",\"b\"]}");
        const auto prompts = itemsOf(body, {}, "fallback");
        QCOMPARE((*prompts)[1].customId, std::string("1"));
        QVERIFY((*prompts)[1].request.body.find("0.5") != std::string::npos ||
                (*prompts)[1].request.body.find("5E-1") != std::string::npos);
        body = *objectOf("{\"model\":\"m\",\"items\":[{\"custom_id\":\"n\",\"url\":\"/v1/completions\","
                         "\"body\":{\"prompt\":\"x\"}}]}");
        const auto items = itemsOf(body, {}, "fallback");
        QCOMPARE(items->front().customId, std::string("n"));
        QCOMPARE(items->front().request.path, std::string("/v1/completions"));
        QCOMPARE(items->front().request.model, std::string("m"));
    }

    void aTimeOutIsAWholeNumber() {
        QVERIFY(!timeoutMistake(""));
        QVERIFY(!timeoutMistake("1500"));
        for (const char* bad : {"0", "-5", "abc", "1.5", "5s"})
            QVERIFY(timeoutMistake(bad).has_value());
    }

    void aBodyThatIsNoJsonIsToldFromOneThatIsNoObject() {
        QVERIFY(objectOf("[]").error().message.find("object") != std::string::npos);
        const Error broken = objectOf("{\"prompt\":\"\\ud800\"}").error();
        QVERIFY2(broken.message.find("not valid JSON") != std::string::npos, broken.message.c_str());
    }

    void mistakesNameTheirField() {
        QCOMPARE(deferred("{\"model\":\"m\"}").error().param, std::string("messages"));
        QCOMPARE(deferred("{\"prompt\":\"x\",\"path\":\"/metrics\"}").error().param, std::string("path"));
        QCOMPARE(deferred("{\"prompt\":\"x\",\"dialect\":\"latin\"}").error().param, std::string("dialect"));
        QVERIFY(!objectOf("[]"));
        QVERIFY(!objectOf("{"));
    }

    void secretsAreNotKept() {
        const HttpHeaders kept = keptHeaders({{"authorization", "Bearer tg-x"},
                                              {"x-api-key", "tg-x"},
                                              {"cookie", "c"},
                                              {"x-user-id", "alice"},
                                              {"anthropic-beta", "b"}});
        QCOMPARE(kept.entries().size(), std::size_t{2});
        QCOMPARE(kept.value("x-user-id"), std::string_view("alice"));
    }

    void onlyPassingFailuresAreRetried() {
        std::minstd_rand dice(1);
        JobReply reply;
        for (const int status : {400, 401, 402, 403, 404, 413, 422}) {
            reply.status = status;
            QVERIFY(!retryDelayMs(reply, 1, 0, dice));
        }
        for (const int status : {429, 500, 502, 503, 504, 529}) {
            reply.status = status;
            QVERIFY(retryDelayMs(reply, 1, 0, dice).has_value());
        }
        reply.retryAfterMs = 7'000;
        QVERIFY(*retryDelayMs(reply, 1, 0, dice) >= 7'000);
        reply.status = 503;
        QVERIFY(!retryDelayMs(reply, kMostTries, 0, dice));
    }

    void webhooksAreTriedForADayInGrowingSteps() {
        std::minstd_rand dice(1);
        std::int64_t age = 0;
        int tries = 0;
        while (const auto delay = webhookDelayMs(++tries, age, dice)) {
            QVERIFY(*delay >= 2'500 && *delay <= 3 * 3'600'000LL);
            age += *delay;
        }
        QVERIFY(age >= 24 * 3'600'000LL && age < 28 * 3'600'000LL);
        QVERIFY(tries > 10 && tries < 60);
    }

    /// RFC 4231, test case 2.
    void signaturesAreHmacSha256() {
        QCOMPARE(hmacSha256Hex("Jefe", "what do ya want for nothing?"),
                 std::string("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"));
        QVERIFY(newWebhookSecret() != newWebhookSecret());
    }
};

QTEST_GUILESS_MAIN(JobRequestTest)
#include "tst_job_request.moc"
