#include "gateway/dialects/dialect_routes.h"

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

const Dialect* dialectAt(std::string_view path) {
    const auto routes = dialectRoutes();
    const auto found = std::ranges::find(routes, path, &DialectRoute::path);
    return found == routes.end() ? nullptr : &found->dialect();
}

} // namespace tollgate
