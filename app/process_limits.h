#pragma once
// What the process asks of the kernel and of its libraries at start.

namespace tollgate {

/// As many open files as the hard limit allows (thousands of clients and upstreams), and no core dumps:
/// provider keys are in memory. OpenSSL stays whole till the process is gone. Before anything uses OpenSSL.
void setProcessLimits();

} // namespace tollgate
