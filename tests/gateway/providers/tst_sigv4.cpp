// Signatures of AWS requests. The first two rows are get-vanilla and post-vanilla of AWS's published test
// suite; the others were computed with the signer of AWS's JavaScript SDK.

#include "gateway/providers/sigv4.h"

#include <QTest>

using namespace tollgate;

namespace {

constexpr std::int64_t kMoment = 1'440'938'160'000; // 2015-08-30T12:36:00Z

ProviderRequest requestFor(const char* method, std::string url, std::string body, bool json) {
    ProviderRequest request{
        std::move(url), {{"accept", "*/*"}, {"user-agent", "x"}}, std::move(body), method};
    if (json)
        request.headers.add("content-type", "application/json");
    return request;
}

} // namespace

class SigV4Test : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void signaturesAreThoseOfAws_data();
    void signaturesAreThoseOfAws();
    void theHeadersAreComplete();
    void everythingSignedChangesTheSignature();
    void queriesAreSorted();
    void midnightsAndLeapDaysAreRight();
    void pathsAreEncoded();
    void hostsAreNamedAsClientsDo_data();
    void hostsAreNamedAsClientsDo();
};

void SigV4Test::signaturesAreThoseOfAws_data() {
    QTest::addColumn<std::string>("method");
    QTest::addColumn<std::string>("url");
    QTest::addColumn<std::string>("body");
    QTest::addColumn<std::string>("region");
    QTest::addColumn<std::string>("service");
    QTest::addColumn<std::string>("token");
    QTest::addColumn<bool>("json");
    QTest::addColumn<std::string>("signature");
    const auto row = [](const char* name, const char* method, const char* url, const char* body,
                        const char* region, const char* service, const char* token, bool json,
                        const char* signature) {
        QTest::newRow(name) << std::string(method) << std::string(url) << std::string(body)
                            << std::string(region) << std::string(service) << std::string(token) << json
                            << std::string(signature);
    };
    row("get-vanilla", "GET", "https://example.amazonaws.com/", "", "us-east-1", "service", "", false,
        "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31");
    row("post-vanilla", "POST", "https://example.amazonaws.com", "", "us-east-1", "service", "", false,
        "5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b");
    row("colon in the path", "POST",
        "https://bedrock-runtime.us-east-1.amazonaws.com/model/anthropic.claude-3-haiku-20240307-v1%3A0/"
        "converse",
        R"({"messages":[]})", "us-east-1", "bedrock", "", true,
        "dba7f2f77cc33808be655f27b8ebf1d1b1d77751fc96dad0bd71e020cb07c442");
    row("ARN and session token", "POST",
        "https://bedrock-runtime.eu-west-1.amazonaws.com/model/"
        "arn%3Aaws%3Abedrock%3Aeu-west-1%3A123456789012%3Ainference-profile%2Feu.x/converse-stream",
        "{\"a\":\"\xC5\xBC\"}", "eu-west-1", "bedrock", "AQoDYXdzEPT//////////wEXAMPLE=", true,
        "7dcac3417badb8e4b482cc5b3ed2cd626855afe7dab0b7d4bf9bb57e274fa3dc");
    row("control plane", "GET", "https://bedrock.us-east-1.amazonaws.com/foundation-models", "", "us-east-1",
        "bedrock", "", false, "3ae8d5903227ef87c779c39a26e97dbb87a76de7f807e5771f5e5d58d5a49a26");
    row("unusual port", "GET", "http://127.0.0.1:8080/foundation-models", "", "us-east-1", "bedrock", "",
        false, "e100b081dd9f3e152367f95fb728514442d6b63546bfe15ffa929af338e2185e");
}

void SigV4Test::signaturesAreThoseOfAws() {
    QFETCH(std::string, method);
    QFETCH(std::string, url);
    QFETCH(std::string, body);
    QFETCH(std::string, region);
    QFETCH(std::string, service);
    QFETCH(std::string, token);
    QFETCH(bool, json);
    QFETCH(std::string, signature);
    ProviderRequest request = requestFor(method.c_str(), url, body, json);
    signRequest(request, {"AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", token}, region, service,
                kMoment);
    const std::string_view authorization = request.headers.value("authorization");
    QCOMPARE(std::string(authorization.substr(authorization.rfind('=') + 1)), signature);
}

