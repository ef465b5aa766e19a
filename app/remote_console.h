#pragma once
// tollgate --connect: the console on a gateway elsewhere. Nothing is started here, and no data directory
// locked.

#include "app/options.h"

namespace tollgate {

/// Runs the application until it ends; the exit code.
int runRemoteConsole(const Options& options);

} // namespace tollgate
