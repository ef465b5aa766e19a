#include "app/demo/demo_traffic.h"

#include "app/demo/demo_jobs.h"
#include "app/demo/demo_texts.h"
#include "app/demo/demo_world.h"
#include "gateway/wire/clock.h"

#include <QDebug>
#include <QFile>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QNetworkRequest>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include <algorithm>
#include <cmath>

namespace tollgate {

using namespace demo;
namespace json = boost::json;

namespace {

constexpr double kPerSecond = 3.0;
constexpr double kLongestPauseMs = 3000;
constexpr int kBetweenJobsMs = 40'000;
constexpr int kTimeoutMs = 30'000;
constexpr int kLeaveAfterMs = 150;
constexpr std::uint64_t kTrafficPurpose = 100;

constexpr double kStreams = 0.45;
constexpr double kWantsTools = 0.3;
constexpr double kLeaves = 0.004;
constexpr double kUnknownModel = 0.0015;
constexpr double kBrokenJson = 0.0015;
constexpr double kAsksForV2 = 0.4;

QByteArray bytes(std::string_view text) {
    return {text.data(), static_cast<qsizetype>(text.size())};
}

json::array someTools() {
    return {json::object{
        {"type", "function"},
        {"function",
         json::object{{"name", "run_test"},
                      {"description", "Runs one test by name"},
                      {"parameters", json::object{{"type", "object"}, {"properties", json::object{}}}}}}}};
}

} // namespace

struct DemoTraffic::Dice {
    Random random;
};

DemoTraffic::DemoTraffic(QString dataDirectory, QObject* parent)
    : QObject(parent)
    , m_dataDirectory(std::move(dataDirectory)) {
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &DemoTraffic::sendOne);
    m_jobs.setInterval(kBetweenJobsMs);
    connect(&m_jobs, &QTimer::timeout, this, &DemoTraffic::sendJob);
}

DemoTraffic::~DemoTraffic() {
    stop();
}

bool DemoTraffic::start(const QUrl& gateway) {
    stop();
    m_secrets.clear();
    for (const ProjectKey& key : projectKeys()) {
        QFile file(m_dataDirectory + QStringLiteral("/keys/") + QString::fromLatin1(bytes(key.keyName)));
        if (file.open(QIODevice::ReadOnly))
            m_secrets.insert(bytes(key.project), file.readAll().trimmed());
    }
    if (m_secrets.isEmpty()) {
        qWarning("demo traffic: no key of the demo can be read below the data directory");
        return false;
    }
    m_gateway = gateway;
    // Another run another sequence, but never another kind of day.
    m_dice = std::make_unique<Dice>(Dice{randomFor(kTrafficPurpose, Clock::system().unixMs() / 1000)});
    m_network = std::make_unique<QNetworkAccessManager>();
    m_network->setProxy(QNetworkProxy::NoProxy); // it is this machine
    scheduleNext();
    for (const DemoJob& job : firstJobs(m_dice->random))
        post(QString::fromLatin1(bytes(job.path)), m_secrets.value(bytes(job.project)), "nightly-eval",
             QByteArray::fromStdString(job.body), false);
    m_jobs.start();
    return true;
}

void DemoTraffic::sendJob() {
    const DemoJob job = nextJob(m_dice->random);
    if (m_inFlight < kMaxInFlight)
        post(QString::fromLatin1(bytes(job.path)), m_secrets.value(bytes(job.project)), "nightly-eval",
             QByteArray::fromStdString(job.body), false);
}

void DemoTraffic::stop() {
    m_timer.stop();
    m_jobs.stop();
    m_network.reset(); // and with it the replies, its children
    m_inFlight = 0;
}

void DemoTraffic::scheduleNext() {
    const double pause = -std::log(1 - uniform(m_dice->random)) * 1000 / kPerSecond;
    m_timer.start(static_cast<int>(std::min(pause, kLongestPauseMs)));
}

void DemoTraffic::sendOne() {
    Random& random = m_dice->random;
    scheduleNext();
    if (m_inFlight >= kMaxInFlight)
        return;
    const Errand errand = drawLightErrand(random);
    const Person& person = drawPerson(random, errand);
    const QByteArray secret = m_secrets.value(bytes(person.project));
    if (secret.isEmpty())
        return;
    const std::string prompt = promptFor(errand, random);
    json::object body;
    QString path = QStringLiteral("/v1/chat/completions");
    if (errand == Errand::Notebook) {
        path = QStringLiteral("/chat");
        body["message"] = prompt;
    } else if (errand == Errand::Summarise) {
        path = QStringLiteral("/v1/prompts/summarize/completions");
        body["variables"] = json::object{{"text", prompt}, {"length", "three sentences"}};
    } else {
        body["model"] = chance(random, kUnknownModel) ? "gpt-4o-mni" : errandInfo(errand).model;
        body["messages"] = json::array{json::object{{"role", "user"}, {"content", prompt}}};
        if (errand == Errand::Auto && chance(random, kWantsTools))
            body["tools"] = someTools();
        if (chance(random, kStreams))
            body["stream"] = true;
    }
    QByteArray text = QByteArray::fromStdString(json::serialize(body));
    if (chance(random, kBrokenJson))
        text.chop(text.size() / 3);
    const bool streams = body.contains("stream");
    post(path, secret, bytes(person.name), text, streams && chance(random, kLeaves));
}

void DemoTraffic::post(const QString& path, const QByteArray& secret, const QByteArray& user,
                       const QByteArray& body, bool leavesEarly) {
    QUrl url = m_gateway;
    url.setPath(path);
    QNetworkRequest request(url);
    request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArrayLiteral("application/json"));
    request.setRawHeader("Authorization", "Bearer " + secret);
    request.setRawHeader("X-User-Id", user);
    request.setRawHeader("User-Agent", "tollgate-demo");
    if (path == QLatin1String("/chat") && chance(m_dice->random, kAsksForV2))
        request.setRawHeader("X-Prompt-Version", "v2");
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setTransferTimeout(kTimeoutMs);
    QNetworkReply* reply = m_network->post(request, body);
    ++m_sent;
    ++m_inFlight;
    connect(reply, &QNetworkReply::readyRead, reply, [reply] { reply->readAll(); });
    connect(reply, &QNetworkReply::finished, this, [this, reply] {
        --m_inFlight;
        reply->deleteLater();
    });
    if (leavesEarly)
        QTimer::singleShot(kLeaveAfterMs, reply, [reply] { reply->abort(); });
}

} // namespace tollgate
