#include "ui/pages/traffic/traffic_page.h"

#include "ui/link/gateway_link.h"
#include "ui/models/format.h"
#include "ui/pages/traffic/export_strip.h"
#include "ui/pages/traffic/filter_words.h"
#include "ui/pages/traffic/inspector.h"
#include "ui/pages/traffic/notice_strip.h"
#include "ui/pages/traffic/request_table.h"
#include "ui/pages/traffic/traffic_controls.h"
#include "ui/pages/traffic/traffic_empty.h"
#include "ui/shell/console_state.h"
#include "ui/shell/shortcut_registry.h"
#include "ui/widgets/current_stack.h"
#include "ui/widgets/file_question.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/segmented_control.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QMenu>
#include <QSplitter>
#include <QTabWidget>

#include <algorithm>

namespace tollgate::ui {

namespace {

constexpr int kInspectorWidth = 400;
constexpr int kLeastInspector = 330; // unless somebody makes it narrower
const QString kFilterKey = QStringLiteral("traffic/filter");

/// An ampersand in a menu text would become an underline.
QString menuText(QString text) {
    return text.replace(u'&', QStringLiteral("&&"));
}

} // namespace

TrafficPage::TrafficPage(const UiContext& context, QWidget* parent)
    : Page(context, parent)
    , m_feed(*context.link, m_model)
    , m_vocabulary(*context.link, m_model)
    , m_exporter(*context.link, this) {
    m_notice = new NoticeStrip(this);
    m_exportStrip = new ExportStrip(this);
    m_table = new RequestTable(m_model, this);
    m_empty = new TrafficEmpty(
        link(), [this] { return m_vocabulary.values().value(QStringLiteral("alias")); }, this);
    m_inspector = new RequestInspector(link(), this);
    m_listStack = new CurrentStack(this);
    m_listStack->addWidget(m_table);
    m_listStack->addWidget(m_empty);

    auto* list = new QWidget(this);
    auto* column = makeColumn(0);
    column->addWidget(m_notice);
    column->addWidget(m_exportStrip);
    column->addWidget(m_listStack, 1);
    list->setLayout(column);
    m_splitter = new QSplitter(Qt::Horizontal, this);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(1);
    m_splitter->addWidget(list);
    m_splitter->addWidget(m_inspector);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 0);
    const int wide = Theme::of(this).px(kInspectorWidth);
    m_inspector->setMinimumWidth(wide * 3 / 4);
    connect(m_splitter, &QSplitter::splitterMoved, this, [this] { m_splitChosen = true; });
    auto* whole = makeColumn(0);
    whole->addWidget(m_splitter);
    setLayout(whole);
    setFocusProxy(m_table);

    connect(&m_feed, &TrafficFeed::changed, this, &TrafficPage::refresh);
    connect(m_notice, &NoticeStrip::actionClicked, this, [this] {
        if (m_feed.isPaused())
            togglePause();
        else
            m_table->setFollowing(true);
    });
    connect(m_empty, &TrafficEmpty::resumeWanted, this, &TrafficPage::togglePause);
    connect(m_empty, &TrafficEmpty::connectWanted, this,
            [this] { Q_EMIT navigate(QStringLiteral("connect"), {}); });
    connect(m_empty, &TrafficEmpty::retryWanted, this, [this] { m_feed.retry(); });
    connect(m_empty, &TrafficEmpty::clearFilterWanted, this, [this] {
        if (m_controls)
            m_controls->quick()->setCurrent(QStringLiteral("all"));
        setFilterText({});
    });
    connectExport();
    connectTable();
    addShortcuts();
    if (ConsoleState* state = context.state) {
        state->remember(QStringLiteral("traffic/columns"), m_table->horizontalHeader());
        state->remember(QStringLiteral("traffic/splitter"), m_splitter);
        m_splitChosen = state->value(QStringLiteral("traffic/splitter")).isValid();
        m_filterText = state->value(kFilterKey).toString();
        m_feed.setFilter(m_filterText);
    }
    refresh();
}

/// Until people move the border, the inspector is as wide as the list can spare.
void TrafficPage::fitInspector() {
    if (m_splitChosen)
        return;
    const int most = theme().px(kInspectorWidth);
    const int spare = width() - m_splitter->handleWidth() - m_table->wantedWidth();
    const int wide = std::clamp(spare, std::min(most, theme().px(kLeastInspector)), most);
    m_splitter->setSizes({width() - m_splitter->handleWidth() - wide, wide});
}

