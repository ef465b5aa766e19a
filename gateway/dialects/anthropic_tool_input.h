#pragma once
// The arguments of one tool call on their way into a tool_use block: an object in Anthropic's format, while
// other upstreams send whatever text the model wrote.

#include <boost/json/value.hpp>

#include <string>
#include <string_view>

namespace tollgate {

class AnthropicToolInput {
public:
    void add(std::string_view json);
    /// The text so far is one whole JSON object.
    bool complete() const { return m_state == State::Complete; }
    /// Streaming: what may be sent now and was not yet. Text that begins like no object is kept back.
    std::string take();
    /// Streaming: what must still be sent when nothing more comes. "{}" for no arguments at all.
    std::string rest();
    /// Unary: the whole. Text that is no JSON object comes as {"INVALID_JSON": text}, as Anthropic advises
    /// (platform.claude.com/docs/en/agents-and-tools/tool-use/fine-grained-tool-streaming).
    boost::json::value object() const;

private:
    enum class State { Empty, Inside, Complete, NoObject };

    void follow(char c);

    State m_state = State::Empty;
    std::string m_text; ///< not yet taken
    int m_depth = 0;
    bool m_inString = false;
    bool m_escaped = false;
};

} // namespace tollgate
