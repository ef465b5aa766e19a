#include "gateway/wire/url_text.h"

#include <QTest>

#include <vector>

using namespace tollgate;

class UrlTextTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void decodesPercent() {
        QCOMPARE(urlDecoded("a%2Fb%20c"), std::string("a/b c"));
        QCOMPARE(urlDecoded("%E2%82%AC"), std::string("\xE2\x82\xAC"));
        QCOMPARE(urlDecoded("100%"), std::string("100%"));
        QCOMPARE(urlDecoded("%2"), std::string("%2"));
        QCOMPARE(urlDecoded("%zz%+1"), std::string("%zz%+1"));
        QCOMPARE(urlDecoded("%41+b"), std::string("A+b"));
        QCOMPARE(urlDecoded("%41+b", true), std::string("A b"));
    }

    void tellsEveryParameter() {
        std::vector<std::pair<std::string, std::string>> found;
        eachQueryParam("prompt=a+b%26c&&flag&x=1=2&", [&](std::string name, std::string value) {
            found.emplace_back(std::move(name), std::move(value));
        });
        const std::vector<std::pair<std::string, std::string>> wanted{
            {"prompt", "a b&c"}, {"flag", ""}, {"x", "1=2"}};
        QVERIFY(found == wanted);
    }
};

QTEST_GUILESS_MAIN(UrlTextTest)
#include "tst_url_text.moc"
