#include "gateway/config/field_reader.h"

#include "gateway/wire/clock.h"

#include <boost/json/value.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

namespace tollgate {

namespace {

std::string plain(double value) {
    std::array<char, 40> text{};
    std::snprintf(text.data(), text.size(), "%.15g", value);
    return text.data();
}

} // namespace

FieldReader::FieldReader(const boost::json::object& object, std::string path,
                         std::optional<FieldError>* error)
    : m_object(object)
    , m_path(std::move(path))
    , m_error(error != nullptr ? error : &m_ownError) {}

std::string FieldReader::pathOf(std::string_view key) const {
    if (key.empty())
        return m_path;
    return m_path.empty() ? std::string(key) : m_path + "." + std::string(key);
}

void FieldReader::fail(std::string_view key, std::string message) {
    if (!failed())
        *m_error = FieldError{pathOf(key), std::move(message)};
}

bool FieldReader::has(std::string_view key) const {
    const auto* value = m_object.if_contains(key);
    return value != nullptr && !value->is_null();
}

const boost::json::value* FieldReader::find(std::string_view key) {
    m_known.emplace_back(key);
    return m_object.if_contains(key);
}

const boost::json::value* FieldReader::raw(std::string_view key) {
    const auto* value = find(key);
    return value != nullptr && !value->is_null() ? value : nullptr;
}

void FieldReader::require(std::string_view key) {
    if (!has(key))
        fail(key, "is required");
}

void FieldReader::readOnly(std::initializer_list<std::string_view> keys) {
    m_known.insert(m_known.end(), keys.begin(), keys.end());
}

void FieldReader::rejectUnknown() {
    for (const auto& entry : m_object) {
        if (std::ranges::find(m_known, std::string_view(entry.key())) == m_known.end())
            fail(entry.key(), "is not a known field");
    }
}

bool FieldReader::checkText(std::string_view key, std::string_view text, const TextRule& rule) {
    if (rule.required && text.empty()) {
        fail(key, "must not be empty");
        return false;
    }
    if (text.size() > rule.maxBytes) {
        fail(key, "is longer than " + std::to_string(rule.maxBytes) + " bytes");
        return false;
    }
    if (rule.check != nullptr && !text.empty()) {
        if (auto mistake = rule.check(text)) {
            fail(key, *std::move(mistake));
            return false;
        }
    }
    return true;
}

void FieldReader::text(std::string_view key, std::optional<std::string>& out, const TextRule& rule) {
    const auto* value = raw(key);
    if (value == nullptr) {
        if (rule.required)
            fail(key, "is required");
        return;
    }
    if (!value->is_string()) {
        fail(key, "must be a text");
        return;
    }
    if (checkText(key, value->get_string(), rule))
        out = std::string(value->get_string());
}

void FieldReader::text(std::string_view key, std::string& out, const TextRule& rule) {
    std::optional<std::string> given;
    text(key, given, rule);
    if (given)
        out = *std::move(given);
}

std::optional<std::string> FieldReader::word(std::string_view key) {
    const auto* value = find(key);
    if (value == nullptr)
        return std::nullopt;
    if (!value->is_string()) {
        fail(key, "must be a text");
        return std::nullopt;
    }
    return std::string(value->get_string());
}

void FieldReader::boolean(std::string_view key, bool& out) {
    const auto* value = find(key);
    if (value == nullptr)
        return;
    if (value->is_bool())
        out = value->get_bool();
    else
        fail(key, "must be true or false");
}

std::optional<std::int64_t> FieldReader::wholeNumber(std::string_view key, const boost::json::value& value,
                                                     std::int64_t min, std::int64_t max) {
    std::optional<std::int64_t> number;
    if (value.is_int64()) {
        number = value.get_int64();
    } else if (value.is_double()) {
        // 15.0 is a whole number in JSON; beyond 2^53 a double no longer says which one it is.
        const double real = value.get_double();
        if (std::trunc(real) == real && std::abs(real) <= 9007199254740992.0)
            number = static_cast<std::int64_t>(real);
    }
    if (number && *number >= min && *number <= max)
        return number;
    if (max == std::numeric_limits<std::int64_t>::max())
        fail(key, "must be a whole number of at least " + std::to_string(min));
    else
        fail(key, "must be a whole number from " + std::to_string(min) + " to " + std::to_string(max));
    return std::nullopt;
}

void FieldReader::integer(std::string_view key, std::int64_t& out, std::int64_t min, std::int64_t max) {
    const auto* value = find(key);
    if (value == nullptr)
        return;
    if (const auto number = wholeNumber(key, *value, min, max))
        out = *number;
}

void FieldReader::integer(std::string_view key, int& out, int min, int max) {
    std::int64_t wide = out;
    integer(key, wide, min, max);
    out = static_cast<int>(wide);
}

void FieldReader::integer(std::string_view key, std::optional<std::int64_t>& out, std::int64_t min,
                          std::int64_t max) {
    const auto* value = raw(key);
    if (value == nullptr)
        return;
    if (const auto number = wholeNumber(key, *value, min, max))
        out = *number;
}

std::optional<double> FieldReader::realNumber(std::string_view key, const boost::json::value& value,
                                              double min, double max) {
    if (value.is_number()) {
        const double number = value.to_number<double>();
        if (std::isfinite(number) && number >= min && number <= max)
            return number;
    }
    if (std::isinf(max))
        fail(key, "must be a number of at least " + plain(min));
    else
        fail(key, "must be a number from " + plain(min) + " to " + plain(max));
    return std::nullopt;
}

void FieldReader::number(std::string_view key, double& out, double min, double max) {
    const auto* value = find(key);
    if (value == nullptr)
        return;
    if (const auto given = realNumber(key, *value, min, max))
        out = *given;
}

void FieldReader::number(std::string_view key, std::optional<double>& out, double min, double max) {
    const auto* value = raw(key);
    if (value == nullptr)
        return;
    if (const auto given = realNumber(key, *value, min, max))
        out = *given;
}

void FieldReader::time(std::string_view key, std::optional<std::int64_t>& out) {
    const auto* value = raw(key);
    if (value == nullptr)
        return;
    const auto ms = value->is_string() ? fromRfc3339(value->get_string()) : std::nullopt;
    if (ms)
        out = *ms;
    else
        fail(key, "must be a time such as 2026-01-31T12:00:00Z");
}

void FieldReader::time(std::string_view key, std::int64_t& out) {
    std::optional<std::int64_t> given;
    time(key, given);
    if (given)
        out = *given;
}

void FieldReader::texts(std::string_view key, std::vector<std::string>& out, const TextRule& rule) {
    const auto* value = raw(key);
    if (value == nullptr)
        return;
    if (!value->is_array()) {
        fail(key, "must be a list of texts");
        return;
    }
    std::vector<std::string> given;
    for (const auto& item : value->get_array()) {
        const std::string itemKey = std::string(key) + "[" + std::to_string(given.size()) + "]";
        if (!item.is_string()) {
            fail(itemKey, "must be a text");
            return;
        }
        if (!checkText(itemKey, item.get_string(), rule))
            return;
        given.emplace_back(item.get_string());
    }
    out = std::move(given);
}

void FieldReader::integers(std::string_view key, std::vector<int>& out, int min, int max) {
    const auto* value = raw(key);
    if (value == nullptr)
        return;
    if (!value->is_array()) {
        fail(key, "must be a list of whole numbers");
        return;
    }
    std::vector<int> given;
    for (const auto& item : value->get_array()) {
        const std::string itemKey = std::string(key) + "[" + std::to_string(given.size()) + "]";
        const auto number = wholeNumber(itemKey, item, min, max);
        if (!number)
            return;
        given.push_back(static_cast<int>(*number));
    }
    out = std::move(given);
}

void FieldReader::object(std::string_view key, boost::json::object& out) {
    const auto* value = raw(key);
    if (value == nullptr)
        return;
    if (value->is_object())
        out = value->get_object();
    else
        fail(key, "must be an object");
}

void FieldReader::nested(std::string_view key, const std::function<void(FieldReader&)>& read) {
    const auto* value = raw(key);
    if (value == nullptr)
        return;
    if (!value->is_object()) {
        fail(key, "must be an object");
        return;
    }
    FieldReader inner(value->get_object(), pathOf(key), m_error);
    read(inner);
    inner.rejectUnknown();
}

void FieldReader::each(std::string_view key, const std::function<void(FieldReader&)>& read) {
    const auto* value = raw(key);
    if (value == nullptr)
        return;
    if (!value->is_array()) {
        fail(key, "must be a list of objects");
        return;
    }
    std::size_t index = 0;
    for (const auto& item : value->get_array()) {
        const std::string itemKey = std::string(key) + "[" + std::to_string(index++) + "]";
        if (!item.is_object()) {
            fail(itemKey, "must be an object");
            return;
        }
        FieldReader inner(item.get_object(), pathOf(itemKey), m_error);
        read(inner);
        inner.rejectUnknown();
    }
}

} // namespace tollgate
