#include "ui/pages/jobs/jobs_page.h"

#include "ui/link/gateway_link.h"
#include "ui/models/format.h"
#include "ui/pages/jobs/batch_detail.h"
#include "ui/pages/jobs/jobs_controls.h"
#include "ui/pages/jobs/jobs_empty.h"
#include "ui/pages/jobs/jobs_tiles.h"
#include "ui/pages/jobs/progress_bar.h"
#include "ui/pages/jobs/task_detail.h"
#include "ui/pages/jobs/webhook_detail.h"
#include "ui/shell/console_state.h"
#include "ui/shell/shortcut_registry.h"
#include "ui/widgets/card.h"
#include "ui/widgets/current_stack.h"
#include "ui/widgets/fit_headers.h"
#include "ui/widgets/message_bar.h"

#include <QHeaderView>
#include <QPushButton>
#include <QSplitter>
#include <QUrl>

#include <algorithm>

namespace tollgate::ui {

namespace {

constexpr int kDetailWidth = 400;
constexpr int kTicksBetweenReads = 5; ///< while something moves that the gauges do not show
const auto kListKey = QStringLiteral("jobs/list");

QString encoded(const QString& text) {
    return QString::fromLatin1(QUrl::toPercentEncoding(text));
}

} // namespace

JobsPage::JobsPage(const UiContext& context, QWidget* parent)
    : Page(context, parent)
    , m_tiles(new JobsTiles(this))
    , m_stack(new CurrentStack(this))
    , m_details(new CurrentStack(this))
    , m_empty(new JobsEmpty(*context.link, this)) {
    m_task = new TaskDetail(link(), m_details);
    m_batch = new BatchDetail(link(), m_details);
    m_webhook = new WebhookDetail(link(), m_details);
    addList(Tasks, "tasks", JobsKind::Tasks, tr("Tasks"), m_task);
    addList(Batches, "batches", JobsKind::Batches, tr("Batches"), m_batch);
    addList(Webhooks, "webhooks", JobsKind::Webhooks, tr("Webhooks"), m_webhook);
    m_stack->addWidget(m_empty);

    auto* left = new QWidget(this);
    auto* column = makeColumn(10);
    column->setContentsMargins(theme().px(18), theme().px(4), theme().px(10), theme().px(10));
    column->addWidget(m_stack, 1);
    left->setLayout(column);
    left->setMinimumWidth(theme().px(320));
    m_details->setMinimumWidth(theme().px(330));
    m_split = new QSplitter(Qt::Horizontal, this);
    m_split->setChildrenCollapsible(false);
    m_split->addWidget(left);
    m_split->addWidget(m_details);
    m_split->setStretchFactor(0, 1);
    m_split->setStretchFactor(1, 0);
    m_split->setSizes({theme().px(760), theme().px(kDetailWidth)});
    auto* whole = makeColumn(0);
    auto* tiles = makeRow(0);
    tiles->setContentsMargins(theme().px(18), theme().px(14), theme().px(18), theme().px(9));
    tiles->addWidget(m_tiles);
    whole->addLayout(tiles);
    whole->addWidget(new Divider(Qt::Horizontal, this));
    whole->addWidget(m_split, 1);
    setLayout(whole);

    m_again.setSingleShot(true);
    m_again.setInterval(150);
    connect(&m_again, &QTimer::timeout, this, &JobsPage::read);
    connect(&link(), &GatewayLink::event, this, &JobsPage::onEvent);
    connect(&link(), &GatewayLink::stateChanged, this, [this] {
        if (m_active && link().state() == LinkState::Listening)
            read();
        present();
    });
    connect(m_tiles, &JobsTiles::listWanted, this, [this](const QString& list, const QString& status) {
        open(list + QStringLiteral(" status:") + status);
    });
    connect(m_empty, &JobsEmpty::clearFilterWanted, this, [this] { setFilter({}, {}); });
    connect(m_empty, &JobsEmpty::retryWanted, this, &JobsPage::read);
    if (ConsoleState* state = context.state) {
        state->remember(QStringLiteral("jobs/split"), m_split);
        const QString kept = state->value(kListKey).toString();
        for (int which = 0; which < ListCount; ++which)
            m_current =
                kept == QLatin1String(m_lists[static_cast<std::size_t>(which)].id) ? which : m_current;
    }
    if (ShortcutRegistry* registry = context.shortcuts)
        registry->describe(tr("Jobs"), tr("The request of the chosen task in Traffic"),
                           QKeySequence(Qt::Key_Return));
    setList(m_current);
}

void JobsPage::addList(int which, const char* id, JobsKind kind, const QString& name, JobDetail* detail) {
    List& list = m_lists[static_cast<std::size_t>(which)];
    list.id = id;
    list.model = new JobsModel(link(), kind, this);
    list.detail = detail;
    list.table = new TableView(name, m_stack);
    list.table->setItemDelegate(new JobsDelegate(list.table));
    list.table->setModel(list.model);
    setUpColumns(list);
    m_stack->addWidget(list.table);
    m_details->addWidget(detail);
    connectDetail(detail);
    connect(list.model, &JobsModel::changed, this, &JobsPage::present);
    connect(list.model, &JobsModel::rowChanged, this, [this](int row) {
        if (row == table()->currentIndex().row())
            presentDetail();
    });
    connect(list.table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& now) {
                m_isBeside = m_isBeside && !now.isValid();
                presentDetail();
            });
    connect(list.table, &TableView::rowActivated, this, [detail] {
        for (const char* goal : {"toTraffic", "toTask"}) {
            auto* button = detail->findChild<QPushButton*>(QLatin1String(goal));
            if (button && button->isEnabled())
                return button->click();
        }
    });
}

