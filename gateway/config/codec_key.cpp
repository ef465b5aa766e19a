// Projects and the client keys in them.
#include "gateway/config/codec_parts.h"

namespace tollgate {

Parsed<Project> projectFromJson(const boost::json::object& json) {
    FieldReader in(json);
    Project project;
    in.text("name", project.name, kName);
    in.text("description", project.description, {false, 4096, nullptr});
    readLimits(in, project.limits);
    in.boolean("enabled", project.enabled);
    return in.finish(std::move(project));
}

boost::json::object toJson(const Project& project) {
    return {{"name", project.name},
            {"description", project.description},
            {"limits", limitsToJson(project.limits)},
            {"enabled", project.enabled}};
}

Parsed<ClientKey> keyFromJson(const boost::json::object& json) {
    FieldReader in(json);
    ClientKey key;
    in.text("id", key.id, {false, 64, wordMistake});
    in.text("name", key.name, kName);
    in.text("project", key.project, {false, 128, nameMistake});
    in.text("user", key.user, {false, 256, nullptr});
    if (key.user && key.user->empty())
        key.user.reset();
    in.texts("allowed_models", key.allowedModels, kModelName);
    readLimits(in, key.limits);
    in.time("expires_at", key.expiresAtMs);
    in.boolean("enabled", key.enabled);
    in.readOnly({"prefix", "secret", "hash", "created_at", "last_used_at", "old_secret_until"});
    return in.finish(std::move(key));
}

boost::json::object toJson(const ClientKey& key) {
    return {
        {"id", key.id},
        {"name", key.name},
        {"project", textOrNull(key.project)},
        {"user", key.user ? boost::json::value(*key.user) : boost::json::value(nullptr)},
        {"prefix", key.prefix},
        {"allowed_models", toJsonList(key.allowedModels)},
        {"limits", limitsToJson(key.limits)},
        {"expires_at", timeOrNull(key.expiresAtMs)},
        {"enabled", key.enabled},
        {"created_at", key.createdAtMs == 0 ? boost::json::value(nullptr) : timeOrNull(key.createdAtMs)},
        {"old_secret_until", key.retired ? timeOrNull(key.retired->untilMs) : boost::json::value(nullptr)}};
}

boost::json::object toStoredJson(const ClientKey& key) {
    boost::json::object json = toJson(key);
    json.emplace("bcrypt", key.bcrypt);
    if (key.retired) {
        json.emplace("retired", boost::json::object{{"prefix", key.retired->prefix},
                                                    {"bcrypt", key.retired->bcrypt},
                                                    {"until", timeOrNull(key.retired->untilMs)}});
    }
    return json;
}

Parsed<ClientKey> keyFromStoredJson(const boost::json::object& json) {
    boost::json::object open = json;
    open.stable_erase("bcrypt");
    open.stable_erase("retired");
    return keyFromJson(open).map([&json](ClientKey key) {
        FieldReader in(json);
        in.text("prefix", key.prefix);
        in.text("bcrypt", key.bcrypt);
        in.time("created_at", key.createdAtMs);
        in.nested("retired", [&key](FieldReader& old) {
            ClientKey::RetiredSecret secret;
            old.text("prefix", secret.prefix);
            old.text("bcrypt", secret.bcrypt);
            old.time("until", secret.untilMs);
            key.retired = std::move(secret);
        });
        return key;
    });
}

} // namespace tollgate
