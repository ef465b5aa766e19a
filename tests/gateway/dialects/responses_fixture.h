#pragma once
// Reading streams of OpenAI Responses, and judging whether they keep the order of events that its clients
// rely on.

#include <boost/json.hpp>

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace responses {

namespace json = boost::json;

struct Event {
    std::string name;
    json::object data;
};

/// Of "event: …\ndata: …\n\n" and nothing else; a first event named "malformed" otherwise.
inline std::vector<Event> eventsOf(std::string bytes) {
    std::vector<Event> events;
    while (!bytes.empty()) {
        const std::size_t end = bytes.find("\n\n");
        const std::size_t line = bytes.find('\n');
        boost::system::error_code failure;
        if (!bytes.starts_with("event: ") || end == std::string::npos ||
            bytes.compare(line + 1, 6, "data: ") != 0)
            return {{"malformed", {{"bytes", bytes}}}};
        const json::value data = json::parse(bytes.substr(line + 7, end - line - 7), failure);
        if (failure || !data.is_object())
            return {{"malformed", {{"bytes", bytes}}}};
        events.push_back({bytes.substr(7, line - 7), data.get_object()});
        bytes.erase(0, end + 2);
    }
    return events;
}

inline std::vector<std::string> namesOf(const std::vector<Event>& events) {
    std::vector<std::string> names;
    for (const Event& event : events)
        names.push_back(event.name);
    return names;
}

/// The grammar of a stream: numbers without a gap; created and in_progress first; one item open at a time and
/// one part of it; deltas add up to what is done; the last event's output is what was done. Empty: all is
/// well, else what is not.
class OrderCheck {
public:
    std::string check(const std::vector<Event>& events) {
        for (const Event& event : events) {
            m_at = event.name + " #" + std::to_string(m_next);
            if (event.data.at("type") != json::value(event.name))
                fail("type and event differ");
            if (event.data.at("sequence_number") != m_next)
                fail("sequence_number");
            read(event);
            ++m_next;
        }
        if (!m_ended)
            fail("no end");
        return m_complaint;
    }

private:
    void read(const Event& event) {
        const std::string_view name = event.name;
        if (m_ended)
            fail("something behind the end");
        if (m_next == 0 && name != "response.created")
            fail("the first event is not response.created");
        if (m_next == 1 && name != "response.in_progress" && name != "response.failed")
            fail("the second event is not response.in_progress");
        if (name == "response.output_item.added")
            opened(event.data);
        else if (name == "response.output_item.done")
            closed(event.data);
        else if (name == "response.completed" || name == "response.incomplete" || name == "response.failed")
            ended(event);
        else if (name != "response.created" && name != "response.in_progress")
            inside(event);
    }

    void opened(const json::object& data) {
        if (m_open)
            fail("an item opens in another one");
        if (data.at("output_index") != m_items.size())
            fail("output_index");
        m_open = true;
        m_id = text(data.at("item").as_object(), "id");
    }

    void closed(const json::object& data) {
        const json::object& item = data.at("item").as_object();
        if (!m_open || m_partOpen || text(item, "id") != m_id || data.at("output_index") != m_items.size())
            fail("this item is not open, or a part of it still is");
        const std::string type = text(item, "type");
        if (type == "function_call" && text(item, "arguments") != m_whole)
            fail("arguments");
        if (type == "custom_tool_call" && text(item, "input") != m_whole)
            fail("input");
        if (type == "message" && item.at("content").as_array() != m_parts)
            fail("content");
        if (type == "reasoning" && item.at("summary").as_array() != m_parts)
            fail("summary");
        m_items.push_back(item);
        m_open = false;
        m_whole.clear();
        m_parts.clear();
    }

    void inside(const Event& event) {
        const std::string_view name = event.name;
        const json::object& data = event.data;
        if (!m_open || text(data, "item_id") != m_id || data.at("output_index") != m_items.size())
            fail("not of the open item");
        for (const char* index : {"content_index", "summary_index"}) {
            if (data.contains(index) && data.at(index) != m_parts.size())
                fail(index);
        }
        if (name.ends_with("part.added")) {
            if (m_partOpen)
                fail("a part opens in another one");
            m_partOpen = true;
            m_delta.clear();
        } else if (name.ends_with("part.done")) {
            if (!m_partOpen)
                fail("no part is open");
            m_partOpen = false;
            m_parts.push_back(data.at("part"));
        } else if (name.ends_with(".delta")) {
            m_delta += text(data, "delta");
        } else if (name.ends_with("annotation.added")) {
            if (!m_partOpen)
                fail("no part is open");
        } else if (name.ends_with(".done")) {
            for (const char* member : {"text", "refusal", "arguments", "input"}) {
                if (data.contains(member)) {
                    m_whole = text(data, member);
                    if (m_whole != m_delta)
                        fail("the deltas are another text");
                    m_delta.clear();
                }
            }
        } else {
            fail("unknown event");
        }
    }

    void ended(const Event& event) {
        m_ended = true;
        const json::object& response = event.data.at("response").as_object();
        if ("response." + text(response, "status") != event.name)
            fail("status");
        if (event.name == "response.failed")
            return;
        if (m_open)
            fail("an item is open");
        if (response.at("output").as_array() != m_items)
            fail("output is not what was done");
    }

    static std::string text(const json::object& object, std::string_view name) {
        const json::value* value = object.if_contains(name);
        return value != nullptr && value->is_string() ? std::string(value->get_string()) : std::string();
    }

    void fail(const std::string& what) {
        if (m_complaint.empty())
            m_complaint = m_at + ": " + what;
    }

    std::uint64_t m_next = 0;
    std::string m_at;
    std::string m_complaint;
    bool m_open = false;
    bool m_partOpen = false;
    bool m_ended = false;
    std::string m_id;
    std::string m_delta;
    std::string m_whole;
    json::array m_parts;
    json::array m_items;
};

} // namespace responses
