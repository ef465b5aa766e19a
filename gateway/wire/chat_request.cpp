#include "gateway/wire/chat_request.h"

namespace tollgate {

namespace {

void appendText(std::string& text, const Message& message) {
    for (const ContentPart& part : message.parts) {
        if (part.kind != ContentPart::Kind::Text)
            continue;
        if (!text.empty())
            text += '\n';
        text += part.text;
    }
}

} // namespace

std::string ChatRequest::systemText() const {
    std::string text;
    for (const Message& message : messages) {
        if (message.role == Role::System || message.role == Role::Developer)
            appendText(text, message);
    }
    return text;
}

std::string ChatRequest::lastUserText() const {
    std::string text;
    for (auto it = messages.rbegin(); it != messages.rend(); ++it) {
        if (it->role == Role::User) {
            appendText(text, *it);
            break;
        }
    }
    return text;
}

} // namespace tollgate
