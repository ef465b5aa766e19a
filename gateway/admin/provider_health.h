#pragma once
// A provider's `health` in the admin API.

#include "gateway/routing/health_board.h"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

namespace tollgate {

boost::json::object healthJson(const TargetHealth& health, bool enabled);

/// One entry for each key, in their order, masked: [{"key":"…abcd","state":"ready|resting|refused",
/// "retry_at"}].
boost::json::array credentialsJson(const Credentials& credentials,
                                   const std::vector<CredentialHealth>& health);

} // namespace tollgate
