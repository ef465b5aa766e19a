#include "app/init/init.h"

#include "app/gateway_host.h"
#include "app/init/init_questions.h"

#include <QEventLoop>
#include <QFile>
#include <QTcpServer>

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include <cstdio>

namespace tollgate {
namespace {

int complain(int code, const QString& message) {
    std::fprintf(stderr, "tollgated: %s\n", qUtf8Printable(message));
    return code;
}

void print(const QString& name, const QString& value) {
    std::fprintf(stdout, "%-10s %s\n", qUtf8Printable(name + u':'), qUtf8Printable(value));
}

boost::json::object bodyOf(const AdminResponse& response) {
    boost::system::error_code error;
    const auto parsed = boost::json::parse(response.body, error);
    return !error && parsed.is_object() ? parsed.get_object() : boost::json::object();
}

QString textAt(const boost::json::object& object, std::string_view key) {
    const auto* value = object.if_contains(key);
    return value != nullptr && value->is_string() ? QString::fromStdString(std::string(value->get_string()))
                                                  : QString();
}

QString messageOf(const AdminResponse& response) {
    const boost::json::object body = bodyOf(response);
    const auto* error = body.if_contains("error");
    return error != nullptr && error->is_object() ? textAt(error->get_object(), "message") : QString();
}

class Init {
public:
    explicit Init(const Options& options)
        : m_options(options)
        , m_host(options) {}

    int run() {
        if (const auto prepared = m_host.prepare(); !prepared)
            return complain(prepared.error().code, prepared.error().message);
        if (const auto failure = open())
            return complain(failure->code, failure->message);
        if (m_host.gateway().configVersion() != 0)
            return complain(kExitConfigured,
                            QStringLiteral("%1 holds a configuration already; nothing was changed.")
                                .arg(m_options.dataDirectory));
        return m_options.configFile.isEmpty() ? fromAnswers() : fromFile();
    }

private:
    std::optional<StartFailure> open() {
        std::optional<StartFailure> failure;
        QEventLoop loop;
        QObject::connect(&m_host, &GatewayHost::opened, &loop, &QEventLoop::quit);
        QObject::connect(&m_host, &GatewayHost::failed, &loop, [&](const StartFailure& said) {
            failure = said;
            loop.quit();
        });
        m_host.start();
        loop.exec();
        return failure;
    }

    AdminResponse call(std::string method, std::string path, const boost::json::object& body) {
        AdminRequest request;
        request.method = std::move(method);
        request.path = std::move(path);
        request.actor = "init";
        if (!body.empty())
            request.body = boost::json::serialize(body);
        AdminResponse answer;
        QEventLoop loop;
        m_host.gateway().admin(std::move(request), &loop, [&](const AdminResponse& response) {
            answer = response;
            loop.quit();
        });
        loop.exec();
        return answer;
    }

    ProviderTrial tryProvider(const StarterAnswers& answers) {
        const AdminResponse response = call("POST", "/providers/check", starterProvider(answers));
        const boost::json::object body = bodyOf(response);
        ProviderTrial trial;
        trial.error = messageOf(response);
        if (response.status != 200)
            return trial;
        trial.ok = body.at("ok").is_bool() && body.at("ok").get_bool();
        trial.error = textAt(body, "error");
        if (body.at("latency_ms").is_number())
            trial.latencyMs = body.at("latency_ms").to_number<double>();
        for (const auto& model : body.at("models").as_array())
            trial.models << QString::fromStdString(std::string(model.as_string()));
        return trial;
    }

    int fromFile() {
        QFile file(m_options.configFile);
        if (!file.open(QIODevice::ReadOnly))
            return complain(kExitUsage, QStringLiteral("--config: %1 cannot be read: %2")
                                            .arg(m_options.configFile, file.errorString()));
        std::optional<QString> problem;
        QEventLoop loop;
        m_host.gateway().applyConfigFile(file.readAll().toStdString(), m_options.configFile.toStdString(),
                                         [&](const QString& said) {
                                             problem = said;
                                             loop.quit();
                                         });
        if (!problem)
            loop.exec();
        if (!problem->isEmpty())
            return complain(kExitUsage, *problem);
        printAddress();
        print(QStringLiteral("Keys"), m_options.dataDirectory + QStringLiteral("/keys"));
        printNext();
        return kExitOk;
    }

    int fromAnswers() {
        Terminal terminal;
        const AdminResponse status = call("GET", "/status", {});
        terminal.say(QStringLiteral("Tollgate's first configuration, in %1.").arg(m_options.dataDirectory));
        terminal.say(
            QStringLiteral("Provider keys are sealed by: %1.").arg(textAt(bodyOf(status), "secret_store")));
        if (!portIsFree())
            terminal.say(QStringLiteral("Somebody listens on %1 already: start with --listen HOST:PORT.")
                             .arg(QString::fromStdString(m_options.listen.toString())));
        InitQuestions questions(m_options, terminal,
                                [this](const StarterAnswers& answers) { return tryProvider(answers); });
        const auto answers = questions.answers();
        if (!answers)
            return complain(answers.error().code, answers.error().message);
        const AdminResponse written = call("PUT", "/config", starterDocument(*answers));
        if (written.status != 200)
            return complain(kExitUsage, messageOf(written) + QStringLiteral(" (nothing was written)"));
        printAddress();
        print(QStringLiteral("Key"),
              QString::fromStdString(answers->keySecret) + QStringLiteral("  (shown once)"));
        print(QStringLiteral("Model"), QString::fromStdString(answers->alias));
        printNext();
        print(QStringLiteral("Then"),
              QStringLiteral(
                  "curl %1/v1/chat/completions -H 'Authorization: Bearer %2' -H 'Content-Type: "
                  "application/json' -d '{\"model\":\"%3\",\"messages\":[{\"role\":\"user\",\"content\":"
                  "\"Hello\"}]}'")
                  .arg(address(), QString::fromStdString(answers->keySecret),
                       QString::fromStdString(answers->alias)));
        return kExitOk;
    }

    bool portIsFree() const {
        QTcpServer server;
        return m_options.listen.port == 0 ||
               server.listen(QHostAddress(QString::fromStdString(m_options.listen.host)),
                             m_options.listen.port);
    }

    QString address() const {
        return QStringLiteral("http://") + QString::fromStdString(m_options.listen.toString());
    }
    void printAddress() const { print(QStringLiteral("Address"), address()); }
    void printNext() const {
        QString command = QStringLiteral("tollgated --data-dir %1").arg(m_options.dataDirectory);
        if (m_options.listen.toString() != Options().listen.toString())
            command += QStringLiteral(" --listen ") + QString::fromStdString(m_options.listen.toString());
        print(QStringLiteral("Next step"), command);
    }

    const Options& m_options;
    GatewayHost m_host;
};

} // namespace

int runInit(const Options& options) {
    return Init(options).run();
}

} // namespace tollgate
