#pragma once
// A provider's `health` in the admin API.

#include "gateway/routing/health_board.h"

#include <boost/json/object.hpp>

namespace tollgate {

boost::json::object healthJson(const TargetHealth& health, bool enabled);

} // namespace tollgate
