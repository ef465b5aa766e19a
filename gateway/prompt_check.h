#pragma once
// Snapshot tests of prompts: `tollgated --check-prompts DIR`. Renders every case of the directory and
// compares it with what it expects and with its snapshot, DIR/snapshots/NAME.json.

#include <filesystem>
#include <string>

namespace tollgate {

struct PromptCheck {
    std::string report; ///< for people, several lines
    std::string broken; ///< why nothing could be checked; empty: it could
    int passed = 0;
    int failed = 0;
};

enum class Snapshots { Compare, Write };

/// Writes only snapshots, and only when asked.
PromptCheck checkPrompts(const std::filesystem::path& directory, Snapshots snapshots);

} // namespace tollgate
