// Our errors in Anthropic's words: every row of the contract's table.

#include "gateway/dialects/anthropic_errors.h"
#include "gateway/dialects/dialect.h"

#include <QTest>

#include <boost/json.hpp>

using namespace tollgate;
namespace json = boost::json;

Q_DECLARE_METATYPE(tollgate::ErrorCode)

class AnthropicErrorsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyRowOfTheTable_data();
    void everyRowOfTheTable();
    void theBodyHasTheExactShape();
    void theUpstreamsDetailsAreKept();
    void aStreamEndsWithAnErrorEvent();
    void aStreamKeepsTheUpstreamsOwnError();
};

void AnthropicErrorsTest::everyRowOfTheTable_data() {
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<int>("upstream");
    QTest::addColumn<int>("status");
    QTest::addColumn<std::string>("type");
    const auto row = [](const char* name, ErrorCode code, int upstream, int status, const char* type) {
        QTest::newRow(name) << code << upstream << status << std::string(type);
    };
    row("no or wrong key", ErrorCode::InvalidApiKey, 0, 401, "authentication_error");
    row("model not allowed", ErrorCode::ModelNotAllowed, 0, 403, "permission_error");
    row("unknown model", ErrorCode::ModelNotFound, 0, 404, "not_found_error");
    row("bad field", ErrorCode::InvalidRequest, 0, 400, "invalid_request_error");
    row("body too large", ErrorCode::RequestTooLarge, 0, 413, "request_too_large");
    row("rate limit", ErrorCode::RateLimited, 0, 429, "rate_limit_error");
    row("rate limit of the upstream", ErrorCode::RateLimited, 429, 429, "rate_limit_error");
    row("hard budget", ErrorCode::BudgetExceeded, 0, 402, "invalid_request_error");
    row("every target failed", ErrorCode::UpstreamError, 500, 502, "api_error");
    row("every target overloaded", ErrorCode::UpstreamError, 529, 502, "api_error");
    row("upstream 400", ErrorCode::UpstreamRejected, 400, 400, "invalid_request_error");
    row("upstream 404", ErrorCode::UpstreamRejected, 404, 404, "not_found_error");
    row("upstream 413", ErrorCode::UpstreamRejected, 413, 413, "request_too_large");
    row("upstream 422", ErrorCode::UpstreamRejected, 422, 422, "invalid_request_error");
    row("no target healthy", ErrorCode::NoHealthyTarget, 0, 503, "overloaded_error");
    row("deadline passed", ErrorCode::UpstreamTimeout, 0, 504, "timeout_error");
    row("no such route", ErrorCode::NotFound, 0, 404, "not_found_error");
    row("wrong method", ErrorCode::MethodNotAllowed, 0, 405, "invalid_request_error");
    row("gateway stopping", ErrorCode::Unavailable, 0, 503, "overloaded_error");
    row("a fault of ours", ErrorCode::Internal, 0, 500, "api_error");
}

void AnthropicErrorsTest::everyRowOfTheTable() {
    QFETCH(ErrorCode, code);
    QFETCH(int, upstream);
    Error error;
    error.code = code;
    error.message = "what happened";
    error.upstreamStatus = upstream;
    QTEST(error.httpStatus(), "status");
    for (const Dialect* dialect : {&anthropicMessagesDialect(), &anthropicCountTokensDialect()}) {
        const json::value body = json::parse(dialect->errorBody(error, "req-1"));
        QVERIFY(body.at("type") == "error");
        QTEST(std::string(body.at("error").at("type").as_string()), "type");
        QVERIFY(body.at("error").at("message") == "what happened");
        QVERIFY(body.at("request_id") == "req-1");
    }
}

void AnthropicErrorsTest::theBodyHasTheExactShape() {
    Error error;
    error.code = ErrorCode::RateLimited;
    error.message = "Slow \"down\".";
    QCOMPARE(anthropicErrorBody(error, "t"),
             std::string(R"({"type":"error","error":{"type":"rate_limit_error","message":"Slow \"down\"."},)"
                         R"("request_id":"t"})"));
    QVERIFY(anthropicErrorBody(error, {}).find("request_id") == std::string::npos);
}

void AnthropicErrorsTest::theUpstreamsDetailsAreKept() {
    Error error;
    error.code = ErrorCode::UpstreamRejected;
    error.upstreamStatus = 404;
    error.message = "gone";
    error.details = R"({"error_code":"thread_not_found"})";
    QCOMPARE(anthropicErrorBody(error, {}),
             std::string(R"({"type":"error","error":{"type":"not_found_error","message":"gone",)"
                         R"("details":{"error_code":"thread_not_found"}}})"));
    error.details = "{broken";
    QVERIFY(anthropicErrorBody(error, {}).find("details") == std::string::npos);
}

void AnthropicErrorsTest::aStreamEndsWithAnErrorEvent() {
    Error error;
    error.code = ErrorCode::UpstreamError;
    error.message = "gone";
    QCOMPARE(anthropicMessagesDialect().streamError(error, "t"),
             std::string("event: error\ndata: "
                         R"({"type":"error","error":{"type":"api_error","message":"gone"},"request_id":"t"})"
                         "\n\n"));
    QVERIFY(anthropicMessagesDialect().missingEnd() ==
            "event: message_stop\ndata: {\"type\":\"message_stop\"}\n\n");
}

void AnthropicErrorsTest::aStreamKeepsTheUpstreamsOwnError() {
    Error error;
    error.code = ErrorCode::UpstreamError;
    error.message = "overloaded_error: Overloaded";
    const auto stream = [&] { return anthropicStreamErrorBody(error, {}); };
    QCOMPARE(stream(), std::string(R"({"type":"error","error":{"type":"overloaded_error",)"
                                   R"("message":"Overloaded"}})"));
    QVERIFY(anthropicMessagesDialect().streamError(error, {}).find("overloaded_error") != std::string::npos);
    // Without a stream the table of statuses says what it is.
    QVERIFY(anthropicErrorBody(error, {}).find(R"("type":"api_error")") != std::string::npos);
    error.message = "strange_error: no";
    QVERIFY(stream().find(R"("type":"api_error","message":"strange_error: no")") != std::string::npos);
}

QTEST_GUILESS_MAIN(AnthropicErrorsTest)
#include "tst_anthropic_errors.moc"