void TrafficPage::resizeEvent(QResizeEvent* event) {
    Page::resizeEvent(event);
    fitInspector();
}

void TrafficPage::connectTable() {
    connect(m_table, &RequestTable::rowChosen, this, [this](int row) {
        if (row >= 0)
            m_inspector->inspect(m_model.at(row));
        else
            m_inspector->clear();
    });
    connect(&m_model, &QAbstractItemModel::modelReset, m_inspector, &RequestInspector::clear);
    connect(&m_model, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex& from, const QModelIndex& to) {
                const int row = m_model.indexOf(m_inspector->shownId());
                if (row >= from.row() && row <= to.row())
                    m_inspector->inspect(m_model.at(row)); // it ended: the rest is known now
            });
    connect(m_table, &RequestTable::inspectWanted, this, [this] { m_inspector->tabs()->setFocus(); });
    connect(m_inspector, &RequestInspector::left, this, [this] { m_table->setFocus(); });
    connect(m_inspector, &RequestInspector::said, this, &TrafficPage::say);
    connect(m_inspector, &RequestInspector::settingsWanted, this,
            [this] { Q_EMIT navigate(QStringLiteral("settings"), QStringLiteral("capture_bodies")); });
    connect(m_table, &RequestTable::filterWanted, this, &TrafficPage::focusFilter);
    connect(m_table, &RequestTable::pauseWanted, this, &TrafficPage::togglePause);
    connect(m_table, &RequestTable::replayWanted, this, &TrafficPage::replayChosen);
    connect(m_inspector, &RequestInspector::replayWanted, this, &TrafficPage::replayChosen);
    connect(m_table, &RequestTable::followingChanged, this, &TrafficPage::refresh);
    connect(m_table, &RequestTable::cellMenuWanted, this, &TrafficPage::showCellMenu);
}

void TrafficPage::addShortcuts() {
    ShortcutRegistry* registry = context().shortcuts;
    if (!registry)
        return;
    const QString group = tr("Traffic");
    // The list's own keys: single letters must not fire while the filter is typed.
    const auto add = [&](const char* id, const QString& text, Qt::Key key, std::function<void()> run) {
        registry->describe(u"traffic."_qs + QLatin1String(id), group, text, QKeySequence(key), m_table,
                           std::move(run));
    };
    add("filter", tr("Filter"), Qt::Key_Slash, [this] { focusFilter(); });
    add("pause", tr("Pause or resume"), Qt::Key_Space, [this] { togglePause(); });
    add("follow", tr("Follow the newest request or stop following"), Qt::Key_F,
        [this] { m_table->setFollowing(!m_table->isFollowing()); });
    add("replay", tr("Replay the chosen request in the playground"), Qt::Key_R, [this] { replayChosen(); });
    registry->describe(group, tr("The next request, the one before"), QKeySequence(Qt::Key_Down));
    registry->describe(group, tr("The next request, the one before"), QKeySequence(Qt::Key_Up));
    registry->describe(group, tr("The newest request, the oldest one"), QKeySequence(Qt::Key_Home));
    registry->describe(group, tr("The newest request, the oldest one"), QKeySequence(Qt::Key_End));
    registry->describe(group, tr("Inspect the chosen request"), QKeySequence(Qt::Key_Return));
    registry->describe(group, tr("Back to the list, then follow again"), QKeySequence(Qt::Key_Escape));
    registry->describe(group, tr("In a body's tree: copy the value"), QKeySequence(QKeySequence::Copy));
    registry->describe(group, tr("In the filter: take the completion"), QKeySequence(Qt::Key_Tab));
}

QWidget* TrafficPage::createTitleControls(QWidget* parent) {
    m_controls = new TrafficControls([this] { return m_vocabulary.values(); }, parent);
    connect(m_controls->filter(), &FilterLineEdit::used, this, [this] { m_vocabulary.refresh(); });
    connect(m_controls->filter(), &FilterLineEdit::filterTyped, this, [this] {
        m_filterText = m_controls->filter()->text();
        applyFilter();
    });
    connect(m_controls->filter(), &FilterLineEdit::left, this, [this] { m_table->setFocus(); });
    connect(m_controls->quick(), &SegmentedControl::currentChanged, this, &TrafficPage::applyFilter);
    connect(m_controls.data(), &TrafficControls::pauseClicked, this, &TrafficPage::togglePause);
    connect(m_controls.data(), &TrafficControls::csvWanted, this, [this] { chooseFile(ExportFormat::Csv); });
    connect(m_controls.data(), &TrafficControls::jsonLinesWanted, this,
            [this] { chooseFile(ExportFormat::JsonLines); });
    connect(m_controls.data(), &TrafficControls::harWanted, this, [this] { chooseFile(ExportFormat::Har); });
    m_controls->filter()->setText(m_filterText);
    m_controls->showPaused(m_feed.isPaused());
    return m_controls;
}

