#pragma once
// What the command line says. The same options for tollgate and tollgated.

#include "gateway/server/listen_address.h"
#include "gateway/telemetry/log.h"

#include <QSize>
#include <QString>
#include <QStringList>

#include <tl/expected.hpp>

#include <string>

namespace tollgate {

/// Exit codes of both programs (admin contract, "Programs and start-up").
enum ExitCode {
    kExitOk = 0,
    kExitFailure = 1,
    kExitUsage = 2,
    kExitAlreadyRunning = 3,
    kExitPortInUse = 4,
    kExitConfigured = 5,
    kExitProviderFailed = 6
};

/// tollgated --init: the first configuration of an empty data directory.
struct InitOptions {
    bool wanted = false;
    bool yes = false;     ///< what is not said takes its default; nothing is asked
    bool noCheck = false; ///< the provider is not tried
    QString preset;
    QString baseUrl;
    QString keyFile; ///< of the provider's key; else TOLLGATE_PROVIDER_KEY
    QString model;
    QString alias;
    double budgetUsd = -1; ///< per month; below zero: not said
};

struct Options {
    QString dataDirectory;
    ListenAddress listen{"127.0.0.1", 8655};
    QStringList hosts; ///< beside the addresses' own
    QString configFile;
    bool demo = false;
    int threads = 1;
    int drainSeconds = 30;
    LogLevel logLevel = LogLevel::Info;
    LogFormat logFormat = LogFormat::Text;
    LogFileOptions logFile; ///< without a path: none
    InitOptions init;       ///< tollgated only
    // tollgate only
    QString screenshotDirectory;
    QSize screenshotSize{1440, 900};
    QString connectUrl; ///< of a gateway elsewhere; empty: the one in this process
    QString tokenFile;
    bool plainHttp = false;
    // Instead of running:
    QString checkedConfig;   ///< --check-config; empty: not asked for
    QString promptDirectory; ///< tollgated: whose prompt tests are to be run
    bool updateSnapshots = false;
    bool showHelp = false;
    bool showVersion = false;
    QString helpText;
};

enum class Program { Console, Headless };

/// The error is one line for people, naming the option at fault.
tl::expected<Options, QString> parseOptions(const QStringList& arguments, Program program);

} // namespace tollgate
