// Pictures, files and sound of a prompt are counted, whoever speaks.

#include "gateway/dialects/dialect.h"

#include <QTest>

#include <string>

using namespace tollgate;

namespace {

Attachments attachedTo(const Dialect& dialect, const std::string& body) {
    HttpRequest request;
    request.method = "POST";
    request.body = body;
    const auto envelope = dialect.inspect(request);
    if (!envelope)
        qFatal("%s", envelope.error().message.c_str());
    return envelope->attached;
}

const std::string kData(1'000, 'A');

} // namespace

class AttachmentsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void ofChatCompletions();
    void ofResponses();
    void ofMessages();
    void ofTextAreNone();
};

void AttachmentsTest::ofChatCompletions() {
    const std::string parts =
        R"({"type":"text","text":"look"},{"type":"image_url","image_url":{"url":"https://x/y.png"}},)"
        R"({"type":"image_url","image_url":{"url":"data:image/png;base64,AAAA"}},)"
        R"({"type":"file","file":{"file_id":"file_1"}},{"type":"file","file":{"file_data":")" +
        kData + R"("}},{"type":"input_audio","input_audio":{"format":"wav","data":")" + kData + R"("}})";
    const Attachments attached = attachedTo(
        openAiChatDialect(), R"({"model":"m","messages":[{"role":"user","content":[)" + parts + "]}]}");
    QCOMPARE(attached.images, 3); // what is only named counts as a picture
    QCOMPARE(attached.documents, 1);
    QCOMPARE(attached.documentBytes, kData.size());
    QCOMPARE(attached.soundBytes, kData.size());
}

void AttachmentsTest::ofResponses() {
    const std::string parts = R"({"type":"input_image","image_url":"https://x/y.png"},)"
                              R"({"type":"input_file","file_data":")" +
                              kData + R"("},{"type":"input_file","file_url":"https://x/y.pdf"})";
    const Attachments attached = attachedTo(
        openAiResponsesDialect(), R"({"model":"m","input":[{"role":"user","content":[)" + parts + "]}]}");
    QCOMPARE(attached.images, 2);
    QCOMPARE(attached.documents, 1);
    QCOMPARE(attached.documentBytes, kData.size());
}

void AttachmentsTest::ofMessages() {
    const std::string image =
        R"({"type":"image","source":{"type":"base64","media_type":"image/png","data":"AAAA"}})";
    const std::string document =
        R"({"type":"document","source":{"type":"base64","media_type":"application/pdf","data":")" + kData +
        R"("}})";
    const std::string result = R"({"type":"tool_result","tool_use_id":"t","content":[)" + image + "]}";
    const Attachments attached = attachedTo(
        anthropicMessagesDialect(), R"({"model":"m","max_tokens":9,"messages":[{"role":"user","content":[)" +
                                        image + "," + document + "," + result + "]}]}");
    QCOMPARE(attached.images, 2);
    QCOMPARE(attached.documents, 1);
    QCOMPARE(attached.documentBytes, kData.size());
}

void AttachmentsTest::ofTextAreNone() {
    const Attachments attached = attachedTo(
        openAiChatDialect(), R"({"model":"m","messages":[{"role":"user","content":"only words"}]})");
    QCOMPARE(attached.images + attached.documents, 0);
    QCOMPARE(attached.documentBytes + attached.soundBytes, 0U);
}

QTEST_GUILESS_MAIN(AttachmentsTest)
#include "tst_attachments.moc"
