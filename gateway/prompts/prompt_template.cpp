#include "gateway/prompts/prompt_template.h"

#include "gateway/prompts/template_tags.h"
#include "gateway/wire/json_text.h"

#include <kainjow/mustache.hpp>

#include <algorithm>
#include <utility>

namespace tollgate {

namespace {

using kainjow::mustache::data;

/// Before the name of a section when it reaches the renderer's look-ups, which otherwise cannot tell it from
/// a variable. No name holds it.
constexpr char kSectionMark = '\x01';
// Variables that stand for the ends of lines, and for a brace before one.
constexpr char kNewlineName = '\x02';
constexpr char kReturnName = '\x03';
constexpr char kBraceName = '\x04';
/// Behind every template, so that the library never finds nothing but blanks; taken off again.
constexpr char kLastCharacter = '.';
/// Texts may be looped over lists in lists, so that a small request could ask for terabytes.
constexpr std::size_t kMaxWork = 64 * 1024 * 1024;

struct TooLong {};

data toData(const boost::json::value& value) {
    if (value.is_object()) {
        data object{data::type::object};
        for (const auto& entry : value.get_object()) {
            if (!entry.value().is_null())
                object.set(std::string(entry.key()), toData(entry.value()));
        }
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
    return data(toJsonText(value));
}

void addOnce(std::vector<std::string>& names, std::string_view name) {
    if (std::ranges::find(names, name) == names.end())
        names.emplace_back(name);
}

std::string_view firstPart(std::string_view name) {
    return name.substr(0, name.find('.'));
}

/// What is looked up is what is asked for: notes what is missing, and ends what grows without end.
class Lookup final : public kainjow::mustache::context<std::string> {
public:
    Lookup(const data& variables, std::size_t templateSize)
        : m_templateSize(templateSize) {
        context::push(&variables);
    }

    void push(const data* item) override {
        spend(m_templateSize);
        context::push(item);
    }

    const data* get(const std::string& asked) const override {
        spend(asked.size());
        static const data kNewline(std::string("\n"));
        static const data kReturn(std::string("\r"));
        static const data kBrace(std::string("{"));
        switch (asked.front()) {
        case kSectionMark:
            return context::get(asked.substr(1));
        case kNewlineName:
            return &kNewline;
        case kReturnName:
            return &kReturn;
        case kBraceName:
            return &kBrace;
        default:
            return variable(asked);
        }
    }

    VariableMistakes takeMistakes() { return std::move(m_mistakes); }

private:
    const data* variable(const std::string& asked) const {
        const data* found = context::get(asked);
        if (found == nullptr) {
            addOnce(m_mistakes.missing, asked);
            return nullptr;
        }
        if (found->is_string()) {
            spend(found->string_value().size());
            return found;
        }
        static const data kTrue(std::string("true"));
        static const data kFalse(std::string("false"));
        if (found->is_bool())
            return found->is_true() ? &kTrue : &kFalse;
        addOnce(m_mistakes.notText, asked);
        return nullptr;
    }

    void spend(std::size_t bytes) const {
        m_work += bytes + 16;
        if (m_work > kMaxWork)
            throw TooLong{};
    }

    const std::size_t m_templateSize;
    mutable std::size_t m_work = 0;
    mutable VariableMistakes m_mistakes;
};

/// Where a tag begins and ends together with what goes when it stands alone on its line (Mustache,
/// "standalone tags"): the blanks before it and the line's end.
std::pair<std::size_t, std::size_t> placeOf(std::string_view text, const TemplateTag& tag) {
    const std::size_t end = tag.offset + tag.length;
    if (tag.kind == TagKind::Variable)
        return {tag.offset, end};
    const auto isBlank = [](char c) { return c == ' ' || c == '\t'; };
    std::size_t first = tag.offset;
    while (first > 0 && isBlank(text[first - 1]))
        --first;
    std::size_t next = end;
    while (next < text.size() && isBlank(text[next]))
        ++next;
    const std::string_view rest = text.substr(next);
    const std::size_t newline = rest.starts_with("\r\n") ? 2 : rest.starts_with('\n') ? 1 : 0;
    if ((first > 0 && text[first - 1] != '\n') || (newline == 0 && !rest.empty()))
        return {tag.offset, end};
    return {first, next + newline};
}

/// The library drops some lines of its own accord; it does not when it sees none.
void appendHidingLines(std::string& result, std::string_view text) {
    const auto hide = [&result](char name) { result.append("{{").append(1, name).append("}}"); };
    for (const char c : text) {
        if (c != '\n' && c != '\r') {
            result.push_back(c);
            continue;
        }
        if (result.ends_with('{')) { // or three braces would follow each other
            result.pop_back();
            hide(kBraceName);
        }
        hide(c == '\n' ? kNewlineName : kReturnName);
    }
}

std::string_view sigilOf(TagKind kind) {
    switch (kind) {
    case TagKind::Section:
        return "#";
    case TagKind::Inverted:
        return "^";
    case TagKind::End:
        return "/";
    case TagKind::Variable:
    case TagKind::Comment:
        break;
    }
    return {};
}

/// The template as the library gets it: sections marked, lines hidden, lone tags without their lines.
std::string prepared(std::string_view text, const std::vector<TemplateTag>& tags) {
    std::string result;
    result.reserve(text.size() + 2 * tags.size());
    std::size_t at = 0;
    for (const TemplateTag& tag : tags) {
        const auto [first, next] = placeOf(text, tag);
        if (first > at)
            appendHidingLines(result, text.substr(at, first - at));
        at = next;
        if (tag.kind == TagKind::Comment)
            continue;
        result.append("{{").append(sigilOf(tag.kind));
        if (tag.kind != TagKind::Variable)
            result.push_back(kSectionMark);
        result.append(tag.name).append("}}");
    }
    appendHidingLines(result, text.substr(at));
    result.push_back(kLastCharacter);
    return result;
}

void addAll(std::vector<std::string>& names, const std::vector<std::string>& more) {
    for (const std::string& name : more)
        addOnce(names, name);
}

/// "a", "a and b", "a, b and c".
std::string listed(const std::vector<std::string>& names) {
    std::string text;
    for (std::size_t i = 0; i < names.size(); ++i)
        text.append(i == 0 ? "" : i + 1 == names.size() ? " and " : ", ").append(names[i]);
    return text;
}

void addSentence(std::string& text, const std::vector<std::string>& names, std::string_view one,
                 std::string_view many) {
    if (names.empty())
        return;
    text.append(text.empty() ? "" : "; ").append(listed(names)).append(names.size() == 1 ? one : many);
}

} // namespace

std::string VariableMistakes::sentence() const {
    std::string text;
    addSentence(text, missing, " is missing", " are missing");
    addSentence(text, notText, " must be a text, not a list or an object",
                " must be texts, not lists or objects");
    addSentence(text, unknown, " is in no template", " are in no template");
    return text;
}

std::optional<std::string> templateMistake(std::string_view text) {
    const auto tags = templateTags(text);
    return tags ? std::nullopt : std::optional(tags.error());
}

tl::expected<RenderedText, std::string> renderTemplate(std::string_view text,
                                                       const boost::json::object& variables) {
    const auto tags = templateTags(text);
    if (!tags)
        return tl::unexpected(tags.error());
    if (tags->empty())
        return RenderedText{std::string(text), {}};
    kainjow::mustache::mustache compiled{prepared(text, *tags)};
    if (!compiled.is_valid())
        return tl::unexpected(compiled.error_message());
    compiled.set_custom_escape([](const std::string& plain) { return plain; });
    const data given = toData(variables);
    Lookup lookup(given, text.size());
    try {
        std::string rendered = compiled.render(lookup);
        rendered.pop_back();
        return RenderedText{std::move(rendered), lookup.takeMistakes()};
    } catch (const TooLong&) {
        return tl::unexpected("would be longer than " + std::to_string(kMaxWork / 1024 / 1024) + " MiB");
    }
}

tl::expected<RenderedPrompt, FieldError> renderPrompt(const PromptVersion& version,
                                                      const boost::json::object& variables) {
    auto system = renderTemplate(version.system, variables);
    if (!system)
        return tl::unexpected(FieldError{"system", system.error()});
    auto user = renderTemplate(version.templateText, variables);
    if (!user)
        return tl::unexpected(FieldError{"template", user.error()});
    RenderedPrompt prompt{std::move(system->text), std::move(user->text), std::move(system->mistakes)};
    addAll(prompt.mistakes.missing, user->mistakes.missing);
    addAll(prompt.mistakes.notText, user->mistakes.notText);
    const std::vector<TemplateVariable> asked = promptVariables(version);
    for (const auto& entry : variables) {
        const std::string_view name = entry.key();
        if (std::ranges::find(asked, name, &TemplateVariable::name) == asked.end())
            addOnce(prompt.mistakes.unknown, name);
    }
    return prompt;
}

tl::expected<RenderedPrompt, FieldError> renderComplete(const PromptVersion& version,
                                                        const boost::json::object& variables) {
    return renderComplete(Prompt{}, version, variables);
}

tl::expected<RenderedPrompt, FieldError> renderComplete(const Prompt& prompt, const PromptVersion& version,
                                                        const boost::json::object& variables) {
    auto rendered = renderPrompt(version, variables);
    if (!rendered || rendered->mistakes.none())
        return rendered;
    const auto asksFor = [](const PromptVersion& other, const std::string& name) {
        const std::vector<TemplateVariable> asked = promptVariables(other);
        return std::ranges::find(asked, name, &TemplateVariable::name) != asked.end();
    };
    std::erase_if(rendered->mistakes.unknown, [&](const std::string& name) {
        return std::ranges::any_of(prompt.versions, [&](const auto& other) { return asksFor(other, name); });
    });
    if (rendered->mistakes.none())
        return rendered;
    return tl::unexpected(FieldError{"variables", rendered->mistakes.sentence()});
}

std::vector<TemplateVariable> promptVariables(const PromptVersion& version) {
    std::vector<TemplateVariable> found;
    for (const std::string_view text :
         {std::string_view(version.system), std::string_view(version.templateText)}) {
        const auto tags = templateTags(text);
        if (!tags)
            continue;
        for (const TemplateTag& tag : *tags) {
            if (tag.kind == TagKind::End || tag.kind == TagKind::Comment || tag.name == ".")
                continue;
            const std::string_view name = firstPart(tag.name);
            auto it = std::ranges::find(found, name, &TemplateVariable::name);
            if (it == found.end())
                it = found.insert(found.end(), TemplateVariable{std::string(name)});
            it->section = it->section || tag.kind != TagKind::Variable;
            it->required = it->required || (tag.kind == TagKind::Variable && tag.depth == 0);
        }
    }
    return found;
}

} // namespace tollgate