void SigV4Test::theHeadersAreComplete() {
    ProviderRequest request = requestFor("POST", "https://h/p", "{}", true);
    signRequest(request, {"ID", "SECRET", "TOKEN"}, "eu-central-1", "bedrock", kMoment);
    QCOMPARE(std::string(request.headers.value("x-amz-date")), std::string("20150830T123600Z"));
    QCOMPARE(std::string(request.headers.value("x-amz-security-token")), std::string("TOKEN"));
    const std::string authorization(request.headers.value("authorization"));
    const std::string expected =
        "AWS4-HMAC-SHA256 Credential=ID/20150830/eu-central-1/bedrock/aws4_request, "
        "SignedHeaders=content-type;host;x-amz-date;x-amz-security-token, Signature=";
    QVERIFY(authorization.starts_with(expected));
    QCOMPARE(authorization.size(), expected.size() + 64);
    for (const auto& [name, value] : request.headers.entries())
        QVERIFY(value.find("SECRET") == std::string::npos);
}

void SigV4Test::everythingSignedChangesTheSignature() {
    const auto signature = [](const char* method, const char* url, const char* body, const char* region,
                              std::int64_t moment) {
        ProviderRequest request = requestFor(method, url, body, true);
        signRequest(request, {"ID", "SECRET"}, region, "bedrock", moment);
        return std::string(request.headers.value("authorization"));
    };
    const std::string first = signature("POST", "https://h/p", "{}", "r", kMoment);
    QCOMPARE(signature("POST", "https://h/p", "{}", "r", kMoment), first);
    QVERIFY(signature("GET", "https://h/p", "{}", "r", kMoment) != first);
    QVERIFY(signature("POST", "https://g/p", "{}", "r", kMoment) != first);
    QVERIFY(signature("POST", "https://h/q", "{}", "r", kMoment) != first);
    QVERIFY(signature("POST", "https://h/p?x", "{}", "r", kMoment) != first);
    QVERIFY(signature("POST", "https://h/p", "{ }", "r", kMoment) != first);
    QVERIFY(signature("POST", "https://h/p", "{}", "s", kMoment) != first);
    QVERIFY(signature("POST", "https://h/p", "{}", "r", kMoment + 1000) != first);
}

void SigV4Test::queriesAreSorted() {
    const auto signature = [](const char* url) {
        ProviderRequest request = requestFor("GET", url, "", false);
        signRequest(request, {"ID", "SECRET"}, "r", "bedrock", kMoment);
        return std::string(request.headers.value("authorization"));
    };
    QCOMPARE(signature("https://h/p?b=2&a=1&c"), signature("https://h/p?a=1&b=2&c="));
    QVERIFY(signature("https://h/p?b=2&a=1") != signature("https://h/p?b=1&a=2"));
}

void SigV4Test::midnightsAndLeapDaysAreRight() {
    const auto stamp = [](std::int64_t moment) {
        ProviderRequest request = requestFor("GET", "https://h/", "", false);
        signRequest(request, {"ID", "SECRET"}, "r", "bedrock", moment);
        return std::string(request.headers.value("x-amz-date"));
    };
    QCOMPARE(stamp(0), std::string("19700101T000000Z"));
    QCOMPARE(stamp(1'709'251'199'999), std::string("20240229T235959Z"));
    QCOMPARE(stamp(1'709'251'200'000), std::string("20240301T000000Z"));
}

void SigV4Test::pathsAreEncoded() {
    QCOMPARE(percentEncoded("a-Z_0.~"), std::string("a-Z_0.~"));
    QCOMPARE(percentEncoded("arn:aws:x/y z\xC5\xBC"), std::string("arn%3Aaws%3Ax%2Fy%20z%C5%BC"));
}

void SigV4Test::hostsAreNamedAsClientsDo_data() {
    QTest::addColumn<std::string>("url");
    QTest::addColumn<std::string>("host");
    QTest::newRow("plain") << std::string("https://h.example/x") << std::string("h.example");
    QTest::newRow("no path") << std::string("https://h.example?x") << std::string("h.example");
    QTest::newRow("usual port") << std::string("https://h.example:443/x") << std::string("h.example");
    QTest::newRow("usual port, plain HTTP")
        << std::string("http://h.example:80/x") << std::string("h.example");
    QTest::newRow("another port") << std::string("http://h.example:443/x") << std::string("h.example:443");
    QTest::newRow("address") << std::string("http://[::1]:8080/x") << std::string("[::1]:8080");
    QTest::newRow("user") << std::string("http://u:p@h.example/x") << std::string("h.example");
}

void SigV4Test::hostsAreNamedAsClientsDo() {
    QFETCH(std::string, url);
    QFETCH(std::string, host);
    QCOMPARE(std::string(hostOf(url)), host);
}

QTEST_GUILESS_MAIN(SigV4Test)
#include "tst_sigv4.moc"
