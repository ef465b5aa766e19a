#include "gateway/admin/config_file.h"

#include "gateway/admin/config_text.h"

namespace tollgate {

namespace {

std::string describe(const ApiError& error) {
    const bool named = error.param.empty() || error.message.find(error.param) != std::string::npos;
    return named ? error.message : error.param + ": " + error.message;
}

} // namespace

tl::expected<ConfigApplied, std::string> applyConfigText(AdminCore& core, std::string_view text,
                                                         const std::string& fileName, bool dryRun) {
    const auto at = [&](int line) {
        return line > 0 ? fileName + ":" + std::to_string(line) + ": " : fileName + ": ";
    };
    auto document = parseConfigText(text);
    if (!document)
        return tl::unexpected(at(document.error().line) + document.error().message);
    auto applied = applyConfig(core, *std::move(document), dryRun, "config-file");
    if (!applied)
        return tl::unexpected(at(lineOfField(text, applied.error().param)) + describe(applied.error()));
    return *std::move(applied);
}

} // namespace tollgate
