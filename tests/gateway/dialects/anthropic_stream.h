#pragma once
// Reads the bytes of an Anthropic stream as the official SDK does (@anthropic-ai/sdk, lib/MessageStream), and
// is stricter: every event must stand where the grammar has it. message_start (start delta* stop)*
// message_delta message_stop, one block open at a time, deltas of the block's own kind.

#include <boost/json.hpp>

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace tollgate::test {

namespace json = boost::json;

struct SentEvent {
    std::string name;
    json::value data;
};

/// The events of a stream; throws when the framing is not Anthropic's.
inline std::vector<SentEvent> anthropicEvents(std::string_view bytes) {
    std::vector<SentEvent> events;
    while (!bytes.empty()) {
        const std::size_t end = bytes.find("\n\n");
        const std::size_t line = bytes.find("\ndata: ");
        if (!bytes.starts_with("event: ") || end == std::string_view::npos || line > end)
            throw std::runtime_error("not an event: " + std::string(bytes));
        const std::string_view data = bytes.substr(line + 7, end - line - 7);
        SentEvent event{std::string(bytes.substr(7, line - 7)), json::parse({data.data(), data.size()})};
        if (event.data.at("type").as_string() != event.name)
            throw std::runtime_error("event name and type differ: " + event.name);
        events.push_back(std::move(event));
        bytes.remove_prefix(end + 2);
    }
    return events;
}

/// The message a stream adds up to; throws at the first breach of the grammar.
class AnthropicStreamReader {
public:
    void read(std::string_view bytes) {
        for (const SentEvent& event : anthropicEvents(bytes))
            take(event);
    }
    /// Once message_stop is there.
    json::object message() const {
        need(m_state == State::Stopped, "the stream did not end");
        return m_message;
    }
    std::size_t closedBlocks() const { return m_closed; }

private:
    enum class State { Fresh, Between, InBlock, Delta, Stopped };

    static void need(bool good, const std::string& complaint) {
        if (!good)
            throw std::runtime_error(complaint);
    }

    static void needNumbers(const json::object& usage) {
        for (const char* name :
             {"input_tokens", "output_tokens", "cache_creation_input_tokens", "cache_read_input_tokens"})
            need(usage.contains(name) && usage.at(name).is_int64(), std::string("usage lacks ") + name);
    }

    void take(const SentEvent& event) {
        const json::object& data = event.data.as_object();
        if (event.name == "message_start")
            start(data.at("message").as_object());
        else if (event.name == "content_block_start")
            open(data);
        else if (event.name == "content_block_delta")
            delta(data);
        else if (event.name == "content_block_stop")
            close(data);
        else if (event.name == "message_delta")
            messageDelta(data);
        else if (event.name == "message_stop")
            stop();
        else
            need(event.name == "ping", "unknown event " + event.name);
    }

    void start(const json::object& message) {
        need(m_state == State::Fresh, "message_start twice");
        for (const char* name : {"id", "model"})
            need(!message.at(name).as_string().empty(), std::string("message_start lacks ") + name);
        need(message.at("type") == "message" && message.at("role") == "assistant", "not a message");
        need(message.at("content").as_array().empty(), "message_start has content");
        need(message.at("stop_reason").is_null() && message.at("stop_sequence").is_null(), "stopped early");
        needNumbers(message.at("usage").as_object());
        m_message = message;
        m_state = State::Between;
    }

    void open(const json::object& data) {
        need(m_state == State::Between, "a block begins where none may");
        json::array& content = m_message["content"].as_array();
        need(data.at("index").to_number<std::size_t>() == content.size(), "blocks are not counted");
        content.push_back(data.at("content_block"));
        m_type = content.back().at("type").as_string();
        need(m_type != "tool_use" || (!text("id").empty() && !text("name").empty()), "a call without a name");
        m_input.clear();
        m_state = State::InBlock;
    }

    void delta(const json::object& data) {
        need(m_state == State::InBlock, "a delta outside of a block");
        need(data.at("index").to_number<std::size_t>() == m_closed, "a delta of another block");
        const json::object& delta = data.at("delta").as_object();
        const std::string type(delta.at("type").as_string());
        if (type == "text_delta") {
            need(m_type == "text", "text in " + m_type);
            append("text", delta.at("text").as_string());
        } else if (type == "citations_delta") {
            need(m_type == "text", "a citation in " + m_type);
            json::value& citations = block()["citations"];
            if (!citations.is_array())
                citations = json::array();
            citations.as_array().push_back(delta.at("citation"));
        } else if (type == "thinking_delta") {
            need(m_type == "thinking", "thinking in " + m_type);
            append("thinking", delta.at("thinking").as_string());
        } else if (type == "signature_delta") {
            need(m_type == "thinking", "a signature in " + m_type);
            block()["signature"] = delta.at("signature");
        } else {
            need(type == "input_json_delta", "unknown delta " + type);
            need(m_type == "tool_use" || m_type == "server_tool_use", "input in " + m_type);
            m_input += delta.at("partial_json").as_string();
        }
    }

    void close(const json::object& data) {
        need(m_state == State::InBlock, "a block ends that had not begun");
        need(data.at("index").to_number<std::size_t>() == m_closed, "another block ends");
        if (!m_input.empty())
            block()["input"] = json::parse(m_input);
        ++m_closed;
        m_state = State::Between;
    }

    void messageDelta(const json::object& data) {
        need(m_state == State::Between, "message_delta where none may be");
        needNumbers(data.at("usage").as_object());
        for (const auto& [name, value] : data.at("delta").as_object())
            m_message[name] = value;
        need(m_message.at("stop_reason").is_string(), "no stop reason");
        m_message["usage"] = data.at("usage");
        m_state = State::Delta;
    }

    void stop() {
        need(m_state == State::Delta, "message_stop before message_delta");
        m_state = State::Stopped;
    }

    json::object& block() { return m_message["content"].as_array().back().as_object(); }
    std::string text(const char* name) { return std::string(block().at(name).as_string()); }
    void append(const char* name, const json::string& more) { block()[name].as_string() += more; }

    State m_state = State::Fresh;
    json::object m_message;
    std::string m_type;  ///< of the block that is open
    std::string m_input; ///< of the block that is open
    std::size_t m_closed = 0;
};

} // namespace tollgate::test
