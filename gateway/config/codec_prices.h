#pragma once
// Prices ↔ JSON: the fields of a model that make up one version, its tiers and its history.

#include "gateway/config/field_reader.h"
#include "gateway/config/resources.h"

#include <boost/json/object.hpp>

#include <functional>
#include <span>
#include <string_view>

namespace tollgate {

/// Names of every field of a model that is part of a price version.
std::span<const std::string_view> priceFieldNames();

/// Calls `take` with every rate that is set and its name in the API.
void forEachRate(const TokenRates& rates,
                 const std::function<void(std::string_view name, const TokenPrice&)>& take);

void readPrices(FieldReader& in, Prices& out);
/// "history": the versions other than the model's own.
void readHistory(FieldReader& in, Model& model);

/// Unset rates beyond the contract's four are left out, and so are empty lists.
void writePrices(const Prices& prices, boost::json::object& out);
void writeHistory(const Model& model, boost::json::object& out);

} // namespace tollgate
