#include "gateway/admin/config_file.h"

#include "gateway/admin/config_text.h"

#include <algorithm>

namespace tollgate {

namespace {

std::string describe(const ApiError& error) {
    const bool named = error.param.empty() || error.message.find(error.param) != std::string::npos;
    return named ? error.message : error.param + ": " + error.message;
}

bool isJson(std::string_view fileName) {
    constexpr std::string_view kEnding = ".json";
    const auto same = [](char a, char b) { return a == b || (a >= 'A' && a <= 'Z' && a - 'A' + 'a' == b); };
    return fileName.size() >= kEnding.size() &&
           std::ranges::equal(fileName.substr(fileName.size() - kEnding.size()), kEnding, same);
}

} // namespace

tl::expected<ConfigApplied, std::string> applyConfigText(AdminCore& core, std::string_view text,
                                                         const std::string& fileName, bool dryRun) {
    const auto at = [&](int line) {
        return line > 0 ? fileName + ":" + std::to_string(line) + ": " : fileName + ": ";
    };
    if (text.find_first_not_of(" \t\r\n") == std::string_view::npos)
        return tl::unexpected(fileName + ": the configuration file is empty");
    if (isJson(fileName)) {
        if (const auto mistake = jsonMistake(text))
            return tl::unexpected(at(mistake->line) + mistake->message);
    }
    auto document = parseConfigText(text);
    if (!document)
        return tl::unexpected(at(document.error().line) + document.error().message);
    auto applied = applyConfig(core, *std::move(document), dryRun, "config-file");
    if (!applied)
        return tl::unexpected(at(lineOfField(text, applied.error().param)) + describe(applied.error()));
    return *std::move(applied);
}

} // namespace tollgate
