#include "gateway/dialects/dialect_routes.h"

#include "gateway/dialects/anthropic_errors.h"
#include "gateway/dialects/gemini_errors.h"
#include "gateway/dialects/gemini_path.h"
#include "gateway/dialects/openai_errors.h"

#include <algorithm>
#include <array>

namespace tollgate {

std::span<const DialectRoute> dialectRoutes() {
    static constexpr std::array kRoutes{
        DialectRoute{"/v1/chat/completions", openAiChatDialect},
        DialectRoute{"/v1/responses", openAiResponsesDialect},
        DialectRoute{"/v1/messages", anthropicMessagesDialect},
        DialectRoute{"/v1/messages/count_tokens", anthropicCountTokensDialect},
        DialectRoute{"/v1/completions", openAiCompletionsDialect},
        DialectRoute{"/v1/embeddings", openAiEmbeddingsDialect},
        DialectRoute{"/chat", notebookDialect},
        DialectRoute{"/v1/stream", promptStreamDialect, "GET"},
    };
    return kRoutes;
}

const Dialect* geminiDialectAt(std::string_view path) {
    const auto call = geminiPath(path);
    if (!call)
        return nullptr;
    if (call->method == "generateContent" || call->method == "streamGenerateContent")
        return &geminiGenerateDialect();
    return call->method == "countTokens" ? &geminiCountTokensDialect() : nullptr;
}

CallerFamily callerFamily(const HttpRequest& request) {
    if (request.path.starts_with(kGeminiPrefix) || geminiPath(request.path) ||
        request.headers.contains("x-goog-api-key") || request.headers.contains("x-goog-api-client"))
        return CallerFamily::Google;
    const bool theirs = request.path == "/v1/messages" || request.path.starts_with("/v1/messages/");
    return theirs || request.headers.contains("anthropic-version") ? CallerFamily::Anthropic
                                                                   : CallerFamily::OpenAi;
}

std::string refusalBody(const HttpRequest& request, const Error& error) {
    switch (callerFamily(request)) {
    case CallerFamily::Google:
        return geminiErrorBody(error);
    case CallerFamily::Anthropic:
        return anthropicErrorBody(error, {});
    case CallerFamily::OpenAi:
        break;
    }
    return openAiErrorBody(error);
}

const Dialect* dialectAt(std::string_view path) {
    const auto routes = dialectRoutes();
    const auto found = std::ranges::find(routes, path, &DialectRoute::path);
    return found == routes.end() ? geminiDialectAt(path) : &found->dialect();
}

} // namespace tollgate
