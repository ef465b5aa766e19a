#include "app/remote_console.h"

#include "app/keychain_tokens.h"
#include "app/unix_signals.h"
#include "ui/link/remote_link.h"
#include "ui/shell/console_state.h"
#include "ui/shell/language.h"
#include "ui/shell/main_window.h"
#include "ui/shell/page_registry.h"
#include "ui/shell/remote/remote_session.h"
#include "ui/shell/screenshot.h"
#include "ui/shell/setup/first_run.h"
#include "ui/shell/theme.h"
#include "ui/widgets/message_bar.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QUrl>

#include <cstdio>

namespace tollgate {
namespace {

constexpr int kSettleMs = 2'500; ///< a page's data and a few ticks, before its picture is taken

int complain(int code, const QString& message) {
    std::fprintf(stderr, "tollgate: %s\n", qUtf8Printable(message));
    return code;
}

/// What is remembered of one gateway, apart from those of others: page, columns, its certificate.
QString stateFileOf(const QString& dataDirectory, const QString& gateway) {
    const QString directory = dataDirectory + QStringLiteral("/consoles");
    if (QDir().mkpath(directory))
        QFile::setPermissions(directory, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return directory + u'/' + QString::fromLatin1(QUrl::toPercentEncoding(gateway)) + QStringLiteral(".ini");
}

/// Of the file, else of the environment; empty: the keychain or a person will tell.
tl::expected<QString, QString> tokenOf(const Options& options) {
    if (options.tokenFile.isEmpty())
        return qEnvironmentVariable("TOLLGATE_ADMIN_TOKEN").trimmed();
    QFile file(options.tokenFile);
    if (!file.open(QIODevice::ReadOnly))
        return tl::unexpected(
            QStringLiteral("--token-file: %1 cannot be read: %2").arg(options.tokenFile, file.errorString()));
    const QString token = QString::fromUtf8(file.read(4096)).trimmed();
    if (token.isEmpty())
        return tl::unexpected(QStringLiteral("--token-file: %1 is empty.").arg(options.tokenFile));
    return token;
}

void takeScreenshots(ui::MainWindow& window, ui::Theme& theme, const Options& options) {
    const QString& directory = options.screenshotDirectory;
    const QStringList files =
        ui::saveScreenshots(window, theme, directory, kSettleMs, options.screenshotSize);
    QApplication::exit(
        files.isEmpty()
            ? complain(kExitFailure, QStringLiteral("no picture could be written to ") + directory)
            : kExitOk);
}

} // namespace

int runRemoteConsole(const Options& options) {
    ui::RemoteAddressMistake mistake;
    const auto address = ui::parseRemoteAddress(options.connectUrl, options.plainHttp, mistake);
    if (!address)
        return complain(kExitUsage, mistake.text);
    const auto token = tokenOf(options);
    if (!token)
        return complain(kExitUsage, token.error());

    UnixSignals signals;
    const QString stateFile = stateFileOf(options.dataDirectory, address->name);
    const QString ownLanguage = ui::ConsoleState(stateFile).value(ui::languageKey()).toString();
    const QString usual = options.dataDirectory + QStringLiteral("/console.ini");
    ui::speak(ownLanguage.isEmpty() ? ui::ConsoleState(usual).value(ui::languageKey()).toString()
                                    : ownLanguage);
    ui::Theme theme;
    ui::RemoteLink link(*address);
    ui::PageRegistry pages;
    ui::registerPages(pages);
    ui::MainWindow window(theme, link, pages, stateFile);
    KeychainTokens vault;
    ui::RemoteSession session(link, vault, *window.state(), &window);
    QObject::connect(&session, &ui::RemoteSession::problem, &window,
                     [&window](const QString& text) { window.messages()->warning(text); });
    QObject::connect(&signals, &UnixSignals::terminationRequested, qApp, [] { QApplication::exit(kExitOk); });
    if (!options.screenshotDirectory.isEmpty())
        QObject::connect(
            &link, &ui::GatewayLink::stateChanged, &window,
            [&, taken = false]() mutable {
                if (link.state() == ui::LinkState::Listening && !std::exchange(taken, true))
                    takeScreenshots(window, theme, options);
            },
            Qt::QueuedConnection);
    window.show();
    if (options.screenshotDirectory.isEmpty())
        new ui::FirstRun(window, link); // owned by the window
    session.begin(*token);
    return QApplication::exec();
}

} // namespace tollgate
