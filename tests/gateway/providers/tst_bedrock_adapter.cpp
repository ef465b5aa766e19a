// How Bedrock is addressed and signed for, and what its errors say.

#include "gateway/providers/adapters.h"

#include <QTest>

using namespace tollgate;

namespace {

constexpr std::int64_t kMoment = 1'440'938'160'000; // 2015-08-30T12:36:00Z

Provider provider(const char* address, const char* region = nullptr) {
    Provider result;
    result.kind = ProviderKind::Bedrock;
    result.baseUrl = address;
    if (region != nullptr)
        result.options["region"] = region;
    return result;
}

Credentials keys(const char* token = nullptr) {
    Credentials credentials;
    credentials.fields["access_key_id"] = "AKIDEXAMPLE";
    credentials.fields["secret_access_key"] = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
    if (token != nullptr)
        credentials.fields["session_token"] = token;
    return credentials;
}

ProviderRequest request(const Provider& at, const Credentials& credentials, const std::string& model,
                        const OutgoingCall& call, std::string body = "{}", std::string_view apiKey = {}) {
    CallTarget target{at, model};
    target.apiKey = apiKey;
    target.credentials = &credentials;
    return bedrockAdapter().request(target, call, std::move(body));
}

std::string scopeOf(const ProviderRequest& sent) {
    const std::string authorization(sent.headers.value("authorization"));
    const std::size_t begin = authorization.find('/') + 1;
    return authorization.substr(begin, authorization.find(',') - begin);
}

} // namespace

class BedrockAdapterTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theAdapterIsKnown();
    void callsAreAddressed();
    void idsAreEncodedInPaths();
    void signaturesAreThoseOfAws();
    void aBearerKeyNeedsNoSignature();
    void withoutKeysNothingIsSigned();
    void regionsAreFound_data();
    void regionsAreFound();
    void modelsAreListedAtTheControlPlane();
    void faultsAreRead_data();
    void faultsAreRead();
    void contextLengthIsToldApart();
    void expiredKeysAreTheKeysFault();
};

void BedrockAdapterTest::theAdapterIsKnown() {
    QCOMPARE(adapterFor(ProviderKind::Bedrock), &bedrockAdapter());
    for (const WireFormat format : {WireFormat::OpenAiChat, WireFormat::AnthropicMessages, WireFormat::None})
        QVERIFY(!bedrockAdapter().accepts(format, Provider()));
    QVERIFY(bedrockAdapter().serves(Operation::Chat) && bedrockAdapter().serves(Operation::CountTokens));
    QVERIFY(!bedrockAdapter().serves(Operation::Embeddings));
    QVERIFY(bedrockAdapter().streamsLongReplies());
}

void BedrockAdapterTest::callsAreAddressed() {
    const Provider at = provider("https://bedrock-runtime.us-east-1.amazonaws.com");
    OutgoingCall call;
    const ProviderRequest unary = request(at, keys(), "amazon.nova-pro-v1:0", call);
    const std::string address =
        "https://bedrock-runtime.us-east-1.amazonaws.com/model/amazon.nova-pro-v1%3A0/converse";
    QCOMPARE(unary.url, address);
    QCOMPARE(unary.method, std::string("POST"));
    QCOMPARE(std::string(unary.headers.value("content-type")), std::string("application/json"));
    QCOMPARE(std::string(unary.headers.value("accept")), std::string("application/json"));
    call.stream = true;
    const ProviderRequest stream = request(at, keys(), "amazon.nova-pro-v1:0", call);
    QCOMPARE(stream.url, address + "-stream");
    QCOMPARE(std::string(stream.headers.value("accept")), std::string("application/vnd.amazon.eventstream"));
    QCOMPARE(bedrockAdapter().decoder(call, {})->framing(), Framing::AwsEventStream);
    OutgoingCall count;
    count.operation = Operation::CountTokens;
    QVERIFY(request(at, keys(), "m", count).url.ends_with("/model/m/count-tokens"));
}

