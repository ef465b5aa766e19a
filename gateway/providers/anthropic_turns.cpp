#include "gateway/providers/anthropic_turns.h"

#include <algorithm>

namespace tollgate {

namespace {

using Kind = ContentPart::Kind;

constexpr std::string_view kBlank = " \t\r\n\f\v";

bool isBlank(std::string_view text) {
    return text.find_first_not_of(kBlank) == std::string_view::npos;
}

class Arranger {
public:
    Arranger(const std::function<bool(const ContentPart&)>& takesBack, TranslationLog& log)
        : m_takesBack(takesBack)
        , m_log(log) {}

    Conversation arrange(const ChatRequest& request) {
        for (std::size_t i = 0; i < request.messages.size(); ++i)
            add(request.messages[i], "messages[" + std::to_string(i) + "]");
        dropEmpty();
        pairResults();
        dropEmpty();
        for (Turn& turn : m_all.turns)
            order(turn);
        trimLast();
        beginWithUser();
        return std::move(m_all);
    }

private:
    void add(const Message& message, const std::string& at) {
        if (message.role == Role::System || message.role == Role::Developer) {
            addSystem(message, at);
            return;
        }
        const bool assistant = message.role == Role::Assistant;
        if (!message.name.empty())
            m_log.dropped(at + ".name", "turns have no names here");
        if (m_all.turns.empty() || m_all.turns.back().assistant != assistant)
            m_all.turns.push_back({assistant, {}});
        for (const ContentPart& part : message.parts) {
            if (isKept(part, at))
                m_all.turns.back().parts.push_back({&part, at});
        }
    }

    void addSystem(const Message& message, const std::string& at) {
        bool any = false;
        for (const ContentPart& part : message.parts) {
            if (part.kind != Kind::Text) {
                m_log.dropped(at + ".content", "a system message holds nothing but text here");
            } else if (!isBlank(part.text)) {
                m_all.system.push_back({&part, at});
                any = true;
            }
        }
        if (any && !m_all.turns.empty())
            m_log.synthesised(at, "a system message in mid-conversation moves to the front");
    }

    bool isKept(const ContentPart& part, const std::string& at) {
        switch (part.kind) {
        case Kind::Text:
        case Kind::Refusal:
            return !isBlank(part.text); // the API refuses such blocks
        case Kind::Reasoning:
            if (!m_takesBack(part)) {
                m_log.dropped(at + ".thinking", "reasoning that this provider did not sign");
                return false;
            }
            return true;
        case Kind::Opaque:
            if (!m_takesBack(part)) {
                m_log.dropped(at + ".content", "a block that only its own provider can read");
                return false;
            }
            return true;
        case Kind::Image:
        case Kind::Document:
        case Kind::Audio:
        case Kind::ToolCall:
        case Kind::ToolResult:
            break;
        }
        return true;
    }

    /// Each call wants exactly one result in the next turn, each result its call in the turn before.
    void pairResults() {
        const auto isCall = [](const TurnPart& one) { return one.part->kind == Kind::ToolCall; };
        if (!m_all.turns.empty() && m_all.turns.back().assistant &&
            std::ranges::any_of(m_all.turns.back().parts, isCall))
            m_all.turns.push_back({false, {}}); // for the answers that are missing
        for (std::size_t i = 0; i < m_all.turns.size(); ++i) {
            Turn& turn = m_all.turns[i];
            if (turn.assistant)
                continue;
            std::vector<TurnPart> open;
            if (i > 0)
                std::ranges::copy_if(m_all.turns[i - 1].parts, std::back_inserter(open), isCall);
            std::erase_if(turn.parts, [&](const TurnPart& one) {
                if (one.part->kind != Kind::ToolResult)
                    return false;
                const auto call = std::ranges::find(open, one.part->id,
                                                    [](const TurnPart& other) { return other.part->id; });
                if (call == open.end()) {
                    m_log.dropped(one.at + ".content", "the result of a tool that was not called before it");
                    return true;
                }
                open.erase(call);
                return false;
            });
            for (const TurnPart& call : open)
                addResult(turn, call);
        }
    }

