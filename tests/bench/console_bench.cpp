// How soon the console can be used over a ledger of a million requests, and what it costs while nobody
// touches it; the first page of filters, the interface thread under load, memory. Fills a data directory,
// then starts itself anew on it, so that nothing is warm but the files.
//
//   console_bench [ROWS] [SECONDS] [SECONDS_OF_MEMORY]
#include "tests/bench/console_load.h"
#include "tests/bench/fill_ledger.h"
#include "tests/bench/turn_log.h"

#include "app/gateway_host.h"
#include "ui/link/local_link.h"
#include "ui/shell/main_window.h"
#include "ui/shell/page_registry.h"
#include "ui/shell/theme.h"

#include <QApplication>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTimer>

#include <sys/resource.h>
#include <unistd.h>

using namespace tollgate;
using tollgate::bench::stop;

namespace {

constexpr double kAimMs = 1000;
constexpr double kAimPercent = 2;
constexpr int kSettleMs = 5000; ///< caches fill, probes run, before the idle time counts

/// Since the kernel made this process; in steps of its clock tick, 10 ms.
double msSinceStart() {
    QFile stat(QStringLiteral("/proc/self/stat"));
    QFile uptime(QStringLiteral("/proc/uptime"));
    if (!stat.open(QIODevice::ReadOnly) || !uptime.open(QIODevice::ReadOnly))
        stop("/proc cannot be read");
    const QByteArray text = stat.readAll();
    const QByteArrayList fields = text.mid(text.lastIndexOf(')') + 2).split(' ');
    const double began = fields.value(19).toDouble() / static_cast<double>(sysconf(_SC_CLK_TCK));
    return (uptime.readAll().split(' ').first().toDouble() - began) * 1000;
}

double cpuSeconds() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval& time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
    };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

/// Tells when the window has been painted for the first time.
class FirstPaint : public QObject {
public:
    using QObject::QObject;
    double atMs = 0;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override {
        if (event->type() == QEvent::Paint && atMs <= 0)
            atMs = msSinceStart();
        return QObject::eventFilter(watched, event);
    }
};

/// An aim of 0 is none: the figure stands for itself.
void verdict(const char* what, double value, const char* unit, double aim) {
    std::printf("%-44s %8.1f %s", what, value, unit);
    if (aim > 0)
        std::printf("   aim %.0f: %s", aim, value <= aim ? "met" : "MISSED");
    std::printf("\n");
    std::fflush(stdout);
}

int run(QApplication& application, const QString& directory, bool demo, int seconds) {
    Options options;
    options.dataDirectory = directory;
    options.listen = {"127.0.0.1", 0};
    options.demo = demo;
    options.threads = 1;
    GatewayHost host(options);
    if (const auto prepared = host.prepare(); !prepared)
        stop(prepared.error().message.toStdString());
    ui::Theme theme;
    ui::LocalLink link(host.gateway());
    link.setAddress(options.listen);
    ui::PageRegistry pages;
    ui::registerPages(pages);
    ui::MainWindow window(theme, link, pages);
    FirstPaint paint;
    window.installEventFilter(&paint);
    window.show();
    // Answered in order: behind what the Overview has asked for.
    link.get(QStringLiteral("/status"), &window, [&](const ui::GatewayReply&) {
        window.repaint();
        if (!demo) {
            verdict("window painted", paint.atMs, "ms", kAimMs);
            verdict("usable: Overview shows its figures", msSinceStart(), "ms", kAimMs);
        }
        QTimer::singleShot(kSettleMs, &window, [&] {
            QTimer::singleShot(seconds * 1000, &window, [&, before = cpuSeconds()] {
                verdict(demo ? "the same with the demo's gateway and traffic"
                             : "window open, no traffic: CPU of a core",
                        (cpuSeconds() - before) / seconds * 100, "%", demo ? 0 : kAimPercent);
                QApplication::quit();
            });
        });
    });
    host.start();
    return application.exec();
}

} // namespace

int main(int argc, char* argv[]) {
    qputenv("QT_NO_GLIB", "1"); // HoldMeter
    bench::LoggedApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments().mid(1);
    const QString mode = arguments.value(0);
    const QString directory = arguments.value(1);
    if (mode == u"run")
        return run(application, directory, arguments.value(2) == u"demo", arguments.value(3).toInt());
    if (mode == u"load")
        return bench::runLoad(directory, arguments.value(2).toInt(), arguments.value(3).toInt());
    if (mode == u"gateway")
        return bench::runGateway(directory);
    if (mode == u"filters")
        return bench::runFilters(directory);
    if (mode == u"stalls")
        return bench::runStalls(directory, arguments.value(2) == u"pages");
    if (mode == u"memory")
        return bench::runMemory(directory, arguments.value(2).toInt());
    if (mode == u"fill") {
        bench::fillLedger(House::databasePath(directory.toStdString()), arguments.value(2).toLongLong(),
                          Clock::system().unixMs(), 30);
        return 0;
    }
    const QString rows = arguments.isEmpty() ? QStringLiteral("1000000") : arguments.value(0);
    const QString seconds = arguments.value(1, QStringLiteral("30"));
    const QString memorySeconds = arguments.value(2, QStringLiteral("180"));
    QTemporaryDir large;
    QTemporaryDir demo;
    int worst = 0;
    for (const QStringList& one :
         {QStringList{QStringLiteral("fill"), large.path(), rows},
          QStringList{QStringLiteral("run"), large.path(), QStringLiteral("ledger"), seconds},
          QStringList{QStringLiteral("run"), demo.path(), QStringLiteral("demo"), seconds},
          QStringList{QStringLiteral("filters"), large.path()},
          QStringList{QStringLiteral("stalls"), large.path()},
          QStringList{QStringLiteral("memory"), large.path(), memorySeconds}})
        worst = qMax(worst, qAbs(QProcess::execute(QApplication::applicationFilePath(), one)));
    return worst;
}
