// Calls of tools among the output items.
#include "gateway/dialects/body_edit.h"
#include "gateway/dialects/json_read.h"
#include "gateway/dialects/responses_output.h"
#include "gateway/dialects/sealed_reasoning.h"
#include "gateway/wire/json_text.h"

#include <boost/json.hpp>

#include <algorithm>

namespace tollgate {

namespace json = boost::json;

namespace {

/// What a model made of the local shell's arguments, as the action that callers run.
json::object shellAction(const std::string& arguments) {
    json::object action;
    action["type"] = "exec";
    boost::system::error_code failure;
    const json::value parsed = parsedJson(arguments, failure);
    if (const json::object* given = !failure ? parsed.if_object() : nullptr) {
        for (const auto& [name, value] : *given)
            action[name] = value;
    }
    if (const json::value* command = action.if_contains("command");
        command != nullptr && command->is_string())
        action["command"] = json::array{"bash", "-lc", command->get_string()};
    else if (command == nullptr || !command->is_array())
        action["command"] = json::array();
    if (!action.contains("env"))
        action["env"] = json::object();
    return action;
}

} // namespace

/// A call opens when the one before it is whole, so that only one is open at a time.
void ResponsesOutput::callStart(const event::ToolCallStart& e) {
    if (m_open != Open::Calls) {
        close(false);
        m_open = Open::Calls;
    }
    Call& call = m_calls.emplace_back();
    call.index = e.index;
    call.tool = m_tools.find(e.name);
    call.callId = e.id;
    call.signature = e.signature;
    advanceCalls(false);
}

void ResponsesOutput::callArguments(const event::ToolArgumentsDelta& e) {
    const auto found = std::ranges::find(m_calls, e.index, &Call::index);
    if (found == m_calls.end()) {
        if (e.json.find_first_not_of(" \t\r\n") != std::string::npos)
            dropped("output", "arguments of a call that had ended");
        return;
    }
    found->arguments += e.json;
    found->watch.add(e.json);
    if (found->opened)
        sendArguments(*found);
    advanceCalls(false);
}

void ResponsesOutput::advanceCalls(bool all) {
    while (!m_calls.empty()) {
        Call& first = m_calls.front();
        if (!first.opened) {
            openCall(first);
            sendArguments(first);
        }
        if (m_calls.size() == 1 || (!all && !first.watch.isWhole()))
            return;
        finishCall(first, false);
        m_calls.pop_front();
    }
}

void ResponsesOutput::openCall(Call& call) {
    if (!call.signature.empty()) {
        // Callers keep signatures of reasoning only; this one finds its call again by its id.
        SealedReasoning sealed;
        sealed.origin = Origin::Gemini;
        sealed.signature = call.signature;
        sealed.callId = call.callId;
        openItem("rs_");
        m_events.send("response.output_item.added", "\"output_index\":" + std::to_string(m_count - 1) +
                                                        ",\"item\":{\"id\":" + quotedJson(m_id) +
                                                        R"(,"type":"reasoning","summary":[]})");
        finishItem("{\"id\":" + quotedJson(m_id) +
                   R"(,"type":"reasoning","summary":[],"encrypted_content":)" +
                   quotedJson(sealReasoning(sealed)) + "}");
    }
    switch (call.tool.kind) {
    case CallerTool::Kind::Function:
        openItem("fc_");
        break;
    case CallerTool::Kind::Custom:
        openItem("ctc_");
        break;
    case CallerTool::Kind::LocalShell:
        openItem("lsh_");
        break;
    }
    call.opened = true;
    if (call.callId.empty())
        call.callId = "call_" + m_id;
    m_events.send("response.output_item.added", "\"output_index\":" + std::to_string(m_count - 1) +
                                                    ",\"item\":" + callItem(call, "in_progress", {}));
}

void ResponsesOutput::sendArguments(Call& call) {
    const std::string_view fresh = std::string_view(call.arguments).substr(call.sent);
    call.sent = call.arguments.size();
    if (fresh.empty())
        return;
    if (call.tool.kind == CallerTool::Kind::Function) {
        if (m_events.streaming())
            sendHere("response.function_call_arguments.delta", "\"delta\":" + quotedJson(fresh));
    } else if (call.tool.kind == CallerTool::Kind::Custom) {
        const std::string text = call.freeText.add(fresh);
        call.textSent += text;
        if (!text.empty())
            sendHere("response.custom_tool_call_input.delta", "\"delta\":" + quotedJson(text));
    }
}

void ResponsesOutput::finishCall(Call& call, bool incomplete) {
    std::string arguments = call.arguments;
    if (call.tool.kind == CallerTool::Kind::Function) {
        if (arguments.empty()) {
            arguments = "{}";
            sendHere("response.function_call_arguments.delta", "\"delta\":\"{}\"");
        }
        if (m_events.streaming())
            sendHere("response.function_call_arguments.done",
                     "\"name\":" + quotedJson(call.tool.name) + ",\"arguments\":" + quotedJson(arguments));
    } else if (call.tool.kind == CallerTool::Kind::Custom) {
        arguments = call.freeText.whole();
        if (arguments.size() > call.textSent.size() && arguments.starts_with(call.textSent))
            sendHere("response.custom_tool_call_input.delta",
                     "\"delta\":" + quotedJson(std::string_view(arguments).substr(call.textSent.size())));
        if (m_events.streaming())
            sendHere("response.custom_tool_call_input.done", "\"input\":" + quotedJson(arguments));
    }
    finishItem(callItem(call, incomplete ? "incomplete" : "completed", arguments));
}

std::string ResponsesOutput::callItem(const Call& call, std::string_view status,
                                      std::string_view arguments) const {
    std::string item = "{\"id\":" + quotedJson(m_id) + ",\"type\":\"";
    const std::string common =
        "\",\"status\":\"" + std::string(status) + "\",\"call_id\":" + quotedJson(call.callId);
    const std::string named =
        ",\"name\":" + quotedJson(call.tool.name) +
        (call.tool.nameSpace.empty() ? std::string() : ",\"namespace\":" + quotedJson(call.tool.nameSpace));
    switch (call.tool.kind) {
    case CallerTool::Kind::Function:
        item += "function_call" + common + named + ",\"arguments\":" + quotedJson(arguments);
        break;
    case CallerTool::Kind::Custom:
        item += "custom_tool_call" + common + named + ",\"input\":" + quotedJson(arguments);
        break;
    case CallerTool::Kind::LocalShell:
        item += "local_shell_call" + common +
                ",\"action\":" + json::serialize(shellAction(std::string(arguments)));
        break;
    }
    return item + "}";
}

} // namespace tollgate