void BedrockAdapterTest::idsAreEncodedInPaths() {
    const Provider at = provider("http://127.0.0.1:9");
    const ProviderRequest sent =
        request(at, keys(), "arn:aws:bedrock:eu-west-1:123456789012:inference-profile/eu.x", {});
    const std::string address =
        "http://127.0.0.1:9/model/"
        "arn%3Aaws%3Abedrock%3Aeu-west-1%3A123456789012%3Ainference-profile%2Feu.x/converse";
    QCOMPARE(sent.url, address);
}

void BedrockAdapterTest::signaturesAreThoseOfAws() {
    // Computed with the signer of AWS's JavaScript SDK.
    OutgoingCall call;
    call.unixMs = kMoment;
    const Provider east = provider("https://bedrock-runtime.us-east-1.amazonaws.com");
    const ProviderRequest plain =
        request(east, keys(), "anthropic.claude-3-haiku-20240307-v1:0", call, "{\"messages\":[]}");
    QVERIFY(plain.headers.value("authorization")
                .ends_with("dba7f2f77cc33808be655f27b8ebf1d1b1d77751fc96dad0bd71e020cb07c442"));
    call.stream = true;
    const Provider west = provider("https://bedrock-runtime.eu-west-1.amazonaws.com");
    const ProviderRequest session = request(west, keys("AQoDYXdzEPT//////////wEXAMPLE="),
                                            "arn:aws:bedrock:eu-west-1:123456789012:inference-profile/eu.x",
                                            call, "{\"a\":\"\xC5\xBC\"}");
    QVERIFY(session.headers.value("authorization")
                .ends_with("7dcac3417badb8e4b482cc5b3ed2cd626855afe7dab0b7d4bf9bb57e274fa3dc"));
    QCOMPARE(std::string(session.headers.value("x-amz-security-token")),
             std::string("AQoDYXdzEPT//////////wEXAMPLE="));
}

void BedrockAdapterTest::aBearerKeyNeedsNoSignature() {
    const ProviderRequest sent = request(provider("http://h"), keys(), "m", {}, "{}", "bedrock-api-key-1");
    QCOMPARE(std::string(sent.headers.value("authorization")), std::string("Bearer bedrock-api-key-1"));
    QVERIFY(!sent.headers.contains("x-amz-date"));
}

void BedrockAdapterTest::withoutKeysNothingIsSigned() {
    QVERIFY(!request(provider("http://h"), Credentials(), "m", {}).headers.contains("authorization"));
    Credentials half;
    half.fields["access_key_id"] = "A";
    QVERIFY(!request(provider("http://h"), half, "m", {}).headers.contains("authorization"));
    const Provider at = provider("http://h");
    const std::string model = "m";
    QVERIFY(!bedrockAdapter().request({at, model}, {}, "{}").headers.contains("authorization"));
}

void BedrockAdapterTest::regionsAreFound_data() {
    QTest::addColumn<std::string>("address");
    QTest::addColumn<std::string>("region");
    QTest::addColumn<std::string>("found");
    const auto row = [](const char* name, const char* address, const char* region, const char* found) {
        QTest::newRow(name) << std::string(address) << std::string(region) << std::string(found);
    };
    row("option", "https://bedrock-runtime.us-west-2.amazonaws.com", "eu-west-1", "eu-west-1");
    row("host", "https://bedrock-runtime.us-west-2.amazonaws.com", "", "us-west-2");
    row("FIPS", "https://bedrock-runtime-fips.us-gov-west-1.amazonaws.com", "", "us-gov-west-1");
    row("China", "https://bedrock-runtime.cn-north-1.amazonaws.com.cn", "", "cn-north-1");
    row("proxy", "https://bedrock-runtime.example.com", "", "us-east-1");
    row("loopback", "http://127.0.0.1:9000", "", "us-east-1");
}

void BedrockAdapterTest::regionsAreFound() {
    QFETCH(std::string, address);
    QFETCH(std::string, region);
    QFETCH(std::string, found);
    OutgoingCall call;
    call.unixMs = kMoment;
    const Provider at = provider(address.c_str(), region.empty() ? nullptr : region.c_str());
    QCOMPARE(scopeOf(request(at, keys(), "m", call)), "20150830/" + found + "/bedrock/aws4_request");
}

