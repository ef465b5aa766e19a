#include "gateway/dialects/json_scan.h"

namespace tollgate {

namespace {

struct Scratch {
    simdjson::dom::parser dom;
    simdjson::ondemand::parser onDemand;
    std::string text;

    simdjson::padded_string_view load(std::string_view source) {
        if (text.capacity() < source.size() + simdjson::SIMDJSON_PADDING)
            text.reserve(source.size() * 2 + simdjson::SIMDJSON_PADDING);
        text.assign(source);
        return simdjson::padded_string_view(text.data(), text.size(), text.capacity());
    }
};

Scratch& scratch() {
    thread_local Scratch one;
    return one;
}

} // namespace

simdjson::simdjson_result<simdjson::dom::element> JsonScan::parse(std::string_view text) {
    Scratch& s = scratch();
    const auto view = s.load(text);
    return s.dom.parse(view.data(), view.size(), false);
}

simdjson::simdjson_result<simdjson::ondemand::document> JsonScan::locate(std::string_view text) {
    Scratch& s = scratch();
    return s.onDemand.iterate(s.load(text));
}

const char* JsonScan::padded() {
    return scratch().text.data();
}

} // namespace tollgate
