#pragma once
// Reads LiteLLM's model_prices_and_context_window.json: model names as keys, prices in USD per token,
// `litellm_provider` naming the vendor.

#include "gateway/admin/admin_types.h"
#include "gateway/config/resources.h"

#include <boost/json/object.hpp>

#include <optional>
#include <string>
#include <vector>

namespace tollgate {

struct CostMapEntry {
    std::string name;   ///< as in the file
    std::string vendor; ///< litellm_provider
    Model model;        ///< without a provider; only what the file says is set
    std::string skip;   ///< why it cannot be used; empty: it can
};

/// 422 naming "model.field" for what is no price, no number or no object.
Outcome<std::vector<CostMapEntry>> readCostMap(const boost::json::object& file);

/// Whether a row of that vendor is meant for this provider: by kind, or by the provider's own name.
bool vendorMeans(const std::string& vendor, const Provider& provider);

} // namespace tollgate
