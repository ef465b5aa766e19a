#include "tests/bench/console_load.h"

#include "tests/bench/fill_ledger.h"
#include "tests/bench/hold_meter.h"
#include "tests/bench/http_load.h"

#include "app/demo/demo.h"
#include "app/gateway_host.h"
#include "ui/link/local_link.h"
#include "ui/link/remote_address.h"
#include "ui/link/remote_link.h"
#include "ui/pages/page.h"
#include "ui/shell/main_window.h"
#include "ui/shell/page_registry.h"
#include "ui/shell/theme.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QScrollBar>
#include <QTableView>
#include <QTemporaryFile>

#include <cstdio>
#include <malloc.h>
#include <unistd.h>

namespace tollgate::bench {
namespace {

constexpr int kPerSecond = 1000;
constexpr double kAimHoldMs = 16;
constexpr double kAimFilterMs = 150;
constexpr double kAimGrowthMiB = 8;
constexpr int kStayMs = 4000;
constexpr auto kKey = "tg-consolebench0123456789";

const char kConfiguration[] = R"({
"providers":[{"name":"sim","kind":"simulated","options":{"mean_latency_ms":5,"p_timeout":0,"p_error":0,"p_long_tail":0}}],
"models":[{"provider":"sim","model":"m","input_usd_per_mtok":1,"output_usd_per_mtok":2}],
"aliases":[{"alias":"chat","strategy":"simple","targets":[{"provider":"sim","model":"m","weight":1}]}],
"projects":[{"name":"bench"}],
"budgets":[{"id":"bud_day","scope":"global","period":"day","limit_usd":1000,"action":"warn"}],
"keys":[{"name":"bench","project":"bench","secret":"tg-consolebench0123456789"}]})";

void wait(int milliseconds) {
    QEventLoop loop;
    QTimer::singleShot(milliseconds, Qt::PreciseTimer, &loop, &QEventLoop::quit);
    loop.exec();
}

/// In a turn of the event loop, as what a person does is.
void act(const std::function<void()>& action) {
    QTimer::singleShot(0, qApp, action);
}

/// A team's, as the demo has it, and what the load needs: pages are looked at with something on them.
QByteArray configuration() {
    const std::string_view demo = demoConfiguration();
    QJsonObject all = QJsonDocument::fromJson({demo.data(), static_cast<qsizetype>(demo.size())}).object();
    const QJsonObject own = QJsonDocument::fromJson(kConfiguration).object();
    if (all.isEmpty() || own.isEmpty())
        stop("the configuration is no JSON");
    for (auto it = own.begin(); it != own.end(); ++it) {
        QJsonArray list = it->toArray();
        for (const QJsonValue& more : all.value(it.key()).toArray())
            list.append(more);
        all.insert(it.key(), list);
    }
    return QJsonDocument(all).toJson();
}

Options gatewayOptions(const QString& directory) {
    Options options;
    options.dataDirectory = directory;
    options.listen = {"127.0.0.1", 0};
    options.threads = 1;
    options.configFile = directory + QStringLiteral("/bench.json");
    QFile file(options.configFile);
    if (!file.open(QIODevice::WriteOnly) || file.write(configuration()) < 0)
        stop("cannot write the configuration");
    return options;
}

void prepare(GatewayHost& host) {
    if (const auto prepared = host.prepare(); !prepared)
        stop(prepared.error().message.toStdString());
    QObject::connect(&host, &GatewayHost::failed, qApp,
                     [](const StartFailure& failure) { stop(failure.message.toStdString()); });
}

QString listenAddress(GatewayHost& host) {
    QString address;
    QEventLoop loop;
    QObject::connect(&host, &GatewayHost::listening, &loop, [&](const QString& at) {
        address = at;
        loop.quit();
    });
    host.start();
    loop.exec();
    return address;
}

