// What translation between APIs changed, and why: Bedrock and Gemini.

#include "ui/models/gateway_tables.h"

#include <QtGlobal>

#include <array>

namespace tollgate::ui {

namespace {

constexpr auto kTemplates = std::to_array<GatewayTemplate>({
    {QT_TRANSLATE_NOOP("GatewayWords", "Bedrock does not take it for this model")},
    {QT_TRANSLATE_NOOP("GatewayWords", "the highest effort here is high")},
    {QT_TRANSLATE_NOOP("GatewayWords", "high effort excludes max_tokens, temperature and top_p here")},
    {QT_TRANSLATE_NOOP("GatewayWords", "request metadata takes up to 256 letters, digits and few signs")},
    {QT_TRANSLATE_NOOP("GatewayWords", "embeddings are not asked for through Bedrock")},
    {QT_TRANSLATE_NOOP("GatewayWords", "a document must come with a text")},
    {QT_TRANSLATE_NOOP("GatewayWords", "this model has no cache")},
    {QT_TRANSLATE_NOOP(
        "GatewayWords",
        "images are JPEG, PNG, GIF or WebP here, sent as they are or from S3, not by address")},
    {QT_TRANSLATE_NOOP("GatewayWords", "this provider does not take such audio")},
    {QT_TRANSLATE_NOOP(
        "GatewayWords",
        "documents are PDF, Word, Excel, HTML or text here, sent as they are or from S3, not by address")},
    {QT_TRANSLATE_NOOP("GatewayWords", "Bedrock's models are not held to schemas alike")},
    {QT_TRANSLATE_NOOP("GatewayWords", "this model does not cache tools")},
    {QT_TRANSLATE_NOOP("GatewayWords", "this model decides itself how many tools it calls at once")},
    {QT_TRANSLATE_NOOP("GatewayWords", "tools of the conversation stay declared; the model may call them")},
    {QT_TRANSLATE_NOOP("GatewayWords", "at most 5 stop sequences are taken")},
    {QT_TRANSLATE_NOOP("GatewayWords", "this model samples in its own way")},
    {QT_TRANSLATE_NOOP("GatewayWords", "this model gives one answer at a time")},
    {QT_TRANSLATE_NOOP("GatewayWords", "at most 8 candidates are answered")},
    {QT_TRANSLATE_NOOP("GatewayWords", "penalties are below 2")},
    {QT_TRANSLATE_NOOP("GatewayWords", "seeds have 32 bits; the lower ones are sent")},
    {QT_TRANSLATE_NOOP("GatewayWords", "at most 20 are told")},
    {QT_TRANSLATE_NOOP("GatewayWords", "an instruction: this model has either functions or JSON answers")},
    {QT_TRANSLATE_NOOP("GatewayWords", "the highest level here is high")},
    {QT_TRANSLATE_NOOP("GatewayWords", "this model always thinks; it is asked to think little")},
    {QT_TRANSLATE_NOOP("GatewayWords", "the lowest level here is low")},
    {QT_TRANSLATE_NOOP("GatewayWords", "this model knows only low and high")},
    {QT_TRANSLATE_NOOP("GatewayWords", "this model thinks with %1 to %2 tokens")},
    {QT_TRANSLATE_NOOP("GatewayWords", "all images of a request have the same resolution")},
    {QT_TRANSLATE_NOOP("GatewayWords", "of the schema, Gemini does not take: %1")},
    {QT_TRANSLATE_NOOP("GatewayWords", "instructions are sent in front of the conversation")},
    {QT_TRANSLATE_NOOP("GatewayWords", "Gemini takes only text as instructions")},
    {QT_TRANSLATE_NOOP("GatewayWords", "the arguments of %1 are no JSON object")},
    {QT_TRANSLATE_NOOP("GatewayWords", "Gemini did not sign this call; it is told so")},
    {QT_TRANSLATE_NOOP("GatewayWords", "Gemini takes back only thoughts that it signed")},
    {QT_TRANSLATE_NOOP("GatewayWords", "no call before it has the id \"%1\"")},
    {QT_TRANSLATE_NOOP("GatewayWords", "its call has been answered before")},
    {QT_TRANSLATE_NOOP("GatewayWords", "pictures in a tool's result are sent next to it")},
    {QT_TRANSLATE_NOOP("GatewayWords", "Gemini takes no names of documents")},
    {QT_TRANSLATE_NOOP("GatewayWords", "this model takes files only as data, not by address")},
    {QT_TRANSLATE_NOOP("GatewayWords", "a file kept at another provider has no address that can be sent on")},
    {QT_TRANSLATE_NOOP("GatewayWords", "Gemini caches by itself")},
    {QT_TRANSLATE_NOOP("GatewayWords", "Gemini has no names of speakers")},
    {QT_TRANSLATE_NOOP("GatewayWords", "instructions alone are sent as the user's words")},
    {QT_TRANSLATE_NOOP("GatewayWords", "a user's turn in front: the conversation began with the assistant")},
    {QT_TRANSLATE_NOOP("GatewayWords",
                       "a user's turn at the end: this model takes no beginnings of its answer")},
    {QT_TRANSLATE_NOOP("GatewayWords", "Gemini has no such parameter")},
    {QT_TRANSLATE_NOOP("GatewayWords", "Gemini runs its own tools or calls functions, not both")},
    {QT_TRANSLATE_NOOP("GatewayWords", "Gemini's own %1 stands for it, without its options")},
    {QT_TRANSLATE_NOOP("GatewayWords", "Gemini decides itself how many functions it calls")},
    {QT_TRANSLATE_NOOP("GatewayWords", "Gemini has no tier of that name")},
    {QT_TRANSLATE_NOOP("GatewayWords",
                       "instructions are sent as the user's first words: Gemma takes no others")},
    {QT_TRANSLATE_NOOP("GatewayWords", "token ids mean something only to the model they are of")},
    {QT_TRANSLATE_NOOP("GatewayWords", "there is nothing to embed")},
    {QT_TRANSLATE_NOOP("GatewayWords", "a model that reasons has no such parameter")},
    {QT_TRANSLATE_NOOP("GatewayWords", "a reply that is not stored has no such parameter")},
});

} // namespace

std::span<const GatewayTemplate> providerTemplates() {
    return kTemplates;
}

} // namespace tollgate::ui
