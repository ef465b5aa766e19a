#pragma once
// A request of the ledger as a command for a shell. Pure.

#include "ui/pages/traffic/request_detail.h"

namespace tollgate::ui {

/// Repeats the request with curl; the key stays a shell variable. Where the body was not kept, a short one
/// that its route takes stands in for it. What curl cannot speak (a WebSocket) is asked as GET /v1/stream.
QString curlCommand(const RequestDetail& detail, const QString& gateway); ///< its URL

} // namespace tollgate::ui
