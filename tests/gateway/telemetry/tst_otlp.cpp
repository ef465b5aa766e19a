// What is exported, and what becomes of it while nobody takes it. Its form is judged by otlp.test.mjs.

#include "gateway/telemetry/otlp_metrics.h"
#include "gateway/telemetry/otlp_queue.h"
#include "gateway/telemetry/otlp_spans.h"

#include <QTest>

#include <boost/json.hpp>

using namespace tollgate;
namespace json = boost::json;

namespace {

RequestRecord requestOf(std::string model = "m") {
    RequestRecord record;
    record.id = "01ARZ3NDEKTSV4RRFFQ69G5FAV";
    record.traceId = record.id;
    record.atMs = 1'700'000'000'000;
    record.route = "/v1/chat/completions";
    record.dialect = "openai_chat";
    record.status = 200;
    record.latencyUs = 1'500;
    AttemptRecord attempt;
    attempt.provider = "up";
    attempt.model = std::move(model);
    attempt.offsetUs = 100;
    attempt.durationUs = 1'200;
    attempt.status = 200;
    attempt.outcome = "ok";
    record.attempts.push_back(std::move(attempt));
    record.usage.inputUncached = 10;
    record.usage.outputText = 5;
    return record;
}

/// What one write() said.
json::array parsed(OtlpPen& pen, int spans) {
    if (spans == 0)
        return {};
    pen.back();
    return json::parse("[" + pen.end() + "]").as_array();
}

json::array spansOf(const RequestRecord& record, const GenAiProviders& providers = {}) {
    OtlpPen pen;
    OtlpSpanWriter writer;
    return parsed(pen, writer.write(pen, record, providers, 1));
}

std::string attribute(const json::value& span, std::string_view key) {
    for (const json::value& one : span.at("attributes").as_array()) {
        if (one.at("key").as_string() == key)
            return json::serialize(one.at("value").as_object().begin()->value());
    }
    return {};
}

Provider providerAt(ProviderKind kind, std::string url) {
    Provider provider;
    provider.name = "mine";
    provider.kind = kind;
    provider.baseUrl = std::move(url);
    return provider;
}

} // namespace

class OtlpTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void providersHaveTheirWellKnownNames_data();
    void providersHaveTheirWellKnownNames();
    void addressesAreTakenApart();
    void textOfCallersCannotBreakTheJson();
    void errorsAreCutAndRedacted();
    void namesInPathsStayOutOfRoutes();
    void kindsOfRequestsAreKeptApart();
    void mirrorsAreNoServerSpans();
    void theQueueGivesOutWhatCameFirst();
    void memoryServesAgain();
    void timesAreNanosecondsSince1970();
    void kindsAreFoundByAllTheirTexts();
    void theQueueDropsTheOldest();
    void numbersAreWrittenExactly();
    void repliesAreNamedAndEndForAReason();
    void seriesAreBounded();
    void bucketsHoldTheirUpperBound();
};

void OtlpTest::providersHaveTheirWellKnownNames_data() {
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("name");
    const auto row = [](ProviderKind kind, const char* url, const char* name) {
        QTest::newRow(url) << static_cast<int>(kind) << QString::fromLatin1(url) << QString::fromLatin1(name);
    };
    row(ProviderKind::OpenAi, "https://proxy.example/v1", "openai");
    row(ProviderKind::Anthropic, "https://api.anthropic.com", "anthropic");
    row(ProviderKind::AzureOpenAi, "https://eu.openai.azure.com", "azure.ai.openai");
    row(ProviderKind::Bedrock, "https://bedrock-runtime.eu-west-1.amazonaws.com", "aws.bedrock");
    row(ProviderKind::OpenAiCompatible, "https://api.groq.com/openai/v1", "groq");
    row(ProviderKind::OpenAiCompatible, "https://api.x.ai/v1", "x_ai");
    row(ProviderKind::OpenAiCompatible, "https://api.max.ai/v1", "mine");
    row(ProviderKind::OpenAiCompatible, "http://127.0.0.1:11434/v1", "mine");
    row(ProviderKind::Simulated, "", "simulated");
}

void OtlpTest::providersHaveTheirWellKnownNames() {
    QFETCH(int, kind);
    QFETCH(QString, url);
    QFETCH(QString, name);
    const Provider provider = providerAt(static_cast<ProviderKind>(kind), url.toStdString());
    QCOMPARE(QString::fromStdString(genAiProvider(provider).name), name);
}

