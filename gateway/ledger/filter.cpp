// From text to terms.
#include "gateway/ledger/filter.h"

#include "gateway/ledger/filter_fields.h"

#include <algorithm>

namespace tollgate {

namespace {

constexpr std::size_t kMaxLength = 4000;
constexpr std::size_t kMaxTerms = 40;

bool isSpace(char character) {
    return character == ' ' || character == '\t' || character == '\n' || character == '\r';
}

char lower(char character) {
    return character >= 'A' && character <= 'Z' ? static_cast<char>(character - 'A' + 'a') : character;
}

/// Names of fields match without regard to case.
bool isNameCharacter(char character) {
    return (lower(character) >= 'a' && lower(character) <= 'z') || character == '_';
}

std::string fieldNames() {
    std::string names;
    for (const FilterFieldInfo& info : filterFields()) {
        if (!info.name.empty())
            names += (names.empty() ? "" : ", ") + std::string(info.name);
    }
    return names;
}

/// Walks over the text once; every failure remembers where the term began.
class Scanner {
public:
    Scanner(std::string_view text, std::int64_t nowMs, const ConfigSnapshot* config)
        : m_text(text)
        , m_nowMs(nowMs)
        , m_config(config) {}

    tl::expected<std::vector<FilterTerm>, FilterError> terms() {
        std::vector<FilterTerm> terms;
        if (m_text.size() > kMaxLength)
            return fail("a filter is at most 4000 bytes long");
        for (skipSpace(); !atEnd(); skipSpace()) {
            m_start = m_at;
            if (terms.size() == kMaxTerms)
                return fail("a filter has at most 40 terms");
            auto term = readTerm();
            if (!term)
                return tl::unexpected(std::move(term.error()));
            terms.push_back(std::move(*term));
        }
        return terms;
    }

private:
    bool atEnd() const { return m_at >= m_text.size(); }
    char current() const { return m_text[m_at]; }
    void skipSpace() {
        while (!atEnd() && isSpace(current()))
            ++m_at;
    }

    tl::unexpected<FilterError> fail(std::string message) const {
        std::size_t end = m_start;
        while (end < m_text.size() && !isSpace(m_text[end]))
            ++end;
        return tl::unexpected(
            FilterError{std::move(message), std::string(m_text.substr(m_start, end - m_start)), m_start});
    }

    /// The field before a colon, taken; null: the term is free text.
    tl::expected<const FilterFieldInfo*, FilterError> takeField() {
        std::size_t end = m_at;
        while (end < m_text.size() && isNameCharacter(m_text[end]))
            ++end;
        if (end == m_at || end >= m_text.size() || m_text[end] != ':')
            return nullptr;
        const std::string_view name = m_text.substr(m_at, end - m_at);
        for (const FilterFieldInfo& info : filterFields()) {
            if (std::ranges::equal(info.name, name, {}, {}, lower)) {
                m_at = end + 1;
                return &info;
            }
        }
        return fail("there is no field “" + std::string(name) + "”; fields are " + fieldNames() +
                    ". Put the term in quotes to search for it as text");
    }

    tl::expected<FilterTerm, FilterError> readTerm() {
        FilterTerm term;
        term.position = m_start;
        if (current() == '-' && m_at + 1 < m_text.size() && !isSpace(m_text[m_at + 1])) {
            term.negated = true;
            ++m_at;
        }
        const auto field = takeField();
        if (!field)
            return tl::unexpected(field.error());
        const FilterFieldInfo& info = *field ? **field : filterField(FilterField::Text);
        term.field = info.field;
        for (bool more = true; more;) {
            bool quoted = false;
            auto typed = readValue(*field != nullptr, quoted);
            if (!typed)
                return tl::unexpected(std::move(typed.error()));
            if (typed->empty() && !quoted)
                return fail(std::string(info.name) + " needs a value, as in " + std::string(info.example));
            auto value = parseFilterValue(info, *typed, quoted, m_nowMs);
            if (!value)
                return fail(std::move(value.error()));
            if (info.field == FilterField::Key)
                resolveKey(*value);
            term.values.push_back(std::move(*value));
            more = *field != nullptr && !atEnd() && current() == ',';
            if (more)
                ++m_at;
        }
        term.typed = std::string(m_text.substr(m_start, m_at - m_start));
        return term;
    }

    tl::expected<std::string, FilterError> readValue(bool inList, bool& quoted) {
        if (!atEnd() && current() == '"')
            return readQuoted(quoted);
        const std::size_t begin = m_at;
        while (!atEnd() && !isSpace(current()) && !(inList && current() == ','))
            ++m_at;
        return std::string(m_text.substr(begin, m_at - begin));
    }

