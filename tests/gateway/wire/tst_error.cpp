#include "gateway/wire/error.h"

#include <QTest>

using namespace tollgate;

Q_DECLARE_METATYPE(tollgate::ErrorCode)

class ErrorTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void statusesAndNamesAreTheContracts_data();
    void statusesAndNamesAreTheContracts();
    void theUpstreamsStatusIsPassedOnWhereTheCallerIsAtFault();
};

void ErrorTest::statusesAndNamesAreTheContracts_data() {
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<int>("status");
    QTest::addColumn<std::string>("openAi");
    QTest::addColumn<std::string>("anthropic");
    const auto row = [](ErrorCode code, int status, const char* openAi, const char* anthropic) {
        QTest::addRow("%s %d", openAi, status)
            << code << status << std::string(openAi) << std::string(anthropic);
    };
    row(ErrorCode::InvalidApiKey, 401, "invalid_api_key", "authentication_error");
    row(ErrorCode::ModelNotAllowed, 403, "model_not_allowed", "permission_error");
    row(ErrorCode::ModelNotFound, 404, "model_not_found", "not_found_error");
    row(ErrorCode::InvalidRequest, 400, "invalid_request", "invalid_request_error");
    row(ErrorCode::RequestTooLarge, 413, "request_too_large", "request_too_large");
    row(ErrorCode::RateLimited, 429, "rate_limit_exceeded", "rate_limit_error");
    row(ErrorCode::BudgetExceeded, 402, "budget_exceeded", "invalid_request_error");
    row(ErrorCode::UpstreamError, 502, "upstream_error", "api_error");
    row(ErrorCode::NoHealthyTarget, 503, "no_healthy_target", "overloaded_error");
    row(ErrorCode::UpstreamTimeout, 504, "upstream_timeout", "timeout_error");
}

void ErrorTest::statusesAndNamesAreTheContracts() {
    QFETCH(ErrorCode, code);
    QFETCH(int, status);
    QFETCH(std::string, openAi);
    QFETCH(std::string, anthropic);
    Error error;
    error.code = code;
    error.upstreamStatus = 429; // only an upstream's rejection looks at it
    QCOMPARE(error.httpStatus(), status);
    QCOMPARE(std::string(error.openAiCode()), openAi);
    QCOMPARE(std::string(error.anthropicType()), anthropic);
    QVERIFY(!error.openAiType().empty());
}

void ErrorTest::theUpstreamsStatusIsPassedOnWhereTheCallerIsAtFault() {
    Error error;
    error.code = ErrorCode::UpstreamRejected;
    QCOMPARE(error.httpStatus(), 400);
    for (const int status : {400, 404, 413, 422}) {
        error.upstreamStatus = status;
        QCOMPARE(error.httpStatus(), status);
    }
    QCOMPARE(std::string(error.openAiCode()), std::string("upstream_error"));
}

QTEST_GUILESS_MAIN(ErrorTest)
#include "tst_error.moc"
