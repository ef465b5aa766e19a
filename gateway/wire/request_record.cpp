#include "gateway/wire/request_record.h"

namespace tollgate {

std::string_view toString(RequestOutcome outcome) {
    switch (outcome) {
    case RequestOutcome::Ok:
        return "ok";
    case RequestOutcome::Error:
        return "error";
    case RequestOutcome::ClientGone:
        return "client_gone";
    case RequestOutcome::Aborted:
        return "aborted";
    case RequestOutcome::Rejected:
        return "rejected";
    }
    return "error";
}

} // namespace tollgate
