#include "gateway/providers/repeated_delta.h"

#include <simdjson.h>

#include <algorithm>

namespace tollgate {

namespace {

/// Of random length, against guesses from the size of packets ("include_obfuscation" in OpenAI's reference).
constexpr std::string_view kPadding = "\"obfuscation\":\"";
constexpr int kUselessAtMost = 8;

/// Between two quotes it is a JSON string that needs no unescaping.
bool plain(std::string_view text) {
    const bool ordinary =
        std::ranges::all_of(text, [](unsigned char c) { return c >= 0x20 && c != '"' && c != '\\'; });
    return ordinary && simdjson::validate_utf8(text.data(), text.size());
}

const std::string* wordsOf(const ChatEvent& event) {
    if (const auto* text = std::get_if<event::TextDelta>(&event))
        return text->begins ? nullptr : &text->text;
    const auto* reasoning = std::get_if<event::ReasoningDelta>(&event);
    return reasoning == nullptr ? nullptr : &reasoning->text;
}

} // namespace

bool RepeatedDelta::read(std::string_view event, std::vector<ChatEvent>& events) {
    if (!m_known || !event.starts_with(m_before))
        return false;
    event.remove_prefix(m_before.size());
    const std::size_t end = event.find('"');
    if (end == 0 || end == std::string_view::npos || !event.substr(end).starts_with(m_after))
        return false;
    const std::string_view words = event.substr(0, end);
    event.remove_prefix(end + m_after.size());
    if (m_padded) {
        const std::size_t padding = event.find('"');
        if (padding == std::string_view::npos || !plain(event.substr(0, padding)))
            return false;
        event.remove_prefix(padding);
    }
    if (event != m_end || !plain(words))
        return false;
    m_useless = 0;
    if (m_reasoning)
        events.emplace_back(event::ReasoningDelta{std::string(words)});
    else
        events.emplace_back(event::TextDelta{std::string(words), m_choice});
    return true;
}

void RepeatedDelta::learn(std::string_view event, std::span<const ChatEvent> events) {
    m_known = false;
    if (events.size() != 1 || m_useless >= kUselessAtMost)
        return;
    const std::string* words = wordsOf(events.front());
    if (words == nullptr || words->empty() || !split(event, *words))
        return;
    const auto* text = std::get_if<event::TextDelta>(&events.front());
    m_reasoning = text == nullptr;
    m_choice = text == nullptr ? 0 : text->choice;
    m_known = true;
    ++m_useless;
}

/// Where nothing is escaped, a string that stands in quotes once can be nothing else.
bool RepeatedDelta::split(std::string_view event, std::string_view words) {
    if (event.find('\\') != std::string_view::npos)
        return false;
    const std::string quoted = '"' + std::string(words) + '"';
    const std::size_t at = event.find(quoted);
    if (at == std::string_view::npos || event.find(quoted, at + 1) != std::string_view::npos)
        return false;
    m_before = event.substr(0, at + 1);
    std::string_view rest = event.substr(at + 1 + words.size());
    const std::size_t padding = rest.find(kPadding);
    m_padded = padding != std::string_view::npos;
    if (m_padded) {
        m_after = rest.substr(0, padding + kPadding.size());
        rest.remove_prefix(m_after.size());
        m_end = rest.substr(std::min(rest.find('"'), rest.size()));
    } else {
        m_after = rest;
        m_end.clear();
    }
    return true;
}

} // namespace tollgate
