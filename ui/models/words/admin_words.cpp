// What the admin API refuses or warns of, filters of requests included.

#include "ui/models/gateway_tables.h"

#include <QtGlobal>

#include <array>

namespace tollgate::ui {

namespace {

constexpr auto kTemplates = std::to_array<GatewayTemplate>({
    {QT_TRANSLATE_NOOP("GatewayWords", "the change could not be written: %1")},
    {QT_TRANSLATE_NOOP("GatewayWords", "there is no %1 %2"), "1"},
    {QT_TRANSLATE_NOOP("GatewayWords", "there is no request %1")},
    {QT_TRANSLATE_NOOP("GatewayWords", "takes only %1")},
    {QT_TRANSLATE_NOOP("GatewayWords", "events are a stream: ask for them over HTTP")},
    {QT_TRANSLATE_NOOP("GatewayWords", "the body is not valid JSON: %1")},
    {QT_TRANSLATE_NOOP("GatewayWords", "the body must be a JSON object")},
    {QT_TRANSLATE_NOOP("GatewayWords", "the body is not valid YAML: line %1, column %2: %3")},
    {QT_TRANSLATE_NOOP("GatewayWords", "the secret of key %1 cannot be handed over: %2")},
    {QT_TRANSLATE_NOOP("GatewayWords", "%1: the configuration file is empty")},
    {QT_TRANSLATE_NOOP("GatewayWords", "bcrypt failed")},
    {QT_TRANSLATE_NOOP("GatewayWords", "no litellm_provider")},
    {QT_TRANSLATE_NOOP("GatewayWords", "no price per token")},
    {QT_TRANSLATE_NOOP("GatewayWords", "the file has %1 twice")},
    {QT_TRANSLATE_NOOP("GatewayWords", "no provider of kind %1")},
    {QT_TRANSLATE_NOOP("GatewayWords", "%1 has too many versions already")},
    {QT_TRANSLATE_NOOP("GatewayWords", "version %1 is there already")},
    {QT_TRANSLATE_NOOP("GatewayWords", "key %1 is there already")},
    {QT_TRANSLATE_NOOP("GatewayWords", "a key named %1 is there already")},
    {QT_TRANSLATE_NOOP("GatewayWords", "provider %1 is there already")},
    {QT_TRANSLATE_NOOP("GatewayWords", "model %1 is there already")},
    {QT_TRANSLATE_NOOP("GatewayWords", "%1 %2 is there already"), "1"},
    {QT_TRANSLATE_NOOP("GatewayWords", "nothing is kept of %1 that could be restored: it was not deleted in "
                                       "the last ten minutes, or the gateway has been restarted since")},
    {QT_TRANSLATE_NOOP("GatewayWords", "credentials cannot be stored: %1")},
    {QT_TRANSLATE_NOOP("GatewayWords", "headers cannot be stored: %1")},
    {QT_TRANSLATE_NOOP("GatewayWords", "there is no key %1")},
    {QT_TRANSLATE_NOOP("GatewayWords", "there is no provider %1")},
    {QT_TRANSLATE_NOOP("GatewayWords", "there is no flag %1")},
    {QT_TRANSLATE_NOOP("GatewayWords", "there is no prompt %1")},
    {QT_TRANSLATE_NOOP("GatewayWords", "there is no project %1")},
    {QT_TRANSLATE_NOOP("GatewayWords", "there is no alias %1")},
    {QT_TRANSLATE_NOOP("GatewayWords", "there is no budget %1")},
    {QT_TRANSLATE_NOOP("GatewayWords", "there is no model %1")},
    {QT_TRANSLATE_NOOP("GatewayWords",
                       "%1 is part of the built-in catalogue; it can be replaced, not deleted")},
    {QT_TRANSLATE_NOOP("GatewayWords", "%1 is used by %2")},
    {QT_TRANSLATE_NOOP("GatewayWords", "there are no tasks while the gateway is stopped")},
    {QT_TRANSLATE_NOOP("GatewayWords", "providers cannot be checked while the gateway is stopped")},
    {QT_TRANSLATE_NOOP("GatewayWords", "telemetry cannot be tested while the gateway is stopped")},
    {QT_TRANSLATE_NOOP("GatewayWords", "routes cannot be explained while the gateway is stopped")},
    {QT_TRANSLATE_NOOP("GatewayWords", "history cannot be priced while the gateway is stopped")},
    {QT_TRANSLATE_NOOP("GatewayWords", "history was priced in part only: %1")},
    {QT_TRANSLATE_NOOP("GatewayWords", "the gateway is stopped")},
    {QT_TRANSLATE_NOOP("GatewayWords", "%1 USD per million tokens")},
    {QT_TRANSLATE_NOOP("GatewayWords", "reading from the cache costs more than not doing so")},
    {QT_TRANSLATE_NOOP("GatewayWords", "output costs less than input")},
    {QT_TRANSLATE_NOOP("GatewayWords", "leaps from %1 to %2")},
    {QT_TRANSLATE_NOOP("GatewayWords", "a filter is at most 4000 bytes long")},
    {QT_TRANSLATE_NOOP("GatewayWords", "a filter has at most 40 terms")},
    {QT_TRANSLATE_NOOP(
        "GatewayWords",
        "there is no field “%1”; fields are %2. Put the term in quotes to search for it as text")},
    {QT_TRANSLATE_NOOP("GatewayWords", "%1 needs a value, as in %2")},
    {QT_TRANSLATE_NOOP("GatewayWords", "after the closing quote comes a space or a comma")},
    {QT_TRANSLATE_NOOP("GatewayWords", "the quote is not closed")},
    {QT_TRANSLATE_NOOP("GatewayWords", "a class like 4xx cannot be compared; write status:>=400")},
    {QT_TRANSLATE_NOOP("GatewayWords", "unknown cannot be compared")},
    {QT_TRANSLATE_NOOP(
        "GatewayWords",
        "* stands only at the end, as in gpt-4*; put the value in quotes to mean the character itself")},
    {QT_TRANSLATE_NOOP("GatewayWords", "%1 is text and cannot be compared with < or >")},
    {QT_TRANSLATE_NOOP("GatewayWords", "%1 takes an HTTP status, as in %2")},
    {QT_TRANSLATE_NOOP("GatewayWords", "%1 takes a duration (us, ms, s or m; ms when bare), as in %2")},
    {QT_TRANSLATE_NOOP("GatewayWords", "%1 takes an amount in USD, or unknown, as in %2")},
    {QT_TRANSLATE_NOOP("GatewayWords", "%1 takes a number (k and M allowed), as in %2")},
    {QT_TRANSLATE_NOOP("GatewayWords", "%1 takes yes or no, as in %2")},
    {QT_TRANSLATE_NOOP("GatewayWords", "%1 takes how long ago (s, m, h or d), as in %2")},
    {QT_TRANSLATE_NOOP("GatewayWords", "%1 takes a time, as in %2")},
    {QT_TRANSLATE_NOOP("GatewayWords",
                       "%1 takes one of ok, error, client_gone, aborted, rejected, failed, as in %2")},
    {QT_TRANSLATE_NOOP("GatewayWords", "status:>=400 or status:5xx")},
    {QT_TRANSLATE_NOOP("GatewayWords", "cost:>0.01 or cost:unknown")},
    {QT_TRANSLATE_NOOP("GatewayWords", "at:>-2h or at:2026-11-22")},
    {QT_TRANSLATE_NOOP("GatewayWords", "There is no %1 here.")},
    {QT_TRANSLATE_NOOP("GatewayWords", "%1 does not take %2.")},
    {QT_TRANSLATE_NOOP("GatewayWords", "%1 does not take HEAD.")},
    {QT_TRANSLATE_NOOP("GatewayWords", "The admin API needs the admin token.")},
    {QT_TRANSLATE_NOOP("GatewayWords", "A client key does not open the admin API.")},
    {QT_TRANSLATE_NOOP("GatewayWords", "%1 is used by alias %2 (targets[%3])")},
    {QT_TRANSLATE_NOOP("GatewayWords", "cannot go without %1, which is used by alias %2 (targets[%3])")},
    {QT_TRANSLATE_NOOP("GatewayWords", "%1 is used by alias %2 (fallbacks[%3])")},
    {QT_TRANSLATE_NOOP("GatewayWords", "cannot go without %1, which is used by alias %2 (fallbacks[%3])")},
    {QT_TRANSLATE_NOOP("GatewayWords", "%1 is used by budget %2")},
    {QT_TRANSLATE_NOOP("GatewayWords", "cannot go without %1, which is used by budget %2")},
    {QT_TRANSLATE_NOOP("GatewayWords", "%1 is used by flag %2")},
    {QT_TRANSLATE_NOOP("GatewayWords", "cannot go without %1, which is used by flag %2")},
    {QT_TRANSLATE_NOOP("GatewayWords", "%1 is used by key %2")},
    {QT_TRANSLATE_NOOP("GatewayWords", "cannot go without %1, which is used by key %2")},
    {QT_TRANSLATE_NOOP("GatewayWords", "nothing is kept of key %1 that could be restored: it was not deleted "
                                       "in the last ten minutes, or the gateway has been restarted since")},
    {QT_TRANSLATE_NOOP("GatewayWords",
                       "nothing is kept of provider %1 that could be restored: it was not deleted in the "
                       "last ten minutes, or the gateway has been restarted since")},
    {QT_TRANSLATE_NOOP("GatewayWords", "there is no %1 in the admin API")},
    {QT_TRANSLATE_NOOP("GatewayWords", "%1: %2 is more than any published price: is it per million?")},
    {QT_TRANSLATE_NOOP("GatewayWords", "%1: %2 is less than any published price: is it per token?")},
    {QT_TRANSLATE_NOOP("GatewayWords", "history since ever %1")},
    {QT_TRANSLATE_NOOP("GatewayWords", "“%1” at position %2: %3")},
    {QT_TRANSLATE_NOOP("GatewayWords", "cannot group by “%1”; any of: %2")},
    {QT_TRANSLATE_NOOP("GatewayWords", "is one of provider, project, user, model")},
    {QT_TRANSLATE_NOOP("GatewayWords", "is one of 15m, 1h, 24h, 7d, 30d")},
    {QT_TRANSLATE_NOOP("GatewayWords", "is between 1 and 1000")},
});

} // namespace

std::span<const GatewayTemplate> adminTemplates() {
    return kTemplates;
}

} // namespace tollgate::ui
