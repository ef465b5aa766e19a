#include "gateway/prompts/template_tags.h"

#include <algorithm>

namespace tollgate {

namespace {

constexpr std::size_t kMaxDepth = 32; // of sections; each costs the renderer stack
constexpr std::size_t kMaxName = 128;

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view kBlank = " \t\r\n";
    const std::size_t first = text.find_first_not_of(kBlank);
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(kBlank) - first + 1);
}

/// Letters of any script, digits, '_', '-', and dots between them; "." alone is the item of a list.
bool isName(std::string_view name) {
    if (name == ".")
        return true;
    const auto fits = [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
               c == '-' || c == '.' || byte >= 0x80;
    };
    return !name.empty() && name.size() <= kMaxName && name.front() != '.' && name.back() != '.' &&
           name.find("..") == std::string_view::npos && std::ranges::all_of(name, fits);
}

class Scan {
public:
    explicit Scan(std::string_view text)
        : m_text(text) {}

    tl::expected<std::vector<TemplateTag>, std::string> run() {
        for (std::size_t at = m_text.find("{{"); at != std::string_view::npos; at = m_text.find("{{", at)) {
            if (auto mistake = take(at); !mistake.empty())
                return tl::unexpected(where(at) + mistake);
            at += m_tags.back().length;
        }
        if (!m_open.empty()) {
            const TemplateTag& tag = m_tags[m_open.back()];
            return tl::unexpected(where(tag.offset) + written(tag) + " is never closed");
        }
        return std::move(m_tags);
    }

private:
    std::string where(std::size_t at) const {
        return "line " + std::to_string(1 + std::ranges::count(m_text.substr(0, at), '\n')) + ": ";
    }
    std::string written(const TemplateTag& tag) const {
        return std::string(m_text.substr(tag.offset, tag.length));
    }

    /// What is wrong with the tag that begins there; empty: nothing.
    std::string take(std::size_t at) {
        const bool triple = m_text.substr(at).starts_with("{{{");
        const std::string_view end = triple ? "}}}" : "}}";
        const std::size_t inside = at + end.size();
        const std::size_t close = m_text.find(end, inside);
        if (close == std::string_view::npos)
            return std::string(triple ? "{{{" : "{{") + " is never closed";
        TemplateTag tag;
        tag.offset = at;
        tag.length = close + end.size() - at;
        tag.depth = static_cast<int>(m_open.size());
        std::string_view said = trimmed(m_text.substr(inside, close - inside));
        if (!triple && !said.empty()) {
            if (auto mistake = readSigil(said, tag); !mistake.empty())
                return mistake;
        }
        if (tag.kind == TagKind::Comment) {
            m_tags.push_back(tag);
            return {};
        }
        tag.name = said;
        if (!isName(said))
            return written(tag).substr(0, 60) +
                   " names no variable: names have letters, digits, _, - and dots";
        return nest(tag);
    }

    static std::string readSigil(std::string_view& said, TemplateTag& tag) {
        switch (said.front()) {
        case '#':
            tag.kind = TagKind::Section;
            break;
        case '^':
            tag.kind = TagKind::Inverted;
            break;
        case '/':
            tag.kind = TagKind::End;
            break;
        case '!':
            tag.kind = TagKind::Comment;
            break;
        case '&':
            break;
        case '>':
            return "{{> …}} would take in another template, which prompts cannot";
        case '=':
            return "{{= …}} would change the delimiters, which prompts cannot";
        default:
            return {};
        }
        said = trimmed(said.substr(1));
        return {};
    }

    std::string nest(const TemplateTag& tag) {
        if (tag.kind == TagKind::Section || tag.kind == TagKind::Inverted) {
            if (m_open.size() == kMaxDepth)
                return "sections stand more than " + std::to_string(kMaxDepth) + " deep in each other";
            m_open.push_back(m_tags.size());
        } else if (tag.kind == TagKind::End) {
            if (m_open.empty())
                return written(tag) + " closes what was never opened";
            const TemplateTag& open = m_tags[m_open.back()];
            if (open.name != tag.name)
                return written(tag) + " stands where " + written(open) + " must be closed first";
            m_open.pop_back();
        }
        m_tags.push_back(tag);
        return {};
    }

    std::string_view m_text;
    std::vector<TemplateTag> m_tags;
    std::vector<std::size_t> m_open; ///< of m_tags
};

} // namespace

tl::expected<std::vector<TemplateTag>, std::string> templateTags(std::string_view text) {
    return Scan(text).run();
}

} // namespace tollgate
