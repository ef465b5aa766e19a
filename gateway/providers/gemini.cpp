// Google's Gemini API (ai.google.dev/api).

#include "gateway/providers/adapters.h"
#include "gateway/providers/gemini_encode.h"
#include "gateway/providers/gemini_model.h"
#include "gateway/providers/gemini_reply.h"
#include "gateway/providers/openai_family.h"
#include "gateway/providers/url_path.h"

#include <boost/json.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace tollgate {

namespace json = boost::json;

namespace {

HttpHeaders headersFor(std::string_view apiKey, bool stream) {
    HttpHeaders headers;
    headers.reserve(8); // with the dialect's own, and the trace
    if (!apiKey.empty())
        headers.add("x-goog-api-key", std::string(apiKey));
    headers.add("accept", stream ? "text/event-stream" : "application/json");
    headers.add("user-agent", "tollgate/" TOLLGATE_VERSION);
    return headers;
}

std::string_view methodOf(const OutgoingCall& call, std::string_view body) {
    if (call.operation == Operation::CountTokens)
        return ":countTokens";
    if (call.operation == Operation::Embeddings)
        return isGeminiBatch(body) ? ":batchEmbedContents" : ":embedContent";
    return call.stream ? ":streamGenerateContent?alt=sse" : ":generateContent";
}

/// "models/gemini-2.5-flash" with its two segments encoded.
std::string resourcePath(std::string_view model) {
    const std::string name = geminiResourceName(model);
    const std::size_t slash = name.find('/');
    return name.substr(0, slash + 1) + urlSegment(std::string_view(name).substr(slash + 1));
}

std::string memberText(const json::object& object, std::string_view name) {
    const json::value* value = object.if_contains(name);
    return value != nullptr && value->is_string() ? std::string(value->get_string()) : std::string();
}

/// "34s", "0.5s" (google.protobuf.Duration in JSON); -1 when it is none.
std::int64_t millisecondsOf(const std::string& duration) {
    double seconds = 0;
    const auto [end, failure] = std::from_chars(duration.data(), duration.data() + duration.size(), seconds);
    constexpr double kLongest = 86'400;
    if (failure != std::errc() || *end != 's' || !(seconds >= 0) || seconds > kLongest)
        return -1;
    return std::llround(seconds * 1'000);
}

/// google.rpc.ErrorInfo, BadRequest and RetryInfo (cloud.google.com/apis/design/errors#error_details).
void readDetails(const json::array& details, ProviderFault& fault) {
    for (const json::value& one : details) {
        const json::object* detail = one.if_object();
        if (detail == nullptr)
            continue;
        const std::string type = memberText(*detail, "@type");
        if (type.ends_with("google.rpc.ErrorInfo")) {
            if (std::string reason = memberText(*detail, "reason"); !reason.empty())
                fault.code = std::move(reason);
        } else if (type.ends_with("google.rpc.RetryInfo")) {
            fault.retryAfterMs = millisecondsOf(memberText(*detail, "retryDelay"));
        } else if (type.ends_with("google.rpc.BadRequest")) {
            const json::value* violations = detail->if_contains("fieldViolations");
            if (violations != nullptr && violations->is_array() && !violations->get_array().empty() &&
                violations->get_array().front().is_object())
                fault.param = memberText(violations->get_array().front().get_object(), "field");
        }
    }
}

/// "The input token count (1200000) exceeds the maximum number of tokens allowed (1048576)."
bool saysTooLong(int status, const std::string& message) {
    constexpr std::array<std::string_view, 3> kWords{"maximum number of tokens", "input token count",
                                                     "context length"};
    return (status == 400 || status == 413) && std::ranges::any_of(kWords, [&](std::string_view words) {
               return message.find(words) != std::string::npos;
           });
}

class GeminiAdapter final : public ProviderAdapter {
public:
    bool accepts(WireFormat format, const Provider&) const override { return format == WireFormat::Gemini; }

    bool serves(Operation) const override { return true; }

    tl::expected<EncodedCall, Error> encode(const ChatRequest& request, const CallTarget& target,
                                            TranslationLog& log) const override {
        switch (request.operation) {
        case Operation::Embeddings:
            return encodeGeminiEmbeddings(request, target, log);
        case Operation::CountTokens:
            return encodeGeminiTokenCount(request, target, log);
        case Operation::Chat:
            break;
        }
        return encodeGeminiChat(request, target, log);
    }

    ProviderRequest request(const CallTarget& target, const OutgoingCall& call,
                            std::string body) const override {
        std::string url = target.provider.baseUrl + "/" + resourcePath(target.model);
        url += methodOf(call, body);
        ProviderRequest request{std::move(url), headersFor(target.apiKey, call.stream), std::move(body)};
        request.headers.add("content-type", "application/json");
        return request;
    }

    std::unique_ptr<ReplyDecoder> decoder(const OutgoingCall& call, ReplyHints hints) const override {
        if (call.operation == Operation::Embeddings)
            return makeGeminiEmbeddingDecoder();
        if (call.operation == Operation::CountTokens)
            return makeGeminiTokenCountDecoder();
        return makeGeminiReplyDecoder(std::move(hints), call.unixMs);
    }

    /// {"error":{"code","message","status","details"}}, or an array of one where a stream was asked for.
    ProviderFault readFault(int status, const HttpHeaders&, std::string_view body) const override {
        ProviderFault fault;
        boost::system::error_code failure;
        const json::value root = json::parse({body.data(), body.size()}, failure);
        const json::value* whole = failure ? nullptr : &root;
        if (whole != nullptr && whole->is_array() && !whole->get_array().empty())
            whole = &whole->get_array().front();
        const json::value* error =
            whole != nullptr && whole->is_object() ? whole->get_object().if_contains("error") : nullptr;
        if (error != nullptr && error->is_object()) {
            const json::object& object = error->get_object();
            fault.message = memberText(object, "message");
            fault.code = memberText(object, "status");
            if (const json::value* details = object.if_contains("details");
                details != nullptr && details->is_array())
                readDetails(details->get_array(), fault);
        }
        if (fault.message.empty())
            fault.message = "The upstream answered " + std::to_string(status) + ".";
        fault.badCredential = fault.code == "API_KEY_INVALID"; // with status 400
        fault.contextLength = saysTooLong(status, fault.message);
        return fault;
    }

    ProviderRequest modelsRequest(const CallTarget& target, std::int64_t) const override {
        // 1,000 is the most per page, and more than there are (ai.google.dev/api/models#method:-models.list).
        return {
            target.provider.baseUrl + "/models?pageSize=1000", headersFor(target.apiKey, false), {}, "GET"};
    }

    std::vector<std::string> readModels(std::string_view body) const override {
        constexpr std::string_view kPrefix = "models/";
        std::vector<std::string> names = readModelIds(body, "models", "name");
        for (std::string& name : names) {
            if (name.starts_with(kPrefix))
                name.erase(0, kPrefix.size());
        }
        return names;
    }
};

} // namespace

const ProviderAdapter& geminiAdapter() {
    static const GeminiAdapter adapter;
    return adapter;
}

} // namespace tollgate
