#pragma once
// GET /v1/models: aliases first, then provider/model, in the caller's shape.

#include "gateway/pipeline/identify.h"
#include "gateway/wire/exchange.h"

#include <string>

namespace tollgate {

/// In the shape of callerFamily(). Only models the key may use. An
/// empty id lists them all; another one answers that model or 404.
void answerModels(Exchange& exchange, const ConfigSnapshot& snapshot, const Identified& who,
                  const std::string& id);

} // namespace tollgate
