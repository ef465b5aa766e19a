// Words that the admin API enumerates, where they stand within a sentence.

#include "ui/models/gateway_tables.h"

#include <QtGlobal>

#include <array>

namespace tollgate::ui {

namespace {

constexpr auto kWords = std::to_array<const char*>({
    QT_TRANSLATE_NOOP("GatewayWords", "provider"),
    QT_TRANSLATE_NOOP("GatewayWords", "model"),
    QT_TRANSLATE_NOOP("GatewayWords", "alias"),
    QT_TRANSLATE_NOOP("GatewayWords", "project"),
    QT_TRANSLATE_NOOP("GatewayWords", "key"),
    QT_TRANSLATE_NOOP("GatewayWords", "budget"),
    QT_TRANSLATE_NOOP("GatewayWords", "flag"),
    QT_TRANSLATE_NOOP("GatewayWords", "prompt"),
    QT_TRANSLATE_NOOP("GatewayWords", "user"),
    QT_TRANSLATE_NOOP("GatewayWords", "arm"),
    QT_TRANSLATE_NOOP("GatewayWords", "prompt version"),
    QT_TRANSLATE_NOOP("GatewayWords", "status"),
    QT_TRANSLATE_NOOP("GatewayWords", "outcome"),
    QT_TRANSLATE_NOOP("GatewayWords", "latency"),
    QT_TRANSLATE_NOOP("GatewayWords", "time to first token"),
    QT_TRANSLATE_NOOP("GatewayWords", "cost"),
    QT_TRANSLATE_NOOP("GatewayWords", "tokens"),
    QT_TRANSLATE_NOOP("GatewayWords", "note"),
    QT_TRANSLATE_NOOP("GatewayWords", "trace"),
    QT_TRANSLATE_NOOP("GatewayWords", "route"),
    QT_TRANSLATE_NOOP("GatewayWords", "streaming"),
    QT_TRANSLATE_NOOP("GatewayWords", "time"),
    QT_TRANSLATE_NOOP("GatewayWords", "text"),
    QT_TRANSLATE_NOOP("GatewayWords", "set"),
    QT_TRANSLATE_NOOP("GatewayWords", "empty"),
    QT_TRANSLATE_NOOP("GatewayWords", "unknown"),
    QT_TRANSLATE_NOOP("GatewayWords", "simple"),
    QT_TRANSLATE_NOOP("GatewayWords", "medium"),
    QT_TRANSLATE_NOOP("GatewayWords", "complex"),
    QT_TRANSLATE_NOOP("GatewayWords", "stable"),
    QT_TRANSLATE_NOOP("GatewayWords", "canary"),
    QT_TRANSLATE_NOOP("GatewayWords", "default"),
    QT_TRANSLATE_NOOP("GatewayWords", "rollout"),
    QT_TRANSLATE_NOOP("GatewayWords", "disabled"),
    QT_TRANSLATE_NOOP("GatewayWords", "closed"),
    QT_TRANSLATE_NOOP("GatewayWords", "open"),
    QT_TRANSLATE_NOOP("GatewayWords", "half_open"),
    QT_TRANSLATE_NOOP("GatewayWords", "timeout"),
    QT_TRANSLATE_NOOP("GatewayWords", "connect_failed"),
    QT_TRANSLATE_NOOP("GatewayWords", "tls_failed"),
    QT_TRANSLATE_NOOP("GatewayWords", "stalled"),
    QT_TRANSLATE_NOOP("GatewayWords", "reset"),
    QT_TRANSLATE_NOOP("GatewayWords", "cut"),
    QT_TRANSLATE_NOOP("GatewayWords", "malformed"),
    QT_TRANSLATE_NOOP("GatewayWords", "too_large"),
    QT_TRANSLATE_NOOP("GatewayWords", "refused"),
    QT_TRANSLATE_NOOP("GatewayWords", "http_400"),
    QT_TRANSLATE_NOOP("GatewayWords", "http_401"),
    QT_TRANSLATE_NOOP("GatewayWords", "http_403"),
    QT_TRANSLATE_NOOP("GatewayWords", "http_404"),
    QT_TRANSLATE_NOOP("GatewayWords", "http_408"),
    QT_TRANSLATE_NOOP("GatewayWords", "http_409"),
    QT_TRANSLATE_NOOP("GatewayWords", "http_413"),
    QT_TRANSLATE_NOOP("GatewayWords", "http_422"),
    QT_TRANSLATE_NOOP("GatewayWords", "http_429"),
    QT_TRANSLATE_NOOP("GatewayWords", "http_500"),
    QT_TRANSLATE_NOOP("GatewayWords", "http_502"),
    QT_TRANSLATE_NOOP("GatewayWords", "http_503"),
    QT_TRANSLATE_NOOP("GatewayWords", "http_504"),
    QT_TRANSLATE_NOOP("GatewayWords", "http_529"),
    QT_TRANSLATE_NOOP("GatewayWords", "dropped"),
    QT_TRANSLATE_NOOP("GatewayWords", "clamped"),
    QT_TRANSLATE_NOOP("GatewayWords", "synthesised"),
    QT_TRANSLATE_NOOP("GatewayWords", "passed"),
    QT_TRANSLATE_NOOP("GatewayWords", "keychain"),
    QT_TRANSLATE_NOOP("GatewayWords", "file"),
    QT_TRANSLATE_NOOP("GatewayWords", "environment"),
    QT_TRANSLATE_NOOP("GatewayWords", "memory"),
    QT_TRANSLATE_NOOP("GatewayWords", "manual"),
    QT_TRANSLATE_NOOP("GatewayWords", "built-in"),
    QT_TRANSLATE_NOOP("GatewayWords", "input"),
    QT_TRANSLATE_NOOP("GatewayWords", "cache read"),
    QT_TRANSLATE_NOOP("GatewayWords", "cache write"),
    QT_TRANSLATE_NOOP("GatewayWords", "cache write 1h"),
    QT_TRANSLATE_NOOP("GatewayWords", "audio input"),
    QT_TRANSLATE_NOOP("GatewayWords", "audio cache read"),
    QT_TRANSLATE_NOOP("GatewayWords", "output"),
    QT_TRANSLATE_NOOP("GatewayWords", "reasoning"),
    QT_TRANSLATE_NOOP("GatewayWords", "audio output"),
    QT_TRANSLATE_NOOP("GatewayWords", "image output"),
    QT_TRANSLATE_NOOP("GatewayWords", "task"),
    QT_TRANSLATE_NOOP("GatewayWords", "batch"),
    QT_TRANSLATE_NOOP("GatewayWords", "webhook"),
    QT_TRANSLATE_NOOP("GatewayWords", "a model that reasons"),
    QT_TRANSLATE_NOOP("GatewayWords", "a reply that is not stored"),
    QT_TRANSLATE_NOOP("GatewayWords", "list price"),
    QT_TRANSLATE_NOOP("GatewayWords", "litellm"),
    QT_TRANSLATE_NOOP("GatewayWords", "today"),
    QT_TRANSLATE_NOOP("GatewayWords", "yesterday"),
});

} // namespace

std::span<const char* const> gatewayWordList() {
    return kWords;
}

} // namespace tollgate::ui
