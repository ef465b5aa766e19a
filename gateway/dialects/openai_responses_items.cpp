#include "gateway/dialects/openai_responses_items.h"

#include "gateway/dialects/field_checks.h"
#include "gateway/dialects/json_read.h"
#include "gateway/dialects/openai_responses_parts.h"
#include "gateway/dialects/openai_responses_tools.h"
#include "gateway/dialects/sealed_reasoning.h"

#include <boost/json.hpp>

#include <deque>
#include <map>
#include <set>

namespace tollgate {

namespace json = boost::json;

namespace {

using Kind = ContentPart::Kind;
using Read = tl::expected<void, Error>;

Role roleOf(std::string_view role) {
    if (role == "system")
        return Role::System;
    if (role == "developer")
        return Role::Developer;
    return role == "assistant" ? Role::Assistant : Role::User;
}

std::string textsOf(const json::object& item, std::string_view list) {
    std::string joined;
    const json::array* parts = arrayOf(item, list);
    for (const json::value& one : parts != nullptr ? *parts : json::array()) {
        const json::object* part = one.if_object();
        if (part == nullptr)
            continue;
        if (!joined.empty())
            joined += "\n\n";
        joined += textOf(*part, "text");
    }
    return joined;
}

class ItemReader {
public:
    Read read(const json::array& items) {
        for (std::size_t i = 0; i < items.size(); ++i) {
            m_at = "input[" + std::to_string(i) + "]";
            const json::object* item = items[i].if_object();
            if (item == nullptr)
                return tl::unexpected(invalidField(m_at, m_at + " must be an object."));
            if (auto done = readItem(*item); !done)
                return done;
        }
        for (Entry& entry : m_entries) {
            for (ContentPart& part : entry.message.parts)
                sign(part);
        }
        return {};
    }

    /// The messages with every result behind its call.
    tl::expected<std::vector<Message>, Error> settled();

    std::vector<ToolDefinition> tools;

private:
    struct Entry {
        Message message;
        std::string at;
        std::string toolName; ///< of a result, where the caller tells
    };
    using Results = std::map<std::string, std::deque<Entry>>;

    Read readItem(const json::object& item) {
        const std::string type = textOf(item, "type");
        if (type == "message" || (type.empty() && item.contains("role")))
            return readMessage(item);
        if (type == "function_call")
            return readFunctionCall(item);
        if (type == "custom_tool_call") {
            json::object arguments;
            arguments["input"] = textOf(item, "input");
            return addCall(item, flatToolName(textOf(item, "namespace"), textOf(item, "name")),
                           json::serialize(arguments));
        }
        if (type == "local_shell_call") {
            json::object arguments;
            const json::object* action = objectOf(item, "action");
            for (const auto& [name, value] : action != nullptr ? *action : json::object()) {
                if (name != "type")
                    arguments[name] = value;
            }
            return addCall(item, "local_shell", json::serialize(arguments));
        }
        if (type == "function_call_output" || type == "custom_tool_call_output" ||
            type == "local_shell_call_output")
            return readResult(item);
        if (type == "reasoning")
            return readReasoning(item);
        if (type == "item_reference" || type.empty())
            return tl::unexpected(
                invalidField(m_at + ".id", "Item with id '" + textOf(item, "id") + "' not found."));
        if (type == "additional_tools") {
            if (const json::array* more = arrayOf(item, "tools"))
                readResponsesTools(*more, tools);
            return {};
        }
        addOpaque(item, type);
        return {};
    }

    Read readMessage(const json::object& item) {
        const Role role = roleOf(textOf(item, "role"));
        std::vector<ContentPart> parts;
        if (const json::value* content = valueOf(item, "content"))
            parts = responsesContent(*content);
        if (role == Role::Assistant) {
            for (ContentPart& part : parts)
                part.phase = phaseNamed(textOf(item, "phase"));
            std::vector<ContentPart>& turn = assistant().parts;
            std::ranges::move(parts, std::back_inserter(turn));
        } else {
            add(role).parts = std::move(parts);
        }
        return {};
    }

    Read readFunctionCall(const json::object& item) {
        auto arguments = checkedArguments(textOf(item, "arguments"), m_at + ".arguments");
        if (!arguments)
            return tl::unexpected(std::move(arguments.error()));
        return addCall(item, flatToolName(textOf(item, "namespace"), textOf(item, "name")),
                       *std::move(arguments));
    }

    Read addCall(const json::object& item, std::string name, std::string arguments) {
        ContentPart part;
        part.kind = Kind::ToolCall;
        part.id = textOf(item, "call_id");
        if (part.id.empty())
            part.id = textOf(item, "id");
        if (part.id.empty())
            return tl::unexpected(invalidField(m_at + ".call_id", m_at + " needs a call_id."));
        if (name.empty())
            return tl::unexpected(invalidField(m_at + ".name", m_at + " needs a name."));
        m_calls.insert(part.id);
        part.name = std::move(name);
        part.arguments = std::move(arguments);
        assistant().parts.push_back(std::move(part));
        return {};
    }

    Read readResult(const json::object& item) {
        ContentPart part;
        part.kind = Kind::ToolResult;
        part.id = textOf(item, "call_id");
        if (part.id.empty())
            part.id = textOf(item, "id");
        if (const json::value* output = valueOf(item, "output"))
            part.parts = responsesContent(*output);
        add(Role::Tool).parts.push_back(std::move(part));
        if (const std::string name = textOf(item, "name"); !name.empty())
            m_entries.back().toolName = flatToolName(textOf(item, "namespace"), name);
        return {};
    }

