#include "app/options.h"

#include <QCommandLineParser>
#include <QStandardPaths>
#include <QThread>

#include <algorithm>
#include <optional>

namespace tollgate {

namespace {

using Failure = tl::unexpected<QString>;

const QString kDataDir = QStringLiteral("data-dir");
const QString kListen = QStringLiteral("listen");
const QString kAllowHost = QStringLiteral("allow-host");
const QString kConfig = QStringLiteral("config");
const QString kDemo = QStringLiteral("demo");
const QString kThreads = QStringLiteral("threads");
const QString kDrain = QStringLiteral("drain-seconds");
const QString kLogLevel = QStringLiteral("log-level");
const QString kLogFormat = QStringLiteral("log-format");
const QString kLogFile = QStringLiteral("log-file");
const QString kLogMaxMb = QStringLiteral("log-max-mb");
const QString kLogFiles = QStringLiteral("log-files");
const QString kCheckConfig = QStringLiteral("check-config");
const QString kCheckPrompts = QStringLiteral("check-prompts");
const QString kUpdate = QStringLiteral("update");
const QString kScreenshots = QStringLiteral("screenshots");
const QString kScreenshotSize = QStringLiteral("screenshot-size");
const QString kConnect = QStringLiteral("connect");
const QString kTokenFile = QStringLiteral("token-file");
const QString kInit = QStringLiteral("init");
const QString kYes = QStringLiteral("yes");
const QString kNoCheck = QStringLiteral("no-check");
const QString kPreset = QStringLiteral("provider");
const QString kBaseUrl = QStringLiteral("base-url");
const QString kProviderKeyFile = QStringLiteral("provider-key-file");
const QString kModel = QStringLiteral("model");
const QString kAlias = QStringLiteral("alias");
const QString kBudget = QStringLiteral("budget");
const QString kPlainHttp = QStringLiteral("plain-http");

/// What tollgated does instead of running.
void describeChecks(QCommandLineParser& parser) {
    parser.addOption({kCheckConfig,
                      QStringLiteral("Says whether a start with --config FILE would succeed on an empty "
                                     "installation, or which line and field is wrong, and quits: 0 or 2."),
                      QStringLiteral("FILE")});
    parser.addOption({kCheckPrompts,
                      QStringLiteral("Renders the prompt tests (cases: in *.yaml) of a directory, compares "
                                     "them with DIR/snapshots, and quits: 0 all as before, 1 one is not, 2 "
                                     "the directory is no use."),
                      QStringLiteral("DIR")});
    parser.addOption({kUpdate, QStringLiteral("With --check-prompts: writes the snapshots that differ.")});
}

std::optional<QString> readChecks(const QCommandLineParser& parser, Options& options) {
    options.checkedConfig = parser.value(kCheckConfig);
    if (parser.isSet(kCheckConfig) && options.checkedConfig.isEmpty())
        return QStringLiteral("--check-config must not be empty.");
    if (!parser.isSet(kCheckPrompts) && !parser.isSet(kUpdate))
        return std::nullopt;
    options.promptDirectory = parser.value(kCheckPrompts);
    options.updateSnapshots = parser.isSet(kUpdate);
    if (!parser.isSet(kCheckPrompts))
        return QStringLiteral("--update needs --check-prompts.");
    if (options.promptDirectory.isEmpty())
        return QStringLiteral("--check-prompts must not be empty.");
    return std::nullopt;
}

std::optional<QString> readScreenshots(const QCommandLineParser& parser, Options& options) {
    options.screenshotDirectory = parser.value(kScreenshots);
    if (!parser.isSet(kScreenshotSize))
        return std::nullopt;
    if (!parser.isSet(kScreenshots))
        return QStringLiteral("--screenshot-size needs --screenshots.");
    const QStringList sides = parser.value(kScreenshotSize).split(u'x');
    options.screenshotSize = {sides.value(0).toInt(), sides.value(1).toInt()};
    if (sides.size() != 2 || options.screenshotSize.isEmpty())
        return QStringLiteral("--screenshot-size is like 1280x720.");
    return std::nullopt;
}

void describeInit(QCommandLineParser& parser) {
    parser.addOption(
        {kInit, QStringLiteral("Writes the first configuration of an empty data directory and ends: asks "
                               "for a provider, a model and a budget, tries the provider, prints the "
                               "address and a client key, once. With --config FILE it takes the "
                               "configuration from there instead of asking.")});
    parser.addOption({kYes, QStringLiteral("With --init: asks nothing; what is not said takes its default (a "
                                           "simulated provider).")});
    parser.addOption({kPreset,
                      QStringLiteral("With --init: openai, anthropic, gemini, ollama, … or simulated."),
                      QStringLiteral("PRESET")});
    parser.addOption({kBaseUrl, QStringLiteral("With --init: the provider's address, if not the preset's."),
                      QStringLiteral("URL")});
    parser.addOption(
        {kProviderKeyFile,
         QStringLiteral("With --init: a file that holds the provider's key (else TOLLGATE_PROVIDER_KEY)."),
         QStringLiteral("FILE")});
    parser.addOption(
        {kModel, QStringLiteral("With --init: the model behind the alias."), QStringLiteral("NAME")});
    parser.addOption({kAlias, QStringLiteral("With --init: the name applications ask for (chat-default)."),
                      QStringLiteral("NAME")});
    parser.addOption({kBudget,
                      QStringLiteral("With --init: dollars per month, beyond which there is a warning."),
                      QStringLiteral("USD")});
    parser.addOption({kNoCheck, QStringLiteral("With --init: does not try the provider.")});
}

void describe(QCommandLineParser& parser, Program program) {
    parser.setApplicationDescription(program == Program::Console
                                         ? QStringLiteral("LLM gateway with its operations console.")
                                         : QStringLiteral("LLM gateway without a screen."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOption(
        {kDataDir, QStringLiteral("Where database, journal and admin token live."), QStringLiteral("DIR")});
    parser.addOption(
        {kListen,
         QStringLiteral("Gateway address; port 0 picks a free one (127.0.0.1:8655). One that other "
                        "machines can reach makes client keys compulsory."),
         QStringLiteral("HOST:PORT")});
    parser.addOption(
        {kAllowHost, QStringLiteral("A name callers may use in the Host header; may be given several times."),
         QStringLiteral("NAME")});
    parser.addOption(
        {kConfig, QStringLiteral("Declarative YAML or JSON, applied at start."), QStringLiteral("FILE")});
    parser.addOption(
        {kDemo, QStringLiteral("Simulated providers, history and live traffic; no key, no spend.")});
    parser.addOption(
        {kThreads, QStringLiteral("Gateway worker threads (number of cores)."), QStringLiteral("N")});
    parser.addOption({kDrain, QStringLiteral("How long running requests may take to end at a stop (30)."),
                      QStringLiteral("N")});
    parser.addOption(
        {kLogLevel, QStringLiteral("debug, info, warning or error (info)."), QStringLiteral("LEVEL")});
    parser.addOption(
        {kLogFormat,
         QStringLiteral("text or json (text); json has a line for each request, with its trace id."),
         QStringLiteral("FORMAT")});
    parser.addOption({kLogFile,
                      QStringLiteral("The log in files as well, as JSON with a line for each request."),
                      QStringLiteral("FILE")});
    parser.addOption(
        {kLogMaxMb, QStringLiteral("Size of one log file, 1 to 1024 (16)."), QStringLiteral("N")});
    parser.addOption(
        {kLogFiles, QStringLiteral("How many log files are kept, 1 to 100 (5)."), QStringLiteral("N")});
    if (program != Program::Console) {
        describeChecks(parser);
        describeInit(parser);
        return;
    }
    parser.addOption({kScreenshots,
                      QStringLiteral("Writes a picture of every page, dark and light, and quits."),
                      QStringLiteral("DIR")});
    parser.addOption({kScreenshotSize, QStringLiteral("With --screenshots: the window's size (1440x900)."),
                      QStringLiteral("WxH")});
    parser.addOption(
        {kConnect,
         QStringLiteral("Attaches the console to a gateway elsewhere (https://HOST:PORT) instead of "
                        "starting one. Its admin token comes from --token-file, else from "
                        "TOLLGATE_ADMIN_TOKEN, else from the keychain, else it is asked for."),
         QStringLiteral("URL")});
    parser.addOption({kTokenFile, QStringLiteral("With --connect: a file that holds the admin token."),
                      QStringLiteral("FILE")});
    parser.addOption(
        {kPlainHttp, QStringLiteral("With --connect: http also to other machines, where everybody on "
                                    "the way can read the token.")});
}

std::optional<QString> readInit(const QCommandLineParser& parser, InitOptions& init) {
    init.wanted = parser.isSet(kInit);
    init.yes = parser.isSet(kYes);
    init.noCheck = parser.isSet(kNoCheck);
    init.preset = parser.value(kPreset);
    init.baseUrl = parser.value(kBaseUrl);
    init.keyFile = parser.value(kProviderKeyFile);
    init.model = parser.value(kModel);
    init.alias = parser.value(kAlias);
    for (const QString& other :
         {kYes, kNoCheck, kPreset, kBaseUrl, kProviderKeyFile, kModel, kAlias, kBudget})
        if (!init.wanted && parser.isSet(other))
            return QStringLiteral("--%1 goes with --init.").arg(other);
    if (init.wanted && parser.isSet(kDemo))
        return QStringLiteral("--demo brings a configuration of its own; --init makes the first one.");
    if (!parser.isSet(kBudget))
        return std::nullopt;
    bool ok = false;
    init.budgetUsd = parser.value(kBudget).toDouble(&ok);
    if (!ok || init.budgetUsd <= 0)
        return QStringLiteral("--budget must be a number of dollars above zero.");
    return std::nullopt;
}

/// What --connect takes along and what it leaves no room for.
std::optional<QString> readConnect(const QCommandLineParser& parser, Options& options) {
    options.connectUrl = parser.value(kConnect);
    options.tokenFile = parser.value(kTokenFile);
    options.plainHttp = parser.isSet(kPlainHttp);
    const bool connects = parser.isSet(kConnect);
    if (connects && options.connectUrl.isEmpty())
        return QStringLiteral("--connect takes a URL such as https://gateway.example:8655.");
    for (const QString& other : {kDemo, kListen, kConfig, kAllowHost, kThreads, kDrain})
        if (connects && parser.isSet(other))
            return QStringLiteral("--%1 is for a gateway of one's own; --connect starts none.").arg(other);
    for (const QString& other : {kTokenFile, kPlainHttp})
        if (!connects && parser.isSet(other))
            return QStringLiteral("--%1 goes with --connect.").arg(other);
    return std::nullopt;
}

tl::expected<int, QString> wholeNumber(const QCommandLineParser& parser, const QString& option, int lowest,
                                       int highest, int otherwise) {
    if (!parser.isSet(option))
        return otherwise;
    bool ok = false;
    const int value = parser.value(option).toInt(&ok);
    if (!ok || value < lowest || value > highest)
        return Failure(QStringLiteral("--%1 must be a whole number from %2 to %3.")
                           .arg(option)
                           .arg(lowest)
                           .arg(highest));
    return value;
}

/// For service managers and scripts: as in README.
QString exitCodes(Program program) {
    QString text = QStringLiteral(
        "\nExit codes: 0 done, 1 failed, 2 bad option or configuration, 3 the data directory is in "
        "use, 4 the port is in use");
    if (program == Program::Headless)
        text += QStringLiteral(
            ",\n5 --init: there is a configuration already, 6 --init: the provider does not answer "
            "as it should");
    return text + QStringLiteral(".\n");
}

std::optional<QString> readLog(const QCommandLineParser& parser, Options& options) {
    if (parser.isSet(kLogLevel)) {
        const QStringList levels{QStringLiteral("debug"), QStringLiteral("info"), QStringLiteral("warning"),
                                 QStringLiteral("error")};
        const auto index = levels.indexOf(parser.value(kLogLevel));
        if (index < 0)
            return QStringLiteral("--log-level must be one of debug, info, warning, error.");
        options.logLevel = static_cast<LogLevel>(index);
    }
    if (parser.isSet(kLogFormat)) {
        const QString format = parser.value(kLogFormat);
        if (format != u"text" && format != u"json")
            return QStringLiteral("--log-format must be text or json.");
        options.logFormat = format == u"json" ? LogFormat::Json : LogFormat::Text;
    }
    options.logFile.path = parser.value(kLogFile).toStdString();
    if (parser.isSet(kLogFile) && options.logFile.path.empty())
        return QStringLiteral("--log-file needs the name of a file.");
    if (parser.isSet(kLogMaxMb)) {
        bool ok = false;
        const int megabytes = parser.value(kLogMaxMb).toInt(&ok);
        if (!ok || megabytes < 1 || megabytes > 1024)
            return QStringLiteral("--log-max-mb must be a number from 1 to 1024.");
        options.logFile.maxBytes = static_cast<std::int64_t>(megabytes) << 20;
    }
    if (parser.isSet(kLogFiles)) {
        bool ok = false;
        options.logFile.files = parser.value(kLogFiles).toInt(&ok);
        if (!ok || options.logFile.files < 1 || options.logFile.files > 100)
            return QStringLiteral("--log-files must be a number from 1 to 100.");
    }
    return std::nullopt;
}

QString defaultDataDirectory(bool demo) {
    const QString base = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
    return base + (demo ? QStringLiteral("/tollgate-demo") : QStringLiteral("/tollgate"));
}

} // namespace

tl::expected<Options, QString> parseOptions(const QStringList& arguments, Program program) {
    QCommandLineParser parser;
    describe(parser, program);
    if (!parser.parse(arguments))
        return Failure(parser.errorText());
    Options options;
    options.showHelp = parser.isSet(QStringLiteral("help"));
    options.showVersion = parser.isSet(QStringLiteral("version"));
    options.helpText = parser.helpText() + exitCodes(program);
    if (options.showHelp || options.showVersion)
        return options;
    if (!parser.positionalArguments().isEmpty())
        return Failure(
            QStringLiteral("Unexpected argument \"%1\".").arg(parser.positionalArguments().constFirst()));

    options.hosts = parser.values(kAllowHost);
    options.demo = parser.isSet(kDemo);
    options.configFile = parser.value(kConfig);
    if (program == Program::Console) {
        if (const auto problem = readScreenshots(parser, options))
            return Failure(*problem);
        if (const auto problem = readConnect(parser, options))
            return Failure(*problem);
    } else {
        const auto checks = readChecks(parser, options);
        if (const auto problem = checks ? checks : readInit(parser, options.init))
            return Failure(*problem);
    }
    options.dataDirectory =
        parser.isSet(kDataDir) ? parser.value(kDataDir) : defaultDataDirectory(options.demo);
    if (options.dataDirectory.isEmpty())
        return Failure(QStringLiteral("--data-dir must not be empty."));
    if (parser.isSet(kListen)) {
        const auto address = ListenAddress::parse(parser.value(kListen).toStdString());
        if (!address)
            return Failure(QStringLiteral("--listen: ") + QString::fromStdString(address.error().message));
        options.listen = *address;
    }
    const auto threads = wholeNumber(parser, kThreads, 1, 64, std::clamp(QThread::idealThreadCount(), 1, 64));
    if (!threads)
        return Failure(threads.error());
    const auto drain = wholeNumber(parser, kDrain, 0, 3'600, 30);
    if (!drain)
        return Failure(drain.error());
    options.threads = *threads;
    options.drainSeconds = *drain;
    if (const auto problem = readLog(parser, options))
        return Failure(*problem);
    return options;
}

} // namespace tollgate
