// Why a call of a model, a job or a webhook failed.

#include "ui/models/gateway_tables.h"

#include <QtGlobal>

#include <array>

namespace tollgate::ui {

namespace {

constexpr auto kTemplates = std::to_array<GatewayTemplate>({
    {QT_TRANSLATE_NOOP("GatewayWords", "X-Tollgate-Timeout-Ms must be a whole number of milliseconds.")},
    {QT_TRANSLATE_NOOP("GatewayWords", "\"%1\" does not hold this conversation: send all of it.")},
    {QT_TRANSLATE_NOOP("GatewayWords", "\"%1\" cannot make embeddings.")},
    {QT_TRANSLATE_NOOP("GatewayWords", "There is no prompt named \"%1\".")},
    {QT_TRANSLATE_NOOP("GatewayWords", "Prompt %1 has no version \"%2\".")},
    {QT_TRANSLATE_NOOP("GatewayWords", "%1, which only /v1/prompts/{name}/completions takes")},
    {QT_TRANSLATE_NOOP("GatewayWords", "The client left before the answer was complete.")},
    {QT_TRANSLATE_NOOP("GatewayWords", "model is missing, and so is the X-Model header.")},
    {QT_TRANSLATE_NOOP(
        "GatewayWords",
        "The gateway cannot write its ledger, and is set to refuse requests it cannot account for.")},
    {QT_TRANSLATE_NOOP("GatewayWords", "Unknown model: %1")},
    {QT_TRANSLATE_NOOP("GatewayWords", "This key may not use the model \"%1\".")},
    {QT_TRANSLATE_NOOP("GatewayWords", "There is no such key.")},
    {QT_TRANSLATE_NOOP("GatewayWords", "Incorrect API key provided.")},
    {QT_TRANSLATE_NOOP("GatewayWords", "Requests without an API key are no longer taken.")},
    {QT_TRANSLATE_NOOP("GatewayWords", "The API key that asked for this may not be used any more.")},
    {QT_TRANSLATE_NOOP("GatewayWords", "No API key provided.")},
    {QT_TRANSLATE_NOOP("GatewayWords", "Too many new keys are being checked; try again.")},
    {QT_TRANSLATE_NOOP("GatewayWords", "The model \"%1\" does not exist.")},
    {QT_TRANSLATE_NOOP("GatewayWords", "The gateway stopped before the copy was answered.")},
    {QT_TRANSLATE_NOOP("GatewayWords", "The simulated model fell silent.")},
    {QT_TRANSLATE_NOOP("GatewayWords", "The simulated model broke off.")},
    {QT_TRANSLATE_NOOP("GatewayWords", "The simulated model timed out.")},
    {QT_TRANSLATE_NOOP("GatewayWords", "The simulated model is asked too often.")},
    {QT_TRANSLATE_NOOP("GatewayWords", "The simulated model failed.")},
    {QT_TRANSLATE_NOOP("GatewayWords", "The upstream sent an event larger than the gateway takes.")},
    {QT_TRANSLATE_NOOP("GatewayWords", "The upstream sent a frame whose checksum is wrong.")},
    {QT_TRANSLATE_NOOP("GatewayWords", "The upstream's stream is not in its own format.")},
    {QT_TRANSLATE_NOOP("GatewayWords", "The upstream's answer is not in its own format.")},
    {QT_TRANSLATE_NOOP("GatewayWords", "The upstream's stream ended before its end.")},
    {QT_TRANSLATE_NOOP("GatewayWords", "The upstream's stream ended without response.completed.")},
    {QT_TRANSLATE_NOOP("GatewayWords", "The upstream's response ended as \"%1\".")},
    {QT_TRANSLATE_NOOP("GatewayWords", "The upstream answered %1.")},
    {QT_TRANSLATE_NOOP("GatewayWords", "The upstream reported an error.")},
    {QT_TRANSLATE_NOOP("GatewayWords", "The model's output was broken (%1).")},
    {QT_TRANSLATE_NOOP("GatewayWords", "Gemini ended with %1.")},
    {QT_TRANSLATE_NOOP("GatewayWords", "Gemini ended with %1: %2")},
    {QT_TRANSLATE_NOOP("GatewayWords", "%1 Filtered: %2.")},
    {QT_TRANSLATE_NOOP("GatewayWords", "%1 Deployments are told to Tollgate in the provider's options.")},
    {QT_TRANSLATE_NOOP("GatewayWords", "\"%1\" cannot be sent to this model: %2")},
    {QT_TRANSLATE_NOOP("GatewayWords", "%1 cannot be sent to this model: %2")},
    {QT_TRANSLATE_NOOP("GatewayWords", "the answer is not HTTP/1.1 as RFC 9112 has it")},
    {QT_TRANSLATE_NOOP("GatewayWords", "the answer is not HTTP")},
    {QT_TRANSLATE_NOOP("GatewayWords", "the connection was closed before an answer came")},
    {QT_TRANSLATE_NOOP("GatewayWords", "the connection was closed within the answer")},
    {QT_TRANSLATE_NOOP("GatewayWords", "the connection was closed within the head of the answer")},
    {QT_TRANSLATE_NOOP("GatewayWords", "the connection was closed %1: %2")},
    {QT_TRANSLATE_NOOP("GatewayWords", "before an answer came")},
    {QT_TRANSLATE_NOOP("GatewayWords", "within the answer")},
    {QT_TRANSLATE_NOOP("GatewayWords", "within the head of the answer")},
    {QT_TRANSLATE_NOOP("GatewayWords", "not finished within %1 ms")},
    {QT_TRANSLATE_NOOP("GatewayWords", "no connection within %1 ms")},
    {QT_TRANSLATE_NOOP("GatewayWords", "no answer within %1 ms")},
    {QT_TRANSLATE_NOOP("GatewayWords", "nothing more came for %1 ms")},
    {QT_TRANSLATE_NOOP("GatewayWords", "Too many prompts wait on this connection.")},
    {QT_TRANSLATE_NOOP("GatewayWords", "The answer broke off.")},
    {QT_TRANSLATE_NOOP("GatewayWords", "Providers of this kind are not served.")},
    {QT_TRANSLATE_NOOP("GatewayWords", "Tasks and batches cannot be kept right now.")},
    {QT_TRANSLATE_NOOP("GatewayWords", "Tasks and batches cannot be read right now.")},
    {QT_TRANSLATE_NOOP("GatewayWords", "The task is finished.")},
    {QT_TRANSLATE_NOOP("GatewayWords", "The batch is finished.")},
    {QT_TRANSLATE_NOOP("GatewayWords", "The %1 is finished."), "1"},
    {QT_TRANSLATE_NOOP("GatewayWords", "There is no such dead letter.")},
    {QT_TRANSLATE_NOOP("GatewayWords", "There is no such task.")},
    {QT_TRANSLATE_NOOP("GatewayWords", "There is no such batch.")},
    {QT_TRANSLATE_NOOP("GatewayWords", "There is no such %1."), "1"},
    {QT_TRANSLATE_NOOP("GatewayWords", "tasks and batches cannot be kept: %1")},
    {QT_TRANSLATE_NOOP("GatewayWords", "There must be messages, input or prompt.")},
    {QT_TRANSLATE_NOOP("GatewayWords", "The body is not valid JSON: %1")},
    {QT_TRANSLATE_NOOP("GatewayWords", "The body is not valid JSON.")},
    {QT_TRANSLATE_NOOP("GatewayWords", "The body is not a JSON object.")},
    {QT_TRANSLATE_NOOP("GatewayWords", "The body must be a JSON object.")},
    {QT_TRANSLATE_NOOP("GatewayWords",
                       "This key keeps %1 MiB of tasks, batches and webhooks already, and with this one it "
                       "would be more than settings.%2 (%3 MiB). Finished ones go when their time is over: a "
                       "smaller ttl_seconds makes room sooner.")},
    {QT_TRANSLATE_NOOP("GatewayWords",
                       "Project %4 keeps %1 MiB of tasks, batches and webhooks already, and with this one it "
                       "would be more than settings.%2 (%3 MiB). Finished ones go when their time is over: a "
                       "smaller ttl_seconds makes room sooner.")},
    {QT_TRANSLATE_NOOP("GatewayWords",
                       "The gateway keeps %1 MiB of tasks, batches and webhooks already, and with this one "
                       "it would be more than settings.%2 (%3 MiB). Finished ones go when their time is "
                       "over: a smaller ttl_seconds makes room sooner.")},
    {QT_TRANSLATE_NOOP("GatewayWords", "Too many requests are waiting already.")},
    {QT_TRANSLATE_NOOP("GatewayWords", "It failed with status %1.")},
    {QT_TRANSLATE_NOOP("GatewayWords", "Its secret cannot be read: the master key has changed.")},
    {QT_TRANSLATE_NOOP("GatewayWords", "The URL leads to %1, where webhooks may not go.")},
    {QT_TRANSLATE_NOOP("GatewayWords", "The receiver redirects (%1), which is not followed.")},
    {QT_TRANSLATE_NOOP("GatewayWords", "The receiver answered %1.")},
    {QT_TRANSLATE_NOOP("GatewayWords",
                       "Role \"%1\" is not one of system, developer, user, assistant, tool.")},
    {QT_TRANSLATE_NOOP("GatewayWords", "Role \"%1\" is not one of user, assistant, system, developer.")},
    {QT_TRANSLATE_NOOP("GatewayWords",
                       "%1 \"%2\" is not one of user, assistant. The system prompt has its own parameter.")},
    {QT_TRANSLATE_NOOP("GatewayWords", "Every content part needs a type.")},
    {QT_TRANSLATE_NOOP("GatewayWords", "Each of tools must be an object.")},
    {QT_TRANSLATE_NOOP("GatewayWords",
                       "This model takes one text as its prompt, neither several nor token ids.")},
    {QT_TRANSLATE_NOOP("GatewayWords",
                       "Prompts kept at OpenAI cannot be used with this model; send their text.")},
    {QT_TRANSLATE_NOOP("GatewayWords", "Background responses are not served here; leave background out.")},
    {QT_TRANSLATE_NOOP("GatewayWords", "Conversations are not kept here; use previous_response_id.")},
    {QT_TRANSLATE_NOOP("GatewayWords", "Item with id '%1' not found.")},
    {QT_TRANSLATE_NOOP("GatewayWords", "Previous response with id '%1' not found.")},
    {QT_TRANSLATE_NOOP("GatewayWords", "No tool output found for function call %1.")},
    {QT_TRANSLATE_NOOP("GatewayWords", "No tool call found for function call output with call_id %1.")},
    {QT_TRANSLATE_NOOP("GatewayWords", "There is more than one output for the tool call with call_id %1.")},
    {QT_TRANSLATE_NOOP(
        "GatewayWords",
        "The conversation before this request is too long to go on with; send what matters of it as input.")},
});

} // namespace

std::span<const GatewayTemplate> callTemplates() {
    return kTemplates;
}

} // namespace tollgate::ui