    Read readReasoning(const json::object& item) {
        ContentPart part;
        part.kind = Kind::Reasoning;
        part.id = textOf(item, "id");
        part.text = textsOf(item, "summary");
        if (const std::string whole = textsOf(item, "content"); !whole.empty())
            part.text = whole; // of models that show all they think
        part.origin = Origin::OpenAi;
        if (const std::string sealed = textOf(item, "encrypted_content"); !sealed.empty()) {
            SealedReasoning opened = unsealReasoning(sealed);
            if (!opened.callId.empty()) {
                m_signatures[opened.callId] = std::move(opened);
                if (part.text.empty())
                    return {};
            } else {
                part.signature = std::move(opened.signature);
                part.origin = opened.origin;
                // OpenAI's own is never more than encrypted.
                part.redacted = opened.redacted || (opened.origin == Origin::OpenAi && part.text.empty());
            }
        }
        assistant().parts.push_back(std::move(part));
        return {};
    }

    void addOpaque(const json::object& item, std::string_view type) {
        ContentPart part;
        part.kind = Kind::Opaque;
        part.origin = Origin::OpenAi;
        part.opaque = item;
        // What comes back from the caller's side of a hosted tool; all else the model said.
        const bool callers = type.ends_with("_output") || type == "mcp_approval_response";
        (callers ? add(Role::User) : assistant()).parts.push_back(std::move(part));
    }

    /// Gemini signs calls, not thoughts.
    void sign(ContentPart& part) const {
        const auto found = part.kind == Kind::ToolCall ? m_signatures.find(part.id) : m_signatures.end();
        if (found != m_signatures.end()) {
            part.signature = found->second.signature;
            part.origin = found->second.origin;
        }
    }

    Message& add(Role role) {
        Entry& entry = m_entries.emplace_back();
        entry.at = m_at;
        entry.message.role = role;
        return entry.message;
    }
    /// The turn of the model that is going on.
    Message& assistant() {
        const bool goesOn = !m_entries.empty() && m_entries.back().message.role == Role::Assistant;
        return goesOn ? m_entries.back().message : add(Role::Assistant);
    }

    Results takeResults();
    static Read answer(const Entry& turn, Results& results, std::vector<Message>& messages);
    static tl::expected<Message, Error> callFor(const Entry& orphan);

    std::vector<Entry> m_entries;
    std::set<std::string> m_calls;
    std::map<std::string, SealedReasoning> m_signatures; ///< call id → what belongs to it
    std::string m_at;
};

/// Of known calls; entries they came from are left without parts.
ItemReader::Results ItemReader::takeResults() {
    Results results;
    for (Entry& entry : m_entries) {
        if (entry.message.role != Role::Tool)
            continue;
        const std::string id = entry.message.parts.front().id;
        if (m_calls.contains(id))
            results[id].push_back(std::exchange(entry, {}));
    }
    return results;
}

Read ItemReader::answer(const Entry& turn, Results& results, std::vector<Message>& messages) {
    for (const ContentPart& part : turn.message.parts) {
        if (part.kind != Kind::ToolCall)
            continue;
        std::deque<Entry>& found = results[part.id];
        // In OpenAI's own words, which clients look for.
        if (found.empty())
            return tl::unexpected(
                invalidField("input", "No tool output found for function call " + part.id + "."));
        messages.push_back(std::move(found.front().message));
        found.pop_front();
    }
    return {};
}

/// A client may pass on what a tool it called itself said (Codex does): the call is made up for it.
tl::expected<Message, Error> ItemReader::callFor(const Entry& orphan) {
    const ContentPart& result = orphan.message.parts.front();
    if (orphan.toolName.empty() || result.id.empty())
        return tl::unexpected(
            invalidField(orphan.at + ".call_id",
                         "No tool call found for function call output with call_id " + result.id + "."));
    Message message;
    message.role = Role::Assistant;
    ContentPart& call = message.parts.emplace_back();
    call.kind = Kind::ToolCall;
    call.id = result.id;
    call.name = orphan.toolName;
    call.arguments = "{}";
    return message;
}

tl::expected<std::vector<Message>, Error> ItemReader::settled() {
    Results results = takeResults();
    std::vector<Message> messages;
    for (Entry& entry : m_entries) {
        if (entry.message.role == Role::Tool) {
            auto call = callFor(entry);
            if (!call)
                return tl::unexpected(std::move(call.error()));
            messages.push_back(*std::move(call));
        }
        if (!entry.message.parts.empty())
            messages.push_back(entry.message);
        if (entry.message.role == Role::Assistant) {
            if (auto answered = answer(entry, results, messages); !answered)
                return tl::unexpected(std::move(answered.error()));
        }
    }
    for (const auto& [id, left] : results) {
        if (!left.empty())
            return tl::unexpected(
                invalidField(left.front().at + ".call_id",
                             "There is more than one output for the tool call with call_id " + id + "."));
    }
    return messages;
}

} // namespace

tl::expected<DecodedItems, Error> decodeResponsesItems(const json::array& items) {
    ItemReader reader;
    if (auto done = reader.read(items); !done)
        return tl::unexpected(std::move(done.error()));
    auto messages = reader.settled();
    if (!messages)
        return tl::unexpected(std::move(messages.error()));
    return DecodedItems{*std::move(messages), std::move(reader.tools)};
}

} // namespace tollgate