    tl::expected<std::string, FilterError> readQuoted(bool& quoted) {
        quoted = true;
        std::string value;
        for (++m_at; !atEnd(); ++m_at) {
            if (current() == '"') {
                ++m_at;
                if (!atEnd() && !isSpace(current()) && current() != ',')
                    return fail("after the closing quote comes a space or a comma");
                return value;
            }
            if (current() == '\\' && m_at + 1 < m_text.size())
                ++m_at;
            value += current();
        }
        return fail("the quote is not closed");
    }

    /// People know keys by name, rows by id.
    void resolveKey(FilterValue& value) const {
        if (!m_config)
            return;
        for (const auto& [id, key] : m_config->keys) {
            const bool named =
                value.op == FilterOp::Prefix ? key.name.starts_with(value.text) : key.name == value.text;
            if (named)
                value.keyIds.push_back(id);
        }
        std::sort(value.keyIds.begin(), value.keyIds.end());
    }

    const std::string_view m_text;
    const std::int64_t m_nowMs;
    const ConfigSnapshot* m_config;
    std::size_t m_at = 0;
    std::size_t m_start = 0;
};

/// "-2h" → "2 hours", "-1h" → "hour".
std::string spanInWords(std::string_view shown) {
    const std::string_view number = shown.substr(1, shown.size() - 2);
    const char unit = shown.back();
    const std::string word = unit == 's' ? "second" : unit == 'm' ? "minute" : unit == 'h' ? "hour" : "day";
    return number == "1" ? word : std::string(number) + ' ' + word + 's';
}

/// A time that is counted back from now.
std::string agoInWords(FilterOp op, std::string_view shown) {
    std::string span = spanInWords(shown);
    if (op == FilterOp::Greater || op == FilterOp::GreaterEqual)
        return "in the last " + span;
    if (!span.empty() && (span.front() < '0' || span.front() > '9'))
        span.insert(0, span == "hour" ? "an " : "a ");
    return (op == FilterOp::Equal ? "exactly " : "more than ") + span + " ago";
}

std::string valueInWords(const FilterFieldInfo& info, const FilterValue& value) {
    const std::string shown = value.shown.empty() ? std::string("empty") : value.shown;
    if (info.kind == FilterKind::Time && shown.starts_with('-'))
        return agoInWords(value.op, shown);
    switch (value.op) {
    case FilterOp::Prefix:
        return value.text.empty() ? std::string("set") : "like " + shown;
    case FilterOp::Less:
        return (info.kind == FilterKind::Time ? "before " : "under ") + shown;
    case FilterOp::LessEqual:
        return (info.kind == FilterKind::Time ? "up to " : "at most ") + shown;
    case FilterOp::Greater:
        return (info.kind == FilterKind::Time ? "after " : "over ") + shown;
    case FilterOp::GreaterEqual:
        return (info.kind == FilterKind::Time ? "from " : "at least ") + shown;
    case FilterOp::Equal:
    case FilterOp::Unknown:
        break;
    }
    return info.field == FilterField::Text ? "“" + shown + "”" : shown;
}

std::string termInWords(const FilterTerm& term) {
    const FilterFieldInfo& info = filterField(term.field);
    std::string values;
    for (const FilterValue& value : term.values)
        values += (values.empty() ? "" : " or ") + valueInWords(info, value);
    if (term.field == FilterField::Text)
        return (term.negated ? "nothing in it contains " : "something in it contains ") + values;
    if (term.field == FilterField::Note)
        return (term.negated ? "note does not say " : "note says ") + values;
    return std::string(info.label) + (term.negated ? " is not " : " is ") + values;
}

} // namespace

tl::expected<Filter, FilterError> Filter::parse(std::string_view text, std::int64_t nowMs,
                                                const ConfigSnapshot* config) {
    auto terms = Scanner(text, nowMs, config).terms();
    if (!terms)
        return tl::unexpected(std::move(terms.error()));
    Filter filter;
    filter.m_terms = std::move(*terms);
    return filter;
}

std::string Filter::describe() const {
    if (m_terms.empty())
        return "every request";
    std::string words;
    for (const FilterTerm& term : m_terms)
        words += (words.empty() ? "" : ", and ") + termInWords(term);
    return words;
}

bool Filter::dimensionsOnly() const {
    return std::all_of(m_terms.begin(), m_terms.end(),
                       [](const FilterTerm& term) { return filterField(term.field).dimension; });
}

} // namespace tollgate
