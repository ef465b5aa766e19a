#pragma once
// What OpenAI and Azure OpenAI share.

#include "gateway/providers/provider_adapter.h"

namespace tollgate {

/// The body is one of the Responses API, the caller's own or ours.
inline bool isInResponses(const OutgoingCall& call) {
    return call.format == WireFormat::OpenAiResponses || call.written == WireFormat::OpenAiResponses;
}

/// The reader that fits the operation and the format.
std::unique_ptr<ReplyDecoder> makeOpenAiDecoder(const OutgoingCall& call, ReplyHints hints);
/// {"error":{"message","code","param"}} and what compatible servers make of it.
ProviderFault readOpenAiFault(int status, std::string_view body);
/// The `id` members of the objects in the array `list`.
std::vector<std::string> readModelIds(std::string_view body, std::string_view list, std::string_view id);

} // namespace tollgate
