// What translation between APIs changed, and why: what all providers share, OpenAI, Anthropic.

#include "ui/models/gateway_tables.h"

#include <QtGlobal>

#include <array>

namespace tollgate::ui {

namespace {

constexpr auto kTemplates = std::to_array<GatewayTemplate>({
    {QT_TRANSLATE_NOOP("GatewayWords", "\"%1\" is run by another provider")},
    {QT_TRANSLATE_NOOP("GatewayWords", "this model cannot be held to that schema")},
    {QT_TRANSLATE_NOOP("GatewayWords", "only user_id is taken")},
    {QT_TRANSLATE_NOOP("GatewayWords", "at most 256 characters are taken")},
    {QT_TRANSLATE_NOOP("GatewayWords", "Anthropic has no embeddings")},
    {QT_TRANSLATE_NOOP("GatewayWords", "tools that the conversation used are declared, and not offered")},
    {QT_TRANSLATE_NOOP("GatewayWords", "this provider does not listen to audio")},
    {QT_TRANSLATE_NOOP("GatewayWords", "a block that only its own provider can read")},
    {QT_TRANSLATE_NOOP("GatewayWords", "the model chooses the resolution itself")},
    {QT_TRANSLATE_NOOP("GatewayWords", "images are JPEG, PNG, GIF or WebP here")},
    {QT_TRANSLATE_NOOP("GatewayWords",
                       "the image has neither bytes nor an address that this provider can reach")},
    {QT_TRANSLATE_NOOP("GatewayWords",
                       "the document has neither bytes nor an address that this provider can reach")},
    {QT_TRANSLATE_NOOP("GatewayWords", "documents are PDF or plain text here")},
    {QT_TRANSLATE_NOOP("GatewayWords", "there are no tools to choose from")},
    {QT_TRANSLATE_NOOP("GatewayWords", "this model is never forced to call a tool")},
    {QT_TRANSLATE_NOOP("GatewayWords", "this model does not think aloud")},
    {QT_TRANSLATE_NOOP("GatewayWords", "a model that must call a tool may not think before it")},
    {QT_TRANSLATE_NOOP("GatewayWords",
                       "thinking cannot begin while calls are answered that were made without it")},
    {QT_TRANSLATE_NOOP("GatewayWords", "this model always thinks; it is asked for the least")},
    {QT_TRANSLATE_NOOP("GatewayWords", "this model has no such parameter")},
    {QT_TRANSLATE_NOOP("GatewayWords", "the least effort here is low")},
    {QT_TRANSLATE_NOOP("GatewayWords", "this model has no such effort")},
    {QT_TRANSLATE_NOOP("GatewayWords", "this model sets its own budget; effort %1 stands for it")},
    {QT_TRANSLATE_NOOP("GatewayWords", "this model sets its own budget; effort %1 stands for %2")},
    {QT_TRANSLATE_NOOP("GatewayWords", "this model thinks within a budget instead")},
    {QT_TRANSLATE_NOOP("GatewayWords", "the least budget is 1,024 tokens")},
    {QT_TRANSLATE_NOOP("GatewayWords", "max_tokens leaves no room for 1,024 tokens of thinking")},
    {QT_TRANSLATE_NOOP("GatewayWords", "the budget must be below max_tokens")},
    {QT_TRANSLATE_NOOP("GatewayWords", "the longest reply of this model is %1")},
    {QT_TRANSLATE_NOOP("GatewayWords", "this API wants one: %1")},
    {QT_TRANSLATE_NOOP("GatewayWords", "the highest here is 1")},
    {QT_TRANSLATE_NOOP("GatewayWords", "it is 1 while the model thinks")},
    {QT_TRANSLATE_NOOP("GatewayWords", "it cannot be set while the model thinks")},
    {QT_TRANSLATE_NOOP("GatewayWords", "it is at least 0.95 while the model thinks")},
    {QT_TRANSLATE_NOOP("GatewayWords", "this model takes temperature or top_p, not both")},
    {QT_TRANSLATE_NOOP("GatewayWords", "this model takes no sampling parameters")},
    {QT_TRANSLATE_NOOP("GatewayWords", "limits in the schema are told, not enforced")},
    {QT_TRANSLATE_NOOP("GatewayWords", "the model is told in words to answer in JSON")},
    {QT_TRANSLATE_NOOP("GatewayWords", "the answer is asked for as the arguments of a tool")},
    {QT_TRANSLATE_NOOP("GatewayWords", "turns have no names here")},
    {QT_TRANSLATE_NOOP("GatewayWords", "a system message holds nothing but text here")},
    {QT_TRANSLATE_NOOP("GatewayWords", "a system message in mid-conversation moves to the front")},
    {QT_TRANSLATE_NOOP("GatewayWords", "reasoning that this provider did not sign")},
    {QT_TRANSLATE_NOOP("GatewayWords", "the result of a tool that was not called before it")},
    {QT_TRANSLATE_NOOP("GatewayWords", "a call without a result is answered with an error")},
    {QT_TRANSLATE_NOOP("GatewayWords", "a conversation has to begin with the user")},
    {QT_TRANSLATE_NOOP("GatewayWords", "this model does not continue a turn of its own; it is asked to")},
    {QT_TRANSLATE_NOOP("GatewayWords", "a stop sequence has to hold more than whitespace")},
    {QT_TRANSLATE_NOOP("GatewayWords", "arguments that are no JSON object are wrapped in one")},
    {QT_TRANSLATE_NOOP("GatewayWords", "a tool of free text is sent as a function of one text")},
    {QT_TRANSLATE_NOOP("GatewayWords", "the model is told of the grammar, and not held to it")},
    {QT_TRANSLATE_NOOP("GatewayWords", "this model knows none of Anthropic's betas")},
    {QT_TRANSLATE_NOOP("GatewayWords", "this API does not tell comments of the model from its answer")},
    {QT_TRANSLATE_NOOP("GatewayWords", "this provider has no such parameter")},
    {QT_TRANSLATE_NOOP("GatewayWords", "%1 has no such parameter"), "", "1"},
    {QT_TRANSLATE_NOOP("GatewayWords", "at most 4 stop sequences are taken")},
    {QT_TRANSLATE_NOOP("GatewayWords", "this model reasons, and picks its words by itself")},
    {QT_TRANSLATE_NOOP("GatewayWords", "models that reason take no stop sequences")},
    {QT_TRANSLATE_NOOP("GatewayWords", "this provider takes no reasoning back")},
    {QT_TRANSLATE_NOOP("GatewayWords", "pictures in a tool's result are sent as a message of the user")},
    {QT_TRANSLATE_NOOP("GatewayWords",
                       "an image kept at another provider has no address that can be sent on")},
    {QT_TRANSLATE_NOOP("GatewayWords", "documents by address are not taken; send the file itself")},
    {QT_TRANSLATE_NOOP("GatewayWords", "audio by address is not taken; send the recording itself")},
    {QT_TRANSLATE_NOOP("GatewayWords", "the nearest effort that this model takes is %1")},
    {QT_TRANSLATE_NOOP("GatewayWords",
                       "this model does not reason where it calls functions in Chat Completions")},
    {QT_TRANSLATE_NOOP("GatewayWords",
                       "this model calls functions in Chat Completions only without reasoning")},
    {QT_TRANSLATE_NOOP("GatewayWords", "the highest effort here is xhigh")},
    {QT_TRANSLATE_NOOP("GatewayWords", "this model does not reason")},
    {QT_TRANSLATE_NOOP("GatewayWords", "at least 16 tokens have to be allowed")},
    {QT_TRANSLATE_NOOP("GatewayWords", "OpenAI's Responses API has no stop sequences")},
    {QT_TRANSLATE_NOOP("GatewayWords", "messages have no names here")},
    {QT_TRANSLATE_NOOP("GatewayWords", "nothing follows it that it could belong to")},
    {QT_TRANSLATE_NOOP("GatewayWords", "a model's own turn holds only text here")},
    {QT_TRANSLATE_NOOP("GatewayWords", "this provider reads only its own reasoning")},
    {QT_TRANSLATE_NOOP("GatewayWords", "recordings are not taken in Responses")},
    {QT_TRANSLATE_NOOP("GatewayWords", "an Anthropic message holds one answer")},
    {QT_TRANSLATE_NOOP("GatewayWords", "an Anthropic message does not tell comments from the answer")},
    {QT_TRANSLATE_NOOP("GatewayWords", "arguments came for a tool call that was closed or never begun")},
    {QT_TRANSLATE_NOOP("GatewayWords", "a citation that Anthropic's format has no words for")},
    {QT_TRANSLATE_NOOP("GatewayWords", "a block that only its own provider's callers can read")},
    {QT_TRANSLATE_NOOP("GatewayWords", "a block that only its own provider's callers can be shown")},
    {QT_TRANSLATE_NOOP("GatewayWords", "Chat Completions does not tell comments from the answer")},
    {QT_TRANSLATE_NOOP("GatewayWords", "this citation has no place in a Responses message")},
    {QT_TRANSLATE_NOOP("GatewayWords",
                       "a block that only callers of its provider's own format can be shown")},
    {QT_TRANSLATE_NOOP("GatewayWords", "arguments of a call that had ended")},
});

} // namespace

std::span<const GatewayTemplate> receiptTemplates() {
    return kTemplates;
}

} // namespace tollgate::ui
