// AWS event streams: however the bytes are cut, the events are the same.

#include "gateway/upstream/aws_event_framer.h"
#include "tests/fuzz/fuzz.h"

#include <vector>

using namespace tollgate;

namespace {

using Result = AwsEventFramer::Result;

std::vector<std::string> framed(std::string_view bytes, std::size_t step, Result& last) {
    AwsEventFramer framer(1 << 20);
    std::vector<std::string> events;
    for (std::size_t at = 0; at < bytes.size(); at += step) {
        last = framer.push(bytes.substr(at, step), [&](const AwsEvent& event) {
            events.push_back(std::string(event.name) + "|" + std::string(event.data));
            return true;
        });
        if (last != Result::Ok)
            break;
    }
    return events;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    Result whole = Result::Ok;
    const auto expected = framed(bytes, std::max<std::size_t>(size, 1), whole);
    for (const std::size_t step : {std::size_t{1}, std::size_t{13}}) {
        Result cut = Result::Ok;
        mustHold(framed(bytes, step, cut) == expected, "any chunking gives the same events", bytes);
        mustHold(cut == whole, "any chunking ends the same way", bytes);
    }
    return 0;
}
