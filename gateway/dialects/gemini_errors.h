#pragma once
// Errors as Google's APIs word them (cloud.google.com/apis/design/errors).

#include "gateway/wire/error.h"

#include <string>

namespace tollgate {

/// {"error":{"code","message","status","details"}}; the details name the reason, the field at fault and when
/// to come back.
std::string geminiErrorBody(const Error& error);

} // namespace tollgate
