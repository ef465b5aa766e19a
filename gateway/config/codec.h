#pragma once
// Resources ↔ JSON, in the shapes of the admin contract. Reading validates and names the field at fault;
// writing never contains a secret.

#include "gateway/config/resources.h"

#include <boost/json/object.hpp>
#include <tl/expected.hpp>

#include <string>

namespace tollgate {

struct FieldError {
    std::string param;   ///< "limits.rpm", "targets[1].weight"
    std::string message; ///< plain words: what is wrong and what is allowed
};
template <typename T>
using Parsed = tl::expected<T, FieldError>;

Parsed<Provider> providerFromJson(const boost::json::object& json);
Parsed<Model> modelFromJson(const boost::json::object& json);
Parsed<Alias> aliasFromJson(const boost::json::object& json);
Parsed<Project> projectFromJson(const boost::json::object& json);
Parsed<ClientKey> keyFromJson(const boost::json::object& json);
Parsed<Budget> budgetFromJson(const boost::json::object& json);
Parsed<Flag> flagFromJson(const boost::json::object& json);
Parsed<Prompt> promptFromJson(const boost::json::object& json);
Parsed<Settings> settingsFromJson(const boost::json::object& json);

boost::json::object toJson(const Provider& provider); ///< without credentials and health
boost::json::object toJson(const Model& model);
boost::json::object toJson(const Alias& alias);
boost::json::object toJson(const Project& project);
boost::json::object toJson(const ClientKey& key); ///< without the bcrypt hash
boost::json::object toJson(const Budget& budget);
boost::json::object toJson(const Flag& flag);
boost::json::object toJson(const Prompt& prompt);
boost::json::object toJson(const PromptVersion& version);
boost::json::object toJson(const Settings& settings);

/// A key as the store keeps it: with its hash, its prefix and when it was made.
boost::json::object toStoredJson(const ClientKey& key);
Parsed<ClientKey> keyFromStoredJson(const boost::json::object& json);

/// A flag as the store keeps it: with when it was changed, and by what if nobody declared it so.
boost::json::object toStoredJson(const Flag& flag);
Parsed<Flag> flagFromStoredJson(const boost::json::object& json);

/// One version on its own; `version` and `created_at` are the server's to give.
Parsed<PromptVersion> promptVersionFromJson(const boost::json::object& json);
/// 12 hex digits of SHA-256 over what the version says: system, template, model, temperature, max_tokens.
std::string promptHash(const PromptVersion& version);

std::string_view toString(ProviderKind kind);
std::string_view toString(Strategy strategy);
std::string_view toString(BudgetScope scope);
std::string_view toString(BudgetPeriod period);
std::string_view toString(BudgetAction action);
std::string_view toString(FlagType type);
std::string_view toString(StickyBy by);

} // namespace tollgate
