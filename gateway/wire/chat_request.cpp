#include "gateway/wire/chat_request.h"

namespace tollgate {

std::string_view phaseName(Phase phase) {
    return phase == Phase::Commentary    ? "commentary"
           : phase == Phase::FinalAnswer ? "final_answer"
                                         : std::string_view();
}

Phase phaseNamed(std::string_view name) {
    return name == "commentary"     ? Phase::Commentary
           : name == "final_answer" ? Phase::FinalAnswer
                                    : Phase::Unsaid;
}

namespace {

void appendText(std::string& text, const std::vector<ContentPart>& parts) {
    for (const ContentPart& part : parts) {
        if (part.kind != ContentPart::Kind::Text)
            continue;
        if (!text.empty())
            text += '\n';
        text += part.text;
    }
}

} // namespace

std::string ContentPart::resultText() const {
    std::string joined;
    appendText(joined, parts);
    return joined;
}

std::string ChatRequest::systemText() const {
    std::string text;
    for (const Message& message : messages) {
        if (message.role == Role::System || message.role == Role::Developer)
            appendText(text, message.parts);
    }
    return text;
}

std::string ChatRequest::lastUserText() const {
    std::string text;
    for (auto it = messages.rbegin(); it != messages.rend(); ++it) {
        if (it->role == Role::User) {
            appendText(text, it->parts);
            break;
        }
    }
    return text;
}

DataUri parseDataUri(std::string_view url) {
    constexpr std::string_view kScheme = "data:";
    constexpr std::string_view kBase64 = ";base64,";
    if (!url.starts_with(kScheme))
        return {};
    const std::size_t mark = url.find(kBase64);
    if (mark == std::string_view::npos)
        return {};
    // Parameters between type and encoding (charset=…) are of no use to anyone here.
    const std::string_view type = url.substr(kScheme.size(), mark - kScheme.size());
    return {type.substr(0, type.find(';')), url.substr(mark + kBase64.size())};
}

} // namespace tollgate
