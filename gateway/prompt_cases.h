#pragma once
// A directory of prompt tests: YAML files that hold prompts (`prompts:`, as prompts.yaml or as a
// configuration document has them), cases (`cases:`), or both.

#include "gateway/config/codec.h"

#include <boost/json/object.hpp>
#include <tl/expected.hpp>

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace tollgate {

/// One rendering and what it must say. What is not set is not asked for.
struct PromptCase {
    std::string name; ///< also of its snapshot
    std::string prompt;
    std::string version; ///< empty: the default one
    boost::json::object variables;
    bool snapshot = true; ///< unless it expects something and does not ask for one
    std::optional<std::string> system;
    std::optional<std::string> user;
    std::optional<std::string> model;
    std::vector<std::string> contains; ///< in the system text or the user text
    std::vector<std::string> containsNot;
    std::optional<std::string> error; ///< it must not render, and say this
    std::string where;                ///< "cases.yaml:12"
};

struct PromptTests {
    std::map<std::string, Prompt, std::less<>> prompts;
    std::vector<PromptCase> cases; ///< in the order of files and entries
};

/// Files directly in the directory, by name. The error is one line: "cases.yaml:12: cases[1].prompt …".
tl::expected<PromptTests, std::string> readPromptTests(const std::filesystem::path& directory);

/// A whole file, or nothing.
std::optional<std::string> fileText(const std::filesystem::path& path);

} // namespace tollgate
