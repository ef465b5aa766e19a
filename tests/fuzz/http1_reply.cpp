// HTTP/1.1 answers: however the bytes are cut, the answer is the same.

#include "gateway/upstream/http1_reply.h"
#include "tests/fuzz/fuzz.h"

#include <algorithm>

using namespace tollgate;

namespace {

struct Seen final : Http1Reply::Sink {
    void replyHead(int code, HttpHeaders fields) override {
        text += std::to_string(code);
        for (const auto& [name, value] : fields.entries())
            text.append("|").append(name).append(":").append(value);
        ++heads;
    }
    void replyBody(std::string_view bytes) override { body.append(bytes); }

    std::string text;
    std::string body;
    int heads = 0;
    bool done = false;
};

Seen seenIn(std::string_view bytes, std::size_t step) {
    Http1Reply reply;
    Seen seen;
    auto state = Http1Reply::State::More;
    for (std::size_t at = 0; at < bytes.size() && state == Http1Reply::State::More; at += step)
        state = reply.take(bytes.substr(at, step), seen);
    if (state == Http1Reply::State::More)
        state = reply.close(seen);
    seen.done = state == Http1Reply::State::Done;
    return seen;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const Seen whole = seenIn(bytes, std::max<std::size_t>(size, 1));
    mustHold(whole.heads <= 1, "one head at most", bytes);
    mustHold(whole.body.size() <= bytes.size(), "no more body than bytes", bytes);
    for (const std::size_t step : {std::size_t{1}, std::size_t{7}}) {
        const Seen cut = seenIn(bytes, step);
        mustHold(cut.done == whole.done, "any cut ends the same way", bytes);
        if (whole.done)
            mustHold(cut.text == whole.text && cut.body == whole.body, "any cut gives the same answer",
                     bytes);
    }
    return 0;
}
