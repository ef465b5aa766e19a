#pragma once
// Reads one JSON object field by field into typed values. The first mistake is kept with the path of its
// field ("targets[1].weight"); what nobody asked for by finish() is an unknown field and a mistake too.

#include "gateway/config/codec.h"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include <cstdint>
#include <functional>
#include <initializer_list>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tollgate {

template <typename E>
struct EnumName {
    std::string_view name;
    E value;
};

/// What a text must look like.
struct TextRule {
    bool required = false; ///< present and not empty
    std::size_t maxBytes = 4096;
    /// Says what is wrong with the text, or nothing.
    std::optional<std::string> (*check)(std::string_view) = nullptr;
};

class FieldReader {
public:
    explicit FieldReader(const boost::json::object& object)
        : FieldReader(object, {}, nullptr) {}
    FieldReader(const FieldReader&) = delete;
    FieldReader& operator=(const FieldReader&) = delete;

    // Every reader leaves `out` alone when the field is absent. Null counts as absent for texts, lists and
    // objects, and is a mistake for the rest unless the target is optional.
    void text(std::string_view key, std::string& out, const TextRule& rule = {});
    void text(std::string_view key, std::optional<std::string>& out, const TextRule& rule = {});
    void boolean(std::string_view key, bool& out);
    void integer(std::string_view key, std::int64_t& out, std::int64_t min, std::int64_t max);
    void integer(std::string_view key, int& out, int min, int max);
    void integer(std::string_view key, std::optional<std::int64_t>& out, std::int64_t min, std::int64_t max);
    void number(std::string_view key, double& out, double min, double max);
    void number(std::string_view key, std::optional<double>& out, double min, double max);
    /// RFC 3339 text into milliseconds.
    void time(std::string_view key, std::int64_t& out);
    void time(std::string_view key, std::optional<std::int64_t>& out);
    void texts(std::string_view key, std::vector<std::string>& out, const TextRule& rule = {});
    void integers(std::string_view key, std::vector<int>& out, int min, int max);
    void object(std::string_view key, boost::json::object& out);

    template <typename E>
    void choice(std::string_view key, E& out, std::span<const EnumName<E>> names) {
        const std::optional<std::string> given = word(key);
        if (!given)
            return;
        std::string allowed;
        for (const auto& entry : names) {
            if (entry.name == *given) {
                out = entry.value;
                return;
            }
            allowed += (allowed.empty() ? "" : ", ") + std::string(entry.name);
        }
        fail(key, "must be one of: " + allowed);
    }

    /// Reads a nested object with its own reader; unknown fields in it are mistakes as well.
    void nested(std::string_view key, const std::function<void(FieldReader&)>& read);
    /// The same for each object of a list.
    void each(std::string_view key, const std::function<void(FieldReader&)>& read);

    /// Fields that the API answers and ignores when they come back.
    void readOnly(std::initializer_list<std::string_view> keys);
    void require(std::string_view key);

    bool has(std::string_view key) const;
    /// The raw value, marked as known; null pointer when absent or null.
    const boost::json::value* raw(std::string_view key);
    /// Keeps the mistake if it is the first. An empty key means the object itself.
    void fail(std::string_view key, std::string message);
    /// What nobody has asked for so far is a mistake; finish() does it by itself.
    void rejectUnknown();
    bool failed() const { return m_error->has_value(); }

    template <typename T>
    Parsed<T> finish(T value) {
        rejectUnknown();
        if (failed())
            return tl::unexpected(**m_error);
        return value;
    }

private:
    FieldReader(const boost::json::object& object, std::string path, std::optional<FieldError>* error);

    const boost::json::value* find(std::string_view key);
    std::optional<std::string> word(std::string_view key);
    std::optional<std::int64_t> wholeNumber(std::string_view key, const boost::json::value& value,
                                            std::int64_t min, std::int64_t max);
    std::optional<double> realNumber(std::string_view key, const boost::json::value& value, double min,
                                     double max);
    bool checkText(std::string_view key, std::string_view text, const TextRule& rule);
    std::string pathOf(std::string_view key) const;

    const boost::json::object& m_object;
    std::string m_path;
    std::vector<std::string> m_known;
    std::optional<FieldError> m_ownError;
    std::optional<FieldError>* m_error;
};

} // namespace tollgate
