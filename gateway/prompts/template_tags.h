#pragma once
// The tags of a template (Mustache, mustache.github.io), found and judged before the template is rendered:
// variables, sections, inverted sections and comments. Partials and other delimiters are refused. Pure.

#include <tl/expected.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tollgate {

enum class TagKind { Variable, Section, Inverted, End, Comment };

struct TemplateTag {
    TagKind kind = TagKind::Variable;
    std::string_view name; ///< "user.name"; of a comment empty
    std::size_t offset = 0;
    std::size_t length = 0;
    int depth = 0; ///< of sections around it
};

/// In order. The error is for people and names the line: "line 3: {{#items}} is never closed".
tl::expected<std::vector<TemplateTag>, std::string> templateTags(std::string_view text);

} // namespace tollgate