/// Ends with the object; only ever the process it started itself.
class Child {
public:
    explicit Child(const QStringList& arguments) {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(QApplication::applicationFilePath(), arguments);
        if (!m_process.waitForStarted())
            stop("cannot start itself");
    }
    ~Child() {
        m_process.kill();
        m_process.waitForFinished();
    }
    QString readLine() {
        while (!m_process.canReadLine())
            if (!m_process.waitForReadyRead(30'000))
                stop("a child process says nothing");
        return QString::fromUtf8(m_process.readLine()).trimmed();
    }

private:
    QProcess m_process;
};

/// How long each action held the interface thread. Judged by the thread's CPU: the time on the wall holds
/// what the gateway and the load take from the same cores.
class Report {
public:
    void heading() const {
        std::printf("%-26s %6s |%29s |%29s\n%-26s %6s |%7s %7s %7s %5s |%7s %7s %7s %5s   aim: none > 16 ms "
                    "of CPU\n",
                    "", "", "on the wall, ms", "CPU of the thread, ms", "interface thread held", "turns",
                    "p50", "p99", "max", "> 16", "p50", "p99", "max", "> 16");
    }

    void add(const QString& what, const HoldMeter::Holds& holds) {
        const auto column = [](const std::vector<double>& values) {
            std::printf("%7.1f %7.1f %7.1f %5ld", HoldMeter::Holds::at(values, 0.5),
                        HoldMeter::Holds::at(values, 0.99), HoldMeter::Holds::at(values, 1),
                        HoldMeter::Holds::over(values, kAimHoldMs));
        };
        const double longest = HoldMeter::Holds::at(holds.cpuMs, 1);
        std::printf("%-26s %6zu |", qUtf8Printable(what), holds.wallMs.size());
        column(holds.wallMs);
        std::printf(" |");
        column(holds.cpuMs);
        std::printf("   %s\n", longest <= kAimHoldMs ? "met" : "MISSED");
        std::fflush(stdout);
        m_longest = qMax(m_longest, longest);
        if (longest > kAimHoldMs)
            m_missed << QStringLiteral("%1 (%2 ms)").arg(what).arg(longest, 0, 'f', 1);
    }

    /// Whether nothing held the thread for longer than it may be; says what did.
    bool met() const {
        std::printf("longest turn of all actions: %.1f ms of CPU; above %.0f ms: %s\n", m_longest, kAimHoldMs,
                    m_missed.isEmpty() ? "none" : qUtf8Printable(m_missed.join(QStringLiteral(", "))));
        return m_missed.isEmpty();
    }

private:
    double m_longest = 0;
    QStringList m_missed;
};

qint64 rowsOf(ui::GatewayLink& link) {
    qint64 rows = -1;
    QEventLoop loop;
    link.get(QStringLiteral("/status"), &loop, [&](const ui::GatewayReply& reply) {
        rows = reply.json[QLatin1String("ledger_rows")].toInteger(-1);
        loop.quit();
    });
    loop.exec();
    return rows;
}

/// Scrolls the list of requests down and up again, a step with every frame.
void scroll(ui::MainWindow& window) {
    auto* table = window.currentPage()->findChild<QTableView*>();
    auto* timer = new QTimer(&window);
    QObject::connect(timer, &QTimer::timeout, table, [table, step = 0]() mutable {
        QScrollBar* bar = table->verticalScrollBar();
        bar->setValue(bar->value() + (++step < 150 ? 90 : -90));
    });
    timer->start(16);
    QTimer::singleShot(kStayMs + 1000, timer, &QObject::deleteLater);
}

void everyPage(ui::MainWindow& window, HoldMeter& meter, Report& report, bool stays) {
    for (const ui::PageEntry& entry : window.pages().pages()) {
        act([&window, id = entry.id] { window.showPage(id); });
        wait(700);
        report.add(entry.id + QStringLiteral(": first shown"), meter.take());
        if (!stays)
            continue;
        wait(kStayMs);
        report.add(entry.id + QStringLiteral(": stays"), meter.take());
    }
    for (int round = 0; round < 2; ++round) {
        for (const ui::PageEntry& entry : window.pages().pages()) {
            act([&window, id = entry.id] { window.showPage(id); });
            wait(300);
        }
    }
    report.add(QStringLiteral("switching pages"), meter.take());
}

/// There and back on each page, while all pages are made.
void themes(ui::MainWindow& window, ui::Theme& theme, HoldMeter& meter, Report& report) {
    for (const ui::PageEntry& entry : window.pages().pages()) {
        act([&window, id = entry.id] { window.showPage(id); });
        wait(500);
        meter.take();
        for (const ui::ThemeMode mode : {ui::ThemeMode::Light, ui::ThemeMode::Dark}) {
            act([&theme, mode] { theme.setMode(mode); });
            wait(900); // the hidden pages follow
        }
        report.add(entry.id + QStringLiteral(": other theme"), meter.take());
    }
}

void traffic(ui::MainWindow& window, HoldMeter& meter, Report& report) {
    act([&window] { window.showPage(QStringLiteral("traffic")); });
    wait(1000);
    meter.take();
    act([&window] { scroll(window); });
    wait(kStayMs + 1200);
    report.add(QStringLiteral("scrolling Traffic"), meter.take());
    for (const char* filter : {"user:user-7", "status:>=500", "latency:>1s user:user-3", "nothing like it",
                               "provider:sim", "cost:>0.0001", ""}) {
        act([&window, filter] { window.currentPage()->open(QString::fromLatin1(filter)); });
        wait(1000);
    }
    report.add(QStringLiteral("filtering Traffic"), meter.take());
    act([&window] {
        auto* table = window.currentPage()->findChild<QTableView*>();
        table->setCurrentIndex(table->model()->index(3, 0));
    });
    wait(kStayMs);
    report.add(QStringLiteral("a request inspected"), meter.take());
}

} // namespace

int runLoad(const QString& address, int perSecond, int seconds) {
    const QStringList parts = address.split(u':');
    HttpLoad load(parts.value(0), parts.value(1).toUShort(), kKey, perSecond);
    if (seconds > 0)
        QTimer::singleShot(seconds * 1000, qApp, &QCoreApplication::quit);
    return QApplication::exec();
}

int runStalls(const QString& directory, bool pagesOnly) {
    GatewayHost host(gatewayOptions(directory));
    prepare(host);
    ui::Theme theme;
    ui::LocalLink link(host.gateway());
    ui::PageRegistry pages;
    ui::registerPages(pages);
    ui::MainWindow window(theme, link, pages);
    window.resize(1440, 900);
    window.show();
    const QString address = listenAddress(host);
    Child load({QStringLiteral("load"), address, QString::number(kPerSecond), QStringLiteral("0")});
    HoldMeter meter;
    wait(8000); // all pages are made by then
    const HoldMeter::Holds ahead = meter.take();
    const qint64 before = rowsOf(link);
    QElapsedTimer clock;
    clock.start();
    Report report;
    report.heading();
    report.add(QStringLiteral("pages made, nobody at work"), ahead);
    meter.take();
    everyPage(window, meter, report, !pagesOnly);
    theme.setMode(ui::ThemeMode::Dark);
    themes(window, theme, meter, report);
    if (!pagesOnly)
        traffic(window, meter, report);
    const double seconds = static_cast<double>(clock.elapsed()) / 1000;
    std::printf("requests a second meanwhile: %.0f\n", static_cast<double>(rowsOf(link) - before) / seconds);
    return report.met() ? 0 : 1;
}

int runGateway(const QString& directory) {
    GatewayHost host(gatewayOptions(directory));
    prepare(host);
    std::printf("%s\n", qUtf8Printable(listenAddress(host)));
    std::fflush(stdout);
    return QApplication::exec();
}

namespace {

double residentMiB() {
    malloc_trim(0); // what the allocator keeps for later is nobody's growth
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly))
        stop("/proc cannot be read");
    return file.readAll().split(' ').value(1).toDouble() * static_cast<double>(sysconf(_SC_PAGESIZE)) /
           (1 << 20);
}

