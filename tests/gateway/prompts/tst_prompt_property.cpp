// Random templates against a renderer that walks the tree they were written from.
#include "gateway/prompts/prompt_template.h"

#include <QTest>

#include <boost/json/serialize.hpp>

#include <random>
#include <set>

using namespace tollgate;
namespace json = boost::json;

namespace {

struct Node {
    enum class Kind { Text, Variable, Section, Inverted, Comment } kind = Kind::Text;
    std::string text; ///< or the name
    std::vector<Node> children;
};
using Nodes = std::vector<Node>;

class Play {
public:
    explicit Play(unsigned seed)
        : m_random(seed) {}

    int below(int bound) { return static_cast<int>(m_random() % static_cast<unsigned>(bound)); }
    std::string name() { return std::string(1, static_cast<char>('a' + below(6))); }

    std::string words() {
        static const std::vector<std::string> kPieces{"x",  " ", "}",  "}}", "<&\"", "{ ", "ü",
                                                      "漢", "%", "\t", "!",  "#a",   "/a"};
        std::string text;
        for (int i = below(4); i >= 0; --i)
            text += kPieces[static_cast<std::size_t>(below(static_cast<int>(kPieces.size())))];
        return text;
    }

    Nodes nodes(int depth) {
        Nodes list;
        for (int i = below(5); i >= 0; --i) {
            const int kind = below(depth > 3 ? 3 : 6);
            Node node;
            node.kind = kind < 2    ? Node::Kind::Variable
                        : kind == 2 ? Node::Kind::Comment
                        : kind == 3 ? Node::Kind::Section
                        : kind == 4 ? Node::Kind::Inverted
                                    : Node::Kind::Text;
            node.text = node.kind == Node::Kind::Text ? words() + "." : name();
            if (node.kind == Node::Kind::Section || node.kind == Node::Kind::Inverted)
                node.children = nodes(depth + 1);
            list.push_back(std::move(node));
            list.push_back({Node::Kind::Text, "." + words() + ".", {}}); // no tag stands alone on its line
        }
        return list;
    }

    json::value value(int depth) {
        switch (below(depth > 2 ? 4 : 6)) {
        case 0:
            return json::value(words());
        case 1:
            return below(1000);
        case 2:
            return below(2) == 0;
        case 3:
            return nullptr;
        case 4: {
            json::array list;
            for (int i = below(4); i > 0; --i)
                list.push_back(value(depth + 1));
            return list;
        }
        default:
            return variables(depth + 1);
        }
    }

    json::object variables(int depth = 0) {
        json::object object;
        for (int i = below(5); i > 0; --i)
            object[name()] = value(depth);
        return object;
    }

private:
    std::minstd_rand m_random;
};

std::string sourceOf(const Nodes& nodes, Play& play) {
    std::string source;
    for (const Node& node : nodes) {
        const std::string pad = play.below(2) == 0 ? "" : " ";
        switch (node.kind) {
        case Node::Kind::Text:
            source += node.text;
            break;
        case Node::Kind::Variable:
            source +=
                play.below(3) == 0 ? "{{{" + pad + node.text + "}}}" : "{{" + pad + node.text + pad + "}}";
            break;
        case Node::Kind::Comment:
            source += "{{! " + node.text + " }}";
            break;
        case Node::Kind::Section:
        case Node::Kind::Inverted:
            source += (node.kind == Node::Kind::Section ? "{{#" : "{{^") + pad + node.text + "}}";
            source += sourceOf(node.children, play) + "{{/" + node.text + pad + "}}";
            break;
        }
    }
    return source;
}

/// What Mustache says of the tree, written down as directly as can be.
class Reference {
public:
    Reference(const Nodes& nodes, const json::object& variables)
        : m_stack{&m_root}
        , m_root(variables) {
        render(nodes);
    }
    std::string text;
    std::set<std::string> missing;
    std::set<std::string> notText;

private:
    const json::value* find(const std::string& name) const {
        for (auto it = m_stack.rbegin(); it != m_stack.rend(); ++it) {
            const json::object* object = (*it)->if_object();
            const json::value* found = object == nullptr ? nullptr : object->if_contains(name);
            if (found != nullptr && !found->is_null())
                return found;
        }
        return nullptr;
    }

