#pragma once
// The admin API's paths: who answers what, and what is said about it in the OpenAPI document. One table for
// both, so that they cannot drift apart.

#include "gateway/admin/admin_types.h"
#include "gateway/admin/query_params.h"

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace tollgate {

struct Call {
    const AdminRequest& request;
    std::map<std::string, std::string, std::less<>> params; ///< from the path, decoded
    QueryParams query;

    const std::string& param(std::string_view name) const { return params.find(name)->second; }
};

using Reply = std::function<void(AdminResponse)>;

struct RouteDoc {
    std::string summary;
    std::string tag;
    std::string requestSchema = {};  ///< a name in the document's components; empty: no body
    std::string responseSchema = {}; ///< empty: an object without a fixed shape
    int success = 200;
    std::vector<std::pair<std::string, std::string>> query = {}; ///< name, description
    bool list = false; ///< the answer is {"data":[…],"next_cursor"}
};

struct Route {
    std::string method;
    std::string pattern; ///< "/providers/{name}/check"; a last "{model...}" takes the rest of the path
    RouteDoc doc;
    std::function<void(const Call&, const Reply&)> handle;
};

class RouteTable {
public:
    using Handler = std::function<Outcome<AdminResponse>(const Call&)>;

    /// Answers at once.
    void add(std::string method, std::string pattern, RouteDoc doc, Handler handler);
    /// Answers when it can.
    void addLater(std::string method, std::string pattern, RouteDoc doc,
                  std::function<void(const Call&, const Reply&)> handler);

    /// Finds the route and lets it answer; 404 and 405 otherwise.
    void dispatch(const AdminRequest& request, const Reply& reply) const;

    const std::vector<Route>& routes() const { return m_routes; }

private:
    std::vector<Route> m_routes;
};

} // namespace tollgate
