#include "gateway/providers/gemini_schema.h"

#include <boost/json.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <string_view>
#include <vector>

namespace tollgate {

namespace json = boost::json;

namespace {

constexpr int kDeepest = 48;
/// References that stand for references multiply; nobody's schema is that large.
constexpr int kLargest = 20'000;

/// Say nothing about what is valid.
constexpr std::array<std::string_view, 7> kSilent{"$schema", "$id",         "$comment", "$defs",
                                                  "$anchor", "definitions", "examples"};
constexpr std::array<std::string_view, 8> kJsonKeywords{
    "description", "format", "minItems", "maxItems", "minimum", "maximum", "title", "propertyOrdering"};
constexpr std::array<std::string_view, 14> kOpenApiKeywords{
    "description", "minItems",  "maxItems", "minimum",       "maximum",       "title",   "propertyOrdering",
    "minLength",   "maxLength", "pattern",  "minProperties", "maxProperties", "default", "nullable"};
/// Anything else is answered with 400 by models that take the OpenAPI subset.
constexpr std::array<std::string_view, 6> kOpenApiFormats{"enum",   "date-time", "float",
                                                          "double", "int32",     "int64"};

template <std::size_t N>
bool isOneOf(const std::array<std::string_view, N>& words, std::string_view word) {
    return std::ranges::find(words, word) != words.end();
}

bool isNullType(const json::value& schema) {
    const json::object* object = schema.if_object();
    const json::value* type = object != nullptr ? object->if_contains("type") : nullptr;
    return type != nullptr && type->is_string() && type->get_string() == "null";
}

class Rewriter {
public:
    Rewriter(const json::value& root, GeminiSchemaKind kind, std::set<std::string>& lost)
        : m_root(root)
        , m_openApi(kind == GeminiSchemaKind::OpenApi)
        , m_lost(lost) {}

    json::value whole() {
        json::value schema = rewritten(m_root);
        json::object definitions;
        // Definitions may call for further ones.
        while (!m_wanted.empty()) {
            const auto [name, reference] = *m_wanted.begin();
            m_wanted.erase(m_wanted.begin());
            if (definitions.contains(name))
                continue;
            m_open = {reference};
            const json::value* definition = found(reference);
            definitions[name] = definition != nullptr ? rewritten(*definition) : json::value(json::object());
            m_open.clear();
        }
        if (!definitions.empty() && schema.is_object())
            schema.get_object()["$defs"] = std::move(definitions);
        return schema;
    }

private:
    json::value rewritten(const json::value& schema) {
        const json::object* object = schema.if_object();
        if (object == nullptr)
            return anything();
        if (m_depth > kDeepest || m_size > kLargest) {
            m_lost.insert("depth");
            return anything();
        }
        ++m_size;
        ++m_depth;
        json::value result = rewrittenObject(*object);
        --m_depth;
        return result;
    }

    json::value anything() const {
        json::object any;
        if (m_openApi)
            any["type"] = "object";
        return any;
    }

    json::value rewrittenObject(const json::object& schema) {
        const json::value* reference = schema.if_contains("$ref");
        if (reference != nullptr && reference->is_string())
            return resolved(schema, std::string(reference->get_string()));
        if (const json::value* all = schema.if_contains("allOf"); all != nullptr && all->is_array())
            return merged(schema, all->get_array());
        json::object result;
        for (const auto& member : schema)
            keyword(member.key(), member.value(), result);
        if (m_openApi)
            settleOpenApi(result);
        else
            allowNull(schema, result);
        dropUnknownRequired(result);
        return result;
    }

    /// The target itself with what stands next to the reference; a cycle stays a reference where it may.
    json::value resolved(const json::object& schema, const std::string& reference) {
        if (std::ranges::find(m_open, reference) != m_open.end()) {
            if (m_openApi || reference == "#") {
                m_lost.insert("$ref");
                json::object end;
                end["type"] = "object";
                return end;
            }
            const std::string name = reference.substr(reference.find_last_of('/') + 1);
            m_wanted.emplace(name, reference);
            json::object cycle;
            cycle["$ref"] = "#/$defs/" + name;
            return cycle;
        }
        const json::value* target = found(reference);
        if (target == nullptr || !target->is_object()) {
            m_lost.insert("$ref");
            return anything();
        }
        json::object joined = target->get_object();
        for (const auto& member : schema) {
            if (member.key() != "$ref")
                joined[member.key()] = member.value();
        }
        m_open.push_back(reference);
        json::value result = rewritten(joined);
        m_open.pop_back();
        return result;
    }

