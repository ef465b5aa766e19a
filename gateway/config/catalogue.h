#pragma once
// Published list prices and capabilities of well-known models, for providers that talk to the vendor itself.
// Behind any other address the same model name may cost anything, so nothing is assumed there.

#include "gateway/config/resources.h"

#include <string_view>
#include <vector>

namespace tollgate {

/// `source` of these rows; a row that someone wrote has another one.
inline constexpr std::string_view kBuiltInSource = "built-in";

/// Whether all that is known of the model comes from here.
bool isBuiltIn(const Model& model);

/// Whose models an OpenAI-compatible provider serves, by its address, as LiteLLM names vendors: "groq",
/// "mistral", …; empty: nobody who is known.
std::string_view vendorOf(const Provider& provider);

/// Rows for one provider, or none.
std::vector<Model> builtInModels(const Provider& provider);

} // namespace tollgate
