#pragma once
// Long work that runs now: who began it gave it an id (`?operation=ID`), under which GET /operations tells
// how far it is and DELETE /operations/{id} stops it. Also what makes such work give way to others: it is
// done in slices of the control thread's event loop. Control thread.

#include "gateway/admin/admin_types.h"
#include "gateway/wire/work_progress.h"

#include <boost/json/array.hpp>

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>

namespace tollgate {

class AdminCore;
struct Call;
struct RouteDoc;

class WorkBoard {
public:
    static constexpr std::size_t kMost = 64;

    /// Without an id in the request nobody can ask for it, but it runs all the same. 409: the id is in use.
    Outcome<WorkPtr> begin(const Call& call, std::string_view kind);
    void end(const WorkPtr& work);
    boost::json::array list() const;
    bool cancel(std::string_view id); ///< false: nothing of that id runs

private:
    struct Entry {
        std::string kind;
        WorkPtr work;
    };
    std::map<std::string, Entry, std::less<>> m_entries;
};

/// What a route says about `?operation=`.
void describeWork(RouteDoc& doc);
/// 409, code "cancelled".
ApiError cancelled(std::string message);

/// Runs `step` until it is false, other requests in between where the context can wait.
void runInSlices(AdminCore& core, std::function<bool()> step);

} // namespace tollgate
