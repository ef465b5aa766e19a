#include "gateway/jobs/sync_batch.h"

#include "gateway/dialects/dialect_routes.h"
#include "gateway/wire/json_text.h"

#include <boost/json.hpp>

#include <utility>

namespace tollgate {

namespace json = boost::json;

namespace {

const json::array* listAt(const json::object& body, std::string_view name) {
    const json::value* value = body.if_contains(name);
    return value != nullptr && value->is_array() ? &value->as_array() : nullptr;
}

/// What is common to all prompts: model, temperature, max_tokens, …
json::object commonOf(const json::object& body) {
    json::object common;
    for (const auto& [name, value] : body) {
        if (name != "prompts" && name != "items")
            common[name] = value;
    }
    return common;
}

std::string messageOf(const JobReply& reply) {
    boost::system::error_code failure;
    const json::value body = parsedJson(reply.body, failure);
    const json::value* message = failure ? nullptr : body.find_pointer("/error/message", failure);
    if (message != nullptr && message->is_string())
        return std::string(message->as_string());
    return "It failed with status " + std::to_string(reply.status) + ".";
}

std::string textOf(std::size_t index, const SyncBatch::Item& item, const JobReply& reply) {
    json::object out;
    out["index"] = index;
    if (!item.customId.empty())
        out["custom_id"] = item.customId;
    if (item.isPrompt)
        out["prompt"] = item.prompt;
    out["status"] = reply.isGood() ? "completed" : "failed";
    out["status_code"] = reply.status;
    if (item.isPrompt)
        out["result"] = reply.isGood() ? json::value(textOfReply(reply.body)) : json::value(nullptr);
    out["error"] = reply.isGood() ? json::value(nullptr) : json::value(messageOf(reply));
    out["cost_usd"] = reply.cost ? json::value(reply.cost->usd()) : json::value(nullptr);
    out["trace_id"] = reply.traceId;
    std::string text = toJsonText(out);
    if (!item.isPrompt) {
        text.pop_back();
        text += ",\"response\":" + (reply.isGood() && !reply.body.empty() ? reply.body : "null") + "}";
    }
    return text;
}

tl::expected<SyncBatch::Item, Error> itemOf(const json::value& given, const HttpHeaders& headers,
                                            std::string_view model, const std::string& where) {
    const json::object* item = given.if_object();
    const json::value* body = item != nullptr ? item->if_contains("body") : nullptr;
    if (body == nullptr || !body->is_object())
        return tl::unexpected(mistakeIn(where + ".body", "must be the object that would be sent."));
    SyncBatch::Item out;
    if (const json::value* id = item->if_contains("custom_id"); id != nullptr && id->is_string())
        out.customId = id->as_string();
    auto request = deferredRequest(body->as_object(), headers, model, where + ".body.");
    if (!request)
        return tl::unexpected(std::move(request.error()));
    out.request = *std::move(request);
    return out;
}

} // namespace

tl::expected<std::vector<SyncBatch::Item>, Error> SyncBatch::read(const HttpRequest& request,
                                                                  const Settings& settings) {
    const auto body = objectOf(request.body);
    if (!body)
        return tl::unexpected(body.error());
    const json::array* prompts = listAt(*body, "prompts");
    const json::array* given = prompts != nullptr ? prompts : listAt(*body, "items");
    if (given == nullptr || given->empty() || given->size() > kMostItems)
        return tl::unexpected(
            mistakeIn("prompts", "must be a list of 1 to " + std::to_string(kMostItems) + " texts."));
    const HttpHeaders headers = keptHeaders(request.headers);
    const json::object common = commonOf(*body);
    if (prompts != nullptr) {
        if (auto fits = checkRepeated(given->size(), common); !fits)
            return tl::unexpected(std::move(fits.error()));
    }
    std::string model = headers.value("x-model").empty() ? settings.defaultAlias : std::string();
    if (const json::value* named = common.if_contains("model"); named != nullptr && named->is_string())
        model = named->as_string();
    std::vector<Item> items;
    items.reserve(given->size());
    for (std::size_t i = 0; i < given->size(); ++i) {
        const json::value& one = (*given)[i];
        if (prompts == nullptr) {
            auto item = itemOf(one, headers, model, "items[" + std::to_string(i) + "]");
            if (!item)
                return tl::unexpected(std::move(item.error()));
            items.push_back(*std::move(item));
            continue;
        }
        const std::string where = "prompts[" + std::to_string(i) + "]";
        if (!one.is_string() || one.as_string().empty())
            return tl::unexpected(mistakeIn(where, "must be a text that is not empty."));
        json::object whole = common;
        whole["prompt"] = one;
        auto deferred = deferredRequest(std::move(whole), headers, model);
        if (!deferred)
            return tl::unexpected(std::move(deferred.error()));
        items.push_back({{}, std::string(one.as_string()), true, *std::move(deferred)});
    }
    return items;
}

SyncBatch::SyncBatch(Pipeline& pipeline, const Clock& clock, ExchangePtr exchange, JobOwner owner,
                     std::vector<Item> items, std::function<void(SyncBatch*)> done)
    : m_pipeline(pipeline)
    , m_clock(clock)
    , m_exchange(std::move(exchange))
    , m_owner(std::move(owner))
    , m_headers(keptHeaders(m_exchange->request().headers))
    , m_items(std::move(items))
    , m_texts(m_items.size())
    , m_running(m_items.size())
    , m_done(std::move(done)) {}

SyncBatch::~SyncBatch() {
    m_exchange->onClientGone({});
    m_exchange->onDrained({});
    for (const auto& weak : m_running) {
        if (const auto exchange = weak.lock())
            exchange->leave();
    }
}

void SyncBatch::start() {
    m_exchange->onClientGone([this] { clientLeft(); });
    m_exchange->onDrained([this] { startMore(); });
    m_exchange->beginStream(200, {{"content-type", "application/json"}});
    m_exchange->write("[");
    startMore();
}

void SyncBatch::startMore() {
    if (std::exchange(m_starting, true))
        return; // one that is answered at once calls back here
    // Who reads slowly gets no more work done than it takes.
    while (!m_ended && m_active < kAtOnce && m_next < m_items.size() &&
           m_exchange->unsentBytes() <= Exchange::kHighWater)
        startOne(m_next++);
    m_starting = false;
}

void SyncBatch::startOne(std::size_t index) {
    ++m_active;
    Job job;
    job.owner = m_owner;
    job.path = m_items[index].request.path;
    job.headers = m_headers;
    job.body = std::move(m_items[index].request.body);
    auto exchange =
        std::make_shared<JobExchange>(requestOf(job, m_clock.monotonicNs()), m_owner.keyId,
                                      [this, index](const JobReply& reply) { answered(index, reply); });
    m_running[index] = exchange;
    m_pipeline.handle(std::move(exchange), *dialectAt(job.path));
}

void SyncBatch::answered(std::size_t index, const JobReply& reply) {
    --m_active;
    if (m_ended)
        return;
    m_texts[index] = textOf(index, m_items[index], reply);
    writeReady();
    if (m_written == m_items.size()) {
        m_exchange->write("]");
        m_exchange->endStream();
        end();
        return;
    }
    startMore();
}

void SyncBatch::writeReady() {
    std::string out;
    while (m_written < m_texts.size() && !m_texts[m_written].empty()) {
        out.append(m_written > 0 ? "," : "").append(m_texts[m_written]);
        std::string().swap(m_texts[m_written]);
        ++m_written;
    }
    if (!out.empty())
        m_exchange->write(out);
}

void SyncBatch::clientLeft() {
    if (!m_ended)
        end();
}

void SyncBatch::end() {
    m_ended = true;
    QMetaObject::invokeMethod(
        this, [this, done = std::exchange(m_done, nullptr)] { done(this); }, Qt::QueuedConnection);
}

} // namespace tollgate
