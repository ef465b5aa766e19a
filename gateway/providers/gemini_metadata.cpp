#include "gateway/providers/gemini_metadata.h"

#include "gateway/providers/reply_json.h"

#include <boost/json.hpp>

#include <algorithm>

namespace tollgate {

namespace json = boost::json;

namespace {

using reply::integer;
using reply::text;
using simdjson::SUCCESS;
using simdjson::dom::element;

std::int64_t tokensOf(std::string_view modality, element metadata, const char* details) {
    std::int64_t tokens = 0;
    simdjson::dom::array list;
    if (metadata[details].get(list) != SUCCESS)
        return 0;
    for (element one : list) {
        if (text(one, "modality") == modality)
            tokens += integer(one, "tokenCount");
    }
    return tokens;
}

/// How many characters the first `bytes` bytes are.
std::int64_t charactersIn(std::string_view all, std::int64_t bytes) {
    const auto end =
        std::min<std::size_t>(all.size(), static_cast<std::size_t>(std::max<std::int64_t>(0, bytes)));
    return std::ranges::count_if(all.substr(0, end), [](char c) { return (c & 0xC0) != 0x80; });
}

event::Citation citation(std::string_view uri, std::string_view title, std::int64_t start, std::int64_t end,
                         json::value original) {
    json::object place;
    place["url"] = uri;
    place["title"] = title.empty() ? uri : title;
    place["start_index"] = start;
    place["end_index"] = end;
    json::object annotation;
    annotation["type"] = "url_citation";
    annotation["url_citation"] = std::move(place);
    return {std::move(annotation), std::move(original), Origin::Gemini};
}

/// One citation for each source of each supported passage; sources that support none stand for the whole.
void addGrounding(element grounding, std::string_view all, std::vector<event::Citation>& found) {
    simdjson::dom::array chunks;
    if (grounding["groundingChunks"].get(chunks) != SUCCESS)
        return;
    const std::vector<element> sources(chunks.begin(), chunks.end());
    std::vector<bool> used(sources.size(), false);
    const auto add = [&](std::size_t index, std::int64_t start, std::int64_t end, element original) {
        used[index] = true;
        for (const char* kind : {"web", "retrievedContext", "maps", "image"}) {
            element source;
            if (sources[index][kind].get(source) != SUCCESS)
                continue;
            std::string_view uri = text(source, "uri");
            if (uri.empty())
                uri = text(source, "sourceUri");
            if (!uri.empty())
                found.push_back(citation(uri, text(source, "title"), start, end, geminiValue(original)));
        }
    };
    simdjson::dom::array supports;
    if (grounding["groundingSupports"].get(supports) == SUCCESS) {
        for (element support : supports) {
            element segment;
            simdjson::dom::array indices;
            if (support["segment"].get(segment) != SUCCESS ||
                support["groundingChunkIndices"].get(indices) != SUCCESS)
                continue;
            for (element index : indices) {
                std::uint64_t number = 0;
                if (index.get(number) == SUCCESS && number < sources.size())
                    add(static_cast<std::size_t>(number), charactersIn(all, integer(segment, "startIndex")),
                        charactersIn(all, integer(segment, "endIndex")), support);
            }
        }
    }
    const auto whole = static_cast<std::int64_t>(all.size());
    for (std::size_t i = 0; i < sources.size(); ++i) {
        if (!used[i])
            add(i, 0, charactersIn(all, whole), sources[i]);
    }
}

json::object probability(element candidate) {
    const std::string_view token = text(candidate, "token");
    json::array bytes;
    for (const char c : token)
        bytes.emplace_back(static_cast<unsigned char>(c));
    double value = 0;
    if (candidate["logProbability"].get(value) != SUCCESS)
        value = 0;
    json::object object;
    object["token"] = token;
    object["logprob"] = value;
    object["bytes"] = std::move(bytes);
    return object;
}

} // namespace

json::value geminiValue(element value) {
    boost::system::error_code failure;
    const std::string minified = simdjson::minify(value);
    json::parse_options options;
    options.max_depth = 1'024; // as deep as the reader of the whole goes
    return json::parse(minified, failure, {}, options);
}

/// promptTokenCount holds what came from the cache, candidatesTokenCount leaves thoughts out
/// (ai.google.dev/api/generate-content#UsageMetadata).
Usage geminiUsage(element metadata) {
    Usage usage;
    const std::int64_t cached = integer(metadata, "cachedContentTokenCount");
    usage.audioCacheRead = std::min(tokensOf("AUDIO", metadata, "cacheTokensDetails"), cached);
    usage.cacheRead = cached - usage.audioCacheRead;
    usage.audioInput =
        std::max<std::int64_t>(0, tokensOf("AUDIO", metadata, "promptTokensDetails") - usage.audioCacheRead);
    usage.inputUncached =
        std::max<std::int64_t>(0, integer(metadata, "promptTokenCount") - cached - usage.audioInput) +
        integer(metadata, "toolUsePromptTokenCount");
    const std::int64_t written = integer(metadata, "candidatesTokenCount");
    usage.audioOutput = std::min(tokensOf("AUDIO", metadata, "candidatesTokensDetails"), written);
    usage.imageOutput =
        std::min(tokensOf("IMAGE", metadata, "candidatesTokensDetails"), written - usage.audioOutput);
    usage.outputText = written - usage.audioOutput - usage.imageOutput;
    usage.reasoning = integer(metadata, "thoughtsTokenCount");
    std::string_view tier = text(metadata, "serviceTier");
    usage.tier = serviceTierNamed(tier.empty() ? text(metadata, "trafficType") : tier);
    return usage;
}

std::vector<event::Citation> geminiCitations(element candidate, std::string_view all) {
    std::vector<event::Citation> found;
    element metadata;
    if (candidate["groundingMetadata"].get(metadata) == SUCCESS && metadata.is_object())
        addGrounding(metadata, all, found);
    if (candidate["citationMetadata"].get(metadata) != SUCCESS || !metadata.is_object())
        return found;
    // v1beta writes citationSources, newer answers citations.
    for (const char* name : {"citationSources", "citations"}) {
        simdjson::dom::array sources;
        if (metadata[name].get(sources) != SUCCESS)
            continue;
        for (element source : sources) {
            if (const std::string_view uri = text(source, "uri"); !uri.empty())
                found.push_back(
                    citation(uri, text(source, "title"), charactersIn(all, integer(source, "startIndex")),
                             charactersIn(all, integer(source, "endIndex")), geminiValue(source)));
        }
    }
    return found;
}

json::value geminiLogprobs(element result) {
    json::array content;
    simdjson::dom::array chosen;
    if (result["chosenCandidates"].get(chosen) != SUCCESS)
        return nullptr;
    std::vector<element> tops;
    if (simdjson::dom::array list; result["topCandidates"].get(list) == SUCCESS)
        tops.assign(list.begin(), list.end());
    std::size_t step = 0;
    for (element one : chosen) {
        json::object token = probability(one);
        json::array others;
        if (simdjson::dom::array list; step < tops.size() && tops[step]["candidates"].get(list) == SUCCESS) {
            for (element other : list)
                others.push_back(probability(other));
        }
        token["top_logprobs"] = std::move(others);
        content.push_back(std::move(token));
        ++step;
    }
    json::object object;
    object["content"] = std::move(content);
    object["refusal"] = nullptr;
    return object;
}

} // namespace tollgate
