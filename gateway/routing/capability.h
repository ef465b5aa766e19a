#pragma once
// What a target can do at all, as far as the catalogue knows. Pure.

#include "gateway/routing/plan.h"

#include <string>

namespace tollgate {

/// Why this model cannot serve the request at all; empty: it can, or nobody knows. `model` may be null.
std::string incapability(const Model* model, const RouteRequest& request);

/// On the gateway's own machine or network, or named so: a server of open models at an address that is not
/// public, or a model paid by the hour.
bool isLocal(const Provider& provider, const Model* model, const RouteOptions& options);

} // namespace tollgate