void TrafficPage::activate() {
    m_feed.setActive(true);
}

void TrafficPage::deactivate() {
    m_feed.setActive(false);
}

void TrafficPage::open(const QString& argument) {
    if (m_controls)
        m_controls->quick()->setCurrent(QStringLiteral("all"));
    setFilterText(argument);
}

void TrafficPage::setFilterText(const QString& text) {
    m_filterText = text;
    if (m_controls)
        m_controls->filter()->setText(text);
    applyFilter();
}

void TrafficPage::applyFilter() {
    const QString quick =
        m_controls ? TrafficControls::quickFilter(m_controls->quick()->current()) : QString();
    m_feed.setFilter(filterWith(m_filterText, quick));
    if (ConsoleState* state = context().state)
        state->setValue(kFilterKey, m_filterText);
    refresh();
}

void TrafficPage::focusFilter() {
    if (!m_controls)
        return;
    m_controls->filter()->setFocus(Qt::ShortcutFocusReason);
    m_controls->filter()->selectAll();
}

void TrafficPage::togglePause() {
    m_feed.setPaused(!m_feed.isPaused());
    if (m_controls)
        m_controls->showPaused(m_feed.isPaused());
    refresh();
}

void TrafficPage::refresh() {
    const bool refused = !m_feed.filterError().isEmpty();
    if (m_controls)
        m_controls->filter()->showRefused(refused);
    if (refused)
        m_notice->setFilterNote(m_feed.filterError(), Tone::Bad);
    else if (!m_feed.failure().isEmpty())
        m_notice->setFilterNote(m_feed.failure(), Tone::Warning);
    else
        m_notice->setFilterNote(m_feed.filter().isEmpty() ? QString() : m_feed.description(), Tone::Neutral);

    if (m_feed.isPaused())
        m_notice->setLiveNote(m_feed.pendingIsLeast()
                                  ? tr("Paused \u00b7 %n or more new", nullptr, m_feed.pendingCount())
                                  : tr("Paused \u00b7 %n new", nullptr, m_feed.pendingCount()),
                              tr("Resume"));
    else if (!m_table->isFollowing() && m_table->newerRows() > 0)
        m_notice->setLiveNote(tr("%n newer above", nullptr, m_table->newerRows()), tr("Follow"));
    else
        m_notice->setLiveNote({}, {});

    m_listStack->setCurrentIndex(m_model.isEmpty() ? 1 : 0);
    if (m_model.isEmpty()) {
        using Why = TrafficEmpty::Why;
        const Why why = link().state() != LinkState::Listening ? Why::Stopped
                        : refused                              ? Why::FilterRefused
                        : !m_feed.failure().isEmpty()          ? Why::Failed
                        : !m_feed.hasAnswer()                  ? Why::Loading
                        : m_feed.isLoading()                   ? Why::Searching
                        : !m_feed.filter().isEmpty()           ? Why::FilterHidesAll
                        : m_feed.isPaused()                    ? Why::Paused
                                                               : Why::NothingYet;
        if (why == Why::NothingYet)
            m_vocabulary.refresh(); // its sample names an alias that there is
        m_empty->explain(why, m_feed.isPaused(), m_feed.pendingCount(),
                         refused ? m_feed.filterError() : m_feed.failure());
    }
    Q_EMIT statusChanged();
}

QString TrafficPage::statusText() const {
    QStringList parts;
    if (m_feed.ledgerRows() >= 0)
        parts << tr("%1 requests", nullptr, format::pluralOf(m_feed.ledgerRows()))
                     .arg(format::count(m_feed.ledgerRows()));
    QString shown = tr("showing %1").arg(format::count(m_model.rowCount()));
    if (!m_feed.filter().isEmpty() && m_feed.matchedInMs() >= 0 && m_feed.filterError().isEmpty())
        shown += tr(" \u00b7 filter matched in %1")
                     .arg(format::milliseconds(static_cast<double>(m_feed.matchedInMs())));
    if (m_feed.isSeeking())
        shown += tr(" \u00b7 looking through older requests\u2026");
    if (m_model.isFull())
        shown += tr(" \u00b7 the newest that are held; narrow the filter to reach older ones");
    parts << shown;
    return parts.join(QStringLiteral("     "));
}

