#pragma once
// tollgated --init: the first configuration of an empty data directory, in one write or not at all.

#include "app/options.h"

namespace tollgate {

/// Runs it to its end; the exit code. Needs an application object, whose event loop it turns itself.
int runInit(const Options& options);

} // namespace tollgate
