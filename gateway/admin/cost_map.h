#pragma once
// Reads LiteLLM's model_prices_and_context_window.json: model names as keys, `litellm_provider` naming the
// vendor.

#include "gateway/admin/admin_types.h"
#include "gateway/config/resources.h"

#include <boost/json/object.hpp>

#include <map>
#include <string>
#include <vector>

namespace tollgate {

struct CostMapEntry {
    std::string name;   ///< as in the file
    std::string vendor; ///< litellm_provider
    Model model;        ///< without a provider; only what the file says is set
    std::string skip;   ///< why it cannot be used; empty: it can
};

struct CostMap {
    std::vector<CostMapEntry> entries;
    /// Fields that bill what the gateway does not meter (searches, seconds, pictures), by how many usable
    /// rows have them.
    std::map<std::string, std::int64_t> ignored;
};

/// What is no price, no number or no object is skipped by name; the rest is read all the same.
CostMap readCostMap(const boost::json::object& file);

/// Whether a row of that vendor is meant for this provider: by the provider's own name, its kind, or where
/// an OpenAI-compatible one is.
bool vendorMeans(const std::string& vendor, const Provider& provider);

} // namespace tollgate
