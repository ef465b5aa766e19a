// A caller's body through inspect, decode and every encoder: what goes up is JSON, or the caller hears why
// not.

#include "gateway/dialects/dialect.h"
#include "gateway/providers/adapters.h"
#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/json_text.h"

using namespace tollgate;

namespace {

void encodeEverywhere(const ChatRequest& request, std::string_view input) {
    static const std::string model = "claude-sonnet-4-5";
    const std::pair<ProviderKind, const ProviderAdapter*> kinds[] = {
        {ProviderKind::OpenAi, &openAiAdapter()},       {ProviderKind::OpenAiCompatible, &openAiAdapter()},
        {ProviderKind::Anthropic, &anthropicAdapter()}, {ProviderKind::Gemini, &geminiAdapter()},
        {ProviderKind::Bedrock, &bedrockAdapter()},     {ProviderKind::AzureOpenAi, &azureAdapter()}};
    for (const auto& [kind, adapter] : kinds) {
        if (!adapter->serves(request.operation))
            continue;
        Provider provider;
        provider.kind = kind;
        for (const char* api : {"chat", "responses"}) { // OpenAI's two; others do not ask
            provider.options["api"] = api;
            TranslationLog log(UnsupportedParams::Pass);
            const auto encoded = adapter->encode(request, {provider, model}, log);
            if (encoded)
                mustHold(isObject(encoded->body), "an encoded body is a JSON object", input);
            else
                mustHold(!encoded.error().message.empty(), "a refusal says why", input);
        }
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const Dialect& dialect = FUZZ_DIALECT();
    HttpRequest request;
    const bool counts = dialect.operation() == Operation::CountTokens;
    request.path =
        counts ? "/v1beta/models/m:countTokens" : "/v1beta/models/m:streamGenerateContent"; // Google's
    request.body.assign(reinterpret_cast<const char*>(data), size);
    const auto envelope = dialect.inspect(request);
    if (!envelope) {
        mustHold(!envelope.error().message.empty(), "a refusal says why", request.body);
        mustHold(isObject(dialect.errorBody(envelope.error(), "t")), "an error is a JSON object",
                 request.body);
        return 0;
    }
    if (dialect.wireFormat() != WireFormat::None) {
        Rewrite rewrite{"another-model"};
        rewrite.systemText = "Be brief.";
        rewrite.forceStream = true;
        mustHold(isObject(dialect.rewritten(request, *envelope, rewrite)),
                 "a rewritten body is a JSON object", request.body);
    }
    if (const auto chat = dialect.decode(request))
        encodeEverywhere(*chat, request.body);
    return 0;
}
