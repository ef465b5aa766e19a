#pragma once
// The first configuration: what a wizard or `tollgated --init` has been told, as one document for PUT
// /config, so that either all of it is there afterwards or nothing. And the servers a new provider can start
// from.

#include <boost/json/object.hpp>

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace tollgate {

/// Brands and addresses; nothing here is translated.
struct ProviderPresetFacts {
    std::string_view id; ///< of the preset; with '-' for '_' the proposed name
    std::string_view title;
    std::string_view kind;
    std::string_view baseUrl; ///< with YOUR-RESOURCE where it takes one's own
    std::string_view keyFrom; ///< the page that gives the key; empty: none needed
};
/// Vendors first, then servers that speak OpenAI's API, then the simulated one.
std::span<const ProviderPresetFacts> providerPresetFacts();
const ProviderPresetFacts* findPresetFacts(std::string_view id);

struct StarterAnswers {
    // A provider, and the alias to it; without a name neither is made
    std::string provider;
    std::string kind;
    std::string baseUrl;
    std::string apiKey; ///< empty: none
    boost::json::object options;
    std::string model;
    std::string alias = "chat-default";
    // What applications come with; without a name none is made
    std::string project = "main";
    std::string keyName = "first-key";
    std::string keySecret;
    // For everything, per month; only warns
    std::optional<double> budgetUsd;
};

/// In the shape of PUT /config.
boost::json::object starterDocument(const StarterAnswers& answers);
/// The provider alone, in the shape of POST /providers/check.
boost::json::object starterProvider(const StarterAnswers& answers);
/// "tg-…": for an answer that is to be shown once.
std::string makeStarterSecret();

} // namespace tollgate