    const json::value* found(std::string_view reference) const {
        if (reference == "#")
            return &m_root;
        if (!reference.starts_with("#/"))
            return nullptr;
        boost::system::error_code failure;
        return m_root.find_pointer(json::string_view(reference.substr(1)), failure);
    }

    /// One schema that says what all of them say; where they contradict each other the first wins.
    json::value merged(const json::object& schema, const json::array& all) {
        json::object joined = schema;
        joined.erase("allOf");
        std::size_t opened = 0;
        for (const json::value& one : all) {
            const json::object* branch = one.if_object();
            const json::value* reference = branch != nullptr ? branch->if_contains("$ref") : nullptr;
            if (reference != nullptr && reference->is_string()) {
                std::string path(reference->get_string());
                const bool cycle = std::ranges::find(m_open, path) != m_open.end();
                const json::value* target = cycle ? nullptr : found(path);
                branch = target != nullptr ? target->if_object() : nullptr;
                m_open.push_back(std::move(path));
                ++opened;
            }
            if (branch == nullptr)
                m_lost.insert("allOf");
            else
                mergeInto(joined, *branch);
        }
        json::value result = rewritten(joined);
        m_open.resize(m_open.size() - opened);
        return result;
    }

    void mergeInto(json::object& joined, const json::object& branch) {
        for (const auto& member : branch) {
            json::value* known = joined.if_contains(member.key());
            if (known == nullptr) {
                joined[member.key()] = member.value();
            } else if (member.key() == "properties" && known->is_object() && member.value().is_object()) {
                for (const auto& property : member.value().get_object()) {
                    if (!known->get_object().contains(property.key()))
                        known->get_object()[property.key()] = property.value();
                }
            } else if (member.key() == "required" && known->is_array() && member.value().is_array()) {
                for (const json::value& name : member.value().get_array())
                    known->get_array().push_back(name);
            } else if (*known != member.value() && !isOneOf(kSilent, member.key()) &&
                       member.key() != "description") {
                m_lost.insert("allOf");
            }
        }
    }

    void keyword(std::string_view name, const json::value& value, json::object& result) {
        if (name == "properties" && value.is_object()) {
            json::object properties;
            for (const auto& property : value.get_object())
                properties[property.key()] = rewritten(property.value());
            result["properties"] = std::move(properties);
        } else if (name == "items" || name == "prefixItems") {
            items(name, value, result);
        } else if ((name == "anyOf" || name == "oneOf") && value.is_array()) {
            branches(m_openApi ? "anyOf" : name, value.get_array(), result);
        } else if (name == "type" || name == "required") {
            result[name] = value;
        } else if (name == "enum" && value.is_array()) {
            choices(value.get_array(), result);
        } else if (name == "const") {
            choices(json::array{value}, result);
        } else if (name == "additionalProperties" && !m_openApi) {
            result[name] = value.is_object() ? rewritten(value) : value;
        } else if (name == "format" && m_openApi) {
            if (value.is_string() && isOneOf(kOpenApiFormats, std::string_view(value.get_string())))
                result[name] = value;
            else
                m_lost.insert("format");
        } else if (m_openApi ? isOneOf(kOpenApiKeywords, name) : isOneOf(kJsonKeywords, name)) {
            result[name] = value;
        } else if (!isOneOf(kSilent, name) && name != "nullable") {
            m_lost.emplace(name);
        }
    }

    /// OpenAPI's word in JSON Schema's.
    static void allowNull(const json::object& schema, json::object& result) {
        const json::value* nullable = schema.if_contains("nullable");
        json::value* type = result.if_contains("type");
        if (nullable != nullptr && nullable->is_bool() && nullable->get_bool() && type != nullptr &&
            type->is_string())
            *type = json::array{*type, "null"};
    }

