#pragma once
// What another provider signed has to come back to it, but a Responses caller only keeps encrypted_content
// of reasoning items. So that is where it travels, in an envelope that tells whose it is:
// "tg1." + base64 of {"origin","redacted","signature","call"}. What OpenAI wrote itself has no envelope.

#include "gateway/wire/chat_request.h"

#include <string>
#include <string_view>

namespace tollgate {

struct SealedReasoning {
    Origin origin = Origin::Unknown;
    bool redacted = false;
    std::string signature;
    std::string callId; ///< the signature is of this tool call (Gemini), not of reasoning; empty: it is not
};

/// How encrypted_content begins where the gateway wrote it.
inline constexpr std::string_view kSealPrefix = "tg1.";

/// encrypted_content. Of OpenAI's own: the signature as it is.
std::string sealReasoning(const SealedReasoning& sealed);
/// The way back. Foreign text is OpenAI's; a damaged envelope comes back without a signature.
SealedReasoning unsealReasoning(std::string_view encryptedContent);

} // namespace tollgate
