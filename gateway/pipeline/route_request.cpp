#include "gateway/pipeline/route_request.h"

namespace tollgate {

namespace {

constexpr std::size_t kBytesPerToken = 3;

/// By the one pricing function; nothing where it would have to guess a price.
std::optional<Money> expectedCost(const Model& model, std::int64_t promptTokens, std::int64_t outputTokens) {
    const bool priced = (model.input && model.output) || (model.usdPerHour && !model.input && !model.output);
    if (!priced)
        return std::nullopt;
    return worstCase(model, promptTokens + kFramingTokens, outputTokens);
}

} // namespace

TaskSigns ChatTask::read() const {
    TaskSigns signs;
    const auto chat = m_dialect.decode(m_request);
    if (!chat)
        return signs; // the sizes must do
    for (const Message& message : chat->messages) {
        if (message.role != Role::User)
            continue;
        signs.lastText.clear();
        for (const ContentPart& part : message.parts) {
            if (part.kind == ContentPart::Kind::Text)
                signs.lastText.append(part.text).push_back('\n');
        }
    }
    const std::string& effort = chat->reasoning.effort;
    signs.reasoning = chat->reasoning.mode == ReasoningWish::Mode::On ||
                      (!effort.empty() && effort != "none" && effort != "minimal" && effort != "low");
    signs.structured = chat->format.kind == ResponseFormat::Kind::JsonSchema;
    signs.tools = static_cast<int>(chat->tools.size());
    return signs;
}

std::int64_t estimatedPromptTokens(const RequestEnvelope& envelope) {
    return static_cast<std::int64_t>(envelope.promptBytes / kBytesPerToken);
}

RouteRequest routeRequestFor(const Dialect& dialect, const RequestEnvelope& envelope, std::string_view model,
                             const FlagSubject& subject, const Settings& settings) {
    RouteRequest request;
    request.model = model;
    request.subject = subject;
    request.promptTokens = estimatedPromptTokens(envelope);
    request.maxOutputTokens = envelope.maxTokens.value_or(0);
    request.choices = envelope.choices;
    request.streaming = envelope.stream;
    request.estimateCost = &expectedCost;
    request.needsTools = envelope.hasTools;
    request.needsVision = envelope.hasImages;
    request.needsEmbeddings = dialect.operation() == Operation::Embeddings;
    if (dialect.wireFormat() == WireFormat::None)
        request.fallbacksOf = settings.defaultAlias;
    return request;
}

std::string modelNameOf(const Dialect& dialect, const HttpRequest& request, const RequestEnvelope& envelope,
                        const Settings& settings) {
    if (const std::string_view header = request.headers.value("x-model"); !header.empty())
        return std::string(header);
    if (envelope.model.empty() && dialect.wireFormat() == WireFormat::None)
        return settings.defaultAlias;
    return envelope.model;
}

Money worstCostAt(const Candidate& candidate, const RequestEnvelope& envelope, const ReplyBounds& bounds,
                  std::int64_t atMs) {
    static const Model kUnknown;
    const Model& model = candidate.model != nullptr ? *candidate.model : kUnknown;
    Demand demand;
    demand.inputTokens = worstPromptTokens(envelope, candidate.provider, candidate.target.model);
    demand.outputTokens = worstReplyTokens(model, envelope, bounds);
    demand.service = envelope.service;
    demand.audio = envelope.hasAudio;
    demand.longCache = envelope.longCache;
    demand.atMs = atMs;
    return worstCase(model, demand);
}

} // namespace tollgate
