#pragma once
// A caller's own OpenAI body with only what routing decided changed; every other byte stays as it was.

#include <cstddef>
#include <string>
#include <string_view>

namespace tollgate {

struct OpenAiSplice {
    // Places in the body; a length of 0 means the member is absent.
    std::size_t objectStart = 0;
    std::size_t messagesStart = 0;
    std::size_t modelOffset = 0;
    std::size_t modelLength = 0;
    std::size_t streamOptionsOffset = 0;
    std::size_t streamOptionsLength = 0;
    // What to change.
    std::string_view model;
    std::string_view systemText; ///< put in front as a system message; empty: nothing
    bool askForUsage = false;    ///< set stream_options.include_usage
};

std::string spliceOpenAiBody(std::string_view body, const OpenAiSplice& splice);

} // namespace tollgate
