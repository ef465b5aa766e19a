#pragma once
// A conversation as Anthropic's API and Bedrock's Converse want it: system texts apart, turns of user and
// assistant in alternation, the results of tools first in the turn after their calls.

#include "gateway/wire/chat_request.h"
#include "gateway/wire/translation.h"

#include <deque>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace tollgate {

struct TurnPart {
    const ContentPart* part = nullptr; ///< into the request or `made`
    std::string at;                    ///< "messages[2]", for notes
};

struct Turn {
    bool assistant = false;
    std::vector<TurnPart> parts; ///< never empty
};

/// Ids of calls as they are sent: harmless ones, no two alike. Callers repeat them: functions from before
/// there were tools have only their names, some local servers leave ids out.
class CallIds {
public:
    /// `safe` makes an id that the target takes; different ones of different texts.
    explicit CallIds(std::function<std::string(const std::string&)> safe)
        : m_safe(std::move(safe)) {}

    /// Calls of the turn before are answered.
    void beginTurn() { m_open.clear(); }
    std::string ofCall(const std::string& id);
    /// The next open call of that id.
    std::string ofResult(const std::string& id);

private:
    std::function<std::string(const std::string&)> m_safe;
    std::map<std::string, std::deque<std::string>> m_open; ///< the caller's → as sent
    std::set<std::string> m_used;
};

/// Borrows from the request it was made of.
struct Conversation {
    std::vector<TurnPart> system;
    std::vector<Turn> turns;      ///< never empty, the first is the user's
    std::deque<ContentPart> made; ///< parts that had to be added or cut

    bool endsWithAssistant() const { return turns.back().assistant; }
    /// Calls are being answered whose turn shows no signed thought: thinking cannot begin there
    /// (platform.claude.com/docs, extended thinking with tool use).
    bool answersUnthoughtCalls() const;
};

/// `takesBack` judges reasoning and opaque blocks: those it does not know are dropped with a note.
Conversation arrangeTurns(const ChatRequest& request,
                          const std::function<bool(const ContentPart&)>& takesBack, TranslationLog& log);

/// Adds a short turn of the user where the assistant had the last word.
void closeWithUser(Conversation& conversation, TranslationLog& log);

} // namespace tollgate
