#include "gateway/wire/url_text.h"

#include <charconv>

namespace tollgate {

std::string urlDecoded(std::string_view text, bool plusIsBlank) {
    std::string plain;
    plain.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        unsigned byte = 0;
        if (text[i] == '%' && i + 2 < text.size() &&
            std::from_chars(&text[i + 1], &text[i + 1] + 2, byte, 16).ptr == &text[i + 1] + 2) {
            plain += static_cast<char>(byte);
            i += 2;
        } else {
            plain += text[i] == '+' && plusIsBlank ? ' ' : text[i];
        }
    }
    return plain;
}

void eachQueryParam(std::string_view query,
                    const std::function<void(std::string name, std::string value)>& found) {
    while (!query.empty()) {
        const std::size_t end = query.find('&');
        const std::string_view pair = query.substr(0, end);
        query.remove_prefix(end == std::string_view::npos ? query.size() : end + 1);
        if (pair.empty())
            continue;
        const std::size_t equals = pair.find('=');
        const std::string_view value =
            equals == std::string_view::npos ? std::string_view() : pair.substr(equals + 1);
        found(urlDecoded(pair.substr(0, equals), true), urlDecoded(value, true));
    }
}

} // namespace tollgate