void OtlpTest::addressesAreTakenApart() {
    const auto address = [](const char* url) {
        const GenAiProvider found = genAiProvider(providerAt(ProviderKind::OpenAi, url));
        return found.address + " " + std::to_string(found.port);
    };
    QCOMPARE(address("https://api.openai.com/v1"), std::string("api.openai.com 443"));
    QCOMPARE(address("http://localhost:8080/v1"), std::string("localhost 8080"));
    QCOMPARE(address("http://[::1]:8080"), std::string("::1 8080"));
    QCOMPARE(address("http://[::1]"), std::string("::1 80"));
}

void OtlpTest::textOfCallersCannotBreakTheJson() {
    RequestRecord record = requestOf("mo\"del\n\x01\xff");
    record.user = "a\\\"b\xc3";
    record.requestHeaders = {{"traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"},
                             {"tracestate", "a=\"\\"}};
    const json::array spans = spansOf(record);
    QCOMPARE(spans.size(), std::size_t(2));
    QCOMPARE(std::string(spans[0].at("traceState").as_string()), std::string("a=\"\\"));
    QCOMPARE(attribute(spans[0], "user.id"), std::string("\"a\\\\\\\"b\xEF\xBF\xBD\""));
    QVERIFY(std::string(spans[1].at("name").as_string()).starts_with("chat mo\"del\n\x01"));
}

