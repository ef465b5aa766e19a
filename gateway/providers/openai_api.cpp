#include "gateway/providers/openai_api.h"

#include "gateway/providers/openai_models.h"
#include "gateway/providers/openai_reasoning.h"

#include <boost/json.hpp>

#include <algorithm>
#include <array>
#include <optional>

namespace tollgate {

namespace json = boost::json;

namespace {

std::optional<OpenAiApi> named(const json::value* value) {
    if (value == nullptr || !value->is_string())
        return std::nullopt;
    if (value->get_string() == "responses")
        return OpenAiApi::Responses;
    return value->get_string() == "chat" ? std::optional(OpenAiApi::Chat) : std::nullopt;
}

/// What the provider's options say; nothing: "auto".
std::optional<OpenAiApi> chosenApi(const CallTarget& target) {
    const json::value* api = target.provider.options.if_contains("api");
    if (api == nullptr || !api->is_object())
        return named(api);
    const json::value* ofModel = api->get_object().if_contains(target.model);
    return named(ofModel != nullptr ? ofModel : api->get_object().if_contains("*"));
}

bool callsFunctionsInChat(ChatFunctions functions, const std::string& effort) {
    switch (functions) {
    case ChatFunctions::Always:
        return true;
    case ChatFunctions::UnlessAskedToReason:
        return effort.empty() || effort == "none";
    case ChatFunctions::WhenToldNotToReason:
        return effort == "none";
    case ChatFunctions::Never:
        break;
    }
    return false;
}

bool isAskedByName(const CallTarget& target) {
    return target.provider.kind != ProviderKind::OpenAiCompatible;
}

/// Servers whose API references have no /completions (console.groq.com/docs/api-reference,
/// docs.mistral.ai/api, docs.perplexity.ai/api-reference, api-docs.deepseek.com: beta only,
/// platform.moonshot.ai/docs/api).
bool onlyChats(const Provider& provider) {
    constexpr std::array<std::string_view, 5> kServers{"://api.groq.com/", "://api.mistral.ai/",
                                                       "://api.perplexity.ai", "://api.deepseek.com",
                                                       "://api.moonshot."};
    const std::string_view url = provider.baseUrl;
    return !url.ends_with("/beta") && std::ranges::any_of(kServers, [&](std::string_view server) {
        return url.find(server) != std::string_view::npos;
    });
}

bool servesCompletions(const CallTarget& target) {
    const json::value* told = target.provider.options.if_contains("completions");
    if (told != nullptr && told->is_bool())
        return told->get_bool();
    return isAskedByName(target) ? !openAiModelNamed(target.model).chats : !onlyChats(target.provider);
}

} // namespace

OpenAiApi openAiApiFor(const ChatRequest& request, const CallTarget& target) {
    if (const auto chosen = chosenApi(target))
        return *chosen;
    if (!isAskedByName(target))
        return OpenAiApi::Chat;
    const OpenAiModel model = openAiModelNamed(target.model);
    const bool off = request.reasoning.mode == ReasoningWish::Mode::Off;
    const std::string effort = off ? "none" : wantedEffort(request.reasoning);
    // litellm-docs#1173: the highest effort is taken in Responses only.
    const bool most = effort == "max" && model.version >= 60;
    const bool hosted = std::ranges::any_of(request.tools, isOpenAiHosted);
    if (model.onlyResponses || most || hosted)
        return OpenAiApi::Responses;
    return request.tools.empty() || callsFunctionsInChat(model.functions, effort) ? OpenAiApi::Chat
                                                                                  : OpenAiApi::Responses;
}

OwnWords openAiOwnWords(WireFormat format, const CallTarget& target, bool hasTools) {
    if (format != WireFormat::OpenAiChat && format != WireFormat::OpenAiCompletions &&
        format != WireFormat::OpenAiResponses)
        return OwnWords::Sent;
    const auto chosen = chosenApi(target);
    if (format == WireFormat::OpenAiResponses)
        return chosen == OpenAiApi::Chat ? OwnWords::Translated : OwnWords::Sent;
    if (format == WireFormat::OpenAiCompletions)
        return chosen != OpenAiApi::Responses && servesCompletions(target) ? OwnWords::Sent
                                                                           : OwnWords::Translated;
    if (chosen)
        return *chosen == OpenAiApi::Responses ? OwnWords::Translated : OwnWords::Sent;
    if (!isAskedByName(target))
        return OwnWords::Sent;
    const OpenAiModel model = openAiModelNamed(target.model);
    if (model.onlyResponses)
        return OwnWords::Translated;
    if (!hasTools || model.functions == ChatFunctions::Always)
        return OwnWords::Sent;
    return model.functions == ChatFunctions::Never ? OwnWords::Translated : OwnWords::UnlessRefused;
}

bool speaksOnlyResponses(const Provider& provider) {
    return named(provider.options.if_contains("api")) == OpenAiApi::Responses;
}

bool isOpenAiHosted(const ToolDefinition& tool) {
    // platform.openai.com/docs/api-reference/responses/create, tools; names may end in a date.
    constexpr std::array<std::string_view, 11> kHosted{"web_search",
                                                       "web_search_preview",
                                                       "web_search_2025_08_26",
                                                       "web_search_preview_2025_03_11",
                                                       "file_search",
                                                       "computer",
                                                       "computer_use_preview",
                                                       "code_interpreter",
                                                       "mcp",
                                                       "image_generation",
                                                       "tool_search"};
    return tool.kind == ToolDefinition::Kind::Server &&
           std::ranges::find(kHosted, std::string_view(tool.name)) != kHosted.end();
}

} // namespace tollgate