QString adminTokenIn(const QString& directory) {
    QFile file(directory + QStringLiteral("/admin-token"));
    if (!file.open(QIODevice::ReadOnly))
        stop("the gateway has no admin token");
    return QString::fromUtf8(file.readAll().trimmed());
}

} // namespace

int runMemory(const QString& directory, int seconds) {
    Child gateway({QStringLiteral("gateway"), directory});
    const QString at = gateway.readLine();
    ui::RemoteAddressMistake mistake;
    const auto address = ui::parseRemoteAddress(QStringLiteral("http://") + at, true, mistake);
    if (!address)
        stop(mistake.text.toStdString());
    ui::Theme theme;
    ui::RemoteLink link(*address);
    link.setToken(adminTokenIn(directory));
    ui::PageRegistry pages;
    ui::registerPages(pages);
    ui::MainWindow window(theme, link, pages);
    window.resize(1440, 900);
    window.show();
    link.start();
    Child load({QStringLiteral("load"), at, QString::number(kPerSecond), QStringLiteral("0")});
    // Every page once, so that all that is made once is made; the list of requests until it is full.
    for (const ui::PageEntry& entry : pages.pages()) {
        window.showPage(entry.id);
        wait(500);
    }
    window.showPage(QStringLiteral("traffic"));
    wait(30'000);
    const double before = residentMiB();
    const qint64 rowsBefore = rowsOf(link);
    std::printf("resident memory, all pages shown once: %.1f MiB\n", before);
    double peak = before;
    QElapsedTimer clock;
    clock.start();
    for (int part = 0; clock.elapsed() < seconds * 1000LL; ++part) {
        window.showPage(part % 2 == 0 ? QStringLiteral("overview") : QStringLiteral("traffic"));
        wait(10'000);
        const double now = residentMiB();
        peak = qMax(peak, now);
        std::printf("  after %4lld s, %9lld requests: %.1f MiB\n", clock.elapsed() / 1000,
                    rowsOf(link) - rowsBefore, now);
        std::fflush(stdout);
    }
    const double growth = residentMiB() - before;
    std::printf("%-44s %8.1f MiB   aim %.0f: %s\n", "growth over the requests of an hour at 50 a second",
                growth, kAimGrowthMiB, growth <= kAimGrowthMiB ? "met" : "MISSED");
    return growth <= kAimGrowthMiB ? 0 : 1;
}

int runFilters(const QString& directory) {
    static const char* const kFilters[] = {
        "",
        "user:user-7",
        "user:nobody",
        "user:user-7 status:502",
        "status:>=500",
        "status:404",
        "latency:>1s",
        "latency:>2079ms",
        "latency:>10s",
        "cost:>0.0008",
        "cost:unknown",
        "tokens:>100k",
        "outcome:failed",
        "stream:yes",
        "note:fallback",
        "user-7",
        "gemini",
        "timeout",
        "nothing like it",
        "model:gpt-4o* -user:user-1,user-2 latency:>500ms",
        "project:project-1 latency:>2s cost:>0.0007",
        "user:user-7 latency:>10s",
        "at:<-29d",
        "at:<-29d latency:>2s",
        "at:<-29d user:user-7 status:502",
    };
    GatewayHost host(gatewayOptions(directory));
    prepare(host);
    ui::LocalLink link(host.gateway());
    listenAddress(host);
    bool met = true;
    for (const char* filter : kFilters) {
        double worst = 0;
        double best = 1e9;
        qsizetype rows = 0;
        for (int round = 0; round < 3; ++round) {
            QEventLoop loop;
            QElapsedTimer clock;
            clock.start();
            const QString path = QStringLiteral("/requests?limit=200&filter=") +
                                 QString::fromLatin1(QUrl::toPercentEncoding(QString::fromLatin1(filter)));
            link.get(path, &loop, [&](const ui::GatewayReply& reply) {
                rows = reply.ok() ? reply.json[QLatin1String("data")].toArray().size() : -1;
                loop.quit();
            });
            loop.exec();
            const double ms = static_cast<double>(clock.nsecsElapsed()) / 1e6;
            worst = qMax(worst, ms);
            best = qMin(best, ms);
        }
        met = met && best <= kAimFilterMs && rows >= 0;
        std::printf("%-50s %5lld rows %8.1f ms best %8.1f ms worst   aim %.0f: %s\n",
                    *filter ? filter : "(no filter)", static_cast<long long>(rows), best, worst, kAimFilterMs,
                    rows < 0                ? "REFUSED"
                    : worst <= kAimFilterMs ? "met"
                                            : "MISSED");
        std::fflush(stdout);
    }
    return met ? 0 : 1;
}

} // namespace tollgate::bench
