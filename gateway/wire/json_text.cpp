#include "gateway/wire/json_text.h"

#include <boost/json.hpp>

#include <array>
#include <charconv>
#include <cmath>

namespace tollgate {

namespace json = boost::json;

namespace {

constexpr double kSmallestPlain = 1e-9; ///< a nanodollar is still written out
constexpr double kLargestPlain = 1e15;
constexpr std::size_t kDeepest = 1'024;

void append(std::string& text, double number) {
    std::array<char, 64> digits{};
    const double size = std::fabs(number);
    const bool plain = size == 0 || (size >= kSmallestPlain && size < kLargestPlain);
    const auto format = plain ? std::chars_format::fixed : std::chars_format::scientific;
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number, format).ptr;
    text.append(digits.data(), end);
}

/// RFC 8259 §7; runs that need no escape are copied whole.
void append(std::string& text, std::string_view words) {
    constexpr std::string_view kHex = "0123456789abcdef";
    constexpr std::string_view kShort = "btn-fr"; ///< of 8 to 13
    constexpr unsigned kBackspace = 8;
    text += '"';
    std::size_t copied = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const auto code = static_cast<unsigned char>(words[i]);
        if (code >= ' ' && code != '"' && code != '\\')
            continue;
        text.append(words, copied, i - copied);
        copied = i + 1;
        text += '\\';
        if (code >= ' ') {
            text += words[i];
        } else if (code >= kBackspace && code - kBackspace < kShort.size() && code != '\v') {
            text += kShort[code - kBackspace];
        } else {
            text += "u00";
            text += kHex[code >> 4U];
            text += kHex[code & 0xFU];
        }
    }
    text.append(words, copied);
    text += '"';
}

void append(std::string& text, const json::value& value) {
    if (value.is_double()) {
        append(text, value.get_double());
    } else if (const auto* words = value.if_string()) {
        append(text, std::string_view(*words));
    } else if (const auto* object = value.if_object()) {
        char before = '{';
        for (const auto& member : *object) {
            text += before;
            append(text, std::string_view(member.key()));
            text += ':';
            append(text, member.value());
            before = ',';
        }
        text += object->empty() ? "{}" : "}";
    } else if (const auto* array = value.if_array()) {
        char before = '[';
        for (const json::value& element : *array) {
            text += before;
            append(text, element);
            before = ',';
        }
        text += array->empty() ? "[]" : "]";
    } else {
        text += json::serialize(value);
    }
}

} // namespace

std::string toJsonText(const json::value& value) {
    std::string text;
    append(text, value);
    return text;
}

json::value parsedJson(std::string_view text, boost::system::error_code& failure) {
    json::parse_options options;
    options.max_depth = kDeepest;
    return json::parse({text.data(), text.size()}, failure, {}, options);
}

} // namespace tollgate
