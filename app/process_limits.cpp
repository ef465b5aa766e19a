#include "app/process_limits.h"

#include <openssl/crypto.h>

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
    // QThread::wait() comes back before the thread has freed what it keeps by thread (OpenSSL's random
    // numbers, digest contexts), so OpenSSL must not take itself apart in exit(): both would free the same.
    // Documented in OPENSSL_init_crypto(3).
    OPENSSL_init_crypto(OPENSSL_INIT_NO_ATEXIT, nullptr);
}

} // namespace tollgate
