#include "gateway/job_routes.h"

#include "gateway/dialects/openai_errors.h"
#include "gateway/wire/url_text.h"

#include <array>
#include <utility>

namespace tollgate {

namespace {

using Kind = JobQuestion::Kind;

struct Row {
    JobRoute route;
    std::optional<Kind> kind; ///< nothing: answered at once, by this worker
};

constexpr std::array kRows{
    Row{{"POST", "/v1/async/completions"}, Kind::SubmitTask},
    Row{{"POST", "/v1/webhook/completions"}, Kind::SubmitWebhook},
    Row{{"GET", "/v1/webhook/secret"}, Kind::WebhookSecret},
    Row{{"GET", "/v1/tasks/{id}"}, Kind::Task},
    Row{{"DELETE", "/v1/tasks/{id}"}, Kind::CancelTask},
    Row{{"POST", "/v1/batch/completions"}, std::nullopt},
    Row{{"POST", "/v1/batches"}, Kind::SubmitBatch},
    Row{{"GET", "/v1/batches/{id}"}, Kind::Batch},
    Row{{"GET", "/v1/batches/{id}/results"}, Kind::BatchResults},
    Row{{"POST", "/v1/batches/{id}/cancel"}, Kind::CancelBatch},
};

void answerWith(Exchange& exchange, const JobAnswer& answer, const std::string& traceId = {}) {
    HttpHeaders headers{{"content-type", "application/json"}};
    if (!traceId.empty())
        headers.add("x-request-id", traceId);
    exchange.answer(answer.status, headers, answer.body);
}

} // namespace

std::span<const JobRoute> jobRoutes() {
    static const auto routes = [] {
        std::array<JobRoute, kRows.size()> list{};
        for (std::size_t i = 0; i < list.size(); ++i)
            list[i] = kRows[i].route;
        return list;
    }();
    return routes;
}

struct JobRoutes::Reading {
    ExchangePtr exchange;
    JobQuestion question;
    bool begun = false;
    bool asked = false;
};

JobRoutes::JobRoutes(const PipelineServices& services, Pipeline& pipeline, JobQueue& queue)
    : m_services(services)
    , m_pipeline(pipeline)
    , m_queue(queue)
    , m_ids(randomSeed())
    , m_runner(pipeline, services.clock,
               [&queue](std::int64_t seq, JobReply reply) { queue.ended(seq, std::move(reply)); }) {
    for (const Row& row : kRows)
        m_paths.add(row.route.method, row.route.pattern);
    m_mailbox->routes = this;
}

JobRoutes::~JobRoutes() {
    closeAll();
    const std::scoped_lock lock(m_mailbox->mutex);
    m_mailbox->routes = nullptr;
}

void JobRoutes::begin() {
    m_attached = true;
    m_queue.attach(m_runner.port());
}

void JobRoutes::drain(std::function<void()> idle) {
    m_runner.drain(std::move(idle));
}

void JobRoutes::closeAll() {
    m_runner.closeAll();
    if (std::exchange(m_attached, false))
        m_queue.detach(m_runner.port());
    m_batches.clear();
}

void JobRoutes::refuse(const ExchangePtr& exchange, const Error& error) {
    HttpHeaders headers{{"content-type", "application/json"}};
    if (error.code == ErrorCode::InvalidApiKey)
        headers.add("www-authenticate", "Bearer");
    if (error.retryAfterMs >= 0)
        headers.add("retry-after", std::to_string((error.retryAfterMs + 999) / 1000));
    exchange->answer(error.httpStatus(), headers, openAiErrorBody(error));
}

void JobRoutes::serve(const ExchangePtr& exchange) {
    identify(m_services, m_services.snapshots.load(), exchange->request(), this,
             [this, exchange](const Identified& who) {
                 if (!who) {
                     refuse(exchange, who.error());
                     return;
                 }
                 const HttpRequest& request = exchange->request();
                 const PathTable::Match match = m_paths.match(request.method, request.path);
                 identified(exchange, match.route, match, *who);
             });
}

void JobRoutes::identified(const ExchangePtr& exchange, std::size_t route, const PathTable::Match& match,
                           const ClientKey* key) {
    const HttpRequest& request = exchange->request();
    JobOwner owner;
    if (key != nullptr)
        owner = {key->id, key->project};
    if (!kRows[route].kind) {
        runNow(exchange, std::move(owner));
        return;
    }
    JobQuestion question;
    question.kind = *kRows[route].kind;
    question.owner = std::move(owner);
    question.id = urlDecoded(match.param("id"));
    if (question.kind == Kind::BatchResults) {
        auto reading = std::make_shared<Reading>();
        reading->exchange = exchange;
        reading->question = std::move(question);
        readResults(reading);
        return;
    }
    std::string traceId;
    if (request.method == "POST") {
        question.headers = request.headers;
        question.body = request.body;
        traceId = request.headers.value("x-trace-id");
        if (!isTraceId(traceId))
            traceId = m_ids.next(m_services.clock.unixMs());
        question.traceId = traceId;
    }
    ask(std::move(question),
        [exchange, traceId](const JobAnswer& answer) { answerWith(*exchange, answer, traceId); });
}

void JobRoutes::ask(JobQuestion question, std::function<void(const JobAnswer&)> then) {
    m_queue.ask(std::move(question), [mailbox = m_mailbox, then = std::move(then)](JobAnswer answer) {
        // We are in the queue's thread; what is captured belongs to ours.
        const std::scoped_lock lock(mailbox->mutex);
        if (mailbox->routes == nullptr)
            return;
        QMetaObject::invokeMethod(
            mailbox->routes, [then, answer = std::move(answer)] { then(answer); }, Qt::QueuedConnection);
    });
}

void JobRoutes::runNow(const ExchangePtr& exchange, JobOwner owner) {
    auto items = SyncBatch::read(exchange->request(), m_services.snapshots.load()->settings);
    if (!items) {
        refuse(exchange, items.error());
        return;
    }
    auto batch = std::make_unique<SyncBatch>(
        m_pipeline, m_services.clock, exchange, std::move(owner), *std::move(items), [this](SyncBatch* done) {
            std::erase_if(m_batches, [done](const auto& one) { return one.get() == done; });
        });
    SyncBatch* started = batch.get();
    m_batches.insert(std::move(batch));
    started->start();
}

/// As fast as the caller takes it, one chunk of the database at a time.
void JobRoutes::readResults(const std::shared_ptr<Reading>& reading) {
    if (std::exchange(reading->asked, true))
        return;
    ask(reading->question, [this, reading](const JobAnswer& answer) {
        reading->asked = false;
        Exchange& to = *reading->exchange;
        if (answer.status != 200) {
            if (reading->begun)
                to.abortStream(); // it expired, or the disk failed: the caller sees that it is not whole
            else
                answerWith(to, answer);
            return;
        }
        if (!reading->begun) {
            reading->begun = true;
            to.beginStream(200, {{"content-type", "application/jsonl"}});
            to.onDrained([this, reading] { readResults(reading); }); // until the answer ends
        }
        to.write(answer.body);
        reading->question.place = answer.place;
        if (!answer.more) {
            to.endStream();
            return;
        }
        if (to.clientGone())
            return;
        if (to.unsentBytes() <= Exchange::kHighWater)
            readResults(reading);
    });
}

} // namespace tollgate
