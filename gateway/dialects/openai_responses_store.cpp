#include "gateway/dialects/openai_responses_store.h"

#include "gateway/dialects/body_edit.h"
#include "gateway/dialects/field_checks.h"
#include "gateway/dialects/json_scan.h"
#include "gateway/dialects/sealed_reasoning.h"

#include <simdjson.h>

#include <optional>

namespace tollgate {

namespace {

namespace od = simdjson::ondemand;

/// An item of an array, read far enough to know what it is.
struct Item {
    std::string_view json; ///< into the scanner's copy of the text
    BodySpan place;
    std::string id;
    std::string type;
    bool hasRole = false;
    bool sealed = false; ///< encrypted_content is an envelope of the gateway's

    bool isReference() const { return type == "item_reference" || (type.empty() && !hasRole); }
};

std::string_view trimmed(std::string_view token) {
    const std::size_t end = token.find_last_not_of(" \t\r\n");
    return token.substr(0, end + 1);
}

std::optional<Item> readItem(od::value value, const char* base) {
    od::object object;
    Item item;
    if (value.get_object().get(object) != simdjson::SUCCESS)
        return std::nullopt;
    for (auto field : object) {
        std::string_view key;
        od::value member;
        if (field.unescaped_key().get(key) != simdjson::SUCCESS ||
            field.value().get(member) != simdjson::SUCCESS)
            return std::nullopt;
        std::string_view text;
        if (key == "role")
            item.hasRole = true;
        if ((key != "id" && key != "type" && key != "encrypted_content") ||
            member.get_string().get(text) != simdjson::SUCCESS)
            continue;
        if (key == "id")
            item.id = text;
        else if (key == "type")
            item.type = text;
        else
            item.sealed = text.starts_with(kSealPrefix);
    }
    if (object.reset().error() != simdjson::SUCCESS || object.raw_json().get(item.json) != simdjson::SUCCESS)
        return std::nullopt;
    item.json = trimmed(item.json);
    item.place = {static_cast<std::size_t>(item.json.data() - base), item.json.size()};
    return item;
}

std::vector<Item> readItems(od::value list, const char* base) {
    std::vector<Item> items;
    od::array array;
    if (list.get_array().get(array) != simdjson::SUCCESS)
        return items;
    for (auto one : array) {
        od::value value;
        if (one.get(value) != simdjson::SUCCESS)
            break;
        if (auto item = readItem(value, base))
            items.push_back(std::move(*item));
    }
    return items;
}

/// Where the members stand that resolving changes. Valid until the next use of JsonScan in this thread.
struct InputPlaces {
    std::vector<Item> items;
    std::string_view text;   ///< input that is a string, with its quotes
    BodySpan input;          ///< the value; length 0: there is none
    BodySpan previousMember; ///< previous_response_id from its key's quote on; length 0: there is none
};

/// The member and one comma: the one behind it, else the one before it.
BodySpan withComma(std::string_view body, BodySpan member) {
    constexpr std::string_view kBlank = " \t\r\n";
    const std::size_t end = member.offset + member.length;
    const std::size_t next = body.find_first_not_of(kBlank, end);
    if (next != std::string_view::npos && body[next] == ',')
        return {member.offset, next + 1 - member.offset};
    const std::size_t before = body.find_last_not_of(kBlank, member.offset - 1);
    if (before != std::string_view::npos && body[before] == ',')
        return {before, end - before};
    return member;
}

InputPlaces readPlaces(std::string_view body) {
    InputPlaces places;
    od::document document;
    od::object root;
    if (JsonScan::locate(body).get(document) != simdjson::SUCCESS ||
        document.get_object().get(root) != simdjson::SUCCESS)
        return places;
    const char* base = JsonScan::padded();
    const auto offset = [base](const char* at) { return static_cast<std::size_t>(at - base); };
    for (auto field : root) {
        od::raw_json_string raw;
        od::value value;
        if (field.key().get(raw) != simdjson::SUCCESS || field.value().get(value) != simdjson::SUCCESS)
            break;
        if (raw == "previous_response_id") {
            const std::string_view token = trimmed(value.raw_json_token());
            const std::size_t quote = offset(raw.raw()) - 1;
            places.previousMember = {quote, offset(token.data()) + token.size() - quote};
        } else if (raw == "input") {
            od::json_type type{};
            if (value.type().get(type) != simdjson::SUCCESS)
                break;
            if (type != od::json_type::array) {
                places.text = trimmed(value.raw_json_token());
                places.input = {offset(places.text.data()), places.text.size()};
                continue;
            }
            const std::size_t begin = offset(value.raw_json_token().data());
            places.items = readItems(value, base);
            const std::size_t last =
                places.items.empty() ? begin
                                     : places.items.back().place.offset + places.items.back().place.length;
            places.input = {begin, body.find(']', last) + 1 - begin};
        }
    }
    return places;
}

std::string messageOf(std::string_view quotedText) {
    return R"({"type":"message","role":"user","content":)" + std::string(quotedText) + "}";
}

const std::string* namedBy(const Item& item, const ReferencedItems& referenced) {
    if (!item.isReference())
        return nullptr;
    const auto found = referenced.find(item.id);
    return found != referenced.end() ? &found->second : nullptr;
}

std::string joined(const std::vector<std::string>& items) {
    std::string text;
    for (const std::string& item : items) {
        if (!text.empty())
            text += ',';
        text += item;
    }
    return text;
}

} // namespace

std::string withResolvedInput(std::string_view body, const std::vector<std::string>& priorItems,
                              const ReferencedItems& referenced) {
    const InputPlaces places = readPlaces(body);
    BodyEdits edits(body);
    const std::string prior = joined(priorItems);
    const bool isText = places.text.starts_with('"');
    if (places.input.length == 0) { // it stands where the id stood
        if (places.previousMember.length > 0)
            edits.replace(places.previousMember, "\"input\":[" + prior + "]");
        return edits.applied();
    }
    if (places.previousMember.length > 0)
        edits.replace(withComma(body, places.previousMember), {});
    if (!places.text.empty()) { // a string, or null
        if (!prior.empty() || !isText)
            edits.replace(places.input, "[" + prior + (isText && !prior.empty() ? "," : "") +
                                            (isText ? messageOf(places.text) : std::string()) + "]");
    } else {
        if (!prior.empty())
            edits.insert(places.input.offset + 1, prior + (places.items.empty() ? "" : ","));
        for (const Item& item : places.items) {
            if (const std::string* named = namedBy(item, referenced))
                edits.replace(item.place, *named);
        }
    }
    return edits.applied();
}

std::vector<ReplyItem> storedItems(std::string_view body, const ReferencedItems& referenced) {
    const InputPlaces places = readPlaces(body);
    std::vector<ReplyItem> items;
    if (places.text.starts_with('"'))
        items.push_back({{}, messageOf(places.text)});
    for (const Item& item : places.items) {
        const std::string* named = namedBy(item, referenced);
        items.push_back({item.id, named != nullptr ? *named : std::string(item.json)});
    }
    return items;
}

FinishedReply readFinishedReply(std::string_view finalReply) {
    FinishedReply reply;
    std::string status;
    od::document document;
    od::object root;
    if (finalReply.empty() || JsonScan::locate(finalReply).get(document) != simdjson::SUCCESS ||
        document.get_object().get(root) != simdjson::SUCCESS)
        return reply;
    const char* base = JsonScan::padded();
    for (auto field : root) {
        std::string_view key;
        od::value value;
        if (field.unescaped_key().get(key) != simdjson::SUCCESS ||
            field.value().get(value) != simdjson::SUCCESS)
            return {};
        std::string_view text;
        if (key == "id" && value.get_string().get(text) == simdjson::SUCCESS)
            reply.id = text;
        else if (key == "status" && value.get_string().get(text) == simdjson::SUCCESS)
            status = text;
        else if (key == "output") {
            for (const Item& item : readItems(value, base))
                reply.output.push_back({item.id, std::string(item.json)});
        }
    }
    if (status == "failed" || status == "cancelled")
        return {};
    return reply;
}

Error unknownPreviousResponse(std::string_view id) {
    return invalidField("previous_response_id",
                        "Previous response with id '" + std::string(id) + "' not found.");
}

Error unknownReference(std::string_view id) {
    return invalidField("input", "Item with id '" + std::string(id) + "' not found.");
}

Error conversationTooLong() {
    return invalidField("previous_response_id", "The conversation before this request is too long to go on "
                                                "with; send what matters of it as input.");
}

std::string withoutSealedItems(std::string_view body) {
    if (body.find(std::string("\"").append(kSealPrefix)) == std::string_view::npos)
        return {};
    const InputPlaces places = readPlaces(body);
    std::string kept;
    bool any = false;
    for (const Item& item : places.items) {
        any = any || item.sealed;
        if (item.sealed)
            continue;
        if (!kept.empty())
            kept += ',';
        kept += item.json;
    }
    if (!any)
        return {};
    BodyEdits edits(body);
    edits.replace(places.input, "[" + kept + "]");
    return edits.applied();
}

} // namespace tollgate
