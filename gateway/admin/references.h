#pragma once
// Who names whom in a configuration.

#include "gateway/config/codec.h"
#include "gateway/config/snapshot.h"

#include <optional>
#include <string>
#include <string_view>

namespace tollgate {

/// The provider of "provider/model" (or "provider:model").
std::string_view providerOfReference(std::string_view reference);

std::optional<FieldError> missingProvider(const ConfigSnapshot& world, std::string_view provider,
                                          std::string param);
std::optional<FieldError> missingAlias(const ConfigSnapshot& world, std::string_view alias,
                                       std::string param);
std::optional<FieldError> missingProject(const ConfigSnapshot& world, std::string_view project,
                                         std::string param);
std::optional<FieldError> missingPrompt(const ConfigSnapshot& world, std::string_view prompt,
                                        std::string param);

// Who names it, for people: "alias chat-default (fallbacks[0])". Nothing: nobody.
std::optional<std::string> userOfProvider(const ConfigSnapshot& world, std::string_view name);
std::optional<std::string> userOfAlias(const ConfigSnapshot& world, std::string_view alias);
std::optional<std::string> userOfProject(const ConfigSnapshot& world, std::string_view name);
std::optional<std::string> userOfKey(const ConfigSnapshot& world, std::string_view id);
std::optional<std::string> userOfPrompt(const ConfigSnapshot& world, std::string_view name);

} // namespace tollgate