void JobsPage::setUpColumns(const List& list) {
    QHeaderView* header = list.table->horizontalHeader();
    for (int at = 0; at < list.model->columnCount(); ++at) {
        const int width = list.model->columns().at(at).width;
        if (width > 0)
            list.table->setColumnWidth(at, theme().px(width));
        else
            header->setSectionResizeMode(at, QHeaderView::Stretch);
    }
    fitHeaders(list.table);
    if (ConsoleState* state = context().state)
        state->remember(QStringLiteral("jobs/columns/") + QLatin1String(list.id), header);
}

void JobsPage::connectDetail(JobDetail* detail) {
    connect(detail, &JobDetail::trafficWanted, this,
            [this](const QString& filter) { Q_EMIT navigate(QStringLiteral("traffic"), filter); });
    connect(detail, &JobDetail::taskWanted, this, [this](const QString& taskId) {
        setFilter({}, m_project);
        setList(Tasks);
        if (const int row = model().rowOf(taskId); row >= 0)
            return choose(row);
        link().get(QStringLiteral("/tasks/") + taskId, this, [this](const GatewayReply& reply) {
            if (!reply.ok())
                return context().messages->error(reply.errorMessage());
            m_isBeside = true; // further down than was read
            table()->selectionModel()->clear();
            m_task->setObject(reply.json);
        });
    });
    connect(detail, &JobDetail::done, this, [this](const QString& text) {
        context().messages->success(text);
        m_again.start();
    });
    connect(detail, &JobDetail::failed, this, [this](const QString& text) {
        context().messages->error(text);
        m_again.start();
    });
    if (auto* batch = qobject_cast<BatchDetail*>(detail))
        connect(batch, &BatchDetail::downloaded, this,
                [this](const QString& path, qint64 lines, const QString& error) {
                    if (error.isEmpty())
                        context().messages->success(
                            tr("%n result(s) written to %1", nullptr, static_cast<int>(lines)).arg(path));
                    else
                        context().messages->error(tr("%1 was not written: %2").arg(path, error));
                });
}

QWidget* JobsPage::createTitleControls(QWidget* parent) {
    m_controls = new JobsControls(parent);
    m_controls->showList(list());
    m_controls->setFilter(current().status, m_project);
    connect(m_controls, &JobsControls::listChosen, this, [this](const QString& id) { open(id); });
    connect(m_controls, &JobsControls::filterChanged, this, &JobsPage::setFilter);
    connect(m_controls->resendAll(), &QPushButton::clicked, this, &JobsPage::askToResendAll);
    return m_controls;
}

QString JobsPage::list() const {
    return QLatin1String(current().id);
}

void JobsPage::open(const QString& argument) {
    const QStringList words = argument.split(u' ', Qt::SkipEmptyParts);
    QString status;
    QString project = m_project;
    for (const QString& word : words) {
        if (word.startsWith(QLatin1String("status:")))
            status = word.mid(7);
        else if (word.startsWith(QLatin1String("project:")))
            project = word.mid(8);
        for (int which = 0; which < ListCount; ++which)
            if (word == QLatin1String(m_lists[static_cast<std::size_t>(which)].id))
                setList(which);
    }
    if (words.size() > 1)
        setFilter(status, project);
}

void JobsPage::setList(int which) {
    current().model->setActive(false);
    m_batch->setActive(false);
    m_current = which;
    m_isBeside = false;
    if (ConsoleState* state = context().state)
        state->setValue(kListKey, list());
    if (m_controls) {
        m_controls->showList(list());
        m_controls->setFilter(current().status, m_project);
    }
    setFocusProxy(table());
    m_details->setCurrentWidget(detail());
    applyFilter();
    current().model->setActive(m_active);
    m_batch->setActive(m_active && which == Batches);
    present();
}

void JobsPage::setFilter(const QString& status, const QString& project) {
    current().status = status;
    m_project = project;
    if (m_controls)
        m_controls->setFilter(status, project);
    applyFilter();
    present();
}

