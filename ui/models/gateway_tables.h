#pragma once
// Templates of the gateway's sentences by subject; used by gateway_words alone. A text holds %1 to %9 where
// names and values stand, and %n where a number stands that other words depend on. A place in `words` holds a
// word that the API enumerates, else the template is not meant; one in `maybe` may hold one.
// tst_gateway_words reads the gateway's sources for sentences that are missing here.

#include <span>

namespace tollgate::ui {

struct GatewayTemplate {
    const char* text;
    const char* words = "";
    const char* maybe = "";
    const char* names = "";
};

std::span<const GatewayTemplate> routeTemplates();    ///< why a request went where, and what stopped it
std::span<const GatewayTemplate> stateTemplates();    ///< notices, self-check, secrets, telemetry
std::span<const GatewayTemplate> fieldTemplates();    ///< what is wrong with a field of a form
std::span<const GatewayTemplate> adminTemplates();    ///< what the admin API refuses
std::span<const GatewayTemplate> callTemplates();     ///< what a call of a model or a job refuses
std::span<const GatewayTemplate> receiptTemplates();  ///< what translation between APIs changed, and why
std::span<const GatewayTemplate> providerTemplates(); ///< the same, of Gemini, Bedrock and Anthropic
std::span<const char* const> gatewayWordList();

} // namespace tollgate::ui
