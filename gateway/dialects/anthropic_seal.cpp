#include "gateway/dialects/anthropic_seal.h"

#include "gateway/dialects/json_read.h"
#include "gateway/dialects/json_scan.h"

#include <boost/json.hpp>

#include <algorithm>
#include <array>
#include <functional>
#include <utility>

namespace tollgate {

namespace json = boost::json;
namespace od = simdjson::ondemand;

namespace {

constexpr std::string_view kReasoningMark = "tollgate:";
constexpr std::string_view kCallMark = "tollgate-call:";
constexpr std::string_view kAnyMark = "\"tollgate"; ///< in a body: the opening quote and what both begin with

constexpr std::array kOriginNames{
    std::pair{Origin::Unknown, std::string_view("unknown")},
    std::pair{Origin::OpenAi, std::string_view("openai")},
    std::pair{Origin::Anthropic, std::string_view("anthropic")},
    std::pair{Origin::Gemini, std::string_view("gemini")},
    std::pair{Origin::Bedrock, std::string_view("bedrock")},
};

std::string_view nameOf(Origin origin) {
    for (const auto& [known, name] : kOriginNames) {
        if (known == origin)
            return name;
    }
    return "unknown";
}

Origin originOf(std::string_view name) {
    for (const auto& [known, text] : kOriginNames) {
        if (text == name)
            return known;
    }
    return Origin::Unknown;
}

/// Ids may hold the separator; the marks that matter come before them.
std::string escaped(std::string_view id) {
    std::string text;
    for (const char c : id) {
        if (c == ':' || c == '%')
            text += c == ':' ? "%3A" : "%25";
        else
            text += c;
    }
    return text;
}

std::string unescaped(std::string_view text) {
    std::string id;
    while (!text.empty()) {
        const bool colon = text.starts_with("%3A");
        if (colon || text.starts_with("%25")) {
            id += colon ? ':' : '%';
            text.remove_prefix(3);
        } else {
            id += text.front();
            text.remove_prefix(1);
        }
    }
    return id;
}

bool isSealed(std::string_view block) {
    if (block.find(kAnyMark) == std::string_view::npos)
        return false;
    boost::system::error_code failure;
    const json::value parsed = json::parse({block.data(), block.size()}, failure);
    const json::object* object = failure ? nullptr : parsed.if_object();
    if (object == nullptr)
        return false;
    const std::string type = textOf(*object, "type");
    return (type == "thinking" && openedProof(textOf(*object, "signature"))) ||
           (type == "redacted_thinking" && openedProof(textOf(*object, "data")));
}

/// One message's blocks: edits the array when some of them are ours. False: not the JSON it should be.
bool dropSealed(std::string_view body, od::value& content, BodyEdits& edits) {
    od::json_type type{};
    if (content.type().get(type) != simdjson::SUCCESS)
        return false;
    if (type != od::json_type::array)
        return true;
    const char* base = JsonScan::padded();
    const auto start = static_cast<std::size_t>(content.raw_json_token().data() - base);
    od::array blocks;
    if (content.get_array().get(blocks) != simdjson::SUCCESS)
        return false;
    std::string kept;
    std::size_t end = start + 1;
    bool found = false;
    for (auto one : blocks) {
        od::object block;
        std::string_view raw;
        if (one.get_object().get(block) != simdjson::SUCCESS ||
            block.raw_json().get(raw) != simdjson::SUCCESS)
            return false;
        end = static_cast<std::size_t>(raw.data() - base) + raw.size();
        if (isSealed(raw))
            found = true;
        else
            kept.append(kept.empty() ? "" : ",").append(raw);
    }
    if (!found)
        return true;
    if (kept.empty()) // a turn of nothing is refused
        kept = R"({"type":"text","text":"No answer."})";
    const std::size_t bracket = body.find(']', end);
    edits.replace({start, bracket + 1 - start}, "[" + kept + "]");
    return true;
}

void eachContent(std::string_view body, const std::function<bool(od::value&)>& visit) {
    od::document document;
    od::array messages;
    if (JsonScan::locate(body).get(document) != simdjson::SUCCESS ||
        document["messages"].get_array().get(messages) != simdjson::SUCCESS)
        return;
    for (auto message : messages) {
        od::object members;
        if (message.get_object().get(members) != simdjson::SUCCESS)
            return;
        for (auto field : members) {
            std::string_view key;
            od::value value;
            if (field.unescaped_key().get(key) != simdjson::SUCCESS ||
                field.value().get(value) != simdjson::SUCCESS)
                return;
            if (key == "content" && !visit(value))
                return;
        }
    }
}

} // namespace

std::string sealedProof(const ForeignProof& proof) {
    std::string text(proof.ofCall ? kCallMark : kReasoningMark);
    text.append(nameOf(proof.origin)).append(":").append(escaped(proof.id)).append(":");
    return text + proof.signature;
}

std::optional<ForeignProof> openedProof(std::string_view text) {
    ForeignProof proof;
    proof.ofCall = text.starts_with(kCallMark);
    if (!proof.ofCall && !text.starts_with(kReasoningMark))
        return std::nullopt;
    text.remove_prefix(proof.ofCall ? kCallMark.size() : kReasoningMark.size());
    const std::size_t first = text.find(':');
    const std::size_t second = first == std::string_view::npos ? first : text.find(':', first + 1);
    if (second == std::string_view::npos)
        return std::nullopt;
    proof.origin = originOf(text.substr(0, first));
    proof.id = unescaped(text.substr(first + 1, second - first - 1));
    proof.signature = text.substr(second + 1);
    return proof;
}

void dropSealedBlocks(std::string_view body, BodyEdits& edits) {
    const std::boyer_moore_horspool_searcher mark(kAnyMark.begin(), kAnyMark.end());
    if (std::search(body.begin(), body.end(), mark) == body.end())
        return;
    eachContent(body, [&](od::value& content) { return dropSealed(body, content, edits); });
}

} // namespace tollgate
