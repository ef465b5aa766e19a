#include "gateway/prompts/prompt_template.h"

#include <boost/json/serialize.hpp>
#include <kainjow/mustache.hpp>

#include <algorithm>
#include <array>
#include <cstdio>

namespace tollgate {

namespace {

using kainjow::mustache::data;

std::string numberText(const boost::json::value& number) {
    if (!number.is_double())
        return boost::json::serialize(number);
    std::array<char, 40> text{};
    std::snprintf(text.data(), text.size(), "%.15g", number.get_double()); // 0.7, where JSON would say 7E-1
    return text.data();
}

data toData(const boost::json::value& value) {
    if (value.is_object()) {
        data object{data::type::object};
        for (const auto& entry : value.get_object())
            object.set(std::string(entry.key()), toData(entry.value()));
        return object;
    }
    if (value.is_array()) {
        data list{data::type::list};
        for (const auto& item : value.get_array())
            list.push_back(toData(item));
        return list;
    }
    if (value.is_string())
        return data(std::string(value.get_string()));
    if (value.is_bool())
        return data(value.get_bool());
    if (value.is_null())
        return data(false);
    return data(numberText(value));
}

} // namespace

std::optional<std::string> templateMistake(std::string_view text) {
    const kainjow::mustache::mustache compiled{std::string(text)};
    if (compiled.is_valid())
        return std::nullopt;
    return compiled.error_message();
}

tl::expected<std::string, std::string> renderTemplate(std::string_view text,
                                                      const boost::json::object& variables) {
    kainjow::mustache::mustache compiled{std::string(text)};
    if (!compiled.is_valid())
        return tl::unexpected(compiled.error_message());
    compiled.set_custom_escape([](const std::string& plain) { return plain; });
    std::string rendered = compiled.render(toData(variables));
    if (!compiled.is_valid())
        return tl::unexpected(compiled.error_message());
    return rendered;
}

tl::expected<RenderedPrompt, std::string> renderPrompt(const PromptVersion& version,
                                                       const boost::json::object& variables) {
    auto system = renderTemplate(version.system, variables);
    if (!system)
        return tl::unexpected("system: " + system.error());
    auto user = renderTemplate(version.templateText, variables);
    if (!user)
        return tl::unexpected("template: " + user.error());
    return RenderedPrompt{*std::move(system), *std::move(user)};
}

std::vector<std::string> templateVariables(std::string_view text) {
    std::vector<std::string> names;
    for (std::size_t open = text.find("{{"); open != std::string_view::npos; open = text.find("{{", open)) {
        const std::size_t close = text.find("}}", open);
        if (close == std::string_view::npos)
            break;
        std::string_view tag = text.substr(open + 2, close - open - 2);
        open = close + 2;
        if (tag.empty() || std::string_view("/!>=").find(tag.front()) != std::string_view::npos)
            continue;
        const std::size_t first = tag.find_first_not_of(" \t#^&{");
        if (first == std::string_view::npos)
            continue;
        tag = tag.substr(first, tag.find_last_not_of(" \t}") - first + 1);
        if (tag != "." && std::ranges::find(names, tag) == names.end())
            names.emplace_back(tag);
    }
    return names;
}

} // namespace tollgate
