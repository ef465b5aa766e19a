#pragma once
// What the tests of the whole console look at: an empty gateway and the demo's, and each page in the states
// that people see it in.

#include "tests/ui/support/live_console.h"

#include "app/demo/demo.h"
#include "ui/pages/forms/resource_page.h"

#include <QAbstractItemView>
#include <QDir>
#include <QJsonDocument>
#include <QTabWidget>

namespace tollgate::ui {

/// Three days of the demo's history are enough to fill every list and chart.
inline bool writeDemoLedger(const QString& directory) {
    const std::string path = House::databasePath(directory.toStdString());
    return writeDemoHistory(path, Clock::system().unixMs(), 3).has_value();
}

/// A directory that is not empty has its ledger already.
inline std::unique_ptr<LiveConsole> openConsole(Theme& theme, bool demo, const QSize& size,
                                                QTemporaryDir& directory) {
    if (demo && QDir(directory.path()).isEmpty() && !writeDemoLedger(directory.path()))
        return nullptr;
    auto console = std::make_unique<LiveConsole>(theme, size, directory.path());
    if (!console->open())
        return nullptr;
    if (demo) {
        const std::string_view text = demoConfiguration();
        const auto document =
            QJsonDocument::fromJson(QByteArray(text.data(), static_cast<qsizetype>(text.size())));
        if (!console->request("PUT", "/config", document.object()).ok())
            return nullptr;
    }
    return console->listen() ? std::move(console) : nullptr;
}

/// Calls look(name) for the page as it opens, with each row that shows another form, each tab, and a new
/// object.
template <typename Look>
void eachState(LiveConsole& console, const QString& pageId, Look look) {
    constexpr int kRows = 5;
    Page* page = console.show(pageId);
    look(pageId);
    auto* view = page->findChild<QAbstractItemView*>();
    const auto settle = [&] { console.show(pageId); };
    if (qobject_cast<ResourcePage*>(page) && view) {
        for (int row = 1; row < qMin(kRows, view->model()->rowCount()); ++row) {
            view->setCurrentIndex(view->model()->index(row, 0));
            settle();
            look(pageId + QStringLiteral(", row %1").arg(row + 1));
        }
        page->open(QStringLiteral("new"));
        settle();
        look(pageId + QStringLiteral(", new"));
        page->revert();
        settle();
    } else if (pageId == u"traffic" && view && view->model()->rowCount() > 0) {
        view->setCurrentIndex(view->model()->index(0, 0));
        settle();
    }
    for (auto* tabs : page->findChildren<QTabWidget*>()) {
        for (int tab = 0; tabs->isVisible() && tab < tabs->count(); ++tab) {
            tabs->setCurrentIndex(tab);
            settle();
            look(pageId + QStringLiteral(", tab ") + tabs->tabText(tab));
        }
    }
}

} // namespace tollgate::ui
