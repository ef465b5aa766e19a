#pragma once
// Which route a method and a path mean. Matching allocates nothing and tells an unknown path (404) from a
// known one asked with the wrong method (405).

#include <array>
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tollgate {

/// Built once, then read from any thread.
class PathTable {
public:
    static constexpr std::size_t kMaxParams = 4;

    struct Match {
        enum class Kind { Found, NotFound, MethodNotAllowed };
        Kind kind = Kind::NotFound;
        std::size_t route = 0; ///< as given by add()

        /// The part of the path that stands for {name}, percent-encoded as it came; empty when the pattern
        /// has none.
        std::string_view param(std::string_view name) const;

        std::array<std::string_view, kMaxParams> values{};
        const std::vector<std::string>* names = nullptr;
    };

    PathTable();
    ~PathTable();
    PathTable(PathTable&&) noexcept;
    PathTable& operator=(PathTable&&) noexcept;

    /// Numbers the routes 0, 1, 2 … in the order they are added. Pattern: "/v1/models/{id}"; {id} stands for
    /// one segment that is not empty, {rest*} at the end for everything that follows. Literal segments win
    /// over {…}, {id} over {rest*}. The same method and pattern twice, or more than kMaxParams names, is a
    /// mistake of the program (asserted).
    std::size_t add(std::string_view method, std::string_view pattern);

    /// A HEAD request finds the GET route where there is no HEAD one.
    Match match(std::string_view method, std::string_view path) const;

    /// The methods that this path knows, for the allow header of a 405: "GET, HEAD, POST".
    std::string allowed(std::string_view path) const;

private:
    struct Node;
    struct Search;

    std::unique_ptr<Node> m_root;
    std::vector<std::vector<std::string>> m_names; ///< by route
};

} // namespace tollgate
