#include "gateway/dialects/anthropic_tool_input.h"

#include "gateway/wire/json_text.h"

#include <boost/json.hpp>

#include <utility>

namespace tollgate {

namespace json = boost::json;

namespace {

json::object wrapped(std::string_view text) {
    json::object object;
    object["INVALID_JSON"] = json::string_view(text);
    return object;
}

bool isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

} // namespace

void AnthropicToolInput::add(std::string_view json) {
    m_text += json;
    for (const char c : json)
        follow(c);
}

void AnthropicToolInput::follow(char c) {
    if (m_state == State::Empty && !isSpace(c))
        m_state = c == '{' ? State::Inside : State::NoObject;
    if (m_state != State::Inside)
        return;
    if (m_inString) {
        if (m_escaped)
            m_escaped = false;
        else if (c == '\\')
            m_escaped = true;
        else if (c == '"')
            m_inString = false;
    } else if (c == '"') {
        m_inString = true;
    } else if (c == '{' || c == '[') {
        ++m_depth;
    } else if ((c == '}' || c == ']') && --m_depth == 0) {
        m_state = State::Complete;
    }
}

std::string AnthropicToolInput::take() {
    if (m_state == State::Empty || m_state == State::NoObject || m_text.empty())
        return {};
    return std::exchange(m_text, {});
}

std::string AnthropicToolInput::rest() {
    if (m_state == State::NoObject)
        return json::serialize(wrapped(std::exchange(m_text, {})));
    if (m_state == State::Empty)
        return "{}";
    return take();
}

json::value AnthropicToolInput::object() const {
    if (m_state == State::Empty)
        return json::object();
    boost::system::error_code failure;
    json::value parsed = parsedJson(m_text, failure);
    return !failure && parsed.is_object() ? parsed : wrapped(m_text);
}

} // namespace tollgate