void JobsPage::applyFilter() {
    QStringList terms;
    if (!current().status.isEmpty())
        terms << QStringLiteral("status=") + encoded(current().status);
    if (!m_project.isEmpty())
        terms << QStringLiteral("project=") + encoded(m_project);
    current().model->setSource(u'/' + list(), terms.join(u'&'));
}

void JobsPage::activate() {
    m_active = true;
    current().model->setActive(true);
    m_batch->setActive(m_current == Batches);
    read();
}

void JobsPage::deactivate() {
    m_active = false;
    m_again.stop();
    for (const List& list : m_lists)
        list.model->setActive(false);
    m_batch->setActive(false);
}

/// The gauges of the ticks tell for nothing whether anything has moved.
void JobsPage::onEvent(const QString& type, const QJsonObject& payload) {
    if (type != QLatin1String("tick") || !m_active)
        return;
    const QJsonObject gauges = payload.value(u"jobs").toObject();
    const bool busy = gauges.value(u"waiting").toInteger() + gauges.value(u"running").toInteger() +
                          gauges.value(u"webhooks_waiting").toInteger() >
                      0;
    const bool moved = gauges != m_gauges;
    m_gauges = gauges;
    if (moved || (busy && ++m_ticks % kTicksBetweenReads == 0))
        read();
}

void JobsPage::read() {
    if (!m_active || link().state() != LinkState::Listening)
        return;
    current().model->refresh();
    if (m_current == Batches)
        m_batch->refresh();
    if (m_asking)
        return;
    m_asking = true;
    link().get(QStringLiteral("/jobs"), this, [this](const GatewayReply& reply) {
        m_asking = false;
        if (reply.ok())
            m_state = reply.json;
        present();
    });
}

void JobsPage::present() {
    m_tiles->setState(m_state);
    if (m_controls)
        m_controls->setResendable(m_state.value(u"webhooks_dead").toInt());
    const JobsModel& rows = *current().model;
    const bool any = rows.rowCount() > 0;
    using Why = JobsEmpty::Why;
    if (!any) {
        const bool filtered = !current().status.isEmpty() || !m_project.isEmpty();
        const Why why = link().state() != LinkState::Listening ? Why::Stopped
                        : !rows.failure().isEmpty()            ? Why::Failed
                        : !rows.hasAnswer()                    ? Why::Loading
                        : filtered                             ? Why::FilterHidesAll
                                                               : Why::NothingYet;
        m_empty->explain(why, list(), rows.failure());
    }
    m_stack->setCurrentWidget(any ? static_cast<QWidget*>(table()) : m_empty);
    m_details->setVisible(any);
    // The focus alone makes a row current, and selects none.
    if (any && !m_isBeside && !table()->selectionModel()->hasSelection())
        choose(std::max(0, table()->currentIndex().row()));
    presentDetail();
    Q_EMIT statusChanged();
}

void JobsPage::presentDetail() {
    if (const int row = table()->currentIndex().row(); row >= 0 && current().model->rowCount() > row)
        detail()->setObject(current().model->object(row));
}

void JobsPage::choose(int row) {
    table()->selectionModel()->setCurrentIndex(model().index(row, 0), QItemSelectionModel::ClearAndSelect |
                                                                          QItemSelectionModel::Rows);
}

void JobsPage::askToResendAll() {
    const int dead = m_state.value(u"webhooks_dead").toInt();
    const QString text =
        m_project.isEmpty()
            ? tr("Resend all %n webhook(s) that were given up? Receivers may get what they have already.",
                 nullptr, dead)
            : tr("Resend every webhook of %1 that was given up? Receivers may get what they have already.")
                  .arg(m_project);
    context().messages->ask(
        text, {{tr("Resend them"), [this] { resendAll(); }, "primary"}, {tr("Leave them"), nullptr}});
}

void JobsPage::resendAll() {
    QString path = QStringLiteral("/webhooks/dead/resend");
    if (!m_project.isEmpty())
        path += QStringLiteral("?project=") + encoded(m_project);
    link().send("POST", path, {}, this, [this](const GatewayReply& reply) {
        m_again.start();
        if (!reply.ok())
            return context().messages->error(reply.errorMessage());
        const int count = reply.json.value(u"resent").toInt();
        if (reply.json.value(u"more").toBool())
            context().messages->info(
                tr("%n webhook(s) are on their way again, and there are more.", nullptr, count));
        else
            context().messages->success(tr("%n webhook(s) are on their way again.", nullptr, count));
    });
}

QString JobsPage::statusText() const {
    const JobsModel& rows = *current().model;
    return rows.isComplete() ? tr("%n row(s)", nullptr, rows.rowCount())
                             : tr("%1 rows read, there are more").arg(format::count(rows.rowCount()));
}

QString JobsPage::statusHint() const {
    return m_current == Webhooks ? tr("\u2191\u2193 move \u00b7 Enter its task")
                                 : tr("\u2191\u2193 move \u00b7 Enter show in Traffic");
}

} // namespace tollgate::ui
