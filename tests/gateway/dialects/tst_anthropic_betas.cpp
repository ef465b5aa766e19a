// The betas that a caller of any dialect opts in to.

#include "gateway/dialects/anthropic_betas.h"

#include <QTest>

using namespace tollgate;

namespace {

std::string joined(const HttpHeaders& headers) {
    std::string text;
    for (const std::string& beta : anthropicBetas(headers))
        text += beta + ";";
    return text;
}

} // namespace

class AnthropicBetasTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void headersAndCommasAreTheSame() {
        QCOMPARE(joined({{"anthropic-beta", "a-1, b-2\t,c-3"}, {"x", "y"}, {"anthropic-beta", "d-4"}}),
                 std::string("a-1;b-2;c-3;d-4;"));
    }
    void eachIsSaidOnce() {
        QCOMPARE(joined({{"anthropic-beta", "a,b,a"}, {"anthropic-beta", "b"}}), std::string("a;b;"));
    }
    void nothingIsNoBeta() {
        QCOMPARE(joined({}), std::string());
        QCOMPARE(joined({{"anthropic-beta", " , ,,\t"}, {"anthropic-beta", ""}}), std::string());
    }
};

QTEST_GUILESS_MAIN(AnthropicBetasTest)
#include "tst_anthropic_betas.moc"
