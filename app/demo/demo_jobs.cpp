#include "app/demo/demo_jobs.h"

#include "app/demo/demo_texts.h"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

namespace tollgate::demo {

namespace json = boost::json;

namespace {

constexpr int kItems = 240;
constexpr int kTasks = 9;
constexpr double kUnknownModel = 0.12;

DemoJob batch(Random& random) {
    json::array items;
    for (int i = 0; i < kItems; ++i) {
        json::object request;
        request["model"] = i % 61 == 7 ? "gpt-4o-mni" : "chat-default";
        request["prompt"] = promptFor(Errand::Chat, random);
        request["max_tokens"] = 200;
        json::object item;
        item["custom_id"] = "ticket-" + std::to_string(40'100 + i);
        item["body"] = std::move(request);
        items.push_back(std::move(item));
    }
    json::object body;
    body["items"] = std::move(items);
    body["budget_usd"] = 1;
    return {"/v1/batches", "support", json::serialize(body)};
}

DemoJob webhook(Random& random) {
    json::object body;
    body["model"] = "support-bot";
    body["prompt"] = promptFor(Errand::Support, random);
    body["webhook_url"] = "https://hooks.tollgate.invalid/answers"; // RFC 2606: no such name, ever
    return {"/v1/webhook/completions", "checkout-bot", json::serialize(body)};
}

} // namespace

DemoJob nextJob(Random& random) {
    json::object body;
    body["model"] = chance(random, kUnknownModel) ? "claude-lnog" : "summarise";
    body["prompt"] = promptFor(Errand::Summarise, random);
    return {"/v1/async/completions", chance(random, 0.5) ? "search" : "ci", json::serialize(body)};
}

std::vector<DemoJob> firstJobs(Random& random) {
    std::vector<DemoJob> jobs;
    for (int i = 0; i < kTasks; ++i)
        jobs.push_back(nextJob(random));
    jobs.push_back(webhook(random));
    jobs.push_back(batch(random));
    return jobs;
}

} // namespace tollgate::demo
