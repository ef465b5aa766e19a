#include "gateway/wire/chat_request.h"

#include <QTest>

using namespace tollgate;

namespace {

Message message(Role role, std::vector<std::string> texts) {
    Message result;
    result.role = role;
    for (std::string& text : texts)
        result.parts.emplace_back().text = std::move(text);
    return result;
}

} // namespace

class ChatRequestTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void systemTextJoinsSystemAndDeveloperMessages();
    void lastUserTextIsOfTheLastUserMessageOnly();
    void onlyTextPartsCount();
    void nothingSaidIsEmpty();
};

void ChatRequestTest::systemTextJoinsSystemAndDeveloperMessages() {
    ChatRequest request;
    request.messages = {message(Role::System, {"Be brief.", "Be kind."}), message(Role::User, {"no"}),
                        message(Role::Developer, {"Use Polish."}), message(Role::Assistant, {"no"})};
    QCOMPARE(request.systemText(), std::string("Be brief.\nBe kind.\nUse Polish."));
}

void ChatRequestTest::lastUserTextIsOfTheLastUserMessageOnly() {
    ChatRequest request;
    request.messages = {message(Role::User, {"first"}), message(Role::User, {"second", "more"}),
                        message(Role::Assistant, {"reply"}), message(Role::Tool, {"result"})};
    QCOMPARE(request.lastUserText(), std::string("second\nmore"));
}

void ChatRequestTest::onlyTextPartsCount() {
    ChatRequest request;
    request.messages = {message(Role::User, {"look"})};
    ContentPart image;
    image.kind = ContentPart::Kind::Image;
    image.text = "never";
    request.messages.back().parts.insert(request.messages.back().parts.begin(), image);
    QCOMPARE(request.lastUserText(), std::string("look"));
}

void ChatRequestTest::nothingSaidIsEmpty() {
    const ChatRequest request;
    QVERIFY(request.systemText().empty());
    QVERIFY(request.lastUserText().empty());
}

QTEST_GUILESS_MAIN(ChatRequestTest)
#include "tst_chat_request.moc"