    void items(std::string_view name, const json::value& value, json::object& result) {
        if (!value.is_array()) {
            result["items"] = rewritten(value);
            return;
        }
        if (m_openApi) { // no tuples there
            m_lost.insert(std::string(name));
            result["items"] = value.get_array().empty() ? anything() : rewritten(value.get_array().front());
            return;
        }
        json::array prefix;
        for (const json::value& one : value.get_array())
            prefix.push_back(rewritten(one));
        result["prefixItems"] = std::move(prefix);
    }

    void branches(std::string_view name, const json::array& values, json::object& result) {
        json::array rewrittenOnes;
        for (const json::value& one : values) {
            if (m_openApi && isNullType(one))
                result["nullable"] = true;
            else
                rewrittenOnes.push_back(rewritten(one));
        }
        if (m_openApi && rewrittenOnes.size() == 1 && rewrittenOnes.front().is_object()) {
            for (const auto& member : rewrittenOnes.front().get_object())
                result[member.key()] = member.value();
        } else if (!rewrittenOnes.empty()) {
            result[name] = std::move(rewrittenOnes);
        }
    }

    /// Strings and numbers; the OpenAPI subset has only strings.
    void choices(const json::array& values, json::object& result) {
        json::array taken;
        bool null = false;
        for (const json::value& value : values) {
            if (value.is_string() || (value.is_number() && !m_openApi))
                taken.push_back(value);
            else if (value.is_null())
                null = true;
            else
                m_lost.insert("enum");
        }
        if (null && m_openApi)
            result["nullable"] = true;
        else if (null)
            taken.push_back(nullptr);
        if (taken.empty() || taken.size() + (null && m_openApi ? 1U : 0U) != values.size())
            return; // half a list would forbid what is allowed
        if (!result.contains("type") && taken.front().is_string())
            result["type"] = "string";
        result["enum"] = std::move(taken);
    }

    /// One type per schema, null as a word of its own, nothing of weight beside anyOf.
    void settleOpenApi(json::object& result) {
        if (json::value* type = result.if_contains("type"); type != nullptr && type->is_array()) {
            json::array types;
            for (const json::value& one : type->get_array()) {
                if (one.is_string() && one.get_string() == "null")
                    result["nullable"] = true;
                else
                    types.push_back(one);
            }
            settleTypes(result, std::move(types));
        }
        if (result.contains("anyOf")) {
            for (const char* beside : {"type", "properties", "required", "items", "enum", "format"}) {
                if (result.erase(beside) > 0 && std::string_view(beside) != "type")
                    m_lost.insert(beside);
            }
        } else if (const json::value* properties = result.if_contains("properties");
                   properties != nullptr && properties->is_object() && properties->get_object().empty()) {
            result.erase("properties"); // "should be non-empty for OBJECT type"
        }
    }

    static void settleTypes(json::object& result, json::array types) {
        if (types.size() == 1) {
            result["type"] = types.front();
            return;
        }
        result.erase("type");
        if (types.empty() || result.contains("anyOf"))
            return;
        json::array any;
        for (json::value& one : types) {
            json::object branch;
            branch["type"] = std::move(one);
            any.push_back(std::move(branch));
        }
        result["anyOf"] = std::move(any);
    }

    /// "required[0]: property is not defined" is a 400.
    void dropUnknownRequired(json::object& result) {
        const json::value* required = result.if_contains("required");
        if (required == nullptr)
            return;
        const json::value* properties = result.if_contains("properties");
        json::array names;
        if (required->is_array() && properties != nullptr && properties->is_object()) {
            for (const json::value& name : required->get_array()) {
                if (name.is_string() && properties->get_object().contains(name.get_string()) &&
                    std::ranges::find(names, name) == names.end())
                    names.push_back(name);
            }
        }
        if (!required->is_array() || names.size() != required->get_array().size())
            m_lost.insert("required");
        if (names.empty())
            result.erase("required");
        else
            result["required"] = std::move(names);
    }

    const json::value& m_root;
    const bool m_openApi;
    std::set<std::string>& m_lost;
    std::vector<std::string> m_open; ///< references being resolved
    std::map<std::string, std::string> m_wanted;
    int m_depth = 0;
    int m_size = 0;
};

} // namespace

json::value geminiSchema(const json::value& schema, GeminiSchemaKind kind, std::set<std::string>& lost) {
    return Rewriter(schema, kind, lost).whole();
}

} // namespace tollgate
