#pragma once
// Which of Anthropic's betas Bedrock takes for which of its Claudes
// (additionalModelRequestFields.anthropic_beta;
// docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-anthropic-claude-messages-request-response.html,
// …/model-parameters-anthropic-claude-messages-tool-use.html and …/computer-use.html, November 2026). A
// request with any other one is refused with "invalid beta flag".

#include <boost/json.hpp>

#include <string_view>

namespace tollgate {

/// Not among them are betas whose words Converse has no place for (tool search, tool examples, compaction).
bool bedrockTakesBeta(std::string_view beta, std::string_view model);

/// The betas in additionalModelRequestFields.
bool hasBeta(const boost::json::object& more, std::string_view beta);
void addBeta(boost::json::object& more, std::string_view beta);

/// For something that is a beta with some models and not with others.
void addNeededBeta(boost::json::object& more, std::string_view beta, std::string_view model);

} // namespace tollgate
