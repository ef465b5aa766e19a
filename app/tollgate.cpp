// The console with the gateway inside.

#include "app/gateway_host.h"
#include "app/process_limits.h"
#include "app/remote_console.h"
#include "app/unix_signals.h"
#include "ui/link/local_link.h"
#include "ui/shell/console_state.h"
#include "ui/shell/language.h"
#include "ui/shell/main_window.h"
#include "ui/shell/page_registry.h"
#include "ui/shell/screenshot.h"
#include "ui/shell/setup/first_run.h"
#include "ui/shell/theme.h"

#include "ui/widgets/message_bar.h"

#include <QApplication>
#include <QClipboard>

#include <algorithm>
#include <cstdio>
#include <optional>
#include <string_view>

using namespace tollgate;

namespace {

constexpr int kSettleMs = 2'500; ///< a page's data and a few ticks, before its picture is taken

void say(const QString& line) {
    std::fprintf(stdout, "%s\n", qUtf8Printable(line));
    std::fflush(stdout);
}

int complain(int code, const QString& message) {
    std::fprintf(stderr, "tollgate: %s\n", qUtf8Printable(message));
    return code;
}

void takeScreenshots(ui::MainWindow& window, ui::Theme& theme, const Options& options) {
    const QString& directory = options.screenshotDirectory;
    const QStringList files =
        ui::saveScreenshots(window, theme, directory, kSettleMs, options.screenshotSize);
    for (const QString& file : files)
        say(file);
    QApplication::exit(
        files.isEmpty()
            ? complain(kExitFailure, QStringLiteral("no picture could be written to ") + directory)
            : kExitOk);
}

/// Says where to point a client and with which key; the key is on the screen only until somebody has read it.
void greetDemo(ui::MainWindow& window, const GatewayHost& host, const QString& address) {
    const QString key = host.demoKey();
    if (key.isEmpty() || !host.options().screenshotDirectory.isEmpty())
        return;
    const QString sample =
        QStringLiteral(
            "curl http://%1/v1/chat/completions -H 'Authorization: Bearer %2' "
            "-H 'Content-Type: application/json' "
            "-d '{\"model\":\"chat-default\",\"messages\":[{\"role\":\"user\",\"content\":\"Hello\"}]}'")
            .arg(address, key);
    const auto copy = [](const QString& text) {
        return [text] { QApplication::clipboard()->setText(text); };
    };
    window.messages()->ask(QCoreApplication::translate(
                               "main", "Demo: simulated providers, live traffic. Call it with the key %1")
                               .arg(key),
                           {{QCoreApplication::translate("main", "Copy key"), copy(key)},
                            {QCoreApplication::translate("main", "Copy as curl"), copy(sample)}});
}

/// --help and --version need no display. Nothing: it was something else that was asked.
std::optional<int> answerWithoutWindow(int argc, char* argv[]) {
    const bool asked = std::any_of(argv + 1, argv + argc, [](std::string_view one) {
        return one == "--help" || one == "-h" || one == "--version" || one == "-v";
    });
    if (!asked)
        return std::nullopt;
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("tollgate"));
    const auto options = parseOptions(QCoreApplication::arguments(), Program::Console);
    if (!options)
        return complain(kExitUsage, options.error());
    say(options->showHelp ? options->helpText.trimmed() : QStringLiteral("tollgate " TOLLGATE_VERSION));
    return kExitOk;
}

} // namespace

int main(int argc, char* argv[]) {
    if (const auto code = answerWithoutWindow(argc, argv))
        return *code;
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("tollgate"));
    QApplication::setApplicationDisplayName(QStringLiteral("Tollgate"));
    QApplication::setApplicationVersion(QStringLiteral(TOLLGATE_VERSION));

    const auto options = parseOptions(QApplication::arguments(), Program::Console);
    if (!options)
        return complain(kExitUsage, options.error());
    installLog(options->logLevel, options->logFormat);
    if (const auto opened = logToFile(options->logFile); !opened)
        return complain(kExitUsage, QStringLiteral("--log-file: ") + QString::fromStdString(opened.error()));
    if (!options->connectUrl.isEmpty())
        return runRemoteConsole(*options);

    setProcessLimits();
    UnixSignals signals;
    GatewayHost host(*options);
    if (const auto prepared = host.prepare(); !prepared)
        return complain(prepared.error().code, prepared.error().message);

    const QString stateFile = options->dataDirectory + QStringLiteral("/console.ini");
    ui::speak(ui::ConsoleState(stateFile).value(ui::languageKey()).toString());
    ui::Theme theme;
    ui::LocalLink link(host.gateway());
    link.setAddress(options->listen);
    ui::PageRegistry pages;
    ui::registerPages(pages);
    ui::MainWindow window(theme, link, pages, stateFile);

    // A port in use is shown in the window; what makes a start senseless ends the program.
    QObject::connect(&host, &GatewayHost::failed, &application, [&link](const StartFailure& failure) {
        complain(failure.code, failure.message);
        if (failure.code == kExitUsage)
            QApplication::exit(failure.code);
        else
            link.fail(failure.message);
    });
    QObject::connect(&host, &GatewayHost::listening, &application, [&](const QString& address) {
        say(QStringLiteral("tollgate: listening on http://") + address);
        greetDemo(window, host, address);
        if (!options->screenshotDirectory.isEmpty())
            QMetaObject::invokeMethod(
                &window, [&] { takeScreenshots(window, theme, *options); }, Qt::QueuedConnection);
    });
    QObject::connect(&signals, &UnixSignals::terminationRequested, &application, [&] {
        QObject::connect(&host.gateway(), &Gateway::stopped, &application,
                         [] { QApplication::exit(kExitOk); });
        if (host.gateway().isDraining())
            host.gateway().stopNow(); // asked twice
        else if (host.gateway().isListening())
            host.gateway().stopListening();
        else
            QApplication::exit(kExitOk);
    });
    window.show();
    if (options->screenshotDirectory.isEmpty())
        new ui::FirstRun(window, link); // owned by the window
    host.start();
    return QApplication::exec();
}
