#include "gateway/providers/anthropic_schema.h"

#include <boost/json.hpp>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace tollgate {

namespace json = boost::json;

namespace {

constexpr int kDeepest = 64;
/// The documented limit is 24; compiling the grammar has been seen to fail from 13 on.
constexpr int kMostOptional = 12;

constexpr std::array<std::string_view, 9> kKept{"$ref",    "$schema", "$id",  "title", "description",
                                                "default", "const",   "enum", "type"};
constexpr std::array<std::string_view, 14> kLimits{
    "minimum",       "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf",  "minLength",
    "maxLength",     "pattern", "minItems",         "maxItems",         "uniqueItems", "minProperties",
    "maxProperties", "not"};
constexpr std::array<std::string_view, 10> kFormats{"date-time", "time", "date", "duration", "email",
                                                    "hostname",  "uri",  "ipv4", "ipv6",     "uuid"};

class Rewriter {
public:
    explicit Rewriter(const json::value& root)
        : m_root(root) {}

    bool rewrite(const json::value& from, json::value& to, int depth) {
        if (from.is_bool()) {
            to = from;
            return true;
        }
        if (!from.is_object() || depth > kDeepest)
            return false;
        const json::object& schema = from.get_object();
        if (const json::value* reference = schema.if_contains("$ref"))
            if (!reference->is_string() || !followed(reference->get_string(), depth))
                return false;
        json::object out;
        for (const std::string_view name : kKept) {
            if (const json::value* value = schema.if_contains(name))
                out[name] = *value;
        }
        if (!alternatives(schema, out, depth) || !members(schema, out, depth) || !items(schema, out, depth))
            return false;
        limits(schema, out);
        to = std::move(out);
        return true;
    }

    bool relaxed() const { return m_relaxed; }
    bool fits() const { return m_optional <= kMostOptional; }

private:
    /// A reference may not lead back to itself.
    bool followed(std::string_view pointer, int depth) {
        if (!pointer.starts_with('#') || std::ranges::find(m_following, pointer) != m_following.end())
            return false;
        boost::system::error_code failure;
        const json::value* target = m_root.find_pointer(pointer.substr(1), failure);
        if (failure || target == nullptr)
            return false;
        m_following.emplace_back(pointer);
        json::value unused;
        const bool good = rewrite(*target, unused, depth + 1);
        m_following.pop_back();
        return good;
    }

    bool list(const json::value& from, json::value& to, int depth) {
        if (!from.is_array())
            return false;
        json::array out;
        for (const json::value& one : from.get_array()) {
            if (!rewrite(one, out.emplace_back(nullptr), depth + 1))
                return false;
        }
        to = std::move(out);
        return true;
    }

    bool map(const json::value& from, json::value& to, int depth) {
        if (!from.is_object())
            return false;
        json::object out;
        for (const auto& [name, one] : from.get_object()) {
            if (!rewrite(one, out[name], depth + 1))
                return false;
        }
        to = std::move(out);
        return true;
    }

    bool alternatives(const json::object& schema, json::object& out, int depth) {
        for (const std::string_view name : {"anyOf", "oneOf", "allOf"}) {
            const json::value* value = schema.if_contains(name);
            if (value != nullptr && !list(*value, out[name == "oneOf" ? "anyOf" : name], depth))
                return false;
        }
        // Each definition is judged where it is used; here it only has to survive.
        for (const std::string_view name : {"$defs", "definitions"}) {
            const json::value* value = schema.if_contains(name);
            const int counted = m_optional;
            if (value != nullptr && !map(*value, out[name], depth))
                return false;
            m_optional = counted;
        }
        return true;
    }

    bool members(const json::object& schema, json::object& out, int depth) {
        const json::value* properties = schema.if_contains("properties");
        const json::value* type = schema.if_contains("type");
        const bool object = properties != nullptr || (type != nullptr && *type == "object");
        if (!object)
            return true;
        // An open object would be closed, and its members lost.
        const json::value* more = schema.if_contains("additionalProperties");
        if (properties == nullptr || !properties->is_object() || schema.contains("patternProperties") ||
            (more != nullptr && *more != false))
            return false;
        if (!map(*properties, out["properties"], depth))
            return false;
        if (const json::value* required = schema.if_contains("required"))
            out["required"] = *required;
        const json::value* required = out.if_contains("required");
        const std::size_t needed =
            required != nullptr && required->is_array() ? required->get_array().size() : 0;
        const std::size_t all = properties->get_object().size();
        m_optional += static_cast<int>(all - std::min(all, needed));
        out["additionalProperties"] = false;
        return true;
    }

    bool items(const json::object& schema, json::object& out, int depth) {
        const json::value* value = schema.if_contains("items");
        if (value == nullptr)
            return !schema.contains("prefixItems");
        return value->is_array() ? list(*value, out["items"], depth)
                                 : rewrite(*value, out["items"], depth + 1);
    }

    /// What cannot be enforced is at least said.
    void limits(const json::object& schema, json::object& out) {
        std::string words;
        const auto say = [&](std::string_view name, const json::value& value) {
            words += (words.empty() ? "" : ", ") + std::string(name) + ": " + json::serialize(value);
            m_relaxed = true;
        };
        for (const std::string_view name : kLimits) {
            if (const json::value* value = schema.if_contains(name))
                say(name, *value);
        }
        if (const json::value* format = schema.if_contains("format")) {
            if (format->is_string() &&
                std::ranges::find(kFormats, std::string_view(format->get_string())) != kFormats.end())
                out["format"] = *format;
            else
                say("format", *format);
        }
        if (words.empty())
            return;
        const json::value* told = out.if_contains("description");
        out["description"] = told != nullptr && told->is_string()
                                 ? std::string(told->get_string()) + " (" + words + ")"
                                 : words;
    }

    const json::value& m_root;
    std::vector<std::string> m_following;
    int m_optional = 0;
    bool m_relaxed = false;
};

} // namespace

std::optional<GrammarSchema> grammarSchema(const json::value& schema) {
    Rewriter rewriter(schema);
    json::value out;
    if (!rewriter.rewrite(schema, out, 0) || !out.is_object() || !rewriter.fits())
        return std::nullopt;
    return GrammarSchema{std::move(out.get_object()), rewriter.relaxed()};
}

} // namespace tollgate
