#pragma once
// What the demo hands in for later: tasks, a batch with a budget, a webhook to a receiver that is never
// there.

#include "app/demo/demo_world.h"

#include <string>
#include <string_view>
#include <vector>

namespace tollgate::demo {

struct DemoJob {
    std::string_view path;
    std::string_view project;
    std::string body; ///< JSON
};

/// Once, when the demo starts.
std::vector<DemoJob> firstJobs(Random& random);
/// Now and then.
DemoJob nextJob(Random& random);

} // namespace tollgate::demo
