#include "gateway/admin/config_text.h"

#include <boost/json/array.hpp>
#include <boost/json/parser.hpp>
#include <boost/json/value.hpp>
#include <yaml-cpp/yaml.h>

#include <QByteArray>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace tollgate {

namespace {

constexpr int kMaxDepth = 64;
constexpr std::size_t kMaxNodes = 1'000'000; // YAML's own aliases can multiply a small text

struct Refused {
    std::string message;
    YAML::Mark mark;
};

/// https://yaml.org/spec/1.2.2/#1032-tag-resolution
boost::json::value plainScalar(const std::string& text) {
    if (text.empty() || text == "~" || text == "null" || text == "Null" || text == "NULL")
        return nullptr;
    if (text == "true" || text == "True" || text == "TRUE")
        return true;
    if (text == "false" || text == "False" || text == "FALSE")
        return false;
    const char* begin = text.data() + (text.front() == '+' ? 1 : 0);
    const char* end = text.data() + text.size();
    std::int64_t whole = 0;
    if (const auto [stop, error] = std::from_chars(begin, end, whole); error == std::errc{} && stop == end)
        return whole;
    const bool numberLike = text.find_first_not_of("+-.0123456789eE") == std::string::npos &&
                            text.find_first_of("0123456789") != std::string::npos;
    double real = 0;
    if (numberLike) {
        const auto [stop, error] = std::from_chars(begin, end, real);
        if (error == std::errc{} && stop == end && std::isfinite(real))
            return real;
    }
    return boost::json::value(text);
}

class Converter {
public:
    boost::json::value convert(const YAML::Node& node, int depth = 0) {
        if (++m_nodes > kMaxNodes || depth > kMaxDepth)
            throw Refused{"is too large or too deep", node.Mark()};
        switch (node.Type()) {
        case YAML::NodeType::Map:
            return convertMap(node, depth);
        case YAML::NodeType::Sequence: {
            boost::json::array list;
            for (const auto& item : node)
                list.push_back(convert(item, depth + 1));
            return list;
        }
        case YAML::NodeType::Scalar:
            // "!" marks a quoted scalar, "?" a plain one.
            return node.Tag() == "?" ? plainScalar(node.Scalar()) : boost::json::value(node.Scalar());
        case YAML::NodeType::Null:
        case YAML::NodeType::Undefined:
            break;
        }
        return nullptr;
    }

private:
    boost::json::value convertMap(const YAML::Node& node, int depth) {
        boost::json::object object;
        for (const auto& entry : node) {
            if (!entry.first.IsScalar())
                throw Refused{"has a key that is no text", entry.first.Mark()};
            if (!object.emplace(entry.first.Scalar(), convert(entry.second, depth + 1)).second)
                throw Refused{"has the key " + entry.first.Scalar() + " twice", entry.first.Mark()};
        }
        return object;
    }

    std::size_t m_nodes = 0;
};

TextError errorAt(std::string message, const YAML::Mark& mark) {
    return {std::move(message), mark.line + 1, mark.column + 1};
}

/// "aliases[0].targets" → "aliases", "[0]", "targets".
std::vector<std::string> stepsOf(std::string_view param) {
    std::vector<std::string> steps;
    while (!param.empty()) {
        if (param.front() == '.')
            param.remove_prefix(1);
        const std::size_t end = param.front() == '[' ? param.find(']') + 1 : param.find_first_of(".[");
        steps.emplace_back(param.substr(0, end));
        param.remove_prefix(std::min(end, param.size()));
    }
    return steps;
}

/// The child that a step leads to; not defined when there is none.
YAML::Node childOf(const YAML::Node& node, const std::string& step) {
    if (!step.starts_with('['))
        return node.IsMap() ? node[step] : YAML::Node(YAML::NodeType::Undefined);
    std::size_t index = 0;
    std::from_chars(step.data() + 1, step.data() + step.size() - 1, index);
    return node.IsSequence() && index < node.size() ? node[index] : YAML::Node(YAML::NodeType::Undefined);
}

bool isNameCharacter(char c, bool first) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_' || (!first && c >= '0' && c <= '9');
}

/// The NAME of a ${NAME} that begins here, or nothing.
std::string_view variableAt(std::string_view text) {
    if (!text.starts_with("${"))
        return {};
    const std::size_t close = text.find('}');
    if (close == std::string_view::npos)
        return {};
    const std::string_view name = text.substr(2, close - 2);
    for (std::size_t i = 0; i < name.size(); ++i) {
        if (!isNameCharacter(name[i], i == 0))
            return {};
    }
    return name;
}

