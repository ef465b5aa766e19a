#pragma once
// Most pieces of a stream differ from the one before in nothing but their words: those are read by comparing
// bytes, a tenth of what a parse costs. Not thread-safe.

#include "gateway/wire/chat_event.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tollgate {

class RepeatedDelta {
public:
    /// `event` is the one learnt last but for its words (and OpenAI's padding): adds what they mean.
    bool read(std::string_view event, std::vector<ChatEvent>& events);

    /// `event` was parsed and means `events` and nothing besides; learnt when that is one piece of text or
    /// reasoning, and when it is beyond doubt where in the bytes its words stand.
    void learn(std::string_view event, std::span<const ChatEvent> events);
    /// Something else came: it may change what the next piece means.
    void forget() { m_known = false; }

private:
    bool split(std::string_view event, std::string_view words);

    bool m_known = false;
    bool m_padded = false;
    bool m_reasoning = false;
    int m_choice = 0;
    int m_useless = 0;    ///< learnt in a row and never met again
    std::string m_before; ///< up to the words
    std::string m_after;  ///< from their closing quote on; up to the padding if there is some
    std::string m_end;    ///< from the closing quote of the padding on
};

} // namespace tollgate
