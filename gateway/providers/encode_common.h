#pragma once
// What every encoder does the same way: parameters nobody has a word for, tool names and ids that a target
// does not take, instructions for JSON answers.

#include "gateway/providers/provider_adapter.h"

#include <boost/json/object.hpp>

#include <span>
#include <string>
#include <string_view>

namespace tollgate {

/// Reports (or passes, or refuses, by the policy) every extra parameter of the request. Hints that change no
/// answer (store, metadata, prompt_cache_key, …) are only reported, and so are betas of Anthropic's API.
void handleExtras(boost::json::object& body, const ChatRequest& request, TranslationLog& log);
/// The same for one of them.
void handleExtra(boost::json::object& body, const ExtraParam& extra, TranslationLog& log);

/// Of a model that Anthropic's betas say nothing to.
void reportBetas(const ChatRequest& request, TranslationLog& log);

/// Of APIs that cannot tell what the model said on the way from its answer.
void reportPhases(const ChatRequest& request, TranslationLog& log);

/// Reports the canonical parameters named, where they are set: "seed", "n", "logprobs", "logit_bias",
/// "presence_penalty", "frequency_penalty", "top_k", "service_tier", "verbosity", "user", "metadata",
/// "parallel_tool_calls". `who` completes "… has no such parameter".
void reportUnsupported(boost::json::object& body, const ChatRequest& request,
                       std::span<const std::string_view> names, std::string_view who, TranslationLog& log);

/// The schema of a tool's arguments, never null: {"type":"object","properties":{}} where the caller gave
/// none, and with both members where it left one out.
boost::json::object toolSchema(const ToolDefinition& tool);

/// A name or id with only letters, digits, _ and -, at most `longest` bytes; the same text gives the same
/// result, different ones different results.
std::string safeIdentifier(std::string_view text, std::size_t longest);

/// Tool names as the target takes them; fills hints.toolNames for those that had to change.
std::string sentToolName(std::string_view name, std::size_t longest, ReplyHints& hints);
/// As the caller named it.
std::string callersToolName(std::string_view sent, const ReplyHints& hints);

/// 400 for something that must be said and cannot.
Error cannotSay(std::string param, std::string reason);

/// Which effort a number of thinking tokens stands for: below 4,096 low, below 16,384 medium, else high.
std::string effortOfBudget(std::int64_t tokens);
/// How many thinking tokens an effort stands for; always at least 1,024. 0 for "none".
std::int64_t budgetOfEffort(std::string_view effort);

} // namespace tollgate
