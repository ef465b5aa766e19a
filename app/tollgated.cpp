// The gateway without a screen.

#include "app/gateway_host.h"
#include "app/init/init.h"
#include "app/process_limits.h"
#include "app/unix_signals.h"
#include "gateway/config_check.h"
#include "gateway/prompt_check.h"

#include <QCoreApplication>

#include <cstdio>

using namespace tollgate;

namespace {

void say(const QString& line) {
    std::fprintf(stdout, "%s\n", qUtf8Printable(line));
    std::fflush(stdout);
}

int complain(int code, const QString& message) {
    std::fprintf(stderr, "tollgated: %s\n", qUtf8Printable(message));
    return code;
}

int runPromptTests(const Options& options) {
    const PromptCheck check = checkPrompts(options.promptDirectory.toStdString(),
                                           options.updateSnapshots ? Snapshots::Write : Snapshots::Compare);
    if (!check.broken.empty())
        return complain(kExitUsage,
                        QStringLiteral("--check-prompts: ") + QString::fromStdString(check.broken));
    say(QString::fromStdString(check.report).trimmed());
    return check.failed == 0 ? kExitOk : kExitFailure;
}

int judgeConfig(const Options& options) {
    const auto verdict = checkConfigFile(options.checkedConfig.toStdString());
    if (!verdict)
        return complain(kExitUsage, QString::fromStdString(verdict.error()));
    say(QString::fromStdString(*verdict));
    return kExitOk;
}

} // namespace

int main(int argc, char* argv[]) {
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("tollgated"));
    QCoreApplication::setApplicationVersion(QStringLiteral(TOLLGATE_VERSION));

    const auto options = parseOptions(QCoreApplication::arguments(), Program::Headless);
    if (!options)
        return complain(kExitUsage, options.error());
    if (options->showHelp || options->showVersion) {
        say(options->showHelp ? options->helpText.trimmed() : QStringLiteral("tollgated " TOLLGATE_VERSION));
        return kExitOk;
    }
    if (!options->promptDirectory.isEmpty())
        return runPromptTests(*options);
    if (!options->checkedConfig.isEmpty())
        return judgeConfig(*options);
    installLog(options->logLevel, options->logFormat);
    if (const auto opened = logToFile(options->logFile); !opened)
        return complain(kExitUsage, QStringLiteral("--log-file: ") + QString::fromStdString(opened.error()));

    setProcessLimits();
    if (options->init.wanted)
        return runInit(*options);
    UnixSignals signals;
    GatewayHost host(*options);
    if (const auto prepared = host.prepare(); !prepared)
        return complain(prepared.error().code, prepared.error().message);
    QObject::connect(&host, &GatewayHost::listening, &application, [&host](const QString& address) {
        say(QStringLiteral("tollgate: listening on http://") + address);
        if (const QString key = host.demoKey(); !key.isEmpty())
            std::fprintf(stderr, "tollgated: the demo's client key is %s\n", qUtf8Printable(key));
    });
    QObject::connect(&host, &GatewayHost::failed, &application, [](const StartFailure& failure) {
        QCoreApplication::exit(complain(failure.code, failure.message));
    });
    QObject::connect(&host.gateway(), &Gateway::stopped, &application,
                     [] { QCoreApplication::exit(kExitOk); });
    QObject::connect(&signals, &UnixSignals::terminationRequested, &application, [&host] {
        if (host.gateway().isDraining())
            host.gateway().stopNow(); // asked twice
        else if (host.gateway().isListening())
            host.gateway().stopListening();
        else
            QCoreApplication::exit(kExitOk);
    });
    host.start();
    return QCoreApplication::exec();
}
