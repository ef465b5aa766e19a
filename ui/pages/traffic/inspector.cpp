#include "ui/pages/traffic/inspector.h"

#include "ui/link/gateway_link.h"
#include "ui/models/format.h"
#include "ui/models/request_cells.h"
#include "ui/models/traffic_model.h"
#include "ui/pages/traffic/answer_text.h"
#include "ui/pages/traffic/body_view.h"
#include "ui/pages/traffic/cost_table.h"
#include "ui/pages/traffic/curl_command.h"
#include "ui/pages/traffic/route_tab.h"
#include "ui/pages/traffic/traffic_har.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/card.h"
#include "ui/widgets/copy_button.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/file_question.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedLayout>
#include <QTabBar>
#include <QTabWidget>
#include <QUrl>

namespace tollgate::ui {

namespace {

constexpr int kAskAfterMs = 60; // walking through the list with the arrow keys asks once, at the end

QString shortId(const QString& id) {
    return id.size() <= 14 ? id : QString(id.left(6) % u'\u2026' % id.right(4));
}

QString headerLines(const QString& title, const HeaderList& headers) {
    QString text = title % u'\n';
    for (const auto& [name, value] : headers)
        text += name % u": " % value % u'\n';
    return headers.isEmpty() ? QString() : text;
}

QString idOf(const RequestRow& row) {
    return row.id.isEmpty() ? row.traceId : row.id;
}

QString detailPath(const RequestRow& row) {
    return u"/requests/" % QString::fromLatin1(QUrl::toPercentEncoding(idOf(row)));
}

Tone statusTone(const RequestRow& row) {
    switch (cells::tone(row, TrafficModel::Status)) {
    case ColorRole::Good:
        return Tone::Good;
    case ColorRole::Bad:
        return Tone::Bad;
    case ColorRole::Accent:
        return Tone::Accent;
    default:
        return Tone::Warning;
    }
}

QString usageText(const RequestRow& row) {
    QStringList parts{RequestInspector::tr("input %1").arg(format::count(row.inputTokens))};
    if (row.cacheReadTokens > 0)
        parts << RequestInspector::tr("of it from cache %1").arg(format::count(row.cacheReadTokens));
    if (row.cacheWriteTokens > 0)
        parts << RequestInspector::tr("written to cache %1").arg(format::count(row.cacheWriteTokens));
    parts << RequestInspector::tr("output %1").arg(format::count(row.outputTokens));
    if (row.reasoningTokens > 0)
        parts << RequestInspector::tr("of it reasoning %1").arg(format::count(row.reasoningTokens));
    if (row.usageEstimated)
        parts << RequestInspector::tr("estimated: the provider reported no usage");
    return parts.join(QStringLiteral(" \u00b7 "));
}

} // namespace

RequestInspector::RequestInspector(GatewayLink& link, QWidget* parent)
    : QWidget(parent)
    , m_link(link) {
    setAccessibleName(tr("Inspector"));
    m_askTimer.setSingleShot(true);
    m_askTimer.setInterval(kAskAfterMs);
    connect(&m_askTimer, &QTimer::timeout, this, &RequestInspector::ask);
    connect(&m_link, &GatewayLink::stateChanged, this, [this] {
        if (m_row && m_failed && m_link.state() == LinkState::Listening)
            m_askTimer.start();
    });

    m_filled = new QWidget(this);
    m_tabs = new QTabWidget(m_filled);
    m_tabs->setAccessibleName(tr("Parts of the request"));
    // The first tab begins near the head's text.
    m_tabs->setProperty("inset", Theme::of(this).px(6));
    m_tabs->tabBar()->setExpanding(false);
    m_route = new RouteTab(m_tabs);
    m_request = new BodyView(tr("Request"), tr("Readable"), readableJson, m_tabs);
    m_response = new BodyView(tr("Response"), tr("Answer"), answerText, m_tabs);
    m_headers = makeTextView(tr("Headers"), m_tabs);
    auto* headers = new QWidget(m_tabs);
    auto* headersColumn = makeColumn(0);
    const int margin = Theme::of(this).px(14);
    headersColumn->setContentsMargins(margin, Theme::of(this).px(12), margin, margin);
    headersColumn->addWidget(m_headers);
    headers->setLayout(headersColumn);
    m_tabs->addTab(m_route, tr("Route"));
    m_tabs->addTab(m_request, tr("Request"));
    m_tabs->addTab(m_response, tr("Response"));
    m_tabs->addTab(makeCostTab(), tr("Cost"));
    m_tabs->addTab(headers, tr("Headers"));
    connect(m_route, &RouteTab::curlWanted, this, [this] { copyAsCurl(*m_row); });
    connect(m_route, &RouteTab::jsonWanted, this, [this] {
        if (!m_detail)
            return;
        QGuiApplication::clipboard()->setText(readableJson(QString::fromUtf8(m_detail->json)));
        Q_EMIT said(tr("The request is on the clipboard as JSON."));
    });
    connect(m_route, &RouteTab::harWanted, this, &RequestInspector::chooseHarFile);
    connect(&m_export, &FileExport::finished, this, [this](const QString& path, const QString& error) {
        Q_EMIT said(error.isEmpty() ? tr("The request is in %1.").arg(path)
                                    : tr("%1 was not written: %2").arg(path, error));
    });
    for (BodyView* body : {m_request, m_response})
        connect(body, &BodyView::settingsWanted, this, &RequestInspector::settingsWanted);

    m_problem = makeLabel({}, ColorRole::Warning, -0.75, QFont::Normal, m_filled);
    m_problem->setWordWrap(true);
    m_problem->setContentsMargins(Theme::of(this).px(14), 0, Theme::of(this).px(14), 0);
    auto* column = makeColumn(0);
    column->addWidget(makeHead());
    column->addWidget(m_problem);
    column->addWidget(m_tabs, 1);
    m_filled->setLayout(column);

    m_empty = new EmptyState(QStringLiteral("traffic"), tr("No request chosen"),
                             tr("Choose one to see its route, its answer and what it cost."), this);
    auto* stack = new QStackedLayout(this);
    stack->addWidget(m_empty);
    stack->addWidget(m_filled);
    clear();
}

QWidget* RequestInspector::makeHead() {
    const Theme& theme = Theme::of(this);
    auto* head = new QWidget(m_filled);
    m_title = makeLabel({}, ColorRole::Text, -0.25, QFont::DemiBold, head);
    m_trace = makeMonoLabel({}, ColorRole::TextMuted, -0.75, head);
    m_when = makeLabel({}, ColorRole::TextMuted, -0.75, QFont::Normal, head);
    m_status = new Badge({}, Tone::Neutral, head);
    auto* copy = new CopyButton(
        tr("trace id"), [this] { return m_row ? m_row->traceId : QString(); }, head);
    auto* first = makeRow(8);
    first->addWidget(m_title, 1);
    first->addWidget(m_status);
    auto* second = makeRow(2);
    second->addWidget(m_trace);
    second->addWidget(copy);
    second->addStretch(1);
    auto* replay = new QPushButton(tr("Replay"), head);
    replay->setObjectName(u"replay"_qs);
    replay->setAccessibleName(tr("Open this request in the playground"));
    replay->setToolTip(tr("Open this request in the playground (R)"));
    setKind(replay, "link");
    connect(replay, &QPushButton::clicked, this, &RequestInspector::replayWanted);
    second->addWidget(replay);
    auto* column = makeColumn(3);
    column->setContentsMargins(theme.px(14), theme.px(11), theme.px(14), theme.px(4));
    column->addLayout(first);
    column->addWidget(m_when);
    column->addLayout(second);
    head->setLayout(column);
    return head;
}

QWidget* RequestInspector::makeCostTab() {
    const Theme& theme = Theme::of(this);
    auto* scroll = new QScrollArea(m_tabs);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setAccessibleName(tr("Cost"));
    auto* inside = new QWidget(scroll);
    inside->setObjectName(QStringLiteral("scrollContent"));
    m_cost = new CostTable(true, inside);
    m_usage = makeLabel({}, ColorRole::TextMuted, -0.75, QFont::Normal, inside);
    m_usage->setWordWrap(true);
    auto* column = makeColumn(10);
    column->setContentsMargins(theme.px(14), theme.px(12), theme.px(14), theme.px(14));
    column->addWidget(m_usage);
    column->addWidget(m_cost);
    column->addStretch(1);
    inside->setLayout(column);
    scroll->setWidget(inside);
    return scroll;
}

void RequestInspector::inspect(const RequestRow& row) {
    const bool sameRequest = m_row && idOf(*m_row) == idOf(row);
    m_row = row;
    ++m_generation;
    m_failed = false;
    m_problem->hide();
    showHead();
    if (!sameRequest) {
        // What the list knows shows at once; the rest follows with the reply.
        m_detail.reset();
        RequestDetail known;
        known.row = row;
        m_route->setDetail(known);
        m_cost->setDetail(known);
        m_usage->setText(usageText(row));
        showUnknown(tr("Loading\u2026"));
    }
    static_cast<QStackedLayout*>(layout())->setCurrentWidget(m_filled);
    m_askTimer.start();
}

void RequestInspector::clear() {
    m_row.reset();
    m_detail.reset();
    ++m_generation;
    m_askTimer.stop();
    static_cast<QStackedLayout*>(layout())->setCurrentWidget(m_empty);
}

void RequestInspector::showHead() {
    m_title->setText((m_detail ? m_detail->method : QStringLiteral("POST")) % u' ' % m_row->route);
    m_when->setText(format::moment(m_row->atMs));
    m_when->setToolTip(format::momentLong(m_row->atMs));
    m_trace->setText(tr("trace %1").arg(m_row->traceId.isEmpty() ? format::none() : shortId(m_row->traceId)));
    m_trace->setToolTip(m_row->traceId.toHtmlEscaped());
    m_status->set(cells::text(*m_row, TrafficModel::Status), statusTone(*m_row));
    m_status->setToolTip(cells::outcomeText(*m_row));
}

void RequestInspector::ask() {
    if (!m_row)
        return;
    const int generation = m_generation;
    m_link.get(detailPath(*m_row), this, [this, generation](const GatewayReply& reply) {
        if (generation != m_generation)
            return;
        if (!reply.ok()) {
            showFailure(reply.status == 404 ? tr("This request is no longer in the ledger.")
                        : reply.status == 0 ? tr("The gateway does not answer.")
                                            : reply.errorMessage());
            return;
        }
        m_failed = false;
        m_problem->hide();
        m_detail = RequestDetail::fromJson(reply.json, reply.bytes);
        m_row = m_detail->row;
        fill();
    });
}

/// What the list does not know of a request: not the text of the one before.
void RequestInspector::showUnknown(const QString& why, const QString& text) {
    for (BodyView* body : {m_request, m_response})
        body->setUnknown(why, text);
    m_headers->setPlainText(text.isEmpty() ? why : text);
}

void RequestInspector::showFailure(const QString& problem) {
    m_failed = true;
    m_problem->setText(problem);
    m_problem->show();
    if (!m_detail)
        showUnknown(tr("This request could not be read"), problem);
}

void RequestInspector::fill() {
    showHead();
    m_route->setDetail(*m_detail);
    m_request->setBody(m_detail->requestBody);
    m_response->setBody(m_detail->responseBody, m_detail->eventMs);
    m_cost->setDetail(*m_detail);
    m_usage->setText(usageText(m_detail->row));
    const QStringList parts{headerLines(tr("Request"), m_detail->requestHeaders),
                            headerLines(tr("Response"), m_detail->responseHeaders)};
    const QString headers = parts.join(u'\n').trimmed();
    m_headers->setPlainText(headers.isEmpty() ? tr("No headers were kept.") : headers);
}

void RequestInspector::copyAsCurl(const RequestRow& row) {
    if (m_detail && m_detail->row.id == row.id) {
        putCurl(*m_detail);
        return;
    }
    m_link.get(detailPath(row), this, [this, row](const GatewayReply& reply) {
        RequestDetail detail;
        detail.row = row;
        detail.method = QStringLiteral("POST");
        putCurl(reply.ok() ? RequestDetail::fromJson(reply.json, reply.bytes) : detail);
    });
}

void RequestInspector::chooseHarFile() {
    askForFile(this,
               {FileQuestion::For::Writing, tr("Save the request as an HTTP archive"),
                tr("HTTP archive (*.har)"), QStringLiteral("har"), QStringLiteral("request.har")},
               this, [this](const QString& path) { saveHar(path); });
}

void RequestInspector::saveHar(const QString& path) {
    if (!m_detail)
        return;
    m_export.start(path, 1, [detail = *m_detail, gateway = m_link.url()](qsizetype) {
        return harHead() + harEntry(detail, gateway) + harFoot();
    });
}

void RequestInspector::putCurl(const RequestDetail& detail) {
    QGuiApplication::clipboard()->setText(curlCommand(detail, m_link.url()));
    Q_EMIT said(detail.requestBody
                    ? tr("The curl command is on the clipboard; set TOLLGATE_KEY before running it.")
                    : tr("The curl command is on the clipboard with a sample message: this request's body "
                         "was not kept."));
}

void RequestInspector::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) {
        Q_EMIT left();
        return;
    }
    QWidget::keyPressEvent(event);
}

void RequestInspector::paintEvent(QPaintEvent*) {
    QPainter(this).fillRect(rect(), Theme::of(this).color(ColorRole::Card));
}

} // namespace tollgate::ui
