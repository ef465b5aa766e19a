#pragma once
// What the process asks of the kernel at start.

namespace tollgate {

/// As many open files as the hard limit allows (thousands of clients and upstreams), and no core dumps:
/// provider keys are in memory.
void setProcessLimits();

} // namespace tollgate
