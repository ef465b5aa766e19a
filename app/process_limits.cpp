#include "app/process_limits.h"

#include <csignal>

#include <sys/resource.h>

namespace tollgate {

void setProcessLimits() {
    rlimit files{};
    if (::getrlimit(RLIMIT_NOFILE, &files) == 0 && files.rlim_cur < files.rlim_max) {
        files.rlim_cur = files.rlim_max;
        ::setrlimit(RLIMIT_NOFILE, &files);
    }
    // A file that may not grow is a failed write like that of a full disk, not the end.
    std::signal(SIGXFSZ, SIG_IGN);
    const rlimit none{0, 0};
    ::setrlimit(RLIMIT_CORE, &none);
}

} // namespace tollgate
