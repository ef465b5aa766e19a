#pragma once
// The headers that go with telemetry hold credentials: they lie sealed beside those of providers.

#include <string_view>

namespace tollgate {

/// Their name among a snapshot's credentials, by header; no provider can be called so.
inline constexpr std::string_view kOtlpSecrets = "settings:otlp";

} // namespace tollgate
