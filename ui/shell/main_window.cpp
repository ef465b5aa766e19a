#include "ui/shell/main_window.h"

#include "ui/link/gateway_link.h"
#include "ui/pages/forms/undo_stack.h"
#include "ui/shell/cheat_sheet.h"
#include "ui/shell/gateway_card.h"
#include "ui/shell/gateway_notices.h"
#include "ui/shell/leave_guard.h"
#include "ui/shell/page_registry.h"
#include "ui/shell/pages_ahead.h"
#include "ui/shell/palette/command_palette.h"
#include "ui/shell/palette/palette_items.h"
#include "ui/shell/remote/connection_banner.h"
#include "ui/shell/setup/setup_wizard.h"
#include "ui/shell/sidebar.h"
#include "ui/shell/start_banner.h"
#include "ui/shell/status_line.h"
#include "ui/shell/tray/tray.h"
#include "ui/widgets/card.h"
#include "ui/widgets/current_stack.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/reading_order.h"

#include <QCloseEvent>
#include <QGuiApplication>
#include <QLineEdit>
#include <QScreen>

namespace tollgate::ui {
namespace {

constexpr int kNarrowBelow = 1120; ///< the sidebar then has pictures only
constexpr QSize kLeast(940, 520);

const QString kGeometryKey = QStringLiteral("window/geometry");
const QString kPageKey = QStringLiteral("window/page");
const QString kThemeKey = QStringLiteral("window/theme");
const QString kRecentKey = QStringLiteral("palette/recent");

QString themeName(ThemeMode mode) {
    switch (mode) {
    case ThemeMode::Dark:
        return u"dark"_qs;
    case ThemeMode::Light:
        return u"light"_qs;
    case ThemeMode::System:
        break;
    }
    return u"system"_qs;
}

ThemeMode themeFromName(const QString& name) {
    if (name == u"dark"_qs)
        return ThemeMode::Dark;
    return name == u"light"_qs ? ThemeMode::Light : ThemeMode::System;
}

} // namespace

MainWindow::MainWindow(Theme& theme, GatewayLink& link, const PageRegistry& pages, const QString& stateFile,
                       QWidget* parent)
    : QMainWindow(parent)
    , m_theme(theme)
    , m_link(link)
    , m_registry(pages)
    , m_state(stateFile) {
    build();
    registerShortcuts();
    restore();
    m_tray = new Tray(*this, m_link);
    connect(&m_link, &GatewayLink::event, this, &MainWindow::onEvent);
}

MainWindow::~MainWindow() {
    // Pages go before what they were lent: shortcuts, state and messages are members or siblings.
    for (const Loaded& loaded : std::as_const(m_loaded))
        delete loaded.page;
}

void MainWindow::build() {
    auto* central = new QWidget(this);
    auto* columns = makeRow(0);
    central->setLayout(columns);
    m_sidebar = new Sidebar(m_link, m_registry, central);
    columns->addWidget(m_sidebar);

    auto* main = makeColumn(0);
    columns->addLayout(main, 1);
    auto* titleBar = new QWidget(central);
    titleBar->setFixedHeight(m_theme.px(57));
    m_titleRow = makeRow(12);
    m_titleRow->setContentsMargins(m_theme.px(18), 0, m_theme.px(18), 0);
    titleBar->setLayout(m_titleRow);
    m_title = makeLabel({}, ColorRole::Text, 3.25, QFont::DemiBold, titleBar);
    m_titleRow->addWidget(m_title);
    m_titleRow->addStretch(1);
    main->addWidget(titleBar);
    main->addWidget(new Divider(Qt::Horizontal, central));

    if (!m_link.canControl()) {
        main->addWidget(new ConnectionBanner(m_link, central));
    } else {
        auto* starting = new StartBanner(m_link, central);
        connect(starting, &StartBanner::closeWanted, this, &MainWindow::quit);
        main->addWidget(starting);
    }
    m_notices = new GatewayNotices(central);
    main->addWidget(m_notices);
    m_messages = new MessageBar(central);
    UndoStack::of(m_link, m_messages);
    auto* messageRow = makeRow(0);
    messageRow->setContentsMargins(m_theme.px(18), 0, m_theme.px(18), 0);
    messageRow->addWidget(m_messages);
    main->addLayout(messageRow);
    m_stack = new CurrentStack(central);
    main->addWidget(m_stack, 1);
    m_status = new StatusLine(central);
    if (!m_link.canControl())
        m_status->setGateway(m_link.address());
    main->addWidget(m_status);
    setCentralWidget(central);
    setMinimumSize(m_theme.px(kLeast.width()), m_theme.px(kLeast.height()));
    m_guard = new LeaveGuard(*m_messages, this);
    m_ahead = new PagesAhead(
        m_registry, m_stack, [this](const QString& id) { return load(id).page; }, this);
    setWindowTitle(u"Tollgate[*]"_qs);
    m_palette = new CommandPalette(this);
    m_paletteItems = new PaletteItems(*this, m_link, this);

    connect(m_sidebar, &Sidebar::pageRequested, this, [this](const QString& id) { showPage(id); });
    connect(m_sidebar, &Sidebar::themeModeRequested, this, &MainWindow::setThemeMode);
    connect(&m_theme, &Theme::changed, this, [this] {
        m_sidebar->setThemeMode(m_theme.mode());
        m_state.setValue(kThemeKey, themeName(m_theme.mode())); // chosen on a page, too
    });
    connect(m_sidebar, &Sidebar::cheatSheetRequested, this, &MainWindow::showCheatSheet);
    connect(m_sidebar, &Sidebar::paletteRequested, this, &MainWindow::openPalette);
    connect(m_paletteItems, &PaletteItems::changed, this, [this] {
        if (m_palette->isOpen())
            m_palette->setItems(m_paletteItems->items());
    });
    connect(m_palette, &CommandPalette::closed, this, [this] { m_paletteItems->setActive(false); });
    connect(m_palette, &CommandPalette::recentChanged, this,
            [this](const QStringList& ids) { m_state.setValue(kRecentKey, ids); });
}

void MainWindow::registerShortcuts() {
    const QString group = tr("Everywhere");
    const auto add = [&](const QString& id, const QString& text, const QKeySequence& keys,
                         std::function<void()> run) {
        m_shortcuts.add(id, group, text, keys, this, std::move(run), Qt::WindowShortcut);
    };
    int number = 0;
    for (const PageEntry& entry : m_registry.pages()) {
        if (++number > 9)
            break;
        add(u"page."_qs + entry.id, entry.title, QKeySequence(u"Ctrl+%1"_qs.arg(number)),
            [this, id = entry.id] { showPage(id); });
    }
    add(u"palette"_qs, tr("Find a page, an object or an action"), QKeySequence(u"Ctrl+K"_qs),
        [this] { openPalette(); });
    add(u"save"_qs, tr("Save"), QKeySequence(u"Ctrl+S"_qs), [this] {
        if (Page* page = currentPage(); page && page->isDirty())
            page->save();
    });
    add(u"undo"_qs, tr("Undo the latest change"), QKeySequence(u"Ctrl+Z"_qs),
        [this] { UndoStack::of(m_link, m_messages)->undoOrSay(); });
    add(u"filter"_qs, tr("Filter"), QKeySequence(u"Ctrl+F"_qs), [this] { focusFilter(); });
    add(u"theme"_qs, tr("Next colours: desktop, dark, light"), QKeySequence(u"Ctrl+Shift+T"_qs),
        [this] { setThemeMode(static_cast<ThemeMode>((static_cast<int>(m_theme.mode()) + 1) % 3)); });
    add(u"help"_qs, tr("Keyboard shortcuts"), QKeySequence(Qt::Key_F1), [this] { showCheatSheet(); });
    add(u"help.question"_qs, tr("Keyboard shortcuts"), QKeySequence(u"?"_qs), [this] { showCheatSheet(); });
    const QString charts = tr("Charts");
    m_shortcuts.describe(charts, tr("Move the crosshair"), QKeySequence(Qt::Key_Left));
    m_shortcuts.describe(charts, tr("Move the crosshair"), QKeySequence(Qt::Key_Right));
    m_shortcuts.describe(charts, tr("Show the requests behind it"), QKeySequence(Qt::Key_Return));
    const QString mark = tr("Mark a part, then Enter zooms into it");
    m_shortcuts.describe(charts, mark, QKeySequence(Qt::SHIFT | Qt::Key_Left));
    m_shortcuts.describe(charts, mark, QKeySequence(Qt::SHIFT | Qt::Key_Right));
    m_shortcuts.describe(charts, tr("Back from the zoom"), QKeySequence(Qt::Key_Escape));
    m_shortcuts.describe(tr("Messages"), tr("Close"), QKeySequence(Qt::Key_Escape));
}

void MainWindow::restore() {
    setThemeMode(m_state.value(kThemeKey).isValid() ? themeFromName(m_state.value(kThemeKey).toString())
                                                    : m_theme.mode());
    const QByteArray geometry = m_state.value(kGeometryKey).toByteArray();
    if (geometry.isEmpty() || !restoreGeometry(geometry)) {
        const QRect screen = QGuiApplication::primaryScreen()->availableGeometry();
        resize(QSize(m_theme.px(1440), m_theme.px(900)).boundedTo(screen.size() * 0.95));
    }
    if (m_registry.pages().isEmpty())
        return;
    const QString kept = m_state.value(kPageKey).toString();
    switchTo(m_registry.find(kept) ? kept : m_registry.pages().first().id, {});
}

Page* MainWindow::currentPage() const {
    return page(m_currentId);
}

Page* MainWindow::page(const QString& pageId) const {
    return m_loaded.value(pageId).page;
}

void MainWindow::showPage(const QString& pageId, const QString& argument) {
    if (pageId == u"setup"_qs) // no page, but pages lead to it
        return openSetup();
    if (!m_registry.find(pageId))
        return;
    if (pageId == m_currentId) {
        if (!argument.isEmpty())
            currentPage()->open(argument);
        return;
    }
    m_sidebar->setCurrent(
        m_currentId); // the click has moved it already; it moves for good when the page does
    m_guard->leave(currentPage(), m_title->text(), [this, pageId, argument] { switchTo(pageId, argument); });
}

MainWindow::Loaded& MainWindow::load(const QString& pageId) {
    Loaded& loaded = m_loaded[pageId];
    if (loaded.page)
        return loaded;
    const UiContext context{&m_theme, &m_link, m_messages, &m_shortcuts, &m_state};
    loaded.page = m_registry.find(pageId)->create(context, m_stack);
    m_stack->addWidget(loaded.page);
    m_theme.followLate(loaded.page);
    if (loaded.page->focusPolicy() == Qt::NoFocus)
        loaded.page->setFocusPolicy(Qt::ClickFocus); // somewhere for the focus to rest that is not a control
    loaded.titleControls = loaded.page->createTitleControls(m_title->parentWidget());
    if (loaded.titleControls) {
        loaded.titleControls->hide();
        m_theme.followLate(loaded.titleControls);
        m_titleRow->insertWidget(1, loaded.titleControls, 1000); // the stretch after it is for pages without
    }
    connect(loaded.page, &Page::navigate, this, &MainWindow::showPage);
    connect(loaded.page, &Page::dirtyChanged, this, &MainWindow::refreshTitle);
    connect(loaded.page, &Page::statusChanged, this, &MainWindow::refreshStatus);
    return loaded;
}

void MainWindow::switchTo(const QString& pageId, const QString& argument) {
    setAwake(false);
    if (QWidget* controls = m_loaded.value(m_currentId).titleControls)
        controls->hide();
    const Loaded loaded = load(pageId);
    m_currentId = pageId;
    m_stack->setCurrentWidget(loaded.page);
    if (loaded.titleControls)
        loaded.titleControls->show();
    m_sidebar->setCurrent(pageId);
    m_state.setValue(kPageKey, pageId);
    refreshTitle();
    refreshStatus();
    loaded.page->setFocus(Qt::OtherFocusReason);
    setAwake(isVisible() && !isMinimized());
    if (!argument.isEmpty())
        loaded.page->open(argument);
}

void MainWindow::setAwake(bool awake) {
    Page* page = currentPage();
    if (!page || m_awake == awake)
        return;
    m_awake = awake;
    if (awake)
        page->activate();
    else
        page->deactivate();
}

void MainWindow::refreshTitle() {
    const PageEntry* entry = m_registry.find(m_currentId);
    const Page* page = currentPage();
    if (!entry || !page)
        return;
    m_title->setText(entry->title);
    setWindowTitle(m_link.canControl() ? u"%1[*] — Tollgate"_qs.arg(entry->title)
                                       : u"%1[*] — %2 — Tollgate"_qs.arg(entry->title, m_link.address()));
    setWindowModified(page->isDirty());
}

void MainWindow::refreshStatus() {
    if (const Page* page = currentPage())
        m_status->setPageTexts(page->statusText(), page->statusHint());
}

void MainWindow::focusFilter() {
    // By convention a page's filter is the line edit named "filter", in its title controls or in the page
    // itself.
    const Loaded loaded = m_loaded.value(m_currentId);
    for (const QWidget* owner : {loaded.titleControls, static_cast<QWidget*>(loaded.page)}) {
        const auto* self = qobject_cast<const QLineEdit*>(owner);
        auto* filter = self    ? const_cast<QLineEdit*>(self)
                       : owner ? owner->findChild<QLineEdit*>(u"filter"_qs)
                               : nullptr;
        if (filter) {
            filter->setFocus(Qt::ShortcutFocusReason);
            filter->selectAll();
            return;
        }
    }
}

void MainWindow::setThemeMode(ThemeMode mode) {
    m_state.setValue(kThemeKey, themeName(mode));
    m_sidebar->setThemeMode(mode);
    if (m_theme.mode() != mode)
        m_theme.setMode(mode);
}

void MainWindow::showCheatSheet() {
    auto* sheet = new CheatSheet(m_shortcuts, this);
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    sheet->open();
    m_ahead->hurry(); // pages know their own keys: the sheet grows as they are made
}

void MainWindow::openSetup() {
    if (findChild<SetupWizard*>())
        return;
    auto* wizard = new SetupWizard(m_link, m_state, this);
    wizard->setAttribute(Qt::WA_DeleteOnClose);
    wizard->open();
}

void MainWindow::openPalette() {
    if (m_palette->isOpen())
        return m_palette->close();
    m_paletteItems->setActive(true);
    m_palette->open(m_paletteItems->items(), m_state.value(kRecentKey).toStringList());
}

void MainWindow::onEvent(const QString& type, const QJsonObject& payload) {
    if (type != u"tick"_qs)
        return;
    m_sidebar->gatewayCard()->setTick(payload);
    m_sidebar->setBadge(u"budgets"_qs, payload.value(QLatin1StringView("budget_alerts")).toInt());
    showJobs(payload.value(QLatin1StringView("jobs")).toObject());
    m_status->setTick(payload);
    m_notices->setNotices(payload.value(QLatin1StringView("notices")).toArray());
}

/// Dead letters stay to be looked at; failed tasks are news until the page was open.
void MainWindow::showJobs(const QJsonObject& jobs) {
    const auto number = [&jobs](const char* name) { return jobs.value(QLatin1String(name)).toInt(); };
    const int failed = number("tasks_failed");
    if (m_failedSeen < 0 || failed < m_failedSeen || m_currentId == u"jobs"_qs)
        m_failedSeen = failed; // counted since the gateway started
    m_sidebar->setBadge(u"jobs"_qs, number("webhooks_dead") + failed - m_failedSeen);
    m_sidebar->setActivity(u"jobs"_qs, number("running"));
}

void MainWindow::quit() {
    m_quitting = true;
    close();
}

void MainWindow::closeEvent(QCloseEvent* event) {
    if (!m_quitting && m_tray->keepsRunning()) {
        event->ignore();
        hide();
        return;
    }
    Page* page = currentPage();
    if (!m_mayClose && page && page->isDirty()) {
        event->ignore();
        m_guard->leave(page, m_title->text(), [this, quitting = m_quitting] {
            m_mayClose = true;
            m_quitting = quitting;
            close();
        });
        m_quitting = false; // whoever stays has not quit
        return;
    }
    m_state.setValue(kGeometryKey, saveGeometry());
    QMainWindow::closeEvent(event);
}

void MainWindow::showEvent(QShowEvent* event) {
    QMainWindow::showEvent(event);
    m_ahead->start();
    m_mayClose = false;
    m_quitting = false;
    setAwake(!isMinimized());
}

void MainWindow::hideEvent(QHideEvent* event) {
    setAwake(false);
    QMainWindow::hideEvent(event);
}

void MainWindow::resizeEvent(QResizeEvent* event) {
    QMainWindow::resizeEvent(event);
    m_sidebar->setNarrow(width() < m_theme.px(kNarrowBelow));
}

bool MainWindow::focusNextPrevChild(bool next) {
    return moveFocusByReading(this, next);
}

void MainWindow::changeEvent(QEvent* event) {
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::WindowStateChange)
        setAwake(isVisible() && !isMinimized());
}

} // namespace tollgate::ui
