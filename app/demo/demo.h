#pragma once
// What --demo brings along, so that everything is alive with no key and no spend: a configuration of
// simulated providers, thirty days of history, and traffic that keeps coming through the real data path.
//
// Order at start: configuration and history before or after each other, but history before the ledger is
// opened by the gateway; DemoTraffic once the gateway listens.

#include "app/demo/demo_history.h"
#include "app/demo/demo_traffic.h"

#include <string_view>

namespace tollgate {

/// A document for PUT /admin/v1/config. Apply it to a new data directory only: what a visitor changed stays.
/// Secrets of its keys end up in DATA_DIR/keys/<name>; "playground" is the one for people.
std::string_view demoConfiguration();

inline constexpr std::string_view kDemoKeyForPeople = "playground";

} // namespace tollgate