void BedrockAdapterTest::modelsAreListedAtTheControlPlane() {
    const Credentials credentials = keys();
    const std::string model;
    const auto listed = [&](const Provider& at) {
        CallTarget target{at, model};
        target.credentials = &credentials;
        return bedrockAdapter().modelsRequest(target, kMoment);
    };
    const Provider aws = provider("https://bedrock-runtime.us-east-1.amazonaws.com");
    const std::string address = "https://bedrock.us-east-1.amazonaws.com/foundation-models";
    QCOMPARE(listed(aws).url, address);
    QCOMPARE(listed(aws).method, std::string("GET"));
    QVERIFY(listed(aws)
                .headers.value("authorization")
                .ends_with("3ae8d5903227ef87c779c39a26e97dbb87a76de7f807e5771f5e5d58d5a49a26"));
    const Provider other = provider("http://127.0.0.1:8080");
    const std::string local = "http://127.0.0.1:8080/foundation-models";
    QCOMPARE(listed(other).url, local);
    const std::vector<std::string> expected{"amazon.nova-pro-v1:0"};
    QCOMPARE(bedrockAdapter().readModels(R"({"modelSummaries":[{"modelId":"amazon.nova-pro-v1:0"},{}]})"),
             expected);
}

void BedrockAdapterTest::faultsAreRead_data() {
    QTest::addColumn<std::string>("type");
    QTest::addColumn<std::string>("body");
    QTest::addColumn<std::string>("code");
    QTest::addColumn<std::string>("message");
    const auto row = [](const char* name, const char* type, const char* body, const char* code,
                        const char* message) {
        QTest::newRow(name) << std::string(type) << std::string(body) << std::string(code)
                            << std::string(message);
    };
    row("header", "ThrottlingException:http://internal.amazon.com/coral/", R"({"message":"Too many"})",
        "ThrottlingException", "Too many");
    row("body", "", R"({"__type":"com.amazon.coral.service#ValidationException","Message":"bad"})",
        "ValidationException", "bad");
    row("html", "", "<html>", "", "The upstream answered 400.");
    row("empty", "ServiceUnavailableException", "", "ServiceUnavailableException",
        "The upstream answered 400.");
}

void BedrockAdapterTest::faultsAreRead() {
    QFETCH(std::string, type);
    QFETCH(std::string, body);
    QFETCH(std::string, code);
    QFETCH(std::string, message);
    HttpHeaders headers;
    if (!type.empty())
        headers.add("x-amzn-errortype", type);
    const ProviderFault fault = bedrockAdapter().readFault(400, headers, body);
    QCOMPARE(fault.code, code);
    QCOMPARE(fault.message, message);
    QVERIFY(!fault.contextLength && !fault.badCredential);
}

void BedrockAdapterTest::contextLengthIsToldApart() {
    const auto tooLong = [](int status, const std::string& message) {
        return bedrockAdapter().readFault(status, {}, "{\"message\":\"" + message + "\"}").contextLength;
    };
    QVERIFY(tooLong(400, "Input is too long for requested model."));
    QVERIFY(tooLong(400, "prompt is too long: 210000 tokens > 200000 maximum"));
    QVERIFY(!tooLong(400, "The provided model identifier is invalid."));
    QVERIFY(!tooLong(500, "Input is too long for requested model."));
}

void BedrockAdapterTest::expiredKeysAreTheKeysFault() {
    const auto bad = [](const char* type) {
        return bedrockAdapter().readFault(403, {{"x-amzn-errortype", type}}, "{}").badCredential;
    };
    QVERIFY(bad("ExpiredTokenException") && bad("UnrecognizedClientException:http://x"));
    QVERIFY(!bad("AccessDeniedException"));
}

QTEST_GUILESS_MAIN(BedrockAdapterTest)
#include "tst_bedrock_adapter.moc"
