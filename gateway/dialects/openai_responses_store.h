#pragma once
// OpenAI Responses keeps conversations for its callers: previous_response_id and item_reference. The gateway
// keeps them itself, so that any provider can go on with them. These functions take a request and a reply
// apart for keeping and put a conversation back together; the bytes of items are never changed.

#include "gateway/wire/error.h"
#include "gateway/wire/reply_item.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace tollgate {

/// id → JSON text of the item.
using ReferencedItems = std::map<std::string, std::string, std::less<>>;

/// The body without previous_response_id, its input the prior items and then its own, references replaced by
/// what they name; every other byte stays. References that are not in the map stay, too. Expects a body that
/// inspect() has accepted.
std::string withResolvedInput(std::string_view body, const std::vector<std::string>& priorItems,
                              const ReferencedItems& referenced);

/// Of the request as it came (not the resolved one): its own input, a string as the message it stands for.
std::vector<ReplyItem> storedItems(std::string_view body, const ReferencedItems& referenced = {});

/// Of a finished response object.
struct FinishedReply {
    std::string id;                ///< empty: it is none, or it failed
    std::vector<ReplyItem> output; ///< as they are to be sent back
};
FinishedReply readFinishedReply(std::string_view finalReply);

// The caller's 400s, in OpenAI's words.
Error unknownPreviousResponse(std::string_view id);
Error unknownReference(std::string_view id);
Error conversationTooLong();

/// The body without the reasoning items that the gateway sealed for another provider: OpenAI refuses
/// encrypted content that it did not write. Empty: there are none.
std::string withoutSealedItems(std::string_view body);

} // namespace tollgate
