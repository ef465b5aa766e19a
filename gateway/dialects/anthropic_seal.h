#pragma once
// Proofs of other upstreams (OpenAI's encrypted reasoning, Gemini's thought signatures) on their way through
// a format that has a place for Anthropic's only. They travel as the signature of a thinking block, marked as
// ours; what comes back is told from a real signature by the mark, goes to the upstream that signed it, and
// never reaches Anthropic, who would refuse the conversation from then on.

#include "gateway/dialects/body_edit.h"
#include "gateway/wire/chat_request.h"

#include <optional>
#include <string>
#include <string_view>

namespace tollgate {

struct ForeignProof {
    Origin origin = Origin::Unknown;
    bool ofCall = false;   ///< of the tool call `id`; else of a reasoning item
    std::string id;        ///< may be empty
    std::string signature; ///< may be empty: reasoning that nobody signed
};

/// "tollgate:gemini:ID:SIGNATURE"
std::string sealedProof(const ForeignProof& proof);
/// Nothing: the text is not ours.
std::optional<ForeignProof> openedProof(std::string_view text);

/// Takes the thinking blocks that carry our mark out of the messages; every other block stays as it was.
void dropSealedBlocks(std::string_view body, BodyEdits& edits);

} // namespace tollgate
