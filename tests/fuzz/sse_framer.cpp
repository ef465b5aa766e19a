// Server-sent events: however the bytes are cut, the events are the same, and their raw bytes are the
// stream's.

#include "gateway/upstream/sse_framer.h"
#include "tests/fuzz/fuzz.h"

#include <vector>

using namespace tollgate;

namespace {

struct Seen {
    std::vector<std::string> events;
    std::string raw;
};

Seen framed(std::string_view bytes, std::size_t step) {
    SseFramer framer(1 << 20);
    Seen seen;
    for (std::size_t at = 0; at < bytes.size(); at += step) {
        const auto result = framer.push(bytes.substr(at, step), [&](const SseEvent& event) {
            seen.events.push_back(std::string(event.name) + "|" + std::string(event.data));
            seen.raw += event.raw;
            return true;
        });
        if (result != SseFramer::Result::Ok)
            break;
    }
    return seen;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const Seen whole = framed(bytes, std::max<std::size_t>(size, 1));
    for (const std::size_t step : {std::size_t{1}, std::size_t{7}}) {
        const Seen cut = framed(bytes, step);
        mustHold(cut.events == whole.events, "any chunking gives the same events", bytes);
        mustHold(cut.raw == whole.raw, "any chunking gives the same raw bytes", bytes);
    }
    mustHold(bytes.starts_with(whole.raw) || bytes.starts_with("\xEF\xBB\xBF"),
             "raw bytes are the stream's own", bytes);
    return 0;
}