std::optional<std::string> substituteText(boost::json::string& value, const Environment& environment) {
    const std::string_view text = value;
    if (text.find("${") == std::string_view::npos)
        return std::nullopt;
    std::string result;
    for (std::size_t i = 0; i < text.size();) {
        const std::string_view rest = text.substr(i);
        if (rest.starts_with("$${")) {
            result += "${";
            i += 3;
        } else if (const std::string_view name = variableAt(rest); !name.empty()) {
            const auto known = environment ? environment(std::string(name)) : std::nullopt;
            if (!known)
                return std::string(name);
            result += *known;
            i += name.size() + 3;
        } else {
            result += text[i++];
        }
    }
    value = result;
    return std::nullopt;
}

std::optional<MissingVariable> substituteIn(boost::json::value& value, const Environment& environment,
                                            const std::string& path) {
    if (value.is_string()) {
        if (auto missing = substituteText(value.get_string(), environment))
            return MissingVariable{path, *std::move(missing)};
    } else if (value.is_array()) {
        for (std::size_t i = 0; i < value.get_array().size(); ++i) {
            auto missing =
                substituteIn(value.get_array()[i], environment, path + "[" + std::to_string(i) + "]");
            if (missing)
                return missing;
        }
    } else if (value.is_object()) {
        for (auto& entry : value.get_object()) {
            std::string below = path;
            below.append(path.empty() ? "" : ".").append(entry.key());
            if (auto missing = substituteIn(entry.value(), environment, below))
                return missing;
        }
    }
    return std::nullopt;
}

} // namespace

tl::expected<boost::json::object, TextError> parseConfigText(std::string_view text) {
    try {
        const YAML::Node root = YAML::Load(std::string(text));
        if (root.IsNull())
            return boost::json::object();
        if (!root.IsMap())
            return tl::unexpected(errorAt("must be a mapping at the top", root.Mark()));
        return std::move(Converter().convert(root).get_object());
    } catch (const Refused& refused) {
        return tl::unexpected(errorAt(refused.message, refused.mark));
    } catch (const YAML::Exception& error) {
        return tl::unexpected(errorAt(error.msg, error.mark));
    }
}

std::optional<TextError> jsonMistake(std::string_view text) {
    boost::json::parser parser;
    boost::system::error_code error;
    std::size_t end = parser.write_some(text.data(), text.size(), error);
    std::string message = error.message();
    if (!error) {
        end = text.find_first_not_of(" \t\r\n", end);
        if (end == std::string_view::npos)
            return std::nullopt;
        message = "there is more behind its end";
    } else if (error == boost::json::error::incomplete) {
        end = text.find_last_not_of(" \t\r\n") + 1;
    }
    const std::string_view before = text.substr(0, end);
    const auto line = static_cast<int>(std::ranges::count(before, '\n')) + 1;
    const std::size_t lineStart = before.rfind('\n') + 1; // 0 without one
    return TextError{"is not valid JSON: " + message, line, static_cast<int>(end - lineStart) + 1};
}

int lineOfField(std::string_view text, std::string_view param) {
    try {
        YAML::Node node = YAML::Load(std::string(text));
        int line = node.Mark().line + 1;
        for (const std::string& step : stepsOf(param)) {
            const YAML::Node next = childOf(node, step);
            if (!next.IsDefined())
                break;
            node.reset(next);
            line = node.Mark().line + 1;
        }
        return line;
    } catch (const YAML::Exception&) {
        return 0;
    }
}

Environment systemEnvironment() {
    return [](const std::string& name) -> std::optional<std::string> {
        if (name == "TOLLGATE_MASTER_KEY" || name == "TOLLGATE_ADMIN_TOKEN")
            return std::nullopt; // a document must not copy them to where they can be read back
        if (!qEnvironmentVariableIsSet(name.c_str()))
            return std::nullopt;
        return qgetenv(name.c_str()).toStdString();
    };
}

std::optional<MissingVariable> substituteEnvironment(boost::json::value& document,
                                                     const Environment& environment) {
    return substituteIn(document, environment, {});
}

void escapeVariables(boost::json::value& document) {
    if (document.is_string()) {
        std::string text(document.get_string());
        for (std::size_t at = text.find("${"); at != std::string::npos; at = text.find("${", at + 3))
            text.insert(at, "$");
        document.get_string() = text;
    } else if (document.is_array()) {
        for (boost::json::value& item : document.get_array())
            escapeVariables(item);
    } else if (document.is_object()) {
        for (auto& entry : document.get_object())
            escapeVariables(entry.value());
    }
}

} // namespace tollgate
