#pragma once
// How OpenTelemetry's conventions for generative AI (opentelemetry.io/docs/specs/semconv/gen-ai, v1.43) name
// what the gateway asks and whom.

#include "gateway/config/snapshot.h"

#include <string>
#include <string_view>

namespace tollgate {

/// What spans and metrics say of a provider.
struct GenAiProvider {
    std::string name;    ///< gen_ai.provider.name: a well-known one, else the provider's own name here
    std::string address; ///< server.address; empty: it has none
    int port = 0;
};
GenAiProvider genAiProvider(const Provider& provider);

/// By provider name.
using GenAiProviders = ByName<GenAiProvider>;
GenAiProviders genAiProviders(const ConfigSnapshot& snapshot);

/// gen_ai.operation.name of a dialect's requests.
std::string_view genAiOperation(std::string_view dialect);

/// http.route: the path, but for the parts that name something.
std::string_view httpRoute(std::string_view path);
/// http.request.method of a recorded route.
std::string_view httpMethod(std::string_view dialect);

} // namespace tollgate