    static bool isFalse(const json::value* value) {
        return value == nullptr || value->is_null() || (value->is_bool() && !value->get_bool()) ||
               (value->is_array() && value->get_array().empty());
    }

    void render(const Nodes& nodes) {
        for (const Node& node : nodes) {
            if (node.kind == Node::Kind::Text)
                text += node.text;
            else if (node.kind == Node::Kind::Variable)
                variable(node.text);
            else if (node.kind == Node::Kind::Section)
                section(node);
            else if (node.kind == Node::Kind::Inverted && isFalse(find(node.text)))
                render(node.children);
        }
    }

    void variable(const std::string& name) {
        const json::value* value = find(name);
        if (value == nullptr)
            missing.insert(name);
        else if (value->is_string())
            text += value->get_string();
        else if (value->is_structured())
            notText.insert(name);
        else
            text += json::serialize(*value);
    }

    void section(const Node& node) {
        const json::value* value = find(node.text);
        if (isFalse(value))
            return;
        if (value->is_array()) {
            for (const json::value& item : value->get_array())
                inside(item, node.children);
        } else {
            inside(*value, node.children);
        }
    }

    void inside(const json::value& item, const Nodes& nodes) {
        m_stack.push_back(&item);
        render(nodes);
        m_stack.pop_back();
    }

    std::vector<const json::value*> m_stack;
    json::value m_root;
};

std::set<std::string> asSet(const std::vector<std::string>& names) {
    return {names.begin(), names.end()};
}

} // namespace

class PromptPropertyTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void renderingIsWhatTheTreeSays();
    void anyBytesAreATemplateOrAMistake();
};

void PromptPropertyTest::renderingIsWhatTheTreeSays() {
    for (unsigned seed = 1; seed <= 2000; ++seed) {
        Play play(seed);
        const Nodes nodes = play.nodes(0);
        const std::string source = sourceOf(nodes, play);
        const json::object variables = play.variables();
        const auto rendered = renderTemplate(source, variables);
        const std::string what =
            "seed " + std::to_string(seed) + ": " + source + " with " + json::serialize(variables);
        QVERIFY2(rendered.has_value(), (what + (rendered ? "" : rendered.error())).c_str());
        const Reference reference(nodes, variables);
        QVERIFY2(rendered->text == reference.text,
                 (what + "\n" + rendered->text + "\n" + reference.text).c_str());
        QVERIFY2(asSet(rendered->mistakes.missing) == reference.missing, what.c_str());
        QVERIFY2(asSet(rendered->mistakes.notText) == reference.notText, what.c_str());
    }
}

void PromptPropertyTest::anyBytesAreATemplateOrAMistake() {
    static const std::vector<std::string> kPieces{"{{", "}}", "{{{", "}}}", "#", "^", "/", "a", "b", "\n",
                                                  "\r", " ",  "&",   "!",   "=", ">", ".", "{", "}"};
    int valid = 0;
    for (unsigned seed = 1; seed <= 20000; ++seed) {
        Play play(seed);
        std::string source;
        for (int i = play.below(14); i >= 0; --i)
            source += kPieces[static_cast<std::size_t>(play.below(static_cast<int>(kPieces.size())))];
        const json::object variables = play.variables();
        const bool broken = templateMistake(source).has_value();
        const auto rendered = renderTemplate(source, variables);
        QVERIFY2(rendered.has_value() == !broken,
                 (source + ": " + (rendered ? rendered->text : rendered.error())).c_str());
        valid += broken ? 0 : 1;
    }
    QVERIFY(valid > 1000);
}

QTEST_GUILESS_MAIN(PromptPropertyTest)
#include "tst_prompt_property.moc"
