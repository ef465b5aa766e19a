#pragma once
// How hard a task looks: what strategy auto goes by. Pure.

#include "gateway/config/resources.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace tollgate {

/// What can be seen of a task without understanding it.
struct TaskSigns {
    std::string lastText; ///< of the caller's last turn
    bool reasoning = false;
    bool structured = false; ///< the answer must fit a schema
    int tools = 0;
};

/// Reads the signs from the caller's request, which costs a decoding: only where an alias needs it.
class TaskReader {
public:
    virtual ~TaskReader() = default;
    virtual TaskSigns read() const = 0;
};

enum class Tier { Simple = 1, Medium = 2, Complex = 3 };
std::string_view toString(Tier tier);
/// The catalogue's word; Medium for one that is not set.
Tier tierOf(std::string_view word);

struct Complexity {
    Tier tier = Tier::Simple;
    std::string why;
};

/// Complex: a long prompt, a long answer asked for, reasoning asked for, or a word that tells of it. Medium:
/// tools, images, a schema, or a prompt that is not short. Simple: the rest.
Complexity judgeComplexity(const TaskSigns& signs, std::int64_t promptTokens, std::int64_t maxOutputTokens,
                           bool images, const RouteOptions& options);

} // namespace tollgate
