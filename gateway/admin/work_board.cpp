#include "gateway/admin/work_board.h"

#include "gateway/admin/admin_core.h"

namespace tollgate {

namespace {

constexpr std::size_t kLongestId = 64;

boost::json::object toJson(const std::string& id, const std::string& kind, const WorkProgress& work) {
    const std::int64_t total = work.total.load();
    return {{"id", id},
            {"kind", kind},
            {"done", work.done.load()},
            {"total", total == 0 ? boost::json::value(nullptr) : boost::json::value(total)},
            {"cancelled", work.cancelled.load()}};
}

void slice(AdminCore& core, const std::shared_ptr<std::function<bool()>>& step) {
    core.context().later([&core, step] {
        if ((*step)())
            slice(core, step);
    });
}

Outcome<AdminResponse> showOne(AdminCore& core, const Call& call) {
    for (const boost::json::value& one : core.work().list()) {
        if (one.at("id").as_string() == std::string_view(call.param("id")))
            return jsonResponse(200, one);
    }
    return tl::unexpected(notFound("nothing of that id runs"));
}

Outcome<AdminResponse> stop(AdminCore& core, const Call& call) {
    auto shown = showOne(core, call);
    if (shown)
        core.work().cancel(call.param("id"));
    return shown;
}

} // namespace

Outcome<WorkPtr> WorkBoard::begin(const Call& call, std::string_view kind) {
    auto work = std::make_shared<WorkProgress>();
    const std::string id = call.query.value("operation");
    if (id.empty())
        return work;
    if (id.size() > kLongestId || m_entries.size() >= kMost)
        return tl::unexpected(invalid("operation", id.size() > kLongestId ? "must have at most 64 characters"
                                                                          : "has too much beside it"));
    if (!m_entries.try_emplace(id, Entry{std::string(kind), work}).second)
        return tl::unexpected(conflict("work of that id runs already", "operation"));
    return work;
}

void WorkBoard::end(const WorkPtr& work) {
    work->stop = {};
    std::erase_if(m_entries, [&](const auto& entry) { return entry.second.work == work; });
}

boost::json::array WorkBoard::list() const {
    boost::json::array all;
    for (const auto& [id, entry] : m_entries)
        all.push_back(toJson(id, entry.kind, *entry.work));
    return all;
}

bool WorkBoard::cancel(std::string_view id) {
    const auto found = m_entries.find(id);
    if (found == m_entries.end())
        return false;
    const WorkPtr work = found->second.work; // stopping it may end it
    work->cancelled = true;
    if (const auto stop = std::exchange(work->stop, {}))
        stop();
    return true;
}

void describeWork(RouteDoc& doc) {
    doc.query.emplace_back("operation",
                           "an id of your choice: GET /operations/{id} tells how far it is, DELETE stops it");
}

ApiError cancelled(std::string message) {
    return {409, "cancelled", std::move(message), {}};
}

void runInSlices(AdminCore& core, std::function<bool()> step) {
    if (core.context().later)
        return slice(core, std::make_shared<std::function<bool()>>(std::move(step)));
    while (step()) {
    }
}

void addWorkRoutes(RouteTable& table, AdminCore& core) {
    RouteDoc list{"Long work that runs now, as far as it was given an id", "system", {}, "Work"};
    list.list = true;
    table.add("GET", "/operations", list, [&core](const Call&) -> Outcome<AdminResponse> {
        return jsonResponse(200, {{"data", core.work().list()}, {"next_cursor", nullptr}});
    });
    table.add("GET", "/operations/{id}", {"How far long work is", "system", {}, "Work"},
              [&core](const Call& call) { return showOne(core, call); });
    table.add(
        "DELETE", "/operations/{id}",
        {"Stop long work; its own request is then answered with 409, code cancelled", "system", {}, "Work"},
        [&core](const Call& call) { return stop(core, call); });
}

} // namespace tollgate
