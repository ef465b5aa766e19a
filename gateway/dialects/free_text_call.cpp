#include "gateway/dialects/free_text_call.h"

#include <boost/json.hpp>

#include <utility>

namespace tollgate {

namespace json = boost::json;

namespace {

constexpr std::string_view kBlank = " \t\r\n";

enum class Opening { Unknown, Found, Other };

/// { "input" : " with blanks anywhere. `at` is left behind it.
Opening readOpening(std::string_view text, std::size_t& at) {
    std::size_t here = 0;
    for (const std::string_view token : {"{", "\"input\"", ":", "\""}) {
        here = text.find_first_not_of(kBlank, here);
        if (here == std::string_view::npos)
            return Opening::Unknown;
        const std::string_view given = text.substr(here, token.size());
        if (given.size() < token.size())
            return token.starts_with(given) ? Opening::Unknown : Opening::Other;
        if (given != token)
            return Opening::Other;
        here += token.size();
    }
    at = here;
    return Opening::Found;
}

/// How many bytes from `at` on are whole characters of a JSON string; stops at its closing quote.
std::size_t wholeCharacters(std::string_view text, std::size_t at, bool& closed) {
    std::size_t end = at;
    while (end < text.size()) {
        if (text[end] == '"') {
            closed = true;
            break;
        }
        std::size_t length = 1;
        if (text[end] == '\\') {
            if (end + 1 >= text.size())
                break;
            length = text[end + 1] == 'u' ? 6 : 2;
            // Half of a surrogate pair waits for the other one.
            const std::string_view code = text.substr(end + 2, 2);
            if (length == 6 && code.size() == 2 && (code[0] == 'd' || code[0] == 'D') &&
                std::string_view("89abAB").find(code[1]) != std::string_view::npos)
                length = 12;
            if (end + length > text.size())
                break;
        }
        end += length;
    }
    return end - at;
}

} // namespace

std::string FreeTextCall::add(std::string_view arguments) {
    m_arguments += arguments;
    if (m_beginning) {
        const Opening opening = readOpening(m_arguments, m_read);
        m_beginning = opening == Opening::Unknown;
        m_inValue = opening == Opening::Found;
    }
    if (!m_inValue)
        return {};
    bool closed = false;
    const std::size_t length = wholeCharacters(m_arguments, m_read, closed);
    const std::string quoted = "\"" + m_arguments.substr(m_read, length) + "\"";
    m_read += length;
    m_inValue = !closed;
    boost::system::error_code failure;
    const json::value text = json::parse(quoted, failure);
    if (failure || !text.is_string()) { // whole() has the last word
        m_inValue = false;
        return {};
    }
    return std::string(text.get_string());
}

std::string FreeTextCall::whole() const {
    boost::system::error_code failure;
    const json::value arguments = json::parse(m_arguments, failure);
    if (!failure && arguments.is_object()) {
        const json::value* input = arguments.get_object().if_contains("input");
        if (input != nullptr && input->is_string())
            return std::string(input->get_string());
        if (arguments.get_object().empty())
            return {};
    }
    if (!failure || m_read == 0)
        return m_arguments;
    // Cut short inside the text: what came of it.
    FreeTextCall again;
    return again.add(m_arguments);
}

void JsonObjectWatch::add(std::string_view piece) {
    for (const char c : piece) {
        if (std::exchange(m_escaped, false))
            continue;
        if (m_inText) {
            m_escaped = c == '\\';
            m_inText = c != '"';
        } else if (c == '"') {
            m_inText = true;
        } else if (c == '{' || c == '[') {
            ++m_depth;
            m_begun = true;
        } else if (c == '}' || c == ']') {
            --m_depth;
        }
    }
}

} // namespace tollgate
