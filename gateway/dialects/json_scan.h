#pragma once
// Reading a few members of a request body fast. simdjson wants slack behind the text and keeps its tables
// between calls, so each thread has one scanner.

#include <simdjson.h>

#include <string>
#include <string_view>

namespace tollgate {

class JsonScan {
public:
    /// The whole document, fully validated. Valid until the next call in this thread.
    static simdjson::simdjson_result<simdjson::dom::element> parse(std::string_view text);

    /// An iterator over the same text for finding where values stand. Valid until the next call in this
    /// thread; positions of raw tokens are relative to padded().
    static simdjson::simdjson_result<simdjson::ondemand::document> locate(std::string_view text);
    static const char* padded();
};

} // namespace tollgate
