// By hand and not by std::regex, whose depth of recursion grows with the text: upstreams choose what is
// logged.

#include "gateway/wire/redacted.h"

#include <algorithm>
#include <array>

namespace tollgate {

namespace {

constexpr std::size_t kShortest = 12; ///< shorter words are taken for words
constexpr std::size_t kShown = 4;

bool isAlnum(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool isKeyCharacter(char c) {
    return isAlnum(c) || c == '_' || c == '-' || c == '.';
}
/// Of a value that stands behind a name or "Bearer": anything up to a blank, a quote or a separator.
bool isValueCharacter(char c) {
    return static_cast<unsigned char>(c) > ' ' &&
           std::string_view("\"'`,;&<>\\(){}[]").find(c) == std::string_view::npos;
}
bool isBlank(char c) {
    return c == ' ' || c == '\t';
}

bool startsWithWord(std::string_view text, std::string_view word) {
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
    return text.size() >= word.size() &&
           std::equal(word.begin(), word.end(), text.begin(), [&](char a, char b) { return a == lower(b); });
}

template <typename Is>
std::size_t run(std::string_view text, std::size_t from, Is is) {
    std::size_t end = from;
    while (end < text.size() && is(text[end]))
        ++end;
    return end;
}

struct Found {
    std::size_t begin = 0;
    std::size_t end = 0; ///< 0: nothing found
};

/// A credential that begins at, or is announced by, the start of the text.
Found credentialAt(std::string_view text) {
    constexpr std::array<std::string_view, 4> kBeginnings{"sk-", "tg-", "key-", "aiza"};
    constexpr std::array<std::string_view, 7> kNames{"api-key",  "api_key", "apikey", "authorization",
                                                     "password", "secret",  "token"};
    constexpr std::string_view kBasic = "basic"; // RFC 7617; Bearer is found by itself
    Found found;
    for (const std::string_view beginning : kBeginnings) {
        if (startsWithWord(text, beginning) &&
            run(text, beginning.size(), isKeyCharacter) >= beginning.size() + kShortest)
            found = {0, run(text, 0, isKeyCharacter)};
    }
    if (constexpr std::string_view kBearer = "bearer"; startsWithWord(text, kBearer)) {
        const std::size_t begin = run(text, kBearer.size(), isBlank);
        if (begin > kBearer.size())
            found = {begin, run(text, begin, isValueCharacter)};
    }
    for (const std::string_view name : kNames) {
        if (!startsWithWord(text, name))
            continue;
        const auto isQuote = [](char c) { return isBlank(c) || c == '"' || c == '\'' || c == '\\'; };
        const std::size_t mark = run(text, name.size(), isQuote);
        if (mark < text.size() && (text[mark] == ':' || text[mark] == '=')) {
            std::size_t begin = run(text, mark + 1, isQuote);
            if (startsWithWord(text.substr(begin), kBasic))
                begin = run(text, begin + kBasic.size(), isBlank);
            found = {begin, run(text, begin, isValueCharacter)};
        }
    }
    return found.end >= found.begin + kShortest ? found : Found{};
}

} // namespace

std::string redacted(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const bool wordBegins = at == 0 || !isAlnum(text[at - 1]);
        const Found found = wordBegins && isAlnum(text[at]) ? credentialAt(text.substr(at)) : Found{};
        if (found.end == 0) {
            result += text[at++];
            continue;
        }
        result.append(text.substr(at, found.begin)).append("…");
        result.append(text.substr(at + found.end - kShown, kShown));
        at += found.end;
    }
    return result;
}

} // namespace tollgate
