#pragma once
// A conversation as Anthropic's API and Bedrock's Converse want it: system texts apart, turns of user and
// assistant in alternation, the results of tools first in the turn after their calls.

#include "gateway/wire/chat_request.h"
#include "gateway/wire/translation.h"

#include <deque>
#include <functional>
#include <string>
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
