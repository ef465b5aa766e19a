// Stored prompts: by name in the path with their variables, or before what a caller says.

#include "gateway/pipeline/call.h"
#include "gateway/pipeline/prompt_request.h"

#include <algorithm>

namespace tollgate {

namespace {

Error wrongPrompt(const std::string& name, const PromptVersion& version, const FieldError& fault) {
    const std::string whose = "prompt " + name + " " + version.version + ": ";
    if (fault.param == "variables")
        return {ErrorCode::InvalidRequest, whose + fault.message + ".", "variables"};
    return {ErrorCode::InvalidRequest, whose + fault.param + " " + fault.message + ".", {}};
}

/// Most templates of /chat: nothing to be done to what the caller said.
bool saysOnlyTheMessage(std::string_view text) {
    return text.empty() || text == "{{message}}" || text == "{{ message }}";
}

} // namespace

void ChatCall::notePrompt(std::string_view prompt, const PromptChoice& choice) {
    m_promptFlag = choice.flag;
    m_record.prompt = prompt;
    m_record.promptVersion = choice.version->version;
    m_record.decision.push_back(
        {"prompt", "prompt " + m_record.prompt + " " + choice.version->version + " (" + choice.reason + ")"});
}

/// Makes the Chat Completions request of it; from there on it is one like any other.
bool ChatCall::fillStoredPrompt() {
    auto asked = readPromptRequest(m_request->body);
    if (!asked) {
        fail(asked.error());
        return false;
    }
    const Prompt* prompt = ConfigSnapshot::find(m_snapshot->prompts, m_storedPrompt);
    if (prompt == nullptr) {
        fail({ErrorCode::NotFound, "There is no prompt named \"" + m_storedPrompt + "\"."});
        return false;
    }
    if (!asked->version.empty() && std::ranges::find(prompt->versions, asked->version,
                                                     &PromptVersion::version) == prompt->versions.end()) {
        fail({ErrorCode::InvalidRequest,
              "Prompt " + m_storedPrompt + " has no version \"" + asked->version + "\".", "version"});
        return false;
    }
    m_record.user =
        m_key != nullptr && m_key->user ? *m_key->user : std::string(m_request->headers.value("x-user-id"));
    if (m_record.user.empty())
        m_record.user = asked->user.empty() ? "anonymous" : asked->user;
    const std::string_view wanted = asked->version.empty() ? m_request->headers.value("x-prompt-version")
                                                           : std::string_view(asked->version);
    PromptChoice choice = choosePrompt(*m_snapshot, m_storedPrompt, wanted, subject());
    if (!asked->version.empty())
        choice.reason = "the request's own";
    notePrompt(m_storedPrompt, choice);
    const auto rendered = renderComplete(*prompt, *choice.version, asked->variables);
    if (!rendered) {
        fail(wrongPrompt(m_storedPrompt, *choice.version, rendered.error()));
        return false;
    }
    m_resolved.emplace(m_exchange->request());
    m_resolved->body =
        chatBody(*std::move(asked), *choice.version, *rendered, m_snapshot->settings.defaultAlias);
    m_request = &*m_resolved;
    return true;
}

/// Where no prompt is named in the path: the notebook's route always has one, others by X-Prompt-Version.
bool ChatCall::choosePromptVersion() {
    if (m_dialect.operation() != Operation::Chat || !m_storedPrompt.empty())
        return true;
    const std::string_view wanted = m_request->headers.value("x-prompt-version");
    if (wanted.empty() && m_dialect.wireFormat() != WireFormat::None)
        return true;
    const std::string& prompt = m_snapshot->settings.defaultPrompt;
    const PromptChoice choice = choosePrompt(*m_snapshot, prompt, wanted, subject());
    if (choice.version == nullptr)
        return true;
    notePrompt(prompt, choice);
    return applyPrompt(*choice.version);
}

/// These callers give no variables but, on the notebook's route, their message.
bool ChatCall::applyPrompt(const PromptVersion& version) {
    const bool notebook = m_dialect.wireFormat() == WireFormat::None;
    const bool wrapped = notebook && !saysOnlyTheMessage(version.templateText);
    m_systemText = version.system;
    if (wrapped || version.system.find("{{") != std::string::npos) {
        boost::json::object variables;
        if (notebook) {
            const auto chat = decoded();
            if (!chat) {
                fail(chat.error());
                return false;
            }
            variables["message"] = (*chat)->messages.back().parts.front().text;
            m_chat.reset(); // it is built again, with the prompt
        }
        PromptVersion used = version;
        if (!wrapped)
            used.templateText.clear();
        auto rendered = renderPrompt(used, variables);
        if (rendered)
            rendered->mistakes.unknown.clear(); // a prompt need not repeat the message
        if (!rendered || !rendered->mistakes.none()) {
            const FieldError fault =
                rendered ? FieldError{"variables", rendered->mistakes.sentence() +
                                                       ", which only /v1/prompts/{name}/completions takes"}
                         : rendered.error();
            fail(wrongPrompt(m_record.prompt, version, fault));
            return false;
        }
        m_systemText = std::move(rendered->system);
        m_userText = std::move(rendered->user);
    }
    m_envelope.promptBytes += m_systemText.size() + m_userText.size();
    return true;
}

} // namespace tollgate
