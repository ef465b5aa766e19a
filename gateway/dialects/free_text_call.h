#pragma once
// Calls of tools that take free text (OpenAI's custom tools), as other models make them: arguments
// {"input":"…"} that come in pieces → the text, as far as it is known.

#include <cstddef>
#include <string>
#include <string_view>

namespace tollgate {

class FreeTextCall {
public:
    /// What these arguments add to the text.
    std::string add(std::string_view arguments);
    /// The whole text once all arguments are in; arguments of another shape are the text themselves.
    std::string whole() const;

private:
    std::string m_arguments;
    std::size_t m_read = 0;  ///< behind the last whole character of the value
    bool m_inValue = false;  ///< behind the value's opening quote
    bool m_beginning = true; ///< the opening has not been seen whole
};

/// Whether the pieces so far are one whole JSON object.
class JsonObjectWatch {
public:
    void add(std::string_view piece);
    bool isWhole() const { return m_begun && m_depth == 0; }

private:
    int m_depth = 0;
    bool m_begun = false;
    bool m_inText = false;
    bool m_escaped = false;
};

} // namespace tollgate
