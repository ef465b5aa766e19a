#include "gateway/providers/simulated.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace tollgate {

namespace {

constexpr double kLongTailFactor = 3.5; // the notebook's

bool startsCharacter(char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
}

std::size_t characterCount(std::string_view text) {
    return static_cast<std::size_t>(std::ranges::count_if(text, startsCharacter));
}

/// The first `count` code points.
std::string_view firstCharacters(std::string_view text, std::size_t count) {
    std::size_t seen = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (startsCharacter(text[i]) && seen++ == count)
            return text.substr(0, i);
    }
    return text;
}

/// Words with the space before them, as models stream.
std::vector<std::string> cutIntoPieces(std::string_view text) {
    std::vector<std::string> pieces;
    std::size_t start = 0;
    while (start < text.size()) {
        const std::size_t space = text.find(' ', start + 1);
        const std::size_t end = space == std::string_view::npos ? text.size() : space;
        pieces.emplace_back(text.substr(start, end - start));
        start = end;
    }
    return pieces;
}

double chanceOf(const Provider& provider, std::string_view option) {
    const auto* value = provider.options.if_contains(option);
    return value != nullptr && value->is_number() ? value->to_number<double>() : 0;
}

constexpr std::size_t kUsualDimensions = 256;

void planEmbeddings(const EmbeddingInput& input, SimulatedCall& call) {
    std::vector<std::string> texts = input.texts;
    for (const std::vector<std::int64_t>& tokens : input.tokens) {
        std::string& text = texts.emplace_back();
        for (const std::int64_t token : tokens)
            text += std::to_string(token) + " ";
    }
    const auto dimensions = static_cast<std::size_t>(input.dimensions.value_or(kUsualDimensions));
    for (std::size_t i = 0; i < texts.size(); ++i) {
        call.usage.inputUncached += input.tokens.empty() ? simulatedTokens(texts[i])
                                                         : static_cast<std::int64_t>(input.tokens[i].size());
        call.embeddings.push_back({static_cast<int>(i), simulatedEmbedding(texts[i], dimensions)});
    }
}

} // namespace

std::vector<float> simulatedEmbedding(std::string_view text, std::size_t dimensions) {
    std::mt19937_64 engine(std::hash<std::string_view>{}(text));
    std::vector<float> values(dimensions);
    double square = 0;
    for (float& value : values) {
        value =
            static_cast<float>(static_cast<double>(engine() >> 11U) / static_cast<double>(1ULL << 52U) - 1);
        square += static_cast<double>(value) * static_cast<double>(value);
    }
    const auto length = static_cast<float>(std::sqrt(square));
    for (float& value : values)
        value /= length > 0 ? length : 1;
    return values;
}

std::int64_t simulatedTokens(std::string_view text) {
    return std::max<std::int64_t>(1, static_cast<std::int64_t>(characterCount(text)) / 4);
}

std::string simulatedPrompt(const ChatRequest& request) {
    const std::string system = request.systemText();
    const std::string user = request.lastUserText();
    return system.empty() ? user : system + "\nUser: " + user;
}

std::string simulatedReply(std::string_view form, std::string_view provider, std::string_view model,
                           std::string_view prompt) {
    std::string reply;
    for (std::size_t at = 0; at < form.size();) {
        const std::size_t open = form.find('{', at);
        const std::size_t close = open == std::string_view::npos ? open : form.find('}', open);
        if (close == std::string_view::npos) {
            reply.append(form.substr(at));
            break;
        }
        reply.append(form.substr(at, open - at));
        const std::string_view name = form.substr(open + 1, close - open - 1);
        if (name == "provider") {
            reply.append(provider);
        } else if (name == "model") {
            reply.append(model);
        } else if (name == "prompt") {
            reply.append(prompt);
        } else if (name.starts_with("prompt:")) {
            std::size_t count = 0;
            std::from_chars(name.data() + 7, name.data() + name.size(), count);
            reply.append(firstCharacters(prompt, count));
        } else {
            reply.append(form.substr(open, close - open + 1));
        }
        at = close + 1;
    }
    return reply;
}

SimulatedCall SimulatedProviders::plan(const Provider& provider, const std::string& model,
                                       const ChatRequest& request) {
    const SimulatedOptions& options = provider.simulated;
    SimulatedCall call;
    call.stallMs = provider.timeouts.idleMs;
    {
        const std::scoped_lock lock(m_mutex);
        const auto [entry, isNew] = m_sources.try_emplace(provider.name);
        Source& source = entry->second;
        if (isNew || source.seed != options.seed)
            source = {options.seed, std::mt19937_64(options.seed), std::mt19937_64(options.seed + 1)};
        std::uniform_real_distribution<double> chance(0, 1);
        // Every call draws the same number of times, so that one option does not shift the others' sequence.
        const double latency = chance(source.engine);
        const double tail = chance(source.engine);
        const double timeout = chance(source.engine);
        const double error = chance(source.engine);
        call.delayMs = -std::log(1 - latency) * std::max(0.0, options.meanLatencyMs);
        if (tail < options.pLongTail)
            call.delayMs *= kLongTailFactor;
        if (timeout < options.pTimeout)
            call.fate = SimulatedCall::Fate::Timeout;
        else if (error < options.pError)
            call.fate = SimulatedCall::Fate::Error;
        if (chance(source.faults) < chanceOf(provider, "p_rate_limit"))
            call.fate = SimulatedCall::Fate::RateLimited;
        const double stall = chance(source.faults);
        const double cut = chance(source.faults);
        if (stall < chanceOf(provider, "p_stall"))
            call.ending = SimulatedCall::Ending::Stall;
        else if (cut < chanceOf(provider, "p_truncate"))
            call.ending = SimulatedCall::Ending::Cut;
    }
    if (request.operation == Operation::Embeddings) {
        planEmbeddings(request.embedding, call);
        return call;
    }
    const std::string prompt = simulatedPrompt(request);
    std::string reply = simulatedReply(options.reply, provider.name, model, prompt);
    if (request.maxTokens && simulatedTokens(reply) > *request.maxTokens) {
        reply = firstCharacters(reply, static_cast<std::size_t>(*request.maxTokens) * 4);
        call.finish = FinishReason::Length;
    }
    call.usage.inputUncached = simulatedTokens(prompt);
    call.usage.outputText = simulatedTokens(reply);
    call.pieces = cutIntoPieces(reply);
    if (options.tokensPerSecond > 0 && !call.pieces.empty()) {
        const double perPiece =
            static_cast<double>(call.usage.outputText) / static_cast<double>(call.pieces.size());
        call.msPerPiece = 1000.0 * perPiece / options.tokensPerSecond;
    }
    if (call.ending != SimulatedCall::Ending::Whole)
        call.pieces.resize((call.pieces.size() + 1) / 2);
    return call;
}

} // namespace tollgate
