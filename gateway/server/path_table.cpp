#include "gateway/server/path_table.h"

#include <algorithm>
#include <cassert>

namespace tollgate {

struct PathTable::Node {
    struct Literal {
        std::string segment;
        std::unique_ptr<Node> node;
    };
    struct Route {
        std::string method;
        std::size_t index;
    };
    std::vector<Literal> literals;
    std::unique_ptr<Node> param; ///< {id}
    std::unique_ptr<Node> rest;  ///< {rest*}
    std::vector<Route> routes;   ///< of paths that end here
};

/// Walks every way a path can be read, the most literal first, until use(node) is content.
struct PathTable::Search {
    std::array<std::string_view, kMaxParams> values{};

    template <typename Use>
    bool walk(const Node& node, std::string_view path, std::size_t depth, const Use& use) {
        if (path.empty())
            return use(node);
        const std::size_t end = std::min(path.find('/', 1), path.size());
        const std::string_view segment = path.substr(1, end - 1);
        const std::string_view after = path.substr(end);
        for (const Node::Literal& literal : node.literals) {
            if (literal.segment == segment && walk(*literal.node, after, depth, use))
                return true;
        }
        if (segment.empty())
            return false;
        if (node.param) {
            values[depth] = segment;
            if (walk(*node.param, after, depth + 1, use))
                return true;
        }
        if (node.rest) {
            values[depth] = path.substr(1);
            return use(*node.rest);
        }
        return false;
    }
};

std::string_view PathTable::Match::param(std::string_view name) const {
    if (names) {
        for (std::size_t i = 0; i < names->size(); ++i) {
            if ((*names)[i] == name)
                return values[i];
        }
    }
    return {};
}

PathTable::PathTable()
    : m_root(std::make_unique<Node>()) {}
PathTable::~PathTable() = default;
PathTable::PathTable(PathTable&&) noexcept = default;
PathTable& PathTable::operator=(PathTable&&) noexcept = default;

std::size_t PathTable::add(std::string_view method, std::string_view pattern) {
    const std::size_t index = m_names.size();
    std::vector<std::string>& names = m_names.emplace_back();
    Node* node = m_root.get();
    assert(pattern.starts_with('/'));
    while (!pattern.empty()) {
        const std::size_t end = std::min(pattern.find('/', 1), pattern.size());
        std::string_view segment = pattern.substr(1, end - 1);
        pattern.remove_prefix(end);
        if (!segment.starts_with('{')) {
            const auto found =
                std::find_if(node->literals.begin(), node->literals.end(),
                             [segment](const Node::Literal& literal) { return literal.segment == segment; });
            if (found != node->literals.end()) {
                node = found->node.get();
                continue;
            }
            node->literals.push_back({std::string(segment), std::make_unique<Node>()});
            node = node->literals.back().node.get();
            continue;
        }
        assert(segment.ends_with('}'));
        segment = segment.substr(1, segment.size() - 2);
        const bool takesRest = segment.ends_with('*');
        assert(!takesRest || pattern.empty());
        names.emplace_back(segment.substr(0, segment.size() - (takesRest ? 1 : 0)));
        std::unique_ptr<Node>& next = takesRest ? node->rest : node->param;
        if (!next)
            next = std::make_unique<Node>();
        node = next.get();
    }
    assert(names.size() <= kMaxParams);
    assert(std::none_of(node->routes.begin(), node->routes.end(),
                        [method](const Node::Route& route) { return route.method == method; }));
    node->routes.push_back({std::string(method), index});
    return index;
}

PathTable::Match PathTable::match(std::string_view method, std::string_view path) const {
    Match result;
    if (!path.starts_with('/'))
        return result;
    Search search;
    const auto look = [&](std::string_view wanted) {
        return search.walk(*m_root, path, 0, [&](const Node& node) {
            for (const Node::Route& route : node.routes) {
                if (route.method == wanted) {
                    result.kind = Match::Kind::Found;
                    result.route = route.index;
                    return true;
                }
            }
            if (!node.routes.empty())
                result.kind = Match::Kind::MethodNotAllowed;
            return false;
        });
    };
    if (look(method) || (method == "HEAD" && look("GET"))) {
        result.values = search.values;
        result.names = &m_names[result.route];
    }
    return result;
}

std::string PathTable::allowed(std::string_view path) const {
    std::vector<std::string_view> methods;
    if (path.starts_with('/')) {
        Search().walk(*m_root, path, 0, [&methods](const Node& node) {
            for (const Node::Route& route : node.routes) {
                methods.push_back(route.method);
                if (route.method == "GET")
                    methods.push_back("HEAD");
            }
            return false;
        });
    }
    std::sort(methods.begin(), methods.end());
    methods.erase(std::unique(methods.begin(), methods.end()), methods.end());
    std::string text;
    for (const std::string_view method : methods)
        text.append(text.empty() ? "" : ", ").append(method);
    return text;
}

} // namespace tollgate