    void addResult(Turn& turn, const TurnPart& call) {
        ContentPart& result = m_all.made.emplace_back();
        result.kind = Kind::ToolResult;
        result.id = call.part->id;
        result.isError = true;
        result.parts.emplace_back().text = "No result was given.";
        turn.parts.push_back({&result, call.at});
        m_log.synthesised(call.at + ".tool_calls", "a call without a result is answered with an error");
    }

    /// Turns without parts, that may have parted two of the same side.
    void dropEmpty() {
        std::vector<Turn> joined;
        for (Turn& turn : m_all.turns) {
            if (turn.parts.empty())
                continue;
            if (joined.empty() || joined.back().assistant != turn.assistant)
                joined.push_back(std::move(turn));
            else
                joined.back().parts.insert(joined.back().parts.end(), turn.parts.begin(), turn.parts.end());
        }
        m_all.turns = std::move(joined);
    }

    /// Results lead a user's turn. Thoughts lead an assistant's; where they do already, the order is the
    /// model's own and stays.
    static void order(Turn& turn) {
        const Kind first = turn.assistant ? Kind::Reasoning : Kind::ToolResult;
        if (turn.assistant && turn.parts.front().part->kind == first)
            return;
        std::stable_partition(turn.parts.begin(), turn.parts.end(),
                              [first](const TurnPart& one) { return one.part->kind == first; });
    }

    /// The API takes no whitespace at the end of a last turn that the assistant shall continue.
    void trimLast() {
        if (m_all.turns.empty() || !m_all.turns.back().assistant)
            return;
        TurnPart& last = m_all.turns.back().parts.back();
        if (last.part->kind != Kind::Text && last.part->kind != Kind::Refusal)
            return;
        const std::size_t end = last.part->text.find_last_not_of(kBlank) + 1;
        if (end == last.part->text.size())
            return;
        ContentPart& cut = m_all.made.emplace_back(*last.part);
        cut.text.resize(end);
        last.part = &cut;
    }

    void beginWithUser() {
        if (!m_all.turns.empty() && !m_all.turns.front().assistant)
            return;
        ContentPart& opening = m_all.made.emplace_back();
        opening.text = "(The conversation begins.)";
        m_all.turns.insert(m_all.turns.begin(), Turn{false, {{&opening, "messages"}}});
        m_log.synthesised("messages", "a conversation has to begin with the user");
    }

    const std::function<bool(const ContentPart&)>& m_takesBack;
    TranslationLog& m_log;
    Conversation m_all;
};

} // namespace

std::string CallIds::ofCall(const std::string& id) {
    std::string sent = m_safe(id);
    for (int i = 2; !m_used.insert(sent).second; ++i)
        sent = m_safe(id + "#" + std::to_string(i));
    m_open[id].push_back(sent);
    return sent;
}

std::string CallIds::ofResult(const std::string& id) {
    const auto open = m_open.find(id);
    if (open == m_open.end() || open->second.empty())
        return m_safe(id);
    std::string sent = std::move(open->second.front());
    open->second.pop_front();
    return sent;
}

bool Conversation::answersUnthoughtCalls() const {
    if (turns.size() < 2 || turns.back().assistant ||
        turns.back().parts.front().part->kind != Kind::ToolResult)
        return false;
    return turns[turns.size() - 2].parts.front().part->kind != Kind::Reasoning;
}

Conversation arrangeTurns(const ChatRequest& request,
                          const std::function<bool(const ContentPart&)>& takesBack, TranslationLog& log) {
    return Arranger(takesBack, log).arrange(request);
}

void closeWithUser(Conversation& conversation, TranslationLog& log) {
    if (!conversation.endsWithAssistant())
        return;
    const ContentPart* last = conversation.turns.back().parts.back().part;
    if (last->kind == Kind::Opaque)
        return; // a paused turn goes on where it stopped
    ContentPart& closing = conversation.made.emplace_back();
    closing.text = "Continue from where you stopped.";
    conversation.turns.push_back({false, {{&closing, "messages"}}});
    log.synthesised("messages", "this model does not continue a turn of its own; it is asked to");
}

} // namespace tollgate