QString TrafficPage::statusHint() const {
    return tr("\u2191\u2193 move \u00b7 Enter inspect \u00b7 / filter \u00b7 Space pause");
}

void TrafficPage::showCellMenu(const QModelIndex& index, const QPoint& globalPosition) {
    const RequestRow row = m_model.at(index.row());
    const QString term = index.data(TrafficModel::FilterTermRole).toString();
    const QString shown = index.data(Qt::DisplayRole).toString();
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (!term.isEmpty()) {
        connect(menu->addAction(menuText(tr("Filter by %1").arg(term))), &QAction::triggered, this,
                [this, term] { setFilterText(filterWith(m_filterText, term)); });
        connect(menu->addAction(menuText(tr("Exclude %1").arg(term))), &QAction::triggered, this,
                [this, term] { setFilterText(filterWithout(m_filterText, term)); });
        menu->addSeparator();
    }
    connect(menu->addAction(tr("Copy this cell")), &QAction::triggered, this,
            [shown] { QGuiApplication::clipboard()->setText(shown); });
    QAction* trace = menu->addAction(tr("Copy trace id"));
    trace->setEnabled(!row.traceId.isEmpty());
    connect(trace, &QAction::triggered, this, [this, row] {
        QGuiApplication::clipboard()->setText(row.traceId);
        say(tr("The trace id is on the clipboard."));
    });
    connect(menu->addAction(tr("Copy as curl")), &QAction::triggered, this,
            [this, row] { m_inspector->copyAsCurl(row); });
    connect(menu->addAction(tr("Replay in the playground")), &QAction::triggered, this,
            [this, row] { replay(row); });
    menu->addSeparator();
    QMenu* columns = m_table->makeColumnMenu(menu);
    columns->setTitle(tr("Columns"));
    menu->addMenu(columns);
    menu->popup(globalPosition);
}

void TrafficPage::chooseFile(ExportFormat format) {
    const QString suffix = format == ExportFormat::Csv   ? QStringLiteral("csv")
                           : format == ExportFormat::Har ? QStringLiteral("har")
                                                         : QStringLiteral("jsonl");
    const QString filter = format == ExportFormat::Csv   ? tr("CSV (*.csv)")
                           : format == ExportFormat::Har ? tr("HTTP archive (*.har)")
                                                         : tr("JSON lines (*.jsonl)");
    askForFile(this,
               {FileQuestion::For::Writing,
                m_feed.filter().isEmpty() ? tr("Export every request")
                                          : tr("Export every request that matches the filter"),
                filter, suffix, QStringLiteral("requests.") % suffix},
               this, [this, format](const QString& path) { exportTo(path, format); });
}

void TrafficPage::exportTo(const QString& path, ExportFormat format) {
    if (!m_exporter.start(path, format, m_feed.filter()))
        say(tr("Another export still runs."));
}

void TrafficPage::connectExport() {
    connect(&m_exporter, &TrafficExporter::progressed, this, [this] {
        const qint64 all = m_feed.filter().isEmpty() ? std::max<qint64>(m_feed.ledgerRows(), 0) : 0;
        m_exportStrip->showProgress(m_exporter.rows(), all, m_exporter.backToMs());
        m_exportStrip->show();
    });
    connect(m_exportStrip, &ExportStrip::cancelled, &m_exporter, &TrafficExporter::cancel);
    connect(&m_exporter, &TrafficExporter::finished, this, [this](const QString& path, const QString& error) {
        m_exportStrip->hide();
        MessageBar* bar = context().messages;
        if (!bar)
            return;
        const int rows = m_exporter.rows();
        if (!error.isEmpty())
            bar->error(tr("%1 was not written: %2").arg(path, error));
        else if (m_exporter.isCut())
            bar->warning(
                tr("The newest %n request(s) were written to %1; an archive takes no more.", nullptr, rows)
                    .arg(path));
        else
            bar->success(tr("%n request(s) written to %1", nullptr, rows).arg(path));
    });
}

void TrafficPage::replay(const RequestRow& row) {
    const QString id = row.id.isEmpty() ? row.traceId : row.id;
    Q_EMIT navigate(u"playground"_qs, u"replay:"_qs + id);
}

void TrafficPage::replayChosen() {
    if (const int row = m_table->chosenRow(); row >= 0)
        replay(m_model.at(row));
    else
        say(tr("Choose a request first."));
}

void TrafficPage::say(const QString& text) {
    if (context().messages)
        context().messages->info(text);
}

} // namespace tollgate::ui
