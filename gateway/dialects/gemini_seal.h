#pragma once
// Proofs of other upstreams on their way through Gemini's format, whose only place for one is
// thoughtSignature: bytes in base64 for clients, so the envelope is base64, too. What comes back is told from
// Gemini's own signatures by how it begins, and never reaches Gemini.

#include "gateway/dialects/anthropic_seal.h"

#include <optional>
#include <string>
#include <string_view>

namespace tollgate {

std::string sealedForGemini(const ForeignProof& proof);
/// Nothing: it is Gemini's own. Takes the URL-safe alphabet, too: some clients write bytes anew.
std::optional<ForeignProof> openedFromGemini(std::string_view signature);

/// Takes thoughts that carry our mark out of the contents; without one not a byte changes.
void dropSealedThoughts(std::string_view body, BodyEdits& edits);

} // namespace tollgate
