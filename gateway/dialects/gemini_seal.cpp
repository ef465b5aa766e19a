#include "gateway/dialects/gemini_seal.h"

#include "gateway/dialects/field_checks.h"
#include "gateway/dialects/gemini_path.h"
#include "gateway/dialects/json_read.h"
#include "gateway/wire/base64_text.h"
#include "gateway/wire/json_text.h"

#include <boost/json.hpp>

#include <algorithm>
#include <array>

namespace tollgate {

namespace json = boost::json;

namespace {

/// Base64 of "tollgate:", which both kinds of marks are made to begin with.
constexpr std::string_view kMark = "dG9sbGdhdGU6";
constexpr std::string_view kPlain = "tollgate:";

bool isSealed(const json::value& part) {
    return part.is_object() && openedFromGemini(geminiText(part.get_object(), "thoughtSignature"));
}

/// A thought of somebody else stands in parts of its own: the words, and the proof behind them.
void dropForeignThoughts(json::array& parts) {
    if (std::ranges::none_of(parts, isSealed))
        return;
    json::array kept;
    for (json::value& part : parts) {
        const json::object* object = part.if_object();
        const bool thought = object != nullptr && boolOf(*object, "thought").value_or(false);
        if (!thought && !isSealed(part))
            kept.push_back(std::move(part));
    }
    parts = std::move(kept);
}

/// Turns that were nothing but such thoughts go, too: Gemini takes none without parts.
void dropForeignThoughts(json::object& request) {
    const auto contents = request.find("contents");
    if (contents == request.end() || !contents->value().is_array())
        return;
    json::array& turns = contents->value().get_array();
    json::array kept;
    for (json::value& turn : turns) {
        json::object* object = turn.if_object();
        json::value* parts = object != nullptr ? object->if_contains("parts") : nullptr;
        if (parts != nullptr && parts->is_array()) {
            dropForeignThoughts(parts->get_array());
            if (parts->get_array().empty())
                continue;
        }
        kept.push_back(std::move(turn));
    }
    turns = std::move(kept);
}

} // namespace

std::string sealedForGemini(const ForeignProof& proof) {
    return base64Encoded(std::string(kPlain) + sealedProof(proof));
}

std::optional<ForeignProof> openedFromGemini(std::string_view signature) {
    if (!signature.starts_with(kMark))
        return std::nullopt;
    std::string text(signature);
    std::ranges::replace(text, '-', '+');
    std::ranges::replace(text, '_', '/');
    text.resize((text.size() + 3) / 4 * 4, '=');
    const auto plain = base64Decoded(text);
    if (!plain || !plain->starts_with(kPlain))
        return std::nullopt;
    return openedProof(std::string_view(*plain).substr(kPlain.size()));
}

void dropSealedThoughts(std::string_view body, BodyEdits& edits) {
    if (body.find('"' + std::string(kMark)) == std::string_view::npos)
        return;
    constexpr std::array<std::string_view, 2> kPlaces{"contents", "generateContentRequest"};
    (void)locateMembers(body, kPlaces, [&](std::string_view key, BodySpan place) {
        boost::system::error_code failure;
        json::object request;
        request[key] = parsedJson(edits.at(place), failure);
        if (failure)
            return;
        json::value* wrapped = key == "contents" ? nullptr : &request[key];
        if (wrapped == nullptr)
            dropForeignThoughts(request);
        else if (wrapped->is_object())
            dropForeignThoughts(wrapped->get_object());
        edits.replace(place, toJsonText(request[key]));
    });
}

} // namespace tollgate
