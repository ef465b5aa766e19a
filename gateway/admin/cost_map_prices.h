#pragma once
// Price fields of LiteLLM's cost map. A field's name is a bucket and then, in any order, what it holds for:
// "input_cost_per_token", "…_above_200k_tokens", "…_flex", "…_above_272k_tokens_priority". Prices are USD per
// token (github.com/BerriAI/litellm, model_prices_and_context_window.json).

#include "gateway/config/resources.h"

#include <boost/json/object.hpp>

#include <set>
#include <string>

namespace tollgate {

struct CostMapPrices {
    Prices prices;
    bool any = false;
    std::string mistake;           ///< "input_cost_per_token must be a number"; empty: none
    std::set<std::string> ignored; ///< fields that bill something the gateway does not meter
};

CostMapPrices readCostMapPrices(const boost::json::object& row);

} // namespace tollgate