void OtlpTest::errorsAreCutAndRedacted() {
    RequestRecord record = requestOf();
    record.status = 502;
    record.outcome = RequestOutcome::Error;
    record.error = "Bearer 0123456789abWXYZ is refused " + std::string(5'000, 'x');
    const json::array spans = spansOf(record);
    const std::string message(spans[0].at("status").at("message").as_string());
    QVERIFY(message.starts_with("Bearer …WXYZ is refused"));
    QVERIFY(message.size() < 400);
    QCOMPARE(attribute(spans[0], "error.type"), std::string("\"502\""));
    QVERIFY(!spans[1].as_object().contains("status")); // its own attempt was well
}

void OtlpTest::namesInPathsStayOutOfRoutes() {
    RequestRecord record = requestOf();
    record.route = "/v1/prompts/greeting/completions";
    const json::array spans = spansOf(record);
    QCOMPARE(std::string(spans[0].at("name").as_string()),
             std::string("POST /v1/prompts/{name}/completions"));
    QCOMPARE(attribute(spans[0], "http.route"), std::string("\"/v1/prompts/{name}/completions\""));
}

void OtlpTest::kindsOfRequestsAreKeptApart() {
    OtlpSpanWriter writer;
    GenAiProviders providers;
    providers["up"] = {"openai", "one.example", 443};
    const auto write = [&](const RequestRecord& record) {
        OtlpPen pen;
        return parsed(pen, writer.write(pen, record, providers, 1));
    };
    RequestRecord record = requestOf("a");
    record.project = "p";
    const json::array first = write(record);
    QCOMPARE(json::serialize(write(record)), json::serialize(first)); // the second time as the first
    RequestRecord other = requestOf("b");
    other.project = "q";
    other.streaming = true;
    other.user = "somebody";
    const json::array second = write(other);
    QCOMPARE(attribute(second[0], "tollgate.project"), std::string("\"q\""));
    QCOMPARE(attribute(second[1], "gen_ai.request.model"), std::string("\"b\""));
    QCOMPARE(attribute(second[1], "gen_ai.request.stream"), std::string("true"));
    QCOMPARE(attribute(first[1], "gen_ai.request.stream"), std::string());
    QCOMPARE(json::serialize(write(record)), json::serialize(first));
    providers["up"].address = "two.example";
    writer.forget();
    QCOMPARE(attribute(write(record)[1], "server.address"), std::string("\"two.example\""));
    for (std::size_t i = 0; i < 2 * OtlpKinds<6, std::string>::kMost; ++i)
        QCOMPARE(attribute(write(requestOf("m" + std::to_string(i)))[1], "gen_ai.request.model"),
                 "\"m" + std::to_string(i) + "\"");
}

void OtlpTest::mirrorsAreNoServerSpans() {
    RequestRecord record = requestOf();
    record.arm = "mirror";
    QCOMPARE(spansOf(record)[0].at("kind").as_int64(), std::int64_t(1));
    record.arm = "stable";
    QCOMPARE(spansOf(record)[0].at("kind").as_int64(), std::int64_t(2));
}

void OtlpTest::theQueueGivesOutWhatCameFirst() {
    OtlpQueue queue;
    QVERIFY(queue.empty());
    queue.add({"one", 3});
    QVERIFY(!queue.empty());
    OtlpQueue::Chunk chunk = queue.take();
    QCOMPARE(chunk.body, std::string("one"));
    QCOMPARE(chunk.count, std::int64_t(3));
    QVERIFY(queue.empty());
    queue.add({"two", 1});
    queue.giveBack(std::move(chunk));
    QCOMPARE(queue.waiting(), std::int64_t(4));
    QCOMPARE(queue.take().body, std::string("one"));
    QCOMPARE(queue.take().body, std::string("two"));
    QCOMPARE(queue.waiting() + queue.dropped(), std::int64_t(0));
}

void OtlpTest::memoryServesAgain() {
    OtlpQueue queue;
    OtlpPen pen;
    pen.begin(queue.memory());
    const char* const first = pen.view().data();
    pen.put("[one]");
    queue.recycle(pen.end());
    pen.begin(queue.memory());
    QVERIFY(pen.view().data() == first);
    pen.put("[two");
    pen.back();
    pen.put("O]");
    QCOMPARE(std::string(pen.view()), std::string("[twO]"));
    QCOMPARE(pen.end(), std::string("[twO]"));
    queue.recycle("small"); // what has no room for a chunk is not kept
    QVERIFY(queue.memory().capacity() >= OtlpQueue::kChunkBytes);
}

void OtlpTest::timesAreNanosecondsSince1970() {
    OtlpPen pen;
    const auto written = [&pen](std::int64_t us) {
        pen.time(us);
        return pen.end();
    };
    QCOMPARE(written(0), std::string("0000000000000000000"));
    QCOMPARE(written(999'999), std::string("0000000000999999000"));
    QCOMPARE(written(1'700'000'000'123'456), std::string("1700000000123456000"));
    QCOMPARE(written(1'700'000'000'000'001), std::string("1700000000000001000"));
    QCOMPARE(written(1'700'000'001'000'000), std::string("1700000001000000000"));
    QCOMPARE(written(1'699'999'999'999'999), std::string("1699999999999999000"));
    QCOMPARE(written(-5), std::string("0000000000000000000"));
}

void OtlpTest::kindsAreFoundByAllTheirTexts() {
    OtlpKinds<2, std::string> kinds;
    const std::vector<std::string> texts{"",
                                         "a",
                                         "b",
                                         "ab",
                                         "abc",
                                         "abcd",
                                         "abcdefg",
                                         "abcdefgh",
                                         "abcdefghi",
                                         std::string(40, 'x'),
                                         std::string(41, 'x')};
    for (const std::string& left : texts) {
        for (const std::string& right : texts) {
            QVERIFY(kinds.find({left, right}) == nullptr);
            kinds.add({left, right}, left + "|" + right);
        }
    }
    for (const std::string& left : texts) {
        for (const std::string& right : texts)
            QCOMPARE(*kinds.find({left, right}), left + "|" + right);
    }
    kinds.clear();
    QVERIFY(kinds.find({"a", "b"}) == nullptr);
    for (std::size_t i = 0; i < 3 * kinds.kMost; ++i) {
        const std::string text = std::to_string(i);
        QCOMPARE(kinds.add({text, "t"}, text), text);
        QCOMPARE(*kinds.find({text, "t"}), text);
    }
    QVERIFY(kinds.find({"0", "t"}) == nullptr);
}

void OtlpTest::numbersAreWrittenExactly() {
    OtlpPen pen;
    const auto written = [&pen](std::int64_t number, int places) {
        if (places < 0)
            pen.number(number);
        else
            pen.decimal(number, places);
        return pen.end();
    };
    QCOMPARE(written(0, -1), std::string("0"));
    QCOMPARE(written(7, -1), std::string("7"));
    QCOMPARE(written(100, -1), std::string("100"));
    QCOMPARE(written(-1'234'567, -1), std::string("-1234567"));
    QCOMPARE(written(INT64_MAX, -1), std::string("9223372036854775807"));
    QCOMPARE(written(INT64_MIN, -1), std::string("-9223372036854775808"));
    QCOMPARE(written(0, 9), std::string("0"));
    QCOMPARE(written(14'310, 9), std::string("0.00001431"));
    QCOMPARE(written(2'000'000'000, 9), std::string("2"));
    QCOMPARE(written(2'500'000, 6), std::string("2.5"));
    QCOMPARE(written(-1, 6), std::string("-0.000001"));
    QCOMPARE(written(INT64_MIN, 9), std::string("-9223372036.854775808"));
    std::string many; // what one request says may be more than there was room for
    for (int i = 0; i < 5'000; ++i) {
        pen.number(i);
        many += std::to_string(i);
    }
    QCOMPARE(pen.end(), many);
}

void OtlpTest::repliesAreNamedAndEndForAReason() {
    RequestRecord record = requestOf();
    QVERIFY(attribute(spansOf(record)[1], "gen_ai.response.id").empty());
    record.responseId = "chatcmpl-1\"";
    record.finishReasons = "stop,length";
    const json::value attempt = spansOf(record)[1];
    QCOMPARE(attribute(attempt, "gen_ai.response.id"), std::string("\"chatcmpl-1\\\"\""));
    QCOMPARE(attribute(attempt, "gen_ai.response.finish_reasons"),
             std::string("{\"values\":[{\"stringValue\":\"stop\"},{\"stringValue\":\"length\"}]}"));
}

void OtlpTest::theQueueDropsTheOldest() {
    OtlpQueue queue;
    const std::string chunk(OtlpQueue::kChunkBytes, 'x');
    const auto most = OtlpQueue::kMaxBytes / OtlpQueue::kChunkBytes;
    for (std::size_t i = 0; i < most + 10; ++i)
        queue.add({static_cast<char>('0' + i % 10) + chunk, 5});
    QVERIFY(queue.dropped() >= 50);
    QVERIFY(queue.dropped() <= 60);
    QCOMPARE(queue.dropped() + queue.waiting(), static_cast<std::int64_t>(5 * (most + 10)));
    const auto gone = queue.dropped() / 5;
    QCOMPARE(queue.take().body.front(), static_cast<char>('0' + gone % 10));
    queue.clear();
    QVERIFY(queue.empty());
    QCOMPARE(queue.waiting(), std::int64_t(0));
}

void OtlpTest::seriesAreBounded() {
    OtlpMetrics metrics(0);
    for (std::size_t i = 0; i < 3 * OtlpMetrics::kMaxSeries; ++i)
        metrics.add(requestOf("model-" + std::to_string(i)), {});
    const json::value body = json::parse(metrics.body("", "1", 1));
    const json::value& durations =
        body.at("resourceMetrics").at(0).at("scopeMetrics").at(0).at("metrics").at(0);
    const json::array& points = durations.at("histogram").at("dataPoints").as_array();
    QCOMPARE(points.size(), OtlpMetrics::kMaxSeries + 1);
    std::int64_t all = 0;
    std::int64_t overflow = 0;
    for (const json::value& point : points) {
        all += std::stoll(std::string(point.at("count").as_string()));
        overflow += attribute(point, "otel.metric.overflow") == "true" ? 1 : 0;
    }
    QCOMPARE(all, static_cast<std::int64_t>(3 * OtlpMetrics::kMaxSeries));
    QCOMPARE(overflow, std::int64_t(1));
}

void OtlpTest::bucketsHoldTheirUpperBound() {
    OtlpMetrics metrics(0);
    RequestRecord record = requestOf();
    for (const std::int64_t us : {9'999, 10'000, 10'001, 100'000'000}) {
        record.attempts.front().durationUs = us;
        metrics.add(record, {});
    }
    const json::value body = json::parse(metrics.body("", "1", 1));
    const json::value& point = body.at("resourceMetrics")
                                   .at(0)
                                   .at("scopeMetrics")
                                   .at(0)
                                   .at("metrics")
                                   .at(0)
                                   .at("histogram")
                                   .at("dataPoints")
                                   .at(0);
    QCOMPARE(std::string(point.at("bucketCounts").at(0).as_string()), std::string("2"));
    QCOMPARE(std::string(point.at("bucketCounts").at(1).as_string()), std::string("1"));
    QCOMPARE(std::string(point.at("bucketCounts").as_array().back().as_string()), std::string("1"));
}

QTEST_GUILESS_MAIN(OtlpTest)
#include "tst_otlp.moc"
