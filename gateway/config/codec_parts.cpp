#include "gateway/config/codec_parts.h"

#include "gateway/wire/clock.h"

#include <algorithm>

namespace tollgate {

namespace {

constexpr std::int64_t kNoUpperBound = std::numeric_limits<std::int64_t>::max();

bool isVisibleAscii(char c) {
    return c > ' ' && c < '\x7f';
}

bool isControl(char c) {
    return static_cast<unsigned char>(c) < 0x20 || c == '\x7f';
}

} // namespace

std::optional<std::string> wordMistake(std::string_view text) {
    if (!std::ranges::all_of(text, isVisibleAscii))
        return "must be one word of visible ASCII characters";
    return std::nullopt;
}

std::optional<std::string> providerNameMistake(std::string_view text) {
    if (text.find_first_of("/:") != std::string_view::npos)
        return "must hold neither '/' nor ':', which separate provider and model";
    return wordMistake(text);
}

std::optional<std::string> nameMistake(std::string_view text) {
    if (std::ranges::any_of(text, isControl) || text.find_first_of("/\\") != std::string_view::npos)
        return "must hold no slash and no control character";
    if (text.front() == ' ' || text.back() == ' ' || text == "." || text == "..")
        return "must not begin or end with a blank, nor be '.' or '..'";
    return std::nullopt;
}

std::optional<std::string> urlMistake(std::string_view text) {
    std::string_view rest = text;
    if (rest.starts_with("https://"))
        rest.remove_prefix(8);
    else if (rest.starts_with("http://"))
        rest.remove_prefix(7);
    else
        return "must begin with http:// or https://";
    const std::string_view host = rest.substr(0, rest.find('/'));
    if (host.empty() || host.front() == ':')
        return "names no host";
    if (host.find('@') != std::string_view::npos)
        return "must not hold credentials; they have a field of their own";
    if (!std::ranges::all_of(text, isVisibleAscii) ||
        text.find_first_of("?#\"<>\\^`{}|") != std::string_view::npos)
        return "must be a plain address without query or fragment";
    return std::nullopt;
}

std::optional<std::string> modelReferenceMistake(std::string_view text) {
    const std::size_t cut = text.find_first_of("/:");
    if (cut == std::string_view::npos || cut == 0 || cut + 1 == text.size())
        return "must read provider/model";
    return std::nullopt;
}

std::optional<std::string> tagMistake(std::string_view text) {
    if (auto mistake = wordMistake(text))
        return mistake;
    if (text.find(',') != std::string_view::npos)
        return "must not hold a comma";
    return std::nullopt;
}

void readLimits(FieldReader& in, Limits& out) {
    in.nested("limits", [&out](FieldReader& limits) {
        limits.integer("rpm", out.rpm, 1, kNoUpperBound);
        limits.integer("tpm", out.tpm, 1, kNoUpperBound);
        limits.integer("max_parallel", out.maxParallel, 1, kNoUpperBound);
    });
}

boost::json::object limitsToJson(const Limits& limits) {
    return {{"rpm", valueOrNull(limits.rpm)},
            {"tpm", valueOrNull(limits.tpm)},
            {"max_parallel", valueOrNull(limits.maxParallel)}};
}

void readTargets(FieldReader& in, std::string_view key, std::vector<Target>& out) {
    in.each(key, [&out](FieldReader& item) {
        Target target;
        item.text("provider", target.provider, kProviderName);
        item.text("model", target.model, kModelName);
        item.integer("weight", target.weight, 1, 1'000'000);
        item.texts("tags", target.tags, kTag);
        item.text("region", target.region, {false, 64, tagMistake});
        out.push_back(std::move(target));
    });
}

boost::json::value textOrNull(std::string_view text) {
    return text.empty() ? boost::json::value(nullptr) : boost::json::value(text);
}

boost::json::value timeOrNull(std::optional<std::int64_t> ms) {
    return ms ? boost::json::value(toRfc3339(*ms)) : boost::json::value(nullptr);
}

boost::json::array toJsonList(const std::vector<std::string>& texts) {
    boost::json::array list;
    list.reserve(texts.size());
    for (const std::string& text : texts)
        list.emplace_back(text);
    return list;
}

} // namespace tollgate
