// An upstream's reply through its decoder and every encoder: whatever comes, callers get JSON.
// The first byte says whether the rest is a whole body or a stream.

#include "gateway/dialects/dialect.h"
#include "gateway/providers/adapters.h"
#include "gateway/upstream/aws_event_framer.h"
#include "gateway/upstream/sse_framer.h"
#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/json_text.h"

using namespace tollgate;

namespace {

std::vector<ChatEvent> eventsOf(ReplyDecoder& decoder, bool stream, std::string_view bytes) {
    std::vector<ChatEvent> events;
    if (!stream) {
        decoder.body(bytes, events);
        return events;
    }
    const auto take = [&](std::string_view name, std::string_view data) {
        decoder.event(name, data, events);
        return !decoder.malformed() && !decoder.sawTerminator() && decoder.streamError().empty();
    };
    // Bedrock's frames carry checksums no mutation survives: its events are written as server-sent ones here.
    SseFramer framer(1 << 20);
    framer.push(bytes, [&](const SseEvent& event) { return !event.hasData || take(event.name, event.data); });
    return events;
}

void encodeEverywhere(const std::vector<ChatEvent>& events, std::string_view input) {
    const Dialect* dialects[] = {&openAiChatDialect(), &openAiResponsesDialect(), &anthropicMessagesDialect(),
                                 &openAiCompletionsDialect(), &openAiEmbeddingsDialect()};
    ReplyFacts facts;
    facts.replyId = "01ARZ3NDEKTSV4RRFFQ69G5FAV";
    facts.model = "m";
    for (const Dialect* dialect : dialects) {
        const auto whole = dialect->encoder({}, facts, {});
        RequestEnvelope streaming;
        streaming.stream = true;
        const auto stream = dialect->encoder(streaming, facts, {});
        for (const ChatEvent& event : events) {
            whole->add(event);
            stream->add(event);
        }
        mustHold(isObject(whole->body(facts)), "a whole reply is a JSON object", input);
        const std::string bytes = stream->takeBytes() + stream->end(facts);
        SseFramer framer;
        framer.push(bytes, [&](const SseEvent& event) {
            mustHold(!event.hasData || event.data == "[DONE]" || isObject(event.data),
                     "every streamed event is a JSON object", input);
            return true;
        });
        mustHold(!framer.hasPartial(), "a stream ends with a whole event", input);
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0)
        return 0;
    const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
    OutgoingCall call;
    call.format = WireFormat::FUZZ_FORMAT;
    call.stream = (data[0] & 1U) != 0;
    const auto decoder = FUZZ_ADAPTER().decoder(call, {});
    const std::vector<ChatEvent> events = eventsOf(*decoder, call.stream, bytes);
    if (!decoder->malformed())
        encodeEverywhere(events, bytes);
    HttpHeaders headers;
    mustHold(!FUZZ_ADAPTER().readFault(400, headers, bytes).message.empty(), "a fault says something", bytes);
    return 0;
}
