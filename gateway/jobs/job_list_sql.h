#pragma once
// The statements of jobs.db's lists: one for every way in, which is an index. Texts only.

#include <array>
#include <cstddef>
#include <string>

namespace tollgate {

/// A way into a list, and how many rows there are behind it, counted up to kMostCounted.
struct ListWay {
    std::string rows;
    std::string count; ///< of the one value that the way is about; empty: of all rows
};
inline constexpr int kMostCounted = 500;

/// Parameters of the rows: ?1 before this seq, ?2 project, ?3 key, ?4 model (each '' for all), ?5 and ?6 the
/// first and the last state.
enum class TaskWay : std::size_t { Newest, Open, State, Project, Key, Model };
const std::array<ListWay, 6>& taskWays();

/// Of batches: ?1 before this seq, ?2 project, ?3 key, ?4 and ?5 the states, ?6 the limit.
enum class BatchWay : std::size_t { Newest, State, Project, Key };
const std::array<ListWay, 4>& batchWays();

/// Of a batch's items, by place: ?1 the batch, ?2 from this place on, ?3 the limit, ?4 the state.
const std::string& itemsSql();
const std::string& itemsOfStateSql();

/// ?1 before this seq, ?2 the limit, ?3 the owner.
const std::string& webhooksSql(bool dead, bool ofOneOwner);

} // namespace tollgate
