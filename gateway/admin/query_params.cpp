#include "gateway/admin/query_params.h"

#include "gateway/wire/clock.h"
#include "gateway/wire/url_text.h"

#include <QByteArray>

#include <charconv>

namespace tollgate {

namespace {

constexpr int kDefaultLimit = 100;
constexpr int kMaxLimit = 1000;
constexpr char kCursorMark = 'i'; // tells a cursor of ours from chance base64

} // namespace

QueryParams::QueryParams(std::string_view query) {
    eachQueryParam(query, [this](std::string name, std::string value) {
        m_values.insert_or_assign(std::move(name), std::move(value));
    });
}

std::string QueryParams::value(std::string_view name) const {
    const auto it = m_values.find(name);
    return it == m_values.end() ? std::string() : it->second;
}

Outcome<bool> QueryParams::flag(std::string_view name, bool fallback) const {
    if (!contains(name))
        return fallback;
    const std::string text = value(name);
    if (text.empty() || text == "true" || text == "1")
        return true;
    if (text == "false" || text == "0")
        return false;
    return tl::unexpected(invalid(std::string(name), "must be true or false"));
}

Outcome<int> QueryParams::limit() const {
    if (!contains("limit"))
        return kDefaultLimit;
    const std::string text = value("limit");
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size() || number < 1 || number > kMaxLimit)
        return tl::unexpected(
            invalid("limit", "must be a whole number from 1 to " + std::to_string(kMaxLimit)));
    return number;
}

Outcome<std::optional<std::int64_t>> QueryParams::time(std::string_view name) const {
    const std::string text = value(name);
    if (text.empty())
        return std::optional<std::int64_t>();
    const auto ms = fromRfc3339(text);
    if (!ms)
        return tl::unexpected(
            invalid(std::string(name), "must be a time such as 2026-01-31T12:00:00Z or a date"));
    return std::optional(*ms);
}

std::string cursorOf(std::string_view lastId) {
    const std::string marked = kCursorMark + std::string(lastId);
    return QByteArray::fromStdString(marked)
        .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals)
        .toStdString();
}

Outcome<std::string> idOfCursor(std::string_view cursor) {
    if (cursor.empty())
        return std::string();
    const auto decoded = QByteArray::fromBase64Encoding(
        QByteArray(cursor.data(), static_cast<qsizetype>(cursor.size())),
        QByteArray::Base64UrlEncoding | QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded || (*decoded).size() < 2 || (*decoded).front() != kCursorMark)
        return tl::unexpected(invalid("cursor", "is not one that this list gave out"));
    return (*decoded).mid(1).toStdString();
}

} // namespace tollgate
