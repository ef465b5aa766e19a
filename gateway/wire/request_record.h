#pragma once
// What is kept of one request for ever: the ledger row, with every attempt and every sentence of the
// decision.

#include "gateway/wire/money.h"
#include "gateway/wire/translation.h"
#include "gateway/wire/usage.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tollgate {

enum class RequestOutcome { Ok, Error, ClientGone, Aborted, Rejected };

struct AttemptRecord {
    std::string provider;
    std::string model;
    std::int64_t offsetUs = 0;     ///< from the request's arrival
    std::int64_t backoffUs = 0;    ///< waited before it
    std::int64_t firstByteUs = -1; ///< from the attempt's start; -1: none came
    std::int64_t durationUs = 0;
    int status = 0;      ///< upstream HTTP status; 0: none
    std::string outcome; ///< "ok", "connect_failed", "timeout", "http_500", "cut", …
    std::string error;
};

/// One sentence of "why this route": a stable machine code and plain words.
struct DecisionStep {
    std::string code;
    std::string text;
};

struct CostLine {
    std::string bucket;      ///< "input", "cache_read", "cache_write", "output", "reasoning", …
    std::int64_t tokens = 0; ///< microseconds in the bucket "time"
    TokenPrice price;
    std::string source;     ///< of the price
    bool estimated = false; ///< its own price is not known: another bucket's or tier's stood in
    std::string tier = {};  ///< whose prices these are: ">200000", "flex"; empty: the standard ones
};

struct RequestRecord {
    std::string id;      ///< ULID, unique: the idempotency key of ledger and journal
    std::string traceId; ///< the caller's, or the id
    std::int64_t atMs = 0;
    std::string route;   ///< "/v1/chat/completions"
    std::string dialect; ///< "openai_chat", "notebook", …
    int status = 0;
    RequestOutcome outcome = RequestOutcome::Ok;
    std::string errorCode;
    std::string error;

    std::string user = "anonymous";
    std::string project;
    std::string keyId;
    std::string requestedModel;
    std::string alias;
    std::string provider; ///< that answered, or was tried last
    std::string model;
    std::string responseModel; ///< as the upstream named it, where it named another one
    std::string responseId;    ///< the upstream's own id of its reply
    std::string finishReasons; ///< one word a choice, in the order they ended: "stop", "stop,length"
    std::string flag;
    std::string arm; ///< of the target that answered, or was tried last; "mirror": a copy for comparison
    std::string failedArm; ///< the caller's own arm, where it failed and another was tried; else empty
    std::string prompt;    ///< of the stored prompt that was used; empty: none
    std::string promptVersion;
    std::string promptFlag; ///< the experiment that chose the version; empty: none did
    bool streaming = false;
    std::string note; ///< "fallback", "budget:warning", … space-separated

    Usage usage;
    std::optional<Money> cost; ///< nothing: the price is not known
    Money reserved;
    std::int64_t latencyUs = 0;
    std::int64_t ttftUs = -1;    ///< time to first token; -1: none
    std::int64_t busyUs = 0;     ///< its share of a target paid by the hour
    std::int64_t overheadUs = 0; ///< spent in the gateway, not waiting for upstreams

    std::vector<AttemptRecord> attempts;
    std::vector<DecisionStep> decision;
    std::vector<CostLine> costLines;
    std::int64_t reratedAtMs = 0; ///< when it was priced again; 0: never
    std::vector<TranslationNote> translation;
    std::vector<std::pair<std::string, std::string>> requestHeaders; ///< no credentials
    std::vector<std::pair<std::string, std::string>> responseHeaders;
    std::string requestBody; ///< only while capture is on
    std::string responseBody;
    std::vector<std::int64_t>
        eventMs; ///< of a kept stream: when each event was sent, from the request's arrival
};

std::string_view toString(RequestOutcome outcome);

} // namespace tollgate
