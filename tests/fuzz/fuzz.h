#pragma once
// What every fuzz target needs.

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

/// The property that does not hold ends the program, with the input that broke it.
inline void mustHold(bool property, const char* what, std::string_view input) {
    if (property)
        return;
    std::fprintf(stderr, "does not hold: %s\nfor: %.*s\n", what, static_cast<int>(input.size()),
                 input.data());
    std::abort();
}
