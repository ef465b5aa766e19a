#include "gateway/jobs/job_items.h"

#include "gateway/dialects/dialect_routes.h"

#include <boost/json.hpp>

#include <charconv>
#include <unordered_set>
#include <utility>

namespace tollgate {

namespace json = boost::json;

namespace {

constexpr std::size_t kMostCustomId = 256;

bool hasValue(const json::object& object, std::string_view name) {
    const json::value* value = object.if_contains(name);
    return value != nullptr && !value->is_null();
}

Error tooMany(const char* list) {
    return mistakeIn(list, "must hold 1 to " + std::to_string(kMostBatchItems) + " requests.");
}

/// The text at `name`, or `otherwise` where there is nothing.
tl::expected<std::string, Error> textAt(const json::object& object, std::string_view name,
                                        const std::string& where, std::string otherwise) {
    if (!hasValue(object, name))
        return otherwise;
    const json::value& value = object.at(name);
    if (!value.is_string() || value.as_string().empty())
        return tl::unexpected(mistakeIn(where + std::string(name), "must be a text that is not empty."));
    return std::string(value.as_string());
}

tl::expected<BatchItem, Error> itemOf(json::value& given, std::size_t place, const HttpHeaders& headers,
                                      const std::string& model) {
    const std::string where = "items[" + std::to_string(place) + "].";
    json::object* item = given.if_object();
    json::value* content = item != nullptr ? item->if_contains("body") : nullptr;
    if (content == nullptr || !content->is_object())
        return tl::unexpected(mistakeIn(where + "body", "must be the object that would be sent."));
    auto id = textAt(*item, "custom_id", where, std::to_string(place));
    auto url = textAt(*item, "url", where, {}); // as OpenAI's batch files say it
    if (!id || !url)
        return tl::unexpected(id ? std::move(url.error()) : std::move(id.error()));
    if (id->size() > kMostCustomId)
        return tl::unexpected(mistakeIn(where + "custom_id", "must have 256 bytes at most."));
    if (!url->empty() && dialectAt(*url) == nullptr)
        return tl::unexpected(
            mistakeIn(where + "url",
                      "must be a route that asks a model, such as /v1/chat/completions or /v1/messages."));
    json::object request = std::move(content->get_object());
    if (!url->empty())
        request["path"] = *url;
    auto deferred = deferredRequest(std::move(request), headers, model, where + "body.");
    if (!deferred)
        return tl::unexpected(std::move(deferred.error()));
    return BatchItem{*std::move(id), *std::move(deferred)};
}

tl::expected<std::vector<BatchItem>, Error> readItems(json::array& given, const HttpHeaders& headers,
                                                      const std::string& model) {
    std::vector<BatchItem> items;
    std::unordered_set<std::string> ids;
    items.reserve(given.size());
    for (json::value& one : given) {
        auto item = itemOf(one, items.size(), headers, model);
        one = nullptr; // its memory goes into what is kept
        if (!item)
            return tl::unexpected(std::move(item.error()));
        if (!ids.insert(item->customId).second)
            return tl::unexpected(mistakeIn("items[" + std::to_string(items.size()) + "].custom_id",
                                            "is not the first of that name."));
        items.push_back(*std::move(item));
    }
    return items;
}

tl::expected<std::vector<BatchItem>, Error> readPrompts(const json::object& body, const json::array& prompts,
                                                        const HttpHeaders& headers,
                                                        const std::string& model) {
    json::object common; // model, temperature, max_tokens, …
    for (const auto& [name, value] : body) {
        if (name != "prompts" && name != "budget_usd")
            common[name] = value;
    }
    if (auto fits = checkRepeated(prompts.size(), common); !fits)
        return tl::unexpected(std::move(fits.error()));
    std::vector<BatchItem> items;
    items.reserve(prompts.size());
    for (const json::value& prompt : prompts) {
        json::object content = common;
        content["prompt"] = prompt;
        auto deferred = deferredRequest(std::move(content), headers, model);
        if (!deferred && deferred.error().param == "prompt")
            return tl::unexpected(mistakeIn("prompts[" + std::to_string(items.size()) + "]",
                                            "must be a text that is not empty."));
        if (!deferred)
            return tl::unexpected(std::move(deferred.error()));
        items.push_back({std::to_string(items.size()), *std::move(deferred)});
    }
    return items;
}

} // namespace

tl::expected<std::vector<BatchItem>, Error> itemsOf(json::object& body, const HttpHeaders& headers,
                                                    const std::string& defaultModel) {
    json::value* given = body.if_contains("items");
    const json::value* prompts = body.if_contains("prompts");
    if (given != nullptr && prompts != nullptr)
        return tl::unexpected(mistakeIn("prompts", "and items cannot be given together."));
    const bool listed = given != nullptr ? given->is_array() : prompts != nullptr && prompts->is_array();
    if (!listed)
        return tl::unexpected(
            given == nullptr && prompts != nullptr
                ? mistakeIn("prompts", "must be a list of texts.")
                : mistakeIn("items", "must be a list of {\"custom_id\",\"body\"}; or give prompts."));
    const std::size_t count = given != nullptr ? given->as_array().size() : prompts->as_array().size();
    if (count == 0 || count > kMostBatchItems)
        return tl::unexpected(tooMany(given != nullptr ? "items" : "prompts"));
    auto model = textAt(body, "model", {}, headers.value("x-model").empty() ? defaultModel : std::string());
    if (!model)
        return tl::unexpected(std::move(model.error()));
    return given != nullptr ? readItems(given->get_array(), headers, *model)
                            : readPrompts(body, prompts->as_array(), headers, *model);
}

std::optional<Error> timeoutMistake(std::string_view header) {
    if (header.empty())
        return std::nullopt;
    std::int64_t ms = 0;
    const auto [end, failure] = std::from_chars(header.data(), header.data() + header.size(), ms);
    if (failure == std::errc{} && end == header.data() + header.size() && ms > 0)
        return std::nullopt;
    return Error{ErrorCode::InvalidRequest, "X-Tollgate-Timeout-Ms must be a whole number of milliseconds.",
                 "X-Tollgate-Timeout-Ms"};
}

} // namespace tollgate
