#include "ui/shell/screenshot.h"

#include "ui/shell/main_window.h"
#include "ui/shell/page_registry.h"
#include "ui/widgets/message_bar.h"

#include <QDir>
#include <QEventLoop>
#include <QPixmap>
#include <QTimer>

namespace tollgate::ui {
namespace {

constexpr int kLayoutMs = 60;

void settle(int milliseconds) {
    QEventLoop loop;
    QTimer::singleShot(milliseconds, &loop, &QEventLoop::quit);
    loop.exec();
}

} // namespace

bool saveScreenshot(QWidget* widget, const QString& path) {
    return widget->grab().save(path, "PNG");
}

QStringList saveScreenshots(MainWindow& window, Theme& theme, const QString& directory, int settleMs,
                            const QSize& size) {
    QStringList written;
    if (!QDir().mkpath(directory))
        return written;
    const QString pageBefore = window.currentPageId();
    const ThemeMode modeBefore = theme.mode();
    window.resize(size);
    window.show();
    for (const ThemeMode mode : {ThemeMode::Dark, ThemeMode::Light}) {
        theme.setMode(mode);
        for (const PageEntry& entry : window.pages().pages()) {
            window.showPage(entry.id);
            settle(settleMs);
            if (window.messages()->isVisible()) {
                window.messages()->dismiss(); // news of the moment are no part of the page
                settle(kLayoutMs);            // the page takes the room it leaves
            }
            const QString name = entry.id + (mode == ThemeMode::Dark ? u"-dark.png"_qs : u"-light.png"_qs);
            const QString path = QDir(directory).filePath(name);
            if (saveScreenshot(&window, path))
                written << path;
        }
    }
    theme.setMode(modeBefore);
    window.showPage(pageBefore);
    return written;
}

} // namespace tollgate::ui
