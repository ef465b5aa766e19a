#include "gateway/pipeline/model_list.h"

#include "gateway/dialects/dialect_routes.h"
#include "gateway/policy/allowed_models.h"

#include <boost/json.hpp>

#include <algorithm>

namespace tollgate {

namespace json = boost::json;

namespace {

struct Entry {
    std::string id;
    std::string owner;
};

std::vector<Entry> entriesFor(const ConfigSnapshot& snapshot, const ClientKey* key) {
    std::vector<Entry> aliases;
    for (const auto& [name, alias] : snapshot.aliases) {
        if (alias.enabled && keyAllows(key, name))
            aliases.push_back({name, "tollgate"});
    }
    std::vector<Entry> models;
    for (const auto& [reference, model] : snapshot.models) {
        const Provider* provider = ConfigSnapshot::find(snapshot.providers, model.provider);
        if (provider != nullptr && provider->enabled && keyAllows(key, reference))
            models.push_back({reference, model.provider});
    }
    std::ranges::sort(aliases, {}, &Entry::id);
    std::ranges::sort(models, {}, &Entry::id);
    std::ranges::move(models, std::back_inserter(aliases));
    return aliases;
}

/// ai.google.dev/api/models#Model
json::object geminiEntry(const Entry& entry) {
    return {{"name", "models/" + entry.id},
            {"displayName", entry.id},
            {"supportedGenerationMethods",
             json::array{"generateContent", "streamGenerateContent", "countTokens"}}};
}

json::object entryObject(const Entry& entry, CallerFamily family) {
    if (family == CallerFamily::Google)
        return geminiEntry(entry);
    if (family == CallerFamily::Anthropic)
        return {{"type", "model"},
                {"id", entry.id},
                {"display_name", entry.id},
                {"created_at", "2026-01-01T00:00:00Z"}};
    return {{"id", entry.id}, {"object", "model"}, {"created", 1'767'225'600}, {"owned_by", entry.owner}};
}

void refuse(Exchange& exchange, const Error& error) {
    exchange.answer(error.httpStatus(), {{"content-type", "application/json"}},
                    refusalBody(exchange.request(), error));
}

} // namespace

void answerModels(Exchange& exchange, const ConfigSnapshot& snapshot, const Identified& who,
                  const std::string& id) {
    const CallerFamily family = callerFamily(exchange.request());
    if (!who) {
        refuse(exchange, who.error());
        return;
    }
    const std::vector<Entry> entries = entriesFor(snapshot, *who);
    if (!id.empty()) {
        const auto found = std::ranges::find(entries, id, &Entry::id);
        if (found == entries.end()) {
            refuse(exchange, {ErrorCode::ModelNotFound, "The model \"" + id + "\" does not exist.", "model"});
            return;
        }
        exchange.answer(200, {{"content-type", "application/json"}},
                        json::serialize(entryObject(*found, family)));
        return;
    }
    json::array data;
    for (const Entry& entry : entries)
        data.push_back(entryObject(entry, family));
    json::object list;
    if (family == CallerFamily::Anthropic) {
        list["first_id"] = entries.empty() ? json::value(nullptr) : json::value(entries.front().id);
        list["last_id"] = entries.empty() ? json::value(nullptr) : json::value(entries.back().id);
        list["has_more"] = false;
    } else if (family == CallerFamily::OpenAi) {
        list["object"] = "list";
    }
    list[family == CallerFamily::Google ? "models" : "data"] = std::move(data);
    exchange.answer(200, {{"content-type", "application/json"}}, json::serialize(list));
}

} // namespace tollgate
