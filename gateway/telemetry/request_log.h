#pragma once
// One line of the structured log for each request, with the ids of its trace.

#include "gateway/wire/record_observer.h"

#include <string>

namespace tollgate {

/// `{"time":…,"level":…,"category":"request","message":"POST /v1/chat/completions 200","trace_id":…,…}` with
/// its newline. No prompt, no answer, no header; what looks like a credential is cut.
std::string requestLine(const RequestRecord& record);

/// Writes them while the log is structured (logsRequests()).
class RequestLog final : public RecordObserver {
public:
    void recorded(Records records) override;
};

} // namespace tollgate
