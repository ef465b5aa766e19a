#pragma once
// The first gate: which virtual key is calling.

#include "gateway/pipeline/services.h"
#include "gateway/wire/error.h"
#include "gateway/wire/http.h"

#include <QObject>
#include <tl/expected.hpp>

#include <functional>

namespace tollgate {

/// Null key: anonymous on loopback, where settings.auth allows it. The key lives in the snapshot.
using Identified = tl::expected<const ClientKey*, Error>;

/// Calls `then` at once when the key is known, later in context's thread when bcrypt has to be asked first,
/// and never if context dies before.
void identify(const PipelineServices& services, const SnapshotPtr& snapshot, const HttpRequest& request,
              QObject* context, const std::function<void(Identified)>& then);

/// Who a request that nobody sends runs as (Exchange::onBehalfOf), if that key is still good.
Identified identifyById(const ConfigSnapshot& snapshot, std::string_view keyId, std::int64_t nowMs);

/// The secret in `Authorization: Bearer`, `x-api-key` or `api-key`; empty: none.
std::string_view secretOf(const HttpHeaders& headers);

/// Headers that carry credentials and are therefore kept nowhere.
bool isSecretHeader(std::string_view name);

} // namespace tollgate
